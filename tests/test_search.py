"""What the search index holds of the real course, and what it must not."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from coursewright import Course, load_course
from coursewright.building import build
from coursewright.documents import texts
from coursewright.views import plain

LONG_ENOUGH = 4
"""Words that a text must have before finding it elsewhere can be no accident."""
BREAK = re.compile(r"\[@[^\]]*\]|\n\s*\n")
"""Where something may stand between the parts of a stem: a citation's number, a case."""


@pytest.fixture(scope="module")
def course(root: Path) -> Course:
    """The repository's course."""
    return load_course(root)


@pytest.fixture(scope="module")
def index(root: Path, tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, str]]:
    """Every entry of the built site's search index, as plain text."""
    site = build(root / "mkdocs.yml", tmp_path_factory.mktemp("search") / "site")
    entries = json.loads((site / "search/search_index.json").read_text(encoding="utf-8"))["docs"]
    return [{key: _bare(str(value)) for key, value in entry.items()} for entry in entries]


def _bare(text: str) -> str:
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", text)).split())


def _words(text: str) -> str:
    """Return the words alone: markup and the space it leaves do not count."""
    return " ".join(re.findall(r"\w+", text.casefold()))


def _answers(course: Course) -> Iterator[tuple[str, str]]:
    """Yield every text that only questions say, stems left aside, with where it stands."""
    documents = [module.document for module in course.modules]
    said = [plain(text) for document in documents for _, text in texts(document)]
    said += [plain(question.document.prompt) for question in course.questions]
    said += [plain(claim.document.text) for claim in course.claims.values()]
    taught = _words(" ".join(said))
    for question in course.questions:
        for path, text in texts(question.document):
            long = len(plain(text).split()) >= LONG_ENOUGH
            asks = path[-1] in question.document.stem and not {"choices", "ends"} & set(path)
            if not asks and long and _words(plain(text)) not in taught:
                yield f"{question.ref} {path}", plain(text)


def test_every_lesson_is_found(course: Course, index: list[dict[str, str]]) -> None:
    """Each lesson's title is the title of an entry at the lesson's address."""
    found = {(entry["location"], entry["title"]) for entry in index}
    wanted = {(lesson.page.removesuffix(".md") + "/", lesson.title) for lesson in course.lessons}
    assert wanted
    assert set() == wanted - found


def test_every_stem_is_found(course: Course, index: list[dict[str, str]]) -> None:
    """Each question's stem stands in the index, on the page that asks it."""
    for question in course.questions:
        address = question.page.removesuffix(".md") + "/"
        page = " ".join(e["text"] + " " + e["title"] for e in index if _at(e, address))
        for part in BREAK.split(question.document.prompt):
            assert _words(plain(part)) in _words(page), question.ref


def _at(entry: dict[str, str], address: str) -> bool:
    return entry["location"].partition("#")[0] == address


def test_every_statement_of_an_instrument_is_found(
    course: Course, index: list[dict[str, str]]
) -> None:
    """With titles and intros, on its page; what only its script shows is not."""
    assert course.instruments
    for instrument in course.instruments.values():
        address = instrument.page.removesuffix(".md") + "/"
        page = _words(" ".join(e["text"] + " " + e["title"] for e in index if _at(e, address)))
        for section in instrument.document.sections:
            intro = [plain(part) for part in BREAK.split(section.intro or "")]
            labels = [field.label for field in section.fields]
            missing = [it for it in (section.title, *intro, *labels) if _words(it) not in page]
            assert [] == missing, instrument.id
        assert "data file" not in page
        assert "evidence true" not in page


def test_every_term_is_found(course: Course, index: list[dict[str, str]]) -> None:
    """Each glossary term is the title of an entry that leads straight to it."""
    found = {(entry["location"], entry["title"]) for entry in index}
    wanted = {(f"glossary/#term-{t.id}", t.document.term) for t in course.terms.values()}
    assert wanted
    assert set() == wanted - found


def test_no_answer_is_found(course: Course, index: list[dict[str, str]]) -> None:
    """No option, feedback, reason or explanation of any question is in the index."""
    everything = _words(" ".join(entry["title"] + " " + entry["text"] for entry in index))
    answers = list(_answers(course))
    assert len(answers) > 100
    assert [] == [place for place, text in answers if _words(text) in everything]


def test_marked_answers_never_reach_the_index(root: Path, tmp_path: Path) -> None:
    """A word that stands only in answers is found nowhere in the index, whatever its length."""
    tea = root / "tests/sites/tea"
    for path in tea.rglob("*"):
        target = tmp_path / path.relative_to(tea)
        if path.is_file() and "expected" not in path.parts:
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(_marked(path), encoding="utf-8")
    site = build(tmp_path / "mkdocs.yml", tmp_path / "site")
    index = (site / "search/search_index.json").read_text(encoding="utf-8")
    page = (site / "modules/brewing/check/index.html").read_text(encoding="utf-8")
    assert "zq" in page
    assert "zq" not in index
    assert "correct" not in index.casefold()


def _marked(path: Path) -> str:
    """Return a file; in question banks, with each word of each answer marked."""
    text = path.read_text(encoding="utf-8")
    if path.parent.name != "quizzes":
        return text
    head, _, rest = text.partition("questions:")
    fields = r"(\{text: |feedback: |feedback_true: |feedback_false: |explanation: )(\"?)"
    return f"{head}questions:" + re.sub(fields, r"\1\2zq ", rest)

"""The authors' reference: every kind is on it, with examples, their YAML and every key."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import click
import pytest
import yaml
from coursewright import load_course
from coursewright.cli import main
from coursewright.course import link
from coursewright.loader import load
from coursewright.macros import MACROS
from coursewright.model import Document
from coursewright.questions import KINDS, BaseQuestion
from coursewright.reference import examples, fields, schema
from coursewright.reference.schemas import meanings
from coursewright.views import Links, NotFoundError, PageView, Views
from coursewright.views.outline import outline

from tests.courses import MINIMAL, write_course
from tests.examples import example_file

ROOT = Path(__file__).resolve().parents[1]
AUTHORS = ROOT / "docs" / "authors"
PAGE = (AUTHORS / "questions.md").read_text(encoding="utf-8")
GUIDE = (AUTHORS / "index.md").read_text(encoding="utf-8")
_YAML = re.compile(r'<div class="copy">.*?<code>(.*?)</code>', re.DOTALL)


@pytest.fixture
def view(tmp_path: Path) -> PageView:
    """A page of a course that knows nothing of the examples."""
    course = link(load(write_course(tmp_path, MINIMAL)))
    return PageView(Views(course), Links("authors/questions.md"))


def _models(model: type[Document]) -> Iterator[type[Document]]:
    for below in model.__subclasses__():
        yield below
        yield from _models(below)


MODELS = sorted(
    {m for m in _models(Document) if m.__module__.startswith("coursewright.")},
    key=lambda model: f"{model.__module__}.{model.__name__}",
)


def _written(html: str) -> list[str]:
    return [unescape(re.sub(r"<[^>]+>", "", found)) for found in _YAML.findall(html)]


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_has_its_section(kind: str) -> None:
    """A heading, the examples and the keys, in this order."""
    _, _, section = PAGE.partition(f"\n## {kind}\n")
    section = section.partition("\n## ")[0]
    calls = [f'{{{{ examples("{kind}") }}}}', f'{{{{ fields("{kind}") }}}}']
    assert calls == re.findall(r"\{\{.*?\}\}", section)
    assert f"[`{kind}`](#{kind})" in PAGE


def test_the_page_says_once_what_all_kinds_share() -> None:
    """In a table of its own."""
    assert 1 == PAGE.count("{{ fields() }}")


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__qualname__)
def test_every_key_is_described(model: type[Document]) -> None:
    """Under the attribute, where the reference and editors find it."""
    assert set() == set(model.model_fields) - set(meanings(model))
    described = schema(model)["properties"].values()
    assert [] == [value for value in described if not value["description"].strip()]


@pytest.mark.parametrize("kind", KINDS)
def test_examples_are_live_and_stand_with_their_yaml(view: PageView, kind: str) -> None:
    """What is shown as YAML is the question above it, to the letter."""
    html = examples(view, kind)
    expected = yaml.safe_load(example_file(kind).read_text(encoding="utf-8"))["questions"]
    assert expected == [yaml.safe_load(textwrap.dedent(text))[0] for text in _written(html)]
    refs = [f"example-{kind}/{question['id']}" for question in expected]
    assert refs == re.findall(r'<cw-question ref="([^"]+)"', html)


@pytest.mark.parametrize("kind", KINDS)
def test_examples_can_be_read_as_one_block(view: PageView, kind: str) -> None:
    """No empty line ends the HTML early; empty lines of YAML come as character references."""
    assert not re.search(r"\n[ \t]*\n", examples(view, kind).replace("</div>\n\n<div", ""))


@pytest.mark.parametrize("kind", KINDS)
def test_keys_of_a_kind(view: PageView, kind: str) -> None:
    """Its own keys, and none that all kinds share."""
    html = fields(view, kind).partition("</table>")[0]
    own = set(KINDS[kind].model_fields) - set(BaseQuestion.model_fields)
    assert {"kind"} <= own == set(re.findall(r'<th scope="row"><code>([^<]+)', html))


def test_keys_of_all_kinds(view: PageView) -> None:
    """Whether they are required, and what holds without them."""
    html = fields(view)
    rows = {
        row[0]: row[1:]
        for row in re.findall(
            r'<th scope="row"><code>(.*?)</code></th><td>.*?</td><td>(.*?)</td><td>(.*?)</td>', html
        )
    }
    assert set(BaseQuestion.model_fields) == set(rows)
    assert ("id", "required") == rows["id"]
    assert ("Markdown", "required") == rows["prompt"]
    assert ("whole number, 1–9", "<code>1</code>") == rows["tries"]
    assert ("true or false", "<code>false</code>") == rows["confidence"]
    assert ("list: Markdown", "nothing") == rows["hints"]


def test_keys_below_keys(view: PageView) -> None:
    """Groups of keys get tables of their own, named by their kind and the way to them.

    The same keys occur in many kinds, and a screen reader lists tables by name alone.
    """
    html = fields(view, "scenario")
    captions = re.findall(r'<caption id="([^"]+)">(.*?)</caption>', html)
    assert [
        ("fields-scenario", "Keys of scenario"),
        ("fields-scenario-situations", "scenario: each group under situations"),
        ("fields-scenario-situations-choices", "scenario: each group under situations.choices"),
        ("fields-scenario-ends", "scenario: each group under ends"),
    ] == captions


def test_keys_are_named_as_authors_write_them(view: PageView) -> None:
    """Python cannot call an attribute `from`; authors can."""
    assert "<code>from</code>" in fields(view, "numeric")


@pytest.mark.parametrize("macro", [examples, fields])
def test_an_unknown_kind_is_refused(view: PageView, macro: object) -> None:
    """With the nearest name."""
    assert callable(macro)
    with pytest.raises(NotFoundError, match='Did you mean "single"'):
        macro(view, "singel")


def test_examples_are_no_part_of_the_course(view: PageView) -> None:
    """Learners' progress, search and links know only the course's own questions."""
    examples(view, "single")
    assert {"tea/first-move", "tea/signs", "tea/all-day"} == set(view.views.questions)
    assert "example-" not in str(outline(view.course))
    real = [quiz.document.id for m in load_course(ROOT).modules for quiz in m.quizzes]
    assert [] == [ident for ident in real if ident.startswith("example-")]


def test_examples_cite_nothing_of_the_page(view: PageView) -> None:
    """What they place and name stays out of the page's own list of evidence."""
    for kind in KINDS:
        examples(view, kind)
    assert {} == view.notes


def test_the_guide_holds_a_course_that_works(tmp_path: Path) -> None:
    """The three files to start from make a course as they stand."""
    start = GUIDE.partition("## What texts can do")[0]
    files = dict(re.findall(r"`([\w/-]+\.yml)`:\n\n```yaml\n(.*?)```", start, re.DOTALL))
    expected = ["curriculum/course.yml", "curriculum/modules/rising.yml", "quizzes/rising.yml"]
    assert expected == list(files)
    course = link(load(write_course(tmp_path, files)))
    assert ["rising/done", "rising/dent"] == [question.ref for question in course.questions]


@pytest.mark.parametrize("name", MACROS)
def test_every_macro_is_listed(name: str) -> None:
    """In the table for contributors."""
    text = (ROOT / "docs" / "contributing" / "index.md").read_text(encoding="utf-8")
    assert f"{{{{ {name}(" in text


def _commands(group: click.Group) -> Iterator[str]:
    """Yield every command, those of a group by the group's name and their own."""
    for name, command in group.commands.items():
        if isinstance(command, click.Group):
            yield from (f"{name} {below}" for below in _commands(command))
        else:
            yield name


@pytest.mark.parametrize("command", list(_commands(main)))
def test_every_command_is_listed(command: str) -> None:
    """In the table for contributors."""
    text = (ROOT / "docs" / "contributing" / "index.md").read_text(encoding="utf-8")
    assert f"`coursewright {command}`" in text

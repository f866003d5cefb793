"""Sheets of paper as HTML: what stands on each, and what must not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree.ElementTree import Element

import html5lib
import pytest
from coursewright.course import Module
from coursewright.documents import texts
from coursewright.exports.paper import PAPERS, SHEETS, sheet
from coursewright.questions import FOLDER, KINDS
from coursewright.site import load_views
from coursewright.views import Views, plain

from tests.courses import MODULE, QUIZ, edited
from tests.examples import example_site
from tests.exports.workshop import TEA, tea

TOLD = frozenset(
    "feedback explanation consequence model_answer checklist hints feedback_true "
    "feedback_false".split()
)
"""Fields that only the key holds, whatever the kind."""


@pytest.fixture(scope="module")
def examples(tmp_path_factory: pytest.TempPathFactory) -> tuple[Views, Module]:
    """A course of all example questions."""
    views = load_views(example_site(tmp_path_factory.mktemp("examples")).parent)
    return views, views.course.modules[0]


def _dense(text: str) -> str:
    return "".join(text.split())


def _body(html: str) -> Element:
    """Parse strictly: html5lib raises for whatever a browser would have to repair."""
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    body: Element = parser.parse(html).find("body")
    return body


def _says(html: str) -> str:
    return " ".join("".join(_body(html).itertext()).split())


def _of(course: tuple[Views, Module], name: str) -> str:
    return sheet(*course, name, "a4")


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_every_kind_has_a_form_on_paper(kind: str) -> None:
    """A kind asks, and answers, on paper as well."""
    text = (FOLDER / KINDS[kind].folder / "paper.jinja").read_text(encoding="utf-8")
    assert ["asks", "answers"] == re.findall(r"macro (asks|answers)\(document\)", text)


@pytest.mark.parametrize("name", SHEETS)
@pytest.mark.parametrize("paper", PAPERS)
def test_a_sheet_needs_no_other_file(examples: tuple[Views, Module], name: str, paper: str) -> None:
    """It holds no script and no style of single elements, and fetches nothing."""
    assert paper in PAPERS
    html = sheet(*examples, name, "letter" if paper == "letter" else "a4")
    assert f"size: {paper};" in html
    root = _body(html)
    assert [] == [node.tag for node in root.iter() if node.tag in ("script", "link", "iframe")]
    assert [] == [node for node in root.iter() if "style" in node.attrib]
    sources = [node.get("src", "") for node in root.iter("img")]
    assert [] == [source for source in sources if not source.startswith("data:image/svg+xml")]
    assert "@import" not in html
    assert "url(" not in html


@pytest.mark.parametrize("name", SHEETS)
def test_a_sheet_has_a_language_a_title_and_one_heading(tmp_path: Path, name: str) -> None:
    """As every page should."""
    html = _of(tea(tmp_path), name)
    assert '<html lang="en">' in html
    assert ": Making tea</title>" in html
    assert ["Making tea"] == ["".join(node.itertext()) for node in _body(html).iter("h1")]


def test_a_worksheet_asks_every_question(examples: tuple[Views, Module]) -> None:
    """By number, with its prompt and all that can be chosen."""
    says = _dense(_says(_of(examples, "worksheet")))
    module = examples[1]
    for question in module.questions:
        assert _dense(plain(question.document.prompt)) in says
        chosen = [choice.text for choice in question.document.choices()]
        assert [] == [text for text in chosen if _dense(plain(text)) not in says]
    assert _dense(f"Question {len(module.questions)}") in says


def _answers(module: Module) -> Iterator[str]:
    for question in module.questions:
        right = getattr(question.document, "kind", "") in ("numeric", "fill-in")
        for path, text in texts(question.document):
            names = {name for name in path if isinstance(name, str)}
            if names & TOLD or "ends" in names or (right and "right" in names):
                yield text


def test_a_worksheet_holds_no_answer(examples: tuple[Views, Module]) -> None:
    """No feedback, explanation, hint, consequence or model answer, and no mark of what is right."""
    html = _of(examples, "worksheet")
    says = _dense(_says(html))
    assert [] == [text for text in _answers(examples[1]) if _dense(plain(text)) in says]
    marks = [node for node in _body(html).iter() if "right" in node.get("class", "").split()]
    assert [] == marks
    assert not re.search(r"data-(?!uri)|correct", re.sub(r"data:image[^\"]*", "", html))


def test_a_worksheet_says_of_a_claim_only_where_it_stands(tmp_path: Path) -> None:
    """What is claimed, and how safely, may be what the question asks."""
    files = edited(QUIZ, ("do first?", "do first [@C1; @D1]?"), files=TEA)
    says = _says(_of(tea(tmp_path, files), "worksheet"))
    assert "The leaf. No date." in says
    assert "Is it so?" in says
    assert [] == [text for text in ("It is so.", "Weak", "Some doubt") if text in says]


def test_a_blank_does_not_tell_what_belongs_there(examples: tuple[Views, Module]) -> None:
    """Numbers and texts that count stand in the key alone."""
    for question in examples[1].questions:
        blanks = getattr(question.document, "blanks", ())
        for text in (text for blank in blanks for text in blank.accept):
            prompt = f"{question.document.prompt} {getattr(question.document, 'text', '')}"
            articles = _articles(_of(examples, "worksheet"), question.document.prompt)
            if text.casefold() not in prompt.casefold():
                assert text.casefold() not in articles.casefold()


def _articles(html: str, prompt: str) -> str:
    found = ["".join(node.itertext()) for node in _body(html).iter("article")]
    return " ".join(text for text in found if _dense(plain(prompt)) in _dense(text))


def test_the_key_holds_everything_said(examples: tuple[Views, Module]) -> None:
    """Every text of every question, save cases and what is only sorted to nothing."""
    says = _dense(_says(_of(examples, "answer-key")))
    for question in examples[1].questions:
        for path, text in texts(question.document):
            told = path[-1] not in ("text", "question") or path[0] != "situations"
            asked = path == ("text",)
            if (told and not asked) or "choices" in path:
                assert _dense(plain(text)) in says, (question.ref, path)


def test_numbers_are_the_same_on_worksheet_and_key(examples: tuple[Views, Module]) -> None:
    """So that the key can be read beside the worksheet."""
    heads = [
        [
            ("".join(next(article.iter("h3")).itertext()), _dense("".join(prompt.itertext())))
            for article in _body(_of(examples, name)).iter("article")
            for prompt in article.iter("div")
            if prompt.get("class", "").endswith("__prompt")
        ]
        for name in ("worksheet", "answer-key")
    ]
    assert len(examples[1].questions) == len(heads[0])
    assert heads[0] == heads[1]


def test_the_key_tells_what_a_wrong_answer_stands_for(tmp_path: Path) -> None:
    """And what mends it."""
    says = _says(_of(tea(tmp_path), "answer-key"))
    assert "It stands for the belief: Tea improves for as long as it brews" in says
    assert "After four minutes mostly bitterness comes out." in says
    assert "Taught in: Water" in says


def test_a_case_is_printed_once(tmp_path: Path) -> None:
    """Later questions about it say where it stands."""
    html = _of(tea(tmp_path), "worksheet")
    assert 1 == html.count("Guests send the pot back.")
    assert "The case “The Blue Inn” stands at question 1." in _says(html)
    assert "(fictional)" in _says(html)


def test_a_handout_is_no_copy_of_the_lessons(tmp_path: Path) -> None:
    """It holds what is looked up later, and room to write."""
    html = _of(tea(tmp_path), "handout")
    says = _says(html)
    expected = (
        "Brew black tea for a guest",
        "Boil, pour, wait four minutes.",
        "Why the kettle decides more than the leaf.",
        "Minutes by leaf",
        "A pot seen from the side. The lid is off.",
        "The case: The Blue Inn (fictional) Guests send the pot back.",
        "Brew a pot for a colleague this week.",
        "Ask for a kettle near the desk.",
        "Who waits in your kitchen?",
    )
    assert [] == [text for text in expected if text not in says]
    assert "Black tea gives up its taste" not in says
    assert [["Leaf", "Minutes", "Taste"]] == [
        ["".join(cell.itertext()) for cell in row.iter("th")]
        for table in _body(html).iter("table")
        for head in table.iter("thead")
        for row in head.iter("tr")
    ]


def test_a_drawing_has_its_colors_and_its_words(tmp_path: Path) -> None:
    """The picture stands alone, and a screen reader says what it shows."""
    image = next(_body(_of(tea(tmp_path), "handout")).iter("img"))
    assert "A pot seen from the side. A wide body, a lid and a spout." == image.get("alt")


def test_citations_are_numbered_references(tmp_path: Path) -> None:
    """Each leads to an entry at the end that names the strength and the source."""
    root = _body(_of(tea(tmp_path), "handout"))
    links = [a.get("href", "")[1:] for sup in root.iter("sup") for a in sup.iter("a")]
    assert {"evidence-C1"} == set(links)
    [entry] = [node for node in root.iter("li") if node.get("id") == "evidence-C1"]
    said = " ".join("".join(entry.itertext()).split())
    assert "It is so. Weak evidence. B. The leaf. No date." == said


def test_links_of_the_site_are_words_on_paper(tmp_path: Path) -> None:
    """Nothing leads to a page that paper does not have."""
    files = edited(MODULE, ("Boil, pour", "Boil [water](lesson:tea/water), pour"), files=TEA)
    root = _body(_of(tea(tmp_path, files), "handout"))
    assert "Boil water, pour" in " ".join("".join(root.itertext()).split())
    assert [] == [a for a in root.iter("a") if not a.get("href", "").startswith(("#", "http"))]


def test_cards_hold_every_thing_to_sort(examples: tuple[Views, Module]) -> None:
    """Each once in its set, with the set's sign, and items never in the right order."""
    root = _body(_of(examples, "cards"))
    cards = [node for node in root.iter("li") if "card" in node.get("class", "").split()]
    sorting = [q.document for q in examples[1].questions if q.document.cards]
    assert {"matching", "categorise", "ordering"} == {getattr(it, "kind", "") for it in sorting}
    expected = sorted(_dense(plain(c.text)) for it in sorting for c in it.cards)
    shown = ["".join("".join(p.itertext()) for p in card.iter("p")) for card in cards]
    assert expected == sorted(_dense(text) for text in shown)
    for document in sorting:
        if getattr(document, "kind", "") == "ordering":
            right = [item.text for item in getattr(document, "items", ())]
            assert right != [card.text for card in document.cards]


def test_a_module_without_sorting_has_no_cards(tmp_path: Path) -> None:
    """And says so."""
    assert "No question of this module is answered by sorting." in _says(
        _of(tea(tmp_path), "cards")
    )


def test_a_title_cannot_leave_the_style(tmp_path: Path) -> None:
    """What stands in the margins of pages stays text."""
    title = 'Tea"; } </style><script>alert(1)</script>'
    files = edited(MODULE, ("title: Making tea", f"title: '{title}'"), files=TEA)
    html = _of(tea(tmp_path, files), "handout")
    assert 1 == html.count("</style>")
    assert "<script" not in html
    assert [title] == ["".join(node.itertext()) for node in _body(html).iter("h1")]

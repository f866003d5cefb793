"""Clean HTML is woven into its page."""

import re
from pathlib import Path

import pytest
from coursewright.course import Module
from coursewright.views import Links, NotFoundError, PageView, Views

from tests.courses import MINIMAL, MODULE, Files, course_of, edited

FILES: Files = {
    **MINIMAL,
    "curriculum/sources.yml": "references:\n  - {id: leaf, type: report, title: The leaf}\n",
    "curriculum/claims.yml": """\
claims:
  - id: C1
    text: Pots keep warm.
    type: opinion
    strength: contested
    because: B.
    sources: [leaf]
    dispute: D1
  - {id: C2, text: It is so., type: opinion, strength: weak, because: B., sources: [leaf]}
disputes:
  - {id: D1, title: Is it so?, say: Some doubt it.}
""",
    "curriculum/glossary.yml": """\
terms:
  - {id: pot, term: Pot, also: [pots], definition: A *vessel* for tea.}
  - {id: tea-pot, term: Tea pot, definition: A pot.}
  - {id: cmo, term: CMO, also: [CMOs], definition: Cup maker only.}
  - {id: oss, term: open, definition: Not shut., link: false}
  - {id: rd, term: R&D, definition: Search.}
  - {id: amp, term: amp, definition: A unit.}
  - {id: lid, term: Lid, definition: A cover.}
""",
}
PARTS = """\
figures: [{id: f, title: A figure, file: f.svg, text: Told in *words*.}]
tables: [{id: t, title: A table, columns: [A, B], rows: [[one, "*two*"]]}]
cases: [{id: c, title: Bramble, fictional: true, body: A *case*.}]
misconceptions:
"""
SVG = '<svg xmlns="http://www.w3.org/2000/svg"><rect/></svg>'


def _view(root: Path, page: str = "modules/tea/water.md", *, notes: bool = False) -> PageView:
    files = edited(MODULE, ("misconceptions:\n", PARTS), files=FILES)
    course = course_of(root, {**files, "curriculum/f.svg": SVG})
    view = PageView(Views(course), Links(page))
    view.notes_here = notes
    return view


def _body(view: PageView, text: str) -> str:
    return "\n".join(view.body(text, view.course.modules[0]))


def _linked(html: str) -> list[tuple[str, str]]:
    """Return id and words of each term that is linked."""
    return re.findall(r'class="cw-term" href="[^"]*#term-([\w-]+)"[^>]*>([^<]*)</a>', html)


def test_a_term_is_linked_where_it_first_occurs(tmp_path: Path) -> None:
    """Once on a page, in whichever form."""
    view = _view(tmp_path)
    html = _body(view, "Warm the pots. Then fill the pot.\n\nThe pot waits.")
    assert [("pot", "pots")] == _linked(html)
    assert [] == _linked(_body(view, "Another pot."))


def test_a_term_tells_its_meaning_in_plain_words(tmp_path: Path) -> None:
    """In a tip that search leaves out."""
    html = _body(_view(tmp_path), "The pot.")
    assert re.search(r'<span class="cw-tip"[^>]*data-search-exclude[^>]*>A vessel for tea\.<', html)
    assert 'href="../../../glossary/#term-pot"' in html


CLOSED = {
    "heading": "## The pot\n\nNothing.",
    "small heading": "#### The pot",
    "link": "[the pot](https://a.org)",
    "course link": "[the pot](lesson:tea/time)",
    "code": "`pot`",
    "code block": "```\npot\n```",
    "table head": "|pot|a|\n|-|-|\n|b|c|",
    "attribute": '<abbr title="pot">x</abbr>',
    "address": "[x](pot)",
}


@pytest.mark.parametrize("text", CLOSED.values(), ids=CLOSED)
def test_terms_are_not_linked_everywhere(tmp_path: Path, text: str) -> None:
    """Not in headings, links, code, heads of tables, attributes; the next place gets the link."""
    assert [("pot", "pot")] == _linked(_body(_view(tmp_path), f"{text}\n\nA pot."))
    assert [] == _linked(_body(_view(tmp_path), text))


OPEN = {
    "emphasis": "*pot*",
    "list": "- a pot",
    "quote": "> a pot",
    "box": "!!! note\n    a pot",
    "cell": "|a|b|\n|-|-|\n|pot|c|",
    "after a link": "[x](https://a.org) pot",
}


@pytest.mark.parametrize("text", OPEN.values(), ids=OPEN)
def test_terms_are_linked_elsewhere(tmp_path: Path, text: str) -> None:
    """In running text of any shape."""
    assert [("pot", "pot")] == _linked(_body(_view(tmp_path), text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The tea pot.", [("tea-pot", "tea pot")]),
        ("The Tea Pot.", [("tea-pot", "Tea Pot")]),
        ("A POT.", [("pot", "POT")]),
        ("The CMO.", [("cmo", "CMO")]),
        ("The CMOs.", [("cmo", "CMOs")]),
        ("The cmo.", []),
        ("The Cmo.", []),
        ("It is open.", []),
        ("A potter, a pot-holder, a crackpot.", []),
        ("Our R&D.", [("rd", "R&amp;D")]),
        ("This & that.", []),
        ("An amp & a volt.", [("amp", "amp")]),
        ("A l\u0131d.", []),
        ("(pot), “pot”", [("pot", "pot")]),
    ],
    ids=lambda value: ascii(value) if isinstance(value, str) else "",
)
def test_which_words_are_terms(tmp_path: Path, text: str, expected: list[tuple[str, str]]) -> None:
    """The longest form, whole words, capitals as written in abbreviations, entities left alone."""
    html = _body(_view(tmp_path), text)
    assert expected == _linked(html)
    assert "&<a" not in html


def test_a_tip_holds_no_links(tmp_path: Path) -> None:
    """Words in a citation's tip are not linked, and do not use up the first occurrence."""
    html = _body(_view(tmp_path), "So it is [@C1]. The pots.")
    assert [("pot", "pots")] == _linked(html)
    assert "Pots keep warm." in html


def test_citations_are_numbered_as_they_come(tmp_path: Path) -> None:
    """The same claim keeps its number."""
    view = _view(tmp_path)
    html = _body(view, "One [@C2; @C1]. Two [@leaf]. Again [@C2].")
    numbers = re.findall(r'class="cw-cite[^>]*>(?:<span.*?</span>)?(\d)', html)
    assert ["1", "2", "3", "1"] == numbers
    assert ["C2", "C1", "leaf"] == [note.id for note in view.notes.values()]


@pytest.mark.parametrize(
    ("notes", "expected"),
    [
        (True, ["#evidence-C1", "#evidence-leaf", "#evidence-D1"]),
        (False, ["claim-C1", "source-leaf", "dispute-D1"]),
    ],
    ids=["own evidence", "elsewhere"],
)
def test_where_citations_lead(tmp_path: Path, notes: bool, expected: list[str]) -> None:
    """To the evidence on the page, or to the page that has it."""
    html = _body(_view(tmp_path, notes=notes), "So it is [@C1; @leaf; @D1].")
    addresses = re.findall(r'class="cw-cite[^"]*" href="([^"]*)"', html)
    assert expected == [a if notes else a.partition("#")[2] for a in addresses]


def test_a_contested_claim_says_so(tmp_path: Path) -> None:
    """In the text, in words."""
    view = _view(tmp_path)
    assert "contested" in _body(view, "So it is [@C1].")
    assert "contested" not in _body(view, "So it is [@C2].")


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("[a](lesson:tea/time)", "../time/"),
        ("[a](module:tea)", "../"),
        ("[a](check:tea)", "../check/"),
        ("[a](term:pot)", "../../../glossary/#term-pot"),
        ("[a](question:tea/signs)", "../time/#q-tea--signs"),
    ],
)
def test_links_inside_the_course(tmp_path: Path, text: str, address: str) -> None:
    """Relative, from the page that holds them."""
    view = _view(tmp_path)
    assert f'<a href="{address}">a</a>' == view.inline(text)
    assert f'<p><a href="{address}">a</a></p>' == view.block(text)


def test_links_keep_what_they_say(tmp_path: Path) -> None:
    """With its markup."""
    html = _view(tmp_path).inline("[a *b* `c`](lesson:tea/time)")
    assert '<a href="../time/">a <em>b</em> <code>c</code></a>' == html


@pytest.mark.parametrize(
    "text", ["[a](lesson:no/no)", "[a](module:no)", "[a](term:no)", "[a](question:no/no)"]
)
def test_a_link_to_nothing_is_an_error(tmp_path: Path, text: str) -> None:
    """One that linking could not see fails when the page is written."""
    with pytest.raises(NotFoundError, match=r'there is no .* "no'):
        _view(tmp_path).inline(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("![](figure:f)", ['<figure class="cw-figure" id="figure-f">', "<rect", "<em>words</em>"]),
        ("![](table:t)", ['id="table-t"', ">A table<", "<em>two</em>"]),
        ("![](case:c)", ["Bramble", "(fictional)", "<em>case</em>"]),
    ],
    ids=["figure", "table", "case"],
)
def test_placed_objects(tmp_path: Path, text: str, expected: list[str]) -> None:
    """In place of their paragraph, between others."""
    html = _body(_view(tmp_path), f"Before.\n\n{text}\n\nAfter.")
    assert "<img" not in html
    assert [] == [part for part in expected if part not in html]
    assert html.index("Before.") < html.index(expected[0]) < html.index("After.")
    assert not re.search(r"<p>\s*<(figure|div|aside)", html)


def test_headings_stay_markdown(tmp_path: Path) -> None:
    """So that the site's table of contents finds them."""
    parts = _view(tmp_path).body("One.\n\n## A & *b*\n\nTwo.\n\n### C\n\nThree.", _tea(tmp_path))
    assert ["## A &#38; b", "### C"] == [part for part in parts if part.startswith("#")]
    assert 5 == len(parts)


@pytest.mark.parametrize(
    "text",
    ["> ## A\n>\n> b", "- ## A\n\n    b", "!!! note\n    ## A\n\n    b"],
    ids=["quote", "list", "box"],
)
def test_headings_inside_of_something_stay_there(tmp_path: Path, text: str) -> None:
    """Elements are never torn apart."""
    (part,) = _view(tmp_path).body(text, _tea(tmp_path))
    assert "<h2>A</h2>" in part
    names = re.findall(r"<(/?)(blockquote|ul|li|div)", part)
    assert sum(1 if closing else -1 for closing, _ in names) == 0


def _tea(root: Path) -> Module:
    return course_of(root, FILES).modules[0]

"""Which mentions are found in a Markdown text."""

import time

import pytest
from coursewright.documents import Mark, marks, misplaced


def _found(text: str) -> list[tuple[str, str]]:
    return [(mark.scheme, mark.target) for mark in marks(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("So it is [@C39].", [("cite", "C39")]),
        ("So it is [@C39; @smith-2019].", [("cite", "C39"), ("cite", "smith-2019")]),
        ("So it is [@C39;@C40].", [("cite", "C39"), ("cite", "C40")]),
        ("[@C1;\n @C2]", [("cite", "C1"), ("cite", "C2")]),
        ("Mail [me@example.org] or @C39", []),
        ("[text](lesson:tea/water)", [("lesson", "tea/water")]),
        ("[a [b] c](module:tea)", [("module", "tea")]),
        ("[text](term:pot) and [text](check:tea)", [("term", "pot"), ("check", "tea")]),
        ("[text](question:tea/first)", [("question", "tea/first")]),
        ('[text](term:pot "A title")', [("term", "pot")]),
        ("[text](<term:pot>)", [("term", "pot")]),
        ("[text][1]\n\n[1]: term:pot", [("term", "pot")]),
        ('<a href="term:pot">text</a>', [("term", "pot")]),
        ('<a href="cite:C1;C2">text</a>', [("cite", "C1"), ("cite", "C2")]),
        ("[text](https://example.org/term:pot)", []),
        ("![](figure:pot)", [("figure", "pot")]),
        ("Before\n\n![](table:cups)\n\nAfter", [("table", "cups")]),
        ("![](case:inn)  ", [("case", "inn")]),
        ("`[@C1]` and `![](figure:x)`", []),
        ("```\n[@C1]\n[a](term:x)\n```\nThen [@C2].", [("cite", "C2")]),
        ("~~~\n[@C1]\n~~~", []),
        ("``a ` [@C1]``", []),
    ],
    ids=lambda value: ascii(value) if isinstance(value, str) else "",
)
def test_mentions(text: str, expected: list[tuple[str, str]]) -> None:
    """Citations, links and placed objects in every form Markdown knows, none in code."""
    assert expected == _found(text)


def test_a_mention_knows_what_to_look_for_in_the_file() -> None:
    """So that a problem can point at it."""
    expected = [Mark("cite", "C1", "@C1"), Mark("term", "pot", "term:pot")]
    assert expected == list(marks("[@C1] [a](term:pot)"))


@pytest.mark.parametrize(
    "text",
    [
        "![](figure:x)",
        "\n![](figure:x)\n",
        "One.\n\n![](figure:x)\n\nTwo.",
        "One.\n\n![](figure:x)\n\n![](table:y)\n\nTwo.",
        "## Heading\n![](figure:x)\n\nTwo.",
        "- one\n\n    ![](figure:x)\n\n- two",
        "!!! note\n    ![](figure:x)\n",
        "`![](figure:x)` in code",
    ],
    ids=ascii,
)
def test_objects_in_their_own_paragraph_are_well_placed(text: str) -> None:
    """Also below a heading, in a list item or in a box."""
    assert [] == list(misplaced(text))


@pytest.mark.parametrize(
    "text",
    [
        "See ![](figure:x).",
        "One.\n![](figure:x)\n\nTwo.",
        "![](figure:x)\nTwo.",
        "- ![](figure:x)",
        '<img src="figure:x">',
        "[![](figure:x)](https://example.org)",
    ],
    ids=ascii,
)
def test_objects_among_words_are_misplaced(text: str) -> None:
    """They would come out as broken pictures."""
    assert ["figure:x"] == [mark.written for mark in misplaced(text)]


@pytest.mark.parametrize(
    "unit",
    [
        "`",
        "~",
        "`a",
        "``a`",
        "```\n",
        " ",
        " \n",
        "\n",
        "[@a;",
        "](lesson:",
        "![](figure:x) ",
        "[",
        "href=",
    ],
    ids=ascii,
)
def test_no_text_takes_long(unit: str) -> None:
    """Looking for mentions takes time by the length of a text, not by its square."""
    text = f"a{(unit * 60_000)[:60_000]}a"
    started = time.process_time()
    assert list(marks(text)) is not None
    assert list(misplaced(text)) is not None
    assert time.process_time() - started < 2

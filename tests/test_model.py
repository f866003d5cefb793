"""The kinds of text in documents, and what they refuse."""

from typing import Any

import pytest
from coursewright.model import MAX_LINES, MAX_MARKDOWN, Document, Id, Many, Markdown, Plain, texts
from pydantic import TypeAdapter, ValidationError

MARKDOWN: TypeAdapter[Markdown] = TypeAdapter(Markdown)
PLAIN: TypeAdapter[str] = TypeAdapter(Plain)
ID: TypeAdapter[str] = TypeAdapter(Id)


class Leaf(Document):
    text: Markdown
    name: Plain = "plain"


class Tree(Document):
    top: Markdown
    leaves: Many[Leaf] = ()
    lines: Many[Markdown] = ()
    none: Markdown | None = None


def _refusal(adapter: TypeAdapter[Any], value: object) -> str:
    with pytest.raises(ValidationError) as caught:
        adapter.validate_python(value)
    return str(caught.value)


@pytest.mark.parametrize("written", ["a", "a-b", "a1-2b", "x" * 64])
def test_ids_are_kebab_case(written: str) -> None:
    """Small letters, digits and single hyphens, at most 64 of them."""
    assert written == ID.validate_python(written)


@pytest.mark.parametrize(
    "written",
    ["", "A", "a_b", "a--b", "-a", "a-", "a b", "a/b", "é", "a\n", "x" * 65, "../a", "\u0430"],
    ids=ascii,
)
def test_other_ids_are_refused(written: str) -> None:
    """Capitals, other letters, double hyphens, line ends and paths."""
    assert _refusal(ID, written)


def test_plain_text_is_one_line_with_single_blanks() -> None:
    """Folding in YAML may leave blanks and a line end, which do not count."""
    assert "a b c" == PLAIN.validate_python("  a  b\tc\n")


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("", "at least 1"),
        (" \t ", "is empty"),
        ("a\nb", "must be one line"),
        ("x" * 401, "at most 400"),
    ],
)
def test_other_plain_text_is_refused(written: str, said: str) -> None:
    """Empty, many lines, or too long."""
    assert said in _refusal(PLAIN, written)


@pytest.mark.parametrize(
    "written",
    [
        "A [link](https://example.org) and [@C1; @C2].",
        "Some (brackets (in brackets)) and 1 < 2 < 3.",
        "[x]" * 500,
        "{{ not a macro }}",
        "`[[[`" * 50,
        r"\[" * 50,
    ],
)
def test_markdown_is_kept_as_written(written: str) -> None:
    """Ordinary text, many closed brackets, brackets in code or behind a backslash."""
    kept = MARKDOWN.validate_python(written)
    assert written == kept
    assert isinstance(kept, Markdown)


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("", "at least 1"),
        (" \n ", "is empty"),
        ("x" * (MAX_MARKDOWN + 1), f"at most {MAX_MARKDOWN}"),
        ("x\n" * (MAX_LINES + 1), f"more than {MAX_LINES} lines"),
        ("[" * 8000, "opens more than"),
        ("![" * 8000, "opens more than"),
        ("[a](" * 8000, "opens more than"),
        ("<a " * 8000, "opens more than"),
        (r"[\]" * 8000, "opens more than"),
        ("[`]`" * 8000, "opens more than"),
    ],
    ids=lambda value: ascii(value)[:16],
)
def test_markdown_that_takes_ages_is_refused(written: str, said: str) -> None:
    """Lengths, lines and open brackets are bounded, since converting takes their square."""
    assert said in _refusal(MARKDOWN, written)


@pytest.mark.parametrize("value", [3, 1.5, True, None, ["a"], {"a": "b"}], ids=repr)
def test_text_is_never_made_of_something_else(value: object) -> None:
    """Numbers, lists and the like are refused, not converted."""
    assert _refusal(MARKDOWN, value)
    assert _refusal(PLAIN, value)


def test_documents_cannot_change() -> None:
    """What an author wrote stays as it is."""
    leaf = Leaf(text=Markdown("a"))
    with pytest.raises(ValidationError):
        leaf.text = Markdown("b")  # type: ignore[misc]


def test_documents_refuse_unknown_keys() -> None:
    """A misspelled key is never dropped in silence."""
    with pytest.raises(ValidationError):
        Leaf.model_validate({"text": "a", "txet": "b"})


def test_texts_finds_every_markdown_text_with_its_path() -> None:
    """At any depth, plain text left aside."""
    tree = Tree.model_validate(
        {"top": "t", "leaves": [{"text": "a", "name": "n"}, {"text": "b"}], "lines": ["c"]}
    )
    expected = [
        (("top",), "t"),
        (("leaves", 0, "text"), "a"),
        (("leaves", 1, "text"), "b"),
        (("lines", 0), "c"),
    ]
    assert expected == list(texts(tree))

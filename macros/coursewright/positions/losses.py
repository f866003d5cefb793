"""What an author meant as text, and YAML silently leaves out."""

from __future__ import annotations

import re

from coursewright.positions.refusals import shorten
from coursewright.positions.source import Lines
from coursewright.problems import Problem

_HASH = re.compile(r"[ \t]#[^\s#]")
_HASH_AFTER_BLANKS = re.compile(r"[ \t]+(#[^\s#])")
_COLON = re.compile(r"\s*:")
_QUOTED = re.compile(r"""\"(?:[^"\\]|\\.)*+\"|'(?:[^']|'')*+'""", re.DOTALL)


def may_cut_off(text: str) -> bool:
    """Tell whether a text holds a # that may end a value before its author wants it to."""
    return _HASH.search(text) is not None


def cut_off(lines: Lines, start: int, end: int) -> Problem | None:
    """Refuse `Question #3`: YAML drops what comes after the space as a comment."""
    found = _HASH_AFTER_BLANKS.match(lines.text, end)
    if start == end or not found:
        return None
    what = "YAML leaves out the rest of this line from the # on, as a comment"
    cure = "If it belongs to the text, put the text in quotes; if not, write a space after the #."
    return Problem(lines.place(found.start(1)), what, cure, "yaml-comment")


def key_alone(lines: Lines, key: str, at: int, value: int) -> Problem | None:
    """Refuse a key without a value in braces: `{id:tea}` and `{text: Yes, we can}`."""
    end = _key_end(lines.text, key, at)
    in_braces = lines.text.startswith((",", "}"), value)
    if not in_braces or end < 0 or _COLON.match(lines.text, end):
        return None
    if ":" in key:
        return no_space(lines, at + key.index(":"))
    what = f'"{shorten(key)}" is a key without a value'
    cure = (
        "If it goes on with the text before the comma, put all of that text in quotes; "
        'if not, write ": " and its value after it.'
    )
    return Problem(lines.place(at), what, cure, "yaml-comma")


def _key_end(text: str, key: str, at: int) -> int:
    if text.startswith(key, at):
        return at + len(key)
    quoted = _QUOTED.match(text, at)
    return quoted.end() if quoted else -1


def no_space(lines: Lines, colon: int) -> Problem:
    """Say that a key and its value run together."""
    what = "there is no space after this colon"
    if lines.text.startswith("\xa0", colon + 1):
        what = "the space after this colon is a no-break space, which YAML takes for a letter"
        return Problem(lines.place(colon + 1), what, "Type the space again.", "yaml-colon")
    return Problem(lines.place(colon), what, 'Write it as "key: value".', "yaml-colon")

"""Bytes to text, and what no text may hold."""

from __future__ import annotations

import re
from itertools import islice

from coursewright.positions.limits import MAX_PROBLEMS
from coursewright.positions.source import Lines
from coursewright.problems import CourseError, Place, Problem

CONTROL = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]"
)
"""Invisible characters; some end a line for YAML and for no editor."""

_DIRECTIVE = re.compile(r"(?:^|[\r\n])(%(?:TAG|YAML)[ \t])")
_UTF_8_MARK = b"\xef\xbb\xbf"
_UTF_16_MARKS = (b"\xff\xfe", b"\xfe\xff")
_AS_UTF_8 = "Save the file as UTF-8: most editors offer it as an encoding under Save as."


def decode(content: bytes, file: str) -> str:
    """Return the text of a UTF-8 file without its byte-order mark."""
    if _is_utf_16(content[:2]):
        what = "this file is saved as UTF-16, not as UTF-8"
        raise CourseError([Problem(Place(file, 1, 1), what, _AS_UTF_8, "encoding")])
    content = content.removeprefix(_UTF_8_MARK)
    try:
        return content.decode()
    except UnicodeDecodeError as error:
        before = content[: error.start].decode()
        what = f"the byte 0x{content[error.start]:02X} here is not UTF-8 text"
        place = Lines(before, file).place(len(before))
        raise CourseError([Problem(place, what, _AS_UTF_8, "encoding")]) from None


def _is_utf_16(beginning: bytes) -> bool:
    return beginning in _UTF_16_MARKS or (0 in beginning and any(beginning))


def check_characters(lines: Lines) -> None:
    """Raise CourseError if a text holds invisible characters."""
    found = islice(CONTROL.finditer(lines.text), MAX_PROBLEMS)
    problems = [invisible(lines.place(one.start()), one[0]) for one in found]
    if problems:
        raise CourseError(problems)


def check_directives(lines: Lines) -> None:
    """Raise CourseError if a text gives orders to YAML; many of them take it minutes to obey."""
    found = _DIRECTIVE.search(lines.text)
    if found:
        what = "lines that start with %TAG or %YAML are not allowed"
        place = lines.place(found.start(1))
        raise CourseError([Problem(place, what, "Remove this line.", "yaml-directive")])


def invisible(place: Place, character: str) -> Problem:
    """Say that a character cannot be seen and must go."""
    name = _NAMES.get(character, "a control character")
    what = f"there is an invisible character here: {name} (U+{ord(character):04X})"
    cure = "Delete it, or type this part of the line again; such characters come with copied text."
    return Problem(place, what, cure, "control-character")


_NAMES = {
    "\0": "a NUL",
    "\x0b": "a vertical tab",
    "\x0c": "a page break",
    "\x85": "a line break of another kind",
    "\u2028": "a line break of another kind",
    "\u2029": "a line break of another kind",
    "\ufeff": "a byte-order mark",
}

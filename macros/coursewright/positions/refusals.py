"""What YAML allows and a course has no use for, in sentences."""

from __future__ import annotations

import re

from coursewright.positions.limits import MAX_DEPTH, MAX_PROBLEMS, MAX_VALUES
from coursewright.positions.scalars import Trap
from coursewright.positions.source import Lines
from coursewright.problems import Place, Problem

_WORD = re.compile(r"[^\s,\[\]{}]*")
_SHOWN = 40


def shorten(text: str) -> str:
    """Return the beginning of a text, short enough for a message."""
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"


def empty_file(where: Place) -> Problem:
    """There is nothing but comments in the file."""
    return Problem(where, "this file is empty", "Write its keys, or remove it.", "empty-file")


def alias(where: Place, name: str) -> Problem:
    """`*name` repeats another part."""
    what = f"*{shorten(name)} repeats another part of the file (an alias), which is not allowed"
    cure = "Write the text out again. If the * belongs to the text, put all of the text in quotes."
    return Problem(where, what, cure, "yaml-alias")


def property_of(lines: Lines, at: int) -> Problem:
    """`&name` or `!name` before a value."""
    found = _WORD.match(lines.text, at)
    name = shorten(found[0] if found else "")
    if name.startswith("&"):
        return _anchor(lines.place(at), name)
    what = f"{name} is a tag, and tags are not allowed"
    cure = "Remove it. If the ! belongs to the text, put all of the text in quotes."
    return Problem(lines.place(at), what, cure, "yaml-tag")


def _anchor(where: Place, name: str) -> Problem:
    what = f"{name} names this part to repeat it (an anchor), which is not allowed"
    cure = (
        "Remove it, and write the text out again where it is repeated. "
        "If the & belongs to the text, put all of the text in quotes."
    )
    return Problem(where, what, cure, "yaml-alias")


def merge_key(where: Place) -> Problem:
    """`<<: *name` copies keys."""
    what = "<< copies keys from elsewhere (a merge key), which is not allowed"
    return Problem(where, what, "Write the keys out again.", "yaml-merge")


def duplicate_key(where: Place, key: str, first: Place) -> Problem:
    """Twice the same key in a mapping."""
    what = f'the key "{shorten(key)}" is already on line {first.line}'
    return Problem(where, what, "Remove one of the two.", "duplicate-key", also=(first,))


def key_not_text(where: Place, text: str, key: object) -> Problem:
    """A key that is a number, a date, nothing, a list or a mapping."""
    if isinstance(key, (list, dict)):
        kind = "a list" if isinstance(key, list) else "a group of keys"
        what = f"a key must be text, and this is {kind}"
        cure = "If it starts with a bracket, put the key in quotes."
        return Problem(where, what, cure, "yaml-key")
    if not text:
        cure = 'Write it as "key: value".'
        return Problem(where, "there is no key before this colon", cure, "yaml-key")
    reading = key.reads_as if isinstance(key, Trap) else _kind(key)
    what = f"a key must be text, and YAML reads {shorten(text)} as {reading}"
    return Problem(where, what, f'Put it in quotes: "{shorten(text)}".', "yaml-key")


def _kind(key: object) -> str:
    if isinstance(key, bool):
        return "true" if key else "false"
    return "nothing" if key is None else "a number"


def no_space_after_dash(where: Place) -> Problem:
    """`-id: tea` is one long key."""
    what = "there is no space after this -"
    return Problem(where, what, 'Write "- " before an item of a list.', "yaml-list")


def second_document(where: Place) -> Problem:
    """`---` in the middle of the file."""
    what = "--- starts a second document, and a file holds only one"
    cure = "Remove this line. If it is a line across a text, indent it like the rest of the text."
    return Problem(where, what, cure, "yaml-documents")


def too_deep(where: Place) -> Problem:
    """Lists in lists in lists."""
    what = f"lists and groups of keys are nested more than {MAX_DEPTH} deep here"
    return Problem(where, what, "Put text that holds brackets in quotes.", "too-deep")


def too_many_values(where: Place) -> Problem:
    """More values than any course needs in one file."""
    what = f"this file holds more than {MAX_VALUES:,} values"
    return Problem(where, what, "Split it into several files.", "too-many-values")


def too_many_problems(where: Place) -> Problem:
    """Reading stopped."""
    what = f"reading stopped here, after {MAX_PROBLEMS} problems"
    return Problem(where, what, "Mend those first; there may be more.", "too-many-problems")

"""Diagnoses of quotes, and of text that cannot go without them."""

from __future__ import annotations

import yaml

from coursewright.positions.clue import Clue
from coursewright.problems import Problem

_QUOTES = ("'", '"')
_IN_QUOTES = "Put all of the text in quotes, or write it on the lines below its key after a |."


def unclosed_quote(clue: Clue) -> Problem | None:
    """Find a quote that stays open until the end."""
    if "quoted scalar" not in clue.context or not clue.says("end of stream", "document"):
        return None
    mark = clue.text[clue.since]
    what = f"the quote that opens here is never closed by another {mark}"
    cure = f"Add a {mark} where its text ends."
    if mark == "'":
        cure += " If it is an apostrophe, put all of the text in double quotes."
    return clue.report(clue.since, what, cure, "yaml-quote")


def escape(clue: Clue) -> Problem | None:
    r"""Find `\U` or the like in a text in double quotes."""
    if "quoted scalar" not in clue.context:
        return None
    backslash = clue.text.rfind("\\", clue.since, clue.at + 1)
    if backslash < 0:
        return None
    written = clue.text[backslash : backslash + 2]
    what = f"{written} has no meaning here, in a text in double quotes"
    cure = r"Write the backslash twice (\\), or put the text in single quotes."
    return clue.report(backslash, what, cure, "yaml-escape")


def special_character(clue: Clue) -> Problem | None:
    """Find text that starts with a character YAML has other plans for."""
    if clue.says("cannot start any token"):
        return _start_of(clue, _first_of_text(clue))
    if clue.says("mapping keys are not allowed", "undefined tag handle"):
        return _start_of(clue, clue.at)
    if clue.context.endswith(("anchor", "alias", "tag", "directive")):
        return _start_of(clue, clue.since)
    return _after_block_sign(clue) if "block scalar" in clue.context else None


def _first_of_text(clue: Clue) -> int:
    """Take `[@` for the beginning of a text, not of a list."""
    before = clue.before.rstrip()
    return clue.at - len(clue.before) + len(before) - 1 if before.endswith(("[", "{")) else clue.at


def _start_of(clue: Clue, offset: int) -> Problem:
    what = f"text that starts with {clue.text[offset]} must be in quotes"
    return clue.report(offset, what, _IN_QUOTES, "yaml-unquoted")


def _after_block_sign(clue: Clue) -> Problem:
    what = f"text cannot follow {clue.text[clue.since]} on the same line"
    cure = "Start the text on the next line, two spaces in, or put all of it in quotes."
    return clue.report(clue.since, what, cure, "yaml-unquoted")


def after_quote(clue: Clue) -> Problem | None:
    """Find text behind the closing quote of a value."""
    start, end = _quoted(clue)
    if end < 0 or _lacks_comma(clue) or clue.text[end : clue.at].strip(" \t"):
        return None
    line = clue.lines.number(end - 1)
    if clue.lines.number(start) < line:
        return _closed_late(clue, start, line)
    if clue.character == ",":
        return _comma(clue)
    what = "there is more text after the closing quote"
    if clue.at == end and clue.text[start] == "'":
        cure = "Write an apostrophe inside single quotes twice (''), or use double quotes."
        return clue.report(end - 1, "this quote ends the text", cure, "yaml-quote")
    cure = "Put all of the text in quotes of the other kind, or write it below its key after a |."
    return clue.report(clue.at, what, cure, "yaml-quote")


def _comma(clue: Clue) -> Problem:
    what = "this comma is outside the quotes and brackets"
    cure = "Remove it; lines need no comma between them."
    return clue.report(clue.at, what, cure, "yaml-comma")


def _lacks_comma(clue: Clue) -> bool:
    return clue.context.startswith("while parsing a flow") and clue.character in _QUOTES


def _closed_late(clue: Clue, start: int, line: int) -> Problem:
    what = f"the quote that opens here closes only on line {line}, before other text"
    also = (clue.lines.place(clue.at),)
    return clue.report(start, what, "Close it where its text ends.", "yaml-quote", also)


def _quoted(clue: Clue) -> tuple[int, int]:
    """Return the start and end of a quoted value right before, or -1 twice."""
    last = clue.last
    if isinstance(last, yaml.ScalarEvent) and last.style in _QUOTES:
        return clue.span
    return -1, -1


def after_bracket(clue: Clue) -> Problem | None:
    """Find text that starts with a bracket but goes on behind the closing one."""
    end = clue.span[1]
    if not isinstance(clue.last, yaml.CollectionEndEvent) or clue.text[end - 1] not in "]}":
        return None
    if clue.text[end : clue.at].strip(" \t"):
        return None
    if clue.character in ("]", "}"):
        what = f"this {clue.character} closes nothing"
        return clue.report(clue.at, what, "Remove it, or put the text in quotes.", "yaml-bracket")
    if clue.character == "," and clue.text[clue.at + 1 :][:1] in ("", "\r", "\n"):
        return _comma(clue)
    return _start_of(clue, clue.closed)

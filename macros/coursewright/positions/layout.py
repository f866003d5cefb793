"""Diagnoses of tabs, colons, brackets, lists and indentation."""

from __future__ import annotations

import re
from itertools import islice

import yaml

from coursewright.positions.clue import Clue
from coursewright.positions.losses import no_space
from coursewright.positions.refusals import key_not_text, no_space_after_dash
from coursewright.problems import Problem

_TAB = re.compile(r"(?m)^ *(\t)")
_KEY = re.compile(r"[ \t]*(?:- +)*[\w-]+[ \t]*")
_RUN_TOGETHER = re.compile(r"[ \t]*(?:- +)*[\w-]+(:)(?=[^\s/:]|\xa0)")
_DASH = re.compile(r"-[^\s-]")
_CLOSING = {"[": "]", "{": "}"}
_SHOWN = 20


def tab(clue: Clue) -> Problem | None:
    """Find a tab where YAML wants spaces."""
    found = _TAB.match(clue.text, clue.lines.start(clue.at))
    if not (clue.character == "\t" or clue.says("tab character")):
        return None
    if not found:
        return clue.report(clue.at, "there is a tab here", "Use a space instead.", "yaml-tab")
    others = (one.start(1) for one in _TAB.finditer(clue.text, found.end()))
    also = tuple(clue.lines.place(offset) for offset in islice(others, _SHOWN))
    what = "this line is indented with a tab"
    cure = "Use two spaces for each step, here and on every other line."
    return clue.report(found.start(1), what, cure, "yaml-tab", also)


def brackets(clue: Clue) -> Problem | None:
    """Find a bracket that is never closed, or closed by the wrong one, or a missing comma."""
    if not clue.context.startswith("while parsing a flow") or clue.says("node content"):
        return None
    opening = clue.text[clue.since]
    if _runs_on(clue):
        return _unclosed(clue, clue.since)
    if clue.character in ("]", "}"):
        what = f"this {clue.character} does not close the {opening} before it"
        cure = f"Write {_CLOSING[opening]} here."
        return clue.report(clue.at, what, cure, "yaml-bracket")
    what = "there is no comma before this"
    if clue.character == ":":
        what = 'there is no comma before this key, or this is text that contains ": "'
    cure = 'Put a comma between items, and quotes around text that holds ", " or ": ".'
    return clue.report(clue.at, what, cure, "yaml-comma")


def _runs_on(clue: Clue) -> bool:
    """Tell whether the parser left the brackets behind: at the end, or among the next keys."""
    if clue.at_end:
        return True
    indent = _indent(clue, clue.since)
    closing = re.compile(rf"(?m)^ {{0,{indent}}}[\]}}]")
    if _same_line(clue, clue.since) or closing.search(clue.text, clue.at):
        return False
    return _indent(clue, clue.at) <= indent


def _same_line(clue: Clue, offset: int) -> bool:
    return clue.lines.number(offset) == clue.lines.number(clue.at)


def _indent(clue: Clue, offset: int) -> int:
    line = clue.lines.line(clue.lines.number(offset))
    return len(line) - len(line.lstrip())


def _unclosed(clue: Clue, offset: int) -> Problem:
    opening = clue.text[offset]
    what = f"the {opening} that opens here is never closed"
    cure = f"Add a {_CLOSING[opening]} at its end, or put the text in quotes if it is no list."
    return clue.report(offset, what, cure, "yaml-bracket")


def no_value(clue: Clue) -> Problem | None:
    """Find a comma or a bracket where a value should be."""
    if not clue.says("node content"):
        return None
    if clue.at_end and clue.text[clue.opened : clue.opened + 1] in ("[", "{"):
        return _unclosed(clue, clue.opened)
    if clue.character == ":":
        return key_not_text(clue.lines.place(clue.at), "", None)
    what = f"this {clue.character or 'end of the file'} stands where a value should be"
    cure = "Remove it, or put all of the text in quotes if it belongs to one."
    return clue.report(clue.at, what, cure, "yaml-bracket")


def colon(clue: Clue) -> Problem | None:
    """Find `: ` inside text, or a key that became part of the text above it."""
    if not clue.says("mapping values"):
        return None
    start = clue.span[0] if isinstance(clue.last, yaml.ScalarEvent) else clue.at
    if not _same_line(clue, start):
        found = _RUN_TOGETHER.match(clue.text, start)
        if found:
            return no_space(clue.lines, found.start(1))
        if _KEY.fullmatch(clue.before):
            return _joined(clue, start)
    what = 'this text contains ": ", which YAML takes for the end of a key'
    cure = "Put all of the text in quotes, or write it on the lines below its key after a |."
    return clue.report(clue.at, what, cure, "yaml-colon")


def _joined(clue: Clue, start: int) -> Problem:
    if not clue.text[clue.lines.start(start) : start].strip(" -"):
        return _no_colon(clue, start)
    at = clue.at - len(clue.before.lstrip())
    what = "this line is indented further than the key above, so it goes on with its text"
    cure = "Line it up with the other keys, or put the text above in quotes if it belongs to it."
    return clue.report(at, what, cure, "yaml-indentation")


def no_colon(clue: Clue) -> Problem | None:
    """Find a line that holds no key, among keys."""
    if not clue.says("could not find expected ':'"):
        return None
    found = _RUN_TOGETHER.match(clue.text, clue.since)
    if found:
        return no_space(clue.lines, found.start(1))
    if _DASH.match(clue.text, clue.since):
        return no_space_after_dash(clue.lines.place(clue.since))
    return _no_colon(clue, clue.since)


def _no_colon(clue: Clue, offset: int) -> Problem:
    what = "there is no colon on this line, among lines with keys"
    cure = 'Write it as "key: value", or indent it further if it goes on with the text above.'
    return clue.report(offset, what, cure, "yaml-colon")


def list_on_key_line(clue: Clue) -> Problem | None:
    """Find `key: - item`."""
    if not clue.says("sequence entries are not allowed"):
        return None
    what = "a list cannot start on the line of its key"
    cure = 'Start it on the next line, with "- " before each item; or quote the text if it is one.'
    return clue.report(clue.at, what, cure, "yaml-list")


def stray(clue: Clue) -> Problem | None:
    """Find a colon without a key, a bracket that closes nothing, or text after the end."""
    if clue.character == ":":
        return key_not_text(clue.lines.place(clue.at), "", None)
    if clue.character in ("]", "}"):
        what = f"this {clue.character} closes nothing"
        return clue.report(clue.at, what, "Remove it, or put the text in quotes.", "yaml-bracket")
    return _after_the_end(clue) if isinstance(clue.last, yaml.DocumentEndEvent) else None


def _after_the_end(clue: Clue) -> Problem | None:
    if clue.last.explicit:
        what = "this comes after ..., which ends the file for YAML"
        return clue.report(clue.at, what, 'Remove the line "...".', "yaml-documents")
    if clue.starts_line:
        return None
    what = "this comes after the closing quote or bracket"
    return clue.report(clue.at, what, "Put all of the text in quotes.", "yaml-quote")


def indentation(clue: Clue) -> Problem | None:
    """Find a line that fits none of the lines above it."""
    if not clue.starts_line:
        return None
    if clue.text.startswith("-", clue.at):
        what = 'this "- " belongs to no list'
        cure = 'Line it up with the "- " of its list; the key of a list has no text of its own.'
        return clue.report(clue.at, what, cure, "yaml-indentation")
    if clue.says("'-' indicator", "block end") and _same_column(clue) and _in_list(clue):
        what = 'this line is lined up with the "- " above, but has none'
        cure = (
            'Indent it two spaces further if it belongs to that item; if not, start it with "- ".'
        )
        return clue.report(clue.at, what, cure, "yaml-indentation")
    what = "the indentation of this line fits none of the lines above"
    cure = 'Line it up with the keys or the "- " that it goes with.'
    return clue.report(clue.at, what, cure, "yaml-indentation")


def _same_column(clue: Clue) -> bool:
    return len(clue.before) == clue.since - clue.lines.start(clue.since)


def _in_list(clue: Clue) -> bool:
    return clue.text.startswith("-", clue.since)

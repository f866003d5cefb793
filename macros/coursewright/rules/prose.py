"""Words, sentences and paragraphs of Markdown as it was written, with where they start.

Markup is blanked out rather than removed, so that every offset still fits the author's text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from coursewright.documents.code import fenced

_NOT_PROSE = re.compile(
    r"""^[ ]{0,3}\#{1,6}[ ][^\n]*$      # headings
    | ^[ \t]*\|[^\n]*$                  # rows of tables
    | ^[ \t]*(?:!!!|\?\?\?)[^\n]*$      # titles of admonitions
    | ^[ \t]*!\[[^\[\]]*\]\([^()]*\)[ \t]*$
    """,
    re.MULTILINE | re.VERBOSE,
)
_MARKUP = re.compile(
    r"""^[ \t]*(?:>|[-+*]|\d+[.)])[ \t]+  # quotations and items of lists
    | \[@[^\[\]]*\]                       # citations
    | !\[[^\[\]]*\]\([^()]*\)
    | \]\([^()]*\)                        # addresses of links
    | </?[a-z][^<>]*>
    | [*_`\[\]]
    """,
    re.MULTILINE | re.VERBOSE,
)
_PARAGRAPH = re.compile(r"\S[^\n]*(?:\n[^\n]*\S[^\n]*)*")
_ITEM = re.compile(r"^[ \t]*(?:[-+*]|\d+[.)])[ \t]+", re.MULTILINE)
_STOP = re.compile(r"(?<=[.!?…])[\"”’)]*\s+(?=[\"“\u2018(]*(?:[A-Z]|(?<!\bNo\.\s)\d))")
_ABBREVIATION = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|St|vs|e\.g|i\.e|c|cf)|\b(?:[A-Z]\.)*[A-Z])\.$"
)
_WORD = re.compile(r"[^\W_]+(?:[’'.,\-/][^\W_]+)*")


class Passage(NamedTuple):
    """A stretch of a text."""

    start: int
    text: str
    """As the author wrote it."""


def bare(text: str) -> str:
    """Return a text with its markup blanked out, each character in its place."""
    return _blanked(_MARKUP, text)


def plain(text: str) -> str:
    """Return the words of a text on one line."""
    return " ".join(bare(text).split())


def words(text: str) -> list[str]:
    """Return the words of a text."""
    return _WORD.findall(bare(text))


def paragraphs(text: str) -> Iterator[Passage]:
    """Yield the paragraphs and lists of a text; headings, tables and code are left out."""
    for found in _PARAGRAPH.finditer(_blanked(_NOT_PROSE, _without_code(text))):
        yield Passage(found.start(), text[found.start() : found.end()])


def sentences(text: str) -> Iterator[Passage]:
    """Yield every sentence of a text."""
    for start, paragraph in paragraphs(text):
        shown = bare(paragraph)
        cuts = [0, *sorted(_cuts(paragraph, shown)), len(shown)]
        for left, right in pairwise(cuts):
            sentence = shown[left:right]
            if words(sentence):
                begin = left + len(sentence) - len(sentence.lstrip())
                yield Passage(start + begin, paragraph[begin:right].rstrip())


def _cuts(paragraph: str, shown: str) -> set[int]:
    items = {found.start() for found in _ITEM.finditer(paragraph)}
    stops = (found for found in _STOP.finditer(shown))
    return items | {stop.end() for stop in stops if not _abbreviated(shown[: stop.start()])}


def _abbreviated(before: str) -> bool:
    return _ABBREVIATION.search(before[-12:]) is not None


def _without_code(text: str) -> str:
    """Blank out fenced code."""
    pieces, end = [], 0
    for start, after in fenced(text):
        pieces += [text[end:start], _blank(text[start:after])]
        end = after
    return "".join([*pieces, text[end:]])


def _blanked(pattern: re.Pattern[str], text: str) -> str:
    return pattern.sub(lambda found: _blank(found[0]), text)


def _blank(text: str) -> str:
    return re.sub(r"[^\n]", " ", text)

"""Where the code in a Markdown text stands; found in one pass, however much nothing closes."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Hashable, Iterator
from functools import lru_cache

Span = tuple[int, int]
_FENCE = re.compile(r"^(`{3,}+|~{3,}+)([^\n]*)$", re.MULTILINE)
_TICKS = re.compile(r"`++")


def fenced(text: str) -> Iterator[Span]:
    """Yield start and end of each block of code between two fences."""
    fences = list(_FENCE.finditer(text))
    shuts = [fence[1] if not fence[2].strip() else None for fence in fences]
    for first, last in _pairs([fence[1] for fence in fences], shuts):
        yield fences[first].start(), fences[last].end()


@lru_cache(maxsize=4096)
def without_code(text: str) -> str:
    """Return a text without its code, in blocks and in lines."""
    if "`" not in text and "~~~" not in text:
        return text
    bare = "".join(_outside(text, fenced(text)))
    ticks = list(_TICKS.finditer(bare))
    pairs = _pairs([run[0] for run in ticks], [run[0] for run in ticks])
    return "".join(_outside(bare, ((ticks[a].start(), ticks[b].end()) for a, b in pairs)))


def _outside(text: str, spans: Iterator[Span]) -> Iterator[str]:
    end = 0
    for start, after in spans:
        yield text[end:start]
        end = after
    yield text[end:]


def _pairs(opens: list[str], shuts: list[Hashable]) -> Iterator[Span]:
    """Yield each mark that opens with the next after it that shuts the same, without overlap."""
    where: dict[Hashable, list[int]] = {}
    for number, mark in enumerate(shuts):
        where.setdefault(mark, []).append(number)
    after = 0
    for number, mark in enumerate(opens):
        same = where.get(mark, [])
        nth = bisect_right(same, number)
        if number >= after and nth < len(same):
            yield number, same[nth]
            after = same[nth] + 1

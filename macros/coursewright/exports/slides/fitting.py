"""What fits on a slide, by an estimate that is rather too wide than too narrow."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence

from coursewright.exports.slides.deck import Grid
from coursewright.exports.slides.geometry import Box
from coursewright.exports.slides.rich import Paragraph, halved

WIDTH = 0.53
"""Of a letter, as a share of its size: the mean of English text in Arial is about 0.5."""
LEADING = 1.2
GAP = 0.5
"""Between paragraphs, as a share of the size."""
TABLE_SIZES = (18, 16, 15, 14, 13, 12)
INDENT = 22
"""Points by which each level of a list stands in."""


Row = tuple[Paragraph, ...]


def lines(text: str, width: float, size: float) -> int:
    """Return on how many lines a text of this size stands."""
    return max(1, math.ceil(len(text) * WIDTH * size / max(width, size)))


def height(paragraphs: Iterable[Paragraph], width: float, size: float) -> float:
    """Return how high paragraphs of this size are, in points."""
    return sum(_one(paragraph, width, size) for paragraph in paragraphs)


def _one(paragraph: Paragraph, width: float, size: float) -> float:
    own = size + 4 if paragraph.lead else size
    room = width - INDENT * (paragraph.level + 1)
    return lines(paragraph.text, room, own) * own * LEADING + own * GAP


def fitted(
    paragraphs: Sequence[Paragraph], box: Box, sizes: Sequence[int]
) -> tuple[int, list[list[Paragraph]]]:
    """Return the largest size at which all stands on one slide, or the least and several slides."""
    for size in sizes:
        if height(paragraphs, box.width, size) <= box.height:
            return size, [list(paragraphs)]
    return sizes[-1], list(_filled(paragraphs, box, sizes[-1]))


def _filled(paragraphs: Sequence[Paragraph], box: Box, size: float) -> Iterator[list[Paragraph]]:
    """Yield slides that are about equally full."""
    paragraphs = [part for it in paragraphs for part in _divided(it, box, size)]
    total = height(paragraphs, box.width, size)
    share = min(box.height, total / math.ceil(total / box.height) + 2 * size)
    page: list[Paragraph] = []
    for paragraph in paragraphs:
        if page and height([*page, paragraph], box.width, size) > share:
            yield page
            page = []
        page.append(paragraph)
    yield page


def _divided(paragraph: Paragraph, box: Box, size: float) -> Iterator[Paragraph]:
    """Yield a paragraph, in halves when it is longer than a whole slide."""
    if height([paragraph], box.width, size) <= box.height:
        yield paragraph
        return
    for half in halved(paragraph):
        yield from _divided(half, box, size)


def grid_pages(grid: Grid, box: Box) -> tuple[int, list[float], list[list[Row]]]:
    """Return the size of a table's type, the widths of its columns, and its rows slide by slide."""
    texts = [grid.heads, *(tuple(cell.text for cell in row) for row in grid.rows)]
    widths = column_widths(texts, box.width)
    for allowed in range(1, len(texts) + 1):
        for size in TABLE_SIZES:
            heights = [row_height(row, widths, size) for row in texts]
            pages = list(_pages(grid, heights, box.height))
            if len(pages) <= allowed:
                return size, widths, pages
    raise AssertionError("a page for each row is always enough")


def _pages(grid: Grid, heights: list[float], room: float) -> Iterator[list[Row]]:
    """Yield rows that fit below the head, on slides about equally full."""
    head, *rows = heights
    room = max(room, head + 1)
    slides = math.ceil(sum(rows) / (room - head))
    share = min(room - head, sum(rows) / slides + max(rows) / 2)
    page: list[Row] = []
    filled = 0.0
    for row, height in zip(grid.rows, rows, strict=True):
        if page and filled + height > share:
            yield page
            page, filled = [], 0.0
        page.append(row)
        filled += height
    yield page


def row_height(cells: Sequence[str], widths: Sequence[float], size: float) -> float:
    """Return how high a row of a table is, in points."""
    most = max(lines(c, w - 16, size) for c, w in zip(cells, widths, strict=True))
    return most * size * LEADING + 10


def column_widths(rows: Sequence[Sequence[str]], total: float) -> list[float]:
    """Share out a width among columns by how much they hold; none gets less than 90 points."""
    columns = list(zip(*rows, strict=True))
    weights = [math.sqrt(sum(map(len, column)) + 1) for column in columns]
    shares = [max(90.0, total * weight / sum(weights)) for weight in weights]
    return [share * total / sum(shares) for share in shares]

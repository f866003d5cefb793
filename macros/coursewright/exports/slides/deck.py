"""A deck of slides as data: what stands on each, and what the trainer says to it."""

from __future__ import annotations

from dataclasses import dataclass

from coursewright.exports.slides.rich import Paragraph

Cells = tuple[tuple[Paragraph, ...], ...]


@dataclass(frozen=True)
class Grid:
    """A table: its heads, and its rows of cells."""

    title: str
    heads: tuple[str, ...]
    rows: Cells


@dataclass(frozen=True)
class Bars:
    """A chart: one bar for each name."""

    title: str
    series: str
    names: tuple[str, ...]
    values: tuple[float, ...]


@dataclass(frozen=True)
class Picture:
    """A drawing, with words that say the same."""

    title: str
    drawing: str
    text: str


@dataclass(frozen=True)
class Slide:
    """A slide; what does not fit is told apart into several when the deck is written."""

    title: str
    body: tuple[Paragraph, ...] = ()
    second: tuple[Paragraph, ...] = ()
    """What stands in the right half, where there is one."""
    notes: tuple[str, ...] = ()
    """What to say, paragraph by paragraph."""
    shown: Grid | Bars | Picture | None = None
    opening: bool = False
    """Whether it is the first slide, with the title of the deck."""

"""What an answer to a question consists of, so that a trainer can read it in words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Pick:
    """Something that can be answered."""

    key: str
    """As the browser keeps it."""
    text: str
    """In Markdown; in a part with `named`, the name of words of the interface."""
    right: bool
    to: str = ""
    """The part that follows, where answers lead from one part to the next."""


@dataclass(frozen=True)
class Part:
    """A group of controls, or a row, that gets an answer of its own."""

    name: str
    label: str
    """In Markdown; empty where the question has one part."""
    picks: tuple[Pick, ...]
    """Answers known beforehand; where people type, those that the author thought of."""
    exact: bool = False
    """Whether capital and small letters are told apart in what is typed."""
    named: bool = False
    """Whether the label and the picks' texts are names of words of the interface."""


def rows(
    labels: Iterable[tuple[str, str, str]], offers: Iterable[tuple[str, str]]
) -> tuple[Part, ...]:
    """Return a part for each row, by key, label and the right offer's key."""
    known = tuple(offers)
    return tuple(
        Part(name, label, tuple(Pick(key, text, key == right) for key, text in known))
        for name, label, right in labels
    )

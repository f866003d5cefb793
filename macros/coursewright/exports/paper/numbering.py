"""The questions of a module as paper numbers them, the same on worksheet, key and cards."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count

from coursewright.course import Module, Question
from coursewright.views import Words


@dataclass(frozen=True)
class Numbered:
    """A question with its number, and where its case and its figure are printed."""

    number: int
    question: Question
    case_at: int
    """Number of the question that prints the case; its own, where it is the first."""
    figure_at: int


@dataclass(frozen=True)
class Part:
    """The questions that stand under one heading."""

    title: str
    items: tuple[Numbered, ...]


def numbered(module: Module, words: Words) -> list[Part]:
    """Return a module's questions: those of each lesson, then those of its check."""
    first: dict[tuple[str, str], int] = {}
    parts: list[Part] = []
    numbers = count(1)
    for title, questions in _grouped(module, words):
        items = (_numbered(next(numbers), question, first) for question in questions)
        parts.append(Part(title, tuple(items)))
    return parts


def _numbered(number: int, question: Question, first: dict[tuple[str, str], int]) -> Numbered:
    document = question.document
    case_at = first.setdefault(("case", document.case or ""), number)
    figure_at = first.setdefault(("figure", document.figure or ""), number)
    return Numbered(number, question, case_at, figure_at)


def _grouped(module: Module, words: Words) -> Iterator[tuple[str, list[Question]]]:
    """Yield each group that has questions; no question is in two of them."""
    left = dict.fromkeys(q for lesson in module.lessons for q in lesson.questions)
    left |= dict.fromkeys([*module.check, *module.questions])
    groups = [(lesson.title, lesson.questions) for lesson in module.lessons]
    for title, questions in [*groups, (words("check.title"), list(left))]:
        if here := [question for question in questions if question in left]:
            yield title, here
        for question in here:
            del left[question]

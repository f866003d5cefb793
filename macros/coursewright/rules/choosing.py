"""The lists that questions offer to choose from, whatever the kind of question."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from coursewright.course import Question
from coursewright.documents import Path
from coursewright.problems import Place
from coursewright.questions.base import Choice
from coursewright.rules import places


@dataclass(frozen=True)
class Offer:
    """A list to choose from, with the path of each choice in its question."""

    question: Question
    listed: tuple[tuple[Path, Choice], ...]

    @property
    def place(self) -> Place:
        """Where the list is."""
        return places.of_question(self.question, *self.listed[0][0][:-1])

    @property
    def keys(self) -> tuple[int, ...]:
        """Positions of the right choices."""
        return tuple(index for index, (_, choice) in enumerate(self.listed) if choice.correct)

    @property
    def key(self) -> Choice:
        """The first right choice."""
        return self.listed[self.keys[0]][1]

    @property
    def wrong(self) -> tuple[Choice, ...]:
        """The wrong choices."""
        return tuple(choice for _, choice in self.listed if not choice.correct)

    @property
    def key_place(self) -> Place:
        """Where the text of the first right choice is."""
        path, _ = self.listed[self.keys[0]]
        return places.of_question(self.question, *path, "text")


def offers(questions: Iterable[Question]) -> Iterator[Offer]:
    """Yield every list to choose from."""
    for question in questions:
        for _, listed in groupby(question.document.chosen(), key=lambda pair: pair[0][:-1]):
            yield Offer(question, tuple(listed))


def with_one_key(questions: Iterable[Question]) -> list[Offer]:
    """Return the lists with a single right choice and at least one wrong one."""
    return [offer for offer in offers(questions) if len(offer.keys) == 1 and offer.wrong]


def choices(questions: Iterable[Question]) -> Iterator[tuple[Question, Path, Choice]]:
    """Yield every choice with its question and its path there."""
    for question in questions:
        for path, choice in question.document.chosen():
            yield question, path, choice

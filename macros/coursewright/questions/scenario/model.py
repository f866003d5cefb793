"""The model of a branching case."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, ClassVar, Literal, Self

from pydantic import Field, model_validator

from coursewright.model import Document, Id, Many, Markdown, Mistake, Path
from coursewright.questions.base import BaseQuestion, Choice, Paragraph, digest
from coursewright.questions.faults import refuse
from coursewright.questions.mixing import distinct
from coursewright.questions.parts import Part, Pick
from coursewright.questions.scenario.branches import dangling, loops, unreached

Quality = Literal["good", "fair", "poor"]


class Decision(Document):
    """One thing to do in a situation, and what comes of it."""

    id: Id | None = None
    """Only needed to keep answers when the wording changes a lot."""
    text: Paragraph
    """What can be done."""
    to: Id
    """The situation or the end that follows."""
    consequence: Markdown
    """Shown once the learner has decided."""
    quality: Quality
    """How good a decision it is."""
    misconception: Id | None = None
    """The misconception of the module that this decision stands for."""

    @property
    def key(self) -> str:
        """A name that survives reordering: the id, or a digest of the wording."""
        return self.id or digest(self.text)

    @property
    def choice(self) -> Choice:
        """What the decision is to those who know nothing of branches."""
        return Choice(
            id=self.id,
            text=self.text,
            correct=self.quality == "good",
            feedback=self.consequence,
            misconception=self.misconception,
        )


class Situation(Document):
    """A point where the learner has to decide."""

    id: Id
    """Choices lead to it."""
    text: Markdown
    """What has happened."""
    question: Paragraph | None = None
    """Asked above the choices; by itself "What do you do?"."""
    choices: Annotated[Many[Decision], Field(min_length=2, max_length=5)]
    """What can be done."""

    @property
    def picks(self) -> tuple[Pick, ...]:
        """What can be decided, and where it leads."""
        return tuple(Pick(it.key, it.text, it.quality == "good", it.to) for it in self.choices)

    @model_validator(mode="after")
    def _different_choices(self) -> Self:
        distinct(((choice.key, choice.text) for choice in self.choices), "choice")
        return self


class End(Document):
    """How the case can end."""

    id: Id
    """Choices lead to it."""
    title: Paragraph
    """How it ends, in a few words."""
    text: Markdown
    """How it ends."""
    quality: Quality
    """How good an end it is."""


class ScenarioQuestion(BaseQuestion):
    """A branching case: decisions lead from one situation to the next, until an end.

    Right when all decisions on the learner's way were good. For the score a good decision counts
    one and a fair one a half.
    """

    folder: ClassVar[str] = "scenario"
    stem: ClassVar[tuple[str, ...]] = ("prompt", "text", "question")

    kind: Literal["scenario"]
    """Always `scenario`."""
    start: Id
    """The first situation."""
    situations: Annotated[Many[Situation], Field(min_length=1, max_length=20)]
    """Each can be reached from the first, and each path ends."""
    ends: Annotated[Many[End], Field(min_length=2, max_length=10)]
    """How it can end."""

    @model_validator(mode="after")
    def _every_path_ends(self) -> Self:
        if self.confidence:
            what = "asks for confidence, and has no single answer to be sure of"
            raise Mistake(what, 'Leave "confidence" out.')
        refuse(dangling(self))
        refuse([*unreached(self), *loops(self)])
        return self

    def chosen(self) -> Iterator[tuple[Path, Choice]]:
        """Yield every decision of every situation with its path in the question."""
        for index, situation in enumerate(self.situations):
            for number, decision in enumerate(situation.choices):
                yield ("situations", index, "choices", number), decision.choice

    def parts(self) -> tuple[Part, ...]:
        """Return a part for each situation, the first one at the start."""
        return tuple(Part(it.id, it.text, it.picks) for it in self.ordered)

    @property
    def ordered(self) -> tuple[Situation, ...]:
        """The situations, the first of them at the start."""
        return tuple(sorted(self.situations, key=lambda situation: situation.id != self.start))

    def number(self, ident: str) -> int:
        """Return the number a situation is shown under; 0 for an end."""
        return next((n for n, s in enumerate(self.ordered, 1) if s.id == ident), 0)

    def wording(self) -> Iterator[str]:
        """Yield the words that an answer depends on, whatever their order."""
        yield from super().wording()
        yield from sorted(situation.text for situation in self.situations)

"""The model of a question that the learner answers in words of their own."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, ClassVar, Literal, Self

from pydantic import Field, model_validator

from coursewright.model import Many, Markdown, Mistake
from coursewright.questions.base import BaseQuestion, Paragraph, digest
from coursewright.questions.parts import Part, Pick


class ShortAnswerQuestion(BaseQuestion):
    """A text to write, then to compare with a model answer by a checklist.

    It is kept, and never right or wrong: comparing is the learner's own work.
    """

    folder: ClassVar[str] = "short_answer"
    graded: ClassVar[bool] = False

    kind: Literal["short-answer"]
    """Always `short-answer`."""
    max_length: Annotated[int, Field(ge=50, le=5000)] = 1000
    """Characters that can be written."""
    model_answer: Markdown
    """How a good answer reads."""
    checklist: Annotated[Many[Paragraph], Field(max_length=10)] = ()
    """What a good answer says, point by point; the learner ticks what theirs says too."""

    @property
    def points(self) -> list[tuple[str, Markdown]]:
        """The checklist with a key for each point, by which ticks survive reordering."""
        return [(digest(point), point) for point in self.checklist]

    def parts(self) -> tuple[Part, ...]:
        """Return the checklist, whose points the learner ticks."""
        return (Part("tick", "", tuple(Pick(key, text, right=True) for key, text in self.points)),)

    @property
    def rows(self) -> int:
        """Height of the field in lines."""
        return min(10, max(3, self.max_length // 120))

    def wording(self) -> Iterator[str]:
        """Yield the words that an answer depends on."""
        yield self.prompt

    @model_validator(mode="after")
    def _no_point_twice(self) -> Self:
        keys = [key for key, _ in self.points]
        if len(set(keys)) < len(keys):
            what = "has the same point twice in its checklist"
            raise Mistake(what, "Change or remove one of the two.")
        return self

"""The model of a multiple-choice question."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal, Self

from pydantic import Field, model_validator

from coursewright.model import Many
from coursewright.questions.base import BaseQuestion, Choice, all_different


class MultipleQuestion(BaseQuestion):
    """One or more right answers among two to ten."""

    folder: ClassVar[str] = "multiple"
    shuffles: ClassVar[bool] = True

    kind: Literal["multiple"]
    """Always `multiple`."""
    options: Annotated[Many[Choice], Field(min_length=2, max_length=10)]
    """What can be chosen; one or more are right."""

    @model_validator(mode="after")
    def _some_right_option(self) -> Self:
        if not any(option.correct for option in self.options):
            raise ValueError("marks no option as correct, and must mark at least one")
        all_different(self.options, "option")
        return self

"""The model of a single-choice question."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal, Self

from pydantic import Field, model_validator

from coursewright.model import Many
from coursewright.questions.base import BaseQuestion, Choice, exactly_one


class SingleQuestion(BaseQuestion):
    """One right answer among two to eight."""

    folder: ClassVar[str] = "single"
    shuffles: ClassVar[bool] = True

    kind: Literal["single"]
    """Always `single`."""
    options: Annotated[Many[Choice], Field(min_length=2, max_length=8)]
    """What can be chosen; exactly one is right."""

    @model_validator(mode="after")
    def _one_right_option(self) -> Self:
        exactly_one(self.options, "option")
        return self

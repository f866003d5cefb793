"""The model of things to choose."""

from __future__ import annotations

from typing import Annotated, Any, ClassVar, Literal, Self

from pydantic import Field, model_validator

from coursewright.instruments.base import BaseField, Named, all_different, pairs
from coursewright.model import Many


class ChoiceField(BaseField):
    """One of several things, or as many of them as apply."""

    folder: ClassVar[str] = "choice"

    kind: Literal["choice"]
    """Always `choice`."""
    options: Annotated[Many[Named], Field(min_length=2, max_length=20)]
    """What can be chosen."""
    several: bool = False
    """Whether more than one may be chosen."""

    def own(self) -> dict[str, Any]:
        """Return what can be chosen, and how many."""
        return {"options": pairs(self.options), "several": self.several}

    def wording(self) -> tuple[str, ...]:
        """Return the labels of what can be chosen."""
        return tuple(option.label for option in self.options)

    @model_validator(mode="after")
    def _told_apart(self) -> Self:
        all_different(self.options, "option")
        return self

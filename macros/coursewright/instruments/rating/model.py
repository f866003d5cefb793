"""The model of a statement to rate."""

from __future__ import annotations

from typing import Annotated, Any, ClassVar, Literal

from pydantic import Field

from coursewright.instruments.base import BaseField
from coursewright.model import Many, Plain


class RatingField(BaseField):
    """A statement, levels described from the lowest to the highest, and what a rating rests on."""

    folder: ClassVar[str] = "rating"

    kind: Literal["rating"]
    """Always `rating`."""
    levels: Annotated[Many[Plain], Field(max_length=9)] = ()
    """What each level looks like, lowest first; as many as the instrument's scale has names."""
    evidence: bool = True
    """Whether to ask what each rating rests on, and to point out ratings that rest on nothing."""

    def own(self) -> dict[str, Any]:
        """Return whether evidence is asked for."""
        return {"evidence": self.evidence}

    def wording(self) -> tuple[str, ...]:
        """Return the levels, which a rating refers to."""
        return self.levels

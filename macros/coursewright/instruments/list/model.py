"""The model of a list that grows."""

from __future__ import annotations

from typing import Annotated, Any, ClassVar, Literal

from pydantic import Field

from coursewright.instruments.base import BaseField


class ListField(BaseField):
    """Short texts, as many as people need."""

    folder: ClassVar[str] = "list"

    kind: Literal["list"]
    """Always `list`."""
    most: Annotated[int, Field(ge=1, le=20)] = 10
    """How many there may be."""

    def own(self) -> dict[str, Any]:
        """Return how many there may be."""
        return {"most": self.most}

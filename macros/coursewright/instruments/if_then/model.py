"""The model of plans for what may happen."""

from __future__ import annotations

from typing import Annotated, Any, ClassVar, Literal

from pydantic import Field

from coursewright.instruments.base import BaseField


class IfThenField(BaseField):
    """Pairs that people add: if this happens, then I will do that."""

    folder: ClassVar[str] = "if_then"

    kind: Literal["if-then"]
    """Always `if-then`."""
    most: Annotated[int, Field(ge=1, le=20)] = 6
    """How many pairs there may be."""

    def own(self) -> dict[str, Any]:
        """Return how many pairs there may be."""
        return {"most": self.most}

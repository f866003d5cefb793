"""The model of a text to write."""

from __future__ import annotations

from typing import Annotated, Any, ClassVar, Literal

from pydantic import Field

from coursewright.instruments.base import MOST_TEXT, BaseField


class TextField(BaseField):
    """A text on one line or on several."""

    folder: ClassVar[str] = "text"

    kind: Literal["text"]
    """Always `text`."""
    long: bool = False
    """Whether it takes several lines."""
    most: Annotated[int, Field(ge=1, le=MOST_TEXT)] | None = None
    """Characters it may have; without it, 200 on one line and 2,000 on several."""

    @property
    def limit(self) -> int:
        """Characters it may have."""
        return self.most or (2000 if self.long else 200)

    def own(self) -> dict[str, Any]:
        """Return how long it may be."""
        return {"most": self.limit}

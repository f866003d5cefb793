"""The model of a grid."""

from __future__ import annotations

from typing import Annotated, Any, ClassVar, Literal, Self

from pydantic import Field, model_validator

from coursewright.instruments.base import BaseField, Named, all_different, pairs
from coursewright.model import Id, Many, Mistake

MOST_IN_ALL = 15_000
"""Characters that the texts of one grid may have, so that all of them can be kept."""

Side = Annotated[Many[Named], Field(min_length=1, max_length=12)]


class GridField(BaseField):
    """Rows and columns; each cell takes one of the options or, without options, a text."""

    folder: ClassVar[str] = "grid"

    kind: Literal["grid"]
    """Always `grid`."""
    rows: Side
    """What stands at the left."""
    columns: Side
    """What stands at the top."""
    options: Annotated[Many[Named], Field(max_length=12)] = ()
    """What each cell can hold; without them, a cell is a text."""
    one_of: Id | None = None
    """The option that each row needs exactly once; rows without it, or with more, are marked."""
    most: Annotated[int, Field(ge=1, le=400)] = 120
    """Characters that a text in a cell may have."""

    def own(self) -> dict[str, Any]:
        """Return its sides, and what a cell and a row may hold."""
        sides = {"rows": pairs(self.rows), "columns": pairs(self.columns)}
        rule = {"one": self.one_of} if self.one_of else {}
        return {**sides, "options": pairs(self.options), "most": self.most, **rule}

    @property
    def needed(self) -> str:
        """The label of the option that each row needs once."""
        return next((it.label for it in self.options if it.id == self.one_of), "")

    def wording(self) -> tuple[str, ...]:
        """Return the labels of its sides and options."""
        return tuple(it.label for it in (*self.rows, *self.columns, *self.options))

    @model_validator(mode="after")
    def _told_apart(self) -> Self:
        for name in ("row", "column", "option"):
            all_different(getattr(self, f"{name}s"), name)
        if self.one_of and not self.needed:
            known = ", ".join(option.id for option in self.options) or "none yet"
            what = f'needs "{self.one_of}" once in each row, which is none of its options'
            raise Mistake(what, f"Its options are: {known}.")
        return self

    @model_validator(mode="after")
    def _can_be_kept(self) -> Self:
        cells = len(self.rows) * len(self.columns)
        if not self.options and cells * self.most > MOST_IN_ALL:
            what = f"has {cells} cells of {self.most} characters, more than one answer can hold"
            raise Mistake(what, f'Lower "most" to {MOST_IN_ALL // cells}, or split it in two.')
        return self

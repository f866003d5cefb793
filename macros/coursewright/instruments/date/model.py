"""The model of a date."""

from __future__ import annotations

from typing import Annotated, Any, ClassVar, Literal, Self

from pydantic import Field, model_validator

from coursewright.instruments.base import BaseField
from coursewright.model import Id, Mistake, Plain


class DateField(BaseField):
    """A day; with `event`, one that people can take into their calendars."""

    folder: ClassVar[str] = "date"

    kind: Literal["date"]
    """Always `date`."""
    event: Plain | None = None
    """What to call it in a calendar; without it, the day goes into no calendar."""
    after: Id | None = None
    """Another date of the instrument, from which a day is suggested."""
    days: Annotated[int, Field(ge=-3660, le=3660)] | None = None
    """How many days after that one."""

    def own(self) -> dict[str, Any]:
        """Return what it is called in a calendar, and what is suggested."""
        own = {"event": self.event, "after": self.after, "days": self.days}
        return {key: value for key, value in own.items() if value is not None}

    @model_validator(mode="after")
    def _suggests_a_day(self) -> Self:
        if (self.after is None) != (self.days is None):
            raise Mistake('needs both "after" and "days", or neither', "Add the one, or drop both.")
        return self

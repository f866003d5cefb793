"""A date, which can become an event in a calendar."""

from coursewright.instruments.date.model import DateField as Field

__all__ = ["Field"]

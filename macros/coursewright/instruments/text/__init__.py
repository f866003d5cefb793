"""A text to write, short or long."""

from coursewright.instruments.text.model import TextField as Field

__all__ = ["Field"]

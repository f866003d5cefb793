"""A list that grows as people need."""

from coursewright.instruments.list.model import ListField as Field

__all__ = ["Field"]

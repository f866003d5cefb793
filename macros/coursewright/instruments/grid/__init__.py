"""Rows and columns, each cell a choice or a text."""

from coursewright.instruments.grid.model import GridField as Field

__all__ = ["Field"]

"""Blanks in running text."""

from coursewright.questions.fill_in.model import FillInQuestion as Question

__all__ = ["Question"]

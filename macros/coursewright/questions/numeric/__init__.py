"""A number, within what is close enough."""

from coursewright.questions.numeric.model import NumericQuestion as Question

__all__ = ["Question"]

"""Things to put in order."""

from coursewright.questions.ordering.model import OrderingQuestion as Question

__all__ = ["Question"]

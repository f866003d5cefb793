"""A statement that holds or does not, and the reason why."""

from coursewright.questions.true_false.model import TrueFalseQuestion as Question

__all__ = ["Question"]

"""Things to sort into categories."""

from coursewright.questions.categorise.model import CategoriseQuestion as Question

__all__ = ["Question"]

"""One right answer among several."""

from coursewright.questions.single.model import SingleQuestion as Question

__all__ = ["Question"]

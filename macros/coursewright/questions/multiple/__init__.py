"""Every answer that is right, among several."""

from coursewright.questions.multiple.model import MultipleQuestion as Question

__all__ = ["Question"]

"""Pairs to put together again."""

from coursewright.questions.matching.model import MatchingQuestion as Question

__all__ = ["Question"]

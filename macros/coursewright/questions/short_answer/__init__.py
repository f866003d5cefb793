"""A text of the learner's own, compared with a model answer."""

from coursewright.questions.short_answer.model import ShortAnswerQuestion as Question

__all__ = ["Question"]

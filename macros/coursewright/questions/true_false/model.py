"""The model of a true-or-false question."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal, Self

from pydantic import Field, model_validator

from coursewright.model import Many, Markdown
from coursewright.questions.base import BaseQuestion, Choice, exactly_one
from coursewright.questions.parts import Part, Pick


class TrueFalseQuestion(BaseQuestion):
    """A statement to judge, with the reason chosen from a list.

    A guess is right half of the time; the reason tells understanding from luck
    (self-explanation prompts: Bisra and others, 2018).
    """

    folder: ClassVar[str] = "true_false"
    shuffles: ClassVar[bool] = True

    kind: Literal["true-false"]
    """Always `true-false`."""
    answer: bool
    """Whether the statement in the prompt is true."""
    feedback_true: Markdown
    """Said to whoever chose "true"."""
    feedback_false: Markdown
    """Said to whoever chose "false"."""
    reasons: Annotated[Many[Choice], Field(min_length=2, max_length=6)]
    """Asked with it; exactly one is right."""

    @model_validator(mode="after")
    def _one_right_reason(self) -> Self:
        exactly_one(self.reasons, "reason")
        return self

    def parts(self) -> tuple[Part, ...]:
        """Return the verdict and the reason."""
        verdicts = (("true", self.answer), ("false", not self.answer))
        picks = tuple(Pick(key, f"question.is-{key}", right) for key, right in verdicts)
        reasons = tuple(Pick(it.key, it.text, it.correct) for it in self.reasons)
        verdict = Part("verdict", "question.verdict", picks, named=True)
        return (verdict, Part("reason", "", reasons))

"""`quizzes/<id>.yml`: a bank of questions for one module."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from coursewright.model import Document, Id, Many, Plain, QuestionRef, Was
from coursewright.questions import QuestionDocument


class CheckDocument(Document):
    """What the module's check asks of a bank, and how."""

    questions: Many[QuestionRef] = ()
    """Those it asks; left out, all that no lesson asks."""
    review: Many[QuestionRef] = ()
    """Questions of earlier modules that it asks again, as quiz-id/question-id."""
    draw: Annotated[int, Field(ge=1, le=100)] | None = None
    """How many of the module's own questions it asks at a time; left out, all."""
    goal: Annotated[int, Field(ge=1, le=100)] | None = Field(default=None, alias="pass")
    """The percentage to reach."""


class QuizDocument(Document):
    """A question bank, as its file says it."""

    id: Id
    """The name of its file; answers are kept under it."""
    module: Id
    """The module whose objectives it assesses."""
    title: Plain | None = None
    """What the bank is about."""
    was: Was = ()
    """Ids it had before."""
    check: CheckDocument | None = None
    """What the module's check asks of this bank."""
    questions: Annotated[Many[QuestionDocument], Field(min_length=1)]
    """The questions in order."""

"""The course as one graph of linked objects. Built by `linking`, read by everything else."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, TypeVar

from coursewright.course.instruments import Instrument
from coursewright.course.ledger import Claim, Dispute, Source, Term
from coursewright.course.named import Named, Titled
from coursewright.documents import (
    CaseDocument,
    CourseDocument,
    FacilitationDocument,
    FigureDocument,
    LessonDocument,
    MisconceptionDocument,
    ModuleDocument,
    ObjectiveDocument,
    QuizDocument,
    TableDocument,
    marks,
)
from coursewright.positions import Source as File
from coursewright.problems import Place
from coursewright.questions import BaseQuestion

if TYPE_CHECKING:
    from coursewright.course.paths import CoursePath

WORDS_PER_MINUTE = 200
"""A careful pace; silent reading of prose averages 238 (Brysbaert, 2019)."""
MINUTES_PER_QUESTION = 1
FEWEST_QUESTIONS = 2
"""For each objective: one alone says little of what somebody can do."""


class _HasId(Protocol):
    @property
    def id(self) -> str: ...


T = TypeVar("T", bound=_HasId)


@dataclass(eq=False, repr=False)
class Objective(Named[ObjectiveDocument]):
    """What a learner can do afterwards, with where it is taught and asked."""

    document: ObjectiveDocument
    module: Module
    place: Place
    lessons: list[Lesson] = field(default_factory=list)
    questions: list[Question] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The objective in words."""
        return self.document.text


@dataclass(eq=False, repr=False)
class Question:
    """A question with its objective and the lesson that asks it."""

    document: BaseQuestion
    quiz: Quiz
    place: Place
    objective: Objective
    case: CaseDocument | None = None
    asked_in: Lesson | None = None
    """The lesson that ends with it; None when the module's check asks it."""

    @property
    def ref(self) -> str:
        """`quiz-id/question-id`: what a learner has done is kept under it."""
        return f"{self.quiz.document.id}/{self.document.id}"

    @property
    def was(self) -> tuple[str, ...]:
        """The refs it had before, for a question or its bank was renamed."""
        quiz, document = self.quiz.document, self.document
        banks = dict.fromkeys((quiz.id, *quiz.was))
        names = dict.fromkeys((document.id, *document.was))
        return tuple(f"{bank}/{name}" for bank in banks for name in names)[1:]

    @property
    def anchor(self) -> str:
        """Id of its element in a page."""
        return f"q-{self.quiz.document.id}--{self.document.id}"

    @property
    def lesson(self) -> Lesson | None:
        """The lesson that teaches what it asks."""
        taught = self.objective.lessons
        return self.asked_in or (taught[0] if taught else None)

    @property
    def page(self) -> str:
        """Source path of the page that asks it."""
        return self.asked_in.page if self.asked_in else self.quiz.module.check_page


@dataclass(eq=False, repr=False)
class Quiz:
    """A question bank."""

    document: QuizDocument
    source: File
    module: Module
    questions: list[Question] = field(default_factory=list)
    checked: list[Question] = field(default_factory=list)
    """What it lists for the module's check."""
    reviewed: list[Question] = field(default_factory=list)
    """What the module's check asks again from earlier modules."""

    @property
    def check(self) -> list[Question]:
        """What the module's check asks of it: what it lists, or all that no lesson asks."""
        rest = [question for question in self.questions if question.asked_in is None]
        return self.checked or rest


@dataclass(eq=False, repr=False)
class Lesson(Titled[LessonDocument]):
    """A lesson in its module."""

    document: LessonDocument
    module: Module
    number: int
    place: Place
    objectives: list[Objective] = field(default_factory=list)
    questions: list[Question] = field(default_factory=list)

    @property
    def ref(self) -> str:
        """`module-id/lesson-id`."""
        return f"{self.module.id}/{self.id}"

    @property
    def page(self) -> str:
        """Source path of its page."""
        return f"modules/{self.ref}.md"

    @property
    def minutes(self) -> int:
        """Minutes to read it and answer its questions."""
        words = len(self.document.body.split()) + self.module.placed_words(self.document.body)
        return math.ceil(words / WORDS_PER_MINUTE + len(self.questions) * MINUTES_PER_QUESTION)


@dataclass(eq=False, repr=False)
class Module(Titled[ModuleDocument]):
    """A module with its lessons and question banks."""

    document: ModuleDocument
    source: File
    number: int = 0
    objectives: list[Objective] = field(default_factory=list)
    lessons: list[Lesson] = field(default_factory=list)
    quizzes: list[Quiz] = field(default_factory=list)
    prerequisites: list[Module] = field(default_factory=list)

    @property
    def page(self) -> str:
        """Source path of its overview."""
        return f"modules/{self.id}/index.md"

    @property
    def check_page(self) -> str:
        """Source path of its check."""
        return f"modules/{self.id}/check.md"

    @property
    def guide(self) -> FacilitationDocument | None:
        """How to run it as a workshop."""
        return self.document.facilitation

    @property
    def guide_page(self) -> str:
        """Source path of its facilitator guide."""
        return f"trainers/guides/{self.id}.md"

    @property
    def questions(self) -> list[Question]:
        """Every question of its banks."""
        return list(chain.from_iterable(quiz.questions for quiz in self.quizzes))

    @property
    def check(self) -> list[Question]:
        """The module's own questions that its check asks, or draws from."""
        return list(dict.fromkeys(chain.from_iterable(quiz.check for quiz in self.quizzes)))

    @property
    def review(self) -> list[Question]:
        """The questions of earlier modules that its check asks again, after its own."""
        return list(chain.from_iterable(quiz.reviewed for quiz in self.quizzes))

    @property
    def draw(self) -> int:
        """How many of its own its check asks at a time."""
        return next(self._checks("draw"), len(self.check))

    @property
    def asks(self) -> int:
        """How many questions its check asks at a time, earlier ones included."""
        return self.draw + len(self.review)

    @property
    def goal(self) -> int | None:
        """The percentage that its check asks to reach."""
        return next(self._checks("goal"), None)

    def _checks(self, name: str) -> Iterator[int]:
        checks = [quiz.document.check for quiz in self.quizzes if quiz.document.check]
        return (getattr(check, name) for check in checks if getattr(check, name) is not None)

    @property
    def minutes(self) -> int:
        """Minutes for all lessons and the check."""
        lessons = sum(lesson.minutes for lesson in self.lessons)
        return lessons + self.check_minutes

    @property
    def check_minutes(self) -> int:
        """Minutes for the check."""
        return self.asks * MINUTES_PER_QUESTION

    def figure(self, ident: str) -> FigureDocument | None:
        """Return the figure with this id."""
        return _by_id(self.document.figures, ident)

    def table(self, ident: str) -> TableDocument | None:
        """Return the table with this id."""
        return _by_id(self.document.tables, ident)

    def case(self, ident: str) -> CaseDocument | None:
        """Return the case with this id."""
        return _by_id(self.document.cases, ident)

    def misconception(self, ident: str) -> MisconceptionDocument | None:
        """Return the misconception with this id."""
        return _by_id(self.document.misconceptions, ident)

    def placed_words(self, body: str) -> int:
        """Count the words of the tables and cases that a text places."""
        return sum(self._words(mark.scheme, mark.target) for mark in marks(body))

    def _words(self, scheme: str, ident: str) -> int:
        if scheme == "case" and (case := self.case(ident)):
            return len(case.body.split())
        if scheme == "table" and (table := self.table(ident)):
            return sum(len(cell.split()) for row in table.rows for cell in row)
        return 0


@dataclass(eq=False, repr=False)
class Course:
    """Everything, in order and linked."""

    document: CourseDocument
    source: File
    root: Path
    modules: list[Module] = field(default_factory=list)
    terms: dict[str, Term] = field(default_factory=dict)
    claims: dict[str, Claim] = field(default_factory=dict)
    disputes: dict[str, Dispute] = field(default_factory=dict)
    sources: dict[str, Source] = field(default_factory=dict)
    paths: list[CoursePath] = field(default_factory=list)
    instruments: dict[str, Instrument] = field(default_factory=dict)

    @property
    def title(self) -> str:
        """Title as written."""
        return self.document.title

    @property
    def for_trainers(self) -> bool:
        """Whether the site has pages for trainers."""
        return self.document.audience == "everyone"

    @property
    def lessons(self) -> Iterator[Lesson]:
        """Every lesson in course order."""
        return chain.from_iterable(module.lessons for module in self.modules)

    @property
    def questions(self) -> Iterator[Question]:
        """Every question in course order."""
        return chain.from_iterable(module.questions for module in self.modules)

    def __str__(self) -> str:
        """Return the course as a tree that people can read."""
        from coursewright.course.tree import tree

        return tree(self)


def _by_id(items: tuple[T, ...], ident: str) -> T | None:
    return next((item for item in items if item.id == ident), None)

"""The course: documents linked into one graph."""

from coursewright.course.graph import Course, Lesson, Module, Objective, Question, Quiz
from coursewright.course.instruments import Instrument
from coursewright.course.ledger import Claim, Dispute, Source, Term, Use
from coursewright.course.linking import link
from coursewright.course.paths import CoursePath, Step
from coursewright.course.terms import TermFinder

__all__ = [
    "Claim",
    "Course",
    "CoursePath",
    "Dispute",
    "Instrument",
    "Lesson",
    "Module",
    "Objective",
    "Question",
    "Quiz",
    "Source",
    "Step",
    "Term",
    "TermFinder",
    "Use",
    "link",
]

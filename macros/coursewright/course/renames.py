"""Old ids: each may lead to one thing only, and to nothing that still bears it."""

from __future__ import annotations

from collections.abc import Iterator

from coursewright.course.graph import Course
from coursewright.course.instruments import Instrument
from coursewright.course.scope import Scope
from coursewright.problems import Place


def check_renames(scope: Scope) -> None:
    """Note old ids that are still in use, or that two things claim to have borne."""
    current, old = _current(scope.course), list(_old(scope.course))
    for kind, ident, place in old:
        if (kind, ident) in current:
            what = f'"{ident}" is the id of another {kind}, so nothing else can have borne it'
            scope.problem(place, what, "Remove it from was.", "renamed")
        scope.claim(f"old {kind}", ident, place)


def _current(course: Course) -> set[tuple[str, str]]:
    modules = {("module", module.id) for module in course.modules}
    lessons = {("lesson", lesson.ref) for lesson in course.lessons}
    questions = {("question", question.ref) for question in course.questions}
    terms = {("term", ident) for ident in course.terms}
    instruments = {("instrument", ident) for ident in course.instruments}
    fields = {
        ("field", f"{it.id}/{field.id}")
        for it in course.instruments.values()
        for field in it.document.fields
    }
    return modules | lessons | questions | terms | instruments | fields


def _old(course: Course) -> Iterator[tuple[str, str, Place]]:
    """Yield every old id as a full reference, with its kind and place."""
    for module in course.modules:
        for number, ident in enumerate(module.document.was):
            yield "module", ident, module.source.place("was", number)
        for index, lesson in enumerate(module.document.lessons):
            for number, ident in enumerate(lesson.was):
                place = module.source.place("lessons", index, "was", number)
                yield "lesson", f"{module.id}/{ident}", place
        for quiz in module.quizzes:
            for index, question in enumerate(quiz.document.questions):
                for number, ident in enumerate(question.was):
                    place = quiz.source.place("questions", index, "was", number)
                    yield "question", f"{quiz.document.id}/{ident}", place
    for term in course.terms.values():
        for ident in term.document.was:
            yield "term", ident, term.place
    for instrument in course.instruments.values():
        yield from _old_of(instrument)


def _old_of(instrument: Instrument) -> Iterator[tuple[str, str, Place]]:
    source = instrument.source
    for number, ident in enumerate(instrument.document.was):
        yield "instrument", ident, source.place("was", number)
    for index, section in enumerate(instrument.document.sections):
        for at, field in enumerate(section.fields):
            for number, ident in enumerate(field.was):
                place = source.place("sections", index, "fields", at, "was", number)
                yield "field", f"{instrument.id}/{ident}", place

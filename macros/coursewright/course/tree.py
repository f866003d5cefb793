"""The course as a printable tree."""

from __future__ import annotations

from collections.abc import Iterator

from coursewright.course.graph import Course, Lesson, Module, Question
from coursewright.course.paths import CoursePath


def tree(course: Course) -> str:
    """Return one line for each module, objective, lesson and question, indented by depth."""
    return "\n".join(_course(course))


def _course(course: Course) -> Iterator[str]:
    yield f"course {course.document.id}: {course.title}"
    for module in course.modules:
        yield from _module(module)
    for path in course.paths:
        yield from _path(path)
    for instrument in course.instruments.values():
        fields = len(instrument.document.fields)
        yield f"  instrument {instrument.id}: {instrument.title} ({fields} fields)"
    yield f"  terms {len(course.terms)}"
    yield f"  claims {len(course.claims)}, disputes {len(course.disputes)}"
    yield f"  sources {len(course.sources)}"


def _module(module: Module) -> Iterator[str]:
    yield f"  module {module.number} {module.id}: {module.title} ({module.minutes} min)"
    if module.prerequisites:
        yield f"    after {', '.join(before.id for before in module.prerequisites)}"
    for objective in module.objectives:
        asked = len(objective.questions)
        yield f"    objective {objective.id} [{objective.document.bloom}] asked {asked}×"
    for lesson in module.lessons:
        yield from _lesson(lesson)
    yield f"    check ({len(module.check)})"
    yield from (_question(question) for question in module.check)
    if module.review:
        yield f"    asked again ({len(module.review)})"
        yield from (_question(question) for question in module.review)


def _lesson(lesson: Lesson) -> Iterator[str]:
    yield f"    lesson {lesson.number} {lesson.id}: {lesson.title} ({lesson.minutes} min)"
    yield from (_question(question) for question in lesson.questions)


def _path(path: CoursePath) -> Iterator[str]:
    yield f"  path {path.id}: {path.title} ({path.minutes} min)"
    for step in path.steps:
        yield f"    {step.kind} {step.document.target} ({step.minutes} min)"


def _question(question: Question) -> str:
    document = question.document
    kind = getattr(document, "kind", "")
    return f"      {kind} {question.ref} → {question.objective.id} [{document.bloom}]"

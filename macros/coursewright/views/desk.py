"""The course as the trainer's scripts need it: with what answers say, and which are right."""

from __future__ import annotations

from typing import Any

from coursewright.course import Course, CoursePath, Lesson, Module, Question
from coursewright.questions.parts import Part
from coursewright.views.prose import plain
from coursewright.views.words import Words


def desk(course: Course) -> dict[str, Any]:
    """Return what a gradebook knows of a course. It gives answers away: never for learners."""
    words = Words(course.document.language)
    rated = [it.document.spec() for it in course.instruments.values() if it.document.rated]
    return {
        "id": course.document.id,
        "title": course.title,
        "modules": [_module(module) for module in course.modules],
        "paths": [_path(path) for path in course.paths],
        "questions": [_question(question, words) for question in course.questions],
        "instruments": rated,
    }


def _module(module: Module) -> dict[str, Any]:
    return {
        "id": module.id,
        "title": module.title,
        "was": list(module.document.was),
        "asks": bool(module.asks),
        "goal": module.goal,
        "lessons": [_lesson(lesson) for lesson in module.lessons],
        "objectives": [
            {"id": f"{module.id}/{it.id}", "text": plain(it.text), "bloom": it.document.bloom}
            for it in module.objectives
        ],
    }


def _lesson(lesson: Lesson) -> dict[str, Any]:
    module = lesson.module.document
    modules = dict.fromkeys((module.id, *module.was))
    names = dict.fromkeys((lesson.id, *lesson.document.was))
    was = [f"{one}/{other}" for one in modules for other in names][1:]
    return {"ref": lesson.ref, "title": lesson.title, "was": was}


def _path(path: CoursePath) -> dict[str, Any]:
    """Return a path with what can be done on it; a module's step includes its check."""
    stops = [step.stop for step in path.steps if step.kind in ("module", "check")]
    checks = dict.fromkeys(it.module.id for it in stops if it.module and it.module.asks)
    lessons = [lesson.ref for lesson in path.lessons]
    return {"id": path.id, "title": path.title, "lessons": lessons, "checks": list(checks)}


def _question(question: Question, words: Words) -> dict[str, Any]:
    document = question.document
    return {
        "ref": question.ref,
        "was": list(question.was),
        "module": question.quiz.module.id,
        "objective": f"{question.quiz.module.id}/{question.objective.id}",
        "bloom": document.bloom,
        "kind": getattr(document, "kind", ""),
        "graded": document.graded,
        "prompt": plain(document.prompt),
        "parts": [_part(part, words) for part in document.parts()],
    }


def _part(part: Part, words: Words) -> dict[str, Any]:
    said = words if part.named else plain
    picks = [
        {"key": pick.key, "text": said(pick.text), "right": pick.right}
        | ({"to": pick.to} if pick.to else {})
        for pick in part.picks
    ]
    label = said(part.label) if part.label else ""
    return {"name": part.name, "label": label, "exact": part.exact, "picks": picks}

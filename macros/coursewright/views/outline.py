"""The course in short, for scripts that show what a learner has done and what is next."""

from __future__ import annotations

from typing import Any

from coursewright.course import Course, CoursePath, Lesson, Module, Question
from coursewright.views.links import Links


def outline(course: Course, directory_urls: bool = True) -> dict[str, Any]:
    """Return modules with their lessons and checks, paths of learners, and earlier names.

    Addresses lead on from the root of the site.
    """
    links = Links("index.md", directory_urls)
    renamed = {
        "module": {module.id: list(module.document.was) for module in course.modules},
        "lesson": {lesson.ref: _old_refs(lesson) for lesson in course.lessons},
        "answer": {question.ref: list(question.was) for question in course.questions},
    }
    return {
        "modules": [_module(module, links) for module in course.modules],
        "paths": [_path(path, links) for path in course.paths if not path.document.trainers],
        "was": {
            kind: {ref: old for ref, old in refs.items() if old} for kind, refs in renamed.items()
        },
    }


def _module(module: Module, links: Links) -> dict[str, Any]:
    check = {"url": links.url(module.check_page), "questions": _refs(module.check)}
    return {
        "id": module.id,
        "title": module.title,
        "url": links.url(module.page),
        "lessons": [_lesson(lesson, links) for lesson in module.lessons],
        "check": check if module.asks else None,
    }


def _path(path: CoursePath, links: Links) -> dict[str, Any]:
    """Return where a path leads; a module on the way is gone through with its check."""
    modules = (step.stop.module for step in path.steps if step.kind in ("module", "check"))
    checks = [module.id for module in modules if module and module.asks]
    return {
        "id": path.id,
        "title": path.title,
        "url": links.url(path.page),
        "lessons": [lesson.ref for lesson in path.lessons],
        "checks": list(dict.fromkeys(checks)),
    }


def _lesson(lesson: Lesson, links: Links) -> dict[str, Any]:
    return {
        "ref": lesson.ref,
        "title": lesson.title,
        "url": links.url(lesson.page),
        "questions": _refs(lesson.questions),
    }


def _refs(questions: list[Question]) -> list[str]:
    return [question.ref for question in questions]


def _old_refs(lesson: Lesson) -> list[str]:
    """Return the refs it had before, for a lesson or its module was renamed."""
    module = lesson.module.document
    modules = dict.fromkeys((module.id, *module.was))
    lessons = dict.fromkeys((lesson.id, *lesson.document.was))
    return [f"{one}/{other}" for one in modules for other in lessons][1:]

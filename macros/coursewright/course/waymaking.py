"""Link paths: every step resolved, with its time and what it takes for granted."""

from __future__ import annotations

from coursewright.course.paths import CoursePath, Step, missed, stop_at, targets
from coursewright.course.scope import Scope
from coursewright.loader import Documents


def link_paths(scope: Scope, documents: Documents) -> None:
    """Fill the course's paths: those that course.yml lists in its order, then the rest by id."""
    paths: dict[str, CoursePath] = {}
    for loaded in documents.paths:
        path = CoursePath(loaded.document, loaded.source)
        _not_reserved(scope, path)
        scope.add("path", paths, path.id, path, loaded.source.place("id"))
    for path in paths.values():
        _steps(scope, path)
    in_order = scope.listed("path", paths) | dict(sorted(paths.items()))
    scope.course.paths = [path for path in in_order.values() if _is_shown(scope, path)]


def _is_shown(scope: Scope, path: CoursePath) -> bool:
    return scope.course.for_trainers or not path.document.trainers


def _not_reserved(scope: Scope, path: CoursePath) -> None:
    if path.id == "index":
        cure = "Choose another id: this one names the page of all paths."
        what = 'a path cannot be called "index"'
        scope.problem(path.source.place("id"), what, cure, "reserved-id")


def _steps(scope: Scope, path: CoursePath) -> None:
    known = targets(scope.course)
    for index, document in enumerate(path.document.steps):
        place = path.source.place("steps", index, document.kind)
        target = None
        if document.kind in known:
            target = scope.find(document.kind, known[document.kind], document.target, place)
            if target is None:
                continue
        stop = stop_at(document, target, trainers=path.document.trainers)
        path.steps.append(Step(document, place, stop, path.minutes))
    for step, modules in missed(path.steps):
        step.missed = modules

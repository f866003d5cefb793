"""Documents become a course: every id resolved, every loose end a problem in its place."""

from __future__ import annotations

from coursewright.course.evidence import link_evidence
from coursewright.course.graph import Course, Module
from coursewright.course.instruments import link_instruments
from coursewright.course.modules import link_modules
from coursewright.course.ordering import in_order
from coursewright.course.renames import check_renames
from coursewright.course.scope import Scope
from coursewright.course.texts import link_shared_texts, link_taught, link_texts
from coursewright.course.waymaking import link_paths
from coursewright.documents import Audience
from coursewright.loader import Documents
from coursewright.problems import CourseError


def link(documents: Documents, audience: Audience | None = None) -> Course:
    """Return the course that the documents describe, for this audience or the one they name.

    Raises CourseError with every id that leads nowhere or stands twice, every cycle, and
    every objective that no question assesses.
    """
    document = documents.course.document
    if audience:
        document = document.model_copy(update={"audience": audience})
    course = Course(document, documents.course.source, documents.root)
    scope = Scope(course)
    modules = _modules(scope, documents)
    link_evidence(scope, documents)
    course.modules = in_order(scope, modules)
    link_modules(scope, modules, documents)
    link_instruments(scope, documents)
    link_paths(scope, documents)
    check_renames(scope)
    link_texts(scope)
    link_taught(scope, documents)
    link_shared_texts(scope, documents)
    if scope.problems:
        raise CourseError(scope.problems)
    return course


def _modules(scope: Scope, documents: Documents) -> dict[str, Module]:
    modules: dict[str, Module] = {}
    for loaded in documents.modules:
        module = Module(loaded.document, loaded.source)
        scope.add("module", modules, module.id, module, loaded.source.place("id"))
    return modules

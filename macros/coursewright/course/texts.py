"""Resolve what texts mention: citations, links inside the course, placed objects."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from coursewright.course.graph import Course, Lesson, Module
from coursewright.course.instruments import Instrument
from coursewright.course.ledger import Use
from coursewright.course.scope import Scope
from coursewright.course.terms import TermFinder
from coursewright.documents import Mark, marks, misplaced, texts
from coursewright.documents.reading import place_of
from coursewright.loader import Documents
from coursewright.model import Path
from coursewright.positions import Source as File


def link_texts(scope: Scope) -> None:
    """Check every mention in modules, banks and paths; note what cites and what teaches."""
    _terms_taught(scope.course)
    targets = link_targets(scope.course)
    for instrument in scope.course.instruments.values():
        _instrument(scope, targets, instrument)
    for module in scope.course.modules:
        owners = _Owners(module)
        for path, mark in _mentions(module.document):
            _link(scope, targets, module, module.source, path, mark, owners.of(path))
        _placed_alone(scope, module.document, module.source)
        for quiz in module.quizzes:
            for path, mark in _mentions(quiz.document):
                use = Use(module.title, module.check_page)
                if len(path) > 1 and isinstance(path[1], int) and path[1] < len(quiz.questions):
                    use = _use_of_question(module, quiz.questions[path[1]].asked_in)
                _link(scope, targets, module, quiz.source, path, mark, use)
            _placed_alone(scope, quiz.document, quiz.source)
    for way in scope.course.paths:
        for path, mark in _mentions(way.document):
            _link(scope, targets, None, way.source, path, mark, Use(way.title, way.page))


def _instrument(
    scope: Scope, targets: Mapping[str, Mapping[str, object]], instrument: Instrument
) -> None:
    use = Use(instrument.title, instrument.page)
    for path, mark in _mentions(instrument.document):
        _link(scope, targets, instrument.module, instrument.source, path, mark, use)
    _placed_alone(scope, instrument.document, instrument.source)


def link_shared_texts(scope: Scope, documents: Documents) -> None:
    """Check every mention in the glossary, the claims and the sources."""
    targets = link_targets(scope.course)
    for loaded in (documents.glossary, documents.claims, documents.sources):
        if loaded is None:
            continue
        for path, mark in _mentions(loaded.document):
            _link(scope, targets, None, loaded.source, path, mark, None)


def _terms_taught(course: Course) -> None:
    finder = TermFinder(course.terms.values())
    for lesson in course.lessons:
        for term in {term.id: term for _, term in finder.find(lesson.document.body)}.values():
            term.taught_in.append(lesson)


def link_taught(scope: Scope, documents: Documents) -> None:
    """Note the lessons that the glossary says teach a term, in the order of the course."""
    if documents.glossary is None:
        return
    lessons = {lesson.ref: lesson for lesson in scope.course.lessons}
    order = {lesson: number for number, lesson in enumerate(scope.course.lessons)}
    for index, document in enumerate(documents.glossary.document.terms):
        term = scope.course.terms.get(document.id)
        for number, ref in enumerate(document.taught if term else ()):
            at = documents.glossary.source.place("terms", index, "taught", number)
            lesson = scope.find("lesson", lessons, ref, at)
            if term and lesson and lesson not in term.taught_in:
                term.taught_in.append(lesson)
                term.taught_in.sort(key=order.__getitem__)


def _use_of_question(module: Module, lesson: Lesson | None) -> Use:
    if lesson:
        return Use(lesson.title, lesson.page)
    return Use(module.title, module.check_page)


class _Owners:
    """Which page shows the text at a path of a module's file."""

    def __init__(self, module: Module) -> None:
        self._module = module
        self._overview = Use(module.title, module.page)
        self._placed = {
            (f"{mark.scheme}s", mark.target): Use(lesson.title, lesson.page)
            for lesson in module.lessons
            for mark in marks(lesson.document.body)
        }

    def of(self, path: Path) -> Use | None:
        """Return the page, or None for what only trainers' pages show."""
        if path[0] == "facilitation":
            return None
        if path[0] == "lessons" and isinstance(path[1], int):
            document = self._module.document.lessons[path[1]]
            return Use(document.title, f"modules/{self._module.id}/{document.id}.md")
        if path[0] in ("figures", "tables", "cases") and isinstance(path[1], int):
            item = getattr(self._module.document, str(path[0]))[path[1]]
            return self._placed.get((str(path[0]), item.id), self._overview)
        return self._overview


def _mentions(document: object) -> Iterator[tuple[Path, Mark]]:
    for path, text in texts(document):
        for mark in marks(text):
            yield path, mark


def _placed_alone(scope: Scope, document: object, file: File) -> None:
    """Note figures, tables and cases in the middle of a paragraph, where they cannot stand."""
    for path, text in texts(document):
        for mark in misplaced(text):
            what = f'the {mark.scheme} "{mark.target}" shares a paragraph with other text'
            cure = "Put an empty line above and below it."
            scope.problem(place_of(file, path, mark.written), what, cure, "placing")


def link_targets(course: Course) -> dict[str, Mapping[str, object]]:
    """Return what each scheme of a link inside the course can name."""
    modules = {module.id: module for module in course.modules}
    return {
        "module": modules,
        "check": modules,
        "lesson": {lesson.ref: lesson for lesson in course.lessons},
        "question": {question.ref: question for question in course.questions},
        "path": {path.id: path for path in course.paths},
        "term": course.terms,
        "instrument": course.instruments,
        "cite": {**course.sources, **course.disputes, **course.claims},
    }


def _link(
    scope: Scope,
    targets: Mapping[str, Mapping[str, object]],
    module: Module | None,
    file: File,
    path: Path,
    mark: Mark,
    use: Use | None,
) -> None:
    known = targets.get(mark.scheme) or _placeable(module, mark.scheme)
    kind = "claim or source" if mark.scheme == "cite" else mark.scheme
    if mark.target not in known:
        scope.unknown(kind, mark.target, known, place_of(file, path, mark.written))
    elif mark.scheme == "cite" and use:
        _note_use(scope.course, mark.target, use)


def _placeable(module: Module | None, scheme: str) -> dict[str, object]:
    if module is None:
        return {}
    return {item.id: item for item in getattr(module.document, f"{scheme}s", ())}


def _note_use(course: Course, ident: str, use: Use) -> None:
    cited = course.claims.get(ident) or course.sources.get(ident)
    if cited and use not in cited.uses:
        cited.uses.append(use)

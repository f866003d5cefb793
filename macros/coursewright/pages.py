"""Which pages a course has, as Markdown that calls macros; nothing is written here."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import chain

from coursewright.course import Course, CoursePath, Instrument, Lesson, Module
from coursewright.views import (
    ASSIGNMENTS,
    EVIDENCE,
    GLOSSARY,
    INSTRUMENTS,
    PATHS,
    PROGRESS,
    SOURCES,
    TRAINERS,
    Words,
    escaped,
)


@dataclass(frozen=True)
class Page:
    """A page to be made."""

    path: str
    """Source path, as if it lay in the folder of pages."""
    title: str
    text: str
    edit: str
    """The file to edit in order to change it, relative to the course root."""
    short: str = ""
    """What the navigation calls it, where its section says the rest."""


@dataclass(frozen=True)
class Section:
    """A place in the navigation: a page with others below it."""

    title: str
    pages: tuple[Page, ...]


@dataclass(frozen=True)
class Group:
    """What a navigation places by one word, such as `modules/`."""

    word: str
    items: tuple[Section | Page, ...]
    title: str = ""
    """Of the section around them where the navigation gives none; empty when there is none."""


def pages(course: Course) -> dict[str, Page]:
    """Return every page of the course by its source path, in course order."""
    placed = chain.from_iterable(group.items for group in groups(course))
    found = chain.from_iterable(map(_flat, placed))
    return {page.path: page for page in chain(found, _fallbacks(course))}


def _flat(item: Section | Page) -> tuple[Page, ...]:
    return item.pages if isinstance(item, Section) else (item,)


def sections(course: Course) -> list[Section]:
    """Return the modules with their pages, as the navigation shows them."""
    words = Words(course.document.language)
    return [Section(m.title, tuple(_module(m, words))) for m in course.modules]


def groups(course: Course) -> list[Group]:
    """Return everything that a navigation can place."""
    words = Words(course.document.language)
    return [
        Group("modules/", tuple(sections(course))),
        Group("paths/", tuple(_paths(course)), words("path.title")),
        Group("instruments/", tuple(_instruments(course)), words("instrument.title")),
        Group("trainers/", tuple(_trainers(course)), words("trainers.title")),
    ]


def _paths(course: Course) -> Iterator[Page]:
    """Yield the page of all learners' paths, then each of them."""
    words = Words(course.document.language)
    own = [path for path in course.paths if not path.document.trainers]
    if own:
        title, summary = words("path.title"), words("path.summary")
        call = f"{summary}\n\n## {words('path.all')}\n\n{{{{ paths() }}}}"
        yield _page(PATHS, title, summary, call, course.source.file)
    yield from map(_path, own)


def _path(path: CoursePath) -> Page:
    call = f'{{{{ path("{path.id}") }}}}'
    return _page(path.page, path.title, path.document.summary, call, path.source.file)


def _instruments(course: Course) -> Iterator[Page]:
    """Yield the page of all instruments, then each of them."""
    if not course.instruments:
        return
    words = Words(course.document.language)
    title, summary = words("instrument.title"), words("instrument.all")
    file = next(iter(course.instruments.values())).source.file
    yield _page(INSTRUMENTS, title, summary, "{{ instruments() }}", file)
    yield from map(_instrument, course.instruments.values())


def _instrument(instrument: Instrument) -> Page:
    call = f'{{{{ instrument("{instrument.id}") }}}}'
    summary, file = instrument.document.summary, instrument.source.file
    return _page(instrument.page, instrument.title, summary, call, file)


def _trainers(course: Course) -> Iterator[Section | Page]:
    """Yield what trainers get: their home page, a guide for each module, and their paths."""
    if not course.for_trainers:
        return
    words = Words(course.document.language)
    title, summary = words("trainers.title"), words("trainers.summary")
    yield _page(TRAINERS, title, summary, "{{ trainers() }}", course.source.file)
    yield from _desk(course, words)
    if guides := tuple(_guide(module, words) for module in course.modules if module.guide):
        yield Section(words("facilitation.title"), guides)
    if own := tuple(_path(path) for path in course.paths if path.document.trainers):
        yield Section(words("path.title"), own)


def _desk(course: Course, words: Words) -> Iterator[Page]:
    """Yield the pages on which trainers work."""
    rated = any(it.document.rated for it in course.instruments.values())
    for name in ("assign", "gradebook", *(["comparison"] if rated else []), "coverage"):
        title, summary = words(f"{name}.title"), words(f"{name}.summary")
        call = f"{summary}\n\n{{{{ {name}() }}}}"
        yield _page(f"trainers/{name}.md", title, summary, call, course.source.file)


def _guide(module: Module, words: Words) -> Page:
    call = f'{{{{ facilitation("{module.id}") }}}}'
    title = words("facilitation.page-title", title=module.title)
    summary = words("facilitation.summary", title=module.title)
    page = _page(module.guide_page, title, summary, call, module.source.file)
    return replace(page, short=module.title)


def _module(module: Module, words: Words) -> Iterator[Page]:
    document = module.document
    call = f'{{{{ module("{module.id}") }}}}'
    yield _page(module.page, module.title, document.summary, call, module.source.file)
    for lesson in module.lessons:
        yield _lesson(lesson)
    if module.asks:
        title = words("check.page-title", title=module.title)
        call = f'{{{{ check("{module.id}") }}}}'
        edit = module.quizzes[0].source.file
        yield _page(module.check_page, title, words("check.summary"), call, edit)


def _lesson(lesson: Lesson) -> Page:
    call = f'{{{{ lesson("{lesson.ref}") }}}}'
    file = lesson.module.source.file
    return _page(lesson.page, lesson.title, lesson.document.summary, call, file)


def _fallbacks(course: Course) -> Iterator[Page]:
    """Yield the pages that links lead to, for sites that do not write their own."""
    words = Words(course.document.language)
    if course.terms:
        title = words("glossary.title")
        yield _page(GLOSSARY, title, title, "{{ glossary() }}", "curriculum/glossary.yml")
    if course.sources:
        title = words("source.title")
        yield _page(SOURCES, title, title, "{{ sources() }}", "curriculum/sources.yml")
    if course.claims or course.disputes:
        title = words("evidence.title")
        calls = "{{ disputes() }}\n\n{{ claims() }}"
        yield _page(EVIDENCE, title, title, calls, "curriculum/claims.yml")
    if any(course.lessons):
        title, summary = words("progress.title"), words("progress.summary")
        yield _page(PROGRESS, title, summary, "{{ progress() }}", "curriculum/course.yml")
        title, summary = words("assignment.title"), words("assignment.summary")
        yield _page(ASSIGNMENTS, title, summary, "{{ assignments() }}", "curriculum/course.yml")


def _page(path: str, title: str, description: str, call: str, edit: str) -> Page:
    head = {"title": title, "description": description}
    lines = [f"{key}: {_quoted(value)}" for key, value in head.items()]
    text = "\n".join(["---", *lines, "---", "", f"# {escaped(title)}", "", call, ""])
    return Page(path, title, text, edit)


def _quoted(value: str) -> str:
    """Return a YAML string without braces, which an engine might read as a macro.

    JSON's strings are YAML's.
    """
    return json.dumps(value, ensure_ascii=False).replace("{", "\\u007b")

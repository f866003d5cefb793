"""The public vocabulary of pages: what may be called between {{ and }}.

Loaded by mkdocs-macros-plugin: `modules: [coursewright.macros]`.
"""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable
from functools import lru_cache, wraps
from pathlib import Path
from types import FrameType
from typing import Any, Concatenate, ParamSpec

from markdown.util import BLOCK_LEVEL_ELEMENTS

from coursewright.documents import CourseDocument
from coursewright.handwritten import note_citations
from coursewright.problems import CourseError, Place, Problem
from coursewright.reference import examples, fields, instrument_example, keys
from coursewright.site import load_views
from coursewright.views import (
    Links,
    NotFoundError,
    PageView,
    Views,
    assigning,
    escaped,
    sections,
    trainers,
)

_HEAD = re.compile(r"---[ \t]*\n.*?\n---[ \t]*\n\s*", re.DOTALL)
"""What says things about a page above its text, with the empty lines that follow."""

_FIRST = re.compile(r"^<([a-z][a-z0-9-]*)", re.MULTILINE)
"""Elements that begin a line."""
_BLOCKS = frozenset(BLOCK_LEVEL_ELEMENTS)

P = ParamSpec("P")
Macro = Callable[Concatenate[PageView, P], str]

MACROS: dict[str, Macro[Any]] = {
    "module": sections.module,
    "lesson": sections.lesson,
    "lessons": sections.lessons,
    "check": sections.check,
    "quiz": sections.quiz,
    "question": sections.question,
    "objectives": sections.objectives,
    "takeaways": sections.takeaways,
    "facilitation": trainers.facilitation,
    "trainers": trainers.trainers,
    "coverage": trainers.coverage,
    "gradebook": trainers.gradebook,
    "comparison": trainers.comparison,
    "module_cards": sections.module_cards,
    "course_map": sections.course_map,
    "path": sections.path,
    "paths": sections.paths,
    "instrument": sections.instrument,
    "instruments": sections.instruments,
    "glossary": sections.glossary,
    "claims": sections.claims,
    "disputes": sections.disputes,
    "sources": sections.sources,
    "assign": assigning.assign,
    "assignments": assigning.assignments,
    "assigned": assigning.assigned,
    "start_button": sections.start_button,
    "progress": sections.progress,
    "resume": sections.resume,
    "examples": examples,
    "fields": fields,
    "keys": keys,
    "instrument_example": instrument_example,
}
"""Every macro by its name; each takes what its function takes after the view."""


def define_env(env: Any) -> None:
    """Register every macro; called by mkdocs-macros once a build, by Zensical once a page."""
    desk = _Desk(env)
    for name, function in MACROS.items():
        env.macro(desk.bound(function), name)
    env.variables["course"] = _said(desk.views.course.document)
    env.variables["for_trainers"] = desk.views.course.for_trainers


def _said(document: CourseDocument) -> dict[str, Any]:
    """Return what a page may show of course.yml: texts as Markdown that shows just them."""
    fields = document.model_dump()
    return {name: escaped(it) if isinstance(it, str) else it for name, it in fields.items()}


def view_of(page: str, conf: Any, views: Views, keep: Callable[[str], str]) -> PageView:
    """Return the view of a page of MkDocs by its source path, under a site's configuration."""
    return PageView(views, Links(page, _folders(conf)), keep)


def _folders(conf: Any) -> bool:
    return bool(conf.get("use_directory_urls", True))


_CALL = re.compile(r'\{\{ (\w+)\((?:"([^"\\]*)")?\) \}\}')


def written(view: PageView, text: str) -> str:
    """Return a generated page with its macros called.

    Generated pages hold nothing but calls with one text or none, so that no template has to
    be compiled for each; the result is what Jinja would make of them.
    """

    def call(found: re.Match[str]) -> str:
        return MACROS[found[1]](view, *found.groups()[1:] if found[2] else ())

    return _CALL.sub(call, text)


class _Desk:
    """Knows the page being written and notes what its macros get wrong."""

    def __init__(self, env: Any) -> None:
        self.env = env
        self.views = _views(env)
        self._current: tuple[object, PageView] | None = None

    def bound(self, function: Macro[P]) -> Callable[P, str]:
        """Return the function as pages call it: without the view, and never half done."""

        @wraps(function)
        def call(*args: P.args, **kwargs: P.kwargs) -> str:
            try:
                inspect.signature(function).bind(None, *args, **kwargs)
            except TypeError as error:
                self._wrong(f"{function.__name__}: {error}", "See the macro's page.")
                return ""
            try:
                return function(self.view(), *args, **kwargs)
            except NotFoundError as error:
                self._wrong(error.what, error.cure)
                return ""

        return call

    def view(self) -> PageView:
        """Return the view of the page being written."""
        page = self.env.page
        if self._current is None or self._current[0] is not page:
            self._current = (page, self._view(page))
        return self._current[1]

    def _view(self, page: Any) -> PageView:
        if plugin := _plugin(self.env):
            return view_of(page.file.src_uri, self.env.conf, self.views, plugin.holes.keep)
        links = Links(_source(page), _folders(self.env.conf), from_source=not hasattr(page, "file"))
        return PageView(self.views, links, _as_block)

    def _wrong(self, what: str, cure: str) -> None:
        problem = Problem(self._place(), what, cure, "macro")
        plugin = _plugin(self.env)
        if plugin is None:
            raise CourseError([problem])
        plugin.problems.append(problem)

    def _place(self) -> Place:
        """Return file and line of the macro call now running."""
        page = self.env.page
        docs = Path(self.env.project_dir, self.env.conf["docs_dir"])
        line = _template_line(inspect.currentframe())
        return Place(f"{docs.name}/{_source(page)}", line + _lines_before(page, docs), 1)


def _source(page: Any) -> str:
    """Return the path of a page's source, which MkDocs keeps with a file and Zensical does not."""
    return str(page.file.src_uri if hasattr(page, "file") else page.path)


def _lines_before(page: Any, docs: Path) -> int:
    """Count the lines that the engine took off the top of a page before macros run."""
    if hasattr(page, "file"):
        return lines_above(page.file.content_string, page.markdown or "")
    head = _HEAD.match((docs / _source(page)).read_text(encoding="utf-8-sig"))
    return head[0].count("\n") if head else 0


def _views(env: Any) -> Views:
    if plugin := _plugin(env):
        views: Views = plugin.views
        return views
    told = (env.conf.get("extra") or {}).get("coursewright") or {}
    views = load_views(Path(env.project_dir), told.get("audience"))
    _note_citations(views, Path(env.project_dir, env.conf["docs_dir"]))
    return views


@lru_cache(maxsize=4)
def _note_citations(views: Views, docs: Path) -> None:
    """Let the course know, once, which of its claims pages written by hand rest on."""
    paths = {path.relative_to(docs).as_posix(): path for path in sorted(docs.rglob("*.md"))}
    texts = {name: path.read_text(encoding="utf-8-sig") for name, path in paths.items()}
    note_citations(views.course, texts)


def _as_block(html: str) -> str:
    """Return HTML that Markdown leaves alone: it takes elements that it does not know for text."""
    return html if _BLOCKS.issuperset(_FIRST.findall(html)) else f"<div>\n{html}\n</div>"


def _plugin(env: Any) -> Any:
    """Return our MkDocs plugin, where the site is built by MkDocs."""
    return (getattr(env.conf, "plugins", None) or {}).get("coursewright")


def _template_line(frame: FrameType | None) -> int:
    """Return the line of the page that calls, from Jinja's own map of lines."""
    while frame:
        template = frame.f_globals.get("__jinja_template__")
        if template is None and frame.f_code.co_filename == "<template>":
            return frame.f_lineno
        if template is not None and frame.f_code.co_filename == "<template>":
            return int(template.get_corresponding_lineno(frame.f_lineno))
        frame = frame.f_back
    return 1


def lines_above(whole: str, body: str) -> int:
    """Count the lines that MkDocs took off the top of a file before macros run."""
    return whole[: whole.find(body)].count("\n") if body and body in whole else 0

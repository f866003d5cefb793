"""What all pages of a site share: the course, the templates, the words, the glossary."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import Path
from typing import TypeVar

from jinja2 import Environment, FileSystemLoader, StrictUndefined, pass_context
from jinja2.runtime import Context
from markupsafe import Markup

from coursewright.course import Course, TermFinder
from coursewright.environments import keep_compiled
from coursewright.instruments import FOLDER as INSTRUMENTS
from coursewright.questions import FOLDER as QUESTIONS
from coursewright.suggestions import did_you_mean
from coursewright.views.prose import plain
from coursewright.views.words import Words

TEMPLATES = Path(__file__).parent.parent / "theme" / "templates"
T = TypeVar("T")


class NotFoundError(LookupError):
    """A macro was given an id that names nothing."""

    def __init__(self, kind: str, ident: str, known: Iterable[str]) -> None:
        self.what = f'there is no {kind} "{ident}"'
        self.cure = did_you_mean(str(ident), known)
        super().__init__(f"{self.what}. {self.cure}")


class Views:
    """The course with everything needed to show it; one for each build."""

    def __init__(self, course: Course) -> None:
        self.course = course
        self.words = Words(course.document.language)
        self.terms = TermFinder(course.terms.values())
        self.modules = {module.id: module for module in course.modules}
        self.lessons = {lesson.ref: lesson for lesson in course.lessons}
        self.questions = {question.ref: question for question in course.questions}
        self.paths = {path.id: path for path in course.paths}
        self.quizzes = {q.document.id: q for module in course.modules for q in module.quizzes}

    def render(self, template: str, **values: object) -> str:
        """Return a template's HTML, without blank lines, for a raw block in Markdown."""
        found = environment().get_template(template)
        text = found.render(t=self.words, course=self.course, **values)
        return "\n".join(line for line in text.splitlines() if line.strip())


def find(kind: str, known: Mapping[str, T], ident: str) -> T:
    """Return what an id names; raises NotFound with the nearest id."""
    try:
        return known[ident]
    except (KeyError, TypeError):  # a page may call a macro with anything
        raise NotFoundError(kind, ident, known) from None


@lru_cache(maxsize=1)
def environment() -> Environment:
    """Return the Jinja environment; templates get `view`, the page they are part of."""
    made = Environment(
        loader=FileSystemLoader([TEMPLATES, QUESTIONS, INSTRUMENTS]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    made.filters["md"] = _block
    made.filters["inline"] = _inline
    made.filters["plain"] = plain
    made.filters["ended"] = _ended
    return keep_compiled(made)


def _ended(text: str) -> str:
    """Return a title as a sentence, which a question is already."""
    return text if text.endswith((".", "?", "!", "…")) else f"{text}."


@pass_context
def _block(context: Context, text: str) -> Markup:
    return Markup(context["view"].block(text))  # noqa: S704 - converted and sanitized


@pass_context
def _inline(context: Context, text: str) -> Markup:
    return Markup(context["view"].inline(text))  # noqa: S704 - converted and sanitized

"""What pages for trainers show: facilitator guides, and what is assessed how often."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import accumulate

from coursewright.course import Course, Module, Objective, Question
from coursewright.course.graph import FEWEST_QUESTIONS
from coursewright.documents import BLOOM_LEVELS, Bloom
from coursewright.views.page import PageView
from coursewright.views.rendering import find
from coursewright.views.sections import evidence, joined, paths

PARTS = ("preparation", "agenda", "prompts", "pitfalls", "misconceptions", "debrief")
"""Parts of a facilitator guide in order, each with a template of its own."""


def facilitation(view: PageView, ident: str) -> str:
    """Return how to run a module as a workshop; nothing for a module without a guide."""
    found = find("module", view.views.modules, ident)
    if not found.guide:
        return ""
    view.module = found
    view.notes_here = True
    parts = [view.render("guide/head.jinja", module=found)]
    for name in PARTS:
        if html := view.render(f"guide/{name}.jinja", module=found, begins=_begins(found)):
            parts += [view.heading(2, view.views.words(f"facilitation.{name}")), html]
    return joined(view, [*parts, *evidence(view)])


def _begins(module: Module) -> list[str]:
    """Return when each part of the agenda begins, in hours and minutes from the start."""
    assert module.guide
    minutes = (part.minutes for part in module.guide.agenda)
    return [f"{begun // 60}:{begun % 60:02}" for begun in accumulate(minutes, initial=0)]


def trainers(view: PageView) -> str:
    """Return a card for each facilitator guide, and one for each path of trainers."""
    words = view.views.words
    guided = [module for module in view.course.modules if module.guide]
    parts = []
    if guided:
        title = view.heading(2, words("facilitation.title"))
        parts += [title, view.render("guide/cards.jinja", modules=guided)]
    if own := paths(view, "trainers"):
        parts += [view.heading(2, words("path.title")), own]
    return joined(view, parts) if parts else words("trainers.none")


def gradebook(view: PageView) -> str:
    """Return the place where a trainer reads what learners handed in, filled in by a script."""
    return joined(view, [view.render("gradebook.jinja")])


def comparison(view: PageView) -> str:
    """Return the place where a trainer compares what several raters found, by a script."""
    rated = [it for it in view.course.instruments.values() if it.document.rated]
    return joined(view, [view.render("comparison.jinja", instruments=rated)])


@dataclass(frozen=True)
class Asked:
    """A question, and the pages that ask it."""

    question: Question
    again: tuple[Module, ...]
    """Later modules whose check asks it once more."""

    @property
    def times(self) -> int:
        """How often a learner who does everything meets it."""
        return 1 + len(self.again)


def coverage(view: PageView) -> str:
    """Return what each objective is taught and assessed by, module by module."""
    course, words = view.course, view.views.words
    asked = {it: Asked(it, again) for it, again in _again(course).items()}
    title = view.heading(2, words("coverage.whole"))
    parts = [title, view.render("coverage_course.jinja", rows=_levels(course), levels=BLOOM_LEVELS)]
    for module in course.modules:
        rows = [(it, [asked[one] for one in it.questions]) for it in module.objectives]
        html = view.render("coverage_module.jinja", module=module, rows=rows, thin=_thin)
        parts += [view.heading(2, module.title), html]
    return joined(view, parts)


def _again(course: Course) -> dict[Question, tuple[Module, ...]]:
    return {
        question: tuple(module for module in course.modules if question in module.review)
        for question in course.questions
    }


def _levels(course: Course) -> list[tuple[Module, Counter[Bloom]]]:
    """Return how many of each module's questions stand on each Bloom level."""
    counted = (Counter(it.document.bloom for it in module.questions) for module in course.modules)
    return list(zip(course.modules, counted, strict=True))


def _thin(objective: Objective, asked: list[Asked]) -> bool:
    """Whether an objective is taught nowhere, or assessed by too few questions."""
    return not objective.lessons or len(asked) < FEWEST_QUESTIONS

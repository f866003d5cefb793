"""Claims that stand on something, and invented companies that say so."""

from __future__ import annotations

import re
from collections.abc import Iterator

from coursewright.course import Course, Lesson
from coursewright.documents import CaseDocument, marks
from coursewright.rules import places
from coursewright.rules.prose import bare, paragraphs
from coursewright.rules.rule import Finding, rule

NAME_LETTERS = 5
"""Letters from which the first word of a case's title is taken for its short name."""

STATISTIC = re.compile(
    r"\d[\d.,]*\s?(?:%|×|percent\b|per cent\b|x\b)|[$€£]\s?\d[\d.,]*", re.IGNORECASE
)
INVENTED = re.compile(
    r"\b(?:suppose|imagine|invented?|fictional|made-up|made up|hypothetical)\b", re.IGNORECASE
)
"""Words by which an author says that a number is nobody's finding."""


@rule("contested-claim", "error", "Sharp's critique of loyalty figures shows why")
def contested_claim(course: Course) -> Iterator[Finding]:
    """Every contested claim has a dispute that says how sources disagree."""
    for claim in course.claims.values():
        if claim.contested and not claim.dispute:
            what = f'the claim "{claim.id}" is contested, and no dispute says how'
            cure = "Name its dispute, or write one under disputes."
            yield Finding(claim.place, what, cure)


@rule("uncited-figure", "warning", "Sharp's critique of loyalty figures shows why")
def uncited_figure(course: Course) -> Iterator[Finding]:
    """A paragraph with a percentage, a multiple or a sum of money cites where it is from."""
    names = _short_names(course)
    for lesson in course.lessons:
        for start, paragraph in paragraphs(lesson.document.body):
            found = STATISTIC.search(bare(paragraph))
            if found and not _accounted_for(paragraph, names):
                what = f'this paragraph gives "{found[0].strip()}" and cites nothing'
                cure = "Cite the claim behind it, or say that the number is invented."
                yield Finding(places.in_body(lesson, start + found.start()), what, cure)


def _accounted_for(paragraph: str, names: list[str]) -> bool:
    cites = any(mark.scheme == "cite" for mark in marks(paragraph))
    return cites or bool(INVENTED.search(paragraph)) or any(name in paragraph for name in names)


def _short_names(course: Course) -> list[str]:
    """Return what invented companies are called for short: the first word of their title."""
    first = (case.title.split()[0] for case in _fictional(course))
    return [name for name in first if len(name) >= NAME_LETTERS]


@rule("fictional-tag", "warning", "honesty: a design choice", language="en")
def fictional_tag(course: Course) -> Iterator[Finding]:
    """Where a lesson first mentions an invented company that it does not show, it says so."""
    for lesson in course.lessons:
        for case in _fictional(course):
            start = _untagged(lesson, case)
            if start is not None:
                what = f'"{case.title}" is invented, and this lesson does not say so'
                cure = 'Write "(fictional)" after its first mention, or place the case here.'
                yield Finding(places.in_body(lesson, start), what, cure)


def _untagged(lesson: Lesson, case: CaseDocument) -> int | None:
    """Return where a lesson mentions a case by title without a tag."""
    body = lesson.document.body
    if case.title.split()[0] not in body:
        return None
    if lesson.module.case(case.id) is case and f"case:{case.id}" in _placed(lesson):
        return None
    title = r"\s+".join(map(re.escape, case.title.split()))
    found = re.search(rf"(?<!\w){title}(?!\w)", body)
    if not found or re.match(r"(?:[’']s)?[*_]*\s*\([^)]*\bfictional\b", body[found.end() :]):
        return None
    return found.start()


def _placed(lesson: Lesson) -> set[str]:
    return {mark.written for mark in marks(lesson.document.body)}


def _fictional(course: Course) -> Iterator[CaseDocument]:
    for module in course.modules:
        yield from (case for case in module.document.cases if case.fictional)

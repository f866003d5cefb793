"""From the course to work: workshops that fit their time, and what is taken away."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from coursewright.course import Course
from coursewright.documents import texts
from coursewright.rules.rule import Finding, rule

REPEATED_WORDS = 9
"""In a row; shorter runs are names, terms and turns of phrase."""
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")


@rule("agenda-minutes", "error", "design choice")
def agenda_minutes(course: Course) -> Iterator[Finding]:
    """The agenda of a workshop adds up to its minutes."""
    for module in course.modules:
        workshop = module.document.facilitation
        total = sum(item.minutes for item in workshop.agenda) if workshop else 0
        if workshop and workshop.agenda and total != workshop.minutes:
            agenda = module.source.place("facilitation", "agenda")
            minutes = module.source.place("facilitation", "minutes")
            what = f"the agenda takes {total} minutes, and the workshop {workshop.minutes}"
            yield Finding(minutes, what, "Change one of the two.", (agenda,))


@rule("takeaways", "warning", "Carpentries practice")
def takeaways(course: Course) -> Iterator[Finding]:
    """A module ends with what to take away."""
    for module in course.modules:
        if not module.document.takeaways:
            what = f'the module "{module.id}" has no takeaways'
            cure = "Add takeaways: a sentence for each thing worth remembering."
            yield Finding(module.source.place("id"), what, cure)


@rule("apply-task", "warning", "Blume and others 2010")
def apply_task(course: Course) -> Iterator[Finding]:
    """A module ends with a task for work, and what to ask one's manager."""
    for module in course.modules:
        task = module.document.apply
        if not task:
            what = f'the module "{module.id}" has no task for work'
            cure = "Add apply, with a task and what to ask one's manager."
            yield Finding(module.source.place("id"), what, cure)
        elif not task.manager:
            what = f'the task of the module "{module.id}" leaves the manager out'
            cure = "Add manager: support at work is what makes training last."
            yield Finding(module.source.place("apply"), what, cure)


@rule("guide-repeats", "warning", "Carpentries practice")
def guide_repeats(course: Course) -> Iterator[Finding]:
    """A facilitator guide says nothing that a lesson of its module says already."""
    for module in course.modules:
        known = set(chain.from_iterable(_runs(it.document.body) for it in module.lessons))
        for path, text in texts(module.guide) if module.guide else ():
            if repeated := next((run for run in _runs(text) if run in known), None):
                place = module.source.place("facilitation", *path)
                what = f'a lesson already says "{" ".join(repeated)}"'
                cure = "People have read it: say what to do with it, or leave it out."
                yield Finding(place, what, cure)


def _runs(text: str) -> Iterator[tuple[str, ...]]:
    """Yield every run of so many words, whatever their case and punctuation."""
    words = _WORD.findall(text.casefold())
    yield from zip(*(words[start:] for start in range(REPEATED_WORDS)), strict=False)

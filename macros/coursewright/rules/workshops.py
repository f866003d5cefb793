"""From the course to work: workshops that fit their time, and what is taken away."""

from __future__ import annotations

from collections.abc import Iterator

from coursewright.course import Course
from coursewright.rules.rule import Finding, rule


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

"""Paths in an order that readers can follow."""

from __future__ import annotations

from collections.abc import Iterator

from coursewright.course import Course
from coursewright.rules.rule import Finding, rule


@rule("path-order", "warning", "design choice")
def path_order(course: Course) -> Iterator[Finding]:
    """A step comes after what it builds on, or its note helps those who have not read that."""
    for path in course.paths:
        for step in path.steps:
            if step.missed and not step.document.note:
                names = " and ".join(f'"{module.id}"' for module in step.missed)
                what = f'"{step.document.target}" builds on {names}, which no earlier step is from'
                cure = "Put a step of it first, or say in a note what helps without it."
                yield Finding(step.place, what, cure)

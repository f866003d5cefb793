"""What makes a course good beyond valid: each rule is one small function with its evidence."""

from __future__ import annotations

from collections.abc import Iterator

from coursewright.course import Course
from coursewright.problems import Problem
from coursewright.rules import (
    coverage,
    evidence,
    feedback,
    lessons,
    links,
    options,
    ways,
    workshops,
)
from coursewright.rules.rule import Rule

_THEMES = (options, feedback, coverage, lessons, links, evidence, workshops, ways)

RULES: tuple[Rule, ...] = tuple(
    item for theme in _THEMES for item in vars(theme).values() if isinstance(item, Rule)
)
"""Every rule, by theme."""


def broken_rules(course: Course) -> Iterator[Problem]:
    """Yield every breach of every rule that suits the course's language."""
    for rule in RULES:
        if rule.suits(course):
            yield from rule.problems(course)


__all__ = ["RULES", "Rule", "broken_rules"]

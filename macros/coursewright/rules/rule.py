"""A rule: what must hold, how that is checked, and why anybody should care."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from coursewright.course import Course
from coursewright.problems import Place, Problem, Severity


class Finding(NamedTuple):
    """One breach of a rule."""

    where: Place
    what: str
    """The fact, without a full stop."""
    cure: str
    also: tuple[Place, ...] = ()


Check = Callable[[Course], Iterator[Finding]]


@dataclass(frozen=True)
class Rule:
    """Something a good course does, with the check that finds where it does not."""

    code: str
    severity: Severity
    sentence: str
    """What must hold."""
    evidence: str
    """Who found out, in short; or "design choice"."""
    check: Check
    language: str | None = None
    """The only language whose words the check knows, as in HTML's `lang`."""

    def suits(self, course: Course) -> bool:
        """Return whether the check can read the course's language."""
        written_in = course.document.language.lower().partition("-")[0]
        return self.language in (None, written_in)

    def problems(self, course: Course) -> Iterator[Problem]:
        """Yield every breach as a problem."""
        for where, what, cure, also in self.check(course):
            yield Problem(where, what, cure, self.code, self.severity, also)


def rule(
    code: str, severity: Severity, evidence: str, language: str | None = None
) -> Callable[[Check], Rule]:
    """Make a check into a rule; its docstring says what must hold."""

    def made(check: Check) -> Rule:
        return Rule(code, severity, check.__doc__ or code, evidence, check, language)

    return made

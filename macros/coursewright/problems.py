"""What can be wrong, where, and how to mend it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal

Severity = Literal["error", "warning"]


@dataclass(frozen=True, order=True)
class Place:
    """A spot in a file: lines and columns count from 1, 0 means unknown."""

    file: str
    """Path with forward slashes, relative to the course root."""
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        if not self.line:
            return self.file
        return f"{self.file}:{self.line}:{self.column}"


@dataclass(frozen=True, order=True)
class Problem:
    """One thing that is wrong: a place, a fact and a cure, in sentences."""

    where: Place
    what: str
    """The fact, without a full stop."""
    cure: str
    """What to do about it, with its full stop."""
    code: str = "invalid"
    """A short stable name, for filters and for SARIF."""
    severity: Severity = "error"
    also: tuple[Place, ...] = field(default=(), compare=False)
    """Other places involved."""

    def __str__(self) -> str:
        said = f"{self.what}. {self.cure}".rstrip()
        return f"{self.where}: {'warning: ' if self.severity == 'warning' else ''}{said}"


class CourseError(Exception):
    """The course cannot be used; carries every problem found, sorted by place."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems: tuple[Problem, ...] = tuple(sorted(set(problems)))
        super().__init__("\n".join(map(str, self.problems)))

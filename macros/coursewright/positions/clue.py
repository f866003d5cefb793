"""What is known about a text that the parser could not read on."""

from __future__ import annotations

from typing import Any

from coursewright.positions.source import Lines
from coursewright.problems import Place, Problem


class Clue:
    """The parser's complaint, and the text around it."""

    def __init__(self, lines: Lines, error: Exception, last: Any, opened: int, closed: int) -> None:
        self.lines = lines
        self.text = lines.text
        self.last = last
        """The event before, except for values that are not there."""
        self.problem: str = getattr(error, "problem", None) or str(error)
        self.context: str = getattr(error, "context", None) or ""
        self.at = _index(error, "problem_mark", self.span[1])
        """Where the parser stopped."""
        self.since = _index(error, "context_mark", self.at)
        """Where the part begins that the parser was in."""
        self.opened = opened
        """Where the list or mapping begins that is still open."""
        self.closed = closed
        """Where the list or mapping begins that was closed last."""

    @property
    def character(self) -> str:
        """The character at which the parser stopped; empty at the end of the file."""
        return self.text[self.at : self.at + 1]

    @property
    def span(self) -> tuple[int, int]:
        """Where the event before begins and ends."""
        if not self.last:
            return 0, 0
        return self.last.start_mark.index, self.last.end_mark.index

    @property
    def before(self) -> str:
        """What stands on the same line before that character."""
        return self.text[self.lines.start(self.at) : self.at]

    @property
    def starts_line(self) -> bool:
        """Whether that character is the first of its line, leaving blanks aside."""
        return not self.before.strip()

    @property
    def at_end(self) -> bool:
        """Whether nothing comes after that place."""
        return not self.text[self.at :].strip()

    def says(self, *parts: str) -> bool:
        """Tell whether the parser's complaint holds one of these."""
        return any(part in self.problem for part in parts)

    def report(
        self, offset: int, what: str, cure: str, code: str, also: tuple[Place, ...] = ()
    ) -> Problem:
        """Return a problem at an offset of the text."""
        return Problem(self.lines.place(offset), what, cure, code, also=also)


def _index(error: Exception, mark: str, other: int) -> int:
    found = getattr(error, mark, None)
    return found.index if found else other

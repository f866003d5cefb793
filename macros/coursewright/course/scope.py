"""What linking works with: the course so far, and the problems found."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, MutableMapping
from typing import TypeVar

from coursewright.course.graph import Course
from coursewright.problems import Place, Problem
from coursewright.suggestions import did_you_mean

T = TypeVar("T")


class Scope:
    """Collects problems while ids are resolved."""

    def __init__(self, course: Course) -> None:
        self.course = course
        self.problems: list[Problem] = []
        self._places: dict[tuple[str, str], Place] = {}
        self._left_out: set[tuple[str, str]] = set()

    def problem(self, where: Place, what: str, cure: str, code: str, *also: Place) -> None:
        """Note one problem."""
        self.problems.append(Problem(where, what, cure, code, also=also))

    def add(
        self, kind: str, known: MutableMapping[str, T], ident: str, item: T, place: Place
    ) -> None:
        """Put a thing under its id, once."""
        first = self.claim(kind, ident, place)
        if first:
            known[ident] = item

    def claim(self, kind: str, ident: str, place: Place) -> bool:
        """Return whether this id is the first of its kind; note a problem otherwise."""
        what = f'"{ident}" is already the id of another {kind}'
        return self._first((kind, ident), place, what, "Give one of the two another id.")

    def first_listed(self, kind: str, ident: str, place: Place) -> bool:
        """Return whether course.yml has not listed this before; note a problem otherwise."""
        what = f'the {kind} "{ident}" is already listed'
        return self._first((f"listed {kind}", ident), place, what, "Remove one of the two.")

    def first_word(self, word: str, place: Place) -> bool:
        """Return whether the glossary does not explain a word yet; note a problem otherwise."""
        what = f'"{word}" already stands in the glossary'
        return self._first(("word", word.casefold()), place, what, "Remove one of the two.")

    def _first(self, key: tuple[str, str], place: Place, what: str, cure: str) -> bool:
        first = self._places.setdefault(key, place)
        if first is not place:
            self.problem(place, f"{what}, at {first}", cure, "duplicate-id", first)
        return first is place

    def leave_out(self, kind: str, *idents: str) -> None:
        """Remember what a problem keeps out of the course, so that no other follows from it."""
        self._left_out.update((kind, ident) for ident in idents)

    def leaves_out(self, kind: str) -> bool:
        """Return whether something of a kind is kept out of the course."""
        return any(kind == known for known, _ in self._left_out)

    def find(self, kind: str, known: Mapping[str, T], ident: str, place: Place) -> T | None:
        """Return what an id names; note a problem when it names nothing."""
        if ident not in known and (kind, ident) not in self._left_out:
            self.unknown(kind, ident, known, place)
        return known.get(ident)

    def listed(self, kind: str, known: Mapping[str, T]) -> dict[str, T]:
        """Return the things that course.yml lists under a kind's plural, in its order."""
        found: dict[str, T] = {}
        key = f"{kind}s"
        for index, ident in enumerate(getattr(self.course.document, key)):
            place = self.course.source.place(key, index)
            item = self.find(kind, known, ident, place)
            if item is not None and self.first_listed(kind, ident, place):
                found[ident] = item
        return found

    def unknown(self, kind: str, ident: str, known: Iterable[str], place: Place) -> None:
        """Note that an id names nothing."""
        what = f'there is no {kind} "{ident}"'
        code = "unknown-" + kind.replace(" ", "-")
        self.problem(place, what, did_you_mean(ident, known), code)

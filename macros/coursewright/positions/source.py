"""A file that was read: its data, and where in its text each value stands."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain

from coursewright.problems import Place

Step = str | int
Members = dict[str, int] | list[int]

_LINE_BREAK = re.compile(r"\r\n|\r|\n")
_NOT_PLAIN = ('"', "'", "|", ">")


class Lines:
    """The lines of a text, broken where editors break them."""

    def __init__(self, text: str, file: str) -> None:
        self.text = text
        self.file = file

    @cached_property
    def _starts(self) -> array[int]:
        ends = (found.end() for found in _LINE_BREAK.finditer(self.text))
        return array("I", chain([0], ends))

    def place(self, offset: int) -> Place:
        """Return the place of the character at an offset."""
        number = self.number(offset)
        return Place(self.file, number, offset - self._starts[number - 1] + 1)

    def number(self, offset: int) -> int:
        """Return the number of the line that holds an offset."""
        return bisect_right(self._starts, offset)

    def start(self, offset: int) -> int:
        """Return where the line that holds an offset begins."""
        return self._starts[self.number(offset) - 1]

    def line(self, number: int) -> str:
        """Return a line by its number, without its line break."""
        if not 1 <= number <= len(self._starts):
            return ""
        end = self._starts[number] if number < len(self._starts) else len(self.text)
        return self.text[self._starts[number - 1] : end].rstrip("\r\n")


class Spots:
    """Where values stand; each has a number, counted from the root in reading order."""

    __slots__ = ("ends", "keys", "members", "starts")

    def __init__(self) -> None:
        self.starts: array[int] = array("I")
        """Offset of each value in the text."""
        self.ends: array[int] = array("I")
        """Offset of the end of each scalar; of lists and mappings, their start."""
        self.keys: array[int] = array("I")
        """Offset of the key of each value, or of the value when it has none."""
        self.members: dict[int, Members] = {}
        """For each list and mapping, the numbers of what it holds."""

    def add(self, start: int, end: int, key: int) -> int:
        """Note a value and return its number."""
        self.starts.append(start)
        self.ends.append(end)
        self.keys.append(key)
        return len(self.starts) - 1

    def find(self, path: tuple[Step, ...]) -> int:
        """Return the number of the value at a path, leaving out steps that lead nowhere."""
        number = 0
        for step in path:
            number = self._member(number, step)
        return number

    def _member(self, number: int, step: Step) -> int:
        members = self.members.get(number)
        if isinstance(members, dict) and isinstance(step, str):
            return members.get(step, number)
        if isinstance(members, list) and isinstance(step, int) and 0 <= step < len(members):
            return members[step]
        return number


@dataclass(frozen=True)
class Source:
    """A YAML file as plain data; every value knows where it was written."""

    file: str
    """Path with forward slashes, relative to the course root."""
    text: str = field(repr=False)
    """The whole text, without a byte-order mark."""
    data: object = field(compare=False, repr=False)
    """Nested dict, list, str, int, float, bool, None and Trap; every key is text."""
    spots: Spots = field(compare=False, repr=False)
    """What `place`, `key_place` and `raw` look things up in."""

    def place(self, *path: Step) -> Place:
        """Return the place of the value at a path, or of the nearest value around it.

        Steps that the file does not have, such as the tags of a union, are left out.
        """
        return self._lines.place(self.spots.starts[self.spots.find(path)])

    def key_place(self, *path: Step) -> Place:
        """Return the place of the key whose value is at a path."""
        return self._lines.place(self.spots.keys[self.spots.find(path)])

    def raw(self, *path: Step) -> str | None:
        """Return an unquoted value as it was written, and None for any other."""
        number = self.spots.find(path)
        if number in self.spots.members:
            return None
        written = self.text[self.spots.starts[number] : self.spots.ends[number]]
        return None if written.startswith(_NOT_PLAIN) else written

    def line(self, n: int) -> str:
        """Return the text of a line, counted from 1; empty when there is none."""
        return self._lines.line(n)

    @cached_property
    def _lines(self) -> Lines:
        return Lines(self.text, self.file)

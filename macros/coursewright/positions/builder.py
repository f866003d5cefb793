"""From the parser's events to data, noting where everything stands.

The events come one by one and nesting is kept on a stack, so no file can exhaust Python's own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, NoReturn, TypeAlias

import yaml

from coursewright.positions import refusals
from coursewright.positions.characters import CONTROL, invisible
from coursewright.positions.clue import Clue
from coursewright.positions.limits import MAX_DEPTH, MAX_PROBLEMS, MAX_VALUES
from coursewright.positions.losses import cut_off, key_alone, may_cut_off
from coursewright.positions.scalars import resolve
from coursewright.positions.source import Lines, Source, Spots
from coursewright.positions.syntax import explain
from coursewright.problems import CourseError, Problem

Loader: TypeAlias = "type[yaml.SafeLoader | yaml.CSafeLoader]"
LOADER: Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""The parser written in C wherever PyYAML has it: many times as fast."""


def build(lines: Lines, loader: Loader = LOADER) -> Source:
    """Return the source of a text; raise CourseError with every problem in it."""
    builder = Builder(lines)
    data = builder.read(loader)
    return Source(lines.file, lines.text, data, builder.spots)


class _Open:
    """A list or mapping whose end has not come yet."""

    __slots__ = ("data", "is_key", "is_mapping", "key", "key_at", "members", "start", "wants_key")

    def __init__(self, data: Any, members: Any, start: int, is_key: bool = False) -> None:
        self.data = data
        self.members = members
        self.start = start
        self.is_key = is_key
        self.is_mapping = self.wants_key = isinstance(data, dict)
        self.key: str | None = None
        self.key_at = start

    def take_key(self, key: str | None, at: int) -> None:
        """Wait for the value of a key; that of None will be dropped."""
        self.key, self.key_at, self.wants_key = key, at, False


class Builder:
    """Builds the data of one file, event by event."""

    def __init__(self, lines: Lines) -> None:
        self.lines = lines
        self.spots = Spots()
        self.problems: list[Problem] = []
        self._documents: list[object] = []
        self._top = _Open(self._documents, [], 0)
        self._stack: list[_Open] = []
        self._closed = 0
        self._last: Any = None
        self._before: Any = None
        self._may_lose_text = may_cut_off(lines.text)

    def read(self, loader: Loader) -> object:
        """Return the data; raise CourseError with everything that is wrong."""
        handlers = self._handlers()
        for event in self._events(loader):
            handlers[type(event)](event)
            self._before, self._last = self._last, event
        if not self.problems and self._is_empty():
            self._refuse(refusals.empty_file(self.lines.place(0)))
        if self.problems:
            raise CourseError(self.problems)
        return self._documents[0]

    def _events(self, loader: Loader) -> Iterator[yaml.Event]:
        try:
            yield from yaml.parse(self.lines.text, Loader=loader)
        except (yaml.YAMLError, ValueError, OverflowError) as error:
            # ValueError and OverflowError: PyYAML's Python parser, at "\UFFFFFFFF".
            told = self._before if _is_missing(self._last) else self._last
            self._misread(Clue(self.lines, error, told, self._top.start, self._closed))

    def _handlers(self) -> dict[type[yaml.Event], Callable[[Any], None]]:
        return {
            yaml.ScalarEvent: self._scalar,
            yaml.MappingStartEvent: self._mapping,
            yaml.SequenceStartEvent: self._sequence,
            yaml.MappingEndEvent: self._close,
            yaml.SequenceEndEvent: self._close,
            yaml.AliasEvent: self._alias,
            yaml.DocumentStartEvent: self._document,
            yaml.DocumentEndEvent: _nothing,
            yaml.StreamStartEvent: _nothing,
            yaml.StreamEndEvent: _nothing,
        }

    def _scalar(self, event: Any) -> None:
        start = event.start_mark.index
        if event.anchor is not None or event.tag is not None:
            self._refuse_properties(event)
        text, plain = event.value, event.implicit[0]
        if not plain and event.style == '"':
            self._check_escaped(text, start)
        if self._top.wants_key:
            self._key(text, plain, start)
            return
        if plain and (not text or self._may_lose_text):
            self._look_around(start, event.end_mark.index)
        self._add(resolve(text) if plain else text, start, event.end_mark.index)

    def _key(self, text: str, plain: bool, at: int) -> None:
        top = self._top
        key = text if text in top.data or not plain else resolve(text)
        if not isinstance(key, str):
            self._refuse(refusals.key_not_text(self.lines.place(at), text, key))
            top.take_key(None, at)
        elif plain and text == "<<":
            self._refuse(refusals.merge_key(self.lines.place(at)))
            top.take_key(None, at)
        elif plain and key[:1] == "-":
            self._refuse(refusals.no_space_after_dash(self.lines.place(at)))
            top.take_key(None, at)
        elif key in top.data:
            first = self.lines.place(self.spots.keys[top.members[key]])
            self._refuse(refusals.duplicate_key(self.lines.place(at), key, first))
            top.take_key(None, at)
        else:
            top.take_key(key, at)

    def _add(self, value: object, start: int, end: int) -> int:
        """Put a value where it belongs and return its number."""
        top = self._top
        number = self.spots.add(start, end, top.key_at if top.is_mapping else start)
        if number >= MAX_VALUES:
            self._stop(refusals.too_many_values(self.lines.place(start)))
        if not top.is_mapping:
            top.data.append(value)
            top.members.append(number)
            return number
        if top.key is not None:
            top.data[top.key] = value
            top.members[top.key] = number
        top.wants_key = True
        return number

    def _mapping(self, event: Any) -> None:
        self._open(event, {}, {})

    def _sequence(self, event: Any) -> None:
        self._open(event, [], [])

    def _open(self, event: Any, data: Any, members: Any) -> None:
        start = event.start_mark.index
        if event.anchor is not None or event.tag is not None:
            self._refuse_properties(event)
        is_key = self._top.wants_key
        if is_key:
            self._refuse(refusals.key_not_text(self.lines.place(start), "", data))
        else:
            self.spots.members[self._add(data, start, start)] = members
        self._stack.append(self._top)
        self._top = _Open(data, members, start, is_key)
        if len(self._stack) > MAX_DEPTH:
            self._stop(refusals.too_deep(self.lines.place(start)))

    def _close(self, _event: Any) -> None:
        closed, self._top = self._top, self._stack.pop()
        self._closed = closed.start
        if closed.is_key:
            self._top.take_key(None, closed.start)

    def _alias(self, event: Any) -> None:
        start = event.start_mark.index
        self._refuse(refusals.alias(self.lines.place(start), event.anchor))
        if self._top.wants_key:
            self._top.take_key(None, start)
        else:
            self._add(None, start, start)

    def _document(self, event: Any) -> None:
        if self._documents:
            self._stop(refusals.second_document(self.lines.place(event.start_mark.index)))

    def _refuse_properties(self, event: Any) -> None:
        start, end = event.start_mark.index, event.end_mark.index
        for sign, name in ("&", event.anchor), ("!", event.tag):
            if name is not None:
                at = max(start, self.lines.text.find(sign, start, end))
                self._refuse(refusals.property_of(self.lines, at))

    def _check_escaped(self, text: str, start: int) -> None:
        found = CONTROL.search(text)
        if found:
            self._refuse(invisible(self.lines.place(start), found[0]))

    def _look_around(self, start: int, end: int) -> None:
        key, at = self._top.key, self._top.key_at
        alone = key_alone(self.lines, key, at, start) if start == end and key else None
        for problem in filter(None, [alone, cut_off(self.lines, start, end)]):
            self._refuse(problem)

    def _is_empty(self) -> bool:
        spots = self.spots
        nothing = not self._documents or self._documents[0] is None
        return nothing and spots.starts[:1] == spots.ends[:1]

    def _misread(self, clue: Clue) -> None:
        """Explain a complaint, unless it comes of what was refused before on the same line."""
        problem = explain(clue)
        line = problem.where.line
        if all(problem.where < one.where for one in self.problems if one.where.line == line):
            self.problems = [one for one in self.problems if not _comes_of(one, line)]
            self._refuse(problem)

    def _refuse(self, problem: Problem) -> None:
        self.problems.append(problem)
        if len(self.problems) >= MAX_PROBLEMS:
            self._stop(refusals.too_many_problems(problem.where))

    def _stop(self, problem: Problem) -> NoReturn:
        """Give up, as there is no sense in reading further."""
        raise CourseError([*self.problems, problem])


def _comes_of(problem: Problem, line: int) -> bool:
    """Tell whether this is what brackets that went wrong on a line make look wrong as well."""
    return problem.where.line == line and problem.code in ("yaml-comma", "yaml-key")


def _is_missing(event: Any) -> bool:
    """Tell whether this event stands for a value that nobody wrote."""
    return isinstance(event, yaml.ScalarEvent) and not event.value and event.implicit[0]


def _nothing(_event: Any) -> None:
    """Pass over the events that bring no data."""

"""Instruments in their place in the course."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from coursewright.course.named import Titled
from coursewright.documents import InstrumentDocument
from coursewright.instruments import BaseField
from coursewright.model import Path
from coursewright.positions import Source as File

if TYPE_CHECKING:
    from coursewright.course.graph import Module
    from coursewright.course.scope import Scope
    from coursewright.loader import Documents


@dataclass(eq=False, repr=False)
class Instrument(Titled[InstrumentDocument]):
    """Something to fill in, and the module it belongs to."""

    document: InstrumentDocument
    source: File
    module: Module | None = None

    @property
    def page(self) -> str:
        """Source path of its page."""
        return f"instruments/{self.id}.md"


def link_instruments(scope: Scope, documents: Documents) -> None:
    """Put every instrument into the course, with its fields told apart and its module found."""
    modules = {module.id: module for module in scope.course.modules}
    for loaded in documents.instruments:
        found = Instrument(loaded.document, loaded.source)
        place = found.source.place("id")
        _not_reserved(scope, found)
        scope.add("instrument", scope.course.instruments, found.id, found, place)
        if found.document.module:
            at = found.source.place("module")
            found.module = scope.find("module", modules, found.document.module, at)
        _parts(scope, found)
    rest = dict(sorted(scope.course.instruments.items(), key=_order))
    scope.course.instruments = scope.listed("instrument", rest) | rest


def _order(item: tuple[str, Instrument]) -> tuple[float, str]:
    """Put instruments that course.yml does not list in the order of their modules."""
    ident, found = item
    return (found.module.number if found.module else math.inf, ident)


def _not_reserved(scope: Scope, found: Instrument) -> None:
    if found.id == "index":
        cure = "Choose another id: this one names the list of all instruments."
        what = 'an instrument cannot be called "index"'
        scope.problem(found.source.place("id"), what, cure, "reserved-id")


def _parts(scope: Scope, found: Instrument) -> None:
    """See that ids stand once, that levels fit the scale, and that days follow a date."""
    dates = {field.id: field for _, field in _fields(found) if getattr(field, "kind", "") == "date"}
    for index, section in enumerate(found.document.sections):
        at = found.source.place("sections", index, "id")
        scope.claim(f"section of {found.id}", section.id, at)
    for path, field in _fields(found):
        at = found.source.place(*path, "id")
        scope.claim(f"field of {found.id}", field.id, at)
        if field.id == "rater":
            cure = "Choose another id: raters' names are kept under this one."
            scope.problem(at, 'a field cannot be called "rater"', cure, "reserved-id")
        if getattr(field, "kind", "") == "rating":
            _levels_fit(scope, found, path, len(getattr(field, "levels", ())))
        if after := getattr(field, "after", None):
            _follows(scope, found, (*path, "after"), field.id, after, dates)


def _levels_fit(scope: Scope, found: Instrument, path: Path, levels: int) -> None:
    scale = len(found.document.scale)
    if scale < 2:
        what = "statements are rated here, and the scale names fewer than two levels"
        cure = 'Add "scale:" with the names of the levels, lowest first.'
        scope.problem(found.source.place("scale"), what, cure, "scale")
    elif levels not in (0, scale):
        what = f"this statement describes {levels} levels, and the scale has {scale}"
        cure = "Describe each level of the scale once, lowest first."
        scope.problem(found.source.place(*path, "levels"), what, cure, "scale")


def _follows(
    scope: Scope,
    found: Instrument,
    path: Path,
    ident: str,
    after: str,
    dates: dict[str, BaseField],
) -> None:
    place = found.source.place(*path)
    seen = {ident}
    before = scope.find("date", dates, after, place)
    while before and before.id not in seen:
        seen.add(before.id)
        before = dates.get(getattr(before, "after", None) or "")
    if before:
        what = f'the date "{ident}" waits for itself'
        scope.problem(place, what, "Let it follow another date.", "cycle")


def _fields(found: Instrument) -> Iterator[tuple[Path, BaseField]]:
    for index, section in enumerate(found.document.sections):
        for number, field in enumerate(section.fields):
            yield ("sections", index, "fields", number), field

"""`curriculum/instruments/<id>.yml`: a worksheet or a self-assessment that people fill in."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Field

from coursewright.instruments import FieldDocument
from coursewright.model import Document, Id, Many, Markdown, Minutes, Plain, Was


class SectionDocument(Document):
    """A part of an instrument, with a heading of its own."""

    id: Id
    """Names it in the instrument."""
    title: Plain
    """Its heading."""
    intro: Markdown | None = None
    """What to know before filling it in."""
    fields: Annotated[Many[FieldDocument], Field(min_length=1, max_length=60)]
    """What people fill in."""


class InstrumentDocument(Document):
    """Something to fill in: statements to rate, questions to answer, a plan to make."""

    id: Id
    """Names it for ever: answers are kept under it, and its page's address is made of it."""
    title: Plain
    """Shown wherever it is named."""
    summary: Plain
    """What it is for, in one or two sentences."""
    minutes: Minutes | None = None
    """How long it takes."""
    module: Id | None = None
    """The module it belongs to."""
    note: Markdown | None = None
    """What it is and how far to trust it; shown before anything else."""
    scale: Annotated[Many[Plain], Field(max_length=9)] = ()
    """Names of the levels that statements are rated on, lowest first."""
    sections: Annotated[Many[SectionDocument], Field(min_length=1, max_length=30)]
    """Its parts, in order."""
    guide: Markdown | None = None
    """How to read the result, or how to use what was filled in."""
    was: Was = ()
    """Ids it had before."""

    @property
    def fields(self) -> tuple[FieldDocument, ...]:
        """Every field, in order."""
        return tuple(field for section in self.sections for field in section.fields)

    @property
    def rated(self) -> bool:
        """Whether there is anything to rate; then several people may, each alone."""
        return any(_kind(field) == "rating" for field in self.fields)

    @property
    def dated(self) -> bool:
        """Whether there is anything to take into a calendar."""
        return any(getattr(field, "event", None) for field in self.fields)

    def spec(self) -> dict[str, Any]:
        """Return what the browser must know of it."""
        return {
            "id": self.id,
            "title": self.title,
            "was": list(self.was),
            "scale": list(self.scale),
            "sections": [_section(section) for section in self.sections],
        }


def _kind(field: FieldDocument) -> str:
    return str(getattr(field, "kind", ""))


def _section(section: SectionDocument) -> dict[str, Any]:
    fields = [
        {
            "id": field.id,
            "kind": _kind(field),
            "label": field.label,
            "was": list(field.was),
            "asked": field.fingerprint,
            **field.own(),
        }
        for field in section.fields
    ]
    return {"id": section.id, "title": section.title, "fields": fields}

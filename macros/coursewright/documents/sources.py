"""`curriculum/sources.yml`: a bibliography in CSL-YAML, as Pandoc and Zotero write it.

Field names and types follow the Citation Style Language 1.0.2 schema (csl-data.json).
"""

from __future__ import annotations

import re
from typing import Annotated, Any

from pydantic import BeforeValidator, ConfigDict, Field, model_validator

from coursewright.model import Date, Document, Many, Markdown, Mistake, Plain, Reference, is_date
from coursewright.suggestions import nearest

CSL_TYPES = frozenset(
    "article article-journal article-magazine article-newspaper bill book broadcast chapter "
    "classic collection dataset document entry entry-dictionary entry-encyclopedia event figure "
    "graphic hearing interview legal_case legislation manuscript map motion_picture "
    "musical_score pamphlet paper-conference patent performance periodical "
    "personal_communication post post-weblog regulation report review review-book software song "
    "speech standard thesis treaty webpage".split()
)
_DIGITS = re.compile(r"[0-9]{1,4}")
_NUMBERS = re.compile(r"[0-9]{4}(-[0-9]{1,2}){0,2}")


def _cure(name: str) -> str:
    """Return the nearest type there is, or a few that are often meant."""
    guess = nearest(name, CSL_TYPES)
    if guess:
        return f'Did you mean "{guess}"?'
    return "Use one such as webpage, article-journal, book, report or post-weblog."


def kebab(name: str) -> str:
    """Return a Python name as CSL writes it."""
    return name.replace("_", "-")


def _number(value: Any) -> Any:
    """Accept digits in quotes, as Zotero writes them."""
    return int(value) if isinstance(value, str) and _DIGITS.fullmatch(value) else value


DatePart = Annotated[
    int,
    Field(ge=0, le=2999),
    BeforeValidator(_number, json_schema_input_type=int | str),
]


class NameDocument(Document):
    """A person or, with `literal`, an organization."""

    model_config = ConfigDict(alias_generator=kebab)

    family: Plain | None = None
    """Family name."""
    given: Plain | None = None
    """Given names."""
    literal: Plain | None = None
    """The whole name of an organization."""
    suffix: Plain | None = None
    """Such as Jr. or III."""
    dropping_particle: Plain | None = None
    """Such as the “de” that is left out when the family name stands alone."""
    non_dropping_particle: Plain | None = None
    """Such as the “van” that stays with the family name."""

    def __str__(self) -> str:
        """Return the name as prose writes it."""
        if self.literal:
            return self.literal
        parts = (self.given, self.dropping_particle, self.non_dropping_particle, self.family)
        return " ".join(part for part in (*parts, self.suffix) if part)


class DateDocument(Document):
    """A date in CSL form: `date-parts`, or Zotero's year, month and day, or words."""

    model_config = ConfigDict(alias_generator=kebab)

    date_parts: Many[Annotated[Many[DatePart], Field(max_length=3)]] = ()
    """Year, month and day: `[[2016, 4, 13]]`."""
    year: DatePart | None = None
    """As Zotero writes it."""
    month: DatePart | None = None
    """As Zotero writes it."""
    day: DatePart | None = None
    """As Zotero writes it."""
    season: str | int | None = None
    """Such as spring, or its number."""
    circa: bool = False
    """Whether the date is only about right, and shown as “c. 2016”."""
    literal: Plain | None = None
    """A date in words."""
    raw: Date | None = None
    """A date as it was found."""

    @property
    def first(self) -> tuple[int, ...]:
        """Year, month and day of the first date, as far as known."""
        if self.date_parts:
            return self.date_parts[0]
        parts = (self.year, self.month, self.day)
        return tuple(part for part in parts if part is not None)


class CustomDocument(Document):
    """What this project says of a source, in CSL's place for such things."""

    model_config = ConfigDict(alias_generator=kebab)

    kind: Plain | None = None
    """What kind of work it is, in plain words."""
    useful_for: Plain | None = None
    """What it can be used for."""
    bias: Plain | None = None
    """Who paid for it, what it sells, what it cannot show."""
    status: Plain | None = None
    """How to read it: as research, as an opinion, as advertising."""


def _issued(value: Any) -> Any:
    """Accept the forms in which tools write a date."""
    if isinstance(value, list) and len(value) == 1:
        return _issued(value[0])
    if isinstance(value, int) and not isinstance(value, bool):
        return {"date-parts": [[value]]}
    if is_date(value):
        value = value.raw
    if isinstance(value, str):
        return _dated(value)
    return value


def _dated(text: str) -> dict[str, Any]:
    if _NUMBERS.fullmatch(text):
        return {"date-parts": [text.split("-")]}
    return {"literal": text}


def _any_form(schema: dict[str, Any]) -> None:
    """Let editors accept the forms that `_issued` accepts."""
    schema["anyOf"] += [{"type": name} for name in ("string", "integer", "array")]


AnyDate = Annotated[DateDocument | None, Field(json_schema_extra=_any_form)]


class SourceDocument(Document):
    """One work that claims rest on."""

    model_config = ConfigDict(alias_generator=kebab)

    id: Reference
    """Its citation key, as in `[@lee-2022]`."""
    type: Plain
    """A CSL type, such as webpage, book or report."""
    title: Plain
    """Title of the work."""
    author: Many[NameDocument] = ()
    """Who wrote it."""
    editor: Many[NameDocument] = ()
    """Who edited it."""
    issued: AnyDate = None
    """When it came out."""
    accessed: AnyDate = None
    """When it was read."""
    container_title: Plain | None = None
    """The journal, book or site it is part of."""
    collection_title: Plain | None = None
    """The series it is part of."""
    publisher: Plain | None = None
    """Who published it."""
    publisher_place: Plain | None = None
    """Where."""
    volume: str | int | None = None
    """Volume of the journal."""
    issue: str | int | None = None
    """Issue of the volume."""
    page: str | int | None = None
    """Page or pages."""
    edition: str | int | None = None
    """Edition of the book."""
    genre: Plain | None = None
    """Such as PhD thesis."""
    medium: Plain | None = None
    """Such as podcast."""
    event_title: Plain | None = None
    """The conference or event."""
    language: Plain | None = None
    """Language of the work."""
    abstract: Markdown | None = None
    """Its own summary."""
    note: Markdown | None = None
    """What else a reader should know."""
    URL: Annotated[str, Field(pattern=r"^https?://\S+$", max_length=2000)] | None = None
    """Where to read it."""
    DOI: Annotated[str, Field(pattern=r"^10\.\d{4,9}/\S+$")] | None = None
    """Its DOI alone, such as `10.1000/182`."""
    ISBN: Plain | None = None
    """Number of the book."""
    ISSN: Plain | None = None
    """Number of the journal."""
    custom: CustomDocument = CustomDocument()
    """What this course says of it."""

    @model_validator(mode="before")
    @classmethod
    def _dates_in_any_form(cls, data: Any) -> Any:
        if not isinstance(data, dict):
            return data
        dates = {key: _issued(data[key]) for key in ("issued", "accessed") if key in data}
        return {**data, **dates}

    @model_validator(mode="after")
    def _known_type(self) -> SourceDocument:
        if self.type not in CSL_TYPES:
            raise Mistake(f'has the type "{self.type}", which CSL does not know', _cure(self.type))
        return self

    @property
    def year(self) -> int | None:
        """Year it was issued, or None when not known."""
        return self.issued.first[0] if self.issued and self.issued.first else None

    @property
    def link(self) -> str | None:
        """Address where it can be read."""
        return f"https://doi.org/{self.DOI}" if self.DOI else self.URL


class SourcesDocument(Document):
    """All sources."""

    references: Many[SourceDocument] = ()
    """The works, in any order."""

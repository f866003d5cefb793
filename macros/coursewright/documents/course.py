"""`curriculum/course.yml`: what the course is and the order of its modules."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from coursewright.model import Document, Id, Many, Plain
from coursewright.versions import VERSIONS_PATTERN

Audience = Literal["everyone", "learners"]
LANGUAGE_PATTERN = r"^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$"


class CourseDocument(Document):
    """The course as a whole."""

    id: Id
    """Names the course for ever: what learners have done is kept under it."""
    title: Plain
    """Shown wherever the course is named."""
    summary: Plain
    """One or two sentences: for search results and link previews."""
    language: Annotated[str, Field(pattern=LANGUAGE_PATTERN, max_length=35)] = "en"
    """Language of the content, as in HTML's `lang`."""
    audience: Audience = "everyone"
    """`learners` leaves out all that is for trainers: their pages and their paths."""
    requires: Annotated[str, Field(pattern=VERSIONS_PATTERN, max_length=80)] | None = None
    """Versions of Coursewright that can build the course, such as `">=0.1"`."""
    modules: Many[Id] = ()
    """Modules in order; those not listed follow by prerequisites, then by id."""
    paths: Many[Id] = ()
    """Paths in order; those not listed follow by id."""
    instruments: Many[Id] = ()
    """Instruments in order; those not listed follow by the order of their modules."""

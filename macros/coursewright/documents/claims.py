"""`curriculum/claims.yml`: what the course asserts, and how well it is supported."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from coursewright.model import Document, Many, Markdown, Plain, Reference

ClaimType = Literal["definition", "statistic", "opinion", "example", "framework", "prediction"]
Strength = Literal["strong", "moderate", "weak", "contested"]


class ClaimDocument(Document):
    """One assertion that lessons and questions can cite."""

    id: Reference
    """Cited by it, as in `[@C39]`."""
    text: Plain
    """What is claimed, in one sentence."""
    type: ClaimType
    """What kind of assertion it is."""
    strength: Strength
    """How safely the claim can be taught as it is stated."""
    because: Plain
    """Why it has that strength."""
    sources: Annotated[Many[Reference], Field(min_length=1)]
    """Ids of the works it rests on."""
    year: int | None = Field(default=None, ge=1000, le=2999)
    """The year it is about."""
    dispute: Reference | None = None
    """Id of the dispute it is part of."""


class DisputeDocument(Document):
    """Where sources disagree, and what a careful teacher says."""

    id: Reference
    """Cited by it, like a claim."""
    title: Plain
    """What the disagreement is about."""
    say: Markdown
    """What a careful teacher says."""
    claims: Many[Reference] = ()
    """Ids of the claims that disagree."""


class ClaimsDocument(Document):
    """The claim ledger."""

    claims: Many[ClaimDocument] = ()
    """What the course asserts."""
    disputes: Many[DisputeDocument] = ()
    """Where sources disagree."""

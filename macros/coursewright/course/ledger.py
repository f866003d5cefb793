"""What the course asserts and explains: claims, disputes, sources and terms."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from coursewright.course.named import Named
from coursewright.documents import ClaimDocument, DisputeDocument, SourceDocument, TermDocument
from coursewright.problems import Place

if TYPE_CHECKING:
    from coursewright.course.graph import Lesson


@dataclass(eq=False, repr=False)
class Dispute:
    """A disagreement among sources."""

    document: DisputeDocument
    place: Place
    claims: list[Claim] = field(default_factory=list)


@dataclass(eq=False, repr=False)
class Claim(Named[ClaimDocument]):
    """An assertion, its sources, and the pages that cite it."""

    document: ClaimDocument
    place: Place
    sources: list[Source] = field(default_factory=list)
    dispute: Dispute | None = None
    uses: list[Use] = field(default_factory=list)

    @property
    def contested(self) -> bool:
        """Whether sources disagree about it."""
        return self.document.strength == "contested"


@dataclass(eq=False, repr=False)
class Source(Named[SourceDocument]):
    """A work, the claims that rest on it, and the pages that cite it directly."""

    document: SourceDocument
    place: Place
    claims: list[Claim] = field(default_factory=list)
    uses: list[Use] = field(default_factory=list)


@dataclass(eq=False, repr=False)
class Term(Named[TermDocument]):
    """A word of the glossary."""

    document: TermDocument
    place: Place
    see: list[Term] = field(default_factory=list)
    taught_in: list[Lesson] = field(default_factory=list)


@dataclass(frozen=True)
class Use:
    """A page that cites something."""

    title: str
    page: str

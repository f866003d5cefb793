"""The model of a matching question."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, ClassVar, Literal, NamedTuple, Self

from pydantic import Field, model_validator

from coursewright.model import Document, Id, Many, Markdown
from coursewright.questions.base import BaseQuestion, Card, Paragraph, digest
from coursewright.questions.mixing import distinct, mixed
from coursewright.questions.parts import Part, rows


class Pair(Document):
    """Two things that belong together, and why they do."""

    id: Id | None = None
    """Only needed to keep answers when the wording changes a lot."""
    left: Paragraph
    """Stands beside the list to choose from."""
    right: Paragraph
    """Stands in the list, without formatting."""
    feedback: Markdown
    """Said once the row has been answered, rightly or not: let it explain rather than tell."""

    @property
    def key(self) -> str:
        """The row's name, which survives reordering."""
        return self.id or digest(self.left)

    @property
    def answer(self) -> str:
        """The name of what is right for the row."""
        return self.id or digest(self.right)


class Offer(NamedTuple):
    """Something to choose from."""

    key: str
    text: Markdown


class MatchingQuestion(BaseQuestion):
    """Two to ten pairs: each left side is a row with a list of all right sides.

    The score is the share of rows that are right.
    """

    folder: ClassVar[str] = "matching"
    shuffles: ClassVar[bool] = True

    kind: Literal["matching"]
    """Always `matching`."""
    pairs: Annotated[Many[Pair], Field(min_length=2, max_length=10)]
    """What belongs together."""
    extra: Annotated[Many[Paragraph], Field(max_length=5)] = ()
    """More right sides, which belong to no row."""

    @model_validator(mode="after")
    def _different_sides(self) -> Self:
        distinct(((pair.key, pair.left) for pair in self.pairs), "left side")
        distinct(self._offered(), "right side")
        return self

    def _offered(self) -> tuple[Offer, ...]:
        pairs = (Offer(pair.answer, pair.right) for pair in self.pairs)
        extra = (Offer(digest(text), text) for text in self.extra)
        return (*pairs, *extra)

    @property
    def offers(self) -> tuple[Offer, ...]:
        """All right sides, in an order that does not follow the rows."""
        return mixed(self._offered(), lambda offer: offer.key)

    @property
    def cards(self) -> tuple[Card, ...]:
        """Both sides, each in an order of its own."""
        places = (Card(pair.left, is_place=True) for pair in self.pairs)
        return (*places, *(Card(offer.text) for offer in self.offers))

    def parts(self) -> tuple[Part, ...]:
        """Return a part for each row."""
        return rows(((it.key, it.left, it.answer) for it in self.pairs), self._offered())

    def wording(self) -> Iterator[str]:
        """Yield the words that an answer depends on, whatever their order."""
        yield self.prompt
        yield from sorted(f"{pair.left}\n{pair.right}" for pair in self.pairs)
        yield from sorted(self.extra)

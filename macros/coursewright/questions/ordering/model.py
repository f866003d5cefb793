"""The model of an ordering question."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, ClassVar, Literal, Self

from pydantic import Field, model_validator

from coursewright.model import Document, Id, Many, Markdown
from coursewright.questions.base import BaseQuestion, Card, Paragraph, digest
from coursewright.questions.mixing import distinct, mixed
from coursewright.questions.parts import Part, Pick


class Item(Document):
    """One thing that has its place in the order."""

    id: Id | None = None
    """Only needed to keep answers when the wording changes a lot."""
    text: Paragraph
    """What is to be put in order."""
    feedback: Markdown | None = None
    """Why it stands where it stands."""

    @property
    def key(self) -> str:
        """A name that survives reordering: the id, or a digest of the wording."""
        return self.id or digest(self.text)


class OrderingQuestion(BaseQuestion):
    """Two to ten items, written in the right order and shown in another.

    An item counts when it comes right after the one it should follow, or first when it is the
    first; the score is the share of items that count. Positions would punish one item moved from
    the end to the front as if nothing were right, though all others still follow each other
    (Amma 2022, doi:10.5772/intechopen.102868).
    """

    folder: ClassVar[str] = "ordering"

    kind: Literal["ordering"]
    """Always `ordering`."""
    items: Annotated[Many[Item], Field(min_length=2, max_length=10)]
    """In the right order."""

    @model_validator(mode="after")
    def _different_items(self) -> Self:
        distinct(((item.key, item.text) for item in self.items), "item")
        return self

    @property
    def mixed(self) -> tuple[Item, ...]:
        """The items as a learner meets them: never in the right order."""
        return mixed(self.items, lambda item: item.key)

    @property
    def cards(self) -> tuple[Card, ...]:
        """The items as a learner meets them."""
        return tuple(Card(item.text) for item in self.mixed)

    def parts(self) -> tuple[Part, ...]:
        """Return the items in the right order; an answer is another order of them."""
        return (Part("order", "", tuple(Pick(it.key, it.text, right=True) for it in self.items)),)

    def wording(self) -> Iterator[str]:
        """Yield the words that an answer depends on; here their order counts as well."""
        yield self.prompt
        yield from (item.text for item in self.items)

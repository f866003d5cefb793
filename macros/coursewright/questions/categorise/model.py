"""The model of a categorizing question."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, ClassVar, Literal, Self

from pydantic import Field, model_validator

from coursewright.model import Document, Id, Many, Markdown, Mistake
from coursewright.questions.base import BaseQuestion, Card, Paragraph, digest
from coursewright.questions.faults import Fault, refuse
from coursewright.questions.mixing import distinct, mixed
from coursewright.questions.parts import Part, rows
from coursewright.suggestions import did_you_mean


class Category(Document):
    """Where items can belong."""

    id: Id
    """Items name it."""
    title: Paragraph
    """Stands in the list, without formatting."""


class Item(Document):
    """One thing to sort."""

    id: Id | None = None
    """Only needed to keep answers when the wording changes a lot."""
    text: Paragraph
    """What is to be sorted."""
    category: Id
    """The category it belongs to."""
    feedback: Markdown
    """Said once the row has been answered, rightly or not: let it explain rather than tell."""

    @property
    def key(self) -> str:
        """The row's name, which survives reordering."""
        return self.id or digest(self.text)


class CategoriseQuestion(BaseQuestion):
    """Two to twelve items to sort into two to six categories.

    The score is the share of items that are right.
    """

    folder: ClassVar[str] = "categorise"
    shuffles: ClassVar[bool] = True

    kind: Literal["categorise"]
    """Always `categorise`."""
    categories: Annotated[Many[Category], Field(min_length=2, max_length=6)]
    """Where items can belong; some may stay empty."""
    items: Annotated[Many[Item], Field(min_length=2, max_length=12)]
    """What is to be sorted."""

    @model_validator(mode="after")
    def _known_categories(self) -> Self:
        distinct(((category.id, category.title) for category in self.categories), "category")
        distinct(((item.key, item.text) for item in self.items), "item")
        refuse(self._unknown())
        return self

    def _unknown(self) -> Iterator[Fault]:
        known = {category.id for category in self.categories}
        for index, item in enumerate(self.items):
            if item.category not in known:
                what = f'is "{item.category}", and the question has no such category'
                mistake = Mistake(what, did_you_mean(item.category, known))
                yield Fault(("items", index, "category"), mistake)

    @property
    def offers(self) -> tuple[tuple[str, Markdown], ...]:
        """The categories in the author's order, which may have a meaning."""
        return tuple((category.id, category.title) for category in self.categories)

    @property
    def mixed(self) -> tuple[Item, ...]:
        """The items in an order that does not follow the categories."""
        return mixed(self.items, lambda item: item.key)

    def title_of(self, item: Item) -> Markdown:
        """Return the title of the category that an item belongs to."""
        return next(title for ident, title in self.offers if ident == item.category)

    @property
    def unused(self) -> tuple[Markdown, ...]:
        """The titles of categories that nothing belongs to."""
        used = {item.category for item in self.items}
        return tuple(title for ident, title in self.offers if ident not in used)

    @property
    def cards(self) -> tuple[Card, ...]:
        """The categories, then what belongs to them."""
        places = (Card(title, is_place=True) for _, title in self.offers)
        return (*places, *(Card(item.text) for item in self.mixed))

    def parts(self) -> tuple[Part, ...]:
        """Return a part for each row."""
        return rows(((it.key, it.text, it.category) for it in self.items), self.offers)

    def wording(self) -> Iterator[str]:
        """Yield the words that an answer depends on, whatever their order."""
        yield self.prompt
        yield from sorted(title for _, title in self.offers)
        yield from sorted(f"{item.text}\n{item.category}" for item in self.items)

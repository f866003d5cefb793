"""The model of a fill-in question."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from typing import Annotated, ClassVar, Literal, Self

from markupsafe import Markup
from pydantic import Field, model_validator

from coursewright.model import Document, Id, Many, Markdown, Mistake, Plain
from coursewright.questions.base import BaseQuestion
from coursewright.questions.fill_in.gaps import Piece, names, pieces
from coursewright.questions.parts import Part, Pick

SIZES = (8, 16, 24)
"""Widths of a blank in characters: in steps, so that they do not tell how long the answer is."""

Texts = Annotated[Many[Plain], Field(min_length=1, max_length=30)]


class WrongText(Document):
    """What people write into a blank by mistake, with what is said to them."""

    text: Texts
    """Texts that share what is said."""
    feedback: Markdown
    """Said to whoever wrote one of them."""
    misconception: Id | None = None
    """The misconception of the module that leads to it."""


class Blank(Document):
    """A blank in the text, with what may stand there."""

    name: Id
    """As written between double brackets in the text."""
    accept: Texts
    """All that is right there; the first is the best."""
    exact: bool = False
    """Whether capital and small letters are told apart."""
    right: Markdown | None = None
    """Said when it is filled in rightly."""
    feedback: Markdown
    """Said when it is not."""
    wrong_answers: Annotated[Many[WrongText], Field(max_length=20)] = ()
    """Common mistakes, each with what is said to it."""

    @property
    def size(self) -> int:
        """Width of the field in characters."""
        longest = max(map(len, self.accept))
        return next((size for size in SIZES if longest <= size), 32)

    @property
    def part(self) -> Part:
        """What can be written into it, as far as the author thought of it."""
        wrong = (text for answer in self.wrong_answers for text in answer.text)
        picks = [Pick(text, text, right=True) for text in self.accept]
        picks += [Pick(text, text, right=False) for text in wrong]
        return Part(f"blank-{self.name}", "", tuple(picks), exact=self.exact)

    @model_validator(mode="after")
    def _no_text_twice(self) -> Self:
        wrong = (text for answer in self.wrong_answers for text in answer.text)
        if twice := _twice(folded(text, exact=self.exact) for text in (*self.accept, *wrong)):
            what = f'has the same text twice, "{twice}"'
            raise Mistake(what, "Remove one of the two.")
        return self


class FillInQuestion(BaseQuestion):
    """One to twelve blanks in running text, each with the texts that may stand there."""

    folder: ClassVar[str] = "fill_in"
    stem: ClassVar[tuple[str, ...]] = ("prompt", "text")

    kind: Literal["fill-in"]
    """Always `fill-in`."""
    text: Markdown
    """The text, with its blanks as [[name]]."""
    blanks: Annotated[Many[Blank], Field(min_length=1, max_length=12)]
    """What may stand in each blank."""

    @property
    def ordered(self) -> tuple[Blank, ...]:
        """The blanks as they follow each other in the text."""
        known = {blank.name: blank for blank in self.blanks}
        return tuple(known[name] for name in names(self.text))

    def blank(self, name: str) -> tuple[int, Blank]:
        """Return a blank with its number in the text."""
        found = self.ordered
        number = [blank.name for blank in found].index(name)
        return number + 1, found[number]

    def pieces(self, html: str) -> list[Piece]:
        """Split the text's HTML at its blanks."""
        return pieces(Markup(html), [blank.name for blank in self.blanks])  # noqa: S704 - sanitized

    def parts(self) -> tuple[Part, ...]:
        """Return a part for each blank, in the order of the text."""
        return tuple(blank.part for blank in self.ordered)

    def wording(self) -> Iterator[str]:
        """Yield the words that an answer depends on."""
        yield from (self.prompt, self.text)

    @model_validator(mode="after")
    def _text_and_blanks_agree(self) -> Self:
        asked, described = names(self.text), [blank.name for blank in self.blanks]
        if twice := _twice(asked) or _twice(described):
            what = f'has the same blank twice, "{twice}"'
            raise Mistake(what, "Give each blank a name of its own.")
        if missing := [name for name in asked if name not in described]:
            what = f"asks for [[{missing[0]}]] in its text, and its blanks lack it"
            raise Mistake(what, "Add it to the blanks, or take it out of the text.")
        if unasked := [name for name in described if name not in asked]:
            what = f'describes the blank "{unasked[0]}", and its text lacks it'
            raise Mistake(what, f"Write [[{unasked[0]}]] where it belongs in the text.")
        return self


def folded(text: str, *, exact: bool = False) -> str:
    """Return a text as it is compared, much as the browser does it."""
    plain = " ".join(unicodedata.normalize("NFKC", text).split())
    return plain if exact else plain.casefold()


def _twice(values: Iterable[str]) -> str:
    """Return the first value that was there before, or nothing."""
    seen: set[str] = set()
    for value in values:
        if value in seen:
            return value
        seen.add(value)
    return ""

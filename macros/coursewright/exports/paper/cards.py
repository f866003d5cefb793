"""Cards to cut out, for questions that are answered by sorting."""

from __future__ import annotations

from dataclasses import dataclass

from coursewright.course import Module
from coursewright.exports.paper.numbering import Numbered, numbered
from coursewright.exports.paper.view import PaperView
from coursewright.questions.base import Card

ON_A_PAGE = 8
"""Two beside each other, four below: as large as a hand holds, and read across a table."""


@dataclass(frozen=True)
class Deck:
    """The cards of one question, and the sign that stands on each of them."""

    sign: str
    item: Numbered

    @property
    def cards(self) -> tuple[Card, ...]:
        """The cards in order."""
        return self.item.question.document.cards


def cards(view: PaperView, module: Module) -> str:
    """Return all cards of a module, set by set, with a list of the sets before them."""
    items = [item for part in numbered(module, view.views.words) for item in part.items]
    sorting = [item for item in items if item.question.document.cards]
    decks = [Deck(chr(ord("A") + index), item) for index, item in enumerate(sorting)]
    every = [(deck, card) for deck in decks for card in deck.cards]
    pages = [every[at : at + ON_A_PAGE] for at in range(0, len(every), ON_A_PAGE)]
    return view.render("cards.jinja", decks=decks, pages=pages)

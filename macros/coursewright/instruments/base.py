"""What all kinds of field have in common."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import blake2s
from typing import Any, ClassVar

from coursewright.model import Document, Id, Markdown, Mistake, Plain, Was

MOST_TEXT = 5000
"""Characters that one answer may have."""


class Named(Document):
    """Something to choose, a row or a column: an id, and what people read."""

    id: Id
    """Answers are kept under it."""
    label: Plain
    """What people read."""


class BaseField(Document):
    """The part of a field that does not depend on its kind."""

    folder: ClassVar[str]
    """The kind's room under `instruments/`."""

    id: Id
    """Answers are kept under it."""
    label: Plain
    """What is asked: a question, a statement or a few words."""
    help: Markdown | None = None
    """More about it, shown below the label."""
    was: Was = ()
    """Ids it had before."""

    def own(self) -> dict[str, Any]:
        """Return what the browser must know of it besides its label."""
        return {}

    @property
    def fingerprint(self) -> str:
        """A short text that changes when it is worded differently."""
        said = "\n".join((self.label, *self.wording()))
        return blake2s(said.encode(), digest_size=3).hexdigest()

    def wording(self) -> Iterable[str]:
        """Return the words besides the label that an answer depends on."""
        return ()


def pairs(named: Iterable[Named]) -> list[list[str]]:
    """Return ids with their labels."""
    return [[one.id, one.label] for one in named]


def all_different(named: Iterable[Named], name: str) -> None:
    """Refuse ids and labels that stand twice."""
    given = list(named)
    for key in ("id", "label"):
        said = [getattr(one, key).casefold() for one in given]
        twice = next((text for text in said if said.count(text) > 1), None)
        if twice is not None:
            raise Mistake(f'has the {name} {key} "{twice}" twice', "Change or remove one of them.")

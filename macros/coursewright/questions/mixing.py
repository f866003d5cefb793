"""Lists shown in an order that gives nothing away, and the same in every build."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from coursewright.model import Mistake
from coursewright.questions.base import digest

T = TypeVar("T")


def mixed(items: Sequence[T], key: Callable[[T], str]) -> tuple[T, ...]:
    """Return items in the order of their keys' digests, and never in the one given."""
    given = tuple(items)
    order = tuple(sorted(given, key=lambda item: digest(key(item))))
    return (*order[1:], *order[:1]) if order == given else order


def distinct(keyed: Iterable[tuple[str, str]], name: str) -> None:
    """Raise Mistake when two things have the same key or say the same."""
    pairs = list(keyed)
    keys = {key for key, _ in pairs}
    texts = {" ".join(text.split()).casefold() for _, text in pairs}
    if min(len(keys), len(texts)) < len(pairs):
        raise Mistake(f"has the same {name} twice", "Change or remove one of the two.")

"""The nearest known name to a mistyped one."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches


def nearest(name: str, known: Iterable[str]) -> str | None:
    """Return the known name most like this one, or None when none is near.

    Capital letters are no difference, so that "url" is near "URL".
    """
    names = list(known)
    small = {one.casefold(): one for one in reversed(names)}
    found = get_close_matches(name.casefold(), list(small), n=1, cutoff=0.6)
    return small[found[0]] if found else None


def did_you_mean(name: str, known: Iterable[str]) -> str:
    """Return a cure: the nearest name, or the first few there are."""
    names = sorted(known)
    guess = nearest(name, names)
    if guess:
        return f'Did you mean "{guess}"?'
    if not names:
        return "There are none yet."
    shown = ", ".join(names[:8])
    return f"There are: {shown}." if len(names) <= 8 else f"There are, among others: {shown}."

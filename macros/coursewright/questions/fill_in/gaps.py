"""Where blanks stand in a text, as written and as HTML."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from markupsafe import Markup

_NAME = re.compile(r"\[\[ *([a-z0-9]+(?:-[a-z0-9]+)*) *\]\]")
_TAGS = re.compile(r"(<[^>\"']*(?:\"[^\"]*\"[^>\"']*|'[^']*'[^>\"']*)*>)")
_LINK = re.compile(r"<(/?)a[\s>]")


class Piece(NamedTuple):
    """Some HTML, and the blank that follows it."""

    html: Markup
    blank: str | None


def names(text: str) -> list[str]:
    """Return the names of the blanks in a text, in order."""
    return _NAME.findall(text)


def pieces(html: Markup, blanks: Sequence[str]) -> list[Piece]:
    """Split clean HTML at its blanks.

    A blank inside a tag or a link is left as it was typed, since no field can stand there.
    What found no place comes at the end, so that nothing is asked for out of sight.
    """
    found: list[Piece] = []
    rest = ""
    for before, name in _split(str(html)):
        rest += before
        if name in blanks and name not in {piece.blank for piece in found}:
            found.append(Piece(_clean(rest), name))
            rest = ""
        elif name:
            rest += f"[[{name}]]"
    placed = {piece.blank for piece in found}
    last = [Piece(_clean(" "), name) for name in blanks if name not in placed]
    return [*found, Piece(_clean(rest), None), *last]


def _split(html: str) -> Iterator[tuple[str, str]]:
    """Yield the HTML before each blank with its name, and the rest with none."""
    linked = 0
    for index, part in enumerate(_TAGS.split(html)):
        if index % 2:
            if tag := _LINK.match(part):
                linked += -1 if tag[1] else 1
            yield part, ""
        elif linked:
            yield part, ""
        else:
            *texts, rest = _NAME.split(part)
            yield from zip(texts[::2], texts[1::2], strict=True)
            yield rest, ""


def _clean(html: str) -> Markup:
    """Mark as HTML what was split off between the tags of clean HTML."""
    return Markup(html)  # noqa: S704 - the parts of sanitized HTML

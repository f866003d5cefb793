"""Clean HTML is woven into its page: citations, links, placed objects, glossary terms."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterator

from coursewright.course import Term, TermFinder
from coursewright.documents.markup import PLACED, SCHEMES

_MENTIONS = "|".join((*SCHEMES, "cite"))
_LINK = re.compile(rf'<a href="({_MENTIONS}):([^"]+)"[^>]*>(.*?)</a>', re.DOTALL)
_OBJECTS = "|".join(PLACED)
_PLACING = re.compile(rf'<p>\s*<img (?:alt="[^"]*" )?src="({_OBJECTS}):([^"]+)"[^>]*>\s*</p>')
_PIECES = re.compile(r"(<[^>\"']*(?:\"[^\"]*\"[^>\"']*|'[^']*'[^>\"']*)*>)")
_CLOSED_TO_TERMS = frozenset(
    "a code pre h1 h2 h3 h4 h5 h6 th caption summary button label legend svg".split()
)
_VOID = frozenset("br hr img input".split())

Weave = Callable[[str, str, str], str]


def weave_links(page: str, render: Weave) -> str:
    """Replace each citation and course link by `render(scheme, target, inner HTML)`."""
    return _LINK.sub(lambda found: render(found[1], found[2], found[3]), page)


def weave_placed(page: str, render: Callable[[str, str], str]) -> str:
    """Replace each placed object by `render(scheme, target)`."""
    return _PLACING.sub(lambda found: render(found[1], found[2]), page)


def link_terms(
    page: str, finder: TermFinder, render: Callable[[Term, str], str], linked: set[str]
) -> str:
    """Link each term not in `linked` where it first occurs, and add it to `linked`."""
    out: list[str] = []
    closed: list[str] = []
    for piece in _PIECES.split(page):
        if piece.startswith("<"):
            _follow(closed, piece)
            out.append(piece)
        elif closed:
            out.append(piece)
        else:
            out += _in_text(piece, finder, render, linked)
    return "".join(out)


def _in_text(
    text: str, finder: TermFinder, render: Callable[[Term, str], str], linked: set[str]
) -> Iterator[str]:
    words = html.unescape(text)
    end = 0
    for found, term in finder.find(words):
        if term.id not in linked:
            linked.add(term.id)
            yield html.escape(words[end : found.start()], quote=False)
            yield render(term, found[0])
            end = found.end()
    yield html.escape(words[end:], quote=False) if end else text


def _follow(closed: list[str], tag: str) -> None:
    """Keep track of being inside an element whose text must not be linked."""
    name = re.match(r"</?([a-zA-Z0-9-]+)", tag)
    if not name or name[1] in _VOID:
        return
    if tag.startswith("</"):
        if closed and closed[-1] == name[1]:
            closed.pop()
    elif name[1] in _CLOSED_TO_TERMS:
        closed.append(name[1])

"""The few marks our Markdown adds: citations, links inside the course, placed objects."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from coursewright.documents.code import without_code

CITATION = re.compile(r"\[(@[A-Za-z0-9][\w.:-]*(?:\s*;\s*@[A-Za-z0-9][\w.:-]*)*)\]")
"""`[@id]` or `[@id; @other]`, as in Pandoc."""

SCHEMES = ("module", "lesson", "check", "term", "question", "path", "instrument")


def _addresses(*schemes: str) -> re.Pattern[str]:
    """Match addresses with these schemes: in `](…)`, in `]: …` of a link defined apart, in HTML."""
    named = f"(?:{'|'.join(schemes)}):"
    markdown = rf"\](?:\(|:)\s*<?(?P<markdown>{named}[^)\s>]+)"
    html = rf"(?:href|src)\s*=\s*[\"']?(?P<html>{named}[^\"'\s>]+)"
    return re.compile(f"{markdown}|{html}")


COURSE_LINK = _addresses(*SCHEMES, "cite")
"""`[text](lesson:module/lesson)`."""

WEB = ("http", "https", "mailto")
"""What else an address may begin with."""

PLACED = ("figure", "table", "case")
_ANY_PLACED = "|".join(PLACED)
PLACING = _addresses(*PLACED)
"""`![](figure:id)`."""
_ALONE = re.compile(
    r"(?:\A(?:[ \t]*\n)*+|\n[ \t]*\n|(?:\A|\n)[ \t]*(?:#|!!!)[^\n]*\n)"
    rf"[ \t]*!\[[^\]]*\]\((?:{_ANY_PLACED}):[^)\s]+\)[ \t]*+(?=\n[ \t]*\n|\s*\Z)"
)
"""The same in a paragraph of its own."""

_ANY_SCHEME = _addresses(r"[A-Za-z][A-Za-z0-9+.-]*")
_KNOWN = frozenset((*SCHEMES, *WEB, *PLACED, "cite"))

_ELSEWHERE = re.compile(r"https?:|[/\\]{2}", re.IGNORECASE)
_UNSEEN = re.compile(r"[\x00-\x20]+")
_PICTURE = re.compile(
    r"!\[[^\]]*\]\(\s*<?(?P<markdown>[^)\s>]+)"
    r"|<img\s[^>]*?src\s*=\s*[\"']?(?P<html>[^\"'\s>]+)",
    re.IGNORECASE,
)


class Mark(NamedTuple):
    """A mention of something else in the course."""

    scheme: str
    """What kind of thing is meant: `cite`, `lesson`, `figure`…"""
    target: str
    written: str
    """The text to look for in the file."""


def marks(text: str) -> Iterator[Mark]:
    """Yield every mention in a Markdown text, code left aside."""
    if "[" not in text and "<" not in text:
        return
    prose = without_code(text)
    for found in CITATION.finditer(prose):
        for target in cited(found[1]):
            yield Mark("cite", target, f"@{target}")
    for mark in _addressed(COURSE_LINK, prose):
        targets = cited(mark.target) if mark.scheme == "cite" else [mark.target]
        yield from (mark._replace(target=target) for target in targets)
    yield from _addressed(PLACING, prose)


def misplaced(text: str) -> Iterator[Mark]:
    """Yield every placed object that shares its paragraph with something else."""
    if "![" not in text and "<" not in text:
        return
    yield from _addressed(PLACING, _ALONE.sub("\n\n", without_code(text)))


def unknown_addresses(text: str) -> Iterator[Mark]:
    """Yield every link whose address begins with a word that nothing answers to."""
    for mark in _addressed(_ANY_SCHEME, without_code(text)):
        if mark.scheme.lower() not in _KNOWN:
            yield mark


def is_elsewhere(address: str) -> bool:
    """Return whether a browser would ask another host for this."""
    return bool(_ELSEWHERE.match(_UNSEEN.sub("", address)))


def pictures_elsewhere(text: str) -> Iterator[str]:
    """Yield the address of every picture that another host would be asked for."""
    if "![" not in text and "<" not in text:
        return
    for found in _PICTURE.finditer(without_code(text)):
        address = found["markdown"] or found["html"]
        if is_elsewhere(address):
            yield address


def _addressed(pattern: re.Pattern[str], prose: str) -> Iterator[Mark]:
    for found in pattern.finditer(prose):
        written = found["markdown"] or found["html"]
        scheme, _, target = written.partition(":")
        yield Mark(scheme, target, written)


def cited(inside: str) -> list[str]:
    """Return the ids in the brackets of a citation."""
    return [part.strip().removeprefix("@") for part in inside.split(";")]

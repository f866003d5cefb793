"""Text with its emphasis, as slides hold it: paragraphs of runs, read from clean HTML."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from html.parser import HTMLParser

BLOCKS = frozenset("p li h2 h3 h4 h5 h6 blockquote pre dt dd tr div".split())
LISTS = frozenset(("ul", "ol"))
MARKS = {"strong": "bold", "b": "bold", "em": "italic", "sup": "raised"}


@dataclass(frozen=True)
class Run:
    """Words that look alike."""

    text: str
    bold: bool = False
    italic: bool = False
    raised: bool = False


@dataclass(frozen=True)
class Paragraph:
    """Runs on lines of their own."""

    runs: tuple[Run, ...]
    tag: str = "p"
    level: int = 0
    """How many lists it stands in."""
    number: int = 0
    """Its number, in a list that counts."""
    lead: bool = False
    """Whether it opens a slide: larger, without a bullet."""

    @property
    def text(self) -> str:
        """What it says."""
        return "".join(run.text for run in self.runs)

    @property
    def plain(self) -> bool:
        """Whether it stands without a bullet: what opens a slide, and what tells a story."""
        return self.lead or self.tag in ("prose", "note")


def said(text: str, *, bold: bool = False, lead: bool = False) -> Paragraph:
    """Return plain words as a paragraph."""
    return Paragraph((Run(text, bold=bold),), lead=lead)


def joined(found: list[Paragraph], *before: Run) -> Paragraph:
    """Return paragraphs as one, as the cell of a table holds them."""
    runs = list(before)
    for paragraph in found:
        counted = [Run(f"{paragraph.number}. ")] if paragraph.number else []
        runs += [*([Run(" ")] if runs else []), *counted, *paragraph.runs]
    return Paragraph(tuple(runs))


def halved(paragraph: Paragraph) -> tuple[Paragraph, Paragraph]:
    """Return a paragraph in two, parted between words as near to its middle as can be."""
    words = [
        replace(run, text=word)
        for run in paragraph.runs
        for word in re.findall(r"\S+\s*|\s+", run.text)
    ]
    if len(words) < 2:
        only = paragraph.runs[0]
        middle = len(only.text) // 2
        words = [replace(only, text=only.text[:middle]), replace(only, text=only.text[middle:])]
    middle = len(words) // 2
    first, second = tuple(words[:middle]), tuple(words[middle:])
    return replace(paragraph, runs=first), replace(paragraph, runs=second, number=0)


def prose(found: list[Paragraph]) -> list[Paragraph]:
    """Return paragraphs of which those outside lists have no bullets."""
    return [it if it.level else replace(it, tag="prose") for it in found]


def paragraphs(html: str) -> list[Paragraph]:
    """Return the paragraphs of clean HTML, with emphasis and how deep in lists each stands."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.finished()


@dataclass
class _Reader(HTMLParser):
    found: list[Paragraph] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._runs: list[Run] = []
        self._tag = "p"
        self._lists: list[int] = []
        """Of each list around, the number of its next item; 0 where nothing is counted."""
        self._number = 0
        self._looks: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in LISTS:
            self._end()
            self._lists.append(int(dict(attrs).get("start") or 1) if tag == "ol" else 0)
        elif tag in BLOCKS:
            self._end()
            self._tag = tag
            if tag == "li":
                self._count()
        elif tag in MARKS:
            self._looks.append(MARKS[tag])
        elif tag == "br":
            self._runs.append(Run(" "))

    def handle_endtag(self, tag: str) -> None:
        if tag in LISTS:
            self._end()
            self._lists.pop()
        elif tag in BLOCKS:
            self._end()
        elif tag in MARKS and MARKS[tag] in self._looks:
            self._looks.remove(MARKS[tag])

    def handle_data(self, data: str) -> None:
        looks = dict.fromkeys(self._looks, True)
        self._runs.append(Run(" ".join(f"|{data}|".split())[1:-1], **looks))

    def finished(self) -> list[Paragraph]:
        self._end()
        return self.found

    def _count(self) -> None:
        self._number = self._lists[-1]
        if self._number:
            self._lists[-1] += 1

    def _end(self) -> None:
        runs = [run for run in self._runs if run.text]
        if runs and "".join(run.text for run in runs).strip():
            runs[0] = replace(runs[0], text=runs[0].text.lstrip())
            runs[-1] = replace(runs[-1], text=runs[-1].text.rstrip())
            level, number = len(self._lists), self._number
            self.found.append(Paragraph(tuple(runs), self._tag, level, number))
            self._number = 0
        self._runs = []
        self._tag = "p"

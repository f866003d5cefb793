"""One page of the site being written: what it cites, which terms it has explained."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from markupsafe import Markup

from coursewright.course import (
    Claim,
    Course,
    CoursePath,
    Dispute,
    Instrument,
    Lesson,
    Module,
    Question,
    Source,
    Term,
)
from coursewright.documents import (
    CaseDocument,
    FigureDocument,
    MisconceptionDocument,
    TableDocument,
)
from coursewright.documents.markup import cited
from coursewright.drawings import read_drawing
from coursewright.questions.base import Choice
from coursewright.views.links import EVIDENCE, GLOSSARY, SOURCES, Links
from coursewright.views.prose import convert, inline
from coursewright.views.rendering import Views, find
from coursewright.views.weaving import link_terms, weave_links, weave_placed

_HEADING = re.compile(r"<h([23])>(.*?)</h\1>", re.DOTALL)
_OPENING = re.compile(r"<(?!br|hr|img)[a-z]")
_DRAWN_ID = re.compile(r"""( id="| href="#|url\(\s*#)([\w.:-]+)""")
_PUNCTUATION = re.compile(r"[\\`*_{}\[\]#+!<>|~&^=:$@]")


@dataclass(frozen=True)
class Note:
    """A citation on a page: its number there, and what is cited."""

    number: int
    id: str
    claim: Claim | None
    source: Source | None
    dispute: Dispute | None


class PageView:
    """Renders parts of the course for one page."""

    def __init__(
        self, views: Views, links: Links, keep: Callable[[str], str] = str, *, notes: bool = False
    ) -> None:
        self.views = views
        self.links = links
        self.keep = keep
        """What stands in the page's Markdown for a block of finished HTML: itself, or a stub."""
        self.notes_here = notes
        """Whether the page ends with its evidence; citations lead there, else to the sources."""
        self.notes: dict[str, Note] = {}
        self._linked: set[str] = set()
        self._ids: Counter[str] = Counter()
        self.module: Module | None = None
        """The module whose figures, tables and cases the texts may place."""

    @property
    def course(self) -> Course:
        """The course."""
        return self.views.course

    def render(self, template: str, **values: object) -> str:
        """Return the HTML of a template as part of this page."""
        return self.views.render(template, view=self, **values)

    # Addresses

    def url(
        self, target: Module | Lesson | Question | Term | Claim | Source | CoursePath | Instrument
    ) -> str:
        """Return the address of anything in the course, as seen from this page."""
        match target:
            case Question():
                return self.links.to(target.page, target.anchor)
            case Term():
                return self.links.to(GLOSSARY, f"term-{target.id}")
            case Claim():
                return self.links.to(EVIDENCE, f"claim-{target.id}")
            case Source():
                return self.links.to(SOURCES, f"source-{target.id}")
            case _:
                return self.links.to(target.page)

    def to(self, page: str) -> str:
        """Return the address of a page by its source path."""
        return self.links.to(page)

    def seen(self, page: str) -> str:
        """Return the address of a page for a script, by its source path."""
        return self.links.seen(page)

    @property
    def root(self) -> str:
        """Where the site begins, as seen from this page."""
        return self.links.root

    # Text

    def block(self, text: str) -> str:
        """Return a text's HTML with citations, links and placed objects in place."""
        return self._woven(convert(text))

    def inline(self, text: str) -> str:
        """Return a short text's HTML without the paragraph around it."""
        return weave_links(inline(text), self._linked_to)

    def body(self, text: str, module: Module) -> list[str]:
        """Return a lesson's body as Markdown headings and raw HTML blocks in turn.

        Headings stay Markdown, so that the site's own table of contents finds them.
        """
        self.module = module
        parts = _at_headings(convert(text))
        chunks = [self._prose(parts[0])]
        for level, title, prose in zip(parts[1::3], parts[2::3], parts[3::3], strict=True):
            chunks += [self.heading(int(level), _words(title)), self._prose(prose)]
        return [chunk for chunk in chunks if chunk]

    def heading(self, level: int, text: str) -> str:
        """Return a Markdown heading that shows exactly this text."""
        return f"{'#' * level} {escaped(text)}"

    def _prose(self, converted: str) -> str:
        if not converted.strip():
            return ""
        linked = link_terms(converted, self.views.terms, self._term, self._linked)
        return self.render("prose.jinja", html=Markup(self._woven(linked)))  # noqa: S704 - sanitized

    def _woven(self, converted: str) -> str:
        return weave_links(weave_placed(converted, self._placed), self._linked_to)

    # What weaving asks for

    def _linked_to(self, scheme: str, target: str, inner: str) -> str:
        if scheme == "cite":
            return self._citation(target)
        address = self._address(scheme, target)
        return self.render("link.jinja", url=address, inner=Markup(inner))  # noqa: S704 - sanitized

    def _address(self, scheme: str, target: str) -> str:
        views = self.views
        match scheme:
            case "module":
                return self.url(find(scheme, views.modules, target))
            case "check":
                return self.links.to(find("module", views.modules, target).check_page)
            case "lesson":
                return self.url(find(scheme, views.lessons, target))
            case "instrument":
                return self.url(find(scheme, self.course.instruments, target))
            case "question":
                return self.url(find(scheme, views.questions, target))
            case "path":
                return self.url(find(scheme, views.paths, target))
            case _:
                return self.url(find(scheme, self.course.terms, target))

    def _citation(self, target: str) -> str:
        notes = [self._note(ident) for ident in cited(target)]
        return self.render("citation.jinja", notes=notes).replace("\n", "")

    def _note(self, ident: str) -> Note:
        if ident not in self.notes:
            number = len(self.notes) + 1
            course = self.course
            known = (
                course.claims.get(ident),
                course.sources.get(ident),
                course.disputes.get(ident),
            )
            self.notes[ident] = Note(number, ident, *known)
        return self.notes[ident]

    def note_url(self, note: Note) -> str:
        """Return where a citation leads: the page's own evidence, or the sources page."""
        if self.notes_here:
            return f"#evidence-{note.id}"
        kind = "claim" if note.claim else "source" if note.source else "dispute"
        page = SOURCES if kind == "source" else EVIDENCE
        return self.links.to(page, f"{kind}-{note.id}")

    def _term(self, term: Term, text: str) -> str:
        return self.render("term.jinja", term=term, text=text).replace("\n", "")

    def _placed(self, scheme: str, target: str) -> str:
        assert self.module, "only a module's texts place objects"
        match scheme:
            case "figure":
                return self.figure(self.module.figure(target))
            case "table":
                return self.table(self.module.table(target))
            case _:
                return self.case(self.module.case(target))

    # Placed objects

    def figure(self, figure: FigureDocument | None) -> str:
        """Return a drawing with its caption and its text."""
        assert figure
        anchor = self._own_id(f"figure-{figure.id}")
        drawing = _with_ids_of(anchor, self.drawing(figure))
        return self.render(
            "figure.jinja",
            figure=figure,
            anchor=anchor,
            drawing=Markup(drawing),  # noqa: S704 - filtered
        )

    def drawing(self, figure: FigureDocument) -> str:
        """Return the SVG of a figure."""
        name = f"curriculum/{figure.file}"
        return read_drawing(self.course.root / name, name)

    def _own_id(self, wanted: str) -> str:
        """Return an id that nothing on this page has yet: what is placed twice is told apart."""
        self._ids[wanted] += 1
        count = self._ids[wanted]
        return wanted if count == 1 else f"{wanted}-again-{count}"

    def table(self, table: TableDocument | None) -> str:
        """Return a table that can be scrolled by keyboard."""
        assert table
        return self.render("table.jinja", table=table, anchor=self._own_id(f"table-{table.id}"))

    def case(self, case: CaseDocument | None) -> str:
        """Return a case with its name and whether it is invented."""
        return self.render("case.jinja", case=case)

    def misconception(self, question: Question, choice: Choice) -> MisconceptionDocument | None:
        """Return the misconception a wrong choice stands for."""
        ident = choice.misconception
        return question.quiz.module.misconception(ident) if ident else None

    @cached_property
    def sources_url(self) -> str:
        """Address of the sources page."""
        return self.links.to(SOURCES)


def _with_ids_of(anchor: str, drawing: str) -> str:
    """Give the parts of a drawing ids that no other drawing of the page has."""
    return _DRAWN_ID.sub(lambda found: f"{found[1]}{anchor}-{found[2]}", drawing)


def _at_headings(html: str) -> list[str]:
    """Split at headings outside lists, quotes and boxes: text, then level, title, text each."""
    parts, end = [], 0
    for found in _HEADING.finditer(html):
        before = html[end : found.start()]
        if len(_OPENING.findall(before)) == before.count("</"):
            parts += [before, found[1], found[2]]
            end = found.end()
    return [*parts, html[end:]]


def _words(html: str) -> str:
    """Return what a heading says, without its markup."""
    return Markup(html).striptags()  # noqa: S704 - sanitized


def escaped(text: str) -> str:
    """Return Markdown that shows exactly this text on one line."""
    return _PUNCTUATION.sub(lambda found: f"&#{ord(found[0])};", " ".join(text.split()))

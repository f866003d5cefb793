"""What a module has becomes slides, in the order of a workshop."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from coursewright.course import Lesson, Module
from coursewright.documents import marks
from coursewright.exports.paper.view import PaperView
from coursewright.exports.slides.deck import Slide
from coursewright.exports.slides.placed import Placing
from coursewright.exports.slides.rich import Paragraph, Run, joined, paragraphs, prose, said
from coursewright.exports.slides.workshop import Workshop
from coursewright.views import Views, plain


def slides(views: Views, module: Module) -> list[Slide]:
    """Return the slides of a module, references last."""
    maker = _Maker(PaperView(views, module), module)
    return [*maker.taught(), *maker.closing(), *maker.references()]


class _Maker:
    """Makes slides of one module; what they cite is counted through."""

    def __init__(self, view: PaperView, module: Module) -> None:
        self.view = view
        self.module = module
        self.words = view.views.words
        self.placing = Placing(view, module)
        self.workshop = Workshop(view, module)

    def taught(self) -> Iterator[Slide]:
        """Yield the opening and every lesson with what it places."""
        words, module = self.words, self.module
        number = words("module.number", number=module.number)
        body = (said(module.document.summary), said(f"{self.view.course.title} · {number}"))
        yield Slide(module.title, body, notes=self.workshop.opening(), opening=True)
        yield Slide(
            words("objectives.title"),
            tuple(said(objective.text) for objective in module.objectives),
            notes=(words("slides.objectives-notes"),),
        )
        yield from self.workshop.plan()
        for lesson in module.lessons:
            yield self._lesson(lesson)
            yield from self.placing.of(lesson)
        yield from self.placing.rest()

    def closing(self) -> Iterator[Slide]:
        """Yield the workshop, what is talked over, and what is taken away."""
        words, document = self.words, self.module.document
        yield from self.workshop.parts()
        notes = (words("slides.discussion-notes"),)
        yield from self._list("module.discussion", document.discussion, notes)
        yield from self.workshop.prompts(notes)
        yield from self._beliefs()
        examples = (words("slides.takeaways-notes"),)
        yield from self._list("module.takeaways", document.takeaways, examples)
        yield from self.workshop.debrief(notes)
        if document.apply:
            asked = [plain(document.apply.manager)] if document.apply.manager else []
            body = tuple(prose(paragraphs(self.view.block(document.apply.task))))
            yield Slide(words("module.apply"), body, notes=(words("slides.apply-notes"), *asked))

    def _lesson(self, lesson: Lesson) -> Slide:
        """Return a lesson in short: its sentence, its steps, and what to think over."""
        parts = _sections(paragraphs(self.view.block(_unplaced(lesson.document.body))))
        heads = tuple(said(head) for head, _ in parts if head)
        notes = tuple(f"{head}: {first}" if head else first for head, first in parts)
        body = [said(lesson.document.summary, lead=True), *heads]
        if lesson.document.reflect:
            asked = Run(f"{self.words('lesson.reflect')}:", bold=True)
            found = paragraphs(self.view.block(lesson.document.reflect))
            body.append(replace(joined(found, asked), tag="prose"))
        return Slide(lesson.title, tuple(body), notes=notes)

    def _list(self, title: str, texts: tuple[str, ...], notes: tuple[str, ...]) -> Iterator[Slide]:
        if texts:
            body = tuple(p for text in texts for p in paragraphs(self.view.block(text)))
            yield Slide(self.words(title), body, notes=notes)

    def _beliefs(self) -> Iterator[Slide]:
        words = self.words
        beliefs = self.module.document.misconceptions
        for number, item in enumerate(beliefs, 1):
            correction = paragraphs(self.view.block(item.correction))
            yield Slide(
                words("slides.belief", number=number, total=len(beliefs)),
                (said(words("slides.believed"), bold=True), said(item.text)),
                (said(words("slides.holds"), bold=True), *correction),
                notes=(words("slides.notes-say", text=plain(item.correction)),),
            )

    def references(self) -> Iterator[Slide]:
        """Yield what the slides cite, by the numbers they cite it with."""
        body = []
        for note in self.view.notes.values():
            html = self.view.render("reference.jinja", note=note, detail="strength")
            line = joined(paragraphs(html), Run(f"{note.number}", bold=True))
            body.append(replace(line, tag="note"))
        if body:
            notes = (self.words("slides.references-notes"),)
            yield Slide(self.words("slides.references"), tuple(body), notes=notes)


def _unplaced(body: str) -> str:
    """Return a text without the objects it places, which get slides of their own."""
    written = {mark.written for mark in marks(body) if mark.scheme in ("figure", "table", "case")}
    kept = (line for line in body.splitlines() if not any(f"({it})" in line for it in written))
    return "\n".join(kept)


def _sections(found: list[Paragraph]) -> list[tuple[str, str]]:
    """Return each heading with the paragraph that opens its section."""
    parts: list[tuple[str, str]] = []
    head, waiting = "", True
    for paragraph in found:
        if paragraph.tag in ("h2", "h3"):
            head, waiting = paragraph.text, True
        elif waiting:
            parts.append((head, _spoken(paragraph)))
            waiting = False
    return parts


def _spoken(paragraph: Paragraph) -> str:
    """Return a paragraph as notes hold it, with citations in brackets."""
    said = (f" [{run.text}]" if run.raised else run.text for run in paragraph.runs)
    return " ".join("".join(said).split())

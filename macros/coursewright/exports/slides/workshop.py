"""The workshop of a module as slides: the plan of its time, and each part with its steps."""

from __future__ import annotations

from collections.abc import Iterator

from coursewright.course import Module
from coursewright.exports.paper.view import PaperView
from coursewright.exports.slides.deck import Bars, Slide
from coursewright.exports.slides.rich import paragraphs, said
from coursewright.views import plain


class Workshop:
    """Makes slides of a module's guide; none where there is no guide."""

    def __init__(self, view: PaperView, module: Module) -> None:
        self.view = view
        self.words = view.views.words
        self.guide = module.document.facilitation

    def opening(self) -> tuple[str, ...]:
        """Return what a trainer must know before it begins, for the notes."""
        if not (guide := self.guide):
            return ()
        words = self.words
        facts = {"slides.notes-group": guide.group, "slides.notes-room": guide.room}
        return (
            words("slides.notes-minutes", count=guide.minutes),
            *(words(name, text=text) for name, text in facts.items() if text),
            *(words("slides.notes-preparation", text=plain(item)) for item in guide.preparation),
        )

    def plan(self) -> Iterator[Slide]:
        """Yield a chart of how long each part takes; its notes hold what may go wrong."""
        if not self.guide or not self.guide.agenda:
            return
        words, agenda = self.words, self.guide.agenda
        title = words("slides.plan")
        names = tuple(part.title for part in agenda)
        values = tuple(float(part.minutes) for part in agenda)
        yield Slide(
            title,
            notes=tuple(self._pitfalls()),
            shown=Bars(title, words("slides.minutes-each"), names, values),
        )

    def _pitfalls(self) -> Iterator[str]:
        for item in self.guide.pitfalls if self.guide else ():
            yield self.words("slides.notes-pitfall", text=item.text)
            yield self.words("slides.notes-say", text=plain(item.say))

    def parts(self) -> Iterator[Slide]:
        """Yield each part with its place in the time, and its steps."""
        if not self.guide:
            return
        start = 0
        for number, part in enumerate(self.guide.agenda, 1):
            title = self.words("slides.step", number=number, title=part.title)
            end = start + part.minutes
            time = self.words("slides.minutes", start=start, end=end, total=self.guide.minutes)
            steps = [p for step in part.steps for p in paragraphs(self.view.block(step))]
            notes = (time, *(plain(step) for step in part.steps))
            yield Slide(title, (said(time, lead=True), *steps), notes=notes)
            start = end

    def prompts(self, notes: tuple[str, ...]) -> Iterator[Slide]:
        """Yield what gets people talking."""
        if self.guide:
            yield from self._asked("slides.prompts", self.guide.prompts, notes)

    def debrief(self, notes: tuple[str, ...]) -> Iterator[Slide]:
        """Yield the questions to close with."""
        if self.guide:
            yield from self._asked("facilitation.debrief", self.guide.debrief, notes)

    def _asked(self, title: str, texts: tuple[str, ...], notes: tuple[str, ...]) -> Iterator[Slide]:
        if texts:
            found = (p for text in texts for p in paragraphs(self.view.block(text)))
            yield Slide(self.words(title), tuple(found), notes=notes)

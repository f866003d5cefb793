"""Figures, tables, charts and cases as slides."""

from __future__ import annotations

from collections.abc import Iterator

from coursewright.course import Lesson, Module
from coursewright.documents import CaseDocument, FigureDocument, TableDocument, marks
from coursewright.exports.paper.view import PaperView
from coursewright.exports.slides.deck import Bars, Grid, Picture, Slide
from coursewright.exports.slides.rich import Paragraph, joined, paragraphs, prose
from coursewright.views import plain


class Placing:
    """Makes a slide of each object of a module once, where a lesson places it first."""

    def __init__(self, view: PaperView, module: Module) -> None:
        self.view = view
        self.module = module
        self._words = view.views.words
        self._done: set[tuple[str, str]] = set()

    def of(self, lesson: Lesson) -> Iterator[Slide]:
        """Yield what a lesson places."""
        for mark in marks(lesson.document.body):
            yield from self._slides(mark.scheme, mark.target)

    def rest(self) -> Iterator[Slide]:
        """Yield what no lesson places."""
        document = self.module.document
        items = [("figure", figure.id) for figure in document.figures]
        items += [("table", table.id) for table in document.tables]
        items += [("case", case.id) for case in document.cases]
        for scheme, ident in items:
            yield from self._slides(scheme, ident)

    def _slides(self, scheme: str, ident: str) -> Iterator[Slide]:
        if (scheme, ident) in self._done:
            return
        self._done.add((scheme, ident))
        module = self.module
        if scheme == "figure" and (figure := module.figure(ident)):
            yield self._figure(figure)
        elif scheme == "table" and (table := module.table(ident)):
            yield from self._table(table)
        elif scheme == "case" and (case := module.case(ident)):
            yield self._case(case)

    def _figure(self, figure: FigureDocument) -> Slide:
        text = plain(figure.text)
        picture = Picture(figure.title, self.view.drawing(figure), text)
        caption = tuple(paragraphs(self.view.block(figure.caption))) if figure.caption else ()
        return Slide(figure.title, caption, notes=(text,), shown=picture)

    def _table(self, table: TableDocument) -> Iterator[Slide]:
        rows = tuple(tuple(self._cell(cell) for cell in row) for row in table.rows)
        notes = tuple(
            "; ".join(
                f"{head}: {plain(cell)}" for head, cell in zip(table.columns, row, strict=True)
            )
            for row in table.rows
        )
        yield Slide(table.title, notes=notes, shown=Grid(table.title, table.columns, rows))
        if table.chart:
            yield self._chart(table, table.chart)

    def _chart(self, table: TableDocument, column: str) -> Slide:
        at = table.columns.index(column)
        names = tuple(plain(row[0]) for row in table.rows)
        values = tuple(float(row[at]) for row in table.rows)
        title = self._words("slides.chart", column=column, row=table.columns[0].lower())
        said = "; ".join(f"{name}: {value:g}" for name, value in zip(names, values, strict=True))
        return Slide(title, notes=(said,), shown=Bars(title, column, names, values))

    def _cell(self, text: str) -> Paragraph:
        return joined(paragraphs(self.view.inline(text)))

    def _case(self, case: CaseDocument) -> Slide:
        words = self._words
        title = words("question.case", title=case.title)
        notes = [words("slides.case-notes")]
        if case.fictional:
            title += f" {words('case.fictional')}"
            notes.append(words("slides.case-invented"))
        return Slide(
            title, tuple(prose(paragraphs(self.view.block(case.body)))), notes=tuple(notes)
        )

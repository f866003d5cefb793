"""A deck becomes a file for PowerPoint, Keynote or Impress: real text, tables and charts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass, replace
from typing import Any

from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.util import Pt

from coursewright.exports.slides import geometry as at
from coursewright.exports.slides.deck import Bars, Grid, Picture, Slide
from coursewright.exports.slides.fitting import fitted, grid_pages
from coursewright.exports.slides.master import (
    BESIDE,
    CONTENT,
    DRAWING,
    ONLY,
    OPENING,
    TITLE_SIZE,
    TWO,
    presentation,
    remove,
)
from coursewright.exports.slides.objects import add_chart, add_picture, add_table
from coursewright.exports.slides.rich import Paragraph, said
from coursewright.views import Words

SIZES = (26, 24, 22, 20, 18, 16)
SMALL = (16, 15, 14)
"""For references, which are looked up and not read aloud."""


@dataclass(frozen=True)
class Writer:
    """Writes slides one after the other into a deck."""

    deck: Any
    words: Words
    foot: str

    def write(self, slides: Iterable[Slide]) -> None:
        """Add slides, and more of them where one cannot hold all."""
        for slide in slides:
            match slide.shown:
                case Grid() as grid:
                    self._grid(slide, grid)
                case Bars() as bars:
                    add_chart(self._begun(slide, ONLY), bars, at.BODY)
                case Picture() as picture:
                    self._picture(slide, picture)
                case None:
                    self._text(slide)

    def _text(self, slide: Slide) -> None:
        if slide.opening:
            made = self._begun(slide, OPENING)
            _fill(made.placeholders[1], slide.body, 20)
        elif slide.second:
            self._halves(slide)
        else:
            references = any(paragraph.tag == "note" for paragraph in slide.body)
            size, pages = fitted(slide.body, at.BODY, SMALL if references else SIZES)
            for part, page in self._parts(slide, pages):
                _fill(self._begun(part, CONTENT).placeholders[1], page, size)

    def _halves(self, slide: Slide) -> None:
        made = self._begun(slide, TWO)
        for number, (half, box) in enumerate(((slide.body, at.LEFT), (slide.second, at.RIGHT)), 1):
            size, _ = fitted(half, box, (*SIZES, 14, 12))
            _fill(made.placeholders[number], half, size, bullets=False)

    def _grid(self, slide: Slide, grid: Grid) -> None:
        size, widths, pages = grid_pages(grid, at.BODY)
        for part, rows in self._parts(slide, pages):
            made = self._begun(part, ONLY)
            add_table(made, replace(grid, rows=tuple(rows)), at.BODY, widths, size)

    def _picture(self, slide: Slide, picture: Picture) -> None:
        """Put a drawing beside its title and its words, as large as the slide allows."""
        made = self._begun(slide, BESIDE)
        add_picture(made.placeholders[1], picture, at.PICTURE)
        if slide.body:
            _fill(made.placeholders[2], slide.body, 18, bullets=False)
        else:
            remove(made.placeholders[2])

    def _parts(self, slide: Slide, pages: Sequence[Any]) -> Iterator[tuple[Slide, Any]]:
        """Yield a slide for each page, told apart by numbers in their titles."""
        total = len(pages)
        for number, page in enumerate(pages, 1):
            title = self.words("slides.part", title=slide.title, number=number, total=total)
            yield (replace(slide, title=title) if total > 1 else slide), page

    def _begun(self, slide: Slide, layout: str) -> Any:
        """Return a new slide with its title, its notes and its foot."""
        made = self.deck.slides.add_slide(self.deck.slide_layouts.get_by_name(layout))
        made.shapes.title.text_frame.text = slide.title
        if layout != OPENING:
            room = at.BESIDE_TITLE if layout == BESIDE else at.TITLE
            size, _ = fitted([said(slide.title)], room, (TITLE_SIZE, 24, 20, 18))
            if size < TITLE_SIZE:
                made.shapes.title.text_frame.paragraphs[0].runs[0].font.size = Pt(size)
            self._footed(made)
        made.notes_slide.notes_text_frame.text = "\n".join(slide.notes)
        return made

    def _footed(self, made: Any) -> None:
        """Copy the foot and the number from the layout, as office programs do."""
        for shape in made.slide_layout.placeholders:
            kind = shape.placeholder_format.type
            if kind in (PP_PLACEHOLDER.FOOTER, PP_PLACEHOLDER.SLIDE_NUMBER):
                made.shapes._spTree.append(deepcopy(shape._element))
                if kind == PP_PLACEHOLDER.FOOTER:
                    made.placeholders[shape.placeholder_format.idx].text_frame.text = self.foot


def _fill(shape: Any, paragraphs: Iterable[Paragraph], size: int, *, bullets: bool = True) -> None:
    """Write paragraphs into a shape; those that open a slide have no bullet."""
    frame = shape.text_frame
    for index, paragraph in enumerate(paragraphs):
        made = frame.paragraphs[0] if index == 0 else frame.add_paragraph()
        write_runs(made, paragraph, size + 2 if paragraph.lead else size)
        made.level = min(4, max(0, paragraph.level - 1))
        if shape.is_placeholder and (paragraph.plain or not bullets):
            _bulleted(made, "buNone", marL="0", indent="0")
        elif shape.is_placeholder and paragraph.number:
            _bulleted(made, "buAutoNum", start=paragraph.number)


def write_runs(made: Any, paragraph: Paragraph, size: float) -> None:
    """Write a paragraph's runs as they look."""
    for run in paragraph.runs:
        part = made.add_run()
        part.text = run.text
        part.font.size = Pt(size)
        if run.bold:
            part.font.bold = True
        if run.italic:
            part.font.italic = True
        if run.raised:
            part.font._element.set("baseline", "30000")


def _bulleted(made: Any, kind: str, *, start: int = 0, **indents: str) -> None:
    """Say how a paragraph is marked, in terms of Office."""
    properties = made._p.get_or_add_pPr()
    properties.attrib.update(indents)
    numbers = {"type": "arabicPeriod", "startAt": str(start)} if start else {}
    properties.append(properties.makeelement(f"{DRAWING}{kind}", numbers))


def deck(slides: Iterable[Slide], words: Words, foot: str) -> Any:
    """Return a presentation of slides."""
    made = presentation()
    Writer(made, words, foot).write(slides)
    return made

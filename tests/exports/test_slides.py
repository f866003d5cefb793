"""Slides, opened again: real text, native tables and charts, and what to say."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from coursewright.course import Module
from coursewright.exports.palette import palette
from coursewright.exports.slides import pptx, slides
from coursewright.exports.slides.rich import Run, paragraphs
from coursewright.site import load_views
from coursewright.views import Views
from pptx import Presentation
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.util import Pt

from tests.courses import MODULE, edited, write_course
from tests.exports.workshop import TEA, tea

TWICE = """\
import hashlib, sys
from pathlib import Path
from coursewright.exports.slides import pptx
from coursewright.site import load_views
views = load_views(Path(sys.argv[1]))
print(hashlib.sha256(pptx(views, views.course.modules[0])).hexdigest())
"""
LONG = "Water that has just boiled draws out the taste of the leaf. " * 60


@pytest.fixture
def deck(tmp_path: Path) -> Any:
    """The small course's deck, as another program reads it."""
    return Presentation(BytesIO(pptx(*tea(tmp_path))))


@pytest.fixture(scope="module")
def decks(root: Path) -> list[Any]:
    """The decks of this project's own course."""
    views = load_views(root)
    return [Presentation(BytesIO(pptx(views, module))) for module in views.course.modules]


def _titles(deck: Any) -> list[str]:
    return [slide.shapes.title.text_frame.text for slide in deck.slides]


def _slide(deck: Any, title: str) -> Any:
    return next(it for it in deck.slides if it.shapes.title.text_frame.text == title)


def _text(slide: Any) -> str:
    frames = (shape.text_frame for shape in slide.shapes if shape.has_text_frame)
    return "\n".join(frame.text for frame in frames)


def _notes(slide: Any) -> str:
    return str(slide.notes_slide.notes_text_frame.text)


def test_a_deck_goes_from_the_title_to_the_sources(deck: Any) -> None:
    """In the order of a workshop."""
    assert [
        "Making tea",
        "You will be able to",
        "Minutes for each part of the workshop",
        "Water",
        "A pot seen from the side",
        "Minutes by leaf",
        "Minutes, by leaf",
        "Time",
        "The case: The Blue Inn (fictional)",
        "Part 1: Taste blind",
        "Part 2: Brew in pairs",
        "Talk about it",
        "To get people talking",
        "Often believed, 1 of 1",
        "What to take away",
        "To close",
        "Apply it this week",
        "Where it comes from",
    ] == _titles(deck)


def test_every_slide_has_a_title_of_its_own_and_stands_on_a_layout(decks: list[Any]) -> None:
    """Titles and text stand in placeholders, which take their looks from the master."""
    for deck in decks:
        assert len(set(_titles(deck))) == len(_titles(deck))
        assert all(title.strip() for title in _titles(deck))
        for slide in deck.slides:
            kinds = {shape.placeholder_format.type for shape in slide.placeholders}
            assert kinds & {PP_PLACEHOLDER.TITLE, PP_PLACEHOLDER.CENTER_TITLE}
            assert [] == [s for s in slide.shapes if s.has_text_frame and not s.is_placeholder]
            empty = [s for s in slide.placeholders if s.has_text_frame and not s.text_frame.text]
            assert [] == empty


def test_every_slide_has_something_to_say(decks: list[Any]) -> None:
    """In the notes of the speaker."""
    silent = [
        slide.shapes.title.text_frame.text
        for deck in decks
        for slide in deck.slides
        if not _notes(slide).strip()
    ]
    assert [] == silent


def test_notes_come_from_the_guide(deck: Any) -> None:
    """What to prepare, what may go wrong and what to say then."""
    opening = _notes(_slide(deck, "Making tea"))
    assert "The workshop takes 30 minutes." in opening
    assert "Before the day: Fill the kettle." in opening
    plan = _notes(_slide(deck, "Minutes for each part of the workshop"))
    assert "If this happens: Everybody likes it bitter\nSay: Ask which cup is empty." in plan
    assert "Minutes 0 to 10 of 30" in _text(_slide(deck, "Part 1: Taste blind"))
    assert "Minutes 10 to 30 of 30" in _notes(_slide(deck, "Part 2: Brew in pairs"))


def test_a_lesson_in_short(deck: Any) -> None:
    """Its sentence, its headings and its reflection; never its text."""
    text = _text(_slide(deck, "Water"))
    assert "Why the kettle decides more than the leaf." in text
    assert "At the kettle" in text
    assert "Think it over: Who waits" in _text(_slide(deck, "Time"))
    assert "Black tea gives up its taste" not in text
    assert "At the kettle: Fill the kettle afresh and pour at once [1]." in _notes(
        _slide(deck, "Water")
    )


def test_a_table_is_a_table(deck: Any) -> None:
    """With a head row, its emphasis, the numbers of its rows and of its citations."""
    [frame] = [shape for shape in _slide(deck, "Minutes by leaf").shapes if shape.has_table]
    rows = [[cell.text_frame.text for cell in row.cells] for row in frame.table.rows]
    assert [
        ["Leaf", "Minutes", "Taste"],
        ["1. Black", "4", "Strong 1"],
        ["2. Green", "2.5", "Mild"],
    ] == rows
    assert frame.table.first_row
    runs = frame.table.cell(1, 0).text_frame.paragraphs[0].runs
    assert [("Black", True)] == [(run.text, run.font.bold) for run in runs if run.font.bold]
    assert "Minutes by leaf" == frame._element.xpath(".//p:cNvPr")[0].get("descr")


def test_a_chart_is_a_chart(deck: Any) -> None:
    """Its numbers can be read and changed in the slide."""
    found = {
        title: [shape.chart for shape in _slide(deck, title).shapes if shape.has_chart]
        for title in ("Minutes for each part of the workshop", "Minutes, by leaf")
    }
    said = [
        (list(chart.plots[0].categories), list(chart.plots[0].series[0].values))
        for charts in found.values()
        for chart in charts
    ]
    expected = [(["Taste blind", "Brew in pairs"], [10, 20]), (["Black", "Green"], [4, 2.5])]
    assert expected == said


def test_a_figure_is_a_picture_with_words(deck: Any) -> None:
    """Whole, in its own proportions."""
    slide = _slide(deck, "A pot seen from the side")
    [picture] = [shape for shape in slide.placeholders if hasattr(shape, "image")]
    assert "image/png" == picture.image.content_type
    said = picture._element.xpath(".//p:cNvPr")[0].get("descr")
    assert "A pot seen from the side. A wide body, a lid and a spout." == said
    assert 120 / 90 == pytest.approx(picture.width / picture.height, rel=0.01)
    assert (0, 0, 0, 0) == (
        *(picture.crop_left, picture.crop_right, picture.crop_top, picture.crop_bottom),
    )
    assert "The lid is off." in _text(slide)


def test_the_look_is_the_theme_of_the_site(deck: Any) -> None:
    """Colors and fonts stand in the theme, so that a team can change them in one place."""
    [theme] = [
        part.blob.decode() for part in deck.part.package.iter_parts() if "/theme1" in part.partname
    ]
    for name in ("brand", "stroke-1", "link"):
        assert palette()[name].removeprefix("#").upper() in theme
    assert 'typeface="Georgia"' in theme
    assert {"Title Slide", "Title and Content", "Two Content", "Title Only"} <= {
        layout.name for layout in deck.slide_layouts
    }
    assert 16 / 9 == deck.slide_width / deck.slide_height


def _shapes(decks: list[Any]) -> Iterator[tuple[str, Any, Any]]:
    for deck in decks:
        for slide in deck.slides:
            for shape in slide.shapes:
                yield slide.shapes.title.text_frame.text, deck, shape


def test_nothing_leaves_the_slide(decks: list[Any]) -> None:
    """Shapes stand inside, and what tables need fits as well."""
    for title, deck, shape in _shapes(decks):
        is_table = getattr(shape, "has_table", False)
        height = sum(row.height for row in shape.table.rows) if is_table else shape.height
        assert shape.left >= 0, title
        assert shape.top >= 0, title
        assert shape.left + shape.width <= deck.slide_width, title
        assert shape.top + height <= deck.slide_height, title


def _height(frame: Any, width: float) -> float:
    """Estimate as this test sees it: half an em for a letter, 1.2 for a line."""
    total = 0.0
    for paragraph in frame.paragraphs:
        size = max((run.font.size.pt for run in paragraph.runs if run.font.size), default=18)
        lines = -(-len(paragraph.text) * size * 0.5 // (width - 24)) or 1
        total += lines * size * 1.2
    return total


def test_text_fits_its_place(decks: list[Any]) -> None:
    """By an estimate of its height."""
    for title, _, shape in _shapes(decks):
        if shape.is_placeholder and shape.has_text_frame and shape.height > Pt(100):
            assert _height(shape.text_frame, shape.width.pt) <= shape.height.pt, title


def test_what_does_not_fit_goes_on_the_next_slide(tmp_path: Path) -> None:
    """The parts are told apart by number, and every word is there."""
    files = edited(MODULE, ("body: Guests send the pot back.", f"body: {LONG}"), files=TEA)
    deck = Presentation(BytesIO(pptx(*tea(tmp_path, files))))
    parts = [slide for slide in deck.slides if "The Blue Inn" in slide.shapes.title.text_frame.text]
    titles = [slide.shapes.title.text_frame.text for slide in parts]
    count = len(parts)
    assert count > 1
    expected = [f"The case: The Blue Inn (fictional) ({n} of {count})" for n in range(1, count + 1)]
    assert expected == titles
    words = " ".join(slide.placeholders[1].text_frame.text for slide in parts).split()
    assert LONG.split() == words


def test_the_same_course_gives_the_same_bytes(tmp_path: Path) -> None:
    """Elsewhere, in another time zone, with another order of hashes."""
    digests = []
    for name, zone, seed in (("one", "UTC", "1"), ("two", "Pacific/Auckland", "2")):
        folder = write_course(tmp_path / name, TEA)
        done = subprocess.run(
            [sys.executable, "-c", TWICE, str(folder)],
            env={**os.environ, "TZ": zone, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        )
        digests.append(done.stdout)
    assert digests[0].strip()
    assert digests[0] == digests[1]


def _stamps(packed: bytes) -> Iterator[tuple[int, ...]]:
    with zipfile.ZipFile(BytesIO(packed)) as archive:
        for member in archive.infolist():
            yield member.date_time
            if member.filename.endswith(".xlsx"):
                yield from _stamps(archive.read(member))


def test_a_deck_names_no_time_but_the_one_it_is_given(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also not inside the workbooks behind its charts."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    packed = pptx(*tea(tmp_path))
    assert {(1980, 1, 1, 0, 0, 0)} == set(_stamps(packed))
    properties = Presentation(BytesIO(packed)).core_properties
    assert properties.created is not None
    assert 2023 == properties.created.year
    assert ("Making tea", "Kitchen basics") == (properties.title, properties.author)


def test_a_module_without_a_guide_has_slides(tmp_path: Path) -> None:
    """They leave out the workshop."""
    before, _, _ = TEA[MODULE].partition("facilitation:\n")
    found = _deck_of(tea(tmp_path, {**TEA, MODULE: before}))
    assert "Minutes for each part of the workshop" not in found
    assert "What to take away" in found


def _deck_of(course: tuple[Views, Module]) -> list[str]:
    return [slide.title for slide in slides(*course)]


def test_html_becomes_runs() -> None:
    """With emphasis, levels, numbers and spaces where they belong."""
    html = "<p>One <strong>two</strong>, <em>three</em><sup>4</sup>.</p><ol start='3'><li>a<ul>"
    found = paragraphs(f"{html}<li>b</li></ul></li><li>c</li></ol>")
    assert ["One two, three4.", "a", "b", "c"] == [it.text for it in found]
    assert [(0, 0), (1, 3), (2, 0), (1, 4)] == [(it.level, it.number) for it in found]
    assert Run("two", bold=True) in found[0].runs
    assert Run("4", raised=True) in found[0].runs

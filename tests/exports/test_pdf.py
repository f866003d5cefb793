"""Sheets as PDF, opened again."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from coursewright.course import Module
from coursewright.exports.paper import SHEETS, pdf, sheet
from coursewright.exports.paper.style import Paper
from coursewright.problems import CourseError
from coursewright.site import load_views
from coursewright.views import Views, plain
from pypdf import PdfReader

from tests.courses import write_course
from tests.examples import example_site
from tests.exports.workshop import TEA, tea

SIZES: dict[Paper, tuple[int, int]] = {"a4": (595, 842), "letter": (612, 792)}
"""In points."""
TWICE = """\
import hashlib, sys
from pathlib import Path
from coursewright.exports.paper import pdf, sheet
from coursewright.site import load_views
views = load_views(Path(sys.argv[1]))
for name in ("handout", "worksheet"):
    print(hashlib.sha256(pdf(sheet(views, views.course.modules[0], name, "a4"))).hexdigest())
"""


@pytest.fixture(scope="module")
def examples(tmp_path_factory: pytest.TempPathFactory) -> tuple[Views, Module]:
    """A course of all example questions."""
    views = load_views(example_site(tmp_path_factory.mktemp("examples")).parent)
    return views, views.course.modules[0]


def _read(course: tuple[Views, Module], name: str, paper: Paper = "a4") -> PdfReader:
    return PdfReader(BytesIO(pdf(sheet(*course, name, paper))))


def _says(reader: PdfReader) -> str:
    return "".join("".join(page.extract_text().split()) for page in reader.pages)


@pytest.mark.parametrize("paper", SIZES)
@pytest.mark.parametrize("name", SHEETS)
def test_a_pdf_can_be_read_by_everybody(tmp_path: Path, name: str, paper: Paper) -> None:
    """It is tagged, names its language and title, and has the size it was asked for."""
    reader = _read(tea(tmp_path), name, paper)
    root: Any = reader.root_object
    assert SIZES[paper] == tuple(round(float(side)) for side in reader.pages[0].mediabox[2:])
    assert "en" == root["/Lang"]
    assert root["/MarkInfo"]["/Marked"].value
    assert root["/ViewerPreferences"]["/DisplayDocTitle"].value
    assert "/StructTreeRoot" in root
    assert reader.metadata
    assert (reader.metadata.title or "").endswith(": Making tea")
    assert b"pdfuaid:part" in root["/Metadata"].get_data()


def test_a_pdf_has_bookmarks_and_numbers(tmp_path: Path) -> None:
    """The headings lead to their places, and each page says which it is."""
    reader = _read(tea(tmp_path), "handout")
    titles = str(reader.outline)
    assert all(title in titles for title in ("Making tea", "What to take away", "References"))
    count = len(reader.pages)
    said = ["".join(page.extract_text().split()) for page in reader.pages]
    assert [] == [n for n, text in enumerate(said, 1) if f"Page{n}of{count}" not in text]
    assert "Kitchenbasics·MakingteaHandout" in said[1]


def test_a_figure_is_told_in_the_tags(tmp_path: Path) -> None:
    """A screen reader hears what the drawing shows."""
    root: Any = _read(tea(tmp_path), "handout").root_object
    told = [str(tag["/Alt"]) for tag in _tags(root["/StructTreeRoot"]) if "/Alt" in tag]
    assert ["A pot seen from the side. A wide body, a lid and a spout."] == told


def _tags(tag: Any) -> Iterator[Any]:
    """Yield every tag below one."""
    below = tag.get("/K", [])
    for child in below if isinstance(below, list) else [below]:
        found = child.get_object()
        if isinstance(found, dict) and "/S" in found:
            yield found
            yield from _tags(found)


def test_a_printed_worksheet_asks_everything_and_tells_nothing(
    examples: tuple[Views, Module],
) -> None:
    """All prompts are there; no explanation and no model answer is, and the key has both."""
    worksheet, key = (_says(_read(examples, name)) for name in ("worksheet", "answer-key"))
    for question in (question.document for question in examples[1].questions):
        assert "".join(plain(question.prompt).split()) in worksheet
        told = [question.explanation, getattr(question, "model_answer", None)]
        for text in ("".join(plain(text).split()) for text in told if text):
            assert text in key
            assert text not in worksheet


def test_the_same_course_gives_the_same_bytes(tmp_path: Path) -> None:
    """Elsewhere, at another time, in another time zone, with another order of hashes."""
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
        digests.append(done.stdout.split())
    assert 2 == len(set(digests[0]))
    assert digests[0] == digests[1]


def test_a_missing_package_is_said_with_its_cure(monkeypatch: pytest.MonkeyPatch) -> None:
    """The command that installs it is given to the letter."""
    monkeypatch.setitem(sys.modules, "weasyprint", None)
    with pytest.raises(CourseError) as caught:
        pdf("<p>x</p>")
    [problem] = caught.value.problems
    assert "missing-package" == problem.code
    assert "this export needs WeasyPrint, which is not installed" == problem.what
    assert f'Run: {sys.executable} -m pip install "coursewright[export]"' == problem.cure

"""The commands that write paper and slides, as a trainer runs them."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from coursewright.cli import main

from tests.courses import TWO_MODULES, Files, write_course
from tests.exports.workshop import TEA

SITE = """\
site_name: Kitchen
docs_dir: pages
site_dir: public
theme: {name: material, font: false}
plugins: [coursewright]
"""
GOOD: Files = {**TEA, "mkdocs.yml": SITE, "pages/index.md": "# Kitchen\n"}


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Commands run in an empty folder of their own."""
    monkeypatch.chdir(tmp_path)


def _run(files: Files, *arguments: str) -> Result:
    write_course(Path.cwd(), files)
    return CliRunner().invoke(main, ["export", *arguments])


def _written(folder: str = "exports") -> list[str]:
    return sorted(path.name for path in Path(folder).iterdir())


@pytest.mark.parametrize("name", ["handout", "worksheet", "answer-key"])
def test_a_sheet_is_written_for_the_screen_and_for_the_printer(name: str) -> None:
    """In the usual size of paper, with the name of its module."""
    assert 0 == _run(GOOD, name).exit_code
    assert [f"tea-{name}-a4.html", f"tea-{name}-a4.pdf"] == _written()


def test_cards_come_in_both_sizes() -> None:
    """Since cards are cut where they are used."""
    assert 0 == _run(GOOD, "cards", "--format", "html").exit_code
    assert ["tea-cards-a4.html", "tea-cards-letter.html"] == _written()


def test_slides_are_written() -> None:
    """One deck a module."""
    assert 0 == _run(GOOD, "slides").exit_code
    assert ["tea-slides.pptx"] == _written()


def test_only_what_is_asked_for_is_written() -> None:
    """One module, one size, one format, in a folder that is made if need be."""
    chosen = ("--module", "pot", "--paper", "letter", "--format", "html", "--output", "a/b")
    assert 0 == _run(TWO_MODULES, "handout", *chosen).exit_code
    assert ["pot-handout-letter.html"] == _written("a/b")


def test_every_file_is_said_before_it_is_written() -> None:
    """So that nobody waits without knowing for what."""
    said = _run(TWO_MODULES, "worksheet", "--format", "html").stderr.splitlines()
    assert [
        "1 of 2: tea-worksheet-a4.html",
        "2 of 2: pot-worksheet-a4.html",
        "Wrote 2 files to exports/.",
    ] == said


@pytest.mark.parametrize("folder", ["pages", "pages/keys", "public/x", "a/../public"])
def test_answers_are_never_written_into_the_site(folder: str) -> None:
    """Neither beside its sources, nor where it is built; the cure is said."""
    result = _run(GOOD, "answer-key", "--output", folder)
    name = "pages" if "pages" in folder else "public"
    assert 1 == result.exit_code
    assert f"lies inside {name}, where everybody would find the answers" in result.stderr
    assert "Choose a folder outside it" in result.stderr
    assert [] == list(Path.cwd().rglob("*answer-key*"))


def test_a_link_into_the_site_is_seen_through() -> None:
    """What counts is where files would end up."""
    write_course(Path.cwd(), GOOD)
    Path("beside").symlink_to("pages", target_is_directory=True)
    assert 1 == _run(GOOD, "answer-key", "--output", "beside").exit_code


def test_an_unknown_module_is_a_wrong_call() -> None:
    """With the nearest one that there is."""
    result = _run(GOOD, "handout", "--module", "tee")
    assert 2 == result.exit_code
    assert 'there is no module "tee". Did you mean "tea"?' in result.stderr


def test_a_broken_course_is_said_and_nothing_written() -> None:
    """As by every other command."""
    result = _run({**GOOD, "quizzes/tea.yml": "id: tea\n"}, "handout")
    assert 1 == result.exit_code
    assert "quizzes/tea.yml:1:1" in result.stderr
    assert not Path("exports").exists()


@pytest.mark.parametrize(
    ("name", "module", "package"),
    [("handout", "weasyprint", "WeasyPrint"), ("slides", "pptx", "python-pptx")],
)
def test_a_missing_package_stops_before_anything_is_written(
    monkeypatch: pytest.MonkeyPatch, name: str, module: str, package: str
) -> None:
    """It is said which, and how it is installed."""
    monkeypatch.setitem(sys.modules, module, None)
    result = _run(GOOD, name)
    assert 1 == result.exit_code
    assert f"this export needs {package}, which is not installed" in result.stderr
    assert 'pip install "coursewright[export]"' in result.stderr
    assert not Path("exports").exists()


def test_a_file_in_the_place_of_the_folder_is_said() -> None:
    """In a sentence, as everything that the disk refuses."""
    Path("taken").write_text("", encoding="utf-8")
    result = _run(GOOD, "handout", "--format", "html", "--output", "taken")
    assert 1 == result.exit_code
    assert "Error: taken: File exists." in result.stderr


def test_html_needs_no_package(monkeypatch: pytest.MonkeyPatch) -> None:
    """A browser can print it as well."""
    monkeypatch.setitem(sys.modules, "weasyprint", None)
    assert 0 == _run(GOOD, "handout", "--format", "html").exit_code

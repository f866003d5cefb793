"""A new course works as it is written: it is checked, built and published without an edit."""

from __future__ import annotations

import json
import re
from html import unescape
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result
from coursewright import __version__, load_course
from coursewright.cli import main
from coursewright.starting import STARTER, TITLE

HARD = 'Tea: "yes" & no — #1'
"""A title that YAML, HTML and pages could each take for something else."""


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Commands run in an empty folder of their own."""
    monkeypatch.chdir(tmp_path)


def _run(*arguments: str) -> Result:
    return CliRunner().invoke(main, arguments)


def test_a_new_course_is_good_and_builds(tmp_path: Path) -> None:
    """Even warnings fail here; every link of its site leads somewhere."""
    assert 0 == _run("new", "course").exit_code
    config = ("--config", "course/mkdocs.yml")
    checked = _run(*config, "check", "--strict", "--links")
    assert (0, True) == (checked.exit_code, "Nothing is wrong." in checked.stderr), checked.output
    assert 0 == _run(*config, "build").exit_code
    page = (tmp_path / "course/site/index.html").read_text(encoding="utf-8")
    assert f"<h1>{TITLE}</h1>" in page.replace(f' id="{"-".join(TITLE.lower().split())}"', "")


def test_it_shows_what_a_course_can_hold() -> None:
    """Two lessons, several kinds of question, a glossary, a source, and what publishes it."""
    _run("new", "course", "kitchen")
    course = load_course(Path("kitchen"))
    assert ("kitchen", 2) == (course.document.id, len(list(course.lessons)))
    assert len({type(question.document) for question in course.questions}) >= 4
    assert course.terms
    assert course.claims
    written = {path.relative_to("kitchen").as_posix() for path in Path("kitchen").rglob("*")}
    expected = (".github/workflows/site.yml", ".gitignore", "README.md", "requirements.txt")
    assert set() == {*expected} - written
    assert [] == [name for name in written if "dot-" in name or "@" in name]


def test_its_title_goes_everywhere() -> None:
    """To the letter, whatever stands in it."""
    assert 0 == _run("new", "course", "made", "--title", HARD).exit_code
    course = load_course(Path("made"))
    assert (HARD, "tea-yes-no-1") == (course.document.title, course.document.id)
    site = yaml.safe_load(Path("made/mkdocs.yml").read_text(encoding="utf-8").replace("!ENV", ""))
    assert HARD == site["site_name"]
    assert 0 == _run("--config", "made/mkdocs.yml", "build").exit_code
    page = Path("made/site/index.html").read_text(encoding="utf-8")
    heading = re.search("<h1[^>]*>(.*?)</h1>", page)
    assert heading
    assert HARD == unescape(heading[1])


def test_it_says_which_version_it_needs() -> None:
    """The course as a range, the pin to the letter."""
    _run("new", "course")
    requires = load_course(Path("course")).document.requires
    assert ">=" + ".".join(__version__.split(".")[:2]) == requires
    pin = Path("course/requirements.txt").read_text(encoding="utf-8").splitlines()[-1]
    assert f"coursewright=={__version__}" == pin


def test_nothing_is_written_over() -> None:
    """A folder with something in it is refused, and stays as it was."""
    Path("full").mkdir()
    Path("full/letter.txt").write_text("Dear Ana", encoding="utf-8")
    result = _run("new", "course", "full")
    assert 1 == result.exit_code
    assert "full: this folder is not empty. Name one that is not there yet.\n" in result.stderr
    assert [Path("full/letter.txt")] == list(Path("full").iterdir())
    Path("empty").mkdir()
    assert 0 == _run("new", "course", "empty").exit_code
    assert 1 == _run("new", "course", "full/letter.txt").exit_code


@pytest.mark.parametrize("title", ["", "  ", "two\nlines", "{{ course }}", "{# x", "x" * 121])
def test_a_title_is_one_short_line(title: str) -> None:
    """Anything else is refused before anything is written."""
    result = _run("new", "course", "made", "--title", title)
    assert 1 == result.exit_code
    assert result.stderr.startswith("--title: ")
    assert not Path("made").exists()


def test_its_workflow_uses_what_ours_uses(root: Path) -> None:
    """The same actions, pinned by the same commits, so that they are renewed together."""
    ours = (root / ".github/workflows/site.yml").read_text(encoding="utf-8")
    text = (STARTER / "dot-github/workflows/site.yml").read_text(encoding="utf-8")
    used = [line.strip() for line in text.splitlines() if "uses:" in line]
    assert len(used) == 5
    assert [] == [line for line in used if line not in ours]
    workflow = yaml.safe_load(text)
    assert {} == workflow["permissions"]
    assert json.dumps(workflow).count("secrets.") == 0

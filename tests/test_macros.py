"""Macros called wrongly: the build fails and names the page, the line and the nearest id."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from coursewright import CourseError
from coursewright.building import build
from coursewright.macros import MACROS

TEA = Path(__file__).parent / "sites/tea"


@pytest.fixture
def tea(tmp_path: Path) -> Path:
    """A copy of a golden course, to be broken."""
    target = tmp_path / "tea"
    shutil.copytree(TEA, target, ignore=shutil.ignore_patterns("expected"))
    return target


def said(tea: Path, page: str, text: str) -> list[str]:
    """Return the problems of building the course with one page rewritten."""
    path = tea / "docs" / page
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    with pytest.raises(CourseError) as caught:
        build(tea / "mkdocs.yml")
    return [str(problem) for problem in caught.value.problems]


def test_a_wrong_id_names_page_line_and_nearest_id(tea: Path) -> None:
    """The line counts from the top of the file, front matter included."""
    text = '---\ntitle: Home\n---\n\n# Home\n\nText.\n\n{{ module("brewin") }}\n'
    cure = 'Did you mean "brewing"?'
    assert [f'docs/index.md:9:1: there is no module "brewin". {cure}'] == said(
        tea, "index.md", text
    )


def test_wrong_ids_on_several_pages_are_said_at_once(tea: Path) -> None:
    """Every wrong call of every page is reported in one build."""
    (tea / "docs/other.md").write_text('{{ quiz("brewng") }}\n', encoding="utf-8")
    found = said(tea, "index.md", '{{ lesson("brewing/tim") }}\n\n{{ question("brewing/x") }}\n')
    places = [problem.split(": ")[0] for problem in found]
    assert ["docs/index.md:1:1", "docs/index.md:3:1", "docs/other.md:1:1"] == places


def test_a_misspelled_macro_is_named(tea: Path) -> None:
    """An unknown macro is reported at its column, with the nearest one."""
    found = said(tea, "index.md", '# Home\n\nHere: {{ quizz("brewing") }}\n')
    assert ['docs/index.md:3:10: there is no macro "quizz". Did you mean "quiz"?'] == found


def test_broken_braces_are_named(tea: Path) -> None:
    """A call that is not closed is reported where it stands, not printed into the page."""
    (problem,) = said(tea, "index.md", '# Home\n\n{{ quiz("brewing") \n')
    assert problem.startswith("docs/index.md:3:1: this macro call cannot be read")


def test_a_call_without_its_id_is_named(tea: Path) -> None:
    """A macro called without what it needs says so in words, without a traceback."""
    (problem,) = said(tea, "index.md", "{{ module() }}\n")
    assert problem.startswith("docs/index.md:1:1: module: missing")


def test_text_from_yaml_is_never_a_template(tea: Path) -> None:
    """Braces in YAML reach the page as they are; nothing in them is computed."""
    path = tea / "curriculum/modules/serving.yml"
    text = path.read_text(encoding="utf-8").replace("Guests come", "The {{ 7 * 191 }} come")
    path.write_text(text, encoding="utf-8")
    site = build(tea / "mkdocs.yml")
    page = (site / "modules/serving/who-first/index.html").read_text(encoding="utf-8")
    assert "{{ 7 * 191 }}" in page
    assert "1337" not in page


@pytest.mark.parametrize("quiet", [[], ["--quiet"]], ids=["loud", "quiet"])
@pytest.mark.parametrize("command", ["coursewright", "mkdocs"])
def test_the_exit_status_tells(tea: Path, command: str, quiet: list[str]) -> None:
    """A problem makes the build fail under our command and under plain MkDocs, quiet or not."""
    (tea / "docs/index.md").write_text('{{ module("nope") }}\n', encoding="utf-8")
    words = [*quiet, "build"] if command == "coursewright" else ["build", *quiet]
    done = subprocess.run(
        [sys.executable, "-m", command, *words],
        cwd=tea,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
    )
    assert 1 == done.returncode
    assert "docs/index.md:1:1" in done.stdout + done.stderr
    assert "Traceback" not in done.stdout + done.stderr


def test_every_macro_is_documented(root: Path) -> None:
    """Each macro stands in the contributors' table, and the table names no other."""
    page = (root / "docs/contributing/index.md").read_text(encoding="utf-8")
    missing = [name for name in MACROS if "{{ " + name + "(" not in page]
    assert [] == missing

"""A build yields the whole site, or leaves the last good one."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from coursewright import CourseError
from coursewright.building import build

TEA = Path(__file__).parent / "sites/tea"


@pytest.fixture
def tea(tmp_path: Path) -> Path:
    """A copy of a golden course."""
    target = tmp_path / "tea"
    shutil.copytree(TEA, target, ignore=shutil.ignore_patterns("expected"))
    return target


def listing(folder: Path) -> dict[str, bytes]:
    """Return every file of a folder with its content."""
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def test_a_failed_build_leaves_the_last_site(tea: Path) -> None:
    """After a build that fails, the folder holds what it held, and nothing lies about."""
    site = build(tea / "mkdocs.yml")
    before = listing(site)
    (tea / "curriculum/course.yml").write_text("id: tea\n", encoding="utf-8")
    with pytest.raises(CourseError):
        build(tea / "mkdocs.yml")
    assert before == listing(site)
    assert [] == sorted(tea.glob(".site*"))


def test_a_failed_first_build_leaves_nothing(tea: Path) -> None:
    """A first build that fails leaves no half of a site."""
    (tea / "docs/index.md").write_text('{{ module("nope") }}', encoding="utf-8")
    with pytest.raises(CourseError):
        build(tea / "mkdocs.yml")
    assert not (tea / "site").exists()


def test_our_build_and_plain_mkdocs_yield_the_same(tea: Path) -> None:
    """Plain `mkdocs build` writes what ours writes."""
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": "0"}
    plain = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", "plain"]
    subprocess.run(plain, cwd=tea, check=True, env=environment)
    ours = [sys.executable, "-m", "coursewright", "--quiet", "build"]
    subprocess.run(ours, cwd=tea, check=True, env=environment)
    first, second = listing(tea / "plain"), listing(tea / "site")
    assert list(first) == list(second)
    assert [] == [name for name in first if first[name] != second[name]]


def test_a_broken_link_in_a_page_fails_the_build(tea: Path) -> None:
    """What MkDocs only warns of is an error for us."""
    page = tea / "docs/index.md"
    page.write_text("[gone](nowhere.md)\n", encoding="utf-8")
    with pytest.raises(CourseError, match=r"nowhere\.md"):
        build(tea / "mkdocs.yml")


def test_how_far_a_build_has_come_is_told(tea: Path) -> None:
    """In steps, each further than the one before, up to the last."""
    told: list[tuple[int, int]] = []
    build(tea / "mkdocs.yml", tell=lambda done, of: told.append((done, of)))
    pages = len({of for _, of in told}) == 1 and told[0][1]
    assert pages > 20
    assert [(step, pages) for step in range(1, pages + 1)] == told


@pytest.mark.parametrize(
    ("file", "old", "new", "expected"),
    [
        (
            "docs/index.md",
            "# Tea at work",
            "# Tea at work\n\nSee [this](nowhere.md).",
            "docs/index.md:8:12: Doc file 'index.md' contains a link 'nowhere.md', but ",
        ),
        ("mkdocs.yml", "index.md", "indx.md", "mkdocs.yml:5:11: A reference to 'indx.md' is "),
        (
            "mkdocs.yml",
            "- coursewright\n",
            "- coursewrite\n",
            'mkdocs.yml:11:5: The "coursewrite" plugin is not installed.',
        ),
        ("mkdocs.yml", "site_name: Tea at work", "x: y", "mkdocs.yml: Required configuration not"),
        (
            "mkdocs.yml",
            "site_name: Tea",
            "site_name: Tea: tea",
            "mkdocs.yml:1:15: MkDocs encountered an error parsing the configuration file: "
            "mapping values are not allowed here.",
        ),
        ("mkdocs.yml", "name: material", "name: granite", "mkdocs.yml:8:9: Unrecognised theme"),
    ],
    ids=["page", "nav", "plugin", "missing", "syntax", "theme"],
)
def test_what_mkdocs_refuses_has_a_place(
    tea: Path, file: str, old: str, new: str, expected: str
) -> None:
    """In its own words, at the line that they are about."""
    text = (tea / file).read_text(encoding="utf-8")
    assert old in text
    (tea / file).write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(CourseError) as caught:
        build(tea / "mkdocs.yml")
    assert any(str(problem).startswith(expected) for problem in caught.value.problems), str(
        caught.value
    )


def test_a_missing_plugin_is_named(tea: Path) -> None:
    """A site that forgot the plugin is told which line to add."""
    config = tea / "mkdocs.yml"
    text = config.read_text(encoding="utf-8").replace("  - coursewright\n", "")
    config.write_text(text, encoding="utf-8")
    with pytest.raises(CourseError, match="the coursewright plugin is not switched on"):
        build(config)

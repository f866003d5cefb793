"""A course on another subject, built by the same package: the generator knows of neither."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from coursewright import Course, load_course
from coursewright.building import build
from coursewright.rules import broken_rules
from coursewright.sitelinks import broken_links

from tests.subject import SUBJECT

FOLDER = Path(__file__).resolve().parents[1] / "examples" / "first-aid"
OURS = {".html", ".json", ".xml", ".yml"}


@pytest.fixture(scope="module")
def course() -> Course:
    """The course as its files say it."""
    return load_course(FOLDER)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The built site."""
    return build(FOLDER / "mkdocs.yml", tmp_path_factory.mktemp("first-aid") / "site")


def test_it_breaks_no_rule(course: Course) -> None:
    """It is an example to follow."""
    assert [] == list(broken_rules(course))


def test_it_shows_what_a_course_can_have(course: Course) -> None:
    """Six kinds of question and more, a figure, a table, a case, a path, earlier questions."""
    modules = [module.document for module in course.modules]
    kinds = {question.document.folder for question in course.questions}
    assert len(kinds) >= 6
    assert all(any(getattr(m, part) for m in modules) for part in ("figures", "tables", "cases"))
    assert course.terms
    assert course.claims
    assert ["before-your-shift"] == [path.id for path in course.paths]
    assert len(course.modules[1].review) >= 2


def test_every_link_of_its_site_leads_somewhere(site: Path) -> None:
    """And no id stands twice on a page."""
    assert [] == list(broken_links(site))


def test_it_says_what_it_does_not_replace(site: Path) -> None:
    """On the page that people open first."""
    home = (site / "index.html").read_text(encoding="utf-8")
    assert "This does not replace a certified course" in home


def test_its_site_knows_nothing_of_the_other_course(site: Path) -> None:
    """Neither pages, nor the search index, nor the outline, nor what scripts say."""
    files = [path for path in site.rglob("*") if path.suffix in OURS]
    ours = site / "assets" / "coursewright"
    files += [it for it in ours.rglob("*") if it.is_file() and it.parent.name != "vendor"]
    found = {
        path.relative_to(site).as_posix(): hit[0]
        for path in files
        if (hit := SUBJECT.search(_words(path.read_text(encoding="utf-8"))))
    }
    assert {} == found
    assert len(files) > 20


def _words(text: str) -> str:
    """Return a text without addresses, which may hold anything."""
    return re.sub(r"https?://\S+", "", text)

"""Which pages a course has."""

import re
from pathlib import Path

import pytest
import yaml
from coursewright.course import link
from coursewright.loader import load
from coursewright.pages import Page, pages, sections
from coursewright.problems import CourseError

from tests.courses import (
    COURSE,
    MINIMAL,
    MODULE,
    QUIZ,
    TWO_PATHS,
    Files,
    course_of,
    edited,
    write_course,
)

MORE: Files = {
    **MINIMAL,
    "curriculum/glossary.yml": "terms: [{id: pot, term: Pot, definition: A vessel.}]\n",
    "curriculum/sources.yml": "references: [{id: leaf, type: report, title: The leaf}]\n",
    "curriculum/claims.yml": "disputes: [{id: D1, title: Is it so?, say: Some doubt it.}]\n",
}


def _pages(root: Path, files: Files = MINIMAL) -> dict[str, Page]:
    return pages(course_of(root, files))


def _head(page: Page) -> dict[str, str]:
    found: dict[str, str] = yaml.safe_load(page.text.split("---\n")[1])
    return found


def test_a_page_for_each_object_of_the_course(tmp_path: Path) -> None:
    """Module, lessons, check, in course order."""
    expected = [
        "modules/tea/index.md",
        "modules/tea/water.md",
        "modules/tea/time.md",
        "modules/tea/check.md",
        "trainers/index.md",
        "trainers/assign.md",
        "trainers/gradebook.md",
        "trainers/coverage.md",
        "progress.md",
        "assignments.md",
    ]
    assert expected == list(_pages(tmp_path))


def test_pages_that_links_lead_to(tmp_path: Path) -> None:
    """Made only when there is something on them."""
    more = set(_pages(tmp_path / "a", MORE)) - set(_pages(tmp_path / "b"))
    assert {"glossary.md", "sources.md", "evidence.md"} == more


def test_a_page_calls_a_macro_and_holds_nothing_else(tmp_path: Path) -> None:
    """Head, title, call."""
    expected = """\
---
title: "Water"
description: "Why the kettle decides more than the leaf."
---

# Water

{{ lesson("tea/water") }}
"""
    assert expected == _pages(tmp_path)["modules/tea/water.md"].text


@pytest.mark.parametrize(
    ("path", "call", "edit"),
    [
        ("modules/tea/index.md", '{{ module("tea") }}', MODULE),
        ("modules/tea/time.md", '{{ lesson("tea/time") }}', MODULE),
        ("modules/tea/check.md", '{{ check("tea") }}', QUIZ),
        ("glossary.md", "{{ glossary() }}", "curriculum/glossary.yml"),
        ("sources.md", "{{ sources() }}", "curriculum/sources.yml"),
        ("evidence.md", "{{ disputes() }}", "curriculum/claims.yml"),
    ],
)
def test_what_pages_call_and_where_they_are_edited(
    tmp_path: Path, path: str, call: str, edit: str
) -> None:
    """The link to edit a page leads to the YAML behind it."""
    page = _pages(tmp_path, MORE)[path]
    assert call in page.text
    assert edit == page.edit
    assert (tmp_path / page.edit).is_file()


def test_no_check_without_questions_for_it(tmp_path: Path) -> None:
    """When lessons ask them all."""
    files = edited(MODULE, ("[signs]", "[signs, all-day]"))
    assert "modules/tea/check.md" not in _pages(tmp_path, files)


TITLES = [
    'Say "yes": then - what?',
    "A {: .b} & <c> | d",
    r"C:\x \n",
    "'single' #hash",
    "- dash",
    "@at %percent",
    "null",
    "日本語 🫖",
]


@pytest.mark.parametrize("title", TITLES)
def test_any_title_survives(tmp_path: Path, title: str) -> None:
    """In the head as YAML, in the heading as text."""
    quoted = "'" + title.replace("'", "''") + "'"
    files = edited(MODULE, ("title: Water", f"title: {quoted}"))
    page = _pages(tmp_path, files)["modules/tea/water.md"]
    assert title == _head(page)["title"]
    assert title == page.title
    assert not re.search(r"^# .*[<>{}\"]", page.text.replace('"', "'"), re.MULTILINE)


def test_nothing_in_a_course_calls_a_macro(tmp_path: Path) -> None:
    """Entities in a summary do not turn into braces that run."""
    files = edited(MODULE, ("Why the kettle", "'&#123;&#123; 7 * 7 }} Why the kettle"))
    files = edited(MODULE, ("more than the leaf.", "more than the leaf.'"), files=files)
    page = _pages(tmp_path, files)["modules/tea/water.md"]
    body = page.text.split("---\n")[2]
    assert 1 == body.count("{{")


def test_sections_are_modules(tmp_path: Path) -> None:
    """Each with its pages, the overview first."""
    (section,) = sections(course_of(tmp_path))
    assert "Making tea" == section.title
    assert "modules/tea/index.md" == section.pages[0].path


def test_the_same_course_gives_the_same_pages(tmp_path: Path) -> None:
    """Byte for byte, wherever it lies."""
    assert _pages(tmp_path / "a", MORE) == _pages(tmp_path / "b" / "c", MORE)


def test_words_of_pages_follow_the_language(tmp_path: Path) -> None:
    """English where there is no file for the language."""
    files = edited(COURSE, ("id: kitchen", "id: kitchen\nlanguage: de"))
    assert "Check: Making tea" == _pages(tmp_path, files)["modules/tea/check.md"].title


def test_a_site_for_learners_has_nothing_for_trainers(tmp_path: Path) -> None:
    """No guide, no path of theirs; and a link to such a path leads nowhere."""
    files = edited(
        MODULE, ("takeaways:", "facilitation: {minutes: 30}\ntakeaways:"), files=TWO_PATHS
    )
    everyone = pages(course_of(tmp_path, files))
    learners = pages(link(load(tmp_path), "learners"))
    own = {"index.md", "assign.md", "coverage.md", "gradebook.md", "guides/tea.md", "paths/day.md"}
    assert {f"trainers/{page}" for page in own} == set(everyone) - set(learners)
    assert "assignments.md" in learners
    module = files[MODULE].replace("Four minutes are enough.", "[A day](path:day) is enough.")
    write_course(tmp_path, {**files, MODULE: module})
    link(load(tmp_path))
    with pytest.raises(CourseError, match='no path "day"'):
        link(load(tmp_path), "learners")

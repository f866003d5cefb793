"""A copy of the site that somebody opens from a folder, in a browser as readers have it."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from coursewright.exports.offline import write_offline
from filelock import FileLock
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import BROWSER, NewPage

pytestmark = pytest.mark.firefox
LESSON = "modules/six-levers/technology.html"
"""Asks how sure the learner is, and offers its answer in `details` where no script runs."""
FIGURED = "modules/six-levers/levers-in-conflict.html"


@pytest.fixture(scope="session")
def copy(root: Path, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of the unpacked copy of the repository's course, with a space in its path."""
    folder: Path = tmp_path_factory.getbasetemp() / "my course"
    with FileLock(f"{folder}.lock"):
        if not folder.exists():
            written = write_offline(root / "mkdocs.yml", folder.with_name("written"))
            with zipfile.ZipFile(written) as archive:
                archive.extractall(folder)
    (inside,) = folder.iterdir()
    return inside.as_uri()


def _answer(page: Page) -> Locator:
    question = page.locator("cw-question").first
    question.get_by_role("radio").first.check()
    question.locator("[name=confidence]").first.check()
    question.get_by_role("button", name="Check answer").click()
    return question


def test_pages_are_read_and_links_followed(page: Page, copy: str) -> None:
    """From the first page to a lesson and on to the next, by what is on them."""
    page.goto(f"{copy}/index.html")
    page.get_by_role("link", name="Start", exact=False).first.click()
    page.wait_for_url("**/modules/**/*.html")
    expect(page.locator("article h1")).to_be_visible()
    before = page.url
    page.locator(".md-footer__link--next").click()
    page.wait_for_url(lambda url: url != before)
    expect(page.locator("article h1")).to_be_visible()


def test_search_finds_a_lesson(page: Page, copy: str) -> None:
    """And leads to it, with nothing asked of anybody."""
    page.goto(f"{copy}/index.html")
    page.get_by_role("textbox", name="Search").click()
    page.keyboard.type("facilitator")
    result = page.locator(".md-search-result__link").filter(has_text="Technology").first
    expect(result).to_be_visible(timeout=30_000)
    result.click()
    page.wait_for_url(f"{copy}/{LESSON}?*")


def test_a_figure_shows(page: Page, copy: str) -> None:
    """Drawn, with its description."""
    page.goto(f"{copy}/{FIGURED}")
    figure = page.locator(".cw-figure svg").first
    figure.scroll_into_view_if_needed()
    box = figure.bounding_box()
    assert box
    assert box["width"] > 200


def test_a_question_is_answered_and_remembered(page: Page, copy: str) -> None:
    """The answer gets its feedback, and is there when the page is opened again."""
    page.goto(f"{copy}/{LESSON}")
    question = _answer(page)
    expect(question.locator(".cw-feedback").first).to_contain_text("mark")
    page.reload()
    expect(question.locator(".cw-feedback__when")).to_be_visible()


def test_progress_is_shown_or_said_to_be_hidden(page: Page, copy: str) -> None:
    """Chromium keeps all pages of a copy together; Firefox keeps each for itself, which is said."""
    page.goto(f"{copy}/{LESSON}")
    _answer(page)
    page.goto(f"{copy}/progress.html")
    notes = page.locator("[data-progress] [data-notes]")
    answers = page.locator('[data-answers="six-levers/technology"]')
    if BROWSER == "firefox":
        expect(notes).to_contain_text("this browser keeps each page's answers for that page alone")
        expect(answers).to_have_text("")
    else:
        expect(answers).to_contain_text("1")
        expect(notes).not_to_contain_text("for that page alone")


def test_an_instrument_is_filled_in(page: Page, copy: str) -> None:
    """Its controls come, and what is filled in stays on its page."""
    page.goto(f"{copy}/instruments/ninety-day-plan.html")
    field = page.locator(".cw-sheet [data-field] textarea").first
    field.fill("Ask five customers")
    page.wait_for_timeout(600)
    page.reload()
    expect(page.locator(".cw-sheet [data-field] textarea").first).to_have_value(
        "Ask five customers"
    )


def test_a_check_counts(page: Page, copy: str) -> None:
    """A module's check is a sequence here, too."""
    page.goto(f"{copy}/modules/six-levers/check.html")
    expect(page.locator("cw-quiz progress")).to_be_visible()
    page.get_by_role("button", name="Next").click()
    expect(page.get_by_text("Question 2 of", exact=False).first).to_be_visible()


@pytest.mark.skipif(BROWSER == "firefox", reason="BiDi has no switch for scripts")
def test_without_a_script_all_answers_can_be_read(new_page: NewPage, copy: str) -> None:
    """In `details`, and no control is dead."""
    page = new_page(java_script_enabled=False)
    page.goto(f"{copy}/{LESSON}")
    for question in page.locator("cw-question").all():
        question.locator("summary").last.click()
        expect(question.locator("details[open]").last).to_contain_text("Right")
        assert 0 == question.locator("button:visible").count()

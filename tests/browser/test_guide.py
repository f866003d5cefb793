"""A facilitator guide as a trainer uses it: the clock, and one step at a time on the wall."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.axe import violations
from tests.browser.conftest import NewPage

GUIDE = "/trainers/guides/six-levers/"
TIME = ".cw-clock__time"


@pytest.fixture
def guide(page: Page) -> Page:
    """The guide, at a time that only the test moves."""
    page.clock.install(time="2026-03-02T08:00:00")
    page.goto(GUIDE)
    page.get_by_role("button", name="Start the clock").wait_for()
    page.clock.pause_at("2026-03-02T09:00:00")
    return page


def test_the_clock_runs_with_the_agenda(guide: Page) -> None:
    """It counts a part down, says when it is over and how late all is, and times follow."""
    times = guide.locator(".cw-agenda__time")
    assert ["0:00", "0:05", "0:20"] == times.all_inner_texts()[:3]
    guide.get_by_role("button", name="Start the clock").click()
    expect(guide.get_by_role("timer")).to_contain_text("Part 1 of 6")
    expect(times.nth(1)).to_have_text("9:05 AM")
    guide.clock.run_for("03:00")
    expect(guide.locator(TIME)).to_have_text("2:00 left")
    guide.clock.run_for("06:00")
    expect(guide.locator(TIME)).to_have_text("4:00 over")
    expect(guide.locator(".cw-clock__plan")).to_have_text("4 minutes behind the plan")
    guide.get_by_role("button", name="Next part").click()
    expect(guide.get_by_role("timer")).to_contain_text("Part 2 of 6")
    expect(guide.locator("[aria-current=step]")).to_contain_text("Diagnose the two cases")
    expect(times.nth(2)).to_have_text("9:24 AM")
    guide.get_by_role("button", name="Pause").click()
    guide.clock.run_for("10:00")
    expect(guide.locator(TIME)).to_have_text("Paused: 15:00 left")


def test_the_clock_survives_a_reload(guide: Page) -> None:
    """A page that is loaded again goes on where time is; reset forgets it."""
    guide.get_by_role("button", name="Start the clock").click()
    guide.clock.run_for("02:00")
    guide.reload()
    expect(guide.locator(TIME)).to_have_text("3:00 left")
    guide.get_by_role("button", name="Reset").click()
    expect(guide.locator(TIME)).to_have_text("")
    guide.reload()
    expect(guide.get_by_role("button", name="Start the clock")).to_be_visible()


def test_without_storage_the_clock_runs_all_the_same(page: Page) -> None:
    """Until the page closes."""
    page.add_init_script(
        "Object.defineProperty(window, 'sessionStorage', { get() { throw new Error('blocked'); } })"
    )
    page.goto(GUIDE)
    page.get_by_role("button", name="Start the clock").click()
    expect(page.locator(TIME)).to_contain_text("left")


def test_presenting_step_by_step_by_keyboard(guide: Page) -> None:
    """Arrow and page keys lead on; the clock follows the part; Escape gives the focus back."""
    guide.get_by_role("button", name="Start the clock").click()
    present = guide.get_by_role("button", name="Present step by step")
    present.focus()
    guide.keyboard.press("Enter")
    view = guide.get_by_role("dialog", name="Presenter view")
    expect(view.get_by_role("heading")).to_have_text("Recall and brief")
    expect(view.locator(".cw-present__text")).to_contain_text("pairs write down the six names")
    guide.keyboard.press("PageDown")
    guide.keyboard.press("ArrowRight")
    expect(view.get_by_role("heading")).to_have_text("Diagnose the two cases")
    expect(guide.get_by_role("timer")).to_contain_text("Part 2 of 6")
    guide.keyboard.press("End")
    expect(view.locator(".cw-present__place")).to_have_text(re.compile(r"^(\d+) of \1$"))
    guide.keyboard.press("Home")
    expect(view.locator(".cw-present__place")).to_have_text(re.compile(r"^1 of \d+$"))
    guide.keyboard.press("Escape")
    expect(view).to_be_hidden()
    expect(present).to_be_focused()


def test_the_view_leads_to_the_closing_questions(guide: Page) -> None:
    """Its list has every part, then the questions to close with, then the prompts."""
    guide.get_by_role("button", name="Present step by step").click()
    view = guide.get_by_role("dialog")
    chapters = view.get_by_label("Go to:")
    expect(chapters.locator("option").last).to_have_text("To get people talking")
    names = chapters.locator("option").all_inner_texts()
    assert ["Commit", "To close", "To get people talking"] == names[-3:]
    chapters.select_option("To close")
    expect(view.locator(".cw-present__text")).to_contain_text("Which lever would you have named")


@pytest.mark.firefox
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 320])
def test_clock_and_view_have_no_violation(new_page: NewPage, scheme: str, width: int) -> None:
    """Running, and presenting; nothing scrolls sideways."""
    page = new_page(color_scheme=scheme, viewport={"width": width, "height": 800})
    page.goto(GUIDE)
    page.get_by_role("button", name="Start the clock").click()
    assert [] == violations(page)
    page.get_by_role("button", name="Present step by step").click()
    page.get_by_role("dialog").wait_for()
    assert [] == violations(page)
    assert not page.evaluate("document.documentElement.scrollWidth > innerWidth")


def test_without_a_script_the_agenda_is_a_list(new_page: NewPage) -> None:
    """No dead button; times from the start."""
    page = new_page(java_script_enabled=False)
    page.goto(GUIDE)
    expect(page.locator("cw-workshop button")).to_have_count(0)
    expect(page.locator(".cw-agenda__time").nth(1)).to_have_text("0:05")

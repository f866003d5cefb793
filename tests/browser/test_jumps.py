"""Jumps within a page leave what the learner has chosen and typed alone."""

import re

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.waiting import until

LESSON = "/modules/brewing/hot-water/"


def _watched(page: Page) -> list[str]:
    """Return a list that every page fetched from now on is added to."""
    fetched: list[str] = []
    page.on("request", lambda asked: fetched.append(asked.url) if asked.url[-1] == "/" else None)
    return fetched


@pytest.mark.firefox
def test_a_jump_keeps_what_was_chosen(page: Page, instant_url: str) -> None:
    """The first jump within a page, and the way back, fetch nothing and change nothing."""
    page.set_viewport_size({"width": 1280, "height": 400})
    page.goto(instant_url + LESSON)
    page.get_by_role("radio").first.check()
    fetched = _watched(page)
    last = page.locator(".md-sidebar--secondary .md-nav__link").last
    target = page.locator(f"[id='{(last.get_attribute('href') or '').partition('#')[2]}']")
    last.click()
    expect(page).to_have_url(re.compile("#"))
    expect(target).to_be_in_viewport()
    page.go_back()
    expect(page).to_have_url(re.compile(f"{LESSON}$"))
    expect(page.get_by_role("radio").first).to_be_checked()
    assert [] == fetched


@pytest.mark.firefox
def test_a_jump_on_a_page_that_came_later(page: Page, instant_url: str) -> None:
    """After instant navigation, a jump and the steps back lead to places and pages as ever."""
    page.set_viewport_size({"width": 1280, "height": 400})
    page.goto(f"{instant_url}/modules/brewing/")
    page.evaluate("window.same = true")
    page.locator(".cw-lessons a").first.click()
    expect(page).to_have_url(re.compile(f"{LESSON}$"))
    expect(page.get_by_role("radio").first).to_be_attached()
    fetched = _watched(page)
    last = page.locator(".md-sidebar--secondary .md-nav__link").last
    target = page.locator(f"[id='{(last.get_attribute('href') or '').partition('#')[2]}']")
    last.click()
    expect(target).to_be_in_viewport()
    page.go_back()
    expect(page.get_by_role("heading", level=1)).to_be_in_viewport()
    assert [] == fetched
    page.go_forward()
    expect(target).to_be_in_viewport()
    assert [] == fetched
    page.go_back()
    page.go_back()
    expect(page).to_have_url(re.compile("/modules/brewing/$"))
    expect(page.locator(".cw-lessons a").first).to_be_visible()
    assert page.evaluate("window.same")


@pytest.mark.firefox
def test_a_slow_page_opens_at_its_top(page: Page, instant_url: str) -> None:
    """However far the page before was scrolled when its link was followed, a moment before."""
    page.set_viewport_size({"width": 1280, "height": 400})
    held: list[Route] = []
    page.goto(f"{instant_url}/modules/brewing/")
    page.evaluate("window.same = true; window.notes = 0")
    # What Material writes down is counted, so that the page arrives after the note, not by luck.
    page.evaluate("""() => {
      const write = history.replaceState.bind(history);
      history.replaceState = (...note) => { window.notes += note[0]?.y > 0 ? 1 : 0; write(...note) }
    }""")
    page.route(f"{instant_url}{LESSON}", lambda route: held.append(route))
    page.evaluate("""() => {
      scrollTo(0, document.body.scrollHeight);
      addEventListener("scroll", () => document.querySelector(".cw-lessons a").click(),
        { once: true });
    }""")
    expect(page).to_have_url(re.compile(f"{LESSON}$"))
    until(page, "window.notes > 1")
    held[0].continue_()
    expect(page.get_by_role("radio").first).to_be_attached()
    expect(page.get_by_role("heading", level=1)).to_be_in_viewport()
    assert 0 == page.evaluate("scrollY")
    assert page.evaluate("window.same")

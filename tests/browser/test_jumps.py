"""Jumps within a page leave what the learner has chosen and typed alone."""

import re

import pytest
from playwright.sync_api import Page, expect

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

"""Paths as a person meets them: what comes next, how far they have come, and a day's times."""

from __future__ import annotations

from pathlib import Path

import pytest
from coursewright.building import build
from filelock import FileLock
from playwright.sync_api import Page, ViewportSize, expect

from tests.browser.axe import violations
from tests.browser.conftest import NewPage, Serve
from tests.courses import TWO_PATHS, write_course
from tests.examples import SITE

PHONE: ViewportSize = {"width": 320, "height": 640}
LAPTOP: ViewportSize = {"width": 1280, "height": 800}
HOME = "# Kitchen\n\n## Paths\n\n{{ paths() }}\n"


@pytest.fixture(scope="session")
def kitchen_url(serve: Serve, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of a site with two paths, built once for all workers."""
    base: Path = tmp_path_factory.getbasetemp() / "kitchen"
    with FileLock(f"{base}.lock"):
        if not (base / "site").exists():
            files = {**TWO_PATHS, "mkdocs.yml": SITE, "docs/index.md": HOME}
            build(write_course(base, files) / "mkdocs.yml", base / "site")
    return serve(base / "site")


def _finish(page: Page, url: str, lesson: str) -> None:
    page.goto(f"{url}/modules/{lesson}/")
    page.get_by_role("button", name="Mark as done").click()
    expect(page.get_by_role("button", name="Not done after all")).to_be_visible()


def test_a_path_leads_on(page: Page, kitchen_url: str) -> None:
    """From its first step to what is left of it, in its own order, then to its beginning."""
    page.goto(f"{kitchen_url}/paths/short/")
    page.get_by_role("link", name="Start this path").click()
    expect(page).to_have_url(f"{kitchen_url}/modules/pot/water/")
    _finish(page, kitchen_url, "pot/water")
    page.goto(f"{kitchen_url}/paths/short/")
    onward = page.get_by_role("link", name="Go on with: Water")
    expect(page.locator("[data-count]")).to_have_text("1 of 2 lessons done")
    expect(page.locator(".cw-path > li").first).to_contain_text("Done")
    assert str(onward.evaluate("link => link.href")).endswith("/modules/tea/water/")
    expect(page.locator(".cw-path > li").nth(1)).to_contain_text("Next")
    _finish(page, kitchen_url, "tea/water")
    page.goto(f"{kitchen_url}/")
    expect(page.locator(".cw-card", has_text="Short")).to_contain_text("2 of 2 lessons done")
    page.get_by_role("link", name="Short").click()
    again = page.get_by_role("link", name="Go through it again")
    assert str(again.evaluate("link => link.href")).endswith("/modules/pot/water/")


def test_next_is_what_comes_next_on_the_path(page: Page, kitchen_url: str) -> None:
    """Though in the course something else does."""
    _finish(page, kitchen_url, "tea/water")
    page.goto(f"{kitchen_url}/paths/short/")
    expect(page.locator(".cw-path > li").nth(1).locator(".cw-state")).to_have_text("Done")
    expect(page.locator(".cw-path > li").first.locator(".cw-state")).to_have_text("Next")
    page.goto(f"{kitchen_url}/modules/tea/")
    expect(page.locator("[data-lesson='tea/time']")).to_have_text("Next")


def test_a_path_says_what_it_takes_for_granted(page: Page, kitchen_url: str) -> None:
    """With a link to what is missing, beside the step."""
    page.goto(f"{kitchen_url}/paths/short/")
    step = page.locator(".cw-path > li").first
    expect(step).to_contain_text("Builds on what this path has not shown yet.")
    step.get_by_role("link", name="Making tea").click()
    expect(page).to_have_url(f"{kitchen_url}/modules/tea/")


def test_a_day_shows_its_times_and_no_progress(page: Page, kitchen_url: str) -> None:
    """Also when the learner has done some of it."""
    _finish(page, kitchen_url, "tea/water")
    page.goto(f"{kitchen_url}/trainers/paths/day/")
    times = page.locator(".cw-path time").all_inner_texts()
    assert ["09:30", "09:50", "09:55", "10:10"] == times
    expect(page.get_by_role("article")).to_contain_text("09:30 to 11:40")
    expect(page.locator(".cw-path .cw-state")).to_have_count(0)
    expect(page.get_by_role("link", name="Start this path")).to_have_count(0)


def test_a_path_without_script(new_page: NewPage, kitchen_url: str) -> None:
    """Steps, times and the way in are there; nothing is dead."""
    page = new_page(java_script_enabled=False)
    page.goto(f"{kitchen_url}/paths/short/")
    expect(page.locator(".cw-path > li")).to_have_count(3)
    page.get_by_role("link", name="Start this path").click()
    expect(page).to_have_url(f"{kitchen_url}/modules/pot/water/")


@pytest.mark.parametrize("size", [PHONE, LAPTOP], ids=["phone", "laptop"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_paths_are_accessible(
    new_page: NewPage, kitchen_url: str, scheme: str, size: ViewportSize
) -> None:
    """With progress and without; nothing is wider than the window."""
    page = new_page(color_scheme=scheme, viewport=size)
    for path in ("/paths/", "/paths/short/", "/trainers/paths/day/"):
        page.goto(f"{kitchen_url}{path}")
        assert [] == violations(page), path
        assert page.evaluate("document.documentElement.scrollWidth") <= size["width"]
    _finish(page, kitchen_url, "pot/water")
    page.goto(f"{kitchen_url}/paths/short/")
    expect(page.locator("[data-count]")).not_to_be_empty()
    assert [] == violations(page)

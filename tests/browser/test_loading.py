"""What a page loads by itself, and what only once somebody acts."""

from __future__ import annotations

import gzip
import time
from collections.abc import Callable
from urllib.request import urlopen

import pytest
from playwright.sync_api import Page, Route, expect

OURS = "/assets/coursewright/"
LESSON = "/modules/brewing/hot-water/"
PLAIN = "/modules/brewing/time/"
"""No table, no code: nothing of the theme to mend in what it says."""
FIRST = {"main.js", "words.js", "kinds/multiple.js"}


def _loaded(page: Page) -> Callable[[], set[str]]:
    """Return what tells the scripts of ours that the page has asked for since now."""
    asked: set[str] = set()
    page.on("request", lambda request: asked.add(request.url))

    def told() -> set[str]:
        page.wait_for_load_state("networkidle")
        return {url.partition(OURS)[2] for url in asked if OURS in url and url.endswith(".js")}

    return told


def test_a_first_visit_loads_little(page: Page, instant_url: str) -> None:
    """One kind of question, nothing done yet: at most 12 kB of script, with what is in the page."""
    told = _loaded(page)
    page.goto(instant_url + PLAIN)
    expect(page.get_by_role("button", name="Check answer")).to_be_visible()
    expect(page.get_by_role("button", name="Mark as done")).to_be_visible()
    assert FIRST == told()
    texts = [page.locator("head script:not([src])").first.text_content() or ""]
    for name in sorted(FIRST):
        with urlopen(f"{instant_url}{OURS}{name}") as answer:  # noqa: S310 - our own server
            texts.append(answer.read().decode())
    assert "localStorage" in texts[0]
    assert sum(len(gzip.compress(text.encode(), 9)) for text in texts) <= 12_000


def test_what_is_done_is_loaded_once_something_is(page: Page, instant_url: str) -> None:
    """The outline of the course comes with the first answer, and with every page after it."""
    page.goto(instant_url + LESSON)
    told = _loaded(page)
    page.locator("cw-question input").first.check()
    page.get_by_role("button", name="Check answer").click()
    expect(page.locator(".md-nav--primary .cw-nav-mark").first).to_be_attached()
    assert {"progress-shown.js", "course.js", "words-progress.js"} <= told()
    told = _loaded(page)
    page.goto(instant_url + LESSON)
    expect(page.locator(".cw-feedback__when")).to_be_visible()
    assert {"progress-shown.js", "course.js", "earlier.js"} <= told()


@pytest.mark.parametrize("page_path", ["/", LESSON])
def test_no_script_holds_a_page_up(page: Page, instant_url: str, page_path: str) -> None:
    """Every script that is a file waits until the page has been read."""
    page.goto(instant_url + page_path)
    waiting = "script[src]:is([defer], [async], [type=module])"
    assert page.locator(waiting).count() == page.locator("script[src]").count() > 1


_TAP = """([term, between]) => {
  const { left, top } = term.getBoundingClientRect();
  const place = { bubbles: true, cancelable: true, clientX: left + 2, clientY: top + 2 };
  term.dispatchEvent(new PointerEvent("pointerdown", { ...place, pointerType: "touch" }));
  setTimeout(() => term.dispatchEvent(new MouseEvent("click", place)), between);
}"""


def _late(route: Route) -> None:
    time.sleep(0.3)
    route.continue_()


@pytest.mark.parametrize("between", [0, 800], ids=["before it is there", "after it is there"])
def test_a_first_tap_shows_the_tip(page: Page, instant_url: str, between: int) -> None:
    """However soon its script comes after the finger, a term does not lead away."""
    page.route("**/tips.js", _late)
    page.goto(instant_url + LESSON)
    term = page.locator("article .cw-term").first
    page.evaluate(_TAP, [term.element_handle(), between])
    expect(page.locator(".cw-tip[data-open]")).to_be_visible()
    page.wait_for_timeout(between + 300)
    assert page.url.endswith(LESSON)
    term.click()
    page.wait_for_url("**/glossary/**")


def test_without_the_tips_a_term_is_a_link(page: Page, instant_url: str, faults: list[str]) -> None:
    """What cannot be loaded takes nothing away, and is no error of the page."""
    page.route("**/tips.js", lambda route: route.abort())
    page.goto(instant_url + LESSON)
    term = page.locator("article .cw-term").first
    with page.expect_event("requestfailed"):
        term.hover()
    term.click()
    page.wait_for_url("**/glossary/**")
    assert all(
        "tips.js" in fault and fault.startswith("console: Failed to load") for fault in faults
    )
    faults.clear()

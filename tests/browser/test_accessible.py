"""No page has an accessibility violation that axe-core can see."""

from __future__ import annotations

import pytest
from playwright.sync_api import ViewportSize

from tests.browser.addresses import addresses
from tests.browser.axe import violations
from tests.browser.conftest import BROWSER, NewPage

SCHEMES = ("light", "dark")
SEEN = {
    "chromium": [(1280, "light"), (320, "dark")],
    "firefox": [(1280, "dark"), (320, "light")],
    "webkit": [(1280, "light"), (320, "dark")],
}
"""In which widths and schemes a browser looks at all pages; between the first two, in all four."""
SHARES = 6
"""In how many tests the pages are looked at, so that each is short and workers share them."""
_WIDE = """() => {
  const scrolls = (node) => node && (/auto|scroll/.test(getComputedStyle(node).overflowX)
    || scrolls(node.parentElement));
  const wide = [...document.querySelectorAll("main article *")].filter((node) =>
    node.checkVisibility() && node.getBoundingClientRect().right > innerWidth + 1
    && !scrolls(node.parentElement) && !node.closest("svg"));
  const sideways = document.documentElement.scrollWidth > innerWidth ? ["the page"] : [];
  return [...sideways, ...wide.map((node) => node.outerHTML.slice(0, 200))];
}"""


def _pages(share: int) -> list[str]:
    """Return the addresses of a share of all pages."""
    return addresses()[share::SHARES]


@pytest.mark.firefox
@pytest.mark.parametrize("share", range(SHARES))
@pytest.mark.parametrize(("width", "scheme"), SEEN[BROWSER])
def test_no_page_has_a_violation(new_page: NewPage, scheme: str, width: int, share: int) -> None:
    """Every page passes axe-core in both browsers, both color schemes, wide and narrow.

    And none scrolls sideways, or cuts anything off: what is wider scrolls inside itself.
    """
    size: ViewportSize = {"width": width, "height": 800}
    page = new_page(color_scheme=scheme, viewport=size, reduced_motion="reduce")
    found: dict[str, list[str]] = {}
    for address in _pages(share):
        page.goto(address)
        found[address] = [*page.evaluate(_WIDE), *violations(page)]
    assert {} == {address: said for address, said in found.items() if said}


def test_every_page_is_looked_at() -> None:
    """The shares together are the whole site."""
    every = [address for share in range(SHARES) for address in _pages(share)]
    assert len(every) == len(set(every)) > 60
    assert {"/", "/evidence/", "/paths/cx-leader/", "/instruments/", "/404.html"} < set(every)


@pytest.mark.firefox
@pytest.mark.parametrize("scheme", SCHEMES)
def test_search_and_drawer_have_no_violation(new_page: NewPage, scheme: str) -> None:
    """The open search and, on a phone, the open drawer pass axe-core, too."""
    page = new_page(color_scheme=scheme, reduced_motion="reduce")
    page.goto("/")
    page.keyboard.press("/")
    page.keyboard.type("lever")
    page.locator(".md-search-result__item").first.wait_for()
    assert [] == violations(page)
    phone = new_page(color_scheme=scheme, viewport={"width": 390, "height": 800})
    phone.goto("/")
    phone.get_by_role("button", name="Navigation").click()
    phone.locator(".md-sidebar--primary").wait_for()
    assert [] == violations(phone)

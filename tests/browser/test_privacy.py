"""Nothing leaves the site, and nothing is kept but what the privacy page names."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, Request, expect

from tests.browser.addresses import addresses
from tests.browser.asked import ANSWERED
from tests.browser.conftest import NewPage

SHARES = 2
"""In how many tests the pages are opened."""
KEPT = re.compile(r"coursewright:[\w-]+:/.*|/(.*)\.__palette")
KEPT_FOR_THE_TAB = re.compile(r"coursewright-quiz:/.*|coursewright:workshop:.*")
DATABASE = re.compile(r"coursewright-(desk|compare):[\w-]+:/.*")
_DATABASES = "async () => (await indexedDB.databases()).map(({ name }) => name)"
_KEYS = "() => [Object.keys(localStorage), Object.keys(sessionStorage)]"


@pytest.fixture
def elsewhere(page: Page, site_url: str) -> list[str]:
    """Every address of another origin that this test's page asks for, also from a worker."""
    found: list[str] = []

    def note(request: Request) -> None:
        address = urlsplit(request.url)
        if f"{address.scheme}://{address.netloc}" != site_url and address.scheme != "blob":
            found.append(request.url)

    page.context.on("request", note)
    return found


def _kept(page: Page) -> None:
    """Check that there is no cookie, and no key that the privacy page does not tell of."""
    assert [] == page.context.cookies()
    assert "" == page.evaluate("document.cookie")
    local, session = page.evaluate(_KEYS)
    assert [] == [key for key in local if not KEPT.fullmatch(key)]
    assert [] == [key for key in session if not KEPT_FOR_THE_TAB.fullmatch(key)]
    databases = page.evaluate(_DATABASES)
    assert [] == [name for name in databases if not DATABASE.fullmatch(name)]


@pytest.mark.parametrize("share", range(SHARES))
def test_no_page_asks_anybody_else(page: Page, elsewhere: list[str], share: int) -> None:
    """Every page is opened, read to its end and unfolded, and every question answered."""
    for address in addresses()[share::SHARES]:
        page.goto(address)
        page.evaluate("document.querySelectorAll('details').forEach((it) => { it.open = true; })")
        page.evaluate("scrollTo(0, document.body.scrollHeight)")
        page.evaluate(ANSWERED)
        assert [] == elsewhere, address
    page.wait_for_load_state("networkidle")
    assert [] == elsewhere
    _kept(page)


def test_what_a_learner_does_stays_here(page: Page, elsewhere: list[str]) -> None:
    """Searching, switching colors, filling in an instrument, finishing a check, looking back."""
    page.goto("/")
    page.locator(".cw-palette label:visible").click()
    page.keyboard.press("/")
    page.keyboard.type("lever")
    page.locator(".md-search-result__item a").first.click()
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    _fill_in(page)
    _take_a_check(page)
    page.goto("/progress/")
    page.get_by_role("button", name="Export to a file").wait_for()
    page.wait_for_load_state("networkidle")
    assert [] == elsewhere
    _kept(page)
    local, _ = page.evaluate(_KEYS)
    assert any(":entry:" in key for key in local)
    assert any(":answer:" in key for key in local)


def _first(pattern: str) -> str:
    return next(address for address in addresses() if re.fullmatch(pattern, address))


def _fill_in(page: Page) -> None:
    page.goto(_first(r"/instruments/[^/]+/"))
    field = page.locator("[data-field] textarea").first
    field.fill("Nobody else reads this.")
    field.blur()


def _take_a_check(page: Page) -> None:
    page.goto(_first(r"/modules/[^/]+/check/"))
    page.locator("cw-question form button[type=submit]").first.wait_for(state="attached")
    page.evaluate(ANSWERED)


def test_a_request_to_somebody_else_is_seen(
    page: Page, elsewhere: list[str], faults: list[str]
) -> None:
    """A document without a policy that asks somebody else is caught."""
    page.goto("/assets/coursewright/course.js")
    page.evaluate("fetch('http://a.example/x').catch(() => {})")
    page.wait_for_timeout(100)
    assert ["http://a.example/x"] == elsewhere
    faults.clear()


def test_what_is_erased_is_gone(new_page: NewPage) -> None:
    """As the privacy page says: afterwards, nothing of the course is kept in the browser."""
    page = new_page()
    _fill_in(page)
    _take_a_check(page)
    page.goto("/progress/")
    page.get_by_role("button", name="Erase").first.click()
    page.get_by_role("button", name="Erase everything").click()
    expect(page.get_by_text("is erased from this browser")).to_be_visible()
    local, _ = page.evaluate(_KEYS)
    assert [] == [key for key in local if key.startswith("coursewright:")]


def test_the_privacy_page_names_every_place(root: Path) -> None:
    """A key that is added must be told of."""
    told = (root / "docs/privacy.md").read_text(encoding="utf-8")
    places = ("coursewright:", ".__palette", "session", "database")
    assert [] == [word for word in places if word not in told]

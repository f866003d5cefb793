"""Everything works under the policy, which forbids what the site did not write.

Every test in this folder fails when the policy forbids something; these look at what is at risk.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import BROWSER, NewPage
from tests.browser.server import serving
from tests.headers import recommended

INJECTED = """(tag) => {
  const node = document.createElement(tag);
  node.textContent = tag === "script" ? "window.ran = true" : "body { opacity: 0.5 }";
  document.body.append(node);
}"""
FOREIGN = """() => new Promise((done) => {
  const picture = document.createElement("img");
  picture.onload = picture.onerror = ({ type }) => done(type);
  picture.src = "https://a.example/x.png";
})"""


def _forbidden(faults: list[str], directive: str) -> bool:
    """Tell whether the policy was said to forbid something, and take it off the list."""
    found = [fault for fault in faults if fault.startswith(f"console: policy: {directive}")]
    faults.clear()
    return bool(found)


@pytest.mark.firefox
def test_an_inline_script_that_the_site_did_not_write_never_runs(
    page: Page, faults: list[str]
) -> None:
    """Whatever got it into the page; and the tests hear of it."""
    page.goto("/")
    page.evaluate(INJECTED, "script")
    page.wait_for_timeout(100)
    assert page.evaluate("window.ran === undefined")
    assert _forbidden(faults, "script-src")


@pytest.mark.firefox
def test_foreign_styles_and_pictures_are_refused(page: Page, faults: list[str]) -> None:
    """Nothing that is put into a page restyles it, or tells another host that it was read."""
    page.goto("/")
    page.evaluate(INJECTED, "style")
    page.wait_for_timeout(100)
    assert "1" == page.evaluate("getComputedStyle(document.body).opacity")
    assert _forbidden(faults, "style-src")
    assert "error" == page.evaluate(FOREIGN)
    page.wait_for_timeout(100)
    assert _forbidden(faults, "img-src")


@pytest.mark.firefox
def test_search_works(page: Page, instant_url: str) -> None:
    """Whose index a worker reads."""
    page.goto(f"{instant_url}/")
    page.keyboard.press("/")
    page.keyboard.type("kettle")
    expect(page.locator(".md-search-result__item").first).to_be_visible()


@pytest.mark.firefox
def test_the_color_scheme_can_be_switched(page: Page) -> None:
    """And stays on the next page, where an inline script sets it before anything is drawn."""
    page.goto("/")
    scheme = page.locator("body").get_attribute("data-md-color-scheme")
    for _ in range(2):
        page.locator(".cw-palette label:visible").click()
    changed = page.locator("body").get_attribute("data-md-color-scheme")
    assert {"default", "slate"} == {scheme, changed}
    page.goto("/glossary/")
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", str(changed))


@pytest.mark.firefox
def test_code_can_be_copied(page: Page, instant_url: str) -> None:
    """The button says that it did, and the clipboard holds the code."""
    if BROWSER == "chromium":
        page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(f"{instant_url}/code/")
    page.locator("pre").hover()
    page.get_by_role("button", name="Copy").click()
    expect(page.locator(".md-dialog")).to_contain_text("Copied")
    if BROWSER == "chromium":
        assert "kettle: on" == page.evaluate("navigator.clipboard.readText()").strip()


@pytest.mark.firefox
def test_instant_navigation_keeps_the_policy(page: Page, instant_url: str) -> None:
    """From the depth of one page to those of others, whose inline scripts are not the same."""
    page.goto(f"{instant_url}/")
    page.evaluate("window.same = true")
    page.locator("article a[href$='modules/brewing/']").first.click()
    expect(page).to_have_url(re.compile("/modules/brewing/$"))
    page.locator(".cw-lessons a").first.click()
    expect(page.get_by_role("radio").first).to_be_attached()
    page.get_by_role("radio").first.check()
    page.get_by_role("button", name="Check answer").first.click()
    expect(page.locator(".cw-question [role=status]").first).to_contain_text("t")
    assert page.evaluate("window.same")
    assert 1 == page.locator("meta[http-equiv='Content-Security-Policy']").count()


@pytest.mark.firefox
def test_the_page_for_a_missing_page_works(page: Page, faults: list[str]) -> None:
    """It stands at any address, with the same policy as every page."""
    page.goto("/modules/none/at/all/")
    expect(page).to_have_title(re.compile("^Page not found - "))
    page.locator(".cw-palette label:visible").click()
    page.get_by_role("link", name="About", exact=True).first.click()
    expect(page).to_have_url(re.compile(r"//[^/]+/about/$"))
    page.goto("/modules/none/at/all/")
    page.get_by_role("link", name="start page").click()
    expect(page).to_have_url(re.compile(r"//[^/]+/$"))
    assert [] == [fault for fault in faults if "404" not in fault]
    faults.clear()


@pytest.mark.firefox
def test_all_works_with_the_headers_for_hosts(new_page: NewPage, site: Path) -> None:
    """Which the page for hosts recommends."""
    with serving(site, recommended()) as host:
        page = new_page(base_url=host)
        page.goto("/")
        page.keyboard.press("/")
        page.keyboard.type("lever")
        page.locator(".md-search-result__item a").first.click()
        expect(page.get_by_role("heading", level=1)).to_be_visible()
        page.close()  # Its questions may still be loading, and the host goes away now.


@pytest.mark.parametrize(("headers", "shown"), [({}, 1), (recommended(), 0)])
def test_headers_keep_other_sites_from_framing_the_course(
    page: Page, faults: list[str], site: Path, tmp_path: Path, headers: dict[str, str], shown: int
) -> None:
    """Without them, a page of another host can show it in a frame."""
    with serving(site, headers) as host, serving(tmp_path) as other:
        framing = f'<!doctype html><link rel="icon" href="data:,"><iframe src="{host}/"></iframe>'
        (tmp_path / "index.html").write_text(framing, encoding="utf-8")
        page.goto(f"{other}/", wait_until="load")
        assert shown == page.frames[1].locator("article h1").count()
        assert shown == (not faults)
        page.close()
    faults.clear()

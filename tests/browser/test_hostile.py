"""Nothing that comes from a course, an address, a file or the storage runs in the browser."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from coursewright.building import build
from playwright.sync_api import FilePayload, Page, expect

from tests.browser.conftest import NewPage, Serve
from tests.browser.waiting import until
from tests.hostile_course import hostile_course
from tests.views.payloads import PAYLOADS

WATCH = """
window.ran = [];
window.alert = (said) => window.ran.push(String(said));
"""
LESSON = "/modules/brewing/hot-water/"
EVERYTHING = " ".join(PAYLOADS.values())
CHUNKS = [" ".join(chunk) for chunk in zip(*[iter(PAYLOADS.values())] * 6, strict=False)]
CHUNKS.append(" ".join([*PAYLOADS.values()][-6:]))
"""All payloads, six at a time: opening a page for each would take minutes."""
KEPT = """() => Object.entries(localStorage)
    .filter(([key]) => key.includes(":answer:") || key.includes(":lesson:"))"""
IMAGE = "<img src=x onerror=alert(1)>"


@pytest.fixture(scope="module")
def hostile_url(serve: Serve, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of a site whose every text means harm."""
    config, _ = hostile_course(tmp_path_factory.mktemp("hostile") / "course")
    return serve(build(config))


@pytest.fixture
def page(new_page: NewPage) -> Page:
    """A page on which the site's policy stops nothing, so that what runs is seen to run."""
    return new_page(bypass_csp=True)


def _watched(page: Page) -> Page:
    page.add_init_script(WATCH)
    return page


def _ran(page: Page) -> list[str]:
    found: list[str] = page.evaluate("window.ran")
    return found


def test_the_watch_sees(page: Page, site_url: str, faults: list[str]) -> None:
    """What runs is noticed."""
    _watched(page).goto(site_url)
    page.evaluate(f"document.body.insertAdjacentHTML('beforeend', '{IMAGE}')")
    until(page, "window.ran.length === 1")
    faults.clear()


def test_no_text_of_a_course_runs(page: Page, hostile_url: str, faults: list[str]) -> None:
    """On every page, through instant navigation, in search and in a graded question."""
    _watched(page).goto(hostile_url)
    found = page.locator(".md-nav--primary a[href]").evaluate_all("all => all.map((a) => a.href)")
    links = {link.partition("#")[0] for link in found if link.startswith(hostile_url)}
    assert len(links) > 8
    for link in sorted(links):
        page.goto(link)
        expect(page.locator(".md-content h1").first).to_be_visible()
        assert [] == _ran(page), link
    page.goto(hostile_url + LESSON)
    page.get_by_role("radio").first.check()
    page.get_by_role("button", name="Check answer").first.click()
    expect(page.get_by_role("status").filter(has_text="R").first).to_be_visible()
    page.goto(hostile_url)
    page.keyboard.press("/")
    page.keyboard.type("raw")
    expect(page.locator(".md-search-result__item").first).to_be_visible()
    page.locator(".md-search-result__link").first.click()
    expect(page.locator(".md-content h1").first).to_be_visible()
    assert [] == _ran(page)
    # Markdown may show pictures; that of the payloads is nowhere.
    assert [] == [fault for fault in faults if not fault.endswith("/x)")]
    faults.clear()


def test_no_address_runs(page: Page, instant_url: str) -> None:
    """Each payload as a query, as a search, as words to highlight and as a fragment."""
    assert len(PAYLOADS) >= 50
    _watched(page)
    for chunk in CHUNKS:
        text = quote(chunk, safe="")
        page.goto(f"{instant_url}{LESSON}?h={text}&q={text}&{text}#{text}")
        assert [] == _ran(page), chunk
    for payload in PAYLOADS.values():
        page.evaluate("(text) => { location.hash = text; }", payload)
    assert [] == _ran(page)
    page.goto(f"{instant_url}/progress/?q={quote(EVERYTHING, safe='')[:4000]}")
    assert [] == _ran(page)


def _answered(page: Page, url: str) -> list[list[str]]:
    """Answer a question, mark the lesson, and return what the storage holds of it."""
    _watched(page).goto(url + LESSON)
    page.get_by_role("radio").first.check()
    page.get_by_role("button", name="Check answer").first.click()
    page.get_by_role("button", name="Mark as done").click()
    until(page, f"({KEPT})().length >= 2")
    found: list[list[str]] = page.evaluate(KEPT)
    return found


def _spoiled(value: Any, harm: str) -> Iterator[Any]:
    """Yield a value once for each text or key in it, with harm in its place."""
    yield harm
    match value:
        case dict():
            for key, inner in value.items():
                yield from ({**value, key: bad} for bad in _spoiled(inner, harm))
                yield {**value, harm: inner}
        case list():
            for index, inner in enumerate(value):
                bads = _spoiled(inner, harm)
                yield from ([*value[:index], bad, *value[index + 1 :]] for bad in bads)
        case _:
            return


def _all_spoiled(value: Any) -> list[Any]:
    """Return a value with all payloads at once in each place, and then a few in its answers."""
    few = [_replaced(value, chunk) for chunk in CHUNKS] if "response" in json.dumps(value) else []
    return [*_spoiled(value, EVERYTHING), *few]


def _replaced(value: Any, harm: str) -> Any:
    match value:
        case dict():
            return {
                key: harm if key == "response" else _replaced(it, harm) for key, it in value.items()
            }
        case list():
            return [_replaced(inner, harm) for inner in value]
        case _:
            return value


def test_nothing_stored_runs(page: Page, instant_url: str) -> None:
    """Each place of each record in turn, read by the lesson and by the page of progress."""
    count = 0
    for key, text in _answered(page, instant_url):
        for bad in _all_spoiled(json.loads(text)):
            put = "([key, text]) => localStorage.setItem(key, text)"
            page.evaluate(put, [key, json.dumps(bad)])
            page.goto(f"{instant_url}{LESSON if count % 4 else '/progress/'}")
            assert [] == _ran(page), bad
            count += 1
        page.evaluate("([key, text]) => localStorage.setItem(key, text)", [key, text])
    assert count > 30


def test_no_imported_file_runs(page: Page, instant_url: str) -> None:
    """Each place of an exported file in turn; what is said of the file is text."""
    _answered(page, instant_url)
    page.goto(f"{instant_url}/progress/")
    with page.expect_download() as download:
        page.get_by_role("button", name="Export to a file").click()
    file = json.loads(Path(download.value.path()).read_text(encoding="utf-8"))
    count = 0
    for bad in _spoiled(file, EVERYTHING):
        _import(page, json.dumps(bad))
        assert [] == _ran(page), bad
        count += 1
    assert count > 20
    page.goto(instant_url + LESSON)
    expect(page.get_by_role("radio").first).to_be_visible()
    assert [] == _ran(page)


def _import(page: Page, text: str) -> None:
    said = page.locator("[data-progress]").get_by_role("status")
    file: FilePayload = {"name": IMAGE, "mimeType": "application/json", "buffer": text.encode()}
    page.get_by_label("Import a file").set_input_files(files=[file])
    expect(said).not_to_be_empty()

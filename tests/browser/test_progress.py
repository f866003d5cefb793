"""What is done and what is next: marks, resume, the progress page, export, import and erase."""

from __future__ import annotations

import json
import re
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import FilePayload, Locator, Page, ViewportSize, expect

from tests.browser.axe import violations
from tests.browser.conftest import NewPage

MODULE = "/modules/obsession-versus-experience/"
FIRST = f"{MODULE}two-kinds-of-thing/"
TITLE = "Two kinds of thing"
PHONE: ViewportSize = {"width": 320, "height": 640}
LAPTOP: ViewportSize = {"width": 1280, "height": 800}
BLOCK = """Object.defineProperty(window, "localStorage", { get() {
  throw new DOMException("Access is denied for this document.", "SecurityError");
}, configurable: true });"""
SHIFTS = """window.shifts = 0;
new PerformanceObserver((list) => {
  for (const { value, hadRecentInput } of list.getEntries()) if (!hadRecentInput) shifts += value;
}).observe({ type: "layout-shift", buffered: true });"""


def _at(page: Page, path: str) -> Page:
    page.goto(path)
    return page


def _foot(page: Page) -> Locator:
    return page.locator("[data-foot]")


def _finish(page: Page) -> Page:
    """Mark the first lesson as done."""
    _at(page, FIRST)
    _foot(page).get_by_role("button", name="Mark as done").click()
    expect(_foot(page).get_by_role("status")).to_have_text("You marked this lesson as done.")
    return page


def _import(page: Page, text: str) -> None:
    file: FilePayload = {
        "name": "progress.json",
        "mimeType": "application/json",
        "buffer": text.encode(),
    }
    page.get_by_label("Import a file").set_input_files(files=[file])


def _said(page: Page) -> Locator:
    return page.locator("[data-progress]").get_by_role("status")


def _file(course: str, records: object) -> str:
    return json.dumps({
        "format": "coursewright-progress", "v": 1, "course": course, "at": "2026-01-01T00:00:00Z",
        "records": records,
    })  # fmt: skip


def test_a_lesson_is_done_when_the_learner_says_so(page: Page) -> None:
    """The button marks and takes back, and keeps the focus."""
    _finish(page)
    button = _foot(page).get_by_role("button")
    expect(button).to_be_focused()
    expect(button).to_have_text("Not done after all")
    button.press("Enter")
    expect(button).to_have_text("Mark as done")
    expect(button).to_be_focused()


def test_done_is_suggested_when_read_and_tried(page: Page) -> None:
    """The suggestion waits for the questions; nothing is marked by itself."""
    _at(page, FIRST)
    _foot(page).scroll_into_view_if_needed()
    status = _foot(page).get_by_role("status")
    expect(status).to_contain_text("questions tried.")
    refs = (_foot(page).get_attribute("data-questions") or "").split()
    good = {"v": 1, "tries": 1, "attempts": [{"n": 5, "at": 5, "response": "a", "result": "wrong"}]}
    other = page.context.new_page()
    _at(other, "/about/")
    for ref in refs:
        other.evaluate(
            "([key, value]) => localStorage.setItem(key, value)",
            [f"{_prefix(page)}answer:{ref}", json.dumps(good)],
        )
    expect(status).to_have_text(
        "You have read to the end and tried every question. Is this lesson done?"
    )
    expect(_foot(page).get_by_role("button")).to_have_text("Mark as done")


def _prefix(page: Page) -> str:
    """Return how the store's keys begin on this page."""
    page.wait_for_function(
        "Object.keys(localStorage).some((key) => key.startsWith('coursewright:'))"
    )
    key: str = page.evaluate(
        "Object.keys(localStorage).find((key) => key.startsWith('coursewright:'))"
    )
    return key.rpartition("/:")[0] + "/:"


def test_cards_lists_and_navigation_say_what_is_done_and_next(page: Page) -> None:
    """In words, wherever lessons and modules are named."""
    _finish(page)
    nav = page.locator(".md-nav--primary a", has_text=TITLE).first
    expect(nav.locator(".cw-nav-mark")).to_have_text("Done")
    _at(page, MODULE)
    expect(page.locator(".cw-lessons li", has_text=TITLE).locator(".cw-state")).to_have_text("Done")
    expect(page.locator(".cw-lessons .cw-state").nth(1)).to_have_text("Next")
    _at(page, "/")
    card = page.locator(".cw-card__progress").first
    expect(card).to_contain_text("lessons done")
    expect(card).to_contain_text("Next")


def _kept_place(page: Page) -> None:
    """Wait until the page that is open is kept as the place to come back to."""
    page.wait_for_function("""(path) => Object.entries(localStorage)
      .some(([key, value]) => key.endsWith("place:last") && value.includes(path))""",
        arg=urlsplit(page.url).path.lstrip("/"),
    )  # fmt: skip


@pytest.mark.firefox
def test_home_leads_back_to_where_one_left(page: Page) -> None:
    """The lesson left, and once it is done the next one; nothing on a first visit."""
    _at(page, "/")
    resume = page.locator("[data-resume]")
    expect(resume).to_be_empty()
    _at(page, FIRST)
    _kept_place(page)
    _at(page, "/")
    expect(resume).to_have_text(f"Resume where you left: {TITLE}")
    resume.get_by_role("link").click()
    expect(page).to_have_url(re.compile(f"{FIRST}$"))
    _finish(page)
    _at(page, "/")
    expect(resume).to_contain_text("Go on with:")
    expect(resume).not_to_contain_text(TITLE)


@pytest.mark.firefox
def test_two_tabs_and_instant_navigation_agree(page: Page, instant_url: str) -> None:
    """What one tab marks, the other shows at once, and so does the next page without a reload."""
    _at(page, f"{instant_url}/modules/brewing/")
    page.evaluate("window.same = true")
    other = _at(page.context.new_page(), f"{instant_url}/modules/brewing/hot-water/")
    _foot(other).get_by_role("button", name="Mark as done").click()
    expect(page.locator(".cw-lessons .cw-state").first).to_have_text("Done")
    page.locator(".cw-lessons a").first.click()
    expect(_foot(page).get_by_role("button")).to_have_text("Not done after all")
    expect(page.locator(".md-nav--primary .cw-nav-mark", has_text="Done").first).to_be_attached()
    assert page.evaluate("window.same")
    _foot(other).get_by_role("button").click()
    expect(_foot(page).get_by_role("button")).to_have_text("Mark as done")


def test_two_tabs_do_not_take_the_place_from_each_other(page: Page) -> None:
    """The page opened last is where one left, however many tabs are open."""
    _at(page, FIRST)
    _kept_place(page)
    other = _at(page.context.new_page(), f"{MODULE}check/")
    expect(other.locator(".md-nav--primary .cw-nav-mark").first).to_be_attached()
    writes = """() => new Promise((done) => {
        let heard = 0;
        addEventListener("storage", () => heard++);
        setTimeout(() => done(heard), 300);
    })"""
    assert 0 == page.evaluate(writes)
    assert 0 == other.evaluate(writes)


def test_export_and_import_bring_it_to_another_browser(new_page: NewPage, tmp_path: Path) -> None:
    """A file of one browser, merged in another, marks the lesson there; a second time is same."""
    page = _at(_finish(new_page()), "/progress/")
    with page.expect_download() as download:
        page.get_by_role("button", name="Export to a file").click()
    expect(_said(page)).to_contain_text("Exported to the file")
    download.value.save_as(tmp_path / "mine.json")
    second = _at(new_page(), "/progress/")
    expect(second.locator("[data-notes]")).to_contain_text("Nothing yet.")
    text = (tmp_path / "mine.json").read_text(encoding="utf-8")
    _import(second, text)
    expect(_said(second)).to_contain_text("added or brought up to date")
    expect(second.locator(".cw-tally .cw-state").first).to_have_text("Done")
    _import(second, text)
    expect(_said(second)).to_have_text("You already have everything in this file.")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("nope", "This file cannot be read."),
        ("{}", "This is not a file of progress."),
        (_file("other", {}), "This file belongs to another course."),
    ],
    ids=["not JSON", "no progress", "other course"],
)
def test_a_wrong_file_is_refused_in_words(page: Page, text: str, said: str) -> None:
    """It says what is wrong, and nothing changes."""
    _at(page, "/progress/")
    _import(page, text)
    expect(_said(page)).to_contain_text(said)
    expect(page.locator("[data-notes]")).to_contain_text("Nothing yet.")


def test_what_a_file_says_is_never_markup(page: Page) -> None:
    """Names and titles in a file are shown as text or not at all, and lead nowhere else."""
    attack = "<img src=x onerror=window.ran=1>"
    _at(page, "/progress/")
    course = page.locator('meta[name="coursewright"]').get_attribute("content") or ""
    place = {"v": 1, "n": 9, "at": 9, "path": "modules/x/", "title": attack}
    _import(page, _file(course, {"place:last": place, attack: 1}))
    expect(_said(page)).to_contain_text(attack)
    assert 0 == page.locator("[data-progress] img").count()
    _at(page, "/")
    expect(page.locator("[data-resume]")).not_to_contain_text("img")
    assert page.evaluate("window.ran === undefined")


def test_erase_asks_first_and_gives_the_focus_back(page: Page) -> None:
    """Keeping keeps; erasing erases here and says so."""
    _at(_finish(page), "/progress/")
    erase = page.get_by_role("button", name="Erase", exact=True)
    erase.click()
    dialog = page.get_by_role("dialog", name="Erase your progress?")
    dialog.get_by_role("button", name="Keep everything").click()
    expect(erase).to_be_focused()
    expect(page.locator(".cw-tally .cw-state").first).to_have_text("Done")
    erase.click()
    dialog.get_by_role("button", name="Erase everything").click()
    expect(erase).to_be_focused()
    expect(_said(page)).to_contain_text("is erased from this browser")
    expect(page.locator(".cw-tally .cw-state").first).not_to_have_text("Done")


def test_a_quiz_result_is_shown_with_its_date(page: Page) -> None:
    """The last score and, after several, the best one."""
    _at(page, "/progress/")
    course = page.locator('meta[name="coursewright"]').get_attribute("content") or ""
    at = 1767225600000
    rounds = [
        {"n": at + i, "at": at + i, "score": s, "results": {}} for i, s in enumerate([1, 0.5])
    ]
    quiz = {"v": 1, "tries": 2, "attempts": rounds}
    _import(page, _file(course, {"quiz:obsession-versus-experience": quiz}))
    said = page.locator("[data-quiz]").first
    expect(said).to_contain_text("Last check: 50% on")
    expect(said).to_contain_text("Best: 100%.")


def test_blocked_storage_is_said_and_all_still_works(page: Page, instant_url: str) -> None:
    """Until the page closes, marks are kept, also across instant navigation."""
    page.add_init_script(BLOCK)
    _at(page, f"{instant_url}/modules/brewing/hot-water/")
    _foot(page).get_by_role("button", name="Mark as done").click()
    expect(_foot(page)).to_contain_text("This browser does not keep what you do here.")
    page.locator(".md-content .cw-eyebrow a").first.click()
    expect(page.locator(".cw-lessons .cw-state").first).to_have_text("Done")
    _at(page, f"{instant_url}/progress/")
    expect(page.locator("[data-notes]")).to_contain_text("does not keep what you do here")


def test_without_a_script_nothing_is_dead(new_page: NewPage) -> None:
    """No button, no empty box; the progress page says why."""
    page = _at(new_page(java_script_enabled=False), "/progress/")
    expect(page.locator("article").get_by_role("button")).to_have_count(0)
    expect(page.locator("article noscript p")).to_be_visible()
    _at(page, FIRST)
    expect(_foot(page)).to_be_hidden()
    _at(page, "/")
    expect(page.locator("[data-resume]")).to_be_hidden()


@pytest.mark.firefox
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [LAPTOP, PHONE], ids=["laptop", "phone"])
def test_no_state_has_a_violation(new_page: NewPage, scheme: str, size: ViewportSize) -> None:
    """Empty, foot, done, home, module, full, after a refused file: axe-core finds nothing."""
    page = new_page(color_scheme=scheme, viewport=size, reduced_motion="reduce")
    found = {}
    _at(page, "/progress/")
    expect(page.locator("[data-notes]")).to_contain_text("Nothing yet.")
    found["empty"] = violations(page)
    _finish(page)
    found["foot"] = _from_top(page)
    for path, place in (("/", ".cw-card__progress"), (MODULE, ".cw-lessons .cw-state")):
        _at(page, path)
        expect(page.locator(place).first).not_to_be_empty()
        found[path] = _from_top(page)
    _at(page, "/progress/")
    expect(page.locator(".cw-tally .cw-state").first).to_have_text("Done")
    found["full"] = _from_top(page)
    _import(page, "nope")
    expect(_said(page)).not_to_be_empty()
    found["refused"] = _from_top(page)
    assert {} == {state: said for state, said in found.items() if said}


def _from_top(page: Page) -> list[str]:
    page.evaluate("scrollTo(0, 0)")
    return violations(page)


@pytest.mark.parametrize("size", [LAPTOP, PHONE], ids=["laptop", "phone"])
@pytest.mark.parametrize("path", ["/", FIRST, MODULE, "/progress/"])
def test_nothing_moves_when_the_marks_come(
    new_page: NewPage, size: ViewportSize, path: str
) -> None:
    """Room is kept for what is done and what is next, and no page scrolls sideways."""
    page = new_page(viewport=size)
    _finish(page)
    page.add_init_script(SHIFTS)
    _at(page, path)
    expect(
        page.locator("[data-state]:not([data-state='']), [data-resume] a").first
    ).to_be_attached()
    page.wait_for_timeout(200)
    assert page.evaluate("shifts") < 0.02
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")

"""Instruments as people fill them in: kept, rated by several, reported, saved and read again."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import FilePayload, Locator, Page, ViewportSize, expect

from tests.browser.axe import violations
from tests.browser.conftest import NewPage
from tests.views.payloads import PAYLOADS

RATE = "/instruments/six-lever-self-assessment/"
PLAN = "/instruments/ninety-day-plan/"
GRID = "/instruments/ownership-grid/"
EXAMPLE = "/authors/instruments/"
PHONE: ViewportSize = {"width": 320, "height": 640}
LAPTOP: ViewportSize = {"width": 1280, "height": 800}
BLOCK = """Object.defineProperty(window, "localStorage", { get() {
  throw new DOMException("Access is denied for this document.", "SecurityError");
}, configurable: true });"""


def _at(page: Page, path: str) -> Page:
    page.goto(path)
    expect(page.get_by_role("button", name="Erase this")).to_be_visible()
    return page


def _field(page: Page, ident: str) -> Locator:
    return page.locator(f'[data-field="{ident}"]')


def _rate(page: Page, ident: str, level: int, note: str = "") -> None:
    _field(page, ident).get_by_role("radio").nth(level - 1).check()
    if note:
        _field(page, ident).get_by_role("textbox").fill(note)


def _add(page: Page, name: str) -> None:
    page.get_by_role("button", name="Add a rater", exact=True).click()
    field = page.get_by_label("Name or initials")
    expect(field).to_be_focused()
    page.keyboard.type(name)
    page.keyboard.press("Tab")
    expect(page.get_by_label("Who is rating now?").locator(":checked")).to_have_text(name)


def _result(page: Page, section: str) -> Locator:
    return page.locator(f'tr[data-section="{section}"]')


def _show(page: Page) -> None:
    page.get_by_role("button", name="Show the result of all raters").click()
    expect(page.locator("[data-result]")).to_be_visible()


def _file(page: Page) -> Locator:
    return page.locator(".cw-sheet__file [data-said]")


def _saved(page: Page, button: str) -> tuple[str, str]:
    """Return the name and the text of the file that a button saves."""
    with page.expect_download() as download:
        page.get_by_role("button", name=button).click()
    path = Path(download.value.path())
    return download.value.suggested_filename, path.read_bytes().decode("utf-8")


def _import(page: Page, text: str) -> None:
    file: FilePayload = {
        "name": "data.json",
        "mimeType": "application/json",
        "buffer": text.encode(),
    }
    page.locator("input[type=file]").set_input_files(files=[file])


def test_every_kind_of_field_is_kept(page: Page) -> None:
    """What is typed, chosen and picked is there again after a reload."""
    _at(page, EXAMPLE)
    _rate(page, "washed-up", 2, "Seen on Monday")
    _field(page, "purpose").get_by_role("textbox").fill("Peace\nand quiet")
    _field(page, "shared").get_by_role("checkbox", name="Coffee").check()
    _field(page, "fund").get_by_role("radio", name="Yes").check()
    _field(page, "duties").get_by_label("Ada").first.select_option("Decides")
    _field(page, "bins").get_by_label("Odd weeks").fill("Monday")
    wishes = _field(page, "wishes")
    wishes.get_by_role("textbox").fill("A pan")
    wishes.get_by_role("button", name="Add a line").click()
    wishes.get_by_role("textbox").nth(1).fill("Salt")
    _field(page, "obstacles").get_by_label("If", exact=True).fill("it burns")
    _field(page, "obstacles").get_by_label("then I will").fill("open the window")
    _field(page, "start").locator("input").fill("2026-12-01")
    expect(_field(page, "look-back").locator("input")).to_have_value("2026-12-31")
    page.reload()
    expect(_field(page, "washed-up").get_by_role("radio").nth(1)).to_be_checked()
    expect(_field(page, "washed-up").get_by_role("textbox")).to_have_value("Seen on Monday")
    expect(_field(page, "purpose").get_by_role("textbox")).to_have_value("Peace\nand quiet")
    expect(_field(page, "shared").get_by_role("checkbox", name="Coffee")).to_be_checked()
    expect(_field(page, "fund").get_by_role("radio", name="Yes")).to_be_checked()
    expect(_field(page, "duties").get_by_label("Ada").first).to_have_value("decides")
    expect(_field(page, "bins").get_by_label("Odd weeks")).to_have_value("Monday")
    expect(wishes.get_by_role("textbox").nth(1)).to_have_value("Salt")
    expect(_field(page, "obstacles").get_by_label("then I will")).to_have_value("open the window")
    expect(_field(page, "look-back").locator("input")).to_have_value("2026-12-31")


def test_what_is_typed_survives_leaving_at_once(page: Page) -> None:
    """Even the last letter before the page closes."""
    _at(page, PLAN)
    _field(page, "owner").get_by_role("textbox").focus()
    page.keyboard.type("Ada")
    page.goto("/glossary/")
    _at(page, PLAN)
    expect(_field(page, "owner").get_by_role("textbox")).to_have_value("Ada")


def test_answers_can_be_taken_back(page: Page) -> None:
    """A rating is cleared, and a line is removed; the focus stays near."""
    _at(page, EXAMPLE)
    _rate(page, "washed-up", 3)
    _field(page, "washed-up").get_by_role("button", name="Clear this rating").click()
    expect(_field(page, "washed-up").get_by_role("radio").first).to_be_focused()
    wishes = _field(page, "wishes")
    wishes.get_by_role("textbox").fill("A pan")
    for at in (1, 2, 3):
        wishes.get_by_role("button", name="Add a line").click()
        wishes.get_by_role("textbox").nth(at).fill(f"Line {at}")
    expect(wishes.get_by_role("button", name="Add a line")).to_be_hidden()
    wishes.get_by_role("button", name="Remove 2").click()
    expect(wishes.get_by_role("textbox").nth(1)).to_be_focused()
    page.reload()
    expect(wishes.get_by_role("textbox")).to_have_count(3)
    expect(wishes.get_by_role("textbox").nth(1)).to_have_value("Line 2")
    expect(page.get_by_role("radio", checked=True)).to_have_count(0)


def test_a_row_without_a_decider_is_marked(page: Page) -> None:
    """None or two are pointed out, in words; an empty row is not."""
    _at(page, GRID)
    rows = _field(page, "grid").get_by_role("group")
    flag = rows.nth(0).locator(".cw-flag")
    expect(flag).to_be_empty()
    rows.nth(0).get_by_label("CX lead").select_option("Contributes")
    expect(flag).to_have_text("Nobody has “Decides” here.")
    rows.nth(0).get_by_label("CMO").select_option("Decides")
    expect(flag).to_be_empty()
    rows.nth(0).get_by_label("CX lead").select_option("Decides")
    expect(flag).to_have_text("“Decides” stands here 2 times. One is enough.")
    expect(rows.nth(1).locator(".cw-flag")).to_be_empty()


def test_two_raters_and_their_result(page: Page) -> None:
    """Each rates without seeing the other; then median, range, gap and unproved ratings."""
    _at(page, RATE)
    _rate(page, "outcome-decider", 1, "Minutes of March")
    _rate(page, "journey-management", 2, "The map")
    _show(page)
    expect(_result(page, "structure")).to_contain_text("Needs a second rater")
    _add(page, "Ana")
    expect(page.locator("[data-result]")).to_be_hidden()
    expect(page.get_by_role("radio", checked=True)).to_have_count(0)
    _rate(page, "outcome-decider", 4)
    expect(_field(page, "outcome-decider")).to_contain_text("No evidence noted: take the lower")
    expect(page.locator("[data-count]")).to_have_text("1 of 18 rated")
    _show(page)
    row = _result(page, "structure")
    expect(row.locator("td")).to_have_text(["2", "1–4", re.compile("^3: Every outcome")])
    expect(page.locator(".cw-chart")).to_be_visible()
    expect(page.locator("[data-bare] li")).to_have_count(1)
    expect(page.locator("[data-bare] li")).to_contain_text("(Ana)")
    expect(page.locator(".cw-result [data-said]")).to_have_text("Ratings of: You, Ana.")
    page.get_by_label("Who is rating now?").select_option("You")
    expect(_field(page, "outcome-decider").get_by_role("radio").first).to_be_checked()


def test_a_rater_is_removed_only_when_told_so(page: Page) -> None:
    """It asks first; what the others rated stays."""
    _at(page, RATE)
    _rate(page, "hiring", 2)
    _add(page, "Ana")
    _rate(page, "hiring", 5)
    remove = page.get_by_role("button", name="Remove this rater")
    remove.click()
    dialog = page.get_by_role("dialog", name="Remove this rater?")
    expect(dialog).to_contain_text("Remove Ana and every rating of theirs")
    dialog.get_by_role("button", name="Keep everything").click()
    expect(_field(page, "hiring").get_by_role("radio").nth(4)).to_be_checked()
    remove.click()
    dialog.get_by_role("button", name="Remove", exact=True).click()
    expect(page.get_by_label("Who is rating now?").locator("option")).to_have_count(1)
    expect(_field(page, "hiring").get_by_role("radio").nth(1)).to_be_checked()
    expect(remove).to_be_hidden()


def test_two_tabs_agree(page: Page) -> None:
    """What one tab keeps, the other shows; neither writes over the other."""
    _at(page, PLAN)
    other = _at(page.context.new_page(), PLAN)
    _field(other, "owner").get_by_role("textbox").fill("Ada")
    expect(_field(page, "owner").get_by_role("textbox")).to_have_value("Ada")
    _field(page, "measure").get_by_role("textbox").fill("Calls")
    expect(_field(other, "measure").get_by_role("textbox")).to_have_value("Calls")
    expect(_field(other, "owner").get_by_role("textbox")).to_have_value("Ada")


def test_a_data_file_adds_a_rater(new_page: NewPage) -> None:
    """A colleague's file, and again the same; their names come with it."""
    page = _at(new_page(), RATE)
    page.get_by_label("Name or initials").fill("Ana")
    _rate(page, "hiring", 4, "The interview guide")
    name, text = _saved(page, "Save a data file")
    assert re.fullmatch(r"six-lever-self-assessment-\d{4}-\d\d-\d\d\.json", name)
    second = _at(new_page(), RATE)
    _rate(second, "hiring", 1, "Job ads")
    _import(second, text)
    expect(_file(second)).to_contain_text("From the file: Ana.")
    expect(_file(second)).to_contain_text("1 answer was added")
    _show(second)
    expect(_result(second, "talent").locator("td").nth(2)).to_contain_text("3: We hire")
    _import(second, text)
    expect(_file(second)).to_have_text("You already have everything in this file.")
    second.get_by_label("Who is rating now?").select_option("Ana")
    expect(_field(second, "hiring").get_by_role("radio").nth(3)).to_be_checked()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("nope", "This file cannot be read."),
        ("{}", "This is not a data file of this page."),
        ('{"format": "coursewright-instrument", "v": 9}', "A newer version"),
        ('{"format": "coursewright-instrument", "v": 1, "course": "x"}', "another instrument"),
    ],
    ids=["not JSON", "no data", "later", "other"],
)
def test_a_wrong_file_is_refused_in_words(page: Page, text: str, said: str) -> None:
    """It says what is wrong, and nothing changes."""
    _at(page, RATE)
    _import(page, text)
    expect(_file(page)).to_contain_text(said)
    expect(page.get_by_label("Who is rating now?").locator("option")).to_have_count(1)


def test_files_say_what_was_filled_in(page: Page) -> None:
    """Markdown, a table without formulas, and a calendar with stable events."""
    _at(page, PLAN)
    _field(page, "owner").get_by_role("textbox").fill("=1+1")
    page.get_by_role("button", name="Save the dates for a calendar").click()
    expect(_file(page)).to_have_text("Fill in a date first.")
    _field(page, "start").locator("input").fill("2026-12-01")
    name, text = _saved(page, "Save as Markdown")
    assert name.endswith(".md")
    assert "**Who owns the plan?**\n\n> \\=1+1" in text
    _, text = _saved(page, "Save as a table (CSV)")
    assert '"\'=1+1"' in text
    name, text = _saved(page, "Save the dates for a calendar")
    assert name.endswith(".ics")
    assert 4 == text.count("BEGIN:VEVENT\r\n")
    assert "DTSTART;VALUE=DATE:20261231\r\n" in text
    assert text.splitlines() == [line for line in text.split("\r\n") if line]
    assert max(len(line.encode()) for line in text.split("\r\n")) <= 75
    expect(_file(page)).to_contain_text("Saved:")


def test_erase_asks_first(page: Page) -> None:
    """Keeping keeps; erasing erases what this instrument holds, and says so."""
    _at(page, PLAN)
    _field(page, "owner").get_by_role("textbox").fill("Ada")
    erase = page.get_by_role("button", name="Erase this")
    erase.click()
    dialog = page.get_by_role("dialog", name="Erase what is filled in here?")
    dialog.get_by_role("button", name="Keep everything").click()
    expect(erase).to_be_focused()
    expect(_field(page, "owner").get_by_role("textbox")).to_have_value("Ada")
    erase.click()
    dialog.get_by_role("button", name="Erase everything here").click()
    expect(_field(page, "owner").get_by_role("textbox")).to_have_value("")
    expect(_file(page)).to_contain_text("is erased from this browser")
    page.reload()
    expect(_field(page, "owner").get_by_role("textbox")).to_have_value("")


def test_it_can_be_filled_in_by_keyboard(page: Page) -> None:
    """From the rater's name through levels, notes and the result, without a mouse."""
    _at(page, RATE)
    page.get_by_label("Name or initials").focus()
    for key in ("Tab", "Tab", "Space"):
        page.keyboard.press(key)
    expect(_field(page, "outcome-decider").get_by_role("radio").first).to_be_checked()
    for key in ("ArrowDown", "ArrowDown", "Tab"):
        page.keyboard.press(key)
    page.keyboard.type("The org chart")
    expect(_field(page, "outcome-decider").get_by_role("radio").nth(2)).to_be_checked()
    expect(_field(page, "outcome-decider").get_by_role("textbox")).to_have_value("The org chart")
    button = page.get_by_role("button", name="Show the result of all raters")
    button.focus()
    page.keyboard.press("Enter")
    expect(_result(page, "structure").locator("td").first).to_have_text("3")
    expect(page.get_by_role("button", name="Hide the result")).to_be_focused()


def test_blocked_storage_is_said_and_all_still_works(page: Page) -> None:
    """Until the page closes."""
    page.add_init_script(BLOCK)
    _at(page, RATE)
    _rate(page, "hiring", 3, "A guide")
    expect(page.locator("[data-notice]")).to_contain_text("does not keep what you do here")
    _add(page, "Ana")
    _rate(page, "hiring", 5, "A guide")
    _show(page)
    expect(_result(page, "talent").locator("td").first).to_have_text("4")


@pytest.mark.parametrize("path", [RATE, PLAN, GRID, EXAMPLE])
def test_without_a_script_it_is_a_worksheet(new_page: NewPage, path: str) -> None:
    """Nothing to press or to type in; statements, levels and lines to write on."""
    page = new_page(java_script_enabled=False, viewport=PHONE)
    page.goto(path)
    content = page.locator(".cw-sheet, cw-instrument")
    expect(content.locator("input, select, textarea, button")).to_have_count(0)
    expect(page.locator("cw-instrument noscript p")).to_be_visible()
    expect(page.locator(".cw-paper").first).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_no_payload_runs(page: Page) -> None:
    """Typed, stored, imported, in names: text stays text."""
    page.add_init_script("window.ran = []; window.alert = (said) => window.ran.push(String(said));")
    _at(page, RATE)
    _add(page, PAYLOADS["image error"])
    for payload in PAYLOADS.values():
        _field(page, "hiring").get_by_role("textbox").fill(payload)
    _rate(page, "hiring", 3, " ")
    _show(page)
    expect(page.locator("[data-bare]")).to_contain_text("<img src=x")
    _, text = _saved(page, "Save a data file")
    data = json.loads(text)
    everything = list(PAYLOADS.values())
    data["title"] = everything[0]
    data["raters"] = [
        {"id": f"r-{at}", "name": payload[:80], "entries": data["raters"][1]["entries"]}
        for at, payload in enumerate(everything[:50])
    ]
    _import(page, json.dumps(data))
    expect(_file(page)).to_contain_text("From the file:")
    _show(page)
    page.reload()
    _at(page, RATE)
    assert 0 == page.locator("article img, article iframe").count()
    assert [] == page.evaluate("window.ran")


@pytest.mark.parametrize("stored", ["", "null", "{", '{"v":1,"n":1,"at":1,"value":{"level":[]}}'])
def test_a_damaged_store_leaves_an_empty_instrument(page: Page, stored: str) -> None:
    """Whatever stands there."""
    _at(page, RATE)
    _rate(page, "hiring", 3, "A guide")
    page.get_by_label("Name or initials").focus()
    page.evaluate(
        """(stored) => { for (const key of Object.keys(localStorage))
            if (/entry/.test(key)) localStorage.setItem(key, stored); }""",
        stored,
    )
    page.reload()
    _at(page, RATE)
    expect(page.get_by_role("radio", checked=True)).to_have_count(0)
    _rate(page, "hiring", 2)
    _show(page)
    expect(_result(page, "talent").locator("td").first).to_have_text("2")


def test_on_paper_stands_what_was_filled_in(page: Page) -> None:
    """Without buttons; long texts are not cut."""
    _at(page, PLAN)
    area = _field(page, "purpose").get_by_role("textbox")
    area.fill("\n".join(f"Line {at}" for at in range(12)))
    page.emulate_media(media="print")
    expect(page.locator(".cw-sheet__file")).to_be_hidden()
    expect(_field(page, "if-then-plans").get_by_role("button").first).to_be_hidden()
    assert area.evaluate("(it) => it.scrollHeight <= it.clientHeight + 2")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [LAPTOP, PHONE], ids=["laptop", "phone"])
def test_no_state_has_a_violation(new_page: NewPage, scheme: str, size: ViewportSize) -> None:
    """Empty, filled in, with a result, after a refused file: axe-core finds nothing."""
    page = new_page(color_scheme=scheme, viewport=size, reduced_motion="reduce")
    found: dict[str, list[str]] = {}
    for path in (RATE, PLAN, GRID, EXAMPLE):
        _at(page, path)
        found[f"{path} empty"] = _from_top(page)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), path
    _rate(page, "washed-up", 2)
    _field(page, "duties").get_by_label("Ada").first.select_option("Helps")
    _field(page, "wishes").get_by_role("button", name="Add a line").click()
    _add(page, "Ana")
    _rate(page, "washed-up", 3)
    _show(page)
    _import(page, "nope")
    expect(_file(page)).not_to_be_empty()
    found["filled in"] = _from_top(page)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.get_by_role("button", name="Erase this").click()
    found["dialog"] = violations(page)
    assert {} == {state: said for state, said in found.items() if said}


def _from_top(page: Page) -> list[str]:
    page.evaluate("scrollTo(0, 0)")
    return violations(page)


def test_a_name_is_kept_as_it_stands(page: Page) -> None:
    """Also when the page is left before the field is."""
    _at(page, RATE)
    page.get_by_label("Name or initials").focus()
    page.keyboard.type("Ada")
    page.goto("/glossary/")
    _at(page, RATE)
    expect(page.get_by_label("Name or initials")).to_have_value("Ada")
    expect(page.get_by_label("Who is rating now?").locator(":checked")).to_have_text("Ada")


def test_what_was_worded_anew_says_so(page: Page) -> None:
    """The answer stays, with a remark beside it."""
    _at(page, PLAN)
    _field(page, "owner").get_by_role("textbox").fill("Ada")
    _field(page, "measure").get_by_role("textbox").fill("Calls")
    _field(page, "owner").get_by_role("textbox").focus()
    page.evaluate(
        """() => { const key = Object.keys(localStorage).find((it) => it.includes("/owner/"));
            const kept = { ...JSON.parse(localStorage.getItem(key)), asked: "0" };
            localStorage.setItem(key, JSON.stringify(kept)); }"""
    )
    page.reload()
    _at(page, PLAN)
    expect(_field(page, "owner").get_by_text("This has been worded anew")).to_be_visible()
    expect(_field(page, "owner").get_by_role("textbox")).to_have_value("Ada")
    expect(_field(page, "measure").get_by_text("This has been worded anew")).to_be_hidden()


def test_it_works_when_pages_change_without_a_reload(page: Page, instant_url: str) -> None:
    """Coming, leaving in the middle of a word, and coming back."""
    page.goto(f"{instant_url}/modules/brewing/")
    page.evaluate("window.same = true")
    page.locator("article a", has_text="How is your tea?").click()
    _rate(page, "finished", 2)
    _field(page, "change").get_by_role("textbox").focus()
    page.keyboard.type("Hotter")
    page.locator("article a", has_text="the water").click()
    expect(page).to_have_url(re.compile("/hot-water/$"))
    page.go_back()
    expect(_field(page, "change").get_by_role("textbox")).to_have_value("Hotter")
    expect(_field(page, "finished").get_by_role("radio").nth(1)).to_be_checked()
    _show(page)
    expect(_result(page, "taste").locator("td").first).to_have_text("2")
    assert page.evaluate("window.same")

"""What a trainer does with what learners handed in: the gradebook and the comparison of raters."""

from __future__ import annotations

import io
import json
import re
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from playwright.sync_api import FilePayload, Locator, Page, ViewportSize, expect

from tests.browser.axe import violations
from tests.browser.conftest import NewPage
from tests.handins import Desk, Handin, handins, known_to_trainers
from tests.views.payloads import PAYLOADS

GRADEBOOK = "/trainers/gradebook/"
COMPARE = "/trainers/comparison/"
VIEWS = ("learners", "objectives", "due", "items", "handins")
PHONE: ViewportSize = {"width": 320, "height": 640}
LAPTOP: ViewportSize = {"width": 1280, "height": 800}
BLOCK = """
Object.defineProperty(window, "indexedDB", { get() {
  throw new DOMException("Access is denied for this document.", "SecurityError");
}, configurable: true });"""
SETTLED = """async () => {
  scrollTo(0, 0);
  await new Promise((next) => requestAnimationFrame(() => requestAnimationFrame(next)));
  await Promise.all(document.getAnimations().map((it) => it.finished.catch(() => null)));
}"""
"""Looks from the top of the page, once its head has faded in."""
RAN = "window.ran = []; window.alert = (said) => window.ran.push(String(said));"
DROP = """([name, text]) => {
  const data = new DataTransfer();
  data.items.add(new File([text], name, { type: "application/json" }));
  const zone = document.querySelector("[data-drop]");
  const how = { dataTransfer: data, bubbles: true, cancelable: true };
  for (const type of ["dragenter", "dragover", "drop"])
    zone.dispatchEvent(new DragEvent(type, how));
}"""


@pytest.fixture(scope="session")
def desk(site: Path) -> Desk:
    """What the site tells its trainers of the course."""
    return known_to_trainers(site)


def _file(name: str, content: Any) -> FilePayload:
    text = content if isinstance(content, bytes) else json.dumps(content).encode()
    return {"name": name, "mimeType": "application/json", "buffer": text}


def _files(given: list[Handin]) -> list[FilePayload]:
    return [_file(f"{number}-result.json", one) for number, one in enumerate(given, 1)]


def _opened(page: Page, path: str = GRADEBOOK) -> Page:
    page.goto(path)
    expect(page.locator("[data-drop]")).to_be_visible()
    return page


def _add(page: Page, files: list[FilePayload]) -> None:
    page.locator("[data-drop] input[type=file]").set_input_files(files)
    expect(_said(page)).to_contain_text("added")


def _said(page: Page) -> Locator:
    return page.locator("[data-said]")


def _view(page: Page, name: str) -> Locator:
    page.locator(f"[data-view={name}]").click()
    expect(page.locator(f"[data-view={name}]")).to_have_attribute("aria-selected", "true")
    return page.get_by_role("tabpanel")


def _row(page: Page, name: str) -> Locator:
    return page.get_by_role("tabpanel").get_by_role("row").filter(has_text=name)


def test_files_are_added_refused_and_known_by_name(page: Page, desk: Desk) -> None:
    """Each says what became of it, and why."""
    one, two = handins(desk, 2)
    other = {**one, "course": "another-course"}
    files = [*_files([one, two]), _file("other.json", other), _file("cut.json", b'{"format": ')]
    _add(_opened(page), files)
    expect(_said(page)).to_contain_text("2 hand-ins added. 2 refused")
    outcomes = page.locator("[data-outcomes] li")
    expect(outcomes.filter(has_text="other.json")).to_contain_text("belongs to another course")
    expect(outcomes.filter(has_text="cut.json")).to_contain_text("cannot be read")
    _add(page, _files([one]))
    expect(_said(page)).to_contain_text("0 hand-ins added. 1 was here already.")


def test_files_can_be_dropped(page: Page, desk: Desk) -> None:
    """Anywhere in the box."""
    [one] = handins(desk, 1)
    _opened(page).evaluate(DROP, ["dropped.json", json.dumps(one)])
    expect(_said(page)).to_contain_text("1 hand-in added")
    expect(_row(page, one["name"])).to_be_visible()


def test_codes_are_pasted_many_at_once(page: Page, desk: Desk) -> None:
    """With whatever stands around them."""
    given = handins(desk, 3)
    _opened(page)
    codes = page.evaluate(
        """async (all) => {
          const { packed } = await import("/script-sources/passing.js");
          return Promise.all(all.map((one) => packed("result", one)));
        }""",
        given,
    )
    text = "\n\n".join(f"From somebody:\n> {code}\nBest wishes" for code in codes)
    page.get_by_label("Or paste codes").fill(f"{text}\ncw1-r-broken")
    page.get_by_role("button", name="Add what is pasted").click()
    expect(_said(page)).to_contain_text("3 hand-ins added. 1 refused")
    expect(page.locator("[data-outcomes] [data-refused]")).to_contain_text("it is damaged")


def test_what_is_kept_stays_and_can_be_erased(page: Page, desk: Desk) -> None:
    """On this device alone, and only after a question."""
    _add(_opened(page), _files(handins(desk, 2)))
    _opened(page)
    expect(_row(page, "Learner 001")).to_be_visible()
    _view(page, "handins")
    page.get_by_role("button", name="Erase the whole gradebook").click()
    page.get_by_role("dialog").get_by_role("button", name="Keep it").click()
    expect(_row(page, "Learner 001")).to_be_visible()
    page.get_by_role("button", name="Erase the whole gradebook").click()
    page.get_by_role("button", name="Erase everything here").click()
    expect(page.locator("[data-none]")).to_be_visible()
    _opened(page)
    expect(page.locator("[data-none]")).to_be_visible()


def test_a_browser_that_keeps_nothing_says_so(page: Page, desk: Desk) -> None:
    """And everything works until the page closes."""
    page.add_init_script(BLOCK)
    _opened(page)
    expect(page.locator("[data-notice]")).to_contain_text("does not keep")
    _add(page, _files(handins(desk, 2)))
    expect(_row(page, "Learner 002")).to_be_visible()


def test_repeated_hand_ins_are_versions(page: Page, desk: Desk) -> None:
    """The latest counts, or the best of all."""
    [one] = handins(desk, 1)
    ident = desk["modules"][0]["id"]
    checks = {ident: {"score": 0.31, "best": 0.31, "tries": 1, "at": one["made"]}}
    better = {ident: {"score": 0.97, "best": 0.97, "tries": 1, "at": one["made"]}}
    older = {**one, "checks": better}
    newer = {**one, "checks": checks, "made": one["made"] + 1000}
    _add(_opened(page), _files([newer, older]))
    expect(_row(page, one["name"])).to_contain_text("31%")
    page.get_by_label("Count for each learner").select_option("best")
    expect(_row(page, one["name"])).to_contain_text("97%")


def test_one_name_from_two_browsers_is_for_the_trainer_to_decide(page: Page, desk: Desk) -> None:
    """Joined, and separated again."""
    one, two = handins(desk, 2)
    two["name"] = one["name"]
    _add(_opened(page), _files([one, two]))
    expect(page.locator("[data-namesakes]")).to_contain_text("2 different browsers")
    page.get_by_role("button", name="They are one person").click()
    expect(_row(page, one["name"])).to_have_count(1)
    _view(page, "handins")
    page.get_by_role("button", name="Separate them again").click()
    expect(page.locator("[data-namesakes]")).to_contain_text("2 different browsers")
    page.get_by_role("button", name="They are different people").click()
    expect(page.locator("[data-namesakes]")).to_be_empty()


def test_columns_sort_with_buttons(page: Page, desk: Desk) -> None:
    """And say how, to whoever cannot see it."""
    _add(_opened(page), _files(handins(desk, 60)))
    panel = _view(page, "learners")
    head = panel.get_by_role("columnheader", name="Lessons")
    head.get_by_role("button").press("Enter")
    expect(head).to_have_attribute("aria-sort", "descending")
    expect(head.get_by_role("button")).to_be_focused()
    head.get_by_role("button").press("Space")
    expect(head).to_have_attribute("aria-sort", "ascending")
    expect(panel).to_contain_text("Rows 1 to 50 of 60")
    panel.get_by_role("button", name="Next rows").click()
    expect(panel).to_contain_text("Rows 51 to 60 of 60")
    expect(panel.get_by_role("button", name="Previous rows")).to_be_focused()


def test_tabs_turn_with_arrow_keys(page: Page, desk: Desk) -> None:
    """One stop for the tab key, as in programs."""
    _add(_opened(page), _files(handins(desk, 1)))
    page.locator("[data-view=learners]").focus()
    for view in (*VIEWS[1:], VIEWS[0]):
        page.keyboard.press("ArrowRight")
        expect(page.locator(f"[data-view={view}]")).to_be_focused()
        expect(page.locator(f"[data-view={view}]")).to_have_attribute("aria-selected", "true")
    page.keyboard.press("End")
    expect(page.locator("[data-view=handins]")).to_be_focused()


def test_the_heat_map_says_what_its_colors_mean(page: Page, desk: Desk) -> None:
    """A number and a word in each cell."""
    _add(_opened(page), _files(handins(desk, 5)))
    panel = _view(page, "objectives")
    cells = panel.locator("tbody .cw-heat")
    words = ("Strong", "Mixed", "Needs work", "No answers")
    expect(cells.first).to_be_visible()
    for text in cells.all_inner_texts():
        assert any(word in text for word in words)
        assert "%" in text or "No answers" in text
    expect(panel.get_by_role("row").filter(has_text="Everybody (mean)")).to_be_visible()


def test_who_is_late_and_who_is_missing(page: Page, desk: Desk) -> None:
    """By the assignment that hand-ins name, and a list of names."""
    one, two = handins(desk, 2)
    task = {"id": "k3x9a0zq", "title": "Before the workshop", "due": "2026-11-21"}
    one |= {"assignment": task, "made": 1_795_000_000_000 - 4 * 86_400_000}
    two |= {"assignment": task, "made": 1_795_000_000_000 + 4 * 86_400_000}
    _add(_opened(page), _files([one, two]))
    panel = _view(page, "due")
    expect(_row(page, one["name"])).to_contain_text("On time")
    expect(_row(page, two["name"])).to_contain_text("Late by")
    panel.get_by_label("Names that you expect").fill("Learner 001\nlearner 002\nSomebody Else")
    panel.get_by_role("button", name="Use this list").click()
    expect(_row(page, "Somebody Else")).to_contain_text("Missing")
    expect(panel).to_contain_text("Missing: 1. Late: 1. On time: 1.")


def test_a_pasted_link_says_how_much_is_done(page: Page, desk: Desk) -> None:
    """Of this course's assignments; others are refused in plain words."""
    [one] = handins(desk, 1)
    module = desk["modules"][0]
    lessons = {it["ref"]: {"at": 1} for it in module["lessons"]}
    task = {"id": "aaaa0000", "title": "Read this", "due": "2030-01-01"}
    one |= {"lessons": lessons, "checks": {}, "assignment": task}
    _add(_opened(page), _files([one]))
    link = page.evaluate(
        """async ([course, ref]) => {
          const { packed } = await import("/script-sources/passing.js");
          const { shortened } = await import("/script-sources/assignment.js");
          const items = [{ kind: "module", ref }];
          const rest = { title: "Read this", items, made: "2026-11-27" };
          const task = { v: 1, id: "aaaa0000", course, ...rest };
          return "https://example.org/assignments/#" + await packed("assignment", shortened(task));
        }""",
        [desk["id"], module["id"]],
    )
    panel = _view(page, "due")
    field = panel.get_by_label("Link of an assignment")
    field.fill("https://example.org/")
    panel.get_by_role("button", name="Add this assignment").click()
    expect(panel).to_contain_text("This is not the link of an assignment.")
    field.fill(link)
    panel.get_by_role("button", name="Add this assignment").click()
    total = len(lessons) + module["asks"]
    expect(_row(page, one["name"])).to_contain_text(f"{len(lessons)} of {total}")


def test_a_question_tells_what_fooled_whom(page: Page, desk: Desk) -> None:
    """Names are shown when asked for."""
    question = next(it for it in desk["questions"] if it["kind"] == "single")
    right, wrong = _keys(question)
    given = handins(desk, 4)
    for one, key in zip(given, (right, wrong, wrong, right), strict=True):
        got = {"result": "right" if key == right else "wrong", "response": key, "at": 5}
        got["confidence"] = 3
        one["answers"] = {question["ref"]: {**got, "tries": 1, "first": got}}
    _add(_opened(page), _files(given))
    panel = _view(page, "items")
    expect(panel).to_contain_text("Only 4 learners are here")
    panel.get_by_role("button", name=question["prompt"][:40]).click()
    more = panel.locator(".cw-desk__more")
    expect(more).to_be_focused()
    expect(more).to_contain_text("2 of 4 were right at the first try: 50%")
    expect(more).to_contain_text("Discrimination is not defined")
    expect(more).to_contain_text("2 of the 4 who said how sure they were felt sure")
    fooled = more.locator("li").filter(has_text="Not right")
    expect(fooled).to_contain_text("2 (50%)")
    expect(fooled).not_to_contain_text("Learner 002")
    fooled.get_by_role("button", name="Show 2 names").click()
    expect(fooled).to_contain_text("Learner 002, Learner 003")


def _keys(question: Handin) -> tuple[str, str]:
    picks = question["parts"][0]["picks"]
    right = next(it["key"] for it in picks if it["right"])
    return right, next(it["key"] for it in picks if not it["right"])


def test_tables_are_saved(page: Page, desk: Desk) -> None:
    """As CSV, and all of them as a workbook; names are never formulas."""
    one, two = handins(desk, 2)
    one["name"] = "=1+1"
    _add(_opened(page), _files([one, two]))
    _view(page, "learners")
    name, text = _saved(page, "Save this table as CSV")
    assert name.endswith("-learners.csv")
    assert '"\'=1+1"' in text.decode("utf-8")
    name, content = _saved(page, "Save all tables as XLSX")
    book = load_workbook(io.BytesIO(content))
    assert 6 == len(book.worksheets)
    cells = [cell for sheet in book.worksheets for row in sheet.iter_rows() for cell in row]
    assert "=1+1" in [cell.value for cell in cells]
    assert "f" not in {cell.data_type for cell in cells}
    assert {"n", "s"} <= {cell.data_type for cell in cells}


def _saved(page: Page, button: str) -> tuple[str, bytes]:
    with page.expect_download() as download:
        page.get_by_role("button", name=button).click()
    return download.value.suggested_filename, Path(download.value.path()).read_bytes()


def test_nothing_in_a_file_runs(page: Page, desk: Desk) -> None:
    """No name, no typed answer, no title, no name of a file; wherever they are shown."""
    page.add_init_script(RAN)
    typed = next(it for it in desk["questions"] if it["kind"] == "fill-in")
    blank = typed["parts"][0]["name"]
    given = handins(desk, len(PAYLOADS), questions=3)
    for one, payload in zip(given, PAYLOADS.values(), strict=True):
        line = " ".join(payload.split())
        one["name"] = line[:80].strip() or "x"
        one["assignment"] = {"id": "k3x9a0zq", "title": line[:120].strip() or "x"}
        got = {"result": "wrong", "response": {blank: payload[:400]}, "at": 5}
        one["answers"][typed["ref"]] = {**got, "tries": 1, "first": got}
    files = [_file(f"<img src=x onerror=alert(1)>{n}.json", it) for n, it in enumerate(given)]
    _opened(page)
    page.locator("[data-drop] input[type=file]").set_input_files(files)
    expect(_said(page)).to_contain_text(f"{_fine(given)} hand-ins added")
    for view in VIEWS:
        _view(page, view)
    panel = _view(page, "items")
    panel.get_by_role("button", name=typed["prompt"][:40]).click()
    for press in panel.locator(".cw-picks button").all():
        press.click()
    assert [] == page.evaluate("window.ran")
    assert 0 == page.locator("cw-gradebook :is(img, iframe, script, object)").count()


def _fine(given: list[Handin]) -> int:
    """Count the hand-ins whose lines hold nothing that no line can hold."""
    lines = (one["name"] + one["assignment"]["title"] for one in given)
    return sum(not any(ord(it) < 32 or 127 <= ord(it) < 160 for it in line) for line in lines)


@pytest.mark.parametrize("viewport", [LAPTOP, PHONE], ids=["wide", "narrow"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_barrier(new_page: NewPage, desk: Desk, viewport: ViewportSize, scheme: str) -> None:
    """In any view, with and without hand-ins; nothing runs over the edge of a phone."""
    page = _opened(new_page(viewport=viewport, color_scheme=scheme))
    assert [] == violations(page)
    _add(page, _files(handins(desk, 8)))
    for view in VIEWS:
        panel = _view(page, view)
        if view == "items":
            panel.locator(".cw-desk__open").first.click()
        page.evaluate(SETTLED)
        assert [] == violations(page), view
        wide = page.evaluate("document.documentElement.scrollWidth - innerWidth")
        assert wide <= 0, view


def _ratings(page: Page, name: str, level: int) -> bytes:
    """Return the data file of somebody who rates the first statements alike."""
    page.goto("/instruments/six-lever-self-assessment/")
    expect(page.get_by_role("button", name="Erase this")).to_be_visible()
    page.get_by_label("Name or initials").fill(name)
    for field in page.locator(".cw-sheet [data-field]").all()[:4]:
        field.get_by_role("radio").nth(level - 1).check()
    return _saved(page, "Save a data file")[1]


def test_raters_stand_side_by_side(new_page: NewPage) -> None:
    """Two people rate in browsers of their own; a third compares, and keeps nothing by itself."""
    ann, ben = (_ratings(new_page(), name, level) for name, level in (("Ann", 1), ("Ben", 4)))
    page = _opened(new_page(), COMPARE)
    _add(page, [_file("ann.json", ann), _file("ben.json", ben), _file("no.json", b"{}")])
    expect(_said(page)).to_contain_text("2 files added. 1 refused")
    expect(page.locator("[data-raters]")).to_have_text("2 raters: Ann, Ben.")
    first = page.locator(".cw-ratings tbody tr").nth(1)
    expect(first.locator("td")).to_have_text(["1", "4", "3"])
    expect(page.locator("[data-talk] li").first).to_contain_text("What has each of you seen?")
    expect(page.locator("[data-result]:visible svg.cw-chart")).to_be_visible()
    page.get_by_label("Show letters in place of names").check()
    expect(page.locator("cw-comparison [data-shown]")).not_to_contain_text("Ann")
    expect(page.locator("[data-raters]")).to_have_text("2 raters: Rater A, Rater B.")
    assert [] == violations(page)
    _opened(page, COMPARE)
    expect(page.locator("[data-shown]")).to_be_hidden()


def test_files_of_raters_are_kept_on_request(new_page: NewPage) -> None:
    """Until they are removed; one's own ratings are left alone."""
    page = new_page()
    data = _ratings(page, "Ann", 2)
    _opened(page, COMPARE)
    page.get_by_label("Keep the files in this browser").check()
    _add(page, [_file("ann.json", data)])
    _opened(page, COMPARE)
    expect(page.locator("[data-raters]")).to_contain_text("Ann")
    page.get_by_role("button", name="Remove all files").click()
    expect(page.locator("[data-shown]")).to_be_hidden()
    _opened(page, COMPARE)
    expect(page.locator("[data-shown]")).to_be_hidden()
    page.goto("/instruments/six-lever-self-assessment/")
    expect(page.locator("[data-count]")).to_contain_text("4 of")


def test_from_assignment_to_gradebook(new_page: NewPage, desk: Desk) -> None:
    """A trainer assigns, a learner works and hands in, the trainer reads it: two profiles."""
    trainer, learner = new_page(), new_page()
    module = desk["modules"][0]
    link = _assigned(trainer, module["id"])
    learner.goto(link)
    expect(learner.get_by_role("heading", name="Before the workshop")).to_be_visible()
    prompt = _worked(learner, desk, module)
    name, content, code = _handed_in(learner, "Kim Test")
    assert name.startswith(desk["id"])
    _add(_opened(trainer), [_file(name, content)])
    expect(_row(trainer, "Kim Test")).to_contain_text(f"1 of {len(module['lessons'])}")
    trainer.get_by_label("Or paste codes").fill(f"Here it is:\n{code}\nKim")
    trainer.get_by_role("button", name="Add what is pasted").click()
    expect(_said(trainer)).to_contain_text("1 was here already.")
    panel = _view(trainer, "due")
    panel.get_by_label("Link of an assignment").fill(link)
    panel.get_by_role("button", name="Add this assignment").click()
    expect(_row(trainer, "Kim Test")).to_contain_text("On time")
    expect(_row(trainer, "Kim Test")).to_contain_text(f"1 of {len(module['lessons']) + 1}")
    panel = _view(trainer, "items")
    panel.get_by_role("button", name=prompt[:40]).click()
    expect(panel.locator(".cw-desk__more")).to_contain_text("0 of 1 were right at the first try")


def _assigned(page: Page, module: str) -> str:
    """Assign a whole module; return the link."""
    page.goto("/trainers/assign/")
    page.locator(f'input[value="module:{module}"]').check()
    page.get_by_label("Title").fill("Before the workshop")
    page.get_by_label("Due on").fill("2030-01-31")
    field = page.locator("#assign-url")
    expect(field).to_have_value(re.compile("cw1-a-"))
    return field.input_value()


def _worked(page: Page, desk: Desk, module: Handin) -> str:
    """Answer a lesson's question wrongly and mark the lesson as done; return the prompt."""
    asked = [it for it in desk["questions"] if it["module"] == module["id"]]
    for lesson in module["lessons"]:
        page.goto(f"/modules/{lesson['ref']}/")
        for question in (it for it in asked if it["kind"] == "single"):
            place = page.locator(f"#q-{question['ref'].replace('/', '--')}")
            if place.count():
                place.locator(f'input[value="{_keys(question)[1]}"]').check()
                _sure(place)
                place.get_by_role("button", name="Check answer").click()
                expect(place.get_by_role("status")).to_contain_text("Not yet")
                page.get_by_role("button", name="Mark as done").click()
                return str(question["prompt"])
    raise AssertionError("no lesson of the module asks a question with one right option")


def _sure(place: Locator) -> None:
    """Say how sure one is, where that is asked."""
    sure = place.locator('input[name="confidence"]')
    if sure.count():
        sure.last.check()


def _handed_in(page: Page, name: str) -> tuple[str, bytes, str]:
    """Return the name and the content of the file, and the code that says the same."""
    page.goto("/assignments/")
    page.get_by_role("button", name="Hand in").click()
    page.get_by_label("Your name").fill(name)
    file, content = _saved(page, "Save the file")
    page.get_by_role("button", name="Copy as a code").click()
    field = page.locator("#cw-handin-code")
    expect(field).to_have_value(re.compile("cw1-r-"))
    return file, content, field.input_value()

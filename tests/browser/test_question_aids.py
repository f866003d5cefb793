"""What an author may add to a question, and what a learner finds when they come back."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from coursewright.building import build
from filelock import FileLock
from playwright.sync_api import Locator, Page, expect

from tests.browser.axe import violations
from tests.browser.conftest import NewPage, Serve
from tests.browser.conftest import _shared_by_workers as shared_by_workers
from tests.courses import QUIZ, edited, write_course
from tests.examples import SITE

Opened = Callable[..., Page]

STEM = "prompt: A guest asks for black tea. What do you do first?\n"
AIDS = """\
    hints: [Think of the **water**., It takes a kettle.]
    confidence: true
    tries: 2
    explanation: Water first.
"""
LESSON = "/modules/tea/water/"
STORED = "coursewright:kitchen:/:answer:tea/first-move"
LISTEN = """
    window.answers = [];
    addEventListener("cw-answer", (event) => window.answers.push(event.detail));
    window.shifts = [];
    const noted = (list) => window.shifts.push(...list.getEntries().map((one) => one.value));
    new PerformanceObserver(noted).observe({ type: "layout-shift", buffered: true });
"""


def _site(folder: Path, *edits: tuple[str, str]) -> Path:
    files = edited(QUIZ, (STEM, STEM + AIDS), *edits)
    made = write_course(folder, {**files, "mkdocs.yml": SITE, "docs/index.md": "# Tea\n"})
    build(made / "mkdocs.yml", folder / "site")
    return folder / "site"


@pytest.fixture(scope="session")
def aided_url(serve: Serve, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of a site whose first question has everything, built once."""
    base = shared_by_workers(tmp_path_factory) / "aided"
    with FileLock(f"{base}.lock"):
        if not (base / "site").exists():
            _site(base)
    return serve(base / "site")


@pytest.fixture
def opened(new_page: NewPage, aided_url: str) -> Opened:
    """Opens the lesson when its question is ready; `records` are in the store by then."""

    def go(records: dict[str, str] | None = None, **options: Any) -> Page:
        page = new_page(**{"base_url": aided_url, **options})
        page.add_init_script(LISTEN)
        if records is not None:
            plant = "all => { for (const [k, v] of Object.entries(all)) localStorage[k] = v; }"
            page.goto(LESSON)
            page.evaluate(plant, records)
        page.goto(LESSON)
        if options.get("java_script_enabled", True):
            expect(page.locator("form > .cw-button").last).to_be_visible()
        return page

    return go


def _question(page: Page) -> Locator:
    return page.locator("#q-tea--first-move")


def _choose(question: Locator, name: str) -> None:
    question.get_by_label(name, exact=True).check()


def _check(question: Locator) -> None:
    question.get_by_role("button", name="Check answer").click()


def _answers(page: Page) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = page.evaluate("window.answers")
    return found


RIGHT, WRONG = "Boil a kettle of water", "Soak the leaf overnight"


@pytest.mark.firefox
def test_how_sure_one_is_is_asked_for(opened: Opened) -> None:
    """Without it there is no check: its own words ask for it, and the focus goes there."""
    page = opened()
    question = _question(page)
    _choose(question, RIGHT)
    _check(question)
    said = "Choose how sure you are, then check your answer."
    expect(question.get_by_role("alert")).to_have_text(said)
    expect(question.locator("[name=confidence]").first).to_be_focused()
    assert [] == _answers(page)
    assert [] == violations(page)


@pytest.mark.parametrize(
    ("sure", "answer", "said", "marks"),
    [
        ("3", RIGHT, "+3 marks.", 3),
        ("1", RIGHT, "+1 mark.", 1),
        ("3", WRONG, "−6 marks. You were sure of this one: worth a second look.", -6),
        ("1", WRONG, "0 marks.", 0),
    ],
)
def test_marks_depend_on_it(opened: Opened, sure: str, answer: str, said: str, marks: int) -> None:
    """The result says what was earned, and the page is told as well."""
    page = opened()
    question = _question(page)
    _choose(question, answer)
    question.locator(f"[name=confidence][value='{sure}']").check()
    _check(question)
    expect(question.locator(".cw-feedback__marks")).to_have_text(said)
    [told] = _answers(page)
    assert (int(sure), marks) == (told["confidence"], told["marks"])
    assert [] == violations(page)


@pytest.mark.firefox
def test_hints_come_one_by_one(opened: Opened) -> None:
    """Each is put into a polite region; the button keeps the focus, and says when none is left."""
    page = opened()
    question = _question(page)
    button = question.locator("form > button").first
    expect(question.locator("cw-hints")).to_be_hidden()
    for number, words in ((1, "Think of the water."), (2, "It takes a kettle.")):
        expect(button).to_have_text(f"Show a hint ({number} of 2)")
        button.click()
        expect(question.locator("[aria-live=polite] > div")).to_have_count(number)
        expect(question.locator("[aria-live=polite] > div").last).to_contain_text(words)
        expect(button).to_be_focused()
    expect(button).to_have_text("All hints are shown")
    expect(button).to_have_attribute("aria-disabled", "true")
    button.click(force=True)
    expect(question.locator("[aria-live=polite] > div")).to_have_count(2)
    assert [] == violations(page)


def test_hints_unfold_without_a_script(opened: Opened) -> None:
    """They are read one inside the other, and nothing is dead."""
    question = _question(opened(java_script_enabled=False))
    question.get_by_text("Hint 1 of 2").click()
    expect(question.get_by_text("Think of the water.")).to_be_visible()
    expect(question.get_by_text("It takes a kettle.")).to_be_hidden()
    question.get_by_text("Hint 2 of 2").click()
    expect(question.get_by_text("It takes a kettle.")).to_be_visible()


def test_the_answer_waits_for_the_tries(opened: Opened) -> None:
    """Until then neither the answer nor the explanation is in sight; how many are left is said."""
    question = _question(opened())
    unfold = question.get_by_text("Show the answer and explanation")
    question.locator("[name=confidence]").first.check()
    _choose(question, WRONG)
    _check(question)
    status = question.get_by_role("status")
    expect(status).to_contain_text("After 1 more try you can see the answer.")
    expect(status).not_to_contain_text("Water first.")
    expect(unfold).to_be_hidden()
    _choose(question, "Warm some milk in a pan")
    _check(question)
    expect(status).to_contain_text("Water first.")
    expect(unfold).to_be_visible()


@pytest.mark.firefox
def test_options_have_the_learners_own_order(opened: Opened) -> None:
    """It is the same after a reload, other learners have others, and Tab and arrows follow it."""
    orders = set()
    for _ in range(30):
        page = opened()
        labels = _question(page).locator("[data-shuffle] label")
        seen = tuple(labels.all_text_contents())
        page.reload()
        expect(page.locator("form > .cw-button").last).to_be_visible()
        assert seen == tuple(labels.all_text_contents())
        orders.add(seen)
        if len(orders) > 2:
            break
    assert 2 < len(orders) <= 6
    first, second = (labels.nth(number).locator("input") for number in (0, 1))
    first.focus()
    page.keyboard.press("ArrowDown")
    expect(second).to_be_focused()


@pytest.mark.firefox
def test_nothing_moves_when_the_script_arrives(opened: Opened) -> None:
    """Options change places before they are seen."""
    page = opened(viewport={"width": 1280, "height": 2400})
    page.wait_for_timeout(300)
    assert sum(page.evaluate("window.shifts")) < 0.02


def test_a_changed_question_says_so(opened: Opened) -> None:
    """What was answered then is not shown as the answer to what is asked now, and is kept."""
    then = {"n": 1, "at": 1, "response": "x", "result": "right", "asked": "0ld"}
    page = opened({STORED: json.dumps({"v": 1, "tries": 1, "attempts": [then]})})
    question = _question(page)
    expect(question.get_by_text("This question has changed since you answered it.")).to_be_visible()
    expect(question.locator("input:checked, [data-result]")).to_have_count(0)
    question.locator("[name=confidence]").first.check()
    _choose(question, RIGHT)
    _check(question)
    expect(question.locator(".cw-remark")).to_have_count(0)
    assert 2 == len(json.loads(page.evaluate("key => localStorage[key]", STORED))["attempts"])


ATTACK = "<img src=x onerror=alert(1)>"
HOSTILE: dict[str, Any] = {
    "markup": ATTACK,
    "a list": [ATTACK],
    "nested lists": [[[[[]]]]],
    "an object": {"choice": ATTACK, "toString": 1},
    "prototype keys": {"constructor": {"prototype": {"x": 1}}},
    "a number": 7,
    "nothing": None,
    "a selector": '"] , [name=confidence',
    "long": "x" * 7000,
}


@pytest.mark.parametrize("what", HOSTILE)
def test_hostile_records_do_no_harm(opened: Opened, what: str) -> None:
    """Nothing runs, nothing is chosen or claimed, and the question can be answered."""
    for confidence in (None, 3):
        attempt = {"n": 1, "at": 1, "response": HOSTILE[what], "result": "right"}
        attempt |= {"confidence": confidence} if confidence else {}
        page = opened({STORED: json.dumps({"v": 1, "tries": 1, "attempts": [attempt]})})
        page.on("dialog", lambda dialog: pytest.fail(f"it ran: {dialog.message}"))
        question = _question(page)
        expect(question.locator("input:checked, [data-result], .cw-mark")).to_have_count(0)
        expect(question.locator("img")).to_have_count(0)
        question.locator("[name=confidence]").first.check()
        _choose(question, RIGHT)
        _check(question)
        expect(question.get_by_role("status")).to_contain_text("Right.")


@pytest.mark.parametrize(
    "text", ["", "{", "[]", "null", '{"v":2,"x":[]}', '{"v":1}', "\0", "1e999"]
)
def test_damaged_records_do_no_harm(opened: Opened, text: str) -> None:
    """A record that cannot be read is as if there were none."""
    question = _question(opened({STORED: text}))
    expect(question.locator("input:checked, [data-result]")).to_have_count(0)


def test_blocked_storage_changes_nothing_else(
    new_page: NewPage, aided_url: str, faults: list[str]
) -> None:
    """Questions work, in an order of this page's own."""
    page = new_page(base_url=aided_url)
    page.add_init_script(
        """Object.defineProperty(window, "localStorage", { get() {
            throw new DOMException("Access is denied for this document.", "SecurityError");
        } });"""
    )
    page.goto(LESSON)
    question = _question(page)
    question.locator("[name=confidence]").first.check()
    _choose(question, RIGHT)
    _check(question)
    expect(question.get_by_role("status")).to_contain_text("Right.")
    assert all("Access is denied" in fault for fault in faults), "the theme's own, and no others"
    faults.clear()


def test_a_link_to_a_question_shows_which_one(opened: Opened) -> None:
    """It stands below the header, with a line around it."""
    page = opened()
    page.goto(f"{LESSON}#q-tea--first-move")
    outline = "node => getComputedStyle(node).outlineStyle"
    assert "solid" == _question(page).evaluate(outline)
    expect(_question(page).locator("legend").first).to_be_in_viewport()


def test_a_worksheet_has_no_hints(opened: Opened) -> None:
    """Neither hints nor what was said before are printed; how sure one is can be ticked."""
    page = opened()
    question = _question(page)
    question.locator("form > button").first.click()
    question.locator("[name=confidence]").first.check()
    _choose(question, WRONG)
    _check(question)
    page.emulate_media(media="print")
    hidden = question.locator(".cw-hints, cw-hints, button, .cw-feedback, cw-answer")
    expect(hidden.locator("visible=true")).to_have_count(0)
    expect(question.locator(".cw-sure legend")).to_be_visible()


KEPT = """
export const read = (data) => data.get("choice");
export const gap = () => null;
export const grade = () => ({ result: "kept", headline: ["kept"], marks: [] });
export const start = (root, sheet) => sheet.button.after(sheet.make("span", "own", "Own"));
export const words = { check: "start-over" };
"""


def test_a_kept_answer_opens_the_model(new_page: NewPage, aided_url: str) -> None:
    """It is neither right nor wrong: the model answer unfolds by itself to compare with."""
    page = new_page(base_url=aided_url)
    script = "**/kinds/single.js"
    page.route(script, lambda route: route.fulfill(body=KEPT, content_type="text/javascript"))
    page.goto(LESSON)
    question = _question(page)
    expect(question.locator(".own")).to_have_text("Own")
    question.locator("[name=confidence]").first.check()
    question.get_by_role("button", name="Start over").click()
    status = question.get_by_role("status")
    expect(status).to_contain_text("Your answer is kept.")
    expect(status).to_contain_text("Compare it with the answer below.")
    expect(question.locator("cw-answer details")).to_have_attribute("open", "")
    assert [] == violations(page)

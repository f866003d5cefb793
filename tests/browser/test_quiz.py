"""A module's check as a person meets it: one question after the other, and a summary."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from coursewright.building import build
from filelock import FileLock
from playwright.sync_api import Locator, Page, ViewportSize, expect

from tests.browser.axe import violations
from tests.browser.conftest import NewPage, Serve
from tests.courses import Files, write_course
from tests.examples import SITE

Opened = Callable[..., Page]

PHONE: ViewportSize = {"width": 320, "height": 640}
LAPTOP: ViewportSize = {"width": 1280, "height": 800}
WHOLE, POOL = "/modules/tea/check/", "/modules/coffee/check/"
AGAIN = "/modules/milk/check/"
OBJECTIVES = ("brew", "pour", "serve")
COURSE = {
    **{"id": "drinks", "title": "Drinks", "summary": "All of them."},
    "modules": ["tea", "coffee", "milk"],
}


def _question(module: str, number: int) -> dict[str, Any]:
    objective = OBJECTIVES[number % 3]
    options = [
        {"text": "This one is right", "correct": True, "feedback": "It is."},
        {"text": "This one is wrong", "feedback": "It is not."},
    ]
    prompt = f"What about {module} number {number}?"
    shared = {"id": f"q{number}", "objective": objective, "bloom": "apply", "prompt": prompt}
    return {**shared, "kind": "single", "options": options}


def _module(ident: str) -> dict[str, Any]:
    lessons = [
        {"id": f"about-{id_}", "title": f"About to {id_}", "summary": "S.", "body": "Text."}
        for id_ in OBJECTIVES
    ]
    return {
        "id": ident,
        "title": ident.title(),
        "summary": "Drinks.",
        "objectives": [
            {"id": id_, "bloom": "apply", "text": f"{id_.title()} a pot for a guest"}
            for id_ in OBJECTIVES
        ],
        "lessons": [
            {**lesson, "objectives": [id_]} for lesson, id_ in zip(lessons, OBJECTIVES, strict=True)
        ],
    }


def _files() -> Files:
    tea = [_question("tea", number) for number in range(3)]
    essay: dict[str, Any] = {
        "id": "essay",
        "kind": "short-answer",
        "objective": "serve",
        "bloom": "create",
    }
    essay |= {
        "prompt": "How would you serve it?",
        "model_answer": "Hot.",
        "checklist": ["It is hot"],
    }
    banks: dict[str, Any] = {
        "tea": {"check": {"pass": 60}, "questions": [*tea, essay]},
        "coffee": {
            "check": {"draw": 3},
            "questions": [_question("coffee", number) for number in range(9)],
        },
        "milk": {
            "check": {"review": ["tea/q1", "tea/q2"]},
            "questions": [_question("milk", number) for number in range(3)],
        },
    }
    return {
        "mkdocs.yml": SITE,
        "docs/index.md": "# Drinks\n",
        "curriculum/course.yml": json.dumps(COURSE),
        **{f"curriculum/modules/{id_}.yml": json.dumps(_module(id_)) for id_ in banks},
        **{
            f"quizzes/{id_}.yml": json.dumps({"id": id_, "module": id_, **bank})
            for id_, bank in banks.items()
        },
    }


@pytest.fixture(scope="session")
def drinks_url(serve: Serve, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of a site with two checks, built once for all workers."""
    base: Path = tmp_path_factory.getbasetemp() / "drinks"
    with FileLock(f"{base}.lock"):
        if not (base / "site").exists():
            build(write_course(base, _files()) / "mkdocs.yml", base / "site")
    return serve(base / "site")


@pytest.fixture
def opened(new_page: NewPage, drinks_url: str) -> Opened:
    """Opens a check, when it is ready."""

    def go(path: str = WHOLE, **options: Any) -> Page:
        page = new_page(**options)
        page.goto(drinks_url + path)
        if options.get("java_script_enabled", True):
            expect(page.locator("cw-quiz[data-on]")).to_be_visible()
        return page

    return go


def _shown(page: Page) -> Locator:
    return page.locator(".cw-quiz__item:visible")


def _place(page: Page) -> Locator:
    return page.locator(".cw-quiz__place")


def _press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name).click()


def _answer(page: Page, text: str) -> None:
    question = _shown(page)
    if question.locator("textarea").count():
        question.locator("textarea").fill("Hot, in a cup.")
    else:
        question.get_by_label(f"This one is {text}").check()
    question.locator("form > button").click()
    expect(question.get_by_role("status")).not_to_be_empty()


def _finish(page: Page, *answers: str) -> None:
    """Give these answers from the first question on, and go to the summary."""
    for nth, text in enumerate(answers, 1):
        if text:
            _answer(page, text)
        _press(page, "See the summary" if nth == len(answers) else "Next question")
    expect(page.get_by_role("heading", name="Your summary")).to_be_focused()


def _cells(page: Page) -> list[str]:
    return page.locator(".cw-quiz__table tbody :is(th, td)").all_inner_texts()


@pytest.mark.firefox
def test_one_question_at_a_time(opened: Opened) -> None:
    """Words say where one is; focus goes there with each step, and nothing has to be answered."""
    page = opened()
    expect(_shown(page)).to_have_count(1)
    expect(_place(page)).to_have_text("Question 1 of 4")
    expect(page.get_by_role("progressbar", name="0 of 4 answered")).to_be_visible()
    expect(page.get_by_role("button", name="Previous question")).to_have_count(0)
    _press(page, "Next question")
    expect(_place(page)).to_have_text("Question 2 of 4")
    expect(_place(page)).to_be_focused()
    expect(_shown(page)).to_contain_text("tea number 1")
    _press(page, "Previous question")
    expect(_shown(page)).to_contain_text("tea number 0")
    expect(_place(page)).to_be_focused()
    _answer(page, "right")
    expect(page.get_by_role("progressbar", name="1 of 4 answered")).to_be_visible()


def test_the_summary_of_a_round_without_a_miss(opened: Opened) -> None:
    """The score, whether the goal is reached, what is the learner's to judge, each objective."""
    page = opened()
    _finish(page, "right", "right", "right", "kept")
    summary = page.get_by_role("region", name="Your summary")
    expect(summary).to_contain_text("3 of 3 right: 100%")
    expect(summary).to_contain_text("Reached: 60%.")
    expect(summary).to_contain_text("1 answer is yours to judge")
    expect(summary).to_contain_text("Nothing here needs a second look.")
    assert "Brew a pot for a guest|1 of 1|Pour a pot for a guest|1 of 1" in "|".join(_cells(page))
    expect(page.get_by_role("button", name="Try the missed ones again")).to_have_count(0)


def test_the_summary_of_a_round_with_misses(opened: Opened) -> None:
    """It leads to the lessons and questions of what was missed, and offers these again."""
    page = opened()
    _finish(page, "right", "wrong", "", "kept")
    summary = page.get_by_role("region", name="Your summary")
    expect(summary).to_contain_text("1 of 3 right: 33%")
    expect(summary).to_contain_text("Not reached yet: 60%.")
    expect(summary).to_contain_text("1 question is not answered yet.")
    expect(summary.get_by_role("link", name="About to pour")).to_be_visible()
    expect(summary).to_contain_text("Not right yet: What about tea number 1?")
    expect(summary).to_contain_text("Not answered: What about tea number 2?")
    _press(page, "Try the missed ones again")
    expect(_place(page)).to_have_text("Question 1 of 2")
    expect(_place(page)).to_be_focused()
    expect(page.locator(".cw-feedback:not(:empty)")).to_have_count(0)
    _finish(page, "right", "right")
    expect(summary).to_contain_text("2 of 2 right: 100%")


def test_a_missed_question_is_opened_from_the_summary(opened: Opened) -> None:
    """Its link shows it in its place, as often as it is pressed, and leads the focus there."""
    page = opened()
    for _ in range(2):
        _finish(page, "wrong", "right", "right", "kept") if not _ else None
        page.get_by_role("link", name="What about tea number 0?").click()
        expect(_shown(page)).to_contain_text("tea number 0")
        expect(_place(page)).to_have_text("Question 1 of 4")
        expect(_place(page)).to_be_focused()
        for _step in range(3):
            _press(page, "Next question")
        _press(page, "See the summary")
    assert "#" not in page.url


def test_again_in_a_new_order(opened: Opened) -> None:
    """All are asked anew, without what was chosen before, and sooner or later in another order."""
    page = opened()
    orders = set()
    for _ in range(6):
        _finish(page, "right", *[""] * 3)
        _press(page, "Start again in a new order")
        expect(page.locator("cw-quiz :is(input:checked, .cw-feedback:not(:empty))")).to_have_count(
            0
        )
        orders.add(_shown(page).inner_text())
    assert len(orders) > 1


def test_a_pool_is_drawn_from(opened: Opened) -> None:
    """As many as are asked for, one of each objective; the next draw is another."""
    page = opened(POOL)
    rounds = set()
    for _ in range(4):
        expect(_place(page)).to_have_text("Question 1 of 3")
        _finish(page, "", "", "")
        assert ["0 of 1"] * 3 == _cells(page)[1::2]
        missed = page.locator(".cw-quiz__again li li a").all_inner_texts()
        rounds.add("|".join(sorted(missed)))
        _press(page, "Start again with a new draw")
    assert len(rounds) > 1


def test_a_question_outside_the_draw_opens_alone(opened: Opened, drinks_url: str) -> None:
    """Its link shows it by itself, and a button leads to the round."""
    page = opened(POOL)
    everyone = set(page.locator(".cw-question").evaluate_all("all => all.map((one) => one.id)"))
    _finish(page, "", "", "")
    links = page.locator(".cw-quiz__again li li a")
    drawn = set(links.evaluate_all("all => all.map((one) => one.hash.slice(1))"))
    outside = sorted(everyone - drawn)[0]
    page.goto("about:blank")
    page.goto(f"{drinks_url}{POOL}#{outside}")
    expect(page.locator(f"#{outside}")).to_be_visible()
    expect(_place(page)).to_have_text("This question by itself")
    _press(page, "Go to all questions")
    expect(page.get_by_role("heading", name="Your summary")).to_be_focused()


def test_a_link_shows_its_question(opened: Opened, drinks_url: str) -> None:
    """At the start, and while the quiz is on; a link to what is no question changes nothing."""
    page = opened(WHOLE + "#q-tea--q2")
    expect(_place(page)).to_have_text("Question 3 of 4")
    page.evaluate("location.hash = '#q-tea--q1'")
    expect(_place(page)).to_have_text("Question 2 of 4")
    expect(_place(page)).to_be_focused()
    page.evaluate("location.hash = '#q-nothing'")
    expect(_place(page)).to_have_text("Question 2 of 4")
    link = _shown(page).get_by_role("link", name="Link to this question")
    expect(link).to_have_attribute("href", "#q-tea--q1")


def test_a_reload_keeps_the_place(opened: Opened) -> None:
    """The place, the round and its answers are there again; the record is made once."""
    page = opened()
    _finish(page, "right", "wrong", "right", "kept")
    before = _cells(page)
    page.reload()
    expect(page.get_by_role("heading", name="Your summary")).to_be_visible()
    assert before == _cells(page)
    key = "Object.keys(localStorage).find((key) => key.includes('quiz:tea'))"
    kept = json.loads(page.evaluate(f"localStorage[{key}]"))
    assert 1 == len(kept["attempts"])
    assert 2 / 3 == pytest.approx(kept["attempts"][0]["score"])
    assert "wrong" == kept["attempts"][0]["results"]["tea/q1"]


def test_a_later_round_asks_anew_after_a_reload(opened: Opened) -> None:
    """Answers of an earlier round do not come back into this one."""
    page = opened()
    _finish(page, "right", "right", "right", "kept")
    _press(page, "Start again in a new order")
    page.reload()
    expect(_place(page)).to_have_text("Question 1 of 4")
    expect(page.get_by_role("progressbar", name="0 of 4 answered")).to_be_visible()
    expect(_shown(page).locator("form > button")).to_have_text(re.compile("^(Check|Compare)"))
    expect(page.locator("cw-quiz input:checked")).to_have_count(0)


SOUND: dict[str, Any] = {"refs": ["tea/q0"], "at": 0, "since": 0, "begun": 0}


def test_questions_of_earlier_modules_are_asked_anew(opened: Opened) -> None:
    """What was answered in their own module is no answer here; what is answered here is."""
    page = opened()
    _finish(page, "right", "right", "right", "kept")
    page.goto(page.url.replace(WHOLE, AGAIN))
    expect(_place(page)).to_have_text("Question 1 of 5")
    for _ in range(3):
        _press(page, "Next question")
    expect(_shown(page)).to_contain_text("tea number 1")
    expect(_shown(page)).to_contain_text("From an earlier module: Tea")
    expect(page.get_by_role("progressbar", name="0 of 5 answered")).to_be_visible()
    expect(_shown(page).locator("input:checked, .cw-feedback:not(:empty)")).to_have_count(0)
    _answer(page, "wrong")
    page.reload()
    expect(_place(page)).to_have_text("Question 4 of 5")
    expect(page.get_by_role("progressbar", name="1 of 5 answered")).to_be_visible()
    expect(_shown(page).get_by_label("This one is wrong")).to_be_checked()
    for name in ("Next question", "See the summary"):
        _press(page, name)
    summary = page.get_by_role("region", name="Your summary")
    expect(summary).to_contain_text("Not right yet: What about tea number 1?")
    again = summary.get_by_role("link", name="About to pour").last
    assert str(again.evaluate("link => link.href")).endswith("/modules/tea/about-pour/")
    _press(page, "Start again in a new order")
    expect(_place(page)).to_have_text("Question 1 of 5")


HOSTILE = ["", "null", "[]", "{", '{"refs":[]}', '{"__proto__":{"refs":["tea/q0"]}}']
HOSTILE += [
    json.dumps(SOUND | wrong)
    for wrong in (
        *({"refs": ["x/y"]}, {"refs": ["tea/q0", "tea/q0"]}, {"refs": {"length": 1}}),
        *({"at": 9}, {"at": -1}, {"since": "x"}, {"begun": None}),
    )
]


def test_a_damaged_place_is_forgotten(opened: Opened) -> None:
    """Whatever the tab remembers, the quiz starts."""
    page = opened()
    for stored in HOSTILE:
        page.evaluate(
            "s => { sessionStorage['coursewright-quiz:' + location.pathname + ':tea'] = s }", stored
        )
        page.reload()
        expect(_place(page)).to_have_text("Question 1 of 4")


BLOCK = """
    for (const name of ["getItem", "setItem"]) {
        const real = Storage.prototype[name];
        Storage.prototype[name] = function (key, ...rest) {
            if (key.startsWith("coursewright")) throw new Error("blocked");
            return real.call(this, key, ...rest);
        };
    }
"""


def test_it_works_where_nothing_can_be_kept(opened: Opened) -> None:
    """With storage blocked the round goes on to its summary."""
    page = opened()
    page.add_init_script(BLOCK)
    page.reload()
    expect(_place(page)).to_have_text("Question 1 of 4")
    _finish(page, "right", "right", "wrong", "kept")
    expect(page.locator(".cw-quiz__score")).to_have_text("2 of 3 right: 66%")


def test_without_a_script_all_questions_stand_below_each_other(opened: Opened) -> None:
    """Nothing is hidden, no button is dead, and a link leads to its question."""
    page = opened(WHOLE, java_script_enabled=False)
    expect(page.locator(".cw-quiz__item").locator("visible=true")).to_have_count(4)
    expect(page.locator("cw-quiz button, cw-quiz progress")).to_have_count(0)
    page.locator("#q-tea--q2 + .cw-quiz__link a").click()
    expect(page.locator(".cw-question:target")).to_contain_text("tea number 2")


def test_on_paper_it_is_a_worksheet(opened: Opened) -> None:
    """Every question is printed with its number, whatever is shown, and no control or result."""
    page = opened()
    for step in ("first", "summary"):
        if step == "summary":
            _finish(page, "right", "wrong", "", "kept")
        page.emulate_media(media="print")
        expect(page.locator(".cw-quiz__item").locator("visible=true")).to_have_count(4)
        controls = page.locator("cw-quiz :is(button, progress, .cw-quiz__summary, .cw-quiz__link)")
        expect(controls.locator("visible=true")).to_have_count(0)
        page.emulate_media(media="screen")


@pytest.mark.firefox
def test_by_keyboard_alone(opened: Opened) -> None:
    """Tab reaches every control in reading order, and Enter presses it."""
    page = opened()
    _press(page, "Next question")
    reached = []
    for _ in range(5):
        page.keyboard.press("Tab")
        reached.append(
            page.evaluate("document.activeElement.textContent || document.activeElement.type")
        )
    assert ["radio", "Check answer", "Link to this question"] == reached[:3]
    assert ["Previous question", "Next question"] == reached[3:]
    page.keyboard.press("Enter")
    expect(_place(page)).to_be_focused()
    expect(_place(page)).to_have_text("Question 3 of 4")


@pytest.mark.firefox
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [LAPTOP, PHONE], ids=["laptop", "phone"])
def test_no_state_has_a_violation(opened: Opened, scheme: str, size: ViewportSize) -> None:
    """First, middle, a summary with misses and one without: axe-core finds nothing in any."""
    page = opened(color_scheme=scheme, viewport=size, reduced_motion="reduce")
    found = {"first": _violations(page)}
    _press(page, "Next question")
    _answer(page, "wrong")
    found["middle"] = _violations(page)
    _press(page, "Previous question")
    _finish(page, "right", "", "", "kept")
    found["misses"] = _violations(page)
    _press(page, "Try the missed ones again")
    _finish(page, "right", "right")
    found["all right"] = _violations(page)
    assert {} == {state: said for state, said in found.items() if said}
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def _violations(page: Page) -> list[str]:
    """Look from the top of the page: a control half under the header counts as too small."""
    page.evaluate("scrollTo(0, 0)")
    return violations(page)


def test_everything_to_press_fits_a_thumb(opened: Opened) -> None:
    """Buttons and links of the quiz are 44 px high, in the summary too."""
    page = opened(viewport=PHONE)
    for where in ("first", "summary"):
        if where == "summary":
            _finish(page, "wrong", "", "", "kept")
        for control in page.locator("cw-quiz :is(button, .cw-quiz__link a):visible").all():
            box = control.bounding_box()
            assert box
            assert box["height"] >= 44


def test_what_has_the_focus_is_below_the_header(opened: Opened) -> None:
    """After a step from far down the page, the place is in sight."""
    page = opened(viewport=PHONE)
    _answer(page, "wrong")
    _press(page, "Next question")
    expect(_place(page)).to_be_focused()
    top = page.evaluate("document.activeElement.getBoundingClientRect().top")
    assert top >= page.evaluate(
        "document.querySelector('.md-header').getBoundingClientRect().bottom"
    )


@pytest.mark.firefox
def test_questions_show_when_the_script_never_comes(
    page: Page, drinks_url: str, faults: list[str]
) -> None:
    """They wait for it for a moment, laid out by nobody, and then stand below each other."""
    page.route("**/assets/coursewright/quiz.js", lambda route: route.abort())
    page.goto(drinks_url + WHOLE)
    items = page.locator(".cw-quiz__item")
    expect(items.first).to_be_visible()
    expect(items.last).to_be_visible()
    faults.clear()

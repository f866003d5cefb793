"""What a person meets in a question: every kind, from the examples in its folder."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from coursewright.questions import KINDS
from playwright.sync_api import Locator, Page, ViewportSize, expect

from tests.browser.asked import ANSWERED, examples
from tests.browser.axe import violations
from tests.browser.conftest import NewPage, Serve
from tests.examples import CHECK_PAGE

Opened = Callable[..., Page]

PHONE: ViewportSize = {"width": 320, "height": 640}
LAPTOP: ViewportSize = {"width": 1280, "height": 800}
CHOOSING = ("multiple", "single", "true-false")
"""Kinds answered by choosing; those that are typed, sorted or gone through have their own tests."""
EVERY_KIND = pytest.mark.parametrize("kind", CHOOSING)

LISTEN = """
    window.answers = [];
    addEventListener("cw-answer", (event) => window.answers.push(event.detail));
"""


@pytest.fixture(scope="session")
def examples_url(serve: Serve, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of the page with every example, built once for all workers."""
    return serve(examples(tmp_path_factory)) + CHECK_PAGE


@pytest.fixture
def opened(new_page: NewPage, examples_url: str) -> Opened:
    """Opens the page with every example, when its questions are ready."""

    def go(**options: Any) -> Page:
        page = new_page(**options)
        page.add_init_script(LISTEN)
        page.goto(examples_url)
        if options.get("java_script_enabled", True):
            for question in page.locator("cw-question").all():
                expect(question.locator("form > .cw-button[type=submit]")).to_be_visible()
        return page

    return go


def _first(page: Page, kind: str) -> Locator:
    return page.locator(f'.cw-question:has(cw-question[kind="{kind}"])').first


def _choose_right(question: Locator) -> None:
    """Choose what the answer in the page says is correct."""
    for entry in question.locator("cw-answer [data-correct]").all():
        _control(question, entry).check()


def _choose_wrong(question: Locator) -> None:
    """Choose what the answer in the page says is not correct."""
    for entry in question.locator("cw-answer [data-key]:not([data-correct])").all():
        _control(question, entry).check()


def _control(question: Locator, entry: Locator) -> Locator:
    key, name = entry.get_attribute("data-key"), entry.locator("..").get_attribute("data-name")
    return question.locator(f'input[name="{name}"][value="{key}"]')


def _button(question: Locator) -> Locator:
    return question.get_by_role("button")


def _status(question: Locator) -> Locator:
    return question.get_by_role("status")


def _answers(page: Page) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = page.evaluate("window.answers")
    return found


@EVERY_KIND
def test_an_empty_answer_is_asked_for_and_not_counted(opened: Opened, kind: str) -> None:
    """The error is announced and tied to the group, focus goes to the first control."""
    page = opened()
    question = _first(page, kind)
    _button(question).click()
    alert = question.get_by_role("alert")
    expect(alert).to_contain_text(re.compile("^Choose "))
    expect(question.locator("input").first).to_be_focused()
    group = question.locator(f'fieldset[aria-describedby="{alert.get_attribute("id")}"]')
    expect(group).to_have_count(1)
    expect(_status(question)).to_be_empty()
    assert [] == _answers(page)

    question.locator("input").first.check()
    expect(question.get_by_role("alert")).to_have_count(0)


@pytest.mark.firefox
@EVERY_KIND
def test_a_right_answer_is_told_in_words(opened: Opened, kind: str) -> None:
    """The status says that it is right, why, and what to do next; the focus stays."""
    page = opened()
    question = _first(page, kind)
    _choose_right(question)
    _button(question).click()
    status = _status(question)
    expect(status).to_contain_text(re.compile("^Right"))
    expect(status).to_contain_text("You can go on.")
    why = question.locator("cw-answer [data-correct] > div").last.text_content() or ""
    expect(status).to_contain_text(why.strip())
    expect(_button(question)).to_be_focused()
    [answer] = _answers(page)
    assert ("right", kind) == (answer["result"], answer["kind"])


@EVERY_KIND
def test_a_wrong_answer_leads_on(opened: Opened, kind: str) -> None:
    """The status says not yet, why, and names the lesson when there is one; focus stays."""
    page = opened()
    question = _first(page, kind)
    _choose_wrong(question)
    _button(question).click()
    status = _status(question)
    expect(status).to_contain_text(re.compile("^Not yet"))
    expect(status.get_by_role("link", name="How bread rises")).to_be_visible()
    expect(_button(question)).to_be_focused()
    [answer] = _answers(page)
    assert "wrong" == answer["result"]
    assert answer["ref"].startswith(f"{kind}/")
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT[\d:.]+Z", answer["at"])


@EVERY_KIND
def test_what_was_chosen_is_marked_by_words(opened: Opened, kind: str) -> None:
    """A chosen control is described by its mark, and its name stays what it was."""
    question = _first(opened(), kind)
    _choose_wrong(question)
    _button(question).click()
    for control in question.locator("input:checked").all():
        expect(control).to_have_accessible_description(re.compile("^(Not right|Does not belong)$"))
        expect(control).not_to_have_accessible_name(re.compile("Not right|Does not belong"))
    for control in question.locator("input:not(:checked)").all():
        expect(control).to_have_accessible_description("")


@EVERY_KIND
def test_nothing_is_graded_before_it_is_submitted(opened: Opened, kind: str) -> None:
    """Choosing, also by arrow keys, says nothing and can be changed at will."""
    page = opened()
    question = _first(page, kind)
    question.locator("input").first.focus()
    for key in ("Space", "ArrowDown", "ArrowDown", "ArrowUp"):
        page.keyboard.press(key)
    expect(_status(question)).to_be_empty()
    expect(_button(question)).to_have_text("Check answer")
    assert [] == _answers(page)


@EVERY_KIND
def test_it_can_be_tried_again(opened: Opened, kind: str) -> None:
    """Trying again takes back answer, marks and feedback, as often as one likes."""
    page = opened()
    question = _first(page, kind)
    for _ in range(2):
        _choose_wrong(question)
        _button(question).click()
        question.get_by_role("button", name="Try again").click()
        expect(_status(question)).to_be_empty()
        expect(question.locator("input:checked, .cw-mark")).to_have_count(0)
        expect(question.locator("input").first).to_be_focused()
    _choose_right(question)
    question.get_by_role("button", name="Check answer").click()
    assert ["wrong", "wrong", "right"] == [answer["result"] for answer in _answers(page)]


@EVERY_KIND
def test_a_changed_answer_takes_the_claim_back(opened: Opened, kind: str) -> None:
    """After a change nothing is claimed of the new answer, and the focus stays."""
    page = opened()
    question = _first(page, kind)
    _choose_right(question)
    _button(question).click()
    changed = question.locator("cw-answer [data-key]:not([data-correct])").last
    _control(question, changed).check()
    expect(_status(question)).to_have_text("You changed your answer. Check it again.")
    expect(question.locator(".cw-mark")).to_have_count(0)
    expect(_control(question, changed)).to_be_focused()
    question.get_by_role("button", name="Check answer").click()
    expect(_status(question)).to_contain_text(re.compile("^(Not yet|Partly right)"))
    expect(question.locator(".cw-earlier")).to_have_count(0)


@pytest.mark.firefox
@EVERY_KIND
def test_by_keyboard_alone(opened: Opened, kind: str) -> None:
    """Space and arrows choose, Tab leads to the button, Enter checks, and again to try again."""
    page = opened()
    question = _first(page, kind)
    question.locator("input").first.focus()
    page.keyboard.press("Space")
    groups = question.locator("fieldset:not(:has(fieldset))").count()
    for _ in range(groups - 1):
        page.keyboard.press("Tab")
        page.keyboard.press("Space")
    while not _button(question).evaluate("button => button === document.activeElement"):
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(_status(question)).not_to_be_empty()
    page.keyboard.press("Enter")
    expect(_button(question)).to_have_text("Check answer")
    expect(_status(question)).to_be_empty()


@EVERY_KIND
def test_a_double_click_does_not_lose_the_feedback(opened: Opened, kind: str) -> None:
    """The second click of two belongs to the first."""
    question = _first(opened(), kind)
    _choose_right(question)
    _button(question).dblclick()
    expect(_status(question)).to_contain_text(re.compile("^Right"))


@EVERY_KIND
def test_without_a_script_the_answer_unfolds(opened: Opened, kind: str) -> None:
    """No control is dead: no button is there, Enter leads nowhere, and the answer can be read."""
    page = opened(java_script_enabled=False)
    question = _first(page, kind)
    address = page.url
    expect(question.locator("button")).to_have_count(0)
    question.locator("input").first.check()
    page.keyboard.press("Enter")
    question.get_by_text("Show the answer and explanation").click()
    for entry in question.locator("cw-answer [data-key]").all():
        expect(entry).to_be_visible()
    assert address == page.url


@EVERY_KIND
def test_the_answer_waits_for_the_first_check(opened: Opened, kind: str) -> None:
    """What says the answer is out of the way until an answer has been given."""
    question = _first(opened(), kind)
    unfold = question.get_by_text("Show the answer and explanation")
    expect(unfold).to_be_hidden()
    _choose_wrong(question)
    _button(question).click()
    expect(unfold).to_be_visible()
    expect(question.locator("cw-answer details")).not_to_have_attribute("open", "")


def test_a_multiple_answer_is_counted(opened: Opened) -> None:
    """What belongs and what does not are both counted, and what was missed is not given away."""
    question = opened().locator("#q-multiple--plain-loaf")
    for name in ("Flour", "Water", "Sugar"):
        question.get_by_label(name, exact=True).check()
    _button(question).click()
    said = "Not yet: 2 of 3 right, and 1 that does not belong."
    expect(_status(question)).to_contain_text(said)
    expect(_status(question)).not_to_contain_text("Yeast or a leaven")
    expect(question.get_by_role("group").first).to_contain_text("Select all that apply.")


def test_true_or_false_says_which_part_holds(opened: Opened) -> None:
    """A right verdict for a wrong reason is not right, and the other way round."""
    question = opened().locator("#q-true-false--cold-stops-yeast")
    question.get_by_label("False", exact=True).check()
    _button(question).click()
    expect(question.get_by_role("alert")).to_contain_text("reason")
    question.get_by_label("Cold kills yeast within minutes").check()
    _button(question).click()
    expect(_status(question)).to_contain_text("the verdict holds, the reason does not")
    question.get_by_label("True", exact=True).check()
    question.get_by_label("Cold slows yeast down and leaves it alive").check()
    _button(question).click()
    expect(_status(question)).to_contain_text("the reason holds, the verdict does not")


def test_a_question_may_stand_on_a_page_twice(opened: Opened) -> None:
    """Each of the two has its own answer, and no id is used twice for a description."""
    page = opened()
    page.evaluate(
        """async () => {
            const text = await (await fetch(location.href)).text();
            const found = new DOMParser().parseFromString(text, "text/html");
            const second = found.querySelector("#q-single--dense-loaf");
            second.id = "second";
            document.querySelector("#q-single--dense-loaf").after(second);
        }"""
    )
    first, second = page.locator("#q-single--dense-loaf"), page.locator("#second")
    for question, choose in ((first, _choose_right), (second, _choose_wrong)):
        expect(_button(question)).to_be_visible()
        choose(question)
        _button(question).click()
    expect(_status(first)).to_contain_text(re.compile("^Right"))
    expect(_status(second)).to_contain_text(re.compile("^Not yet"))
    ids = page.locator("[data-cw-made]").evaluate_all("nodes => nodes.map((node) => node.id)")
    assert len(ids) == len(set(ids)) > 2


def test_it_survives_being_moved_and_copied(opened: Opened) -> None:
    """A moved question keeps its answer, and a copied one starts afresh with one button."""
    page = opened()
    question = page.locator("#q-single--dense-loaf")
    _choose_right(question)
    _button(question).click()
    question.evaluate(
        """node => {
            node.parentElement.append(node);
            const copy = node.cloneNode(true);
            copy.id = "copy";
            node.after(copy);
        }"""
    )
    expect(_status(question)).to_contain_text(re.compile("^Right"))
    expect(_button(question)).to_have_text("Try again")
    copy = page.locator("#copy")
    expect(_button(copy)).to_have_text("Check answer")
    expect(_status(copy)).to_be_empty()
    expect(copy.locator(".cw-mark")).to_have_count(0)


BREAK = {
    "an unknown kind": """node => node.setAttribute("kind", "../single")""",
    "no form": """node => node.querySelector("form").replaceWith("gone")""",
    "no answer": """node => node.querySelector("cw-answer").remove()""",
}


@pytest.mark.parametrize("how", BREAK)
def test_a_broken_question_fails_alone(opened: Opened, how: str) -> None:
    """It stays as it is without a script, and its neighbors work."""
    page = opened()
    warned: list[str] = []
    page.on("console", lambda message: warned.append(message.text))
    broken = page.evaluate_handle("document.querySelector('cw-question').cloneNode(true)")
    broken.evaluate("node => node.querySelectorAll('[data-cw-made]').forEach((n) => n.remove())")
    broken.evaluate("node => { const a = node.querySelector('cw-answer'); a.hidden = false; }")
    broken.evaluate(BREAK[how])
    with page.expect_console_message(lambda message: "has no script" in message.text):
        broken.evaluate("node => document.querySelector('article').prepend(node)")
    expect(page.locator("article > cw-question button")).to_have_count(0)
    assert 1 == len(warned)
    neighbor = page.locator("#q-single--dense-loaf")
    _choose_right(neighbor)
    _button(neighbor).click()
    expect(_status(neighbor)).to_contain_text(re.compile("^Right"))


def test_an_answer_that_says_nothing_of_a_choice_fails_alone(opened: Opened) -> None:
    """A choice that the answer does not know takes the buttons away and leaves the answer."""
    page = opened()
    question = page.locator("#q-single--dense-loaf")
    question.locator("input").first.evaluate("input => { input.value = 'unknown'; }")
    question.locator("input").first.check()
    with page.expect_console_message(lambda message: "has no script" in message.text):
        _button(question).click()
    expect(_button(question)).to_have_count(0)
    expect(question.get_by_text("Show the answer and explanation")).to_be_visible()
    expect(_status(question)).to_be_empty()


@pytest.mark.firefox
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [LAPTOP, PHONE], ids=["laptop", "phone"])
def test_no_state_has_a_violation(opened: Opened, scheme: str, size: ViewportSize) -> None:
    """Untouched, empty, wrong, changed and right: axe-core finds nothing in any."""
    assert set(CHOOSING) < set(KINDS)
    page = opened(color_scheme=scheme, viewport=size, reduced_motion="reduce")
    found = {"untouched": _violations(page)}
    questions = [_first(page, kind) for kind in CHOOSING]
    _click_all(questions)
    found["empty"] = _violations(page)
    for state, choose in (("wrong", _choose_wrong), ("changed", _choose_right)):
        for question in questions:
            choose(question)
            if state == "wrong":
                _button(question).click()
        found[state] = _violations(page)
    for question in questions:
        _button(question).click()
        question.get_by_role("button", name="Try again").click()
        _choose_right(question)
    _click_all(questions)
    found["right"] = _violations(page)
    assert {} == {state: said for state, said in found.items() if said}


def _violations(page: Page) -> list[str]:
    """Look from the top of the page: a control half under the header counts as too small."""
    page.evaluate("scrollTo(0, 0)")
    return violations(page)


def _click_all(questions: list[Locator]) -> None:
    for question in questions:
        _button(question).click()


def test_rows_fit_a_thumb_and_can_be_clicked_anywhere(opened: Opened) -> None:
    """A row is 44 px high, its control 24 px, and a click at its far end chooses."""
    page = opened(viewport=PHONE)
    for row in page.locator(".cw-option label:visible").all():
        box = row.bounding_box()
        control = row.locator("input").bounding_box()
        assert box
        assert control
        assert box["height"] >= 44
        assert min(control["width"], control["height"]) >= 24
        row.click(position={"x": box["width"] - 4, "y": box["height"] - 4})
        expect(row.locator("input")).to_be_checked()
    for button in page.locator(".cw-question :is(button, summary):visible").all():
        box = button.bounding_box()
        assert box
        assert box["height"] >= 44


@pytest.mark.firefox
@pytest.mark.parametrize("factor", [1, 2])
def test_nothing_is_cut_off_on_a_small_screen(opened: Opened, factor: int) -> None:
    """At 320 px and with text of twice the size, the page does not scroll sideways."""
    page = opened(viewport=PHONE)
    page.evaluate(
        """factor => {
            const root = document.documentElement;
            root.style.fontSize = parseFloat(getComputedStyle(root).fontSize) * factor + "px";
        }""",
        factor,
    )
    for kind in CHOOSING:
        _choose_wrong(_first(page, kind))
        _button(_first(page, kind)).click()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_no_focus_stop_hides_under_the_header(opened: Opened) -> None:
    """Forward and backward through the page, what has the focus can be seen whole."""
    page = opened(viewport={"width": 600, "height": 500}, reduced_motion="reduce")
    hidden = []
    page.locator("input[name=choice]").first.focus()
    for key in ["Tab"] * 25 + ["Shift+Tab"] * 25:
        page.keyboard.press(key)
        hidden += page.evaluate(
            """() => {
                const header = document.querySelector(".md-header").getBoundingClientRect();
                const focused = document.activeElement;
                const hidden = focused.getBoundingClientRect().top < header.bottom;
                return focused.closest(".cw-question") && hidden ? [focused.outerHTML] : [];
            }"""
        )
    assert [] == hidden


def test_on_paper_it_is_a_worksheet(opened: Opened) -> None:
    """No button, mark, feedback or answer is printed, and no box shows what was ticked."""
    page = opened()
    page.evaluate(ANSWERED)
    page.emulate_media(media="print")
    for hidden in ("button", ".cw-mark", "[role=status]", "cw-answer"):
        expect(page.locator(f".cw-question {hidden}").locator("visible=true")).to_have_count(0)
    drawn = "nodes => nodes.map((node) => getComputedStyle(node).appearance)"
    boxes = page.locator(".cw-question input:is([type=radio], [type=checkbox])")
    assert {"none"} == set(boxes.evaluate_all(drawn))
    expect(page.locator(".cw-question legend").first).to_be_visible()


@pytest.mark.firefox
def test_signs_are_seen_in_forced_colors(opened: Opened) -> None:
    """Where the reader's colors rule, the signs beside words are drawn in them, for every kind."""
    page = opened(forced_colors="active")
    page.evaluate(ANSWERED)
    sign = "nodes => nodes.map((node) => getComputedStyle(node, '::before').backgroundColor)"
    marks = page.locator(".cw-mark:visible")
    expect(marks.nth(len(KINDS) - 1)).to_be_visible()
    text = page.evaluate("getComputedStyle(document.body).color")
    assert {text} == set(marks.evaluate_all(sign))
    assert [] == _violations(page)


@pytest.mark.firefox
def test_controls_are_seen_in_forced_colors(opened: Opened) -> None:
    """Where the reader's colors rule, every control has an edge, and the focused one another."""
    page = opened(forced_colors="active")
    assert [] == _violations(page)
    controls = page.locator(".cw-question :is(input, select, textarea, button):visible")
    assert controls.count() > len(KINDS)
    bare = """nodes => nodes.filter((node) => {
        const style = getComputedStyle(node);
        return style.appearance === "none" && parseFloat(style.borderTopWidth) < 1;
    }).map((node) => node.outerHTML)"""
    assert [] == controls.evaluate_all(bare)
    page.keyboard.press("Tab")
    edge = """node => { node.focus({ focusVisible: true });
        return parseFloat(getComputedStyle(node).outlineWidth); }"""
    for kind in KINDS:
        first = _first(page, kind).locator("form :is(input, select, textarea, button)").first
        assert first.evaluate(edge) >= 2


@pytest.mark.firefox
@EVERY_KIND
def test_the_last_answer_is_there_again(opened: Opened, kind: str) -> None:
    """After a reload it is chosen and told as it was, with nothing announced and no focus moved."""
    page = opened()
    _choose_wrong(_first(page, kind))
    chosen = "nodes => nodes.map((node) => [node.name, node.value])"
    before = _first(page, kind).locator("input:checked").evaluate_all(chosen)
    _button(_first(page, kind)).click()
    page.reload()
    question = _first(page, kind)
    expect(question.get_by_text("Your last answer, today:")).to_be_visible()
    expect(question.locator(".cw-feedback__result")).to_have_text(re.compile("^Not yet"))
    assert before == question.locator("input:checked").evaluate_all(chosen)
    expect(_status(question)).to_be_empty()
    expect(question.locator(".cw-mark").first).to_be_visible()
    assert page.evaluate("document.activeElement === document.body")
    assert [] == _answers(page)
    question.get_by_role("button", name="Try again").click()
    expect(question.locator("input:checked, .cw-mark, [data-result]")).to_have_count(0)


def test_a_short_screen_shows_where_the_error_is(opened: Opened) -> None:
    """After an empty answer the first control, and the words that ask for it, are in view."""
    page = opened(viewport={"width": 600, "height": 420}, reduced_motion="reduce")
    question = page.locator("#q-multiple--plain-loaf")
    _button(question).click()
    expect(question.locator("input").first).to_be_in_viewport()
    expect(question.get_by_role("alert")).to_be_in_viewport()

"""What a person meets in a branching case."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.asked import HOSTILE, Asked, examples
from tests.browser.conftest import NewPage, Serve
from tests.examples import CHECK_PAGE

Ask = Callable[..., Asked]

GOOD = [
    "Put it into the oven with only the lamp on",
    "Shape the loaf while the oven heats",
]
MIXED = ["Bake it now, longer than the recipe says", "Slice it thin and toast it"]
POOR = [MIXED[0], "Back into the oven until it sounds hollow"]


@pytest.fixture(scope="session")
def url(serve: Serve, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of the page with every example."""
    return serve(examples(tmp_path_factory)) + CHECK_PAGE


@pytest.fixture
def ask(new_page: NewPage, url: str) -> Ask:
    """Opens the longer example."""

    def asked(**options: Any) -> Asked:
        found = Asked(new_page(**options), url, "scenario", "guests-at-six")
        found.button = found.root.locator("form > button:not([type=button])")
        return found if options.get("java_script_enabled") is False else found.ready()

    return asked


def _situation(asked: Asked, number: int) -> Locator:
    return asked.root.get_by_role("heading", name=f"Situation {number}")


def _go(asked: Asked, way: list[str]) -> None:
    """Decide and continue, as often as the way is long."""
    for text in way:
        asked.root.get_by_label(text).check()
        asked.button.click()
        expect(asked.button).to_have_text("Continue")
        asked.button.click()


def _way(asked: Asked) -> Locator:
    return asked.root.locator(".cw-way li")


def test_one_situation_at_a_time(ask: Ask) -> None:
    """A decision shows its consequence and stays; going on is the learner's own step."""
    asked = ask()
    expect(_situation(asked, 1)).to_be_visible()
    expect(_situation(asked, 2)).to_be_hidden()
    expect(asked.button).to_have_text("Decide")
    asked.root.get_by_label(GOOD[0]).check()
    asked.button.click()
    expect(asked.root.get_by_text("At some 28 °C the yeast wakes up.").first).to_be_visible()
    expect(_situation(asked, 1)).to_be_visible()
    expect(asked.button).to_be_focused()
    expect(asked.status).to_be_empty()
    asked.button.click()
    expect(_situation(asked, 2)).to_be_focused()
    expect(_situation(asked, 1)).to_be_hidden()
    expect(_way(asked)).to_have_text([GOOD[0]])
    assert [] == asked.answers()


def test_good_decisions_are_right(ask: Ask) -> None:
    """At the end stand its text and how good each decision was."""
    asked = ask()
    _go(asked, GOOD)
    expect(asked.root.get_by_role("heading", name="Warm bread at six")).to_be_focused()
    expect(asked.root.get_by_text("The loaf has cooled").first).to_be_visible()
    expect(asked.status).to_contain_text("Right: every decision was good.")
    expect(_way(asked)).to_have_text([f"{text} Good" for text in GOOD])
    expect(asked.button).to_have_text("Try another way")
    [told] = asked.answers()
    assert ("right", 1) == (told["result"], told["score"])
    assert 2 == len(told["response"])


def test_partly_and_wrong(ask: Ask) -> None:
    """A fair decision counts a half; poor ones only are wrong, and another way can be tried."""
    asked = ask()
    _go(asked, MIXED)
    expect(asked.status).to_contain_text("Not yet: 0 of 2 decisions were good.")
    expect(asked.status).to_contain_text("Try another way")
    expect(_way(asked)).to_have_text([f"{MIXED[0]} Poor", f"{MIXED[1]} Fair"])
    asked.button.click()
    expect(_way(asked)).to_have_count(0)
    expect(asked.root.get_by_role("heading", name="Something to nibble")).to_have_count(0)
    expect(_situation(asked, 1)).to_be_visible()
    expect(asked.root.locator("input").first).to_be_focused()
    expect(asked.root.locator("input:checked")).to_have_count(0)
    _go(asked, POOR)
    assert [("partly", 0.25), ("wrong", 0)] == [
        (told["result"], told["score"]) for told in asked.answers()
    ]


def test_no_decision_is_asked_for(ask: Ask) -> None:
    """In each situation the error stands at its choices, and nothing is counted."""
    asked = ask()
    for text in (GOOD[0], ""):
        asked.button.click()
        expect(asked.alert).to_have_text("Choose what to do, then decide.")
        expect(asked.root.locator("input:visible").first).to_be_focused()
        if text:
            _go(asked, [text])
            expect(asked.alert).to_have_count(0)
    assert [] == asked.answers()


def test_a_decision_can_be_changed_before_going_on(ask: Ask) -> None:
    """Another choice takes the consequence away, and has to be decided on anew."""
    asked = ask()
    asked.root.get_by_label(GOOD[0]).check()
    asked.button.click()
    asked.root.get_by_label(MIXED[0]).check()
    expect(asked.button).to_have_text("Decide")
    expect(asked.root.locator("form").get_by_text("the yeast wakes up")).to_have_count(0)
    asked.button.dblclick()
    expect(asked.button).to_have_text("Continue")
    expect(asked.root.locator("form").get_by_text("The crust browns.")).to_be_visible()


@pytest.mark.firefox
def test_by_keyboard_alone(ask: Ask) -> None:
    """Arrows choose, Tab leads to the button, Enter decides, goes on and starts anew."""
    asked = ask()
    asked.root.locator("input:visible").first.focus()
    for _ in range(2):
        asked.page.keyboard.press("Space")
        while not asked.button.evaluate("button => button === document.activeElement"):
            asked.page.keyboard.press("Tab")
        asked.page.keyboard.press("Enter")
        asked.page.keyboard.press("Enter")
        asked.page.keyboard.press("Tab")
    expect(asked.status).not_to_be_empty()
    expect(asked.button).to_have_text("Try another way")


def test_the_way_is_there_after_a_reload(ask: Ask) -> None:
    """An earlier way stands with its end; the focus is not moved."""
    asked = ask()
    _go(asked, GOOD)
    asked.page.reload()
    asked.ready()
    expect(_way(asked)).to_have_text([f"{text} Good" for text in GOOD])
    expect(asked.root.get_by_role("heading", name="Warm bread at six")).not_to_be_focused()
    expect(asked.button).to_have_text("Try another way")
    asked.button.click()
    expect(_situation(asked, 1)).to_be_visible()


def test_what_is_stored_is_not_trusted(ask: Ask) -> None:
    """Only a way from the start to an end is taken."""
    asked = ask()
    for response in (*HOSTILE, ["warm"], ["warm", "warm"], ["warm"] * 50_000):
        assert (False, True) == asked.restored(response)


def test_without_a_script_links_lead_on(ask: Ask) -> None:
    """All situations can be read; a link opens what each choice leads to, and one leads on."""
    asked = ask(java_script_enabled=False)
    expect(asked.root.locator("button")).to_have_count(0)
    for number in (1, 2, 3):
        expect(_situation(asked, number)).to_be_visible()
    asked.root.get_by_role("link", name="What each choice leads to").first.click()
    expect(asked.root.get_by_text("At some 28 °C the yeast wakes up.")).to_be_visible()
    asked.root.get_by_role("link", name="On to situation 2").click()
    assert asked.page.url.endswith("guests-at-six-at-grown")


def test_on_paper(ask: Ask) -> None:
    """Every situation is printed, and nothing of the way taken."""
    asked = ask()
    _go(asked, POOR)
    asked.page.emulate_media(media="print")
    for number in (1, 2, 3):
        expect(_situation(asked, number)).to_be_visible()
    for hidden in (".cw-way", ".cw-mark", "button", "cw-answer", ".cw-onward"):
        expect(asked.root.locator(hidden).locator("visible=true")).to_have_count(0)


@pytest.mark.firefox
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 320])
def test_no_state_has_a_violation(ask: Ask, scheme: str, width: int) -> None:
    """Untouched, empty, decided and every end: nothing is found, and nothing cut off."""
    view = {"width": width, "height": 800}
    asked = ask(color_scheme=scheme, viewport=view, reduced_motion="reduce").alone()
    found = asked.violations()
    asked.button.click()
    found += asked.violations()
    asked.root.get_by_label(GOOD[0]).check()
    asked.button.click()
    found += asked.violations()
    asked.root.get_by_label(MIXED[0]).check()
    for way in (GOOD, MIXED, POOR):
        _go(asked, way)
        found += asked.violations()
        assert asked.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        asked.root.get_by_role("button", name="Try another way").click()
    assert [] == found

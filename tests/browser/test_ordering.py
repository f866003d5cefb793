"""What a person meets in a list to put in order."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.asked import HOSTILE, Asked, examples
from tests.browser.conftest import NewPage, Serve
from tests.examples import CHECK_PAGE

Ask = Callable[..., Asked]

RIGHT = ["cold", "room", "crumb", "oven"]
TABLE = "Dough on the table"


@pytest.fixture(scope="session")
def url(serve: Serve, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of the page with every example."""
    return serve(examples(tmp_path_factory)) + CHECK_PAGE


@pytest.fixture
def ask(new_page: NewPage, url: str) -> Ask:
    """Opens the example whose items have ids."""

    def asked(**options: Any) -> Asked:
        found = Asked(new_page(**options), url, "ordering", "by-temperature")
        found.button = found.root.locator("form > button:not([type=button])")
        return found if options.get("java_script_enabled") is False else found.ready()

    return asked


def _order(asked: Asked) -> list[str]:
    items = asked.root.locator("[data-item]")
    found: list[str] = items.evaluate_all("items => items.map((item) => item.dataset.item)")
    return found


def _arrange(asked: Asked, wanted: list[str]) -> None:
    """Move each item up to its place by its button."""
    for place, key in enumerate(wanted):
        for _ in range(_order(asked).index(key) - place):
            asked.root.locator(f'[data-item="{key}"]').get_by_label("Move up").click()
    assert wanted == _order(asked)


def _up(asked: Asked, text: str = TABLE) -> Locator:
    return asked.root.get_by_role("button", name=f"Move up: {text}")


def _down(asked: Asked, text: str = TABLE) -> Locator:
    return asked.root.get_by_role("button", name=f"Move down: {text}")


def _said(asked: Asked) -> Locator:
    return asked.root.locator("[aria-live=polite]").first


def test_moving_is_announced_and_the_focus_stays(ask: Ask) -> None:
    """The button goes with its item; at the end of the list its sibling takes over."""
    asked = ask()
    mixed = _order(asked)
    _arrange(asked, ["room", *(key for key in mixed if key != "room")])
    _down(asked).click()
    expect(_said(asked)).to_have_text("Dough on the table, now 2 of 4")
    expect(_down(asked)).to_be_focused()
    _down(asked).click()
    _down(asked).click()
    expect(_said(asked)).to_have_text("Dough on the table, now 4 of 4")
    expect(_up(asked)).to_be_focused()
    expect(_down(asked)).to_be_disabled()
    for _ in range(3):
        asked.page.keyboard.press("Enter")
    expect(_said(asked)).to_have_text("Dough on the table, now 1 of 4")
    expect(_down(asked)).to_be_focused()
    assert [] == asked.answers()


def test_all_right(ask: Ask) -> None:
    """The status says so, with the reasons there are; every item is marked."""
    asked = ask()
    _arrange(asked, RIGHT)
    asked.button.click()
    expect(asked.status).to_contain_text(re.compile("^Right"))
    expect(asked.status).to_contain_text("In sequence: Dough in the refrigerator")
    expect(asked.status).to_contain_text("below the heat of the oven")
    expect(asked.root.locator(".cw-mark[data-correct]")).to_have_count(4)
    expect(asked.button).to_be_focused()
    [told] = asked.answers()
    assert ("right", 1, RIGHT) == (told["result"], told["score"], told["response"])


def test_partly_right(ask: Ask) -> None:
    """One item in a wrong place leaves the others in sequence, and says so."""
    asked = ask()
    _arrange(asked, ["oven", "cold", "room", "crumb"])
    asked.button.click()
    expect(asked.status).to_contain_text("Not yet: 2 of 4 in sequence.")
    expect(_down(asked, "The oven")).to_have_accessible_description("Out of sequence")
    expect(_up(asked)).to_have_accessible_description("In sequence")
    [told] = asked.answers()
    assert ("partly", 0.5) == (told["result"], told["score"])


def test_all_wrong_then_changed(ask: Ask) -> None:
    """Moving an item after the check takes the claim back."""
    asked = ask()
    _arrange(asked, RIGHT[::-1])
    asked.button.click()
    expect(asked.status).to_contain_text("Not yet: 0 of 4 in sequence.")
    assert "wrong" == asked.answers()[0]["result"]
    _up(asked).click()
    expect(asked.status).to_contain_text("You changed your answer.")
    expect(asked.root.locator(".cw-mark")).to_have_count(0)
    _arrange(asked, RIGHT)
    asked.button.click()
    expect(asked.status).to_contain_text(re.compile("^Right"))


def test_an_untouched_list_is_asked_for(ask: Ask) -> None:
    """The order shown is nobody's answer: the first button gets the focus."""
    asked = ask()
    mixed = _order(asked)
    asked.button.click()
    expect(asked.alert).to_contain_text("Choose an order")
    first = asked.root.locator("[data-item]").first.locator("button:enabled").first
    expect(first).to_be_focused()
    assert [] == asked.answers()
    first.click()
    expect(asked.alert).to_have_count(0)
    assert mixed != _order(asked)


def test_trying_again_starts_from_the_mixed_order(ask: Ask) -> None:
    """The list stands as at first, and a button in it has the focus."""
    asked = ask()
    mixed = _order(asked)
    _arrange(asked, RIGHT)
    asked.button.click()
    asked.button.click()
    assert mixed == _order(asked)
    expect(asked.status).to_be_empty()
    expect(asked.root.locator("[data-item] button:focus")).to_have_count(1)


@pytest.mark.firefox
def test_by_keyboard_alone(ask: Ask) -> None:
    """Tab leads from button to button, Space and Enter press."""
    asked = ask()
    asked.root.locator("[data-item] button:enabled").first.focus()
    asked.page.keyboard.press("Space")
    while not asked.button.evaluate("button => button === document.activeElement"):
        asked.page.keyboard.press("Tab")
    asked.page.keyboard.press("Enter")
    expect(asked.status).to_contain_text(re.compile("^(Not yet|Right)"))
    assert 1 == len(asked.answers())


@pytest.mark.firefox
def test_dragging_by_the_grip(ask: Ask) -> None:
    """An item follows the pointer, and its new place is announced when it is let go."""
    asked = ask()
    asked.root.locator("ol").first.scroll_into_view_if_needed()
    first, last = asked.root.locator("[data-item]").first, asked.root.locator("[data-item]").last
    key = first.get_attribute("data-item")
    start, end = first.locator(".cw-order__grip").bounding_box(), last.bounding_box()
    assert start
    assert end
    asked.page.mouse.move(start["x"] + 8, start["y"] + 20)
    asked.page.mouse.down()
    asked.page.mouse.move(start["x"] + 8, end["y"] + end["height"] - 2, steps=12)
    expect(_said(asked)).to_be_empty()
    asked.page.mouse.up()
    assert key == _order(asked)[-1]
    expect(_said(asked)).to_have_text(re.compile("now 4 of 4$"))
    asked.button.click()
    expect(asked.status).not_to_be_empty()


@pytest.mark.firefox
def test_the_order_is_there_after_a_reload(ask: Ask) -> None:
    """An earlier answer stands in its order again."""
    asked = ask()
    _arrange(asked, RIGHT[::-1])
    asked.button.click()
    asked.page.reload()
    asked.ready()
    assert RIGHT[::-1] == _order(asked)


def test_what_is_stored_is_not_trusted(ask: Ask) -> None:
    """Only an order of all items is taken."""
    asked = ask()
    for response in (*HOSTILE, ["cold"], [*RIGHT, "cold"], ["cold"] * 4, [" ".join(RIGHT)]):
        assert (False, True) == asked.restored(response), response
    assert asked.restored(RIGHT)[0]


def test_without_a_script_the_right_order_unfolds(ask: Ask) -> None:
    """There is a list without buttons, and the right order in the details."""
    asked = ask(java_script_enabled=False)
    expect(asked.root.locator("button")).to_have_count(0)
    expect(asked.root.locator("form li")).to_have_count(4)
    asked.root.get_by_text("Show the answer and explanation").click()
    expect(asked.root.locator("cw-answer ol > li")).to_have_text(
        [re.compile("refrigerator"), re.compile("table"), re.compile("middle"), re.compile("oven")]
    )


@pytest.mark.firefox
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 320])
def test_no_state_has_a_violation(ask: Ask, scheme: str, width: int) -> None:
    """Untouched, empty, wrong, changed and right: nothing is found, and nothing cut off."""
    view = {"width": width, "height": 800}
    asked = ask(color_scheme=scheme, viewport=view, reduced_motion="reduce").alone()
    found = asked.violations()
    asked.button.click()
    found += asked.violations()
    for order in (RIGHT[::-1], RIGHT):
        _arrange(asked, order)
        found += asked.violations()
        asked.button.click()
        found += asked.violations()
        assert asked.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert [] == found
    for button in asked.root.locator("[data-item] button").all():
        box = button.bounding_box()
        assert box
        assert min(box["width"], box["height"]) >= 44

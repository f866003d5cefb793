"""What a person meets in a question with blanks."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import expect

from tests.browser.asked import HOSTILE, Asked, attack, examples
from tests.browser.conftest import NewPage, Serve
from tests.examples import CHECK_PAGE

Ask = Callable[..., Asked]


@pytest.fixture(scope="session")
def url(serve: Serve, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of the page with every example."""
    return serve(examples(tmp_path_factory)) + CHECK_PAGE


@pytest.fixture
def ask(new_page: NewPage, url: str) -> Ask:
    """Opens an example, by default the one with two blanks."""

    def asked(ident: str = "two-rises", **options: Any) -> Asked:
        found = Asked(new_page(**options), url, "fill-in", ident)
        return found if options.get("java_script_enabled") is False else found.ready()

    return asked


def test_all_blanks_right(ask: Ask) -> None:
    """It says so, tells why blank by blank, marks each in words, and keeps the focus."""
    asked = ask()
    asked.answer("  CO2 ", "Gluten")
    expect(asked.status).to_contain_text(re.compile("^Right"))
    expect(asked.status).to_contain_text("holes in the crumb")
    expect(asked.status).to_contain_text("net that traps the bubbles")
    for index in (0, 1):
        expect(asked.field(index)).to_have_accessible_name(f"Blank {index + 1}")
        expect(asked.field(index)).to_have_accessible_description("Right")
    expect(asked.button).to_be_focused()
    [told] = asked.answers()
    response = {"blank-gas": "  CO2 ", "blank-net": "Gluten"}
    assert ("right", 1, response) == (told["result"], told["score"], told["response"])


def test_some_blanks_right(ask: Ask) -> None:
    """What is right is counted, and a common wrong answer is met by its own feedback."""
    asked = ask()
    asked.answer("ethanol", "gluten")
    expect(asked.status).to_contain_text("Not yet: 1 of 2 right.")
    expect(asked.status).to_contain_text("leaves in the oven")
    expect(asked.field(0)).to_have_accessible_description("Not right")
    expect(asked.field(1)).to_have_accessible_description("Right")
    [told] = asked.answers()
    assert ("partly", 0.5) == (told["result"], told["score"])


def test_a_wrong_answer_leads_on(ask: Ask) -> None:
    """The feedback of the blank is said, not what would be right, and the lesson is linked."""
    asked = ask()
    asked.answer("dust", "glue")
    expect(asked.status).to_contain_text("Not yet: 0 of 2 right.")
    expect(asked.status).to_contain_text("Look at the holes")
    expect(asked.status).not_to_contain_text("carbon dioxide")
    expect(asked.status.get_by_role("link", name="How bread rises")).to_be_visible()


def test_an_empty_blank_is_asked_for(ask: Ask) -> None:
    """The first empty one gets the focus and is named by its number; no attempt is counted."""
    asked = ask()
    asked.answer("gas", "  ")
    expect(asked.alert).to_have_text("Fill in blank 2, then check your answer.")
    expect(asked.field(1)).to_be_focused()
    expect(asked.field(1)).to_have_attribute("aria-invalid", "true")
    assert [] == asked.answers()
    asked.page.keyboard.type("g")
    expect(asked.alert).to_have_count(0)


@pytest.mark.firefox
def test_by_keyboard_alone(ask: Ask) -> None:
    """Tab leads from blank to blank and to the button, and Enter checks, also once more."""
    asked = ask()
    asked.field().focus()
    for text in ("gas", "glue"):
        asked.page.keyboard.type(text)
        asked.page.keyboard.press("Tab")
    expect(asked.button).to_be_focused()
    asked.page.keyboard.press("Enter")
    expect(asked.status).to_contain_text("1 of 2")
    asked.page.keyboard.press("Shift+Tab")
    asked.page.keyboard.type("gluten")
    expect(asked.status).to_contain_text("You changed your answer.")
    asked.page.keyboard.press("Enter")
    expect(asked.status).to_contain_text(re.compile("^Right"))
    assert ["partly", "right"] == [told["result"] for told in asked.answers()]


def test_it_can_be_tried_again(ask: Ask) -> None:
    """All blanks are empty then, and the first has the focus."""
    asked = ask()
    asked.answer("dust", "glue")
    asked.root.get_by_role("button", name="Try again").click()
    expect(asked.status).to_be_empty()
    expect(asked.field(0)).to_be_focused()
    for index in (0, 1):
        expect(asked.field(index)).to_have_value("")


def test_letter_case_matters_where_it_is_said_to(ask: Ask) -> None:
    """An exact blank tells C from c, and one blank is not counted."""
    asked = ask("flour-type")
    asked.answer("c")
    expect(asked.status).to_contain_text(re.compile("^Not yet."))
    asked.answer("C")
    expect(asked.status).to_contain_text("short for Celsius")


@pytest.mark.firefox
def test_what_was_typed_is_there_after_a_reload(ask: Ask) -> None:
    """An earlier answer stands in its blanks again."""
    asked = ask()
    asked.answer("ethanol", "gluten")
    expect(asked.status).not_to_be_empty()
    asked.page.reload()
    asked.ready()
    expect(asked.field(0)).to_have_value("ethanol")
    expect(asked.field(1)).to_have_value("gluten")


def test_what_is_stored_is_not_trusted(ask: Ask) -> None:
    """Of a response only texts for blanks that are there are taken."""
    asked = ask()
    for response in HOSTILE:
        assert (False, True) == asked.restored(response), response
    mixed = {"blank-gas": "gas", "blank-x": "y", "blank-net": 5}
    assert (True, False) == asked.restored(mixed)
    expect(asked.field(0)).to_have_value("gas")
    expect(asked.field(1)).to_have_value("")


def test_typed_text_never_runs(ask: Ask) -> None:
    """More than fifty attacks are text and nothing else."""
    attack(ask(), fields=2)


def test_without_a_script_the_answer_unfolds(ask: Ask) -> None:
    """Blanks can be filled in, Enter leads nowhere, and the answer can be read."""
    asked = ask(java_script_enabled=False)
    address = asked.page.url
    expect(asked.root.locator("button")).to_have_count(0)
    asked.field().fill("gas")
    asked.page.keyboard.press("Enter")
    asked.root.get_by_text("Show the answer and explanation").click()
    for told in ("carbon dioxide", "gluten", "alcohol", "Look at the holes"):
        expect(asked.root.locator("details").get_by_text(told).first).to_be_visible()
    assert address == asked.page.url


@pytest.mark.firefox
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 320])
def test_no_state_has_a_violation(ask: Ask, scheme: str, width: int) -> None:
    """Untouched, empty, wrong and right: axe-core finds nothing, and nothing is cut off."""
    asked = ask(color_scheme=scheme, viewport={"width": width, "height": 800}).alone()
    found = asked.violations()
    for texts in (("", ""), ("dust", "gluten"), ("gas", "gluten")):
        asked.answer(*texts)
        found += asked.violations()
        assert asked.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert [] == found
    box = asked.field().bounding_box()
    assert box
    assert box["height"] >= 44

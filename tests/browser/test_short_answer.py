"""What a person meets in a question to answer in words of their own."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.asked import HOSTILE, Asked, attack, examples
from tests.browser.conftest import NewPage, Serve
from tests.examples import CHECK_PAGE

Ask = Callable[..., Asked]
WHY = "It says why that should help."


@pytest.fixture(scope="session")
def url(serve: Serve, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of the page with every example."""
    return serve(examples(tmp_path_factory)) + CHECK_PAGE


@pytest.fixture
def ask(new_page: NewPage, url: str) -> Ask:
    """Opens an example, by default the one with a list to compare by."""

    def asked(ident: str = "tell-a-friend", **options: Any) -> Asked:
        found = Asked(new_page(**options), url, "short-answer", ident)
        return found if options.get("java_script_enabled") is False else found.ready()

    return asked


def _model(asked: Asked) -> Locator:
    return asked.root.get_by_text("Give it more time somewhere warm")


def test_the_model_answer_waits_for_a_text(ask: Ask) -> None:
    """It is out of sight before; then it unfolds with the list, and nothing is judged."""
    asked = ask()
    expect(asked.button).to_have_text("Compare with a model answer")
    expect(_model(asked)).to_be_hidden()
    asked.answer("Wait longer.\nLook at the dough.")
    expect(asked.status).to_contain_text("Your answer is kept.")
    expect(asked.status).to_contain_text("Compare it with the model answer below")
    for judgment in ("Right", "Not yet", "Not right"):
        expect(asked.status).not_to_contain_text(judgment)
    expect(_model(asked)).to_be_visible()
    expect(asked.root.get_by_label(WHY)).to_be_visible()
    expect(asked.root.get_by_label(WHY)).not_to_be_checked()
    expect(asked.button).to_be_focused()
    [told] = asked.answers()
    response = {"text": "Wait longer.\nLook at the dough.", "ticks": []}
    assert ("kept", response) == (told["result"], told["response"])


def test_no_text_is_asked_for(ask: Ask) -> None:
    """Nothing unfolds before something is written."""
    asked = ask()
    asked.answer(" \n ")
    expect(asked.alert).to_have_text("Write an answer first, then compare it.")
    expect(asked.field()).to_be_focused()
    expect(_model(asked)).to_be_hidden()
    assert [] == asked.answers()


def test_ticks_are_kept_with_the_text(ask: Ask) -> None:
    """A tick changes no answer, and is there after a reload like the text."""
    asked = ask()
    asked.answer("Wait longer.")
    asked.root.get_by_label(WHY).check()
    expect(asked.status).to_contain_text("Your answer is kept.")
    assert 1 == len(asked.answers())
    asked.page.reload()
    expect(asked.ready().field()).to_have_value("Wait longer.")
    asked.root.get_by_text("Show the answer and explanation").click()
    expect(asked.root.get_by_label(WHY)).to_be_checked()
    expect(asked.root.get_by_label("It names one thing to try first.")).not_to_be_checked()


def test_ticks_count_with_a_changed_text(ask: Ask) -> None:
    """Whoever improves the text compares it again, and what was ticked stays."""
    asked = ask()
    asked.answer("Wait longer.")
    asked.root.get_by_label(WHY).check()
    asked.answer("Wait longer, since cold slows yeast.")
    told = asked.answers()[-1]["response"]
    assert "Wait longer, since cold slows yeast." == told["text"]
    assert 1 == len(told["ticks"])


def test_starting_over_empties_all(ask: Ask) -> None:
    """Text and ticks are gone, and the model answer is out of sight again."""
    asked = ask()
    asked.answer("Wait longer.")
    asked.root.get_by_label(WHY).check()
    asked.root.get_by_role("button", name="Start over").click()
    expect(asked.field()).to_have_value("")
    expect(asked.field()).to_be_focused()
    expect(_model(asked)).to_be_hidden()
    asked.answer("Again.")
    expect(asked.root.get_by_label(WHY)).not_to_be_checked()
    assert [] == asked.answers()[-1]["response"]["ticks"]


@pytest.mark.firefox
def test_by_keyboard_alone(ask: Ask) -> None:
    """Enter makes a new line, Tab leads to the button and on to the boxes."""
    asked = ask()
    asked.field().focus()
    asked.page.keyboard.type("Wait.")
    asked.page.keyboard.press("Enter")
    asked.page.keyboard.type("Look.")
    expect(asked.status).to_be_empty()
    asked.page.keyboard.press("Tab")
    expect(asked.button).to_be_focused()
    asked.page.keyboard.press("Enter")
    expect(_model(asked)).to_be_visible()
    for _ in range(12):
        asked.page.keyboard.press("Tab")
        if asked.page.evaluate("document.activeElement.type") == "checkbox":
            break
    asked.page.keyboard.press("Space")
    expect(asked.root.locator("details :checked")).to_have_count(1)
    assert "Wait.\nLook." == asked.answers()[0]["response"]["text"]


def test_no_more_can_be_written_than_is_told(ask: Ask) -> None:
    """The label tells the limit, and the field holds it."""
    asked = ask()
    expect(asked.field()).to_have_accessible_name("Your text At most 600 characters.")
    asked.field().fill("x" * 599)
    asked.field().press_sequentially("yz")
    expect(asked.field()).to_have_value("x" * 599 + "y")


def test_what_is_stored_is_not_trusted(ask: Ask) -> None:
    """Only a text that fits and ticks of points that are there are taken."""
    asked = ask()
    for response in HOSTILE:
        assert (False, True) == asked.restored(response), response
    ticks: Any
    for ticks in (None, 5, "x", {}, [None], [{}], ["__proto__"], ["x"] * 10_000):
        asked.restored({"text": "Wait.", "ticks": ticks})
        expect(asked.root.locator(":checked")).to_have_count(0)
    expect(asked.field()).to_have_value("Wait.")


def test_typed_text_never_runs(ask: Ask) -> None:
    """More than fifty attacks are text and nothing else."""
    attack(ask(), fields=1)


def test_without_a_script_the_list_works(ask: Ask) -> None:
    """The model answer unfolds, and its boxes can be ticked."""
    asked = ask(java_script_enabled=False)
    expect(asked.root.locator("button")).to_have_count(0)
    asked.field().fill("Wait.")
    asked.root.get_by_text("Show the answer and explanation").click()
    expect(_model(asked)).to_be_visible()
    asked.root.get_by_label(WHY).check()


@pytest.mark.firefox
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 320])
def test_no_state_has_a_violation(ask: Ask, scheme: str, width: int) -> None:
    """Untouched, empty, compared and ticked: axe-core finds nothing, and nothing is cut off."""
    asked = ask(color_scheme=scheme, viewport={"width": width, "height": 800}).alone()
    found = asked.violations()
    for text in ("", "Wait longer."):
        asked.answer(text)
        found += asked.violations()
    asked.root.get_by_label(WHY).check()
    found += asked.violations()
    assert [] == found
    assert asked.page.evaluate("document.documentElement.scrollWidth <= innerWidth")

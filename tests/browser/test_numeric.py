"""What a person meets in a question for a number."""

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
    """Opens an example, by default the one with a tolerance."""

    def asked(ident: str = "water-for-flour", **options: Any) -> Asked:
        found = Asked(new_page(**options), url, "numeric", ident)
        return found if options.get("java_script_enabled") is False else found.ready()

    return asked


def test_the_field_is_named_with_its_unit(ask: Ask) -> None:
    """A phone shows digits, and a screen reader says what to give the number in."""
    asked = ask()
    expect(asked.field()).to_have_accessible_name("Your answer g")
    expect(asked.field()).to_have_attribute("inputmode", "decimal")


@pytest.mark.parametrize("typed", ["975", "970", "980,0", "975 g", "\uff1975", " 975.0 G "])
def test_a_right_number(ask: Ask, typed: str) -> None:
    """What is close enough is right, however it is written; the focus stays."""
    asked = ask()
    asked.answer(typed)
    expect(asked.status).to_contain_text(re.compile("^Right"))
    expect(asked.status).to_contain_text("fifteen times 65 g")
    expect(asked.status).to_contain_text("a share of the flour")
    expect(asked.field()).to_have_accessible_description("Right")
    expect(asked.button).to_be_focused()
    [told] = asked.answers()
    assert ("right", typed) == (told["result"], told["response"])


@pytest.mark.parametrize(
    ("typed", "why"),
    [("97,5", "150 g of flour"), ("2308", "You divided"), ("12", "Count how many")],
)
def test_a_wrong_number(ask: Ask, typed: str, why: str) -> None:
    """A common slip is met by its own feedback, any other by that of the question."""
    asked = ask()
    asked.answer(typed)
    expect(asked.status).to_contain_text(re.compile("^Not yet"))
    expect(asked.status).to_contain_text(why)
    expect(asked.status).not_to_contain_text("975")
    expect(asked.field()).to_have_accessible_description("Not right")
    assert "wrong" == asked.answers()[0]["result"]


def test_a_real_minus_counts(ask: Ask) -> None:
    """U+2212 and a hyphen are the same sign, and the unit may be typed."""
    for typed in ("\u221212%", "-12 %", "-11,4"):
        asked = ask("loss")
        asked.answer(typed)
        expect(asked.status).to_contain_text(re.compile("^Right"))


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("", "Write a number, then check your answer."),
        ("  ", "Write a number, then check your answer."),
        ("about a liter", "Write one number and nothing else"),
        ("900-1000", "Write one number and nothing else"),
        ("1,250", "This can mean 1250 or 1.25."),
    ],
)
def test_what_cannot_be_read_costs_no_attempt(ask: Ask, typed: str, says: str) -> None:
    """It is asked for again, at the field."""
    asked = ask()
    asked.answer(typed)
    expect(asked.alert).to_contain_text(says)
    expect(asked.field()).to_be_focused()
    expect(asked.field()).to_have_value(typed)
    expect(asked.status).to_be_empty()
    assert [] == asked.answers()


@pytest.mark.firefox
def test_by_keyboard_alone(ask: Ask) -> None:
    """Enter checks from the field, and again after another number was typed."""
    asked = ask()
    asked.field().focus()
    asked.page.keyboard.type("12")
    asked.page.keyboard.press("Enter")
    expect(asked.status).to_contain_text(re.compile("^Not yet"))
    expect(asked.field()).to_be_focused()
    asked.page.keyboard.press("Control+A")
    asked.page.keyboard.type("975")
    expect(asked.status).to_contain_text("You changed your answer.")
    asked.page.keyboard.press("Enter")
    expect(asked.status).to_contain_text(re.compile("^Right"))


@pytest.mark.firefox
def test_what_was_typed_is_there_after_a_reload(ask: Ask) -> None:
    """An earlier answer stands in the field again, as it was written."""
    asked = ask()
    asked.answer("97,5 g")
    expect(asked.status).not_to_be_empty()
    asked.page.reload()
    expect(asked.ready().field()).to_have_value("97,5 g")


def test_what_is_stored_is_not_trusted(ask: Ask) -> None:
    """Only a short text is taken."""
    asked = ask()
    for response in HOSTILE:
        if response != "":
            assert (False, True) == asked.restored(response), response
    assert (True, False) == asked.restored("5")


def test_typed_text_never_runs(ask: Ask) -> None:
    """More than fifty attacks are no numbers and nothing else."""
    attack(ask(), fields=1)


def test_without_a_script_the_answer_unfolds(ask: Ask) -> None:
    """A number can be typed, Enter leads nowhere, and the answer can be read."""
    asked = ask(java_script_enabled=False)
    address = asked.page.url
    expect(asked.root.locator("button")).to_have_count(0)
    asked.field().fill("975")
    asked.page.keyboard.press("Enter")
    asked.root.get_by_text("Show the answer and explanation").click()
    for told in ("970 to 980 g is close enough", "You divided by 0.65", "Count how many times"):
        expect(asked.root.locator("details").get_by_text(told)).to_be_visible()
    assert address == asked.page.url


@pytest.mark.firefox
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 320])
def test_no_state_has_a_violation(ask: Ask, scheme: str, width: int) -> None:
    """Untouched, empty, wrong and right: axe-core finds nothing, and nothing is cut off."""
    asked = ask(color_scheme=scheme, viewport={"width": width, "height": 800}).alone()
    found = asked.violations()
    for text in ("", "12", "975"):
        asked.answer(text)
        found += asked.violations()
        assert asked.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert [] == found
    box = asked.field().bounding_box()
    assert box
    assert box["height"] >= 44

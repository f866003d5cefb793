"""What a person meets in rows with a list each: pairs to match, items to sort."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.asked import HOSTILE, Asked, examples
from tests.browser.conftest import NewPage, Serve
from tests.examples import CHECK_PAGE


@dataclass(frozen=True)
class Case:
    """An example of a kind, with answers to it."""

    kind: str
    ident: str
    """The example that is not shuffled."""
    shuffled: str
    right: dict[str, str] = field(repr=False)
    wrong: dict[str, str] = field(repr=False)


CASES = [
    Case(
        "matching",
        "what-it-does",
        "what-went-wrong",
        {
            "Yeast": "Makes gas",
            "Salt": "Slows the rise",
            "Strong flour": "Gives the net that holds the gas",
        },
        {"Yeast": "Slows the rise", "Salt": "Makes gas", "Strong flour": "Makes the crust sweet"},
    ),
    Case(
        "categorise",
        "needed-or-not",
        "faster-or-slower",
        {
            "Flour": "Needed",
            "Water": "Needed",
            "Sunflower seeds": "A matter of taste",
            "A spoon of sugar": "A matter of taste",
        },
        {
            "Flour": "Harmful",
            "Water": "A matter of taste",
            "Sunflower seeds": "Needed",
            "A spoon of sugar": "Needed",
        },
    ),
]


@dataclass
class Ask:
    """Opens the examples of a kind."""

    case: Case
    new_page: NewPage
    url: str

    @property
    def right(self) -> dict[str, str]:
        """The right choice for each row."""
        return self.case.right

    @property
    def wrong(self) -> dict[str, str]:
        """A wrong choice for each row."""
        return self.case.wrong

    def __call__(self, ident: str = "", **options: Any) -> Asked:
        """Open an example, by default the one that is not shuffled."""
        page = self.new_page(**options)
        found = Asked(page, self.url, self.case.kind, ident or self.case.ident)
        found.button = found.root.locator("form > button:not([type=button])")
        return found if options.get("java_script_enabled") is False else found.ready()


@pytest.fixture(scope="session")
def url(serve: Serve, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of the page with every example."""
    return serve(examples(tmp_path_factory)) + CHECK_PAGE


@pytest.fixture(params=CASES, ids=[case.kind for case in CASES])
def ask(request: pytest.FixtureRequest, new_page: NewPage, url: str) -> Ask:
    """Opens the examples of each kind in turn."""
    return Ask(request.param, new_page, url)


def _list(asked: Asked, row: str) -> Locator:
    return asked.root.get_by_role("combobox", name=row, exact=True)


def _choose(asked: Asked, chosen: dict[str, str]) -> None:
    for row, option in chosen.items():
        _list(asked, row).select_option(label=option)


def test_all_right(ask: Ask) -> None:
    """The status says so, and why for each row; every list is marked, and focus stays."""
    asked = ask()
    _choose(asked, ask.right)
    assert [] == asked.answers()
    asked.button.click()
    expect(asked.status).to_contain_text(re.compile("^Right"))
    expect(asked.status.locator("li[data-correct]")).to_have_count(len(ask.right))
    for row in ask.right:
        expect(_list(asked, row)).to_have_accessible_description("Right")
        expect(_list(asked, row)).to_have_accessible_name(row)
    expect(asked.button).to_be_focused()
    [told] = asked.answers()
    assert ("right", 1) == (told["result"], told["score"])


def test_the_browser_names_a_list_by_its_label_alone(ask: Ask) -> None:
    """What the list offers is no part of its name, though it stands inside the label."""
    asked = ask()
    session = asked.page.context.new_cdp_session(asked.page)
    tree = session.send("Accessibility.getFullAXTree")["nodes"]
    names = [node["name"]["value"] for node in tree if "combobox" in _role(node).casefold()]
    assert set() == set(ask.right) - set(names)


def _role(node: dict[str, Any]) -> str:
    return str(node.get("role", {}).get("value", ""))


def test_partly_right(ask: Ask) -> None:
    """Rows are counted and each says whether it is right; what is right is not given away."""
    asked = ask()
    [first, *others] = ask.right
    _choose(asked, {**ask.wrong, first: ask.right[first]})
    asked.button.click()
    expect(asked.status).to_contain_text(f"Not yet: 1 of {len(ask.right)} right.")
    expect(_list(asked, first)).to_have_accessible_description("Right")
    for row in others:
        expect(_list(asked, row)).to_have_accessible_description("Not right")
        expect(asked.status).to_contain_text(f"Not right: {row}")
        expect(asked.status).not_to_contain_text(f"{row}: {ask.right[row]}")
    [told] = asked.answers()
    assert ("partly", 1 / len(ask.right)) == (told["result"], told["score"])


def test_all_wrong_then_changed(ask: Ask) -> None:
    """A changed row takes the claim back, and another check marks anew."""
    asked = ask()
    _choose(asked, ask.wrong)
    asked.button.click()
    assert "wrong" == asked.answers()[0]["result"]
    _choose(asked, ask.right)
    expect(asked.status).to_contain_text("You changed your answer.")
    expect(asked.root.locator(".cw-mark")).to_have_count(0)
    asked.button.click()
    expect(asked.status).to_contain_text(re.compile("^Right"))


def test_a_row_without_a_choice_is_asked_for(ask: Ask) -> None:
    """The first empty list gets the focus and the error, and nothing is counted."""
    asked = ask()
    lists = asked.root.locator("select")
    lists.first.select_option(index=1)
    asked.button.click()
    expect(asked.alert).to_contain_text(re.compile("^Choose .* for every row"))
    expect(lists.nth(1)).to_be_focused()
    expect(lists.nth(1)).to_have_attribute("aria-invalid", "true")
    assert [] == asked.answers()
    lists.nth(1).select_option(index=1)
    expect(asked.alert).to_have_count(0)


@pytest.mark.firefox
def test_by_keyboard_alone(ask: Ask) -> None:
    """Letters and arrows choose, Tab leads on, Enter on the button checks and tries again."""
    asked = ask()
    asked.root.locator("select").first.focus()
    for _ in ask.right:
        asked.page.keyboard.press("ArrowDown")
        asked.page.keyboard.press("Tab")
    while not asked.button.evaluate("button => button === document.activeElement"):
        asked.page.keyboard.press("Tab")
    asked.page.keyboard.press("Enter")
    expect(asked.status).not_to_be_empty()
    asked.page.keyboard.press("Enter")
    expect(asked.status).to_be_empty()
    expect(asked.root.locator("select").first).to_be_focused()
    expect(asked.root.locator("select").first).to_have_value("")


@pytest.mark.firefox
def test_what_was_chosen_is_there_after_a_reload(ask: Ask) -> None:
    """An earlier answer stands in the lists again, with what it got."""
    asked = ask()
    _choose(asked, ask.right)
    asked.button.click()
    expect(asked.status).not_to_be_empty()
    asked.page.reload()
    asked.ready()
    for row, option in ask.right.items():
        expect(_list(asked, row).locator("option:checked")).to_have_text(option)
    expect(asked.root).to_contain_text("Right")


def test_shuffled_rows_keep_their_answers(ask: Ask) -> None:
    """An answer goes back into its rows, whatever their order is."""
    asked = ask(ask.case.shuffled)
    for shown in asked.root.locator("select").all():
        shown.select_option(index=1)
    asked.button.click()
    [told] = asked.answers()
    asked.page.evaluate("localStorage.removeItem('coursewright:seed')")
    asked.page.reload()
    asked.ready()
    held = asked.root.locator("select").evaluate_all(
        "lists => lists.map((list) => [list.name.slice(4), list.value])"
    )
    assert sorted(told["response"]) == sorted(held)


def test_what_is_stored_is_not_trusted(ask: Ask) -> None:
    """Only a choice that each list has is taken."""
    asked = ask()
    for response in HOSTILE:
        assert (False, True) == asked.restored(response), response


def test_without_a_script_the_answer_unfolds(ask: Ask) -> None:
    """Lists can be used, no button is dead, and every row with its reason can be read."""
    asked = ask(java_script_enabled=False)
    expect(asked.root.locator("button")).to_have_count(0)
    _choose(asked, ask.right)
    asked.root.get_by_text("Show the answer and explanation").click()
    for row, option in ask.right.items():
        expect(asked.root.locator("cw-answer").get_by_text(f"{row}: {option}")).to_be_visible()


def test_on_paper(ask: Ask) -> None:
    """What can be chosen is printed, and nothing that was chosen or told."""
    asked = ask()
    _choose(asked, ask.right)
    asked.button.click()
    expect(asked.root.locator(".cw-bank")).to_be_hidden()
    asked.page.emulate_media(media="print")
    expect(asked.root.locator(".cw-bank")).to_be_visible()
    for hidden in (".cw-mark", "button", "cw-answer", "[role=status]"):
        expect(asked.root.locator(hidden).locator("visible=true")).to_have_count(0)


@pytest.mark.firefox
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 320])
def test_no_state_has_a_violation(ask: Ask, scheme: str, width: int) -> None:
    """Untouched, empty, wrong, changed and right: nothing is found, and nothing cut off."""
    view = {"width": width, "height": 800}
    asked = ask(color_scheme=scheme, viewport=view, reduced_motion="reduce").alone()
    found = asked.violations()
    for chosen in ({}, ask.wrong, ask.right):
        _choose(asked, chosen)
        found += asked.violations()
        asked.button.click()
        found += asked.violations()
        assert asked.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert [] == found
    for shown in asked.root.locator("select").all():
        box = shown.bounding_box()
        assert box
        assert box["height"] >= 44

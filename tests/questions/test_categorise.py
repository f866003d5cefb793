"""Items to sort: what authors may write, and what readers get."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from coursewright.questions.categorise import Question

from tests.questions.written import read, said, shown, words

CATEGORIES = [
    {"id": "hot", "title": "Served **hot**"},
    {"id": "cold", "title": "Served cold"},
    {"id": "never", "title": "Never served"},
]
ITEMS = [
    {"text": "Black tea", "category": "hot", "feedback": "It gives up its taste to heat."},
    {"text": "Green tea", "category": "hot", "feedback": "Warm, not boiling."},
    {"text": "Iced tea", "category": "cold", "feedback": "With a slice of lemon."},
]
BASE: dict[str, Any] = {
    "id": "served",
    "kind": "categorise",
    "objective": "brew",
    "bloom": "understand",
    "prompt": "How is it served?",
    "categories": CATEGORIES,
    "items": ITEMS,
}


def _read(**changes: Any) -> Question:
    question = read({**BASE, **changes})
    assert isinstance(question, Question)
    return question


def _said(**changes: Any) -> str:
    return said({**BASE, **changes})


def test_items_do_not_follow_the_categories() -> None:
    """Items are mixed, always in the same way; categories stay as they are written."""
    shown_first = [item.text for item in _read().mixed]
    assert [item["text"] for item in ITEMS] != shown_first
    assert shown_first == [item.text for item in _read().mixed]
    assert ["hot", "cold", "never"] == [ident for ident, _ in _read().offers]


def test_an_unknown_category_is_named_in_its_place() -> None:
    """The problem stands at the item's category, and suggests the nearest."""
    told = _said(items=[*ITEMS, {"text": "Milk", "category": "cod", "feedback": "Why not."}])
    assert 'item category is "cod", and the question has no such category' in told
    assert 'Did you mean "cold"?' in told
    bank_line = int(told.split(":")[1])
    assert bank_line > int(_said(items=[{**ITEMS[0], "category": "x"}, *ITEMS[1:]]).split(":")[1])


def test_all_unknown_categories_are_told_at_once() -> None:
    """An author mends them in one go."""
    items = [{**item, "category": "x"} for item in ITEMS]
    assert 3 == len(_said(items=items).splitlines())


def test_items_and_categories_are_all_different() -> None:
    """The same item or category twice has no single answer."""
    assert "has the same item twice" in _said(items=[*ITEMS, {**ITEMS[0], "category": "cold"}])
    twice = [*CATEGORIES, {"id": "hot", "title": "Warm"}]
    assert "has the same category twice" in _said(categories=twice)
    assert "Give at least 2." in _said(categories=CATEGORIES[:1])


def test_the_fingerprint_is_of_what_was_asked() -> None:
    """Order does not count; what belongs where does."""
    same = _read().fingerprint
    assert same == _read(items=ITEMS[::-1], categories=CATEGORIES[::-1]).fingerprint
    assert same != _read(items=[{**ITEMS[0], "category": "cold"}, *ITEMS[1:]]).fingerprint


def test_a_list_for_each_item(tmp_path: Path) -> None:
    """Each list is labeled by its item and offers every category in the author's order."""
    root = shown(tmp_path, BASE)
    labels = root.findall(".//form//label")
    assert {"Black tea", "Green tea", "Iced tea"} == {words(one.find("span")) for one in labels}
    offered = ["Choose…", "Served hot", "Served cold", "Never served"]
    for label in labels:
        assert offered == [words(option) for option in label.findall("select/option")]


def test_the_answer_tells_each_category(tmp_path: Path) -> None:
    """The details hold every item with its category and reason, and empty categories."""
    told = words(shown(tmp_path, BASE).find(".//cw-answer"))
    assert "Iced tea: Served cold With a slice of lemon." in told
    assert "Nothing belongs to: Never served" in told

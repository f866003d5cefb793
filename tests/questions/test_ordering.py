"""Items to put in order: what authors may write, and what readers get."""

from __future__ import annotations

from itertools import permutations
from pathlib import Path
from typing import Any

from coursewright.questions.ordering import Question

from tests.questions.written import read, said, shown, words

ITEMS = [
    {"text": "Boil *fresh* water", "feedback": "Stale water tastes flat."},
    {"text": "Pour it on"},
    {"text": "Wait four minutes", "feedback": "Longer makes it bitter."},
]
BASE: dict[str, Any] = {
    "id": "steps",
    "kind": "ordering",
    "objective": "brew",
    "bloom": "apply",
    "prompt": "What do you do first, and what then?",
    "items": ITEMS,
}


def _read(**changes: Any) -> Question:
    question = read({**BASE, **changes})
    assert isinstance(question, Question)
    return question


def test_it_is_never_shown_in_the_right_order() -> None:
    """Whatever the items are and however they are written, the mixed order is another one."""
    for count in (2, 3):
        for items in permutations(ITEMS, count):
            question = _read(items=list(items))
            assert sorted(i.text for i in question.items) == sorted(i.text for i in question.mixed)
            assert question.items != question.mixed


def test_the_mixed_order_is_always_the_same() -> None:
    """Two builds show the same page."""
    assert _read().mixed == _read().mixed


def test_the_fingerprint_depends_on_the_order() -> None:
    """Another right order is another question."""
    assert _read().fingerprint != _read(items=ITEMS[::-1]).fingerprint


def test_items_are_all_different() -> None:
    """The same item twice, or an id used twice, has no single order."""
    assert "has the same item twice" in said({**BASE, "items": [*ITEMS, {"text": "pour it  ON"}]})
    named = [{**item, "id": "same"} for item in ITEMS]
    assert "has the same item twice" in said({**BASE, "items": named})
    assert "Give at least 2." in said({**BASE, "items": ITEMS[:1]})


def test_nothing_can_be_shuffled() -> None:
    """The mixed order is everybody's; asking for another one is an error."""
    assert "has nothing to shuffle" in said({**BASE, "shuffle": True})


def test_the_page_holds_the_mixed_list_and_the_answer_the_right_one(tmp_path: Path) -> None:
    """Without a script there is a plain list, no control, and the right order in the details."""
    root = shown(tmp_path, BASE)
    question = _read()
    keys = [item.key for item in question.mixed]
    listed = root.findall(".//form//ol/li")
    assert keys == [item.get("data-item") for item in listed]
    assert [] == [*root.findall(".//input"), *root.findall(".//button")]
    right = root.findall(".//cw-answer//ol/li")
    assert [item.key for item in question.items] == [item.get("data-key") for item in right]
    assert "Boil fresh water Stale water tastes flat." == words(right[0])
    assert "Pour it on" == words(right[1])

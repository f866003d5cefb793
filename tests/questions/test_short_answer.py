"""Short answers: what authors may write, and what readers get."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element

import pytest
from coursewright.questions.short_answer import Question

from tests.questions.written import read, said, shown, words

BASE: dict[str, Any] = {
    "id": "two",
    "kind": "short-answer",
    "objective": "brew",
    "bloom": "create",
    "prompt": "How would you explain it?",
    "model_answer": "Boil, **pour**, wait.",
    "checklist": ["It says *how long*.", "It says why."],
}


def _read(**changes: Any) -> Question:
    question = read({**BASE, **changes})
    assert isinstance(question, Question)
    return question


def _said(**changes: Any) -> str:
    return said({**BASE, **changes})


def _html(root: Path, **changes: Any) -> Element:
    return shown(root, {**BASE, **changes})


WRONG = [
    ({"model_answer": None}, "has no model_answer"),
    ({"model_answer": " "}, "is empty"),
    ({"max_length": 49}, "must be at least 50"),
    ({"max_length": 5001}, "must be at most 5000"),
    ({"max_length": "long"}, "must be a whole number"),
    ({"checklist": ["Why.", "Why. "]}, "has the same point twice in its checklist"),
    ({"checklist": ["One\n\nTwo"]}, "must be one paragraph"),
    ({"checklist": ["x"] * 11}, "too many items"),
    ({"checklist": [4]}, 'Quote it: "4"'),
    ({"answer": "x"}, 'has no key "answer"'),
    ({"confidence": True}, "is never right or wrong"),
]


@pytest.mark.parametrize(("changes", "fact"), WRONG, ids=[fact for _, fact in WRONG])
def test_what_authors_get_wrong_is_named(changes: dict[str, Any], fact: str) -> None:
    """There is a model answer, and no point to tick stands twice."""
    assert fact in _said(**changes)


def test_points_are_named_by_their_words() -> None:
    """What was ticked stays ticked when the list is put in another order."""
    points = _read().points
    turned = _read(checklist=list(reversed(BASE["checklist"]))).points
    assert points == list(reversed(turned))


def test_the_fingerprint_is_that_of_the_prompt() -> None:
    """A better model answer changes nothing for whoever has written; another prompt does."""
    assert _read().fingerprint == _read(model_answer="Other.", checklist=["Other."]).fingerprint
    assert _read().fingerprint != _read(prompt="Why?").fingerprint


def test_the_room_to_write_grows_with_the_limit() -> None:
    """Between three and ten lines are in sight."""
    assert [3, 3, 8, 10] == [_read(max_length=most).rows for most in (50, 400, 1000, 5000)]


def test_the_limit_is_told_and_held(tmp_path: Path) -> None:
    """The label of the field says how much can be written."""
    root = _html(tmp_path, max_length=300)
    assert "Your text At most 300 characters." == words(root.find(".//form//label"))
    field = root.find(".//form//textarea")
    assert field is not None
    assert "300" == field.get("maxlength")
    assert "" == words(field)


def test_the_answer_holds_model_and_list(tmp_path: Path) -> None:
    """Both unfold without a script, and the boxes can be ticked there as well."""
    answer = _html(tmp_path).find(".//cw-answer/details")
    assert answer is not None
    assert "A model answer Boil, pour, wait. Check off what your text says too" in words(answer)
    boxes = answer.findall(".//fieldset//label")
    assert ["It says how long.", "It says why."] == [words(box) for box in boxes]
    assert [key for key, _ in _read().points] == [
        box.get("value") for box in answer.findall(".//input[@type='checkbox'][@name='tick']")
    ]


def test_a_list_may_be_missing(tmp_path: Path) -> None:
    """Then there is the model answer alone."""
    answer = _html(tmp_path, checklist=[]).find(".//cw-answer/details")
    assert answer is not None
    assert [] == answer.findall(".//fieldset")

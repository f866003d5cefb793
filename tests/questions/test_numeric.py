"""Questions for a number: what authors may write, and what readers get."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element

import pytest
from coursewright.documents import QuizDocument, read_document
from coursewright.positions import parse_yaml
from coursewright.problems import CourseError
from coursewright.questions.numeric import Question
from coursewright.questions.numeric.bounds import Bounds, digits

from tests.questions.written import read, said, shown, words

BASE: dict[str, Any] = {
    "id": "two",
    "kind": "numeric",
    "objective": "brew",
    "bloom": "apply",
    "prompt": "How many minutes?",
    "answer": 4,
    "right": "Four minutes are enough.",
    "feedback": "Count from when you pour.",
}


def _read(**changes: Any) -> Question:
    question = read({**BASE, **changes})
    assert isinstance(question, Question)
    return question


def _said(**changes: Any) -> str:
    return said({**BASE, **changes})


def _html(root: Path, **changes: Any) -> Element:
    return shown(root, {**BASE, **changes})


RIGHT = [
    ({}, ("4", "4")),
    ({"answer": -0.5}, ("-0.5", "-0.5")),
    ({"answer": 0}, ("0", "0")),
    ({"answer": 0.3, "tolerance": {"absolute": 0.1}}, ("0.2", "0.4")),
    ({"answer": 975, "tolerance": {"absolute": 5}}, ("970", "980")),
    ({"answer": 200, "tolerance": {"percent": 2.5}}, ("195", "205")),
    ({"answer": -200, "tolerance": {"percent": 1}}, ("-202", "-198")),
    ({"answer": 0, "tolerance": {"percent": 10}}, ("0", "0")),
    ({"answer": 1_000_000_000_000_000}, ("1000000000000000", "1000000000000000")),
    ({"answer": None, "range": {"from": -1, "to": 2.5}}, ("-1", "2.5")),
    ({"range": {"from": 3, "to": 5}}, ("3", "5")),
]


@pytest.mark.parametrize(("changes", "ends"), RIGHT)
def test_what_is_close_enough(changes: dict[str, Any], ends: tuple[str, str]) -> None:
    """The ends are exact decimals, whatever floating-point numbers make of them."""
    assert ends == _read(**changes).bounds.ends


WRONG = [
    ({"answer": None}, "has neither an answer nor a range"),
    ({"answer": None, "tolerance": {"absolute": 1}}, "has a tolerance and no answer"),
    ({"tolerance": {"absolute": 1}, "range": {"from": 1, "to": 9}}, "both a tolerance and a range"),
    ({"range": {"from": 5, "to": 9}}, "leaves its own answer out"),
    ({"range": {"from": 9, "to": 5}}, "ends before it begins"),
    ({"range": {"from": 1}}, "has no to"),
    ({"tolerance": {}}, "has neither absolute nor percent"),
    ({"tolerance": {"absolute": 1, "percent": 1}}, "has both absolute and percent"),
    ({"tolerance": {"absolute": -1}}, "must be at least 0"),
    ({"tolerance": {"percent": 101}}, "must be at most 100"),
    ({"answer": "4"}, "must be a number"),
    ({"answer": True}, "must be a number"),
    ({"answer": 10**16}, "must be at most"),
    ({"right": None}, "has no right"),
    ({"feedback": None}, "has no feedback"),
    ({"wrong_answers": [{"feedback": "No."}]}, "has neither value nor range"),
    ({"wrong_answers": [{"value": 4, "feedback": "No."}]}, "calls 4 wrong"),
    ({"wrong_answers": [{"range": {"from": 1, "to": 4}, "feedback": "No."}]}, "calls 1 to 4 wrong"),
    ({"wrong_answers": [{"value": 5, "feedback": "No."}] * 2}, "same wrong answer twice, 5"),
]


@pytest.mark.parametrize(("changes", "fact"), WRONG, ids=[fact for _, fact in WRONG])
def test_what_authors_get_wrong_is_named(changes: dict[str, Any], fact: str) -> None:
    """There is one way to say what is right, and nothing is right and wrong at once."""
    assert fact in _said(**changes)


@pytest.mark.parametrize("written", [".inf", "-.inf", ".nan", "1e999", "12:30", "010", "1_000"])
def test_what_yaml_misreads_is_no_number(written: str) -> None:
    """A number must be finite, and written in digits."""
    bank = json.dumps({"id": "q", "module": "tea", "questions": [BASE]})
    text = bank.replace('"answer": 4', f'"answer": {written}')
    with pytest.raises(CourseError) as caught:
        read_document(QuizDocument, parse_yaml(text, "f.yml"))
    assert "must be a number" in str(caught.value.problems[0])


def test_a_misconception_of_a_wrong_answer_must_exist(tmp_path: Path) -> None:
    """It is checked like that of an option, in its place."""
    wrong = [{"value": 60, "feedback": "Those are seconds.", "misconception": "unknown"}]
    with pytest.raises(CourseError, match='there is no misconception "unknown"'):
        _html(tmp_path, wrong_answers=wrong)


def test_the_fingerprint_is_that_of_prompt_and_unit() -> None:
    """A wider tolerance changes nothing for whoever answered; another unit does."""
    assert _read().fingerprint == _read(tolerance={"absolute": 1}).fingerprint
    assert _read().fingerprint != _read(unit="hours").fingerprint


def test_the_field_has_its_unit_in_its_label(tmp_path: Path) -> None:
    """A keyboard with digits and separators comes up, and the unit is read out."""
    root = _html(tmp_path, unit="minutes")
    label = root.find(".//form//label")
    assert "Your answer minutes" == words(label)
    field = root.find(".//form//label/input")
    assert field is not None
    assert ("text", "decimal", "off") == tuple(
        field.get(name) for name in ("type", "inputmode", "autocomplete")
    )
    assert "Write a number, such as 1250 or 3.5." in words(root.find(".//legend"))


def test_the_answer_tells_all_numbers(tmp_path: Path) -> None:
    """Readers without a script find what is right and why; the script finds the same bounds."""
    wrong = [
        {"value": -12500.5, "feedback": "Below nothing."},
        {"range": {"from": 60, "to": 90}, "feedback": "Those are *seconds*."},
    ]
    root = _html(tmp_path, tolerance={"percent": 50}, unit="min", wrong_answers=wrong)
    entries = root.findall(".//cw-answer//li")
    assert [
        "Right: 4 min (2 to 6 min is close enough) Four minutes are enough.",
        "Not right: −12 500.5 min Below nothing.",
        "Not right: 60 to 90 min Those are seconds.",
        "Not right: any other number Count from when you pour.",
    ] == [words(entry) for entry in entries]
    assert [("2", "6"), ("-12500.5", "-12500.5"), ("60", "90"), (None, None)] == [
        (entry.get("data-from"), entry.get("data-to")) for entry in entries
    ]
    assert ["right"] == [
        entry.get("data-key") for entry in entries if "data-correct" in entry.attrib
    ]


def test_a_percent_sign_stands_close(tmp_path: Path) -> None:
    """Other units are a space away that does not break."""
    root = _html(tmp_path, unit="%")
    assert "Right: 4% Four minutes are enough." == words(root.find(".//cw-answer//li"))


def test_a_unit_iswords(tmp_path: Path) -> None:
    """A unit that looks like markup runs nothing, in the field's label and in the answer."""
    root = _html(tmp_path, unit='"><img src=x onerror=alert(1)>')
    assert [] == root.findall(".//img")


@pytest.mark.parametrize(
    ("number", "written"),
    [("9999", "9999"), ("10000", "10\u202f000"), ("-1234567.25", "\u22121\u202f234\u202f567.25")],
)
def test_long_numbers_are_grouped(number: str, written: str) -> None:
    """Groups stand apart by a narrow space, which no language takes for a decimal mark."""
    assert written == Bounds.shown(Decimal(number))


def test_digits_are_what_a_script_reads() -> None:
    """No exponent, no trailing zeros, no minus zero."""
    assert ["0", "0.5", "1200", "0.0000001"] == [
        digits(Decimal(number)) for number in ("-0.0", "0.50", "1.2E+3", "1E-7")
    ]

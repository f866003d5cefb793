"""Questions with blanks: what authors may write, and what readers get."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element

import pytest
from coursewright.problems import CourseError
from coursewright.questions.fill_in import Question
from coursewright.questions.fill_in.gaps import names, pieces
from markupsafe import Markup

from tests.questions.written import read, said, shown, words

PLAN = {"name": "plan", "accept": ["plan", "a plan"], "feedback": "What is set down beforehand."}
VIEW = {"name": "view", "accept": ["view"], "feedback": "What people see."}
BASE: dict[str, Any] = {
    "id": "two",
    "kind": "fill-in",
    "objective": "brew",
    "bloom": "remember",
    "prompt": "Complete the sentence.",
    "text": "One is a [[plan]], the other a [[view]].",
    "blanks": [PLAN, VIEW],
}


def _read(**changes: Any) -> Question:
    question = read({**BASE, **changes})
    assert isinstance(question, Question)
    return question


def _said(**changes: Any) -> str:
    return said({**BASE, **changes})


def _html(root: Path, **changes: Any) -> Element:
    return shown(root, {**BASE, **changes})


def test_a_good_question_is_read() -> None:
    """Its blanks are numbered as they stand in the text, whatever their order below it."""
    question = _read(blanks=[VIEW, PLAN])
    assert ["plan", "view"] == [blank.name for blank in question.ordered]
    assert (2, "view") == (question.blank("view")[0], question.blank("view")[1].name)


WRONG = [
    ({"text": "A [[plan]], a [[view]] and a [[hope]]."}, "asks for [[hope]] in its text"),
    ({"text": "A [[plan]]."}, 'describes the blank "view"'),
    ({"text": "No blank."}, 'describes the blank "plan"'),
    ({"text": "A [[plan]], a [[view]], a [[plan]]."}, 'has the same blank twice, "plan"'),
    ({"blanks": [PLAN, VIEW, PLAN]}, 'has the same blank twice, "plan"'),
    ({"blanks": []}, "too few items in question blanks"),
    ({"blanks": [PLAN, {**VIEW, "accept": []}]}, "too few items"),
    ({"blanks": [PLAN, {**VIEW, "accept": ["view", " VIEW"]}]}, 'the same text twice, "view"'),
    ({"blanks": [PLAN, {**VIEW, "accept": [7]}]}, 'Quote it: "7"'),
    ({"blanks": [PLAN, {**VIEW, "name": "A view"}]}, "cannot be written A view"),
    ({"blanks": [PLAN, {**VIEW, "correct": True}]}, 'has no key "correct"'),
    ({"blanks": [PLAN, {**VIEW, "feedback": ""}]}, "is empty"),
    ({"blanks": [PLAN, {"name": "view", "accept": ["view"]}]}, "has no feedback"),
]


@pytest.mark.parametrize(("changes", "fact"), WRONG, ids=[fact for _, fact in WRONG])
def test_what_authors_get_wrong_is_named(changes: dict[str, Any], fact: str) -> None:
    """Text and blanks must agree, and nothing may stand twice."""
    assert fact in _said(**changes)


def test_a_text_cannot_be_right_and_wrong() -> None:
    """What is accepted is not among the wrong answers, in whatever letters."""
    wrong = [{"text": ["\uff36IEW"], "feedback": "No."}]
    said = _said(blanks=[PLAN, {**VIEW, "wrong_answers": wrong}])
    assert 'has the same text twice, "view"' in said
    assert "Remove one of the two." in said


def test_letters_in_two_cases_are_two_texts_where_case_matters() -> None:
    """An exact blank may accept "C" and call "c" wrong."""
    wrong = [{"text": ["VIEW"], "feedback": "In small letters."}]
    question = _read(blanks=[PLAN, {**VIEW, "exact": True, "wrong_answers": wrong}])
    assert question.blanks[1].exact


def test_a_misconception_of_a_wrong_answer_must_exist(tmp_path: Path) -> None:
    """It is checked like that of an option, in its place."""
    wrong = [{"text": ["vista"], "feedback": "Not that.", "misconception": "unknown"}]
    with pytest.raises(CourseError, match='there is no misconception "unknown"'):
        _html(tmp_path, blanks=[PLAN, {**VIEW, "wrong_answers": wrong}])


def test_the_width_tells_little() -> None:
    """Fields are 8, 16, 24 or 32 characters wide, whatever is accepted."""
    widths = {
        length: _read(blanks=[PLAN, {**VIEW, "accept": ["x" * length]}]).blanks[1].size
        for length in (1, 8, 9, 16, 17, 24, 25, 300)
    }
    assert {1: 8, 8: 8, 9: 16, 16: 16, 17: 24, 24: 24, 25: 32, 300: 32} == widths


def test_the_fingerprint_is_that_of_prompt_andwords() -> None:
    """Another accepted text changes nothing for whoever answered; other words do."""
    accept = ["view", "vista"]
    assert _read().fingerprint == _read(blanks=[PLAN, {**VIEW, "accept": accept}]).fingerprint
    assert _read().fingerprint != _read(text="A [[plan]] or a [[view]].").fingerprint


def test_each_blank_has_a_label_of_its_own(tmp_path: Path) -> None:
    """Fields stand in the text, in labels that number them, and nothing fills them in."""
    root = _html(tmp_path)
    text = root.find(".//form//p")
    assert text is not None
    assert "One is a Blank 1 , the other a Blank 2 ." == words(text)
    labels = text.findall(".//label")
    assert ["Blank 1", "Blank 2"] == [words(label) for label in labels]
    for label, name in zip(labels, ("blank-plan", "blank-view"), strict=True):
        field = label.find("input")
        assert field is not None
        assert name == field.get("name")
        assert "value" not in field.attrib
        for key, value in (
            ("type", "text"),
            ("autocomplete", "off"),
            ("autocapitalize", "off"),
            ("spellcheck", "false"),
        ):
            assert value == field.get(key)


def test_the_answer_tells_all_texts(tmp_path: Path) -> None:
    """Readers without a script find what is accepted, what is not, and why; so does the script."""
    wrong = [{"text": ['"vista"', "a <b>"], "feedback": "Near.", "misconception": None}]
    root = _html(tmp_path, blanks=[PLAN, {**VIEW, "right": "So *it* is.", "wrong_answers": wrong}])
    told = [words(entry) for entry in root.findall(".//cw-answer//li")]
    assert [
        "Right: Blank 1: plan, a plan",
        "Not right: Blank 1: any other answer What is set down beforehand.",
        "Right: Blank 2: view So it is.",
        'Not right: Blank 2: "vista", a <b> Near.',
        "Not right: Blank 2: any other answer What people see.",
    ] == told
    data = [entry.get("data-accept") for entry in root.findall(".//cw-answer//li[@data-accept]")]
    read = [json.loads(text or "") for text in data]
    assert [["plan", "a plan"], ["view"], ['"vista"', "a <b>"]] == read


def test_markdown_around_blanks_stays(tmp_path: Path) -> None:
    """The text may hold emphasis, lists and citations' brackets around its blanks."""
    root = _html(tmp_path, text="**A [[plan]]**:\n\n- `x` and *one [[ view ]]*")
    assert root.find(".//form//strong//input[@name='blank-plan']") is not None
    assert root.find(".//form//li/em//input[@name='blank-view']") is not None


ODD = [
    "[go [[plan]]](https://example.org) and [[view]]",
    "[[plan]](https://example.org) and [[view]]",
    '[go](https://example.org "[[plan]]<img src=x onerror=alert(1)>") and [[view]]',
    '<a href="https://example.org" title="> [[plan]] <img src=x onerror=alert(1)>">x</a> [[view]]',
    "<img alt='[[plan]] onerror=alert(1) x=' src=x onerror=alert(1)> [[view]]",
    "<script>[[plan]]</script> [[view]]",
    "<div title=[[plan]] onclick=alert(1)>[[view]]</div>",
    "[x]: https://example.org/[[plan]]\n\n[x] [[view]]",
    "[plan]: https://example.org\n\n[[plan]] [[view]]",
]


@pytest.mark.parametrize("text", ODD)
def test_a_blank_where_no_field_can_stand_comes_last(tmp_path: Path, text: str) -> None:
    """In a tag or a link it would break the page: it moves to the end, and nothing runs."""
    root = _html(tmp_path, text=text)
    fields = [field.get("name") for field in root.findall(".//form//input")]
    assert ["blank-plan", "blank-view"] == sorted(map(str, fields))
    assert [] == root.findall(".//form//a//input")
    for element in root.iter():
        assert "script" != element.tag
        assert not [name for name in element.attrib if name.startswith("on")]


def test_names_are_found_in_order() -> None:
    """Names are ids; anything else between double brackets is text."""
    assert ["b", "a-1"] == names("[[b]] [[ a-1 ]] [[A]] [[]] [[a b]] [a]")


def test_pieces_keep_every_letter() -> None:
    """What is no blank of the question stays as it was typed."""
    found = pieces(Markup("<p>[[x]] a [[b]] c</p>"), ["b"])
    assert [("<p>[[x]] a ", "b"), (" c</p>", None)] == found

"""Branching cases: what authors may write, and what readers get."""

from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import Any

import pytest
from coursewright.problems import CourseError
from coursewright.questions.scenario import Question

from tests.courses import QUIZ, added, course_of
from tests.questions.written import read, said, shown, words


def _choice(text: str, to: str, quality: str = "good", **more: str) -> dict[str, str]:
    return {"text": text, "to": to, "consequence": f"{text}, and so.", "quality": quality, **more}


BASE: dict[str, Any] = {
    "id": "guest",
    "kind": "scenario",
    "objective": "brew",
    "bloom": "evaluate",
    "prompt": "A guest is at the door.",
    "start": "kettle",
    "situations": [
        {
            "id": "pot",
            "text": "The pot is full.",
            "question": "When do you pour?",
            "choices": [
                _choice("Pour now", "pale", "poor"),
                _choice("Wait four minutes", "glad"),
            ],
        },
        {
            "id": "kettle",
            "text": "The kettle is *empty*.",
            "choices": [
                _choice("Fill it afresh", "pot"),
                _choice("Use the thermos", "pale", "fair", misconception="longer-is-better"),
            ],
        },
    ],
    "ends": [
        {"id": "glad", "title": "A glad guest", "text": "One more cup?", "quality": "good"},
        {"id": "pale", "title": "A pale cup", "text": "Thanks, no more.", "quality": "poor"},
    ],
}


def _changed(**at: Any) -> dict[str, Any]:
    """Return the case with values at paths such as `situations_0_choices_1_to` changed."""
    case = copy.deepcopy(BASE)
    for path, value in at.items():
        *steps, last = (int(step) if step.isdigit() else step for step in path.split("_"))
        place: Any = case
        for step in steps:
            place = place[step]
        place[last] = value
    return case


def _read(question: dict[str, Any]) -> Question:
    found = read(question)
    assert isinstance(found, Question)
    return found


@pytest.mark.parametrize(
    ("changes", "what"),
    [
        (
            {"start": "kettl"},
            'start is "kettl", and no situation has that id. Did you mean "kettle"?',
        ),
        ({"start": "glad"}, 'start is "glad", and no situation has that id'),
        (
            {"situations_0_choices_0_to": "pail"},
            'choice to is "pail", and no situation or end has that id. Did you mean "pale"?',
        ),
        (
            {"situations_0_choices_0_to": "kettle"},
            "choice to leads in a circle: kettle, pot, kettle",
        ),
        ({"situations_0_choices_0_to": "pot"}, "choice to leads in a circle: pot, pot"),
        ({"ends_1_id": "pot"}, 'end id is "pot", which another situation or end has as well'),
        ({"situations_0_id": "kettle"}, "which another situation or end has as well"),
        ({"situations_1_choices_0_to": "pale"}, 'situation "pot" is never reached'),
        ({"situations_0_choices_1_to": "pale"}, 'end "glad" is never reached'),
        ({"situations_0_choices_1_text": "pour NOW"}, "situation has the same choice twice"),
        ({"situations_0_choices_0_quality": "bad"}, "choice quality cannot be bad"),
        ({"ends": BASE["ends"][:1]}, "Give at least 2."),
        ({"confidence": True}, 'no single answer to be sure of. Leave "confidence" out.'),
        ({"shuffle": True}, "has nothing to shuffle"),
    ],
)
def test_what_does_not_hold_together(changes: dict[str, Any], what: str) -> None:
    """Every branch leads somewhere, everything is reached, and no way goes on for ever."""
    assert what in said(_changed(**changes))


def test_each_problem_has_its_own_place() -> None:
    """Two branches that lead nowhere are two problems, at the two values."""
    wrong = {"situations_0_choices_0_to": "x", "situations_1_choices_1_to": "y"}
    first, second = said(_changed(**wrong)).splitlines()
    assert ('is "x"', 'is "y"') == (
        first[first.index("is ") :][:6],
        second[second.index("is ") :][:6],
    )
    assert int(first.split(":")[1]) < int(second.split(":")[1])


def test_ways_may_meet_again() -> None:
    """The same situation or end by two ways is no circle."""
    case = _changed(situations_1_choices_1_to="pot")
    assert 2 == len(_read(case).situations)


def test_a_long_chain_and_many_ways_are_checked_at_once() -> None:
    """Twenty situations with a million ways through them take no time."""
    situations = [
        {
            "id": f"s{n}",
            "text": "On.",
            "choices": [_choice("Left", f"s{n + 1}"), _choice("Right", f"s{n + 1}")],
        }
        for n in range(20)
    ]
    situations[-1]["choices"] = [_choice("Left", "glad"), _choice("Right", "pale")]
    assert 40 == len(_read({**BASE, "start": "s0", "situations": situations}).choices())


def test_decisions_are_choices_with_their_path() -> None:
    """What looks at choices finds decisions: good ones are correct, consequences the feedback."""
    found = dict(_read(BASE).chosen())
    path = ("situations", 1, "choices", 1)
    assert (False, "longer-is-better") == (found[path].correct, found[path].misconception)
    assert "Use the thermos, and so." == found[path].feedback
    assert found["situations", 0, "choices", 1].correct


def test_an_unknown_misconception_is_a_problem(tmp_path: Path) -> None:
    """The course knows the misconceptions that decisions stand for."""
    case = _changed(situations_1_choices_1_misconception="no-such")
    with pytest.raises(CourseError) as caught:
        course_of(tmp_path, added(QUIZ, f"  - {json.dumps(case)}\n"))
    assert "no-such" in str(caught.value.problems[0])


def test_the_start_comes_first(tmp_path: Path) -> None:
    """Situations are numbered from the start, wherever the author wrote it."""
    root = shown(tmp_path, BASE)
    sections = root.findall(".//form//section")
    assert ["kettle", "pot"] == [section.get("data-situation") for section in sections]
    assert ["Situation 1", "Situation 2"] == [words(section[0]) for section in sections]
    assert ["What do you do?", "When do you pour?"] == [
        words(section.find("fieldset/legend")) for section in sections
    ]


def test_without_a_script_links_lead_on(tmp_path: Path) -> None:
    """Each link leads to an id of the same page: what a choice leads to, and the next situation."""
    root = shown(tmp_path, BASE)
    ids = {element.get("id") for element in root.iter() if element.get("id")}
    links = [
        link.get("href", "") for link in root.findall(".//a") if link.get("href", "")[0] == "#"
    ]
    assert 6 == len(links)
    assert set() == {link[1:] for link in links} - ids


def test_situations_are_asked_and_the_rest_is_not(tmp_path: Path) -> None:
    """Situations stand outside what search leaves out; choices, consequences and ends inside."""
    root = shown(tmp_path, BASE)
    seen = _searchable(root)
    for text in ("The kettle is empty.", "The pot is full.", "When do you pour?"):
        assert text in seen
    for text in ("Fill it afresh", "and so.", "A glad guest", "One more cup?", "choice:"):
        assert text not in seen
        assert text in words(root)


def _searchable(element: Any) -> str:
    if "data-search-exclude" in element.attrib:
        return ""
    inner = [_searchable(child) + (child.tail or "") for child in element]
    return " ".join(((element.text or "") + " ".join(inner)).split()).replace(" .", ".")

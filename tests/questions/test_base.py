"""What every kind of question may ask for, and what it refuses with a cure."""

from __future__ import annotations

from pathlib import Path

import pytest
from coursewright.loader import load
from coursewright.problems import CourseError

from tests.courses import QUIZ, course_of, edited, place, write_course

STEM = "prompt: A guest asks for black tea. What do you do first?\n"
OPTION = "text: Boil a kettle of water\n"


def _problem(folder: Path, *edits: tuple[str, str]) -> str:
    with pytest.raises(CourseError) as caught:
        course_of(folder, edited(QUIZ, *edits))
    [problem] = caught.value.problems
    return f"{problem.what}. {problem.cure}"


@pytest.mark.parametrize(
    ("written", "what"),
    [
        ('"One\\n\\ntwo"', "an empty line"),
        ('"# One"', "a heading"),
        ('"One\\n---"', "a heading"),
        ('"- One"', "a list"),
        ('"3. quarter"', "a list"),
        ('"a | b\\n--|--\\n1 | 2"', "a table"),
        ('"> One"', "a quotation"),
        ('"```\\none\\n```"', "a block of code"),
        ('"!!! note\\n    One"', "a box"),
        ('"![](figure:one)"', "a figure, table or case"),
    ],
)
def test_an_option_is_one_paragraph(tmp_path: Path, written: str, what: str) -> None:
    """A label holds no blocks; the cure says where they belong."""
    said = _problem(tmp_path, (OPTION, f"text: {written}\n"))
    assert said.startswith(f"option text must be one paragraph, and holds {what}. Keep to one")


@pytest.mark.parametrize(
    "written", ['"1,000 **or** more"', '"-5 °C"', '"3\\\\. quarter"', '"a - b"']
)
def test_one_paragraph_may_hold_anything_else(tmp_path: Path, written: str) -> None:
    """Numbers, signs and emphasis are no blocks."""
    load(write_course(tmp_path, edited(QUIZ, (OPTION, f"text: {written}\n"))))


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ("tries: 0", "question tries must be at least 1, got 0. Write a larger number."),
        ("tries: 10", "question tries must be at most 9, got 10. Write a smaller number."),
        (
            "hints: [a, b, c, d, e, f]",
            "there are too many items in question hints. Give at most 5.",
        ),
        ("figure: pott", 'there is no figure "pott". Choose one that exists.'),
        (
            'confidence: "yes"',
            "question confidence must be true or false, got yes. Write true or false, unquoted.",
        ),
    ],
)
def test_wrong_wishes_are_told(tmp_path: Path, more: str, said: str) -> None:
    """Each has its bounds, in words."""
    problem = _problem(tmp_path, (STEM, f"{STEM}    {more}\n"))
    assert said.partition(". ")[0] == problem.partition(". ")[0]


def test_an_unknown_figure_is_told_in_its_place(tmp_path: Path) -> None:
    """The problem points at the id."""
    files = edited(QUIZ, (STEM, f"{STEM}    figure: pott\n"))
    with pytest.raises(CourseError) as caught:
        course_of(tmp_path, files)
    assert [place(files, QUIZ, "pott")] == [problem.where for problem in caught.value.problems]


def test_old_names_of_question_and_bank_go_together(tmp_path: Path) -> None:
    """What a learner did is found under every ref that the question had."""
    files = edited(QUIZ, ("id: tea\n", "id: tea\nwas: [brew]\n"), (STEM, f"{STEM}    was: [one]\n"))
    question = next(course_of(tmp_path, files).questions)
    assert ("tea/one", "brew/first-move", "brew/one") == question.was

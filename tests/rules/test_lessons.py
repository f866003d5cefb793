"""Lessons that people can follow."""

from pathlib import Path

import pytest

from tests.courses import COURSE, MODULE, Files, edited, place
from tests.rules.found import found, only

FOUR = "      Four minutes are enough. Take the leaves out then.\n"
TABLE = """\
tables:
  - id: leaves
    title: Leaves
    columns: [Leaf, Minutes]
    rows: [[Black, "4"], [Green, "2"]]
misconceptions:
"""


def _with_words(count: int) -> Files:
    """Return a course whose two lessons have about as many words, with a question each."""
    body = "      Pour the water at once.\n" * (count // 5)
    first = "      Fill the kettle afresh and pour at once.\n"
    return edited(MODULE, (FOUR, body), (first, body))


def _with_table(*edits: tuple[str, str]) -> Files:
    return edited(MODULE, ("misconceptions:\n", TABLE), *edits)


@pytest.mark.parametrize(("count", "minutes"), [(150, 2), (1300, 8)])
def test_a_lesson_takes_three_to_seven_minutes(tmp_path: Path, count: int, minutes: int) -> None:
    """A lesson that is too short or too long is found at its body."""
    files = _with_words(count)
    second = found(tmp_path, "lesson-minutes", files)[1]
    assert place(files, MODULE, "|", nth=2) == second.where
    assert f"this lesson takes {minutes} minutes" == second.what


def test_a_lesson_of_five_minutes_is_right(tmp_path: Path) -> None:
    """Reading and answering count together."""
    assert [] == found(tmp_path, "lesson-minutes", _with_words(700))


def test_a_lesson_asks_something(tmp_path: Path) -> None:
    """A lesson without a question is found at its id."""
    files = edited(MODULE, ("    questions: [signs]\n", ""))
    problem = only(tmp_path, "lesson-question", files)
    assert place(files, MODULE, "time") == problem.where


def test_a_table_is_placed_in_a_lesson(tmp_path: Path) -> None:
    """A table that no lesson shows is found at its id."""
    placed = _with_table((FOUR, f"{FOUR}\n      ![](table:leaves)\n"))
    assert [] == found(tmp_path / "placed", "never-placed", placed)
    files = _with_table()
    problem = only(tmp_path / "never", "never-placed", files)
    assert place(files, MODULE, "leaves\n") == problem.where
    assert 'no lesson shows the table "leaves"' == problem.what


def test_a_case_may_be_shown_with_a_question_alone(tmp_path: Path) -> None:
    """A case kept for the check is not lost."""
    case = "cases:\n  - {id: inn, title: The Inn, fictional: true, body: Tea is late.}\n"
    files = edited(MODULE, ("misconceptions:\n", f"{case}misconceptions:\n"))
    assert 1 == len(found(tmp_path / "never", "never-placed", files))
    asked = edited(
        "quizzes/tea.yml", ("bloom: apply\n", "bloom: apply\n    case: inn\n"), files=files
    )
    assert [] == found(tmp_path / "asked", "never-placed", asked)


def test_a_table_is_placed_once(tmp_path: Path) -> None:
    """The second time is found, also inside the same lesson."""
    twice = f"{FOUR}\n      ![](table:leaves)\n\n      Look again.\n\n      ![](table:leaves)\n"
    files = _with_table((FOUR, twice))
    problem = only(tmp_path, "placed-again", files)
    assert place(files, MODULE, "table:leaves", nth=2) == problem.where
    assert (place(files, MODULE, "table:leaves"),) == problem.also


def test_a_table_is_placed_in_one_lesson(tmp_path: Path) -> None:
    """The second lesson that shows it is found."""
    first = "      Fill the kettle afresh and pour at once.\n"
    shown = "\n      ![](table:leaves)\n"
    files = _with_table((first, first + shown), (FOUR, FOUR + shown))
    problem = only(tmp_path, "placed-again", files)
    assert place(files, MODULE, "table:leaves", nth=2) == problem.where


def test_a_sentence_has_thirty_words_at_most(tmp_path: Path) -> None:
    """A longer one is found where it begins."""
    thirty = "Pour" + " and wait" * 14 + " now."
    good = edited(MODULE, (FOUR, f"{FOUR}\n      Boil it. {thirty} Drink.\n"))
    assert [] == found(tmp_path / "good", "long-sentence", good)
    longer = thirty.replace("Pour", "Pour slowly")
    files = edited(MODULE, (FOUR, f"{FOUR}\n      Boil it. {longer} Drink.\n"))
    problem = only(tmp_path / "bad", "long-sentence", files)
    assert place(files, MODULE, "Pour slowly") == problem.where
    assert "this sentence has 31 words" == problem.what


def test_sentences_are_short_on_average(tmp_path: Path) -> None:
    """The average of a lesson is found at its body."""
    files = edited(MODULE, (FOUR, "      Pour" + " and wait" * 10 + " now.\n"))
    problem = only(tmp_path, "sentence-length", files)
    assert place(files, MODULE, "|", nth=2) == problem.where
    assert "22.0 words" in problem.what


@pytest.mark.parametrize(
    ("name", "summary"),
    [
        (COURSE, "Everyday skills for people who cook for others."),
        (MODULE, "Brew a pot that people finish."),
        (MODULE, "How minutes turn taste into bitterness."),
    ],
)
def test_a_summary_fits_a_preview(tmp_path: Path, name: str, summary: str) -> None:
    """160 characters fit, 161 do not."""
    fits = edited(name, (summary, "x" * 160))
    assert [] == found(tmp_path / "fits", "summary-length", fits)
    files = edited(name, (summary, "x" * 161))
    problem = only(tmp_path / "cut", "summary-length", files)
    assert place(files, name, "x" * 161) == problem.where

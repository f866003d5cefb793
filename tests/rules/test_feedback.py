"""Feedback that explains."""

from pathlib import Path

import pytest

from tests.courses import QUIZ, edited, place
from tests.rules.found import found, only

LONG = "A night in cold water draws out little taste and leaves a guest waiting."


def test_a_wrong_choice_names_its_misconception(tmp_path: Path) -> None:
    """A wrong choice without one is found; right choices need none."""
    files = edited(QUIZ, (f"{LONG}\n        misconception: longer-is-better\n", f"{LONG}\n"))
    problem = only(tmp_path, "misconception", files)
    assert place(files, QUIZ, "text: Soak the leaf") == problem.where
    assert "warning" == problem.severity


def test_the_feedback_of_a_wrong_choice_has_twelve_words(tmp_path: Path) -> None:
    """Eleven words are too few; the feedback of right choices may be short."""
    short = "Cold water draws out little taste, so the guest has to"
    files = edited(QUIZ, (LONG, short))
    problem = only(tmp_path, "short-feedback", files)
    assert place(files, QUIZ, short) == problem.where
    assert "this feedback has 11 words" == problem.what


@pytest.mark.parametrize("verdict", ["Wrong.", "Incorrect", "Sorry, that's not right.", "No!"])
def test_feedback_is_more_than_a_verdict(tmp_path: Path, verdict: str) -> None:
    """A bare verdict is an error."""
    files = edited(QUIZ, (LONG, f'"{verdict}"'))
    problem = only(tmp_path, "bare-verdict", files)
    assert place(files, QUIZ, f'"{verdict}"') == problem.where
    assert "error" == problem.severity


def test_all_feedback_of_a_question_is_read(tmp_path: Path) -> None:
    """Feedback beside the options counts as well."""
    files = edited(QUIZ, ("feedback_false: Four minutes are enough.", "feedback_false: Correct!"))
    problem = only(tmp_path, "bare-verdict", files)
    assert place(files, QUIZ, "Correct!") == problem.where


def test_a_verdict_with_a_reason_is_feedback(tmp_path: Path) -> None:
    """Feedback may begin with a verdict."""
    files = edited(QUIZ, (LONG, "No. Cold water draws nothing out."))
    assert [] == found(tmp_path, "bare-verdict", files)

"""Options that give nothing away."""

from pathlib import Path

import pytest

from tests.courses import QUIZ, edited, place
from tests.rules.found import found, only, quiz_of

KEY = "Boil a kettle of water"
WRONG = "Soak the leaf overnight"


def test_the_right_option_may_be_the_longest_now_and_then(tmp_path: Path) -> None:
    """Two of six are a third, which is allowed."""
    assert [] == found(tmp_path, "key-is-longest", quiz_of(1, 2, 3, 1, 2, 3, long=2))


def test_the_right_option_is_too_often_the_longest(tmp_path: Path) -> None:
    """Three of six are too many; the problem names every one of them."""
    files = quiz_of(1, 2, 3, 1, 2, 3, long=3)
    problem = only(tmp_path, "key-is-longest", files)
    assert place(files, QUIZ, '"Choice 1 of question 1') == problem.where
    assert (
        place(files, QUIZ, '"Choice 2 of question 2'),
        place(files, QUIZ, '"Choice 3 of question 3'),
    ) == problem.also
    assert "3 of the 6" in problem.what


def test_few_questions_say_nothing_about_the_longest(tmp_path: Path) -> None:
    """Under five questions the share is left alone."""
    assert [] == found(tmp_path, "key-is-longest", quiz_of(1, 2, 3, 1, long=4))


@pytest.mark.parametrize(
    ("text", "cure"),
    [
        (f"{KEY} and wait until it rolls", "Shorten it, or lengthen the others."),
        ("Boil a pot", "Lengthen it, or shorten the others."),
    ],
)
def test_the_right_option_differs_in_length(tmp_path: Path, text: str, cure: str) -> None:
    """A right option of another length than the others is found, with the cure that fits."""
    files = edited(QUIZ, (KEY, text))
    problem = only(tmp_path, "key-length", files)
    assert place(files, QUIZ, text) == problem.where
    assert cure == problem.cure


def test_length_is_what_readers_see(tmp_path: Path) -> None:
    """Addresses of links and citations do not lengthen an option."""
    linked = "Boil a [kettle](lesson:tea/water) of water"
    assert [] == found(tmp_path, "key-length", edited(QUIZ, (KEY, f'"{linked}"')))


def test_short_options_may_differ_in_length(tmp_path: Path) -> None:
    """Nobody guesses from the length of single words and numbers."""
    edits = (("Warm some milk in a pan", "Milk"), (KEY, "Boiling water"), (WRONG, "Ice"))
    assert [] == found(tmp_path, "key-length", edited(QUIZ, *edits))


def test_right_options_are_spread_over_positions(tmp_path: Path) -> None:
    """Four of ten in one position are allowed, five are not."""
    good = quiz_of(1, 2, 1, 3, 1, 2, 1, 3, 2, 3)
    assert [] == found(tmp_path / "good", "key-position", good)
    files = quiz_of(1, 2, 1, 3, 1, 2, 1, 3, 1, 3)
    problem = only(tmp_path / "bad", "key-position", files)
    assert place(files, QUIZ, '"Choice 1 of question 1') == problem.where
    assert place(files, QUIZ, '"Choice 1 of question 9') == problem.also[-1]
    assert "number 1 in 5 of the course's 10" in problem.what


def test_positions_are_not_counted_in_a_short_course(tmp_path: Path) -> None:
    """Nine questions are too few to speak of a habit."""
    assert [] == found(tmp_path, "key-position", quiz_of(1, 1, 1, 2, 1, 1, 1, 3, 1))


def test_a_position_returns_three_times_in_a_row_at_most(tmp_path: Path) -> None:
    """The fourth in a row is found, and once only."""
    assert [] == found(tmp_path / "good", "key-run", quiz_of(2, 2, 2, 1, 2))
    files = quiz_of(1, 2, 2, 2, 2, 2)
    problem = only(tmp_path / "bad", "key-run", files)
    assert place(files, QUIZ, '"Choice 2 of question 5') == problem.where


def test_two_options_are_too_few(tmp_path: Path) -> None:
    """The problem stands at the list."""
    dropped = """\
      - text: A pale color
        feedback: A pale cup stood too short; the color deepens with every minute in the pot.
        misconception: longer-is-better
"""
    files = edited(QUIZ, (dropped, ""))
    problem = only(tmp_path, "option-count", files)
    assert place(files, QUIZ, "- text: A bitter taste") == problem.where
    assert "only 2 options are offered" == problem.what


def test_six_options_are_too_many(tmp_path: Path) -> None:
    """Options beyond five seldom work."""
    more = "".join(f"      - {{text: Do {word}, feedback: No use.}}\n" for word in "abc")
    files = edited(QUIZ, (f"      - text: {WRONG}\n", f"{more}      - text: {WRONG}\n"))
    problem = only(tmp_path, "option-count", files)
    assert place(files, QUIZ, "- text: Warm") == problem.where
    assert "6 options" in problem.what


@pytest.mark.parametrize(
    "text", ["All of the above", "**None** of the above", "None of these.", "Both A and B"]
)
def test_no_option_stands_for_others(tmp_path: Path, text: str) -> None:
    """An option about other options makes no sense in another order."""
    files = edited(QUIZ, (WRONG, f'"{text}"'))
    problem = only(tmp_path, "of-the-above", files)
    assert place(files, QUIZ, f'"{text}"') == problem.where
    assert "error" == problem.severity


def test_an_option_may_speak_of_all_and_none(tmp_path: Path) -> None:
    """Only whole options and fixed phrases are meant."""
    assert [] == found(tmp_path, "of-the-above", edited(QUIZ, (WRONG, "None of these pots")))


@pytest.mark.parametrize(
    ("prompt", "mark"),
    [
        ("Guests wait. Which of these is not a good first move?", "Which of these is not"),
        ("Which move doesn't help?", "Which move doesn't"),
        ("Which of the moves helps least?", "Which of the moves helps least"),
        ("All of these help except one; which?", "except"),
        ("Which is NOT a good first move?", "NOT"),
        ("What do you **not** do first?", ""),
    ],
)
def test_a_negative_word_is_in_bold_capitals(tmp_path: Path, prompt: str, mark: str) -> None:
    """Questions that a hurried reader would take for their opposite are found."""
    files = edited(QUIZ, ("A guest asks for black tea. What do you do first?", prompt))
    expected = [place(files, QUIZ, mark)] if mark else []
    assert expected == [problem.where for problem in found(tmp_path, "negative-stem", files)]


@pytest.mark.parametrize(
    "prompt",
    [
        "Which of these is **NOT** a good first move?",
        "Which claim says that leaves do not need water?",
        "What takes at least four minutes?",
        "The kettle does not boil. What now?",
    ],
)
def test_other_negative_words_are_left_alone(tmp_path: Path, prompt: str) -> None:
    """Words that do not turn the question around may stand as they are."""
    files = edited(QUIZ, ("A guest asks for black tea. What do you do first?", prompt))
    assert [] == found(tmp_path, "negative-stem", files)


@pytest.mark.parametrize("word", ["Always", "Never", "Usually"])
def test_options_do_without_frequency_words(tmp_path: Path, word: str) -> None:
    """Such words betray an option as right or wrong."""
    files = edited(QUIZ, (WRONG, f"{word} soak the leaf"))
    problem = only(tmp_path, "frequency-word", files)
    assert place(files, QUIZ, f"{word} soak") == problem.where
    assert f'"{word}"' in problem.what


def test_a_word_of_the_question_returns_in_the_right_option_only(tmp_path: Path) -> None:
    """Beginnings are compared, so that forms of a word match."""
    files = edited(
        QUIZ, ("What do you do first?", "He wants it boiling."), (KEY, "Boilin hot water")
    )
    problem = only(tmp_path, "echo", files)
    assert place(files, QUIZ, "Boilin hot") == problem.where
    assert '"Boilin"' in problem.what


def test_a_word_that_wrong_options_repeat_gives_nothing_away(tmp_path: Path) -> None:
    """An echo in several options is fair."""
    edits = (("What do you do first?", "He wants it boiling."), (KEY, "Boilin hot water"))
    files = edited(QUIZ, *edits, (WRONG, "Boiling hot milk"))
    assert [] == found(tmp_path, "echo", files)

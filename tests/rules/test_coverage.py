"""Objectives, lessons and questions that fit each other."""

from pathlib import Path

from tests.courses import LATER_QUIZ, MINIMAL, MODULE, QUIZ, TWO_MODULES, edited, place
from tests.rules.found import found, only, quiz_of

SERVE = "  - id: serve\n    bloom: apply\n    text: Serve it\nlessons:\n"


def test_an_objective_is_taught_by_a_lesson(tmp_path: Path) -> None:
    """An objective that no lesson names is an error at its id."""
    files = edited(MODULE, ("lessons:\n", SERVE))
    files = edited(QUIZ, ("objective: brew", "objective: serve"), files=files)
    problem = only(tmp_path, "objective-taught", files)
    assert place(files, MODULE, "serve") == problem.where
    assert "error" == problem.severity


def test_an_objective_is_assessed_by_two_questions(tmp_path: Path) -> None:
    """One question is too few."""
    files = edited(MODULE, ("lessons:\n", SERVE), ("[brew]", "[brew, serve]"))
    files = edited(QUIZ, ("objective: brew", "objective: serve"), files=files)
    problem = only(tmp_path, "objective-questions", files)
    assert place(files, MODULE, "serve") == problem.where
    assert 'the objective "serve" is assessed by 1 question' == problem.what


def test_a_question_stays_near_the_level_of_its_objective(tmp_path: Path) -> None:
    """One level away is allowed, two are not."""
    near = edited(QUIZ, ("bloom: apply", "bloom: analyze"))
    assert [] == found(tmp_path / "near", "bloom-distance", near)
    far = edited(QUIZ, ("bloom: apply", "bloom: remember"))
    problem = only(tmp_path / "far", "bloom-distance", far)
    assert place(far, QUIZ, "remember") == problem.where
    assert (place(far, MODULE, "brew"),) == problem.also
    assert "2 levels below its objective" in problem.what


def test_two_fifths_of_the_questions_apply_something(tmp_path: Path) -> None:
    """Of five questions, two must reach the level "apply"."""
    low = quiz_of(1, 2, 3, 1, 2, bloom="understand")
    two = edited(QUIZ, *[("bloom: understand", "bloom: apply")] * 2, files=low)
    assert [] == found(tmp_path / "two", "higher-levels", two)
    one = edited(QUIZ, ("bloom: understand", "bloom: apply"), files=low)
    problem = only(tmp_path / "one", "higher-levels", one)
    assert place(one, QUIZ, "- id: q1") == problem.where
    assert place(one, QUIZ, "understand") == problem.also[0]
    assert problem.what.startswith("1 of the 5 questions")


def test_few_questions_may_all_ask_for_recall(tmp_path: Path) -> None:
    """Under five questions the share is left alone."""
    assert [] == found(tmp_path, "higher-levels", quiz_of(1, 2, 3, 1, bloom="understand"))


def test_eight_questions_come_in_three_kinds(tmp_path: Path) -> None:
    """Seven questions may all be alike, eight may not."""
    assert [] == found(tmp_path / "seven", "kinds", quiz_of(1, 2, 3, 1, 2, 3, 1))
    files = quiz_of(1, 2, 3, 1, 2, 3, 1, 2)
    problem = only(tmp_path / "eight", "kinds", files)
    assert place(files, QUIZ, "- id: q1") == problem.where
    assert 'all 8 questions of the module "tea" are of the kind single' == problem.what


def test_a_later_check_asks_two_questions_again(tmp_path: Path) -> None:
    """One is too few; the first module has nothing to ask again."""
    asked = "check: {review: [tea/signs]}\nquestions:"
    one = edited(LATER_QUIZ, ("questions:", asked), files=TWO_MODULES)
    problem = only(tmp_path / "one", "earlier-questions", one)
    assert place(one, LATER_QUIZ, "[tea/signs]") == problem.where
    assert 'the check of the module "pot" asks 1 question of earlier modules' == problem.what
    two = edited(LATER_QUIZ, ("tea/signs", "tea/signs, tea/all-day"), files=one)
    assert [] == found(tmp_path / "two", "earlier-questions", two)


def test_a_later_check_asks_again_what_there_is(tmp_path: Path) -> None:
    """Where the modules before it have one question, one is enough."""
    asked = "check: {review: [tea/q1]}\nquestions:"
    files = edited(LATER_QUIZ, ("questions:", asked), files=TWO_MODULES)
    files = {**files, QUIZ: quiz_of(1)[QUIZ], MODULE: files[MODULE].replace("[first-move]", "[q1]")}
    files = edited(MODULE, ("    questions: [signs]\n", ""), files=files)
    assert [] == found(tmp_path, "earlier-questions", files)


GLOSSARY = "curriculum/glossary.yml"
LEAF = "terms:\n  - {id: leaf, term: Leaf grade, link: false, definition: How large leaves are}\n"


def test_a_term_is_used_by_a_lesson(tmp_path: Path) -> None:
    """A word that no lesson uses is found; one with a lesson under `taught` is not."""
    files = {**MINIMAL, GLOSSARY: LEAF}
    problem = only(tmp_path / "never", "term-taught", files)
    assert place(files, GLOSSARY, "leaf") == problem.where
    assert 'no lesson uses the term "Leaf grade"' == problem.what
    taught = {**MINIMAL, GLOSSARY: LEAF.replace("link: false", "taught: [tea/water]")}
    assert [] == found(tmp_path / "taught", "term-taught", taught)

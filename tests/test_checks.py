"""What a module's check asks: by default, by a list, or drawn from a pool."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest
from coursewright.assets import assets
from coursewright.problems import CourseError
from coursewright.views import Links, PageView, Views, Words, sections

from tests.course.wellknown import only, problems
from tests.courses import (
    LATER_QUIZ,
    MINIMAL,
    QUIZ,
    TWO_MODULES,
    Files,
    course_of,
    edited,
    place,
)


def _with(check: str) -> Files:
    return edited(QUIZ, ("questions:", f"check: {check}\nquestions:"))


def _refs(root: Path, files: Files = MINIMAL) -> list[str]:
    [module] = course_of(root, files).modules
    return [question.ref for question in module.check]


def test_by_default_it_asks_what_no_lesson_asks(tmp_path: Path) -> None:
    """All of them, and no goal is set."""
    [module] = course_of(tmp_path).modules
    assert ["tea/all-day"] == [question.ref for question in module.check]
    assert (1, None) == (module.draw, module.goal)


def test_a_list_says_what_it_asks(tmp_path: Path) -> None:
    """In the order of the list, also what a lesson asks, by either name."""
    files = _with("{questions: [all-day, tea/first-move]}")
    assert ["tea/all-day", "tea/first-move"] == _refs(tmp_path, files)


def test_a_draw_is_counted_in_minutes(tmp_path: Path) -> None:
    """The module takes as long as the questions that are asked at a time."""
    [module] = course_of(
        tmp_path, _with("{questions: [all-day, signs], draw: 1, pass: 70}")
    ).modules
    assert (2, 1, 70) == (len(module.check), module.draw, module.goal)
    [whole] = course_of(tmp_path, _with("{questions: [all-day, signs]}")).modules
    assert 1 == whole.minutes - module.minutes


WRONG = [
    ("{questions: [all-dya]}", "all-dya", "unknown-question", 'Did you mean "all-day"?'),
    ("{questions: [all-day, all-day]}", "all-day]", "asked-twice", "Name it once."),
    ("{draw: 2}", "2}", "check-draw", "Lower the number, or add questions."),
]


@pytest.mark.parametrize(("check", "at", "code", "cure"), WRONG, ids=[it[2] for it in WRONG])
def test_what_is_wrong_has_a_place_and_a_cure(
    tmp_path: Path, check: str, at: str, code: str, cure: str
) -> None:
    """A name that names nothing, one named twice, and a draw of more than there is."""
    files = _with(check)
    found = [it for it in problems(tmp_path, files) if it.code == code]
    assert [(place(files, QUIZ, at), cure)] == [(it.where, it.cure) for it in found]


def test_a_question_that_nobody_asks_is_refused(tmp_path: Path) -> None:
    """A list that leaves out what no lesson asks leaves it without a page."""
    found = only(tmp_path, _with("{questions: [signs]}"))
    assert ("never-asked", 'neither a lesson nor the check asks "all-day"') == (
        found.code,
        found.what,
    )


def test_a_module_has_one_check(tmp_path: Path) -> None:
    """Two banks may list questions for it, and only one says how many are drawn."""
    files = dict(_with("{questions: [all-day], draw: 1}"))
    second = files[QUIZ].replace("id: tea\n", "id: more\n").replace("[all-day]", "[more/all-day]")
    files["quizzes/more.yml"] = second.replace("  - id: first-move", "  - id: first-pour").replace(
        "  - id: signs", "  - id: marks"
    )
    codes = {problem.code for problem in problems(tmp_path, files)}
    assert "check-twice" in codes


@pytest.mark.parametrize("check", ["{draw: 0}", "{draw: some}", "{pass: 101}", "{drawn: 5}"])
def test_a_check_that_makes_no_sense_is_refused(tmp_path: Path, check: str) -> None:
    """A number out of bounds, text for a number, a key that does not exist."""
    with pytest.raises(CourseError):
        course_of(tmp_path, _with(check))


def _reviewing(review: str, name: str = LATER_QUIZ) -> Files:
    return edited(name, ("questions:", f"check: {review}\nquestions:"), files=TWO_MODULES)


def test_earlier_questions_are_asked_besides_its_own(tmp_path: Path) -> None:
    """After what it draws, and they take their time; they stay at home in their own module."""
    files = _reviewing("{questions: [all-day, signs], draw: 1, review: [tea/all-day, tea/signs]}")
    tea, pot = course_of(tmp_path, files).modules
    assert ["tea/all-day", "tea/signs"] == [question.ref for question in pot.review]
    assert ["pot/all-day", "pot/signs"] == [question.ref for question in pot.check]
    assert (1, 3, 3) == (pot.draw, pot.asks, pot.check_minutes)
    assert "modules/tea/time.md" == pot.review[1].page
    assert [] == tea.review


NOT_EARLIER = [
    (LATER_QUIZ, "[tea/all-dya]", "tea/all-dya", "unknown-question", 'Did you mean "tea/all-day"?'),
    (LATER_QUIZ, "[pot/signs]", "pot/signs", "review-own", "or name one of an earlier module."),
    (QUIZ, "[pot/signs]", "pot/signs", "review-later", "Name a question of an earlier module."),
    (LATER_QUIZ, "[tea/signs, tea/signs]", "tea/signs]", "asked-twice", "Name it once."),
]


@pytest.mark.parametrize(
    ("file", "review", "at", "code", "cure"), NOT_EARLIER, ids=[it[3] for it in NOT_EARLIER]
)
def test_only_earlier_questions_are_asked_again(
    tmp_path: Path, file: str, review: str, at: str, code: str, cure: str
) -> None:
    """Not what does not exist, what is the module's own, what comes later, or one twice."""
    files = _reviewing(f"{{review: {review}}}", file)
    found = only(tmp_path, files)
    assert (place(files, file, at), code) == (found.where, found.code)
    assert found.cure.endswith(cure)


def test_earlier_questions_stand_last_and_say_where_they_are_from(tmp_path: Path) -> None:
    """Each with a link to its module, and to the lesson that teaches it."""
    files = _reviewing("{review: [tea/first-move]}")
    view = PageView(Views(course_of(tmp_path, files)), Links("modules/pot/check.md"))
    page = sections.check(view, "pot")
    assert 'draw="2"' in page
    own, _, again = page.partition(" data-review>")
    assert "q-pot--all-day" in own
    assert "q-tea--first-move" not in own
    assert 'From an earlier module: <a href="../../tea/">Making tea</a>' in again
    assert 'data-href="../../tea/water/"' in own
    assert "1 question from an earlier module" in own


def _page(root: Path, files: Files) -> str:
    view = PageView(Views(course_of(root, files)), Links("modules/tea/check.md"))
    return sections.check(view, "tea")


def test_its_page_works_without_a_script(tmp_path: Path) -> None:
    """All questions stand in it, each with its objective and a link of its own."""
    page = _page(tmp_path, _with("{questions: [all-day, signs], draw: 1, pass: 70}"))
    assert '<cw-quiz quiz="tea" data-place draw="1" goal="70">' in page
    assert 2 == page.count("<cw-question ")
    assert 2 == page.count('data-objective="Brew black tea for a guest"')
    assert '<a href="#q-tea--all-day">Link to this question</a>' in page
    assert "1 of 2 questions at a time" in page
    assert "To reach: 70%" in page
    assert "<button" not in page


def test_its_script_is_asked_for_there_alone(tmp_path: Path) -> None:
    """By a path that fits the site's addresses."""
    page = _page(tmp_path, MINIMAL)
    assert '<script type="module" src="../../../assets/coursewright/quiz.js"></script>' in page
    view = PageView(Views(course_of(tmp_path)), Links("modules/tea/check.md", directory_urls=False))
    assert 'src="../../assets/coursewright/quiz.js"' in sections.check(view, "tea")
    assert "quiz.js" not in sections.lesson(view, "tea/water")


def test_its_script_weighs_little() -> None:
    """At most 3 kB before the first question; its words go to no other page."""
    sizes = {it.path.rpartition("/")[2]: len(gzip.compress(it.content, 9)) for it in assets("en")}
    assert sizes["quiz.js"] <= 3_000
    assert sizes["quiz-summary.js"] <= 2_100
    [words] = [it.content.decode() for it in assets("en") if it.path.endswith("/words.js")]
    assert "quiz-" not in words


def test_every_word_it_says_exists() -> None:
    """Each phrase named in its scripts has its words in the locale."""
    words = {name.partition(".")[0] for name in Words("en").section("browser")}
    names = """alone answered again back drawn goal-missed goal-reached kept last missing next
        nothing objective objectives of part partly previous read result score start summary
        to-summary unanswered wrong"""
    assert {f"quiz-{name}" for name in names.split()} == {
        name for name in words if name.startswith("quiz-")
    }

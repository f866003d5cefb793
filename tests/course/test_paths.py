"""Paths: steps that lead somewhere, their time, and what they take for granted."""

from pathlib import Path

import pytest
from coursewright.course import CoursePath
from coursewright.problems import CourseError

from tests.course.wellknown import only, problems
from tests.courses import (
    COURSE,
    DAY,
    MODULE,
    PATH,
    TWO_PATHS,
    Files,
    added,
    course_of,
    edited,
    place,
)

WORKSHOP = """\
facilitation:
  minutes: 75
"""


def _paths(root: Path, files: Files = TWO_PATHS) -> list[CoursePath]:
    return course_of(root, files).paths


def test_paths_as_a_tree(tmp_path: Path) -> None:
    """After the modules: those that course.yml lists, then the rest by id."""
    expected = """\
  path short: Short (5 min)
    lesson pot/water (2 min)
    lesson tea/water (2 min)
    check tea (1 min)
  path day: A day (130 min)
    session Welcome (20 min)
    module tea (5 min)
    break Tea (15 min)
    module pot (90 min)
  terms 0"""
    assert expected in str(course_of(tmp_path, TWO_PATHS))


def test_trainers_need_the_time_of_workshops(tmp_path: Path) -> None:
    """Where a module has one; learners still need the time to read."""
    files = added(MODULE, WORKSHOP, files=TWO_PATHS)
    files = edited(PATH, ("lesson: pot/water", "module: tea"), files=files)
    short, day = _paths(tmp_path, files)
    assert 5 == short.steps[0].minutes
    assert 75 == day.steps[1].minutes


def test_a_day_has_its_timetable(tmp_path: Path) -> None:
    """Each step begins when those before it are over, past midnight if need be."""
    _, day = _paths(tmp_path / "a")
    assert ["09:30", "09:50", "09:55", "10:10"] == [day.clock(step.begins) for step in day.steps]
    assert "11:40" == day.clock(day.minutes)
    _, late = _paths(tmp_path / "b", edited(DAY, ("09:30", "23:30"), files=TWO_PATHS))
    assert "00:10" == late.clock(late.steps[3].begins)


def test_lessons_on_the_way_count_once(tmp_path: Path) -> None:
    """However many steps they are in."""
    files = edited(PATH, ("check: tea", "module: tea"), files=TWO_PATHS)
    short, _ = _paths(tmp_path, files)
    assert ["pot/water", "tea/water", "tea/time"] == [lesson.ref for lesson in short.lessons]


def test_what_a_step_builds_on_is_known(tmp_path: Path) -> None:
    """Noted at the first step of a module, when no earlier step is from what it builds on."""
    short, day = _paths(tmp_path)
    assert [["tea"], [], []] == [[module.id for module in step.missed] for step in short.steps]
    assert [[], [], [], []] == [step.missed for step in day.steps]


WRONG = [
    (PATH, "lesson: pot/water", "lesson: pot/watr", "pot/watr", "unknown-lesson", '"pot/water"?'),
    (PATH, "check: tea", "check: tee", "tee", "unknown-check", '"tea"?'),
    (DAY, "module: pot", "module: pit", "pit", "unknown-module", '"pot"?'),
    (PATH, "lesson:tea/water", "lesson:tea/wtr", "lesson:tea/wtr", "unknown-lesson", "tea/water"),
    (PATH, "the second", "[the](path:dat) second", "path:dat", "unknown-path", '"day"?'),
    (COURSE, "[short]", "[shrt]", "shrt", "unknown-path", '"short"?'),
    (COURSE, "[short]", "[short, short]", "short]", "duplicate-id", "Remove one"),
    (PATH, "id: short", "id: shot", "shot", "file-name", "or change the id."),
]


@pytest.mark.parametrize(
    ("file", "old", "new", "written", "code", "cure"), WRONG, ids=[f"{w[4]} {w[3]}" for w in WRONG]
)
def test_what_leads_nowhere_has_a_place_and_a_cure(
    tmp_path: Path, file: str, old: str, new: str, written: str, code: str, cure: str
) -> None:
    """With the nearest id there is."""
    files = edited(file, (old, new), files=TWO_PATHS)
    (problem,) = [it for it in problems(tmp_path, files) if it.code == code]
    assert place(files, file, written) == problem.where
    assert cure in problem.cure


def test_a_path_cannot_take_the_place_of_all(tmp_path: Path) -> None:
    """Its page would be theirs."""
    files = {
        **TWO_PATHS,
        "curriculum/paths/index.yml": TWO_PATHS[DAY].replace("id: day", "id: index"),
    }
    assert 'a path cannot be called "index"' == only(tmp_path, files).what


SENSELESS = [
    ("check: tea", "note: Rest.", "leads nowhere. Give it one of: module, lesson, check, "),
    ("check: tea", "check: tea\n    module: tea", "is module and check at once."),
    ("check: tea", "session: Talk", "is a session without minutes. Add minutes."),
    ("check: tea", "break: Tea", "is a break without minutes. Add minutes."),
    ("lesson: tea/water", "lesson: water", "Write module-id/lesson-id."),
    ("id: short", "id: short\nstart: '9:30'", 'such as "09:00".'),
]


@pytest.mark.parametrize(("old", "new", "said"), SENSELESS, ids=[it[1] for it in SENSELESS])
def test_steps_that_make_no_sense_are_refused(
    tmp_path: Path, old: str, new: str, said: str
) -> None:
    """In words, at their line."""
    files = edited(PATH, (old, new), files=TWO_PATHS)
    with pytest.raises(CourseError) as caught:
        course_of(tmp_path, files)
    (problem,) = caught.value.problems
    assert said in str(problem)
    assert str(problem).startswith(f"{PATH}:")

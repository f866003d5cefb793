"""Old ids lead to one thing only."""

from __future__ import annotations

from pathlib import Path

import pytest
from coursewright import CourseError

from tests.courses import MINIMAL, MODULE, QUIZ, course_of


def said(tmp_path: Path, file: str, old: str, new: str) -> list[str]:
    """Return the problems of the smallest course with one text replaced."""
    files = {**MINIMAL, file: MINIMAL[file].replace(old, new, 1)}
    assert files != MINIMAL
    with pytest.raises(CourseError) as caught:
        course_of(tmp_path, files)
    return [problem.what for problem in caught.value.problems]


@pytest.mark.parametrize("was", ["kettle", "[kettle]"])
def test_a_lesson_may_have_borne_another_id(tmp_path: Path, was: str) -> None:
    """An old id that nothing bears today is fine; a single one needs no list."""
    files = {
        **MINIMAL,
        MODULE: MINIMAL[MODULE].replace("  - id: water\n", f"  - id: water\n    was: {was}\n"),
    }
    course = course_of(tmp_path, files)
    assert ("kettle",) == next(course.lessons).document.was


def test_an_old_id_still_in_use_is_a_problem(tmp_path: Path) -> None:
    """A lesson cannot have borne the id of a lesson that is still there."""
    (what,) = said(tmp_path, MODULE, "  - id: water\n", "  - id: water\n    was: [time]\n")
    assert '"tea/time" is the id of another lesson' in what


def test_an_old_id_claimed_twice_is_a_problem(tmp_path: Path) -> None:
    """Two questions cannot have borne the same id."""
    text = MINIMAL[QUIZ]
    first, second = (part.split("\n")[0] for part in text.split("  - id: ")[1:3])
    changed = text.replace(f"- id: {first}\n", f"- id: {first}\n    was: [old]\n")
    changed = changed.replace(f"- id: {second}\n", f"- id: {second}\n    was: [old]\n")
    with pytest.raises(CourseError, match="already the id of another old question"):
        course_of(tmp_path, {**MINIMAL, QUIZ: changed})

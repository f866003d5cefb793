"""Words of the glossary, and the lessons that teach them."""

from __future__ import annotations

from pathlib import Path

import pytest
from coursewright import CourseError

from tests.courses import MINIMAL, MODULE, course_of, edited, place

GLOSSARY = "curriculum/glossary.yml"
LEAF = "terms:\n  - {id: leaf, term: Leaf grade, definition: How large the leaves are}\n"


@pytest.mark.parametrize("between", [" ", "\n      ", "  \n      "], ids=["space", "line", "break"])
def test_a_term_may_go_over_the_end_of_a_line(tmp_path: Path, between: str) -> None:
    """Where lines end in the file means nothing."""
    words = f"Read the leaf{between}grade. Four minutes"
    files = edited(MODULE, ("Four minutes", words), files={**MINIMAL, GLOSSARY: LEAF})
    course = course_of(tmp_path, files)
    assert ["tea/time"] == [lesson.ref for lesson in course.terms["leaf"].taught_in]


def test_words_in_two_paragraphs_are_no_term(tmp_path: Path) -> None:
    """They only stand near each other."""
    words = "A leaf\n\n      grade. Four minutes"
    files = edited(MODULE, ("Four minutes", words), files={**MINIMAL, GLOSSARY: LEAF})
    assert [] == course_of(tmp_path, files).terms["leaf"].taught_in


def test_the_glossary_may_say_where_a_word_is_taught(tmp_path: Path) -> None:
    """In the order of the course, each lesson once."""
    listed = LEAF.replace("grade,", "grade, taught: [tea/time, tea/water, tea/time],")
    found = course_of(tmp_path, {**MINIMAL, GLOSSARY: listed}).terms["leaf"].taught_in
    assert ["tea/water", "tea/time"] == [lesson.ref for lesson in found]


def test_a_lesson_that_is_not_there_is_a_problem(tmp_path: Path) -> None:
    """With its place and the nearest one."""
    files = {**MINIMAL, GLOSSARY: LEAF.replace("grade,", "grade, taught: [tea/tim],")}
    with pytest.raises(CourseError) as wrong:
        course_of(tmp_path, files)
    [problem] = wrong.value.problems
    assert place(files, GLOSSARY, "tea/tim") == problem.where
    assert 'Did you mean "tea/time"?' == problem.cure

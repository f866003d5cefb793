"""A course with evidence and a glossary, and what linking finds wrong with its kin."""

from pathlib import Path

import pytest
from coursewright.problems import CourseError, Problem

from tests.courses import MINIMAL, MODULE, Files, course_of, edited

CLAIMS = "curriculum/claims.yml"


SOURCES = "curriculum/sources.yml"


GLOSSARY = "curriculum/glossary.yml"


LAST = "      Four minutes are enough. Take the leaves out then.\n"


WELL_KNOWN: Files = {
    **MINIMAL,
    SOURCES: "references:\n  - {id: leaf, type: report, title: The leaf}\n",
    CLAIMS: """\
claims:
  - id: C1
    text: It is so.
    type: opinion
    strength: weak
    because: B.
    sources: [leaf]
disputes:
  - id: D1
    title: Is it so?
    say: Some doubt that it is [@C1].
    claims: [C1]
""",
    GLOSSARY: """\
terms:
  - id: pot
    term: Pot
    also: [Pots]
    definition: A vessel.
    see: [leaf]
  - id: leaf
    term: Leaf
    definition: A part of [the plant](lesson:tea/water).
""",
}


def problems(root: Path, files: Files) -> tuple[Problem, ...]:
    """Return what is wrong with a course."""
    with pytest.raises(CourseError) as caught:
        course_of(root, files)
    return caught.value.problems


def only(root: Path, files: Files) -> Problem:
    """Return the one thing that is wrong with a course."""
    (problem,) = problems(root, files)
    return problem


def saying(said: str, files: Files = WELL_KNOWN) -> Files:
    """Return a course whose second lesson says something more."""
    return edited(MODULE, (LAST, f"{LAST}\n      {said}\n"), files=files)

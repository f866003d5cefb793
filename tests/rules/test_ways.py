"""Paths in an order that readers can follow."""

from pathlib import Path

from tests.courses import PATH, TWO_PATHS, edited, place
from tests.rules.found import found, only


def test_a_step_comes_after_what_it_builds_on(tmp_path: Path) -> None:
    """Else it is a warning at the step, the first from its module."""
    problem = only(tmp_path, "path-order", TWO_PATHS)
    assert place(TWO_PATHS, PATH, "pot/water") == problem.where
    assert '"pot/water" builds on "tea", which no earlier step is from' == problem.what
    assert "warning" == problem.severity


def test_any_earlier_step_of_a_module_will_do(tmp_path: Path) -> None:
    """A lesson of it, or its check."""
    files = edited(PATH, ("  - lesson: pot/water\n", ""), files=TWO_PATHS)
    files = edited(PATH, ("check: tea\n", "check: tea\n  - lesson: pot/water\n"), files=files)
    assert [] == found(tmp_path, "path-order", files)


def test_a_note_answers_for_the_order(tmp_path: Path) -> None:
    """Its author has thought of those who come unprepared."""
    note = "  - lesson: pot/water\n    note: You need not know how tea is made.\n"
    files = edited(PATH, ("  - lesson: pot/water\n", note), files=TWO_PATHS)
    assert [] == found(tmp_path, "path-order", files)

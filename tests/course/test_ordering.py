"""The order of modules."""

from pathlib import Path

import pytest

from tests.course.wellknown import only
from tests.courses import COURSE, Files, course_of


def _module(ident: str, prerequisites: str = "") -> Files:
    """Return a module and its bank."""
    return {
        f"curriculum/modules/{ident}.yml": f"""\
id: {ident}
title: Module {ident}
summary: S.
prerequisites: [{prerequisites}]
objectives: [{{id: o, bloom: apply, text: Do it}}]
lessons: [{{id: l, title: L, summary: S., objectives: [o], body: B.}}]
""",
        f"quizzes/{ident}.yml": f"""\
id: {ident}
module: {ident}
questions:
  - id: q
    kind: single
    objective: o
    bloom: apply
    prompt: Q?
    options: [{{text: A, correct: true, feedback: F}}, {{text: B, feedback: F}}]
""",
    }


def _course(*modules: Files, listed: str = "") -> Files:
    course = f"id: k\ntitle: K\nsummary: S.\nmodules: [{listed}]\n"
    return {COURSE: course, **{name: text for files in modules for name, text in files.items()}}


def _order(root: Path, files: Files) -> list[str]:
    return [module.id for module in course_of(root, files).modules]


@pytest.mark.parametrize(
    ("listed", "expected"),
    [
        ("", ["b", "a", "c"]),
        ("c, b", ["c", "b", "a"]),
        ("b", ["b", "a", "c"]),
    ],
    ids=["by prerequisites, then by id", "listed first", "the rest after them"],
)
def test_the_order_of_modules(tmp_path: Path, listed: str, expected: list[str]) -> None:
    """Listed ones as listed, the others after what they build on, then by id."""
    files = _course(_module("a", "b"), _module("b"), _module("c"), listed=listed)
    assert expected == _order(tmp_path, files)
    assert [1, 2, 3] == [module.number for module in course_of(tmp_path, files).modules]


def test_modules_that_wait_for_each_other(tmp_path: Path) -> None:
    """The ring is named once, and not what merely waits for it."""
    files = _course(_module("a", "b"), _module("b", "c"), _module("c", "b"), _module("d"))
    problem = only(tmp_path, files)
    assert "these modules wait for each other: b → c → b" == problem.what
    assert "curriculum/modules/b.yml" == problem.where.file
    assert ["curriculum/modules/c.yml"] == [other.file for other in problem.also]


@pytest.mark.parametrize("listed", ["b", "c", "b, c"])
def test_listing_modules_breaks_no_ring(tmp_path: Path, listed: str) -> None:
    """Whatever course.yml lists, and no order is asked for that cannot be."""
    files = _course(_module("b", "c"), _module("c", "b"), listed=listed)
    problem = only(tmp_path, files)
    assert "these modules wait for each other: b → c → b" == problem.what


def test_a_listed_module_that_waits_for_one_that_is_not(tmp_path: Path) -> None:
    """Modules that course.yml does not list come after those that it lists."""
    problem = only(tmp_path, _course(_module("a", "b"), _module("b"), listed="a"))
    said = '"b" is needed first, but course.yml does not list it, so it comes last'
    assert said == problem.what
    assert 'List it in course.yml before "a", or remove this prerequisite.' == problem.cure
    assert "curriculum/modules/a.yml:4:17" == str(problem.where)


def test_a_module_listed_twice(tmp_path: Path) -> None:
    """The second mention has to go; no id is at fault."""
    problem = only(tmp_path, _course(_module("a"), listed="a, a"))
    assert f'the module "a" is already listed, at {COURSE}:4:11' == problem.what
    assert "Remove one of the two." == problem.cure


def test_a_module_that_waits_for_itself(tmp_path: Path) -> None:
    """The shortest ring."""
    problem = only(tmp_path, _course(_module("a", "a")))
    assert "these modules wait for each other: a → a" == problem.what


def test_listed_modules_come_after_what_they_build_on(tmp_path: Path) -> None:
    """An order that breaks a prerequisite is said at the prerequisite."""
    files = _course(_module("a", "b"), _module("b"), listed="a, b")
    problem = only(tmp_path, files)
    assert '"b" is needed first, but course.yml puts it later' == problem.what
    assert "curriculum/modules/a.yml:4:17" == str(problem.where)
    assert [COURSE] == [other.file for other in problem.also]


def test_an_unknown_prerequisite(tmp_path: Path) -> None:
    """With the nearest module there is."""
    problem = only(tmp_path, _course(_module("alpha"), _module("beta", "alhpa")))
    assert 'there is no module "alhpa"' == problem.what
    assert 'Did you mean "alpha"?' == problem.cure

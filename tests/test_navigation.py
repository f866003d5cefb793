"""The course's place in a site's navigation."""

from pathlib import Path
from typing import Any

import pytest
from coursewright.audience import for_learners
from coursewright.navigation import with_course
from coursewright.pages import Group, groups

from tests.courses import COURSE, MODULE, TWO_PATHS, course_of, edited

MODULES: list[Any] = [
    {
        "Making tea": [
            "modules/tea/index.md",
            {"Water": "modules/tea/water.md"},
            {"Time": "modules/tea/time.md"},
            {"Check: Making tea": "modules/tea/check.md"},
        ]
    }
]


@pytest.fixture
def tea(tmp_path: Path) -> list[Group]:
    """What the smallest course places for learners."""
    return groups(course_of(tmp_path, edited(COURSE, ("modules:", "audience: learners\nmodules:"))))


@pytest.mark.parametrize(
    ("nav", "expected"),
    [
        (None, ["index.md", *MODULES]),
        ([], MODULES),
        (["index.md"], ["index.md", *MODULES]),
        (["index.md", "modules/", "about.md"], ["index.md", *MODULES, "about.md"]),
        ([{"Course": "modules/"}], [{"Course": MODULES}]),
        ([{"A": [{"B": ["x.md", "modules/"]}]}], [{"A": [{"B": ["x.md", *MODULES]}]}]),
        ([{"A": "x.md"}], [{"A": "x.md"}, *MODULES]),
        ([{"Web": "https://a.org/modules/"}], [{"Web": "https://a.org/modules/"}, *MODULES]),
    ],
    ids=["none", "empty", "without", "bare", "named", "deep", "other pages", "other site"],
)
def test_modules_take_their_place(
    tea: list[Group], nav: list[Any] | None, expected: list[Any]
) -> None:
    """Where the navigation says `modules/`, else after everything."""
    assert expected == with_course(nav, tea)


def test_a_given_navigation_is_not_changed(tea: list[Group]) -> None:
    """MkDocs may hold on to it."""
    nav: list[Any] = [{"A": ["modules/"]}]
    with_course(nav, tea)
    assert [{"A": ["modules/"]}] == nav


PATHS: list[Any] = ["paths/index.md", {"Short": "paths/short.md"}]


@pytest.mark.parametrize(
    ("nav", "expected"),
    [
        ([{"Ways": "paths/"}, "modules/"], [{"Ways": PATHS}]),
        (["paths/", "modules/"], [{"Paths": PATHS}]),
        (["modules/"], []),
    ],
    ids=["named", "bare", "without"],
)
def test_paths_make_a_section(tmp_path: Path, nav: list[Any], expected: list[Any]) -> None:
    """Named by the site or else by the locale; where no place is given, at the end."""
    files = edited(COURSE, ("modules:", "audience: learners\nmodules:"), files=TWO_PATHS)
    placed = with_course(nav, groups(course_of(tmp_path, files)))
    assert (expected or [{"Paths": PATHS}]) == (placed[:1] if expected else placed[-1:])


def test_a_course_without_paths_has_no_section_for_them(tea: list[Group]) -> None:
    """Whatever the navigation says."""
    assert MODULES == with_course(["paths/", {"Paths": "paths/"}, "modules/"], tea)


GUIDED = edited(MODULE, ("takeaways:", "facilitation: {minutes: 30}\ntakeaways:"), files=TWO_PATHS)
DESK: list[Any] = [
    "trainers/index.md",
    {"Assign": "trainers/assign.md"},
    {"Gradebook": "trainers/gradebook.md"},
    {"Coverage": "trainers/coverage.md"},
    {"Facilitator guides": [{"Making tea": "trainers/guides/tea.md"}]},
    {"Paths": [{"A day": "trainers/paths/day.md"}]},
]


@pytest.mark.parametrize(
    ("nav", "expected"),
    [
        (["trainers/", "modules/"], {"For trainers": DESK}),
        ([{"Teach": "trainers/"}, "modules/"], {"Teach": DESK}),
        ([{"Teach": ["trainers/", "more.md"]}, "modules/"], {"Teach": [*DESK, "more.md"]}),
    ],
    ids=["bare", "named", "with more"],
)
def test_trainers_have_a_section(tmp_path: Path, nav: list[Any], expected: Any) -> None:
    """With their home page, a guide for each module that has one, and their paths."""
    assert expected == with_course(nav, groups(course_of(tmp_path, GUIDED)))[0]


def test_learners_see_nothing_of_it() -> None:
    """Pages below the trainers' folder go, and sections that hold nothing else."""
    nav = ["index.md", {"Teach": ["trainers/index.md", {"Paper": "trainers/paper.md"}]}]
    more: list[Any] = [{"Help": ["help.md", "trainers/help.md"]}, {"A": "trainers/a.md"}]
    assert ["index.md", {"Help": ["help.md"]}] == for_learners([*nav, *more])

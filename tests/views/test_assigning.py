"""Where trainers assign, and where learners see it."""

from __future__ import annotations

import gzip
import re
from pathlib import Path

import pytest
from coursewright.assets import ASSETS, THEME, assets
from coursewright.course import link
from coursewright.loader import load
from coursewright.views import Links, PageView, Views, Words, assigning, outline, sections

from tests.courses import MODULE, PATH, TWO_PATHS, course_of, edited, write_course

BROWSER = THEME / "assets"
TEMPLATES = THEME / "templates"
OWN = {
    "assign": ("assign-page.js", "assign-output.js"),
    "assignment": ("assigned-model.js", "assigned.js", "assignments-page.js", "assignment-card.js"),
    "handin": ("hand-in.js", "hand-in-tables.js"),
}
"""For each section of words, the scripts that say them."""


def _view(root: Path, page: str) -> PageView:
    return PageView(Views(course_of(root, TWO_PATHS)), Links(page))


def test_the_form_offers_every_part_of_the_course(tmp_path: Path) -> None:
    """Learners' paths, modules with their lessons and checks; no path of trainers."""
    page = assigning.assign(_view(tmp_path, "trainers/assign.md"))
    values = re.findall(r'type="checkbox" value="([^"]+)"', page)
    assert [
        "path:short",
        *("module:tea", "lesson:tea/water", "lesson:tea/time", "check:tea"),
        *("module:pot", "lesson:pot/water", "lesson:pot/time", "check:pot"),
    ] == values
    assert 'data-assign="../../assignments/"' in page


def test_nothing_is_dead_without_a_script(tmp_path: Path) -> None:
    """Controls stand in templates, and a sentence says what to do."""
    for macro in (assigning.assign, assigning.assignments):
        page = macro(_view(tmp_path, "x.md"))
        shown = re.sub(r"<template.*?</template>", "", page, flags=re.DOTALL)
        assert "<noscript><p>With scripts switched off" in shown
        assert not re.search("<(button|input|select|textarea)", shown)


def test_no_style_and_no_handler_stands_in_the_page(tmp_path: Path) -> None:
    """A strict policy would refuse both."""
    view = _view(tmp_path, "x.md")
    for macro in (assigning.assign, assigning.assignments, assigning.assigned, sections.progress):
        assert not re.search(r'\s(style|on\w+)="', macro(view))


def test_a_site_for_learners_has_their_page_alone(tmp_path: Path) -> None:
    """Links of trainers lead there from wherever they were made."""
    write_course(tmp_path, TWO_PATHS)
    view = PageView(Views(link(load(tmp_path), "learners")), Links("assignments.md"))
    assert 'data-assignments="./"' in assigning.assignments(view)


def test_the_outline_tells_of_paths_and_of_renamed_modules(tmp_path: Path) -> None:
    """A module on a path is gone through with its check."""
    files = edited(MODULE, ("id: tea\n", "id: tea\nwas: [brew]\n"), files=TWO_PATHS)
    found = outline(course_of(tmp_path, files))
    assert ["short"] == [path["id"] for path in found["paths"]]
    assert {"tea": ["brew"]} == found["was"]["module"]
    [path] = found["paths"]
    assert (["pot/water", "tea/water"], ["tea"]) == (path["lessons"], path["checks"])
    short = files[PATH].replace("lesson: pot/water", "module: pot")
    write_course(tmp_path, {**files, PATH: short})
    [path] = outline(link(load(tmp_path)))["paths"]
    assert ["pot/water", "pot/time", "tea/water"] == path["lessons"]
    assert ["pot", "tea"] == path["checks"]


@pytest.mark.parametrize("section", OWN)
def test_every_word_that_they_say_exists(section: str) -> None:
    """And none that nobody says; names made of parts are told by how they begin."""
    words = {name.partition(".")[0] for name in Words("en").section("browser")}
    own = {name for name in words if re.match(rf"{section}-", name)}
    text = "".join((BROWSER / name).read_text(encoding="utf-8") for name in OWN[section])
    ids = re.findall(r'id="([^"]+)"', (TEMPLATES / "assign.jinja").read_text(encoding="utf-8"))
    said = set(re.findall(rf'"({section}-[a-z-]+)"', text)) - set(ids)
    begun = tuple(re.findall(rf"`({section}-[a-z-]*)\$", text))
    assert set() == {name for name in said if name not in own}
    assert set() == {name for name in own - said if not begun or not name.startswith(begun)}


def test_each_page_loads_only_its_own() -> None:
    """Words go to their pages alone; what joins scripts leaves those of others as they are."""
    files = {asset.path.removeprefix(f"{ASSETS}/"): asset.content for asset in assets("en")}
    for section in OWN:
        assert f'"{section}-'.encode() in files[f"words-{section}.js"]
        assert f'"{section}-'.encode() not in files["words.js"]
    for path in (BROWSER / "vendor").iterdir():
        assert path.read_bytes() == files[f"vendor/{path.name}"]
    assert b"lean-qr" not in files["assignments-page.js"] + files["main.js"]


def test_they_weigh_little() -> None:
    """A learner's page at most 13 kB, the home page's part at most 7 kB, all when asked for."""
    sizes = {
        asset.path.removeprefix(f"{ASSETS}/"): len(gzip.compress(asset.content, 9))
        for asset in assets("en")
    }
    assert sizes["assigned.js"] <= 7_000
    assert sizes["assignments-page.js"] + sizes["words-assignment.js"] <= 13_000
    assert sizes["progress-shown.js"] <= 1_800

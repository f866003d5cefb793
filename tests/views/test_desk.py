"""What a trainer's scripts know of a course, and who gets it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from coursewright.assets import ASSETS, assets
from coursewright.audience import is_for_trainers
from coursewright.building import build
from coursewright.questions import FOLDER, KINDS
from coursewright.site import load_views
from coursewright.views import desk

from tests.courses import COURSE, MINIMAL, MODULE, QUIZ, edited, write_course
from tests.examples import example_site


def _desk(root: Path, files: Any = MINIMAL) -> dict[str, Any]:
    return desk(load_views(write_course(root, files)).course)


def test_modules_with_lessons_and_objectives(tmp_path: Path) -> None:
    """Under the names they have now and had before."""
    files = edited(MODULE, ("id: tea\n", "id: tea\nwas: [brewing]\n"))
    [module] = _desk(tmp_path, files)["modules"]
    assert ["brewing"] == module["was"]
    assert {"ref": "tea/water", "title": "Water", "was": ["brewing/water"]} == module["lessons"][0]
    expected = [{"id": "tea/brew", "text": "Brew black tea for a guest", "bloom": "apply"}]
    assert expected == module["objectives"]


def test_a_question_with_what_answers_say(tmp_path: Path) -> None:
    """In plain words, with what is right."""
    question = _desk(tmp_path)["questions"][0]
    assert "tea/first-move" == question["ref"]
    assert "tea/brew" == question["objective"]
    assert "A guest asks for black tea. What do you do first?" == question["prompt"]
    [part] = question["parts"]
    said = [(pick["text"], pick["right"]) for pick in part["picks"]]
    assert ("Boil a kettle of water", True) in said
    assert ("Warm some milk in a pan", False) in said


def test_markdown_does_not_show(tmp_path: Path) -> None:
    """Nor do citations."""
    files = edited(QUIZ, ("text: Boil a kettle of water", "text: Boil a *kettle* of water"))
    [part] = _desk(tmp_path, files)["questions"][0]["parts"]
    assert "Boil a kettle of water" in [pick["text"] for pick in part["picks"]]


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_says_what_its_answers_consist_of(tmp_path: Path, kind: str) -> None:
    """Each part has a name of its own, and each answer in it a key."""
    config = example_site(tmp_path)
    asked = [it for it in desk(load_views(config.parent).course)["questions"] if it["kind"] == kind]
    assert asked
    for question in asked:
        names = [part["name"] for part in question["parts"]]
        assert sorted(set(names)) == sorted(names)
        for part in question["parts"]:
            keys = [pick["key"] for pick in part["picks"]]
            assert sorted(set(keys)) == sorted(keys)
            assert all(pick["text"] for pick in part["picks"])


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_tells_trainers_what_was_answered(kind: str) -> None:
    """In a script of its own folder."""
    assert (FOLDER / KINDS[kind].folder / "desk.js").is_file()


def test_only_instruments_with_something_to_rate(root: Path) -> None:
    """Others have nothing to compare."""
    found = [it["id"] for it in desk(load_views(root).course)["instruments"]]
    assert found
    rated = [it.id for it in load_views(root).course.instruments.values() if it.document.rated]
    assert rated == found


def _paths(desk: dict[str, Any] | None) -> set[str]:
    return {asset.path.removeprefix(f"{ASSETS}/") for asset in assets("en", None, desk)}


def test_learners_get_nothing_that_is_for_trainers() -> None:
    """No script, no word, and above all no answers."""
    more = _paths({"id": "tea"}) - _paths(None)
    assert {"trainers.js", "gradebook.js", "comparison.js", "desk.css"} < more
    assert {"words-gradebook.js", "words-comparison.js"} < more
    assert not any(path.startswith(("desk", "gradebook")) for path in _paths(None))
    words = next(it for it in assets("en") if it.path.endswith("/words.js"))
    assert b"gradebook" not in words.content


def test_a_site_for_learners_gives_no_answer_away(tmp_path: Path) -> None:
    """Whichever way it is asked for."""
    config = tmp_path / "mkdocs.yml"
    write_course(tmp_path, edited(COURSE, ("modules:", "audience: learners\nmodules:")))
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/index.md").write_text("# Tea\n", encoding="utf-8")
    config.write_text(
        "site_name: Tea\ntheme: {name: material, font: false}\nplugins: [coursewright]\n",
        encoding="utf-8",
    )
    site = build(config, tmp_path / "site")
    files = [path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()]
    assert not any(is_for_trainers(path) for path in files)
    assert [] == [path for path in files if "trainers" in path or "gradebook" in path]


def test_what_trainers_get_is_json(root: Path) -> None:
    """And small enough to be read at once."""
    found = desk(load_views(root).course)
    text = json.dumps(found)
    assert found == json.loads(text)
    assert len(text) < 400_000

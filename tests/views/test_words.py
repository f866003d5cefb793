"""The words of the interface."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from coursewright.views import Words
from coursewright.views.words import FOLDER

ENGLISH = Words("en")


def _names(file: str) -> set[str]:
    return set(_leaves(yaml.safe_load((FOLDER / file).read_text(encoding="utf-8")), ""))


def _leaves(value: Any, name: str) -> Iterator[str]:
    if not isinstance(value, dict):
        yield name
        return
    for key, item in value.items():
        yield from _leaves(item, f"{name}.{key}" if name else key)


@pytest.mark.parametrize(
    ("count", "expected"), [(0, "0 minutes"), (1, "1 minute"), (2, "2 minutes")]
)
def test_one_and_many(count: int, expected: str) -> None:
    """Chosen by the count."""
    assert expected == ENGLISH("minutes", count=count)


def test_placeholders_are_filled() -> None:
    """By name."""
    assert "Lesson 2 of 5" == ENGLISH("lesson.position", number=2, total=5)


def test_unknown_words_are_an_error() -> None:
    """With the nearest name, for whoever writes a template."""
    with pytest.raises(KeyError, match=r'no words are called "lesson\.positoin".*lesson\.position'):
        ENGLISH("lesson.positoin")


@pytest.mark.parametrize("language", ["xx", "en-GB", "tlh"])
def test_a_language_without_words_falls_back_to_english(language: str) -> None:
    """Until somebody adds its file."""
    assert ENGLISH("glossary.title") == Words(language)("glossary.title")


def test_a_section_by_itself() -> None:
    """Names lose the section's own."""
    section = ENGLISH.section("module")
    assert ENGLISH("module.lessons") == section["lessons"]
    assert {} == ENGLISH.section("nothing")


def test_templates_and_code_name_only_words_there_are(root: Path) -> None:
    """Every name in `t("…")` and `words("…")` stands in the English file."""
    package = root / "macros/coursewright"
    files = [*package.rglob("*.jinja"), *package.rglob("*.html"), *package.rglob("*.py")]
    calls = re.compile(r"""(?<![\w.])(?:t|words)\(\s*["']([a-z][\w.-]*)["']\s*[,)]""")
    names = {name for file in files for name in calls.findall(file.read_text(encoding="utf-8"))}
    known = {re.sub(r"\.(one|other)$", "", name) for name in _names("en.yml")}
    assert names
    assert set() == names - known


@pytest.mark.parametrize("file", sorted(path.name for path in FOLDER.glob("*.yml")))
def test_every_language_has_every_word(file: str) -> None:
    """So that no page fails in one language only."""
    assert _names("en.yml") == _names(file)

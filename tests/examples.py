"""A course whose question banks are the example files of all kinds, whichever there are."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml
from coursewright.questions import FOLDER, KINDS

from tests.courses import Files, write_course

MODULE = "examples"
CHECK_PAGE = f"/modules/{MODULE}/check/"
"""Where every example stands."""

SITE = """\
site_name: Examples
theme:
  name: material
  font: false
  palette:
    - media: "(prefers-color-scheme: light)"
      scheme: default
      primary: custom
      toggle: {icon: material/weather-night, name: Switch to dark mode}
    - media: "(prefers-color-scheme: dark)"
      scheme: slate
      primary: custom
      toggle: {icon: material/weather-sunny, name: Switch to light mode}
plugins:
  - coursewright
  - macros: {modules: [coursewright.macros], on_undefined: strict, on_error_fail: true}
  - search
markdown_extensions: [admonition, attr_list, md_in_html, tables]
"""
_COURSE = "{id: examples, title: Examples, summary: Questions of every kind.}"


def example_file(kind: str) -> Path:
    """Return the file with a kind's examples."""
    return FOLDER / KINDS[kind].folder / "example.yml"


def example_site(root: Path) -> Path:
    """Write a site with all examples and return its configuration file."""
    return write_course(root, _files()) / "mkdocs.yml"


def _files() -> Files:
    banks = {kind: example_file(kind).read_text(encoding="utf-8") for kind in KINDS}
    asked = [question for bank in banks.values() for question in yaml.safe_load(bank)["questions"]]
    return {
        "mkdocs.yml": SITE,
        "docs/index.md": "# Examples\n",
        f"docs{CHECK_PAGE[:-1]}.md": _all_at_once(),
        "curriculum/course.yml": _COURSE,
        f"curriculum/modules/{MODULE}.yml": yaml.safe_dump(_module(asked)),
        **{f"quizzes/{kind}.yml": f"id: {kind}\nmodule: {MODULE}\n{banks[kind]}" for kind in KINDS},
    }


def _all_at_once() -> str:
    """Return a page of every bank: a check shows one question after the other."""
    return "# Examples\n\n" + "\n\n".join(f'{{{{ quiz("{kind}") }}}}' for kind in sorted(KINDS))


def _module(asked: list[dict[str, Any]]) -> dict[str, Any]:
    """Return a module with everything that the questions name."""
    objectives = sorted({question["objective"] for question in asked})
    lesson = {"id": "bread", "title": "How bread rises", "summary": "Yeast, water and time."}
    return {
        "id": MODULE,
        "title": "Examples",
        "summary": "One page with every example.",
        "objectives": [{"id": id_, "bloom": "apply", "text": f"Do {id_}"} for id_ in objectives],
        "lessons": [{**lesson, "objectives": objectives, "body": "Dough takes its time."}],
        "cases": [
            {"id": id_, "title": "Ada's loaf", "fictional": True, "body": "Ada bakes on Sundays."}
            for id_ in sorted(set(_named(asked, "case")))
        ],
        "misconceptions": [
            {"id": id_, "text": "A belief", "correction": "A cure.", "lesson": "bread"}
            for id_ in sorted(set(_named(asked, "misconception")))
        ],
    }


def _named(value: Any, key: str) -> Iterator[str]:
    """Yield what stands under a key, however deep."""
    if isinstance(value, dict):
        if isinstance(value.get(key), str):
            yield value[key]
        value = list(value.values())
    for item in value if isinstance(value, list) else ():
        yield from _named(item, key)

"""What a site holds for trainers alone: everything below one folder of its pages."""

from __future__ import annotations

from typing import Any

FOLDER = "trainers/"


def is_for_trainers(page: str) -> bool:
    """Whether a page, by its source path, is for trainers."""
    return page.startswith(FOLDER)


def for_learners(nav: list[Any]) -> list[Any]:
    """Return a navigation without pages for trainers, and without sections that empties."""
    kept = (_kept(item) for item in nav)
    return [item for item in kept if item]


def _kept(item: Any) -> Any:
    match item:
        case str():
            return "" if is_for_trainers(item) else item
        case dict():
            sections = ((title, _value(value)) for title, value in item.items())
            return {title: value for title, value in sections if value}
        case _:
            return item


def _value(value: Any) -> Any:
    return for_learners(value) if isinstance(value, list) else _kept(value)

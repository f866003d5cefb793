"""Put the course into a site's navigation."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from markupsafe import escape

from coursewright.pages import Group, Page, Section

Nav = list[Any]


def with_course(nav: Nav | None, groups: Iterable[Group]) -> Nav:
    """Return the navigation with `modules/`, `paths/` and so on replaced by their pages.

    Without a navigation, or without their word, they follow what there is.
    """
    placed = nav if nav is not None else ["index.md"]
    for group in groups:
        placed = _with(placed, group)
    return placed


def _with(nav: Nav, group: Group) -> Nav:
    inside = [_entry(item) for item in group.items]
    alone: Nav = [{group.title: inside}] if group.title and inside else inside
    replaced, found = _replace(nav, group.word, alone, inside)
    return replaced if found else [*replaced, *alone]


def _entry(item: Section | Page) -> Any:
    """Name a page, save the overview, which takes the name of its section.

    Themes write names of pages as they are, so what an author wrote is escaped here.
    """
    if isinstance(item, Section):
        return {escape(item.title): [_entry(page) for page in item.pages]}
    if item.path.endswith("/index.md"):
        return item.path
    return {escape(item.short or item.title): item.path}


def _replace(items: Nav, word: str, alone: Nav, inside: Nav) -> tuple[Nav, bool]:
    """Put `alone` where the word stands by itself, and `inside` where it has a name."""
    out: Nav = []
    found = False
    for item in items:
        match item:
            case str() if item == word:
                out += alone
                found = True
            case dict():
                replaced, there = _replace_named(item, word, inside)
                out += [replaced] if replaced else []
                found = found or there
            case _:
                out.append(item)
    return out, found


def _replace_named(item: dict[str, Any], word: str, inside: Nav) -> tuple[dict[str, Any], bool]:
    found = False
    out: dict[str, Any] = {}
    for title, value in item.items():
        if value == word:
            out |= {title: inside} if inside else {}
            found = True
        elif isinstance(value, list):
            out[title], there = _replace(value, word, inside, inside)
            found = found or there
        else:
            out[title] = value
    return out, found

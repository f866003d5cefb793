"""What MkDocs complains of, as problems at their places."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from mkdocs.utils.meta import get_data

from coursewright.problems import Place, Problem

_OF_PAGE = re.compile(r"Doc file '([^']+)' contains an? [^']*'")
_MARK = re.compile(
    r"(?P<what>.*?):? (?:in \"[^\"]*\"|), line (?P<line>\d+), column (?P<column>\d+)"
)
_OF_MACROS = re.compile(
    r"\[macros\] - ERROR .*?_File_: `(?P<page>[^`]+)` _\w+_: (?P<what>.*?) ```"
    r"(?:.*File \"<template>\", line (?P<line>\d+))?"
)
_SETTING = re.compile(r"Config value '([\w.-]+)': ")
_QUOTED = re.compile(r"['\"]([^'\"]+)['\"]")


def complaint(config_file: Path, docs: Path, text: str) -> Problem:
    """Return a complaint in MkDocs' own words, at the first place of what it quotes."""
    said = " ".join(text.split()).rstrip(".!")
    page = _OF_PAGE.match(said)
    if page and (docs / page[1]).is_file():
        place = _first(docs / page[1], f"{docs.name}/{page[1]}", _quoted(said[page.end() - 1 :]))
        return Problem(place, said, "", "mkdocs")
    if called := _OF_MACROS.match(said):
        return _of_macros(docs, called)
    parsed = _MARK.search(said)
    if parsed:
        place = Place(config_file.name, int(parsed["line"]), int(parsed["column"]))
        return Problem(place, parsed["what"], "", "mkdocs")
    place = _first(config_file, config_file.name, _mentioned(said))
    return Problem(place, _SETTING.sub("", said), "", "mkdocs")


def _of_macros(docs: Path, called: re.Match[str]) -> Problem:
    """Return what Jinja met in a page, without the way there through its code."""
    text = (docs / called["page"]).read_text(encoding="utf-8-sig")
    line = int(called["line"] or 1) + text[: text.find(get_data(text)[0])].count("\n")
    what = f"this macro call fails: {called['what']}".rstrip(".")
    return Problem(Place(f"{docs.name}/{called['page']}", line, 1), what, "", "macro")


def _mentioned(said: str) -> Iterator[str]:
    """Yield what a complaint about the configuration may be looked up by."""
    setting = _SETTING.match(said)
    yield from _quoted(said[setting.end() :] if setting else said)
    if setting:
        yield f"{setting[1]}:"


def _quoted(said: str) -> Iterator[str]:
    yield from (found[1] for found in _QUOTED.finditer(said))


def _first(path: Path, name: str, wanted: Iterator[str]) -> Place:
    """Return where the first of some texts that a file holds stands in it."""
    text = path.read_text(encoding="utf-8", errors="replace") if path.is_file() else ""
    for one in wanted:
        before, found, _ = text.partition(one)
        if found:
            return Place(name, before.count("\n") + 1, len(before) - before.rfind("\n"))
    return Place(name)

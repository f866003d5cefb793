"""Problems for people, for editors and for code-review tools."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Sequence
from pathlib import Path
from typing import Any
from urllib.parse import quote

from coursewright.positions.source import Lines
from coursewright.problems import Place, Problem

FORMATS = ("text", "json", "github", "sarif")
SARIF_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def report(problems: Sequence[Problem], form: str) -> str:
    """Return the problems in one of FORMATS."""
    match form:
        case "json":
            return json.dumps([_plain(problem) for problem in problems], indent=2)
        case "github":
            return "\n".join(_github(problem) for problem in problems)
        case "sarif":
            return json.dumps(_sarif(problems), indent=2)
        case _:
            return "\n".join(str(problem) for problem in problems)


def with_carets(problems: Sequence[Problem], root: Path) -> str:
    """Return the problems as text, each with the line it is about and a caret."""
    return "\n".join(_with_caret(problem, root) for problem in problems)


def _with_caret(problem: Problem, root: Path) -> str:
    line = _line(root, problem.where)
    if not line.strip():
        return str(problem)
    start = problem.where.column - 1
    shown = "".join(character if character.isprintable() else " " for character in line)
    if start > 80:
        shown, start = "…" + shown[start - 40 :], 41
    return f"{problem}\n    {shown[:120]}\n    {' ' * _width(shown[:start])}^"


def _width(text: str) -> int:
    """Return how many columns a terminal gives to a text."""
    return sum(_columns(character) for character in text)


def _columns(character: str) -> int:
    if unicodedata.combining(character):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def _line(root: Path, place: Place) -> str:
    path = root / place.file
    if not place.line or path.is_symlink() or not path.is_file():
        return ""
    text = path.read_bytes().decode("utf-8", errors="replace").removeprefix("\ufeff")
    return Lines(text, place.file).line(place.line)


def _plain(problem: Problem) -> dict[str, Any]:
    return {
        "file": problem.where.file,
        "line": problem.where.line,
        "column": problem.where.column,
        "code": problem.code,
        "severity": problem.severity,
        "what": problem.what,
        "cure": problem.cure,
        "also": [str(place) for place in problem.also],
    }


def _github(problem: Problem) -> str:
    """Return a workflow command; GitHub shows it at the line in a pull request."""
    where = problem.where
    place = f"file={_property(where.file)},line={max(where.line, 1)},col={max(where.column, 1)}"
    message = _message(f"{problem.what}. {problem.cure}".strip())
    return f"::{problem.severity} {place},title={_property(problem.code)}::{message}"


def _message(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _message(text).replace(":", "%3A").replace(",", "%2C")


def _sarif(problems: Sequence[Problem]) -> dict[str, Any]:
    """Return a SARIF 2.1.0 log (OASIS standard)."""
    codes = sorted({problem.code for problem in problems})
    driver = {"name": "coursewright", "rules": [{"id": code} for code in codes]}
    results = [_result(problem) for problem in problems]
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    return {"$schema": SARIF_SCHEMA, "version": "2.1.0", "runs": [run]}


def _result(problem: Problem) -> dict[str, Any]:
    return {
        "ruleId": problem.code,
        "level": problem.severity,
        "message": {"text": f"{problem.what}. {problem.cure}".strip()},
        "locations": [_location(problem.where)],
        "relatedLocations": [_location(place) for place in problem.also],
    }


def _location(place: Place) -> dict[str, Any]:
    region = {"startLine": max(place.line, 1), "startColumn": max(place.column, 1)}
    return {
        "physicalLocation": {
            "artifactLocation": {"uri": quote(place.file)},
            "region": region,
        }
    }

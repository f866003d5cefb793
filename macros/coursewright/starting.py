"""A new course to start from: two lessons, some questions, and what publishes them."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Mapping
from pathlib import Path
from typing import NoReturn

from coursewright.problems import CourseError, Place, Problem
from coursewright.versions import VERSION

STARTER = Path(__file__).parent / "starter"
TITLE = "Meetings that end on time"
"""What the starter is about."""
LONGEST_TITLE = 120
_MARK = re.compile(r'("?)@(TITLE|ID|NEEDS|VERSION)@\1')
"""What is filled in, in quotes where YAML has to take it as text."""
_UNFIT = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]|\{[{%#]")
"""What a title cannot hold: it stands on one line, and pages read braces as macros."""


def start_course(folder: Path, title: str | None = None) -> Path:
    """Write a course into a new or empty folder, and return the folder.

    Raises CourseError when something is in the folder, or the title cannot be one.
    """
    if folder.is_dir() and any(folder.iterdir()):
        _refuse(folder, "this folder is not empty", "Name one that is not there yet.")
    if folder.exists() and not folder.is_dir():
        _refuse(folder, "this is no folder", "Name one that is not there yet.")
    if title is not None:
        _check(title)
    values = _values(folder, title)
    for source in sorted(path for path in STARTER.rglob("*") if path.is_file()):
        if "__pycache__" not in source.parts:
            target = folder / _named(source.relative_to(STARTER))
            target.parent.mkdir(parents=True, exist_ok=True)
            text = _filled(source.read_text(encoding="utf-8"), values)
            target.write_text(text, encoding="utf-8", newline="\n")
    return folder


def _refuse(place: Path | str, what: str, cure: str) -> NoReturn:
    raise CourseError([Problem(Place(str(place)), what, cure, "new")])


def _check(title: str) -> None:
    if not title.strip():
        _refuse("--title", "the title is empty", "Write a few words.")
    if len(title) > LONGEST_TITLE:
        what = f"the title has {len(title)} characters"
        _refuse("--title", what, f"{LONGEST_TITLE} are the most.")
    if found := _UNFIT.search(title):
        what = f"a title cannot hold {json.dumps(found[0])}"
        _refuse("--title", what, "Write it in one line, without braces.")


def _values(folder: Path, title: str | None) -> Mapping[str, str]:
    return {
        "TITLE": " ".join((title or TITLE).split()),
        "ID": _id(title or folder.resolve().name),
        "NEEDS": ".".join(VERSION.split(".")[:2]),
        "VERSION": VERSION,
    }


def _id(name: str) -> str:
    """Return an id like a name, in small letters, digits and hyphens."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:64].strip("-") or "course"


def _named(path: Path) -> Path:
    """Return where a file goes: those with a dot carry none here, where tools would heed them."""
    return Path(*(re.sub("^dot-", ".", part) for part in path.parts))


def _filled(text: str, values: Mapping[str, str]) -> str:
    return _MARK.sub(lambda found: _written(values[found[2]], quoted=bool(found[1])), text)


def _written(value: str, *, quoted: bool) -> str:
    return json.dumps(value, ensure_ascii=False) if quoted else value

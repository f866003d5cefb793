"""The course of a folder, loaded once and reloaded only when a file has changed."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from coursewright.course import Course, link
from coursewright.documents import Audience
from coursewright.loader import FOLDERS, load
from coursewright.views import Views

Stamp = tuple[tuple[str, int, int], ...]


def load_course(root: Path, audience: Audience | None = None) -> Course:
    """Return the linked course at `root`, for this audience or the one that course.yml names.

    Raises CourseError with every problem in its files.
    """
    return link(load(root), audience)


def load_views(root: Path, audience: Audience | None = None) -> Views:
    """Return the course at `root` ready to be shown; unchanged files are not read again.

    Raises CourseError with every problem in its files.
    """
    return _views(root.resolve(), _stamp(root), audience)


def _stamp(root: Path) -> Stamp:
    """Return path, time and size of every file of the course."""
    paths = (path for folder in FOLDERS for path in sorted((root / folder).rglob("*")))
    stats = ((str(path), path.lstat()) for path in paths)
    return tuple((name, stat.st_mtime_ns, stat.st_size) for name, stat in stats)


@lru_cache(maxsize=4)
def _views(root: Path, stamp: Stamp, audience: Audience | None) -> Views:  # noqa: ARG001 - part of the cache's key
    return Views(load_course(root, audience))

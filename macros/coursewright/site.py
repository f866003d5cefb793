"""The course of a folder, loaded once and reloaded only when a file has changed."""

from __future__ import annotations

from functools import lru_cache
from itertools import chain
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
    return tuple(chain.from_iterable(map(_times, paths)))


def _times(path: Path) -> Stamp:
    """Return the stamp of a file, or none of one that has gone: editors save by way of others."""
    try:
        stat = path.lstat()
    except FileNotFoundError:
        return ()
    return ((str(path), stat.st_mtime_ns, stat.st_size),)


@lru_cache(maxsize=4)
def _views(root: Path, stamp: Stamp, audience: Audience | None) -> Views:  # noqa: ARG001 - part of the cache's key
    return Views(load_course(root, audience))

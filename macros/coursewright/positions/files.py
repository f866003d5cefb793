"""From a path or a text to a source, refusing what is no YAML text of a sensible size."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from coursewright.positions.builder import build
from coursewright.positions.characters import check_characters, check_directives, decode
from coursewright.positions.limits import MAX_BYTES
from coursewright.positions.source import Lines, Source
from coursewright.problems import CourseError, Place, Problem

_OPEN_SAFELY = (
    os.O_RDONLY
    | getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_NONBLOCK", 0)  # or opening a pipe would wait for a writer
    | getattr(os, "O_NOCTTY", 0)
    | getattr(os, "O_BINARY", 0)
)


def read_yaml(path: Path, file: str) -> Source:
    """Read a YAML file; `file` is what to call it in messages.

    Raises CourseError with every problem found.
    """
    return _parse(decode(_bytes_of(path, file), file), file)


def parse_yaml(text: str, file: str) -> Source:
    """Read YAML text; `file` is what to call it in messages.

    Raises CourseError with every problem found.
    """
    if _exceeds(text, MAX_BYTES):
        raise _too_large(file)
    return _parse(text.removeprefix("\ufeff"), file)


def _exceeds(text: str, size: int) -> bool:
    """Tell whether a text is longer than so many bytes; a character takes one to four."""
    if len(text) * 4 <= size or len(text) > size:
        return len(text) > size
    return len(text.encode(errors="replace")) > size


def _parse(text: str, file: str) -> Source:
    lines = Lines(text, file)
    check_characters(lines)
    check_directives(lines)
    return build(lines)


def _bytes_of(path: Path, file: str) -> bytes:
    try:
        if not stat.S_ISREG(path.lstat().st_mode):
            raise _not_a_file(path, file)
        return _content(path, file)
    except FileNotFoundError:
        what = "this file does not exist"
        raise _error(file, what, "Create it, or correct its name.", "missing-file") from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "its name is not allowed"
        what = f"this file cannot be read ({reason})"
        raise _error(file, what, "Check its name and permissions.", "unreadable-file") from None


def _content(path: Path, file: str) -> bytes:
    with os.fdopen(os.open(path, _OPEN_SAFELY), "rb") as opened:
        found = os.fstat(opened.fileno())
        if not stat.S_ISREG(found.st_mode):
            raise _not_a_file(path, file)
        content = opened.read(MAX_BYTES + 1)
    if len(content) > MAX_BYTES:
        raise _too_large(file)
    return content


def _not_a_file(path: Path, file: str) -> CourseError:
    if path.is_symlink():
        what = "this is a link to another file"
        return _error(file, what, "Put the file itself here.", "not-a-file")
    what = "this is a folder" if path.is_dir() else "this is not an ordinary file"
    return _error(file, what, "Put an ordinary text file here.", "not-a-file")


def _too_large(file: str) -> CourseError:
    what = f"this file is larger than {MAX_BYTES // 1024 // 1024} MiB"
    return _error(file, what, "Split it into several files.", "too-large")


def _error(file: str, what: str, cure: str, code: str) -> CourseError:
    return CourseError([Problem(Place(file, 1, 1), what, cure, code)])

"""From a path or a text to a source, refusing what is no YAML text of a sensible size."""

from __future__ import annotations

from pathlib import Path

from coursewright.files import content_of
from coursewright.positions.builder import build
from coursewright.positions.characters import check_characters, check_directives, decode
from coursewright.positions.limits import MAX_BYTES
from coursewright.positions.source import Lines, Source
from coursewright.problems import CourseError, Place, Problem


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
    content = content_of(path, file, MAX_BYTES)
    if len(content) > MAX_BYTES:
        raise _too_large(file)
    return content


def _too_large(file: str) -> CourseError:
    what = f"this file is larger than {MAX_BYTES // 1024 // 1024} MiB"
    problem = Problem(Place(file, 1, 1), what, "Split it into several files.", "too-large")
    return CourseError([problem])

"""Files as they may be: ordinary, not too large, under names that every system can keep."""

from __future__ import annotations

import os
import re
import stat
import unicodedata
from collections.abc import Iterator
from pathlib import Path

from coursewright.problems import CourseError, Place, Problem

MIB = 1024 * 1024
MAX_FILES = 20_000
MAX_BYTES = 50 * MIB
MAX_PAGE = 2 * MIB
PAGES = (".md", ".markdown", ".yml", ".yaml")
_OPEN_SAFELY = (
    os.O_RDONLY
    | getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_NONBLOCK", 0)  # or opening a pipe would wait for a writer
    | getattr(os, "O_NOCTTY", 0)
    | getattr(os, "O_BINARY", 0)
)
_RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\.|\Z)|.*[ .]\Z", re.IGNORECASE)
"""Names that Windows cannot keep."""
_LOCK = ".#"
"""How Emacs begins the name of the link that marks a file being edited."""


def content_of(path: Path, file: str, most: int) -> bytes:
    """Return what an ordinary file holds, or one byte more than `most` when it holds more.

    Raises CourseError when it is a link, a pipe or anything else that is no file.
    """
    try:
        if not stat.S_ISREG(path.lstat().st_mode):
            raise _not_a_file(path, file)
        with os.fdopen(os.open(path, _OPEN_SAFELY), "rb") as opened:
            if not stat.S_ISREG(os.fstat(opened.fileno()).st_mode):
                raise _not_a_file(path, file)
            return opened.read(most + 1)
    except FileNotFoundError:
        what = "this file does not exist"
        raise _error(file, what, "Create it, or correct its name.", "missing-file") from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "its name is not allowed"
        what = f"this file cannot be read ({reason})"
        raise _error(file, what, "Check its name and permissions.", "unreadable-file") from None


def _not_a_file(path: Path, file: str) -> CourseError:
    if path.is_symlink():
        what = "this is a link to another file"
        return _error(file, what, "Put the file itself here.", "not-a-file")
    what = "this is a folder" if path.is_dir() else "this is not an ordinary file"
    return _error(file, what, "Put an ordinary text file here.", "not-a-file")


def _error(file: str, what: str, cure: str, code: str) -> CourseError:
    return CourseError([_problem(file, what, cure, code)])


def _problem(file: str, what: str, cure: str, code: str) -> Problem:
    return Problem(Place(file, 1, 1), what, cure, code)


def unfit(folder: Path, name: str) -> Iterator[Problem]:
    """Yield a problem for whatever in a folder no site can be made of; links are not followed.

    `name` is what to call the folder in messages.
    """
    if folder.is_symlink():
        yield _problem(
            name, "this is a link to another folder", "Put the folder itself here.", "not-a-file"
        )
        return
    waiting = [(folder, name)] if folder.is_dir() else []
    count = 0
    while waiting:
        inside, called = waiting.pop()
        entries = sorted(os.scandir(inside), key=lambda entry: entry.name)
        count += len(entries)
        if count > MAX_FILES:
            what = f"this folder holds more than {MAX_FILES} files"
            yield _problem(name, what, "Keep only what the site needs here.", "too-many-files")
            return
        yield from _alike(entries, called)
        for entry in entries:
            shown = f"{called}/{printable(entry.name)}"
            yield from _unfit(entry, shown)
            if entry.is_dir(follow_symlinks=False):
                waiting.append((Path(entry.path), shown))


_LINK = ("Put the file itself here.", "not-a-file")


def printable(name: str) -> str:
    """Return a file's name as text that can be shown anywhere."""
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in name)


def _unfit(entry: os.DirEntry[str], shown: str) -> Iterator[Problem]:
    """Yield what is wrong with one entry of a folder."""
    if entry.name.startswith(_LOCK):
        return
    if not entry.name.isprintable() or set(entry.name) & set('<>:"|?*\\'):
        yield _problem(shown, "this name holds a character that others cannot keep", *_NAME)
    elif _RESERVED.match(entry.name):
        yield _problem(shown, "Windows cannot keep a file of this name", *_NAME)
    if entry.is_symlink():
        yield _problem(shown, "this is a link to another file", *_LINK)
    elif entry.is_file(follow_symlinks=False):
        yield from _too_large(entry, shown)
    elif not entry.is_dir(follow_symlinks=False):
        cure = "Remove it, or put an ordinary file here."
        yield _problem(shown, "this is not an ordinary file", cure, "not-a-file")


_NAME = ("Rename it, best with small letters, digits and hyphens.", "file-name")


def _too_large(entry: os.DirEntry[str], shown: str) -> Iterator[Problem]:
    most = MAX_PAGE if entry.name.lower().endswith(PAGES) else MAX_BYTES
    if entry.stat(follow_symlinks=False).st_size > most:
        what = f"this file is larger than {most // MIB} MiB"
        yield _problem(shown, what, "Split it, or leave it out.", "too-large")


def _alike(entries: list[os.DirEntry[str]], called: str) -> Iterator[Problem]:
    """Yield a problem for each name that another differs from only in how it is spelled."""
    seen: dict[str, str] = {}
    for entry in entries:
        plain = unicodedata.normalize("NFC", entry.name).casefold()
        other = seen.setdefault(plain, entry.name)
        if other != entry.name:
            shown = f"{called}/{printable(entry.name)}"
            what = f'many systems cannot tell this name from "{printable(other)}"'
            yield _problem(shown, what, "Rename one of the two.", "file-name")

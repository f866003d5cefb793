"""Put a finished site in its place, and never half of it."""

from __future__ import annotations

import os
import shutil
import signal
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import NoReturn

from coursewright.problems import CourseError, Place, Problem

OLD = "-old"
"""Ends the name of a folder that holds the site before, while the new one is put in its place."""
A_DAY = 24 * 60 * 60
POLITE = frozenset({signal.SIGINT, signal.SIGTERM})
"""Requests to stop that a program may put off."""


@contextmanager
def placed(target: Path, sources: tuple[Path, ...] = ()) -> Iterator[Path]:
    """Yield an empty folder beside the target, and put it in the target's place in the end.

    When anything goes wrong, or somebody stops the program, the target keeps what it held.

    Raises CourseError when the target cannot be written, or holds something else than a site, such
    as one of the sources.
    """
    _refuse_foreign(target, sources)
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        _recover(target)
        fresh = _fresh(target)
    except OSError as error:
        _cannot_write(target, error)
    try:
        with _stoppable(), _claimed(fresh):
            fresh.chmod(0o755)
            yield fresh
            _put(fresh, target)
    finally:
        shutil.rmtree(fresh, ignore_errors=True)


def _fresh(target: Path) -> Path:
    """Make a folder beside the target; elsewhere when only the target may be written."""
    prefix = f".{target.name}-"
    try:
        return Path(tempfile.mkdtemp(prefix=prefix, dir=target.parent))
    except PermissionError:
        if not os.access(target, os.W_OK):
            raise
        return Path(tempfile.mkdtemp(prefix=prefix))


def _refuse_foreign(target: Path, sources: tuple[Path, ...]) -> None:
    """Refuse to replace what is no site: somebody may have meant another folder."""
    for source in sources:
        below = source.is_dir() and target.is_relative_to(source)
        if below or source.is_relative_to(target):
            _wrong(target, f"the site cannot be written here, where {source.name} is")
    seen = [path for path in _entries(target) if not path.name.startswith((".", "lost+found"))]
    if seen and not (target / "index.html").is_file():
        _wrong(target, "the site would replace this folder, which does not look like one")
    if target.exists() and not target.is_dir():
        _wrong(target, "the site would replace this, which is no folder")


def _wrong(target: Path, what: str) -> NoReturn:
    raise CourseError([Problem(Place(str(target)), what, "Name an empty folder.", "site-dir")])


def _cannot_write(target: Path, error: OSError) -> NoReturn:
    what = f"the site cannot be written: {error.strerror}"
    cure = f"The folder {target.parent} must be yours to write to, with room for a second site."
    raise CourseError([Problem(Place(str(target)), what, cure, "site-dir")]) from None


def _recover(target: Path) -> None:
    """Mend what a program left behind that was killed half way."""
    found = (path for path in target.parent.glob(f".{target.name}-*") if path.is_dir())
    beside = sorted(found, key=lambda path: path.stat().st_mtime)
    for old in [path for path in beside if path.name.endswith(OLD)][::-1]:
        if not target.exists():
            old.rename(target)
    for folder in beside:
        if folder.is_dir() and _is_left_over(folder):
            shutil.rmtree(folder, ignore_errors=True)


if sys.platform == "win32":  # pragma: no cover

    @contextmanager
    def _claimed(folder: Path) -> Iterator[None]:  # noqa: ARG001
        """Windows has no locks on folders; there, age tells what is left over."""
        yield

    def _is_left_over(folder: Path) -> bool:
        return time.time() - folder.stat().st_mtime > A_DAY

else:
    import fcntl

    @contextmanager
    def _claimed(folder: Path) -> Iterator[None]:
        """Hold a folder: its lock goes with this process, however that ends."""
        handle = os.open(folder, os.O_RDONLY)
        try:
            with suppress(OSError):  # some network drives know no locks
                fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            yield
        finally:
            os.close(handle)

    def _is_left_over(folder: Path) -> bool:
        handle = os.open(folder, os.O_RDONLY)
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        except OSError:
            return time.time() - folder.stat().st_mtime > A_DAY
        finally:
            os.close(handle)
        return True


@contextmanager
def _stoppable() -> Iterator[None]:
    """Let a request to end the program do what Ctrl+C does, so that nothing lies about."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGTERM, _interrupt)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def _interrupt(*_: object) -> NoReturn:
    raise KeyboardInterrupt


@contextmanager
def _unstoppable() -> Iterator[None]:
    """Put off requests to stop for a moment, where the system can."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, POLITE)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _put(fresh: Path, target: Path) -> None:
    try:
        with _unstoppable():
            if not _swapped(fresh, target):
                _pour(fresh, target)
    except OSError as error:
        _cannot_write(target, error)


def _swapped(fresh: Path, target: Path) -> bool:
    """Put a folder in place of another in one move, where that can be done.

    A disk, a container or a program that holds the target may keep it from being moved, and hidden
    files in it are not ours to take away.
    """
    old = fresh.with_name(fresh.name + OLD)
    if any(path.name.startswith(".") for path in _entries(target)):
        return False
    try:
        if target.exists():
            target.rename(old)
    except OSError:
        return False
    try:
        fresh.rename(target)
    except OSError:
        if old.exists():
            old.rename(target)
        raise
    shutil.rmtree(old, ignore_errors=True)
    return True


def _entries(folder: Path) -> list[Path]:
    return list(folder.iterdir()) if folder.is_dir() else []


def _pour(fresh: Path, target: Path) -> None:
    """Replace file by file: each is whole, pages come after what they need, and what is gone last.

    Nothing is replaced before there is room for everything.
    """
    new = sorted(_files(fresh), key=lambda name: (name.suffix == ".html", name))
    gone = {name for name in _files(target) if not name.parts[0].startswith(".")} - set(new)
    for name in new:
        part = _part(target / name)
        part.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(fresh / name, part)
    for name in new:
        _part(target / name).replace(target / name)
    for name in sorted(gone):
        (target / name).unlink(missing_ok=True)
        _prune((target / name).parent, target)


def _files(folder: Path) -> Iterator[Path]:
    return (path.relative_to(folder) for path in folder.rglob("*") if path.is_file())


def _part(path: Path) -> Path:
    return path.with_name(f".{path.name}.part")


def _prune(folder: Path, top: Path) -> None:
    while folder != top and not any(folder.iterdir()):
        folder.rmdir()
        folder = folder.parent

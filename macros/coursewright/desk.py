"""What every command knows and says: the site it works on, problems, and how things go."""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from threading import Timer
from typing import NoReturn

import click

from coursewright.problems import CourseError, Problem
from coursewright.reports import report, with_carets


class Desk:
    """What every command knows: the site, and how to speak."""

    def __init__(self, config: Path, quiet: bool) -> None:
        self.config = config
        self.folder = config.parent
        self.quiet = quiet

    @cached_property
    def root(self) -> Path:
        """Folder of the course: where the plugin's `root` says, or beside mkdocs.yml."""
        from coursewright.building import configured, course_root

        if not self.config.is_file():
            return self.folder
        return course_root(configured(self.config))

    def say(self, text: str) -> None:
        """Say how things go."""
        if not self.quiet:
            click.echo(text, err=True)

    @contextmanager
    def telling(self, text: str) -> Iterator[Callable[[int, int], None]]:
        """Say what is going on and, to a person who is waiting, how far it has come."""
        self.say(text)
        shown = 0

        def tell(done: int, of: int) -> None:
            nonlocal shown
            percent = 100 * done // max(of, 1)
            if percent > shown and not self.quiet and sys.stderr.isatty():
                shown = percent
                click.echo(f"\r{shown:3} %", nl=False, err=True)

        try:
            yield tell
        finally:
            click.echo("\r     \r" * bool(shown), nl=False, err=True)

    @contextmanager
    def patiently(self, text: str) -> Iterator[None]:
        """Say what is going on if it takes longer than a second."""
        timer = Timer(1, self.say, [text])
        timer.daemon = True
        timer.start()
        try:
            yield
        finally:
            timer.cancel()

    def show(self, problems: Iterable[Problem], form: str = "text") -> None:
        """Show problems; with the lines they are about when a person is looking."""
        found = sorted(problems)
        if form == "text" and sys.stderr.isatty():
            click.echo(with_carets(found, self.__dict__.get("root", self.folder)), err=True)
        else:
            click.echo(report(found, form), err=form == "text")

    def fail(self, error: CourseError) -> NoReturn:
        """Show what is wrong and leave with status 1."""
        self.show(error.problems)
        count = len(error.problems)
        click.echo(f"{count} problem{'s' if count > 1 else ''}.", err=True)
        sys.exit(1)


@contextmanager
def disk() -> Iterator[None]:
    """Say in a sentence what the disk refuses: no room, no right, a file in a folder's place."""
    try:
        yield
    except OSError as error:
        raise click.ClickException(f"{error.filename or 'disk'}: {error.strerror}.") from None


def hush() -> None:
    """Let problems be said once, by us, and not by MkDocs' log as well."""
    logging.getLogger("mkdocs").addHandler(logging.NullHandler())
    logging.getLogger("mkdocs").propagate = False


def shown(path: Path) -> str:
    """Return a path as somebody in this folder would write it."""
    here = Path.cwd()
    if not path.is_relative_to(here):
        return str(path)
    return f"{path.relative_to(here)}{'/' * path.is_dir()}"

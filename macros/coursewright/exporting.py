"""The commands `coursewright export …`."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import click

from coursewright.desk import Desk, audience_option, disk, hush, shown
from coursewright.documents import Audience
from coursewright.problems import CourseError

Write = Callable[[Path, Path, Audience | None], Path]
"""Writes a file for a site's mkdocs.yml into a folder, and returns its path."""
OUTPUT = Path("exports")

output_option = click.option(
    "--output",
    type=click.Path(path_type=Path),
    metavar="DIR",
    default=OUTPUT,
    show_default=True,
    help="The folder to write to.",
)
"""Where a command writes; the same for every format."""


@click.group()
def export() -> None:
    """Write the course in another form."""


@export.command()
@output_option
@audience_option
@click.pass_obj
def offline(desk: Desk, output: Path, audience: Audience | None) -> None:
    """Write a zip file of the site that opens from a folder, without a server."""
    from coursewright.exports.offline import write_offline

    desk.say("Building the offline copy…")
    _write(desk, write_offline, output, audience)


@export.command()
@output_option
@audience_option
@click.pass_obj
def pages(desk: Desk, output: Path, audience: Audience | None) -> None:
    """Write a zip file of the pages as Markdown, for Zensical to build."""
    from coursewright.exports.pages import write_pages

    desk.say("Writing the pages…")
    _write(desk, write_pages, output, audience)


def _write(desk: Desk, write: Write, output: Path, audience: Audience | None) -> None:
    """Write one file and say where it is, or what is wrong."""
    hush()
    try:
        with disk():
            written = write(desk.config, output, audience)
    except CourseError as error:
        desk.fail(error)
    desk.say(f"Wrote {shown(written)}.")

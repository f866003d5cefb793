"""The commands `coursewright export …`."""

from __future__ import annotations

from pathlib import Path

import click

from coursewright.desk import Desk, hush, shown
from coursewright.problems import CourseError

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
@click.pass_obj
def offline(desk: Desk, output: Path) -> None:
    """Write a zip file of the site that opens from a folder, without a server."""
    from coursewright.exports.offline import write_offline

    desk.say("Building the offline copy…")
    hush()
    try:
        written = write_offline(desk.config, output)
    except CourseError as error:
        desk.fail(error)
    desk.say(f"Wrote {shown(written)}.")

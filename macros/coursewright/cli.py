"""The command `coursewright`."""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path
from urllib.parse import urlsplit

import click

from coursewright import __version__
from coursewright.desk import Desk, audience_option, disk, hush, shown
from coursewright.documents import Audience
from coursewright.exporting import export
from coursewright.printing import COMMANDS
from coursewright.problems import CourseError, Problem
from coursewright.reports import FORMATS
from coursewright.site import load_course

CONFIG = "mkdocs.yml"


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__)
@click.option("--config", default=CONFIG, metavar="FILE", help="The site's mkdocs.yml.")
@click.option("-q", "--quiet", is_flag=True, help="Say only what is wrong.")
@click.pass_context
def main(context: click.Context, config: str, quiet: bool) -> None:
    """Turn a folder of YAML into a course site."""
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    context.obj = Desk(Path(config).resolve(), quiet)


@main.command()
@click.option("--format", "form", type=click.Choice(FORMATS), default="text", show_default=True)
@click.option("--links", is_flag=True, help="Also build the site and follow every link.")
@click.option("--strict", is_flag=True, help="Let warnings fail, too.")
@click.pass_obj
def check(desk: Desk, form: str, links: bool, strict: bool) -> None:
    """Report everything that is wrong with the course."""
    problems = _problems(desk, links=links)
    failing = [p for p in problems if strict or p.severity == "error"]
    if problems or form in ("json", "sarif"):
        desk.show(problems, form)
    desk.say(_verdict(problems))
    sys.exit(1 if failing else 0)


def _verdict(problems: list[Problem]) -> str:
    errors = sum(problem.severity == "error" for problem in problems)
    warnings = len(problems) - errors
    if not problems:
        return "Nothing is wrong."
    return f"{errors} error{'s' * (errors != 1)}, {warnings} warning{'s' * (warnings != 1)}."


def _problems(desk: Desk, *, links: bool) -> list[Problem]:
    from coursewright.rules import broken_rules

    try:
        with desk.patiently("Reading the course…"):
            course = load_course(desk.root)
            found = list(broken_rules(course))
    except CourseError as error:
        return list(error.problems)
    if links and not any(problem.severity == "error" for problem in found):
        found += _site_problems(desk)
    return sorted(found)


def _site_problems(desk: Desk) -> list[Problem]:
    from coursewright.building import build, configured
    from coursewright.sitelinks import broken_links

    with tempfile.TemporaryDirectory() as folder:
        hush()
        try:
            with desk.telling("Building the site to follow its links…") as tell:
                site = build(desk.config, Path(folder) / "site", tell=tell)
        except CourseError as error:
            return list(error.problems)
        base = urlsplit(configured(desk.config).site_url or "/").path
        return list(broken_links(site, base))


@main.command()
@click.option("-d", "--site-dir", type=click.Path(path_type=Path), help="Where the site goes.")
@audience_option
@click.pass_obj
def build(desk: Desk, site_dir: Path | None, audience: Audience | None) -> None:
    """Build the site; a failed build leaves the last good one."""
    from coursewright.building import build as build_site

    hush()
    try:
        with disk(), desk.telling("Building…") as tell:
            site = build_site(desk.config, site_dir, audience, tell=tell)
    except CourseError as error:
        desk.fail(error)
    desk.say(f"Built {sum(1 for _ in site.rglob('*.html'))} pages in {shown(site)}.")


@main.command()
@click.option("--host", default="127.0.0.1", show_default=True)
@click.option(
    "--port",
    type=click.IntRange(1, 65_535),
    default=8000,
    show_default=True,
    help="The next free one is taken.",
)
@click.option("--open", "open_in_browser", is_flag=True, help="Open the site in a browser.")
@click.pass_obj
def serve(desk: Desk, host: str, port: int, open_in_browser: bool) -> None:
    """Serve the site here, and rebuild it when a file changes."""
    from coursewright.building import find_config
    from coursewright.serving import Workbench

    hush()
    try:
        find_config(desk.config)
        bench = Workbench(
            desk.config, host, port, say=desk.say, report=lambda error: desk.show(error.problems)
        )
    except CourseError as error:
        desk.fail(error)
    except OSError as error:
        cure = "Name others with --host and --port."
        raise click.ClickException(
            f"cannot listen on {host}:{port}: {error.strerror}. {cure}"
        ) from None
    bench.run(open_in_browser=open_in_browser)


@main.command()
@click.pass_obj
def tree(desk: Desk) -> None:
    """Print the course as a tree."""
    try:
        with desk.patiently("Reading the course…"):
            course = load_course(desk.root)
        click.echo(str(course))
    except CourseError as error:
        desk.fail(error)


@main.command()
@click.option(
    "--output",
    type=click.Path(path_type=Path),
    default=Path("schemas"),
    show_default=True,
    help="The folder to write to.",
)
@click.pass_obj
def schema(desk: Desk, output: Path) -> None:
    """Write JSON Schemas, by which editors check and complete YAML."""
    from coursewright.reference import write_schemas

    with disk():
        written = write_schemas(output)
    desk.say(f"Wrote {len(written)} schemas to {shown(output)}.")


@main.group()
def new() -> None:
    """Start something."""


@new.command()
@click.argument("folder", type=click.Path(path_type=Path), default=Path("course"))
@click.option("--title", metavar="TEXT", help="The course's title.")
@click.pass_obj
def course(desk: Desk, folder: Path, title: str | None) -> None:
    """Write a small course to start from into FOLDER, which is new or empty."""
    from coursewright.starting import start_course

    try:
        with disk():
            started = start_course(folder, title)
    except CourseError as error:
        desk.fail(error)
    desk.say(f"Wrote a course to {shown(started.resolve())}. Its README.md says how to go on.")


for command in COMMANDS:
    export.add_command(command)
main.add_command(export)

"""The commands `coursewright export …` that write paper and slides."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING

import click

from coursewright.desk import Desk, disk, hush, shown
from coursewright.exporting import output_option
from coursewright.problems import CourseError

if TYPE_CHECKING:
    from coursewright.course import Module
    from coursewright.exports.paper import Paper
    from coursewright.views import Views

PAPERS: tuple[Paper, ...] = ("a4", "letter")
FORMATS = ("html", "pdf")
Writing = Callable[["Views", "Module"], bytes]

module_option = click.option(
    "--module",
    "modules",
    multiple=True,
    metavar="ID",
    help="Only this module; may be given several times.",
)
"""Which modules a command writes; all of them, unless some are named."""


def _paper(name: str, saying: str, papers: tuple[Paper, ...]) -> click.Command:
    """Return the command for one sheet of paper."""

    @click.command(name, help=saying)
    @module_option
    @click.option(
        *("--paper", "papers"),
        type=click.Choice(PAPERS),
        multiple=True,
        default=papers,
        show_default=True,
        help="The size of the paper; may be given twice.",
    )
    @click.option(
        *("--format", "forms"),
        type=click.Choice(FORMATS),
        multiple=True,
        default=FORMATS,
        show_default=True,
        help="Only this format.",
    )
    @output_option
    @click.pass_obj
    def command(
        desk: Desk,
        modules: tuple[str, ...],
        papers: tuple[Paper, ...],
        forms: tuple[str, ...],
        output: Path,
    ) -> None:
        needed = ("weasyprint",) if "pdf" in forms else ()
        _export(desk, modules, output, list(_sheets(name, papers, forms)), needed)

    return command


def _sheets(
    name: str, papers: tuple[Paper, ...], forms: tuple[str, ...]
) -> Iterator[tuple[str, Writing]]:
    """Yield the end of each file's name, and what writes it."""
    for paper, form in product(papers, forms):
        yield f"{name}-{paper}.{form}", partial(_sheet, name=name, paper=paper, form=form)


def _sheet(views: Views, module: Module, *, name: str, paper: Paper, form: str) -> bytes:
    from coursewright.exports.paper import pdf, sheet

    html = sheet(views, module, name, paper)
    return pdf(html) if form == "pdf" else html.encode()


@click.command()
@module_option
@output_option
@click.pass_obj
def slides(desk: Desk, modules: tuple[str, ...], output: Path) -> None:
    """Write a deck of slides for a workshop (PPTX), with speaker notes."""
    from coursewright.exports.slides import pptx

    needed = ("pptx", "weasyprint", "pypdfium2")
    _export(desk, modules, output, [("slides.pptx", pptx)], needed)


def _export(
    desk: Desk,
    modules: tuple[str, ...],
    output: Path,
    files: list[tuple[str, Writing]],
    needed: tuple[str, ...],
) -> None:
    """Write files for each module, and say which one is being written."""
    from coursewright.exports.missing import need
    from coursewright.exports.places import refuse_published, write
    from coursewright.site import load_views

    hush()
    try:
        refuse_published(output, _published(desk))
        need(*needed)
        views = load_views(desk.root)
        chosen = _chosen(views, modules)
        total = len(chosen) * len(files)
        jobs = ((module, *file) for module in chosen for file in files)
        for number, (module, ending, written) in enumerate(jobs, 1):
            path = output / f"{module.id}-{ending}"
            desk.say(f"{number} of {total}: {path.name}")
            with disk():
                write(path, written(views, module))
    except CourseError as error:
        desk.fail(error)
    desk.say(f"Wrote {total} file{'s' * (total != 1)} to {shown(output.resolve())}.")


def _published(desk: Desk) -> dict[str, Path]:
    """Return the folders that learners get, by their names."""
    from coursewright.building import configured

    if not desk.config.is_file():
        return {name: desk.folder / name for name in ("docs", "site")}
    config = configured(desk.config)
    folders = (Path(config.docs_dir), Path(config.site_dir))
    return {folder.name: folder for folder in folders}


def _chosen(views: Views, modules: tuple[str, ...]) -> list[Module]:
    from coursewright.views import NotFoundError, find

    try:
        return [find("module", views.modules, ident) for ident in modules] or views.course.modules
    except NotFoundError as error:
        raise click.BadParameter(str(error), param_hint="--module") from None


COMMANDS = (
    _paper("handout", "Write what participants take home from a module.", ("a4",)),
    _paper("worksheet", "Write a module's questions for a pen, with no answers.", ("a4",)),
    _paper("answer-key", "Write the answers to a module's questions, with reasons.", ("a4",)),
    _paper("cards", "Write cards to cut out, for questions that are answered by sorting.", PAPERS),
    slides,
)
"""What is added to `coursewright export`."""

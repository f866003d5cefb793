"""Build the whole site, or leave the last good one alone."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, ConfigurationError
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation

from coursewright.complaints import complaint
from coursewright.documents import Audience
from coursewright.loader import FOLDERS
from coursewright.placing import placed
from coursewright.plugin import CourseAbort, CoursewrightPlugin
from coursewright.problems import CourseError, Place, Problem

Tell = Callable[[int, int], None]


def build(
    config_file: Path,
    site_dir: Path | None = None,
    audience: Audience | None = None,
    tell: Tell | None = None,
    **settings: Any,
) -> Path:
    """Build the site and return its folder; other settings override mkdocs.yml.

    How far it has come is told again and again, as a number of steps and of all steps.

    The site is built beside its place and put there in one move, so that a failed or
    interrupted build leaves what was there. Any warning of MkDocs fails the build.

    Raises CourseError with everything found to be wrong.
    """
    config = configured(config_file, audience, **settings)
    target = (site_dir or Path(config.site_dir)).resolve()
    with placed(target, _sources(config)) as fresh:
        config.site_dir = str(fresh)
        if tell:
            config.plugins["coursewright/steps"] = _Steps(tell)  # type: ignore[assignment]
        run(config)
    return target


def _sources(config: MkDocsConfig) -> tuple[Path, ...]:
    """Return the files and folders that a site is made of, and must never replace."""
    root = course_root(config).resolve()
    folders = (Path(config.docs_dir), *(root / name for name in FOLDERS))
    return tuple(path.resolve() for path in (Path(str(config.config_file_path)), *folders))


def configured(
    config_file: Path, audience: Audience | None = None, **settings: Any
) -> MkDocsConfig:
    """Return MkDocs' configuration; raises CourseError when it is wrong.

    An audience takes the place of the one that course.yml names.
    """
    find_config(config_file)
    with _warnings() as said:
        try:
            config = load_config(str(config_file), strict=True, **settings)
        except (Abort, ConfigurationError) as error:
            docs = config_file.parent / "docs"
            raise CourseError(_complaints(config_file, docs, said, error)) from None
    if "coursewright" not in config.plugins:
        cure = 'Add "- coursewright" above "- macros" under "plugins:".'
        what = "the coursewright plugin is not switched on"
        raise CourseError([Problem(Place(config_file.name), what, cure)])
    if audience:
        config.plugins["coursewright"].config["audience"] = audience
    return config


def find_config(config_file: Path) -> None:
    """Raise CourseError when there is no such file."""
    if not config_file.is_file():
        cure = "Run this in the folder that holds it, or name it with --config."
        raise CourseError([Problem(Place(config_file.name), "there is no such file", cure)])


def course_root(config: MkDocsConfig) -> Path:
    """Return the folder of the course that a site shows."""
    plugin = config.plugins["coursewright"]
    assert isinstance(plugin, CoursewrightPlugin)
    return plugin.root(config)


def run(config: MkDocsConfig, serve_url: str | None = None) -> None:
    """Let MkDocs build; raises CourseError when anything is wrong."""
    config_file, docs = Path(str(config.config_file_path)), Path(config.docs_dir)
    with _warnings() as said:
        try:
            mkdocs_build(config, serve_url=serve_url)
        except CourseAbort as error:
            raise CourseError(error.problems) from None
        except (Abort, SystemExit) as error:
            raise CourseError(_complaints(config_file, docs, said, error)) from None


class _Steps:
    """Counts what MkDocs does with each page: it converts all of them, then writes them."""

    def __init__(self, tell: Tell) -> None:
        self._tell = tell
        self._done = self._all = 0

    def on_nav(self, nav: Navigation, files: Files, **_: Any) -> Navigation:
        """Count the pages to come."""
        self._all = 2 * len(list(files.documentation_pages()))
        return nav

    def on_page_content(self, html: str, **_: Any) -> str:
        """Tell that a page has been converted."""
        return self._step(html)

    def on_post_page(self, output: str, **_: Any) -> str:
        """Tell that a page has been made."""
        return self._step(output)

    def _step(self, text: str) -> str:
        self._done += 1
        self._tell(self._done, self._all)
        return text


def _complaints(
    config_file: Path, docs: Path, said: list[str], error: BaseException
) -> list[Problem]:
    """Return what MkDocs has warned of, or else why it gave up."""
    return [complaint(config_file, docs, text) for text in said or [str(error)]]


@contextmanager
def _warnings() -> Iterator[list[str]]:
    """Collect what MkDocs and its plugins warn of."""
    said: list[str] = []

    class Keeper(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            said.append(record.getMessage())

    keeper = Keeper(logging.WARNING)
    logger = logging.getLogger("mkdocs")
    logger.addHandler(keeper)
    try:
        yield said
    finally:
        logger.removeHandler(keeper)

"""Build the whole site, or leave the last good one alone."""

from __future__ import annotations

import logging
import re
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, ConfigurationError
from mkdocs.utils.meta import get_data

from coursewright.documents import Audience
from coursewright.macros import lines_above
from coursewright.plugin import CourseAbort
from coursewright.problems import CourseError, Place, Problem


def build(
    config_file: Path,
    site_dir: Path | None = None,
    audience: Audience | None = None,
    **settings: Any,
) -> Path:
    """Build the site and return its folder; other settings override mkdocs.yml.

    The site is built beside its place and put there in one move, so that a failed or
    interrupted build leaves what was there. Any warning of MkDocs fails the build.

    Raises CourseError with everything found to be wrong.
    """
    config = configured(config_file, audience, **settings)
    target = (site_dir or Path(config.site_dir)).resolve()
    target.parent.mkdir(parents=True, exist_ok=True)
    with _fresh_folder(target) as fresh:
        config.site_dir = str(fresh)
        run(config)
        _swap(fresh, target)
    return target


def configured(
    config_file: Path, audience: Audience | None = None, **settings: Any
) -> MkDocsConfig:
    """Return MkDocs' configuration; raises CourseError when it is wrong.

    An audience takes the place of the one that course.yml names.
    """
    if not config_file.is_file():
        cure = "Run this in the folder that holds it, or name it with --config."
        raise CourseError([Problem(Place(config_file.name), "there is no such file", cure)])
    try:
        config = load_config(str(config_file), strict=True, **settings)
    except (Abort, ConfigurationError) as error:
        raise CourseError([_said(config_file, str(error))]) from None
    if "coursewright" not in config.plugins:
        cure = 'Add "- coursewright" above "- macros" under "plugins:".'
        what = "the coursewright plugin is not switched on"
        raise CourseError([Problem(Place(config_file.name), what, cure)])
    if audience:
        config.plugins["coursewright"].config["audience"] = audience
    return config


def run(config: MkDocsConfig, serve_url: str | None = None) -> None:
    """Let MkDocs build; raises CourseError when anything is wrong."""
    config_file = Path(str(config.config_file_path))
    with _warnings() as said:
        try:
            mkdocs_build(config, serve_url=serve_url)
        except CourseAbort as error:
            raise CourseError(error.problems) from None
        except (Abort, SystemExit) as error:
            problems = [_failed(config, line) or _said(config_file, line) for line in said]
            raise CourseError(problems or [_said(config_file, str(error))]) from None


def _said(config_file: Path, text: str) -> Problem:
    """Pass on what MkDocs says in its own words."""
    what = " ".join(text.split()).rstrip(".")
    return Problem(Place(config_file.name), what, "", "mkdocs")


_FAILED = re.compile(r"_File_: `([^`]+)`\s+_(\w+)_: (.*?)\s*```", re.DOTALL)
_LINE = re.compile(r'File "<template>", line (\d+)')


def _failed(config: MkDocsConfig, text: str) -> Problem | None:
    """Return what mkdocs-macros says of a page, with its place and without the traceback."""
    found = _FAILED.search(text)
    if not found:
        return None
    page, kind, said = found.groups()
    docs = Path(config.docs_dir)
    whole = (docs / page).read_text(encoding="utf-8-sig")
    line = int((_LINE.findall(text) or ["1"])[-1])
    place = Place(f"{docs.name}/{page}", line + lines_above(whole, get_data(whole)[0]), 1)
    what = f"a macro on this page fails: {' '.join(said.split())} ({kind})"
    return Problem(place, what, "Mend the line, or take the macro out.", "macro")


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


@contextmanager
def _fresh_folder(target: Path) -> Iterator[Path]:
    fresh = Path(tempfile.mkdtemp(prefix=f".{target.name}-", dir=target.parent))
    fresh.chmod(0o755)
    try:
        yield fresh
    finally:
        shutil.rmtree(fresh, ignore_errors=True)


def _swap(fresh: Path, target: Path) -> None:
    old = fresh.with_name(fresh.name + "-old")
    if target.exists():
        target.rename(old)
    fresh.rename(target)
    shutil.rmtree(old, ignore_errors=True)

"""Quick Jinja environments: compiled templates are kept, and hidden folders are not listed."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

from jinja2 import Environment, FileSystemBytecodeCache, FileSystemLoader
from mkdocs.theme import Theme

FOLDER = Path(__file__).parent / "__pycache__"
"""Where Python keeps this package's own compiled modules."""


class VisibleTemplates(FileSystemLoader):
    """Loads any template, and lists none of a hidden folder.

    MkDocs lists templates to find static files and then drops the hidden ones; Material has
    14,000 icons in a hidden folder.
    """

    def list_templates(self) -> list[str]:
        """Return the names of templates that can be static files."""
        return sorted({name for folder in self.searchpath for name in _visible(Path(folder))})


def _visible(folder: Path) -> Iterator[str]:
    for parent, folders, files in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in files:
            yield Path(parent, name).relative_to(folder).as_posix()


def quicken(theme: Theme) -> None:
    """Let a theme make quick environments."""
    stock = theme.get_env

    def get_env() -> Environment:
        made = stock()
        made.loader = VisibleTemplates(theme.dirs)
        return keep_compiled(made)

    theme.get_env = get_env  # type: ignore[method-assign]


def keep_compiled(environment: Environment, folder: Path = FOLDER) -> Environment:
    """Let an environment keep what it compiles, where Python may keep it too.

    Jinja compiles a template anew when its text or the version of Python or Jinja has changed.
    """
    if not sys.dont_write_bytecode and _is_open(folder):
        environment.bytecode_cache = FileSystemBytecodeCache(str(folder))
    return environment


def _is_open(folder: Path) -> bool:
    """Return whether files may be written there."""
    try:
        folder.mkdir(exist_ok=True)
    except OSError:
        return False
    return os.access(folder, os.W_OK)

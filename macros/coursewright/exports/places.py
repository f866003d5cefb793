"""Where exports may be written: beside the site, never into it."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Mapping
from pathlib import Path

from coursewright.problems import CourseError, Place, Problem


def refuse_published(output: Path, published: Mapping[str, Path]) -> None:
    """Raise CourseError when a folder lies inside one of those that learners get."""
    here = output.resolve()
    for name, folder in published.items():
        if here.is_relative_to(folder.resolve()):
            what = f"lies inside {name}, where everybody would find the answers"
            cure = "Choose a folder outside it, such as exports."
            raise CourseError([Problem(Place(f"--output {output}"), what, cure, "published")])


def write(path: Path, content: bytes) -> Path:
    """Write a file whole or not at all, and return its path."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=f".{path.name}-", dir=path.parent)
    fresh = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
        fresh.chmod(0o644)
        fresh.replace(path)
    finally:
        fresh.unlink(missing_ok=True)
    return path

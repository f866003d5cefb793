"""What an export needs besides the package itself."""

from __future__ import annotations

import sys
from importlib.util import find_spec

from coursewright.problems import CourseError, Place, Problem

PACKAGES = {"weasyprint": "WeasyPrint", "pptx": "python-pptx", "pypdfium2": "pypdfium2"}
PANGO = "libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"
"""What Debian calls the libraries that WeasyPrint sets type with."""


def need(*modules: str) -> None:
    """Raise CourseError, which says how to install them, unless these modules can be imported."""
    lacking = [PACKAGES[name] for name in modules if find_spec(name) is None]
    if lacking:
        what = f"this export needs {' and '.join(lacking)}, which is not installed"
        raise CourseError([Problem(_here(), what, f"Run: {command()}", "missing-package")])


def command() -> str:
    """Return the command that installs all that exports need."""
    return f'{sys.executable} -m pip install "coursewright[export]"'


def no_pango(error: OSError) -> CourseError:
    """Return what to say when a library of the system is missing."""
    what = f"WeasyPrint cannot load the libraries it sets type with ({error})"
    cure = f"On Debian or Ubuntu, run: sudo apt-get install {PANGO}. Elsewhere, install Pango."
    return CourseError([Problem(_here(), what, cure, "missing-library")])


def _here() -> Place:
    return Place("coursewright export")

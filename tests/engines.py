"""Sites that another engine than MkDocs builds of the same pages."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

from coursewright.documents import Audience
from coursewright.exports.pages import write_pages


def project(config_file: Path, folder: Path, audience: Audience | None = None) -> Path:
    """Export the pages of a course, take them out of their zip file, and return their folder."""
    written = write_pages(config_file, folder, audience)
    with zipfile.ZipFile(written) as archive:
        archive.extractall(folder)
    return folder / written.stem


def zensical(folder: Path) -> subprocess.CompletedProcess[str]:
    """Build a project into its folder `site`, as strictly as Zensical can."""
    command = [sys.executable, "-m", "zensical", "build", "--strict"]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


def zensical_site(folder: Path) -> Path:
    """Build a project and return the folder of its site."""
    done = zensical(folder)
    assert 0 == done.returncode, done.stdout + done.stderr
    return folder / "site"

"""A copy of the site that opens from a folder, with no server and no network."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

from coursewright.building import configured, run
from coursewright.exports.archive import write_zip
from coursewright.plugin import CoursewrightPlugin

ONLY_ON_A_SERVER = ("404.html", "sitemap.xml", "sitemap.xml.gz")
"""Files that servers and search engines ask for, and no reader."""


def write_offline(config_file: Path, output: Path) -> Path:
    """Write the offline copy of the site into a folder, and return the path of its zip file.

    Raises CourseError with everything found to be wrong.
    """
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder) / "site"
        config = configured(config_file, site_dir=str(site), site_url="", use_directory_urls=False)
        plugin = config.plugins["coursewright"]
        assert isinstance(plugin, CoursewrightPlugin)
        run(config)
        name = f"{plugin.views.course.document.id}-offline"
        return write_zip(output / f"{name}.zip", dict(_files(site, name)))


def _files(site: Path, name: str) -> Iterator[tuple[str, bytes]]:
    for path in site.rglob("*"):
        inside = path.relative_to(site).as_posix()
        if path.is_file() and inside not in ONLY_ON_A_SERVER:
            yield f"{name}/{inside}", path.read_bytes()

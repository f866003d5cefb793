"""A copy of the site that opens from a folder, with no server and no network."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

from coursewright.building import configured, run
from coursewright.documents import Audience, CourseDocument
from coursewright.exports.archive import write_zip
from coursewright.plugin import CoursewrightPlugin
from coursewright.views import Words

ONLY_ON_A_SERVER = ("404.html", "sitemap.xml", "sitemap.xml.gz")
"""Files that servers and search engines ask for, and no reader."""
NEEDS_A_SERVER = "navigation.instant"


def write_offline(config_file: Path, output: Path, audience: Audience | None = None) -> Path:
    """Write the offline copy of the site into a folder, and return the path of its zip file.

    Raises CourseError with everything found to be wrong.
    """
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder) / "site"
        away = {"site_url": "", "use_directory_urls": False}
        config = configured(config_file, audience, site_dir=str(site), **away)
        plugin = config.plugins["coursewright"]
        assert isinstance(plugin, CoursewrightPlugin)
        plugin.config.offline = True
        # Pages from a folder have no origin that a policy could name.
        plugin.config.policy = False
        features = config.theme.get("features") or []
        config.theme["features"] = [f for f in features if not f.startswith(NEEDS_A_SERVER)]
        run(config)
        _searchable(site)
        course = plugin.views.course.document
        _explained(site, course)
        name = f"{course.id}-offline"
        return write_zip(output / f"{name}.zip", dict(_files(site, name)))


def _searchable(site: Path) -> None:
    """Write the search index as a script, too: from a folder, a page may load nothing else."""
    index = site / "search/search_index.json"
    if index.is_file():
        text = index.read_text(encoding="utf-8")
        script = f"var __index = {text};\n"
        index.with_suffix(".js").write_text(script, encoding="utf-8", newline="\n")


def _explained(site: Path, course: CourseDocument) -> None:
    """Say beside the first page how to open it: many look into a zip without unpacking it."""
    words = Words(course.language)
    text = words("offline.text", title=course.title)
    path = site / f"{words('offline.file')}.txt"
    path.write_text(text, encoding="utf-8", newline="\r\n")


def _files(site: Path, name: str) -> Iterator[tuple[str, bytes]]:
    for path in site.rglob("*"):
        inside = path.relative_to(site).as_posix()
        if path.is_file() and inside not in ONLY_ON_A_SERVER:
            yield f"{name}/{inside}", path.read_bytes()

"""The offline copy: one zip file, with all that its pages need."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import zipfile
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from coursewright import CourseError
from coursewright.assets import SCRIPT, WORKER
from coursewright.building import build
from coursewright.documents import Audience
from coursewright.exports.offline import write_offline

TEA = Path(__file__).parents[1] / "sites/tea"
ADDRESS = re.compile(r'\s(?:href|src)="([^"]*)"')
Files = dict[str, bytes]
AUDIENCES: tuple[Audience, ...] = ("everyone", "learners")


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Files:
    """Every file of a small course's copy by its path in the copy's folder."""
    written = write_offline(TEA / "mkdocs.yml", tmp_path_factory.mktemp("out"))
    assert "tea-offline.zip" == written.name
    with zipfile.ZipFile(written) as archive:
        names = archive.namelist()
        assert {"tea-offline"} == {name.partition("/")[0] for name in names}
        return {name.partition("/")[2]: archive.read(name) for name in names}


def _pages(copy: Files) -> dict[str, str]:
    return {name: data.decode() for name, data in copy.items() if name.endswith(".html")}


def test_every_link_names_a_file(copy: Files) -> None:
    """From a folder, no server adds `index.html` or finds a root."""
    for name, page in _pages(copy).items():
        for address in ADDRESS.findall(page):
            parts = urlsplit(address)
            assert not address.startswith("/"), (name, address)
            if parts.scheme or parts.netloc or not parts.path:
                continue
            target = (Path("/") / name).parent / unquote(parts.path)
            assert str(target.resolve()).lstrip("/") in copy, (name, address)


def test_no_script_is_a_module(copy: Files) -> None:
    """From a folder, browsers load classic scripts only; the one there is parses."""
    scripts = [name for name in copy if re.fullmatch(r"assets/coursewright/.*\.js", name)]
    assert ["coursewright.js"] == [Path(script).name for script in scripts]
    assert [] == [name for name, page in _pages(copy).items() if 'type="module"' in page]


def test_the_one_script_holds_every_module(copy: Files, tmp_path: Path) -> None:
    """It can be read as a classic script, and each module's address can be asked for."""
    script = copy["assets/coursewright/coursewright.js"].decode()
    (tmp_path / "script.cjs").write_text(script, encoding="utf-8")
    done = subprocess.run(
        ["node", "--check", "script.cjs"], cwd=tmp_path, capture_output=True, check=False
    )
    assert (0, b"") == (done.returncode, done.stderr)
    added = re.findall(r'cwModules\.add\("([^"]+)"', script)
    assert len(added) == len(set(added))
    some = {"course.js", "kinds/single.js", "fields/text.js", "words.js", "vendor/lean-qr.js"}
    assert some <= set(added)
    started = re.findall(r'cwModules\.start\("([^"]+)"', script)
    assert [WORKER, Path(SCRIPT).name] == started


def test_search_reads_a_script(copy: Files) -> None:
    """That says the same as the index."""
    script = copy["search/search_index.js"].decode()
    index = script.removeprefix("var __index = ").removesuffix(";\n")
    assert json.loads(copy["search/search_index.json"]) == json.loads(index)


def test_what_only_servers_use_is_left_out(copy: Files) -> None:
    """And the features that need one are off."""
    assert set() == {"404.html", "sitemap.xml", "sitemap.xml.gz"} & set(copy)
    assert not any("navigation.instant" in page for page in _pages(copy).values())
    assert not any("Content-Security-Policy" in page for page in _pages(copy).values())
    assert not any('rel="canonical"' in page for page in _pages(copy).values())


def test_it_says_how_to_open_it(copy: Files) -> None:
    """In a text file beside the first page."""
    text = copy["read-me-first.txt"].decode()
    assert "index.html" in text
    assert text.startswith("Tea at work\r\n")


def test_a_broken_course_leaves_the_last_copy(tmp_path: Path) -> None:
    """Problems are reported as they are by a build."""
    (tmp_path / "mkdocs.yml").write_text((TEA / "mkdocs.yml").read_text(encoding="utf-8"))
    (tmp_path / "docs").mkdir()
    kept = tmp_path / "out/tea-offline.zip"
    kept.parent.mkdir()
    kept.write_bytes(b"the last good one")
    with pytest.raises(CourseError, match=r"course\.yml: this file is missing"):
        write_offline(tmp_path / "mkdocs.yml", kept.parent)
    assert b"the last good one" == kept.read_bytes()


def test_a_copy_for_learners_has_no_pages_for_trainers(tmp_path: Path) -> None:
    """As with a build."""
    tea = tmp_path / "tea"
    shutil.copytree(TEA, tea, ignore=shutil.ignore_patterns("expected"))
    shutil.rmtree(tea / "curriculum/paths")
    copies = [write_offline(tea / "mkdocs.yml", tmp_path / one, one) for one in AUDIENCES]
    everything, for_learners = map(_trainers, copies)
    assert everything
    assert [] == for_learners


def _trainers(written: Path) -> list[str]:
    with zipfile.ZipFile(written) as archive:
        return [name for name in archive.namelist() if "/trainers/" in name]


def test_a_build_after_a_copy_is_for_a_server(tmp_path: Path) -> None:
    """MkDocs keeps plugins from one build to the next; nothing of a copy stays in them."""
    write_offline(TEA / "mkdocs.yml", tmp_path)
    site = build(TEA / "mkdocs.yml", tmp_path / "site")
    html = (site / "modules/brewing/check/index.html").read_text(encoding="utf-8")
    assert 'type="module"' in html
    assert "Content-Security-Policy" in html

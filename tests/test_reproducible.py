"""The same course gives the same bytes, whoever builds it, where and when."""

from __future__ import annotations

import os
import shutil
import struct
import subprocess
import sys
import zipfile
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

TEA = Path(__file__).parent / "sites/tea"
AT_NOON = "1700000000"


@dataclass(frozen=True)
class Circumstances:
    """All that differs from one machine and one day to another."""

    folder: str
    variables: dict[str, str]
    umask: int
    touched: int
    """When the files were last changed, as far as the disk knows."""


HERE = Circumstances(
    "a",
    {"TZ": "UTC", "LC_ALL": "C.UTF-8", "LANG": "C.UTF-8", "PYTHONHASHSEED": "1"},
    0o022,
    1_000_000_000,
)
THERE = Circumstances(
    "other/änder deeper/where",
    {"TZ": "Pacific/Kiritimati", "LC_ALL": "C", "LANG": "de_DE.UTF-8", "PYTHONHASHSEED": "42"},
    0o077,
    1_600_000_000,
)


def _built(base: Path, circumstances: Circumstances) -> Path:
    """Build and export a copy of a course; return its folder."""
    folder = base / circumstances.folder
    shutil.copytree(TEA, folder, ignore=shutil.ignore_patterns("expected", "site"))
    with (folder / "mkdocs.yml").open("a", encoding="utf-8") as config:
        config.write("\nsite_url: https://example.org/tea/\n")
    for path in sorted(folder.rglob("*"), reverse=circumstances.umask == 0o077):
        os.utime(path, (circumstances.touched, circumstances.touched))
    variables = {**os.environ, "SOURCE_DATE_EPOCH": AT_NOON, **circumstances.variables}
    for arguments in (["build"], ["export", "offline"]):
        subprocess.run(
            [sys.executable, "-m", "coursewright", "-q", *arguments],
            cwd=folder,
            env=variables,
            umask=circumstances.umask,
            check=True,
        )
    return folder


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """The same course, built and exported here and there."""
    base = tmp_path_factory.mktemp("machines")
    return _built(base, HERE), _built(base, THERE)


def _listing(folder: Path) -> dict[str, bytes]:
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


@pytest.mark.parametrize("made", ["site", "exports"])
def test_the_same_input_gives_the_same_bytes(built: tuple[Path, Path], made: str) -> None:
    """Path, time zone, locale, hash seed, umask and the files' dates do not matter."""
    first, second = (_listing(folder / made) for folder in built)
    assert first
    assert list(first) == list(second)
    assert [] == [name for name in first if first[name] != second[name]]


def test_nothing_in_a_zip_says_when_or_by_whom(built: tuple[Path, Path]) -> None:
    """Every file in an export has the same date and the same rights."""
    (path,) = (built[1] / "exports").glob("*.zip")
    with zipfile.ZipFile(path) as archive:
        members = archive.infolist()
    assert {(1980, 1, 1, 0, 0, 0)} == {member.date_time for member in members}
    assert {0o644} == {member.external_attr >> 16 & 0o777 for member in members}


def test_the_day_of_a_build_can_be_set(built: tuple[Path, Path]) -> None:
    """By `SOURCE_DATE_EPOCH`, as with other tools for reproducible builds."""
    packed = (built[0] / "site/sitemap.xml.gz").read_bytes()
    (moment,) = struct.unpack("<I", packed[4:8])
    assert date(2023, 11, 14) == datetime.fromtimestamp(moment, UTC).date()

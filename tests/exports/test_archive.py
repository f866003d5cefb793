"""Zip files hold what they are given, and nothing of when and where they were made."""

from __future__ import annotations

import os
import struct
import zipfile
from pathlib import Path

import pytest
from coursewright.exports.archive import write_zip

FILES = {"b/two.txt": b"two" * 1000, "a.txt": b"one"}


def test_a_zip_holds_its_files(tmp_path: Path) -> None:
    """In the order of their names, packed."""
    path = write_zip(tmp_path / "new/out.zip", FILES)
    with zipfile.ZipFile(path) as archive:
        assert ["a.txt", "b/two.txt"] == archive.namelist()
        assert FILES == {name: archive.read(name) for name in archive.namelist()}
    assert path.stat().st_size < 500


def test_the_same_files_give_the_same_bytes(tmp_path: Path) -> None:
    """Whatever their order, the clock and the machine's habit for new files."""
    first = write_zip(tmp_path / "first.zip", FILES)
    before = os.umask(0o077)
    try:
        second = write_zip(tmp_path / "second.zip", dict(reversed(FILES.items())))
    finally:
        os.umask(before)
    assert first.read_bytes() == second.read_bytes()
    assert first.stat().st_mode == second.stat().st_mode


def test_a_zip_is_whole_or_left_alone(tmp_path: Path) -> None:
    """When a file cannot be packed, the last good zip stays and nothing lies about."""
    path = write_zip(tmp_path / "out.zip", FILES)
    before = path.read_bytes()
    bad: dict[str, bytes] = {"a.txt": b"", "x" * 70_000: b""}
    with pytest.raises(struct.error):
        write_zip(path, bad)
    assert before == path.read_bytes()
    assert [path] == list(tmp_path.iterdir())

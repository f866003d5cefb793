"""Files are read safely: only ordinary ones, of a sensible size, in UTF-8."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from coursewright.positions import parse_yaml, read_yaml
from coursewright.problems import CourseError, Place


def test_reads_a_file(tmp_path: Path) -> None:
    """A file is read as UTF-8, whatever the locale says."""
    (tmp_path / "a.yml").write_bytes("title: Größe\r\n".encode())
    source = read_yaml(tmp_path / "a.yml", "curriculum/a.yml")

    assert {"title": "Größe"} == source.data
    assert Place("curriculum/a.yml", 1, 8) == source.place("title")


@pytest.mark.parametrize(
    ("content", "line", "column", "code"),
    [
        (b"", 1, 1, "empty-file"),
        (b"# nothing\n---\n", 1, 1, "empty-file"),
        (b"a: b\nc: \xe9\xa9 x\xff\n", 2, 4, "encoding"),
        ("é: ’".encode() + b"\x92", 1, 5, "encoding"),
        (b"\xef\xbb\xbfa: \xff", 1, 4, "encoding"),
        ("a: b".encode("utf-16"), 1, 1, "encoding"),
        ("a: b".encode("utf-16-be"), 1, 1, "encoding"),
        ("a: b".encode("utf-32"), 1, 1, "encoding"),
        (b"a: b\0", 1, 5, "control-character"),
        (b"#" * (2 * 1024 * 1024 + 1), 1, 1, "too-large"),
    ],
)
def test_refused_content(tmp_path: Path, content: bytes, line: int, column: int, code: str) -> None:
    """Bytes that are no text of a sensible size are refused where they go wrong."""
    (tmp_path / "a.yml").write_bytes(content)
    with pytest.raises(CourseError) as caught:
        read_yaml(tmp_path / "a.yml", "f")

    assert [(Place("f", line, column), code)] == [
        (problem.where, problem.code) for problem in caught.value.problems
    ]


def test_only_ordinary_files(tmp_path: Path) -> None:
    """Links, folders, pipes and missing files are refused, and a pipe does not block."""
    (tmp_path / "real.yml").write_text("a: b")
    (tmp_path / "link.yml").symlink_to(tmp_path / "real.yml")
    (tmp_path / "folder.yml").mkdir()
    os.mkfifo(tmp_path / "pipe.yml")
    expected = {
        "link.yml": ("not-a-file", "this is a link to another file"),
        "folder.yml": ("not-a-file", "this is a folder"),
        "pipe.yml": ("not-a-file", "this is not an ordinary file"),
        "missing.yml": ("missing-file", "this file does not exist"),
        "real.yml/a.yml": ("unreadable-file", "this file cannot be read (Not a directory)"),
        "nul\0.yml": ("unreadable-file", "this file cannot be read (its name is not allowed)"),
    }
    for name, refusal in expected.items():
        with pytest.raises(CourseError) as caught:
            read_yaml(tmp_path / name, "f")
        (problem,) = caught.value.problems
        assert (Place("f", 1, 1), *refusal) == (problem.where, problem.code, problem.what)


def test_size_counts_bytes() -> None:
    """Text is bounded in bytes, as a file is: two MiB and no more."""
    limit = 2 * 1024 * 1024
    assert "é" * (limit // 2) == parse_yaml("é" * (limit // 2), "f").data
    for text in ("é" * (limit // 2 + 1), "a" * (limit + 1)):
        with pytest.raises(CourseError, match="larger than 2 MiB"):
            parse_yaml(text, "f")

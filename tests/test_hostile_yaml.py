"""A YAML file that means harm is refused in time, in little memory, and with its place."""

from __future__ import annotations

import json
import os
import random
import re
import subprocess
import sys
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

READER = Path(__file__).with_name("hostile_reader.py")
MIB = 1024 * 1024
SECONDS = 1.0
KILOBYTES = 200 * 1024
PLACED = re.compile(r"f\.yml:[1-9]\d*:[1-9]\d*: \S")


def filled(piece: str, before: str = "", after: str = "") -> str:
    """Return as many pieces as a file may hold."""
    room = 2 * MIB - len(before.encode()) - len(after.encode())
    return before + piece * (room // len(piece.encode())) + after


def laughs() -> str:
    """Return nine lists, each nine times the one before."""
    names = "abcdefghi"
    lists = (f"{b}: &{b} [{f'*{a}, ' * 9}]\n" for a, b in pairwise(names))
    return f"a: &a [lol]\n{''.join(lists)}"


def merges() -> str:
    """Return mappings that merge each other, over and over."""
    chain = "".join(f"m{n}: &m{n} {{<<: [*m{n - 1}, *m{n - 1}]}}\n" for n in range(1, 30))
    return f"m0: &m0 {{a: b}}\n{chain}"


TEXTS = {
    "alias-bomb": (laughs(), "yaml-alias"),
    "merge-bomb": (merges(), "yaml-alias"),
    "alias-to-itself": ("a: &a [*a]", "yaml-alias"),
    "many-aliases": (filled("- *a\n", "- &a b\n"), "yaml-alias"),
    "long-alias": (filled("a", "*"), "yaml-alias"),
    "brackets": ("[" * 100_000, "too-deep"),
    "braces": (filled("{a: "), "too-deep"),
    "braces-as-keys": ("{" * 100_000, "too-deep"),
    "dashes": ("- " * 100_000, "too-deep"),
    "question-marks": ("? " * 100_000, "too-deep"),
    "stairs": ("".join(f"{' ' * n}a:\n" for n in range(2000)), "too-deep"),
    "many-values": (filled("-\n"), "too-many-values"),
    "many-keys": ("".join(f"k{n}: 1\n" for n in range(150_000)), "too-many-values"),
    "many-empty-lists": (filled("[],", "["), "too-many-values"),
    "same-key": (filled("a: 1\n"), "duplicate-key"),
    "same-key-in-braces": (filled("a: 1,", "{"), "duplicate-key"),
    "keys-alone": (filled("a,", "{"), "yaml-comma"),
    "list-keys": (filled("? [a]\n"), "yaml-key"),
    "tags": (filled("- !a b\n"), "yaml-tag"),
    "python-tag": ('a: !!python/object/apply:os.system ["exit 3"]', "yaml-tag"),
    "long-tag": (filled("%41", "!<"), "yaml-unquoted"),
    "directives": ("".join(f"%TAG !a{n}! b\n" for n in range(100_000)), "yaml-directive"),
    "documents": (filled("--- a\n"), "yaml-documents"),
    "document-ends": (filled("...\n", "a: b\n"), None),
    "open-quote": (filled("a\n", 'a: "'), "yaml-quote"),
    "open-bracket": (filled("x [\n", "a: [\n"), "yaml-bracket"),
    "tabs": (filled("\t"), "yaml-tab"),
    "tab-after-blanks": (filled(" \n", "a:\n", "\tb: c"), "yaml-tab"),
    "blanks": (filled(" "), "empty-file"),
    "line-breaks": (filled("\n"), "empty-file"),
    "returns": (filled("\r"), "empty-file"),
    "comments": (filled("# \n"), "empty-file"),
    "hashes": (filled("a #b\n"), "yaml-comment"),
    "blanks-before-hash": (filled(" ", "a: b", "#c"), "yaml-comment"),
    "colons": (filled(":"), "yaml-colon"),
    "no-colon": (filled("a\n", "", "b: c"), "yaml-colon"),
    "hyphens": (filled("-", "", "x:y\nz: a"), "yaml-colon"),
    "escapes": (filled("\\q", 'a: "'), "yaml-escape"),
    "escaped-nul": (filled('- "\\0"\n'), "control-character"),
    "nul": ("a: b\0", "control-character"),
    "nuls": (filled("\0", "a: b"), "control-character"),
    "line-separators": (filled("\u2028", "a: b"), "control-character"),
    "byte-order-marks": (filled("\ufeff"), "control-character"),
    "long-number": (filled("9", "a: "), None),
    "long-sixties": (filled("1:1", "a: 1"), None),
    "long-text": (filled("😀", "a: "), None),
    "deep-but-allowed": ("[" * 24 + "]" * 24, None),
}


def noise(seed: int) -> bytes:
    """Return random bytes, the same every time; the first can start no UTF-8 text."""
    return b"\xff" + random.Random(seed).randbytes(4096)  # noqa: S311


BYTES = {
    "50-megabytes": (b"a: b\n" * (10 * MIB), "too-large"),
    "a-byte-too-much": (b"#" * (2 * MIB + 1), "too-large"),
    "bad-utf-8": (b"a: b\nc: d\x80", "encoding"),
    "overlong-utf-8": (b"a: \xc0\xaf", "encoding"),
    "surrogate-in-utf-8": (b"a: \xed\xa0\x80", "encoding"),
    "utf-16": ("a: b".encode("utf-16"), "encoding"),
    **{f"noise-{seed}": (noise(seed), "encoding") for seed in range(10)},
    "empty": (b"", "empty-file"),
}
FILES = {**{name: (text.encode(), code) for name, (text, code) in TEXTS.items()}, **BYTES}
OTHERS = {"link": "not-a-file", "pipe": "not-a-file", "folder": "not-a-file"}
REFUSED = {**{name: code for name, (_, code) in FILES.items() if code}, **OTHERS}


@pytest.fixture(scope="module")
def readings(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, Any]]:
    """How reading each file ended, in one process with 512 MiB."""
    folder = tmp_path_factory.mktemp("hostile")
    for name, (content, _) in FILES.items():
        (folder / f"{name}.yml").write_bytes(content)
    (folder / "link.yml").symlink_to("/dev/zero")
    (folder / "folder.yml").mkdir()
    os.mkfifo(folder / "pipe.yml")
    lines = run(str(folder)).splitlines()
    return {found["name"]: found for found in map(json.loads, lines)}


def run(*arguments: str) -> str:
    """Return what the reader prints; fail if it does not end well and in time."""
    done = subprocess.run(
        [sys.executable, str(READER), *arguments],
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert (0, "") == (done.returncode, done.stderr)
    return done.stdout


@pytest.mark.parametrize(("name", "code"), REFUSED.items())
def test_refused_with_its_place(readings: dict[str, dict[str, Any]], name: str, code: str) -> None:
    """Each file is refused for what it is, and every problem has a line and a column."""
    found = readings[name]

    assert code in found["codes"]
    assert [] == [text for text in found["problems"] if not PLACED.match(text)]


@pytest.mark.parametrize("name", [*FILES, *OTHERS])
def test_in_time_and_little_memory(readings: dict[str, dict[str, Any]], name: str) -> None:
    """Reading takes at most a second and 200 MB, whatever the file."""
    assert SECONDS >= readings[name]["seconds"]
    assert KILOBYTES >= readings[name]["kilobytes"]


def test_messages_stay_short(readings: dict[str, dict[str, Any]]) -> None:
    """No message repeats a long text of the file, and no file brings thousands of them."""
    for found in readings.values():
        assert 101 >= len(found["problems"])
        assert 400 > max(map(len, found["problems"]), default=0)


def test_allowed_extremes(readings: dict[str, dict[str, Any]]) -> None:
    """What is only large, within bounds, is read."""
    allowed = ("long-number", "long-sixties", "long-text", "deep-but-allowed")

    assert [[]] * 4 == [readings[name]["problems"] for name in allowed]


def test_noise() -> None:
    """Made-up texts are read or refused inside their own lines, and nothing else happens."""
    found = json.loads(run("--noise", "20", "4000"))

    assert 4000 == found["read"] + found["refused"]
    assert 1000 < found["refused"]

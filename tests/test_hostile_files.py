"""Files that mean harm stop a build at once, with their name, and are neither read nor shown."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.courses import MODULE, added, write_course
from tests.test_cli import GOOD

ROOT = Path(__file__).resolve().parents[1]
BUILDER = Path(__file__).with_name("hostile_builder.py")
MIB = 1024 * 1024
SECONDS = 1.0
PLACED = re.compile(r"[^\s:][^:\n]*:[1-9]\d*:[1-9]\d*: \S[^\n]*")
FIGURE = "figures: [{id: f, title: T, file: x.svg, text: T}]\n"
SVG = '<svg xmlns="http://www.w3.org/2000/svg">{}</svg>'

Spoil = Callable[[Path], object]


def _link(name: str, target: str) -> Spoil:
    return lambda root: (root / name).symlink_to(target)


def _instead(name: str, target: str) -> Spoil:
    """Put a link in the place of a folder."""

    def spoil(root: Path) -> None:
        (root / name).rename(root / "moved")
        (root / name).symlink_to(root / target)

    return spoil


def _pipe(name: str) -> Spoil:
    return lambda root: os.mkfifo(root / name)


def _large(name: str, size: int) -> Spoil:
    def spoil(root: Path) -> None:
        (root / name).touch()
        os.truncate(root / name, size)

    return spoil


def _named(*names: str | bytes) -> Spoil:
    """Put files of these names among the pages."""

    def spoil(root: Path) -> None:
        for name in names:
            path = os.path.join(os.fsencode(root / "docs"), os.fsencode(name))  # noqa: PTH118
            Path(os.fsdecode(path)).write_text("# x\n", encoding="utf-8")

    return spoil


def _drawn(inside: str) -> Spoil:
    return lambda root: (root / "curriculum/x.svg").write_text(inside, encoding="utf-8")


def _many(root: Path) -> None:
    (root / "docs/many").mkdir()
    for number in range(20_001):
        os.mknod(root / f"docs/many/{number}.txt")


LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
SPOILS: dict[str, tuple[Spoil, str]] = {
    "a page is a link": (_link("docs/passwd.md", "/etc/passwd"), "docs/passwd.md:1:1: this is a"),
    "a file is a link": (_link("docs/passwd.png", "/etc/passwd"), "docs/passwd.png:1:1: this is a"),
    "a folder is a link": (_link("docs/all", "/"), "docs/all:1:1: this is a link"),
    "a hidden folder is a link": (_link("docs/.all", "/"), "docs/.all:1:1: this is a link"),
    "a loop": (_link("docs/here", "."), "docs/here:1:1: this is a link"),
    "a link to nowhere": (_link("docs/x.md", "nowhere"), "docs/x.md:1:1: this is a link"),
    "all pages are a link": (_instead("docs", "moved"), "docs:1:1: this is a link"),
    "the curriculum is a link": (_instead("curriculum", "moved"), "curriculum:1:1: this is a link"),
    "the quizzes are a link": (_instead("quizzes", "moved"), "quizzes:1:1: this is a link"),
    "the modules are a link": (
        _instead("curriculum/modules", "moved"),
        "curriculum/modules:1:1: this is a link",
    ),
    "a page is a pipe": (_pipe("docs/x.md"), "docs/x.md:1:1: this is not an ordinary file"),
    "a file is a pipe": (_pipe("docs/x.png"), "docs/x.png:1:1: this is not an ordinary file"),
    "a drawing is a pipe": (_pipe("curriculum/x.svg"), "curriculum/x.svg:1:1: this is not an"),
    "a drawing is a link": (
        _link("curriculum/x.svg", "/etc/passwd"),
        "curriculum/x.svg:1:1: this is a link",
    ),
    "a drawing without end": (
        _link("curriculum/x.svg", "/dev/zero"),
        "curriculum/x.svg:1:1: this is a link",
    ),
    "a large page": (_large("docs/x.md", 3 * MIB), "docs/x.md:1:1: this file is larger than 2 MiB"),
    "a large file": (_large("docs/x.bin", 51 * MIB), "docs/x.bin:1:1: this file is larger than 50"),
    "a large module": (
        _large("curriculum/modules/x.yml", 50 * MIB),
        "curriculum/modules/x.yml:1:1: this file is larger than 2 MiB",
    ),
    "a large drawing": (_large("curriculum/x.svg", 10 * MIB), "curriculum/x.svg:1:1: this drawing"),
    "many files": (_many, "docs:1:1: this folder holds more than 20000 files"),
    "no UTF-8": (_named(b"\xff.md"), r"docs/\udcff.md:1:1: this name holds a character"),
    "two lines": (_named("a\n::error::b.md"), r"docs/a\n::error::b.md:1:1: this name holds"),
    "a terminal's orders": (_named("\x1b[2J.md"), r"docs/\x1b[2J.md:1:1: this name holds"),
    "turned around": (_named("a\u202egnp.md"), r"docs/a\u202egnp.md:1:1: this name holds"),
    "a stream": (_named("a:b.md"), "docs/a:b.md:1:1: this name holds"),
    "backslashes": (_named("..\\..\\x.md"), r"docs/..\..\x.md:1:1: this name holds"),
    "a device": (_named("NUL.md"), "docs/NUL.md:1:1: Windows cannot keep"),
    "a dot at the end": (_named("x."), "docs/x.:1:1: Windows cannot keep"),
    "capitals": (_named("About.md", "about.md"), "docs/about.md:1:1: many systems cannot tell"),
    "accents": (_named("caf\u00e9.md", "cafe\u0301.md"), "docs/caf\u00e9.md:1:1: many systems"),
    "a page in the place of another": (
        lambda root: write_course(root, {"docs/modules/tea.md": "# x\n"}),
        "docs/modules/tea.md:1:1: this page goes where another does",
    ),
    "laughs": (
        _drawn(f"<!DOCTYPE svg [{LAUGHS}]>{SVG.format('<text>&l9;</text>')}"),
        "curriculum/x.svg:1:1: a drawing cannot hold a document type",
    ),
    "a script": (_drawn(SVG.format("<script/>")), "curriculum/x.svg:1:41: a drawing cannot hold"),
    "another document": (
        _drawn(SVG.format("<foreignObject/>")),
        "curriculum/x.svg:1:41: a drawing cannot hold",
    ),
    "a picture from elsewhere": (
        _drawn(SVG.format('<image href="https://evil.example/x.png"/>')),
        "curriculum/x.svg:1:41: a drawing cannot hold",
    ),
    "a long word": (
        _drawn(SVG.format(f'<rect fill="{"a" * 190_000}" onload="x"/>')),
        "curriculum/x.svg:1:190",
    ),
    "a long blank": (
        _drawn(SVG.format(f'<rect fill="{" " * 190_000}" onload="x"/>')),
        "curriculum/x.svg:1:190",
    ),
    "brackets": (
        _drawn(SVG.format(f'<rect fill="{"url(" * 47_000}" onload="x"/>')),
        "curriculum/x.svg:1:",
    ),
    "many faults": (
        _drawn(SVG.format("".join(f"<x{n}/>" for n in range(20_000)))),
        "curriculum/x.svg:1:41: a drawing cannot hold",
    ),
}


@pytest.fixture(scope="module")
def builds(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, Any]]:
    """How building each course ended, in one process with little memory."""
    folder = tmp_path_factory.mktemp("hostile")
    for name, (spoil, _) in SPOILS.items():
        drawn = {"curriculum/x.svg": SVG.format("")} if "x.svg" not in str(_) else {}
        write_course(folder / name, {**added(MODULE, FIGURE, files=GOOD), **drawn})
        spoil(folder / name)
    done = subprocess.run(
        [sys.executable, str(BUILDER), str(folder)],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": os.pathsep.join([*sys.path, str(ROOT)])},
        capture_output=True,
        text=True,
        timeout=150,
        check=False,
    )
    assert (0, "") == (done.returncode, done.stderr)
    return {found["name"]: found for found in map(json.loads, done.stdout.splitlines())}


@pytest.mark.parametrize("name", SPOILS)
def test_it_is_refused_at_once(builds: dict[str, dict[str, Any]], name: str) -> None:
    """With file, line and column, on one printable line each, in a second."""
    found, expected = builds[name], SPOILS[name][1]
    assert any(problem.startswith(expected) for problem in found["problems"]), found["problems"]
    for problem in found["problems"]:
        assert PLACED.fullmatch(problem.replace(r"docs/a:b", "docs/a b").replace("::", ""))
        assert problem.isprintable()
        assert len(problem) < 400
    assert SECONDS >= found["seconds"]


@pytest.mark.parametrize("name", SPOILS)
def test_nothing_is_built(builds: dict[str, dict[str, Any]], name: str) -> None:
    """Not even a part, and in little memory."""
    assert builds[name]["problems"]
    assert 250 * 1024 >= builds[name]["kilobytes"]


@pytest.mark.parametrize("command", ["build", "check"])
def test_the_command_says_so_in_any_terminal(tmp_path: Path, command: str) -> None:
    """A name that no terminal can show is no traceback."""
    root = write_course(tmp_path, GOOD)
    bad = os.fsencode(root / "curriculum/modules") + b"/\xff.yml"
    Path(os.fsdecode(bad)).write_text("id: x\n", encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "coursewright", command],
        cwd=root,
        env={**os.environ, "PYTHONIOENCODING": "ascii:strict", "LC_ALL": "C"},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert 1 == done.returncode
    assert r"curriculum/modules/\udcff.yml:1:1: this name holds" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_lock_of_an_editor_is_no_harm(tmp_path: Path) -> None:
    """Emacs marks the file that is being edited by a link to nowhere."""
    root = write_course(tmp_path, GOOD)
    (root / "docs/.#index.md").symlink_to("somebody@somewhere.1234:5678")
    done = subprocess.run(
        [sys.executable, "-m", "coursewright", "-q", "build"],
        cwd=root,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert (0, "") == (done.returncode, done.stderr)

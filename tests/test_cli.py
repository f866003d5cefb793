"""The command, as a person or a pipeline runs it."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from coursewright import __version__
from coursewright.cli import main

from tests.courses import MINIMAL, MODULE, QUIZ, Files, edited, write_course

SITE = """\
site_name: Kitchen
theme: {name: material, font: false}
plugins:
  - coursewright
  - macros: {modules: [coursewright.macros], on_undefined: strict, on_error_fail: true}
  - search
markdown_extensions: [admonition, attr_list, md_in_html, tables]
validation: {links: {anchors: warn, not_found: warn, unrecognized_links: warn}}
"""
LONG = "Black tea wants water that has just boiled, and a guest who waits. " * 30
TALK = edited(
    MODULE,
    ("Black tea gives", f"{LONG}\n\n      Black tea gives"),
    ("Four minutes are", f"{LONG}\n\n      Four minutes are"),
)
GOOD: Files = {**TALK, "mkdocs.yml": SITE, "docs/index.md": "# Kitchen\n\n{{ course_map() }}\n"}
BROKEN = edited(MODULE, ("bloom: apply", "bloom: aply"), files=GOOD)
LOOSE = edited(MODULE, ("[signs]", "[sings]"), files=GOOD)
WRONG = f'{MODULE}:6:12: objective bloom cannot be aply. Did you mean "apply"?\n'


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Commands run in an empty folder of their own."""
    monkeypatch.chdir(tmp_path)


def _run(files: Files, *arguments: str) -> Result:
    write_course(Path.cwd(), files)
    return CliRunner().invoke(main, arguments)


@pytest.mark.parametrize("quiet", [(), ("-q",)], ids=["aloud", "quiet"])
@pytest.mark.parametrize(
    ("files", "command", "status"),
    [
        (GOOD, ("check",), 0),
        (BROKEN, ("check",), 1),
        (LOOSE, ("check",), 1),
        ({}, ("check",), 1),
        (GOOD, ("tree",), 0),
        (BROKEN, ("tree",), 1),
        (BROKEN, ("build",), 1),
        ({}, ("build",), 1),
        (BROKEN, ("check", "--format", "json"), 1),
        (BROKEN, ("check", "--format", "github"), 1),
        (BROKEN, ("check", "--format", "sarif"), 1),
        (GOOD, ("check", "--format", "nothing"), 2),
        (GOOD, ("nothing",), 2),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else "",
)
def test_the_exit_status(
    files: Files, command: tuple[str, ...], status: int, quiet: tuple[str, ...]
) -> None:
    """Any problem makes it 1, quiet or not; a wrong call makes it 2."""
    assert status == _run(files, *quiet, *command).exit_code


def test_nothing_is_wrong() -> None:
    """Said, unless quiet."""
    assert "Nothing is wrong.\n" == _run(GOOD, "check").stderr
    assert "" == _run(GOOD, "-q", "check").output


def test_problems_are_said_quiet_or_not() -> None:
    """On standard error, with a count for people."""
    assert WRONG + "1 error, 0 warnings.\n" == _run(BROKEN, "check").stderr
    assert WRONG == _run(BROKEN, "-q", "check").stderr


def test_reports_for_programs_stand_alone_on_standard_output() -> None:
    """So that they can be written to a file."""
    (problem,) = json.loads(_run(BROKEN, "check", "--format", "json").stdout)
    assert [MODULE, 6, 12, "not-allowed"] == [
        problem[k] for k in ("file", "line", "column", "code")
    ]
    log = json.loads(_run(BROKEN, "check", "--format", "sarif").stdout)
    assert 1 == len(log["runs"][0]["results"])
    github = _run(BROKEN, "check", "--format", "github").stdout
    assert github.startswith(f"::error file={MODULE},line=6,col=12,title=not-allowed::")


@pytest.mark.parametrize(("form", "expected"), [("json", []), ("sarif", "2.1.0")])
def test_reports_of_nothing_are_valid(form: str, expected: object) -> None:
    """An empty list is a list."""
    found = json.loads(_run(GOOD, "check", "--format", form).stdout)
    assert expected == (found["version"] if form == "sarif" else found)


def test_warnings_fail_when_asked_to() -> None:
    """And are said in any case."""
    files = edited(MODULE, ("takeaways:\n  - Boil, pour, wait four minutes.\n", ""), files=GOOD)
    files = edited(QUIZ, ("        misconception: longer-is-better\n", ""), files=files)
    lenient, strict = _run(files, "check"), _run(files, "check", "--strict")
    assert lenient.stderr == strict.stderr
    assert " 0 warnings." not in lenient.stderr
    assert (0, 1) == (lenient.exit_code, strict.exit_code)


def test_a_tree() -> None:
    """Of the whole course, on standard output."""
    out = _run(GOOD, "tree").stdout
    assert out.startswith("course kitchen: Kitchen basics\n  module 1 tea: Making tea")
    assert out.endswith("sources 0\n")


def test_a_folder_without_a_course() -> None:
    """Says what is missing, and no traceback."""
    result = _run({}, "check")
    assert result.stderr.startswith("curriculum/course.yml: this file is missing. ")
    assert "Traceback" not in result.output


def test_a_folder_without_a_site() -> None:
    """The same."""
    result = _run(MINIMAL, "build")
    expected = "Run this in the folder that holds it, or name it with --config."
    assert f"mkdocs.yml: there is no such file. {expected}\n" in result.stderr


def test_the_site_can_lie_elsewhere(tmp_path: Path) -> None:
    """Its folder is the course's."""
    write_course(tmp_path / "elsewhere", GOOD)
    assert 0 == _run({}, "--config", "elsewhere/mkdocs.yml", "check").exit_code


@pytest.mark.skipif(sys.platform == "win32", reason="there are no terminals of this kind")
def test_a_person_sees_how_far_a_build_has_come() -> None:
    """In percent at a terminal, and not where nobody watches."""
    write_course(Path.cwd(), GOOD)
    command = [sys.executable, "-m", "coursewright", "build"]
    ours, theirs = os.openpty()
    with subprocess.Popen(command, stderr=theirs) as process:
        os.close(theirs)
        said = b"".join(_until_closed(ours))
    assert 0 == process.returncode
    assert b"Building" in said
    assert b"\r 50 %" in said
    assert b"\r100 %" in said
    assert "%" not in _run(GOOD, "build").stderr


def _until_closed(terminal: int) -> Iterator[bytes]:
    with suppress(OSError):  # how Linux says that the other end is closed
        while part := os.read(terminal, 4096):
            yield part
    os.close(terminal)


def test_a_site_is_built() -> None:
    """Where it is told to go, and it says how many pages there are."""
    result = _run(GOOD, "build", "-d", "out")
    assert 0 == result.exit_code, result.output
    pages = {path.as_posix() for path in Path("out").rglob("*.html")}
    assert {"out/index.html", "out/modules/tea/water/index.html", "out/404.html"} < pages
    assert f"Built {len(pages)} pages in out/.\n" in result.stderr


def test_a_failed_build_leaves_the_last_good_site() -> None:
    """Nothing is written over, and nothing is left behind."""
    _run(GOOD, "build")
    before = Path("site/index.html").read_bytes()
    result = _run(BROKEN, "build")
    assert 1 == result.exit_code
    assert WRONG in result.stderr
    assert before == Path("site/index.html").read_bytes()
    assert [] == [path for path in Path.cwd().iterdir() if path.name.startswith(".site")]


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("{{ lessn('tea/water') }}", 'docs/index.md:1:4: there is no macro "lessn".'),
        ("\n{{ lesson('tea/watr') }}", 'docs/index.md:2:1: there is no lesson "tea/watr".'),
        ("{{ lesson() }}", "docs/index.md:1:1: lesson: missing a required argument: 'ref'."),
        ("{{ lesson(12) }}", 'docs/index.md:1:1: there is no lesson "12".'),
        ("{{ lesson([]) }}", 'docs/index.md:1:1: there is no lesson "[]".'),
        ("{{ lesson( }}", "docs/index.md:1:1: this macro call cannot be read:"),
        (
            "\n{{ 'x' | nope }}",
            "docs/index.md:2:1: this macro call cannot be read: No filter named",
        ),
        (
            "---\ntitle: T\n---\n\n{{ course.nope }}",
            "docs/index.md:5:1: this macro call fails: 'dict object' has no attribute 'nope'.\n",
        ),
        (
            "{{ 1 / 0 }}",
            "docs/index.md:1:1: this macro call fails: division by zero.\n",
        ),
        ('\n{% include "x" %}', "docs/index.md:2:1: this macro call fails: 'x' not found"),
    ],
    ids=["macro", "id", "number", "list", "argument", "braces", "filter", "name", "sum", "file"],
)
@pytest.mark.parametrize("quiet", [(), ("-q",)], ids=["aloud", "quiet"])
def test_a_page_that_calls_wrongly(page: str, expected: str, quiet: tuple[str, ...]) -> None:
    """Fails the build at its place, and is never printed into the page."""
    result = _run({**GOOD, "docs/index.md": page}, *quiet, "build")
    assert 1 == result.exit_code
    assert expected in result.stderr
    assert "Traceback" not in result.stderr
    assert not Path("site").exists()


@pytest.mark.parametrize(
    "lenient", ["{on_undefined: keep, on_error_fail: true}", "{on_undefined: strict}", "{}"]
)
def test_errors_cannot_be_left_in_pages(lenient: str) -> None:
    """What mkdocs-macros does by itself is refused, with the two settings that change it."""
    macros = f"macros: {{modules: [coursewright.macros], {lenient[1:]}"
    site = edited("mkdocs.yml", (SITE.splitlines()[4].strip("- "), macros), files=GOOD)
    result = _run(site, "build")
    assert 1 == result.exit_code
    assert "mkdocs.yml:1:1: macros that fail would leave their errors in" in result.stderr


def test_links_are_followed_when_asked_to() -> None:
    """A good course has none that lead nowhere."""
    result = _run(GOOD, "check", "--links")
    assert (0, "") == (result.exit_code, result.stdout), result.output
    assert not Path("site").exists()


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (("serve", "--host", "192.0.2.1"), "Error: cannot listen on 192.0.2.1:8000: "),
        (("--config", "nothere.yml", "serve"), "nothere.yml: there is no such file. "),
        (("build", "-d", "mkdocs.yml/site"), "mkdocs.yml/site: the site cannot be written: "),
        (("schema", "--output", "mkdocs.yml"), "Error: mkdocs.yml: "),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else "",
)
def test_what_the_machine_refuses_is_said_in_a_sentence(
    arguments: tuple[str, ...], expected: str
) -> None:
    """An address that is not ours, a folder that cannot be: no traceback, and status 1."""
    result = _run(GOOD, *arguments)
    assert expected in result.stderr
    assert (1, SystemExit) == (result.exit_code, type(result.exception))


def test_the_version() -> None:
    """Its own."""
    assert __version__ in _run({}, "--version").stdout


@pytest.mark.parametrize("command", ["check", "build", "serve", "tree"])
def test_every_command_explains_itself(command: str) -> None:
    """Both ways of asking."""
    assert _run({}, command, "-h").stdout == _run({}, command, "--help").stdout
    assert command in _run({}, "--help").stdout


def test_learners_get_no_pages_for_trainers() -> None:
    """Whatever course.yml says; pages written by hand below `trainers/` are left out, too."""
    files = {**GOOD, "docs/trainers/room.md": "# Room\n\n[Home](../index.md)\n"}
    assert 0 == _run(files, "build", "-d", "all").exit_code
    assert 0 == _run(files, "build", "-d", "learners", "--audience", "learners").exit_code
    assert (Path.cwd() / "all/trainers/room/index.html").is_file()
    assert not (Path.cwd() / "learners/trainers").exists()

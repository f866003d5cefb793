"""A site is put in its place whole, whatever happens to the program that builds it."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from coursewright import CourseError
from coursewright.building import build

TEA = Path(__file__).parent / "sites/tea"
SLOW = """\
import pathlib, time

def on_post_build(config):
    pathlib.Path(config.config_file_path).with_name("half").touch()
    time.sleep(60)
"""
"""A hook that stops for a while when every page is written, and none is in its place."""


@pytest.fixture
def tea(tmp_path: Path) -> Path:
    """A copy of a golden course."""
    target = tmp_path / "tea"
    shutil.copytree(TEA, target, ignore=shutil.ignore_patterns("expected"))
    return target


def listing(folder: Path) -> dict[str, bytes]:
    """Return every file of a folder with its content."""
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def _left_over(folder: Path) -> list[Path]:
    return sorted(folder.glob(".site*"))


def _half_built(tea: Path) -> subprocess.Popen[bytes]:
    """Start a build and wait until its pages are written beside their place."""
    config = tea / "mkdocs.yml"
    (tea / "slow.py").write_text(SLOW, encoding="utf-8")
    config.write_text(f"{config.read_text(encoding='utf-8')}\nhooks: [slow.py]\n", encoding="utf-8")
    process = subprocess.Popen(
        [sys.executable, "-m", "coursewright", "build"], cwd=tea, stderr=subprocess.DEVNULL
    )
    deadline = time.monotonic() + 60
    while not (tea / "half").exists():
        assert process.poll() is None, "the build ended before it could be interrupted"
        assert time.monotonic() < deadline
        time.sleep(0.01)
    assert 1 == len(_left_over(tea))
    return process


def _quick(tea: Path) -> None:
    (tea / "slow.py").write_text("", encoding="utf-8")


@pytest.mark.parametrize("request_to_stop", [signal.SIGINT, signal.SIGTERM], ids=lambda s: s.name)
def test_a_stopped_build_leaves_the_last_site(tea: Path, request_to_stop: signal.Signals) -> None:
    """Whole, and nothing lies about."""
    before = listing(build(tea / "mkdocs.yml"))
    process = _half_built(tea)
    process.send_signal(request_to_stop)
    assert 0 != process.wait(timeout=30)
    assert before == listing(tea / "site")
    assert [] == _left_over(tea)


def test_a_killed_build_leaves_the_last_site(tea: Path) -> None:
    """Whole; what lies about is gone with the next build."""
    before = listing(build(tea / "mkdocs.yml"))
    process = _half_built(tea)
    process.kill()
    process.wait(timeout=30)
    assert before == listing(tea / "site")
    assert 1 == len(_left_over(tea))
    _quick(tea)
    build(tea / "mkdocs.yml")
    assert [] == _left_over(tea)


def test_a_build_leaves_another_alone(tea: Path) -> None:
    """Two builds at once do not take each other's folders for left over."""
    process = _half_built(tea)
    _quick(tea)
    build(tea / "mkdocs.yml")
    (other,) = _left_over(tea)
    assert (other / "index.html").is_file()
    process.terminate()
    process.wait(timeout=30)
    assert [] == _left_over(tea)


def test_a_site_that_was_moved_away_comes_back(tea: Path) -> None:
    """Somebody killed the program between two moves; even a build that fails mends that."""
    before = listing(build(tea / "mkdocs.yml"))
    (tea / "site").rename(tea / ".site-killed-old")
    (tea / "curriculum/course.yml").write_text("id: tea\n", encoding="utf-8")
    with pytest.raises(CourseError):
        build(tea / "mkdocs.yml", tea / "site")
    assert before == listing(tea / "site")
    assert [] == _left_over(tea)


def test_hidden_files_of_a_host_stay(tea: Path) -> None:
    """Such as the repository of a branch that holds nothing but the site."""
    site = build(tea / "mkdocs.yml")
    whole = listing(site)
    (site / ".git").write_text("gitdir: elsewhere", encoding="utf-8")
    (site / "old/page").mkdir(parents=True)
    (site / "old/page/index.html").write_text("gone", encoding="utf-8")
    (site / "index.html").write_text("old", encoding="utf-8")
    build(tea / "mkdocs.yml")
    assert {**whole, ".git": b"gitdir: elsewhere"} == listing(site)
    assert not (site / "old").exists()


def test_a_folder_that_cannot_be_moved_is_filled(tea: Path) -> None:
    """As one that a container mounts: every file is replaced, and what is gone goes."""
    whole = listing(build(tea / "mkdocs.yml"))
    mounted, behind = tea / "mounted", tea / "behind"
    mounted.mkdir()
    behind.mkdir()
    for name in ("index.html", "gone.html"):
        (behind / name).write_text("old", encoding="utf-8")
    script = f'mount --bind behind mounted && "{sys.executable}" -m coursewright build -d mounted'
    command = ["unshare", "--map-root-user", "--mount", "sh", "-c", script]
    done = subprocess.run(command, cwd=tea, capture_output=True, text=True, check=False)
    if "unshare" in done.stderr or "mount" in done.stderr.partition("Building")[0]:
        pytest.skip(f"this machine lets nobody mount: {done.stderr}")
    assert 0 == done.returncode, done.stderr
    assert whole == listing(behind)
    assert [] == list(tea.glob(".mounted*"))


@pytest.mark.parametrize("where", [".", "docs", "docs/below", "curriculum", "quizzes"])
def test_sources_are_never_replaced(tea: Path, where: str) -> None:
    """Whoever names the wrong folder keeps what is in it."""
    before = listing(tea)
    with pytest.raises(CourseError, match="the site cannot be written here, where"):
        build(tea / "mkdocs.yml", tea / where)
    assert before == listing(tea)


def test_a_folder_of_something_else_is_never_replaced(tea: Path) -> None:
    """A site has a page to begin with."""
    (tea / "letters").mkdir()
    (tea / "letters/to-ana.txt").write_text("Dear Ana", encoding="utf-8")
    with pytest.raises(CourseError, match="which does not look like one"):
        build(tea / "mkdocs.yml", tea / "letters")
    with pytest.raises(CourseError, match="which is no folder"):
        build(tea / "mkdocs.yml", tea / "letters/to-ana.txt")
    assert ["to-ana.txt"] == [path.name for path in (tea / "letters").iterdir()]


def test_a_place_that_cannot_be_written_is_named(tea: Path) -> None:
    """As a problem with its cure, and no traceback."""
    command = [sys.executable, "-m", "coursewright", "build", "-d", "/proc/site"]
    done = subprocess.run(command, cwd=tea, capture_output=True, text=True, check=False)
    assert 1 == done.returncode
    assert "/proc/site: the site cannot be written: " in done.stderr
    assert "Traceback" not in done.stderr


MACRO = '{{ module("nope") }}'
PLAIN = (sys.executable, "-m", "mkdocs", "build")
OURS = (sys.executable, "-m", "coursewright")


@pytest.mark.parametrize(
    "command",
    [
        (*OURS, "build"),
        (*OURS, "-q", "build"),
        PLAIN,
        (*PLAIN, "-q"),
        (*PLAIN, "--strict"),
        (*PLAIN, "--strict", "-q"),
    ],
    ids=lambda command: " ".join(command[2:]),
)
@pytest.mark.parametrize("broken", ["docs/index.md", "curriculum/course.yml"])
def test_a_mistake_fails_every_way_to_build(
    tea: Path, command: tuple[str, ...], broken: str
) -> None:
    """Quiet or not, strict or not, by us or by MkDocs; and it is said."""
    (tea / broken).write_text(MACRO if broken.endswith(".md") else "id: tea\n", encoding="utf-8")
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    done = subprocess.run(
        command, cwd=tea, env=environment, capture_output=True, text=True, check=False
    )
    assert 1 == done.returncode
    assert f"{broken}:1:" in done.stdout + done.stderr
    assert "Traceback" not in done.stderr

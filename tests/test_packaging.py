"""What is installed: all that a course needs, and nothing besides."""

from __future__ import annotations

import os
import subprocess
import sys
import tarfile
import venv
import zipfile
from email.parser import Parser
from pathlib import Path

import pytest
from coursewright import __version__


def _hatch(root: Path, target: str, folder: Path) -> Path:
    """Build one distribution, as a release does, and return its file."""
    command = [sys.executable, "-m", "hatchling", "build", "-t", target, "-d", str(folder)]
    variables = {**os.environ, "SOURCE_DATE_EPOCH": "1700000000"}
    subprocess.run(command, cwd=root, env=variables, capture_output=True, check=True)
    (made,) = folder.iterdir()
    return made


@pytest.fixture(scope="module")
def wheel(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of this tree."""
    return _hatch(root, "wheel", tmp_path_factory.mktemp("wheel"))


@pytest.fixture(scope="module")
def source_archive(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The source archive of this tree."""
    return _hatch(root, "sdist", tmp_path_factory.mktemp("sdist"))


def _files(root: Path) -> set[str]:
    """Every file of the package, save what Python compiles of them."""
    package = root / "macros"
    paths = (path for path in package.rglob("*") if path.is_file())
    names = (path.relative_to(package).as_posix() for path in paths)
    return {name for name in names if "__pycache__" not in name}


def test_the_wheel_holds_every_file_of_the_package(root: Path, wheel: Path) -> None:
    """Templates, styles, scripts, locales and the starter along with the code; nothing else."""
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
        (about,) = (name for name in names if name.endswith("/METADATA"))
        metadata = Parser().parsestr(archive.read(about).decode())
    packed = {name for name in names if ".dist-info/" not in name}
    assert _files(root) == packed
    assert __version__ == metadata["Version"]
    assert any(name.endswith("/licenses/LICENSE") for name in names)


def test_the_source_archive_holds_what_the_wheel_is_made_of(
    root: Path, source_archive: Path
) -> None:
    """And no tests, no course and no tools."""
    with tarfile.open(source_archive) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    packed = {name.removeprefix("macros/") for name in names if name.startswith("macros/")}
    assert _files(root) == packed
    beside = {name for name in names if not name.startswith("macros/")}
    assert {
        *(".gitignore", "CHANGELOG.md", "LICENSE", "LICENSE-content.md", "PKG-INFO", "README.md"),
        "pyproject.toml",
    } == beside


def test_both_ways_to_the_wheel_give_the_same(
    wheel: Path, source_archive: Path, tmp_path: Path
) -> None:
    """Built from the source archive, it is the same file, byte for byte."""
    with tarfile.open(source_archive) as archive:
        archive.extractall(tmp_path / "unpacked", filter="data")
    (folder,) = (tmp_path / "unpacked").iterdir()
    again = _hatch(folder, "wheel", tmp_path / "again")
    assert (wheel.name, wheel.read_bytes()) == (again.name, again.read_bytes())


def _clean() -> dict[str, str]:
    """Return variables by which no other installation is found."""
    away = ("PYTHON", "VIRTUAL_ENV", "COURSEWRIGHT")
    return {key: value for key, value in os.environ.items() if not key.startswith(away)}


@pytest.mark.timeout(600)
def test_an_empty_environment_gets_a_working_course(
    root: Path, wheel: Path, tmp_path: Path
) -> None:
    """With no repository at hand: install, start a course, check it, build it, export it."""
    venv.create(tmp_path / "venv", with_pip=True)
    programs = tmp_path / "venv" / ("Scripts" if os.name == "nt" else "bin")

    def run(*command: str) -> str:
        program, *arguments = command
        done = subprocess.run(
            [str(programs / program), *arguments],
            cwd=tmp_path,
            env=_clean(),
            capture_output=True,
            text=True,
            check=False,
        )
        assert 0 == done.returncode, done.stdout + done.stderr
        return done.stdout + done.stderr

    pip = ("python", "-m", "pip", "--disable-pip-version-check", "--quiet", "install")
    run(*pip, "--require-hashes", "--requirement", str(root / "requirements/base.txt"))
    run(*pip, "--no-deps", str(wheel))
    assert "No broken requirements found." in run("python", "-m", "pip", "check")
    where = run("python", "-c", "import coursewright; print(coursewright.__file__)")
    assert Path(where.strip()).is_relative_to(tmp_path / "venv")
    assert __version__ in run("coursewright", "--version")
    run("coursewright", "new", "course")
    config = ("--config", "course/mkdocs.yml")
    assert "Nothing is wrong." in run("coursewright", *config, "check", "--strict", "--links")
    run("coursewright", *config, "build")
    assert (tmp_path / "course/site/index.html").is_file()
    run("coursewright", *config, "export", "offline", "--output", "out")
    assert (tmp_path / "out/course-offline.zip").is_file()

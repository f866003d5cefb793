"""The lists of dependencies and the commands that a contributor runs."""

import json
import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

LISTS = ("base.txt", "export.txt", "dev.txt")
TARGETS = {"bench", "build", "check", "clean", "help", "lock", "sbom", "serve", "test"}


def _requirements(text: str) -> list[str]:
    """Each requirement of a list with its hashes, joined into one line."""
    code = "\n".join(line for line in text.splitlines() if not line.lstrip().startswith("#"))
    return [line for line in code.replace("\\\n", " ").splitlines() if line.strip()]


def _pins(path: Path) -> set[str]:
    lines = _requirements(path.read_text(encoding="utf-8"))
    return {line.split("--hash")[0].strip() for line in lines}


def _name(requirement: str) -> str:
    return re.split(r"[^A-Za-z0-9_.-]", requirement, maxsplit=1)[0].lower().replace("_", "-")


@pytest.mark.parametrize("name", LISTS)
def test_every_requirement_is_pinned_and_hashed(root: Path, name: str) -> None:
    """A package that changed since it was listed is refused."""
    lines = _requirements((root / "requirements" / name).read_text(encoding="utf-8"))
    loose = [line for line in lines if "==" not in line or "--hash=sha256:" not in line]
    assert [] == loose


@pytest.mark.parametrize("name", LISTS)
def test_lists_name_no_index(root: Path, name: str) -> None:
    """A team behind a mirror of its own uses the same lists."""
    assert "://" not in (root / "requirements" / name).read_text(encoding="utf-8")


def test_working_on_the_site_uses_the_versions_that_run_it(root: Path) -> None:
    """Every pin of the base list is in the one for exports, and all of that in the last."""
    base, export, dev = (_pins(root / "requirements" / name) for name in LISTS)
    assert set() == base - export
    assert set() == export - dev


def test_every_dependency_is_listed(root: Path) -> None:
    """A dependency added to pyproject.toml without `make lock` is caught."""
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extra = project["optional-dependencies"]["export"]
    for file, wanted in (("base.txt", project["dependencies"]), ("export.txt", extra)):
        listed = {_name(pin) for pin in _pins(root / "requirements" / file)}
        assert set() == {_name(package) for package in wanted} - listed


def test_npm_packages_are_pinned_and_hashed_without_addresses(root: Path) -> None:
    """The npm lock holds checksums and no registry's address."""
    lock = json.loads((root / "package-lock.json").read_text(encoding="utf-8"))
    packages = {path: entry for path, entry in lock["packages"].items() if path}
    assert [] == [path for path, entry in packages.items() if "integrity" not in entry]
    assert [] == [path for path, entry in packages.items() if "resolved" in entry]


def test_npm_packages_are_the_ones_asked_for(root: Path) -> None:
    """package.json pins exact versions, and the lock agrees with it."""
    wanted = json.loads((root / "package.json").read_text(encoding="utf-8"))["devDependencies"]
    lock = json.loads((root / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    assert wanted == {name: lock[f"node_modules/{name}"]["version"] for name in wanted}


def test_make_alone_lists_the_targets(root: Path) -> None:
    """`make` without a target prints what can be made."""
    clean = {key: value for key, value in os.environ.items() if not key.startswith("MAKE")}
    done = subprocess.run(["make"], cwd=root, env=clean, capture_output=True, text=True, check=True)
    assert set() == TARGETS - set(re.findall(r"^  make ([\w-]+) +\S", done.stdout, re.MULTILINE))


def test_continuous_integration_runs_the_contributors_command(root: Path) -> None:
    """.ci/run can be started and ends in `make test`."""
    script = root / ".ci" / "run"
    assert os.access(script, os.X_OK)
    assert "make test" == script.read_text(encoding="utf-8").splitlines()[-1]


def test_a_missing_browser_is_a_failure_that_says_what_to_do(root: Path, tmp_path: Path) -> None:
    """Nothing is skipped, and a browser named on purpose is not replaced by another."""
    done = subprocess.run(
        [sys.executable, "-m", "tools.browser", "chromium"],
        cwd=root,
        env={**os.environ, "CHROMIUM": str(tmp_path / "nowhere")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert 1 == done.returncode
    assert "set CHROMIUM to the program's path" in done.stderr


def test_a_missing_java_is_a_failure_that_says_what_to_do(root: Path, tmp_path: Path) -> None:
    """Nothing is skipped, and a Java named on purpose is not replaced by another."""
    done = subprocess.run(
        [sys.executable, "-m", "tools.java"],
        cwd=root,
        env={**os.environ, "JAVA_HOME": str(tmp_path / "nowhere")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert 1 == done.returncode
    assert "set JAVA_HOME to its folder" in done.stderr

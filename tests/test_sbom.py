"""The bill of materials that comes with a release."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest
from coursewright import __version__
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator

TIME = 1_767_225_600
"""2026 begins."""


def _written(root: Path, output: Path, seed: str = "0") -> str:
    environment = {**os.environ, "SOURCE_DATE_EPOCH": str(TIME), "PYTHONHASHSEED": seed}
    command = [sys.executable, "-W", "error", "-m", "tools.sbom", str(output)]
    subprocess.run(command, cwd=root, env=environment, check=True, capture_output=True)
    return output.read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def text(root: Path, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The bill as it is written."""
    return _written(root, tmp_path_factory.mktemp("sbom") / "bom.json")


@pytest.fixture(scope="module")
def bill(text: str) -> dict[str, Any]:
    """The same, read."""
    read: dict[str, Any] = json.loads(text)
    return read


def test_it_is_valid(text: str) -> None:
    """By CycloneDX's own schema, unknown keys refused."""
    assert JsonStrictValidator(SchemaVersion.V1_6).validate_str(text) is None
    assert JsonStrictValidator(SchemaVersion.V1_6).validate_str('{"bomFormat": "x"}') is not None


def test_every_package_is_listed(root: Path, bill: dict[str, Any]) -> None:
    """With the version and the hashes that may be installed, and nothing else."""
    lines = (root / "requirements/base.txt").read_text(encoding="utf-8").splitlines()
    pinned = {line.split()[0].replace("==", "@") for line in lines if re.match(r"\w", line)}
    hashes = {found[1] for line in lines if (found := re.search(r"sha256:([0-9a-f]{64})", line))}

    assert {f"pkg:pypi/{pin}" for pin in pinned} == {part["purl"] for part in bill["components"]}
    files = [file for part in bill["components"] for file in part["externalReferences"]]
    assert hashes == {found["content"] for file in files for found in file["hashes"]}
    assert {"SHA-256"} == {found["alg"] for file in files for found in file["hashes"]}


def test_every_package_here_has_a_license(bill: dict[str, Any]) -> None:
    """What is installed says under which license it came; a version for other systems cannot."""
    bare = {part["name"] for part in bill["components"] if "licenses" not in part}
    assert bare <= {"pymdown-extensions"}
    assert "UNKNOWN" not in json.dumps(bill)


def test_what_needs_what(root: Path, bill: dict[str, Any]) -> None:
    """Coursewright needs what pyproject.toml says, and those need others."""
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = {re.split(r"[^\w.-]", it.lower(), maxsplit=1)[0] for it in project["dependencies"]}
    needs = {entry["ref"]: set(entry.get("dependsOn", ())) for entry in bill["dependencies"]}
    ours = f"pkg:pypi/coursewright@{__version__}"

    assert bill["metadata"]["component"]["purl"] == ours
    assert wanted == {re.split("[/@]", ref)[1] for ref in needs[ours]}
    assert any(ref.startswith("pkg:pypi/pydantic-core@") for refs in needs.values() for ref in refs)


def test_the_same_lists_give_the_same_bytes(root: Path, text: str, tmp_path: Path) -> None:
    """The time is the one that is given, and nothing else changes."""
    assert text == _written(root, tmp_path / "again.json", seed="7")
    assert "2026-01-01T00:00:00+00:00" == json.loads(text)["metadata"]["timestamp"]

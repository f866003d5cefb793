"""What GitHub runs for us: pinned, with no more rights than each job needs, and no secrets."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[1]
WORKFLOWS = sorted((ROOT / ".github/workflows").glob("*.yml"))
PINNED = re.compile(r"uses: [\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$")
ASKED_BY_OTHERS = {"pull_request", "pull_request_target", "issue_comment", "workflow_run"}
"""Events that somebody without any rights can cause."""
BAD = """\
name: Bad
on: [pull_request, pull_request_target]
permissions: {contents: write}
jobs:
  a:
    runs-on: ubuntu-24.04
    steps:
      - uses: actions/checkout@v4
      - run: echo "${{ github.event.pull_request.title }}"
        env:
          KEY: ${{ secrets.KEY }}
  b:
    runs-on: ubuntu-24.04
    timeout-minutes: 5
    permissions: {contents: write}
    steps:
      - uses: actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1
        with: {persist-credentials: true}
"""


def _faults(text: str) -> Iterator[str]:
    """Yield what a workflow must not do."""
    read: dict[Any, Any] = yaml.safe_load(text)
    events = set(read[True])  # YAML 1.1 reads the key `on` as true
    if read.get("permissions") != {}:
        yield "permissions for all jobs"
    if events & (ASKED_BY_OTHERS - {"pull_request"}):
        yield "runs with rights for everybody"
    if "secrets" in text:
        yield "secrets"
    for line in re.findall(r"uses: .*", text):
        if not PINNED.match(line):
            yield f"not pinned: {line}"
    for name, job in read["jobs"].items():
        yield from (f"{name}: {fault}" for fault in _faults_of(job, events))


def _faults_of(job: dict[str, Any], events: set[str]) -> Iterator[str]:
    if not isinstance(job.get("permissions"), dict):
        yield "no permissions of its own"
    if "timeout-minutes" not in job:
        yield "no end"
    shared = "github.event_name != 'pull_request'" not in job.get("if", "")
    if shared and events & ASKED_BY_OTHERS and "write" in job.get("permissions", {}).values():
        yield "writes on pull requests"
    for step in job["steps"]:
        if "${{" in step.get("run", ""):
            yield "text from outside in a command"
        keeps = step.get("with", {}).get("persist-credentials", True)
        if "actions/checkout" in step.get("uses", "") and keeps:
            yield "keeps credentials"


def test_there_are_workflows() -> None:
    """One for the site, one for releases."""
    assert {"site.yml", "release.yml"} <= {path.name for path in WORKFLOWS}


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_a_workflow_can_do_no_harm(path: Path) -> None:
    """Each action is pinned by its commit, no right is given to all jobs, no secret is used."""
    assert [] == list(_faults(path.read_text(encoding="utf-8")))


def test_the_audit_sees() -> None:
    """The check above would not pass over what is dangerous."""
    expected = [
        "permissions for all jobs",
        "runs with rights for everybody",
        "secrets",
        "not pinned: uses: actions/checkout@v4",
        "a: no permissions of its own",
        "a: no end",
        "a: keeps credentials",
        "a: text from outside in a command",
        "b: writes on pull requests",
        "b: keeps credentials",
    ]
    assert expected == list(_faults(BAD))


def test_an_action_has_one_version() -> None:
    """All workflows use the same commit of it."""
    text = "".join(path.read_text(encoding="utf-8") for path in WORKFLOWS)
    pins = {tuple(pin.split("@")) for pin in re.findall(r"uses: (\S+)", text)}
    assert len({name for name, _ in pins}) == len(pins)


def test_a_site_is_published_only_when_tested() -> None:
    """From main alone, and after every check and test."""
    site = yaml.safe_load((ROOT / ".github/workflows/site.yml").read_text(encoding="utf-8"))
    deploy = site["jobs"]["deploy"]
    assert {"build", "test"} == set(deploy["needs"])
    assert "github.ref == 'refs/heads/main'" in deploy["if"]
    said = [step.get("run") for name in ("build", "test") for step in site["jobs"][name]["steps"]]
    assert {"make check", "make build", ".ci/run"} <= set(said)


def test_updates_wait_a_week() -> None:
    """No version is proposed in its first days."""
    text = (ROOT / ".github/dependabot.yml").read_text(encoding="utf-8")
    updates = yaml.safe_load(text)["updates"]
    kinds = {update["package-ecosystem"] for update in updates}
    assert {"github-actions", "pip", "npm", "docker"} == kinds
    assert [] == [update for update in updates if update["cooldown"]["default-days"] < 7]

"""Every page is valid HTML."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.browser.asked import examples
from tools.java import find

CHECKER = "node_modules/vnu-jar/build/dist/vnu.jar"


def errors(root: Path, *sites: Path) -> list[str]:
    """Return what the Nu HTML checker finds wrong with the pages of folders, as sentences."""
    # Its parser goes as deep as the elements of a page do.
    command = [str(find()), "-Xss8m", "-jar", str(root / CHECKER), "--skip-non-html"]
    more = ["--errors-only", "--format", "json", "--exit-zero-always", *map(str, sites)]
    done = subprocess.run([*command, *more], capture_output=True, text=True, check=True)
    return [_sentence(message) for message in json.loads(done.stderr)["messages"]]


def _sentence(message: dict[str, Any]) -> str:
    place = f"{message.get('url')}:{message.get('lastLine')}:{message.get('lastColumn')}"
    return f"{place}: {message['message']} {message.get('extract', '')}"


def test_every_page_is_valid(root: Path, site: Path) -> None:
    """The Nu HTML checker finds no error on any page of the course."""
    assert [] == errors(root, site)


def test_every_example_is_valid(root: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Nor on pages with every kind of question and field."""
    assert [] == errors(root, examples(tmp_path_factory))


def test_an_error_is_found(root: Path, tmp_path: Path) -> None:
    """At its line."""
    page = '<!doctype html>\n<html lang="en"><title>x</title>\n<p id="a"></p><p id="a"></p>'
    (tmp_path / "x.html").write_text(page, encoding="utf-8")
    (found,) = errors(root, tmp_path)
    assert "x.html:3:" in found
    assert "Duplicate ID" in found

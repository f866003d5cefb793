"""Markdown that takes other converters minutes is shown or refused within a second."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from coursewright.model import MAX_LINES, MAX_MARKDOWN

ROOT = Path(__file__).resolve().parents[1]
VIEWER = Path(__file__).with_name("hostile_viewer.py")
SECONDS = 1.0
PLACED = re.compile(r"curriculum/modules/tea\.yml:[1-9]\d*:[1-9]\d*: \S[^\n]*")
UNITS = [
    *("[", "[a](", "[a]()", "![a](", "[a][b]", "[[a]", "[a](<", "[a](<)>", "[@a;", "[@a; @b]"),
    *("<", "<a>", "<ul><li>", "<div>\n", "<!--", "<![CDATA[", "<?", "<b>*a*</b>", "<a@b.c>"),
    *("`", "`a", "`a``b", "*", "*a **a", "**_*a", "_a __a", "***a", "a**b", "\\`", "!"),
    *("> ", "> - ", "> a\n", "1. ", "- 1. ", "- a\n", "    a\n", "# a\n", "---\n", "!!! a\n"),
    *("```\n", "~~~a\n", "|a|b\n|-|-|\n", "a\n: b\n", "[a]: <b\n", "a", "a ", "&#1;", "(", ")"),
    *("](lesson:", "![](figure:a)\n\n", "href='lesson:", "klzzwxh:0000", "water ", "\u0002"),
]
"""Each is repeated as often as a text may hold it."""


def _full(text: str) -> str:
    return "\n".join(text[:MAX_MARKDOWN].split("\n")[:MAX_LINES])


TEXTS = {
    "eight thousand brackets": "[" * 8_000,
    **{ascii(unit): unit * (MAX_MARKDOWN // len(unit)) for unit in UNITS},
    "runs of backticks, each longer": "".join("`" * n + "a" for n in range(1, 400)),
    "fences, each longer": "\n".join("~" * n + "a" for n in range(3, 400)),
    "quotes, each deeper": "".join("> " * n + "a\n" for n in range(1, 400)),
    "lists, each deeper": "".join("    " * n + "- a\n" for n in range(1, 200)),
    "emphasis that nothing closes": "*a **a " * 8_000,
    "links that nothing defines": "[a][b] " * 8_000,
    "lines of deep quotes": "\n".join("> " * 19 + "a" for _ in range(1_500)),
    "too long": "a " * MAX_MARKDOWN,
    "too many lines": "a\n\n" * MAX_LINES,
}
REFUSED = {
    "eight thousand brackets": "opens more than 40 brackets that it does not close",
    "'1. '": "nests lists or quotes more than 20 deep",
    "'- 1. '": "nests lists or quotes more than 20 deep",
    "'> '": "nests lists or quotes more than 20 deep",
    "'<'": "opens more than 40 brackets that it does not close",
    "too many lines": "has more than 2000 lines",
}


@pytest.fixture(scope="module")
def lessons(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, Any]]:
    """How showing each text as a lesson ended."""
    folder = tmp_path_factory.mktemp("bombs")
    for number, (name, text) in enumerate(TEXTS.items()):
        held = text if name.startswith("too ") else _full(text)
        (folder / f"{number:03}.txt").write_text(held, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, str(VIEWER), str(folder)],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": os.pathsep.join([*sys.path, str(ROOT)])},
        capture_output=True,
        text=True,
        timeout=150,
        check=False,
    )
    assert (0, "") == (done.returncode, done.stderr)
    found = map(json.loads, done.stdout.splitlines())
    return dict(zip(TEXTS, found, strict=True))


@pytest.mark.parametrize("name", TEXTS)
def test_in_time(lessons: dict[str, dict[str, Any]], name: str) -> None:
    """Shown and checked, or refused with file, line and column."""
    found = lessons[name]
    assert SECONDS >= found["seconds"]
    assert [] == [said for said in found["problems"] if not PLACED.fullmatch(said)]
    assert all(len(said) < 400 for said in found["problems"])


@pytest.mark.parametrize(("name", "said"), REFUSED.items())
def test_refused_for_what_it_is(lessons: dict[str, dict[str, Any]], name: str, said: str) -> None:
    """In words that tell an author what to change."""
    assert any(said in problem for problem in lessons[name]["problems"])

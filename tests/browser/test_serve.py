"""`coursewright serve`, watched through a browser while files change."""

from __future__ import annotations

import re
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from threading import Thread

import pytest
from playwright.sync_api import Page, expect

from tests.browser.browsers import Opener
from tests.browser.conftest import PATIENCE

SITES = Path(__file__).resolve().parents[1] / "sites"

MODULE = """\
id: milk
title: Milk or not
summary: A question of taste.
objectives:
  - {id: choose, bloom: apply, text: Choose}
lessons:
  - {id: first, title: Milk first, summary: Or last., objectives: [choose], body: Pour slowly.}
"""
QUIZ = """\
id: milk
module: milk
questions:
  - id: when
    kind: single
    objective: choose
    bloom: apply
    prompt: When?
    options:
      - {text: First, correct: true, feedback: It scalds less.}
      - {text: Last, feedback: It scalds more.}
"""


class Served:
    """A running `serve` with what it has said so far."""

    def __init__(self, folder: Path) -> None:
        command = [sys.executable, "-m", "coursewright", "serve", "--port", "18741"]
        self.process = subprocess.Popen(
            command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
        )
        self.said: list[str] = []
        self.listener = Thread(target=self._listen, daemon=True)

    def _listen(self) -> None:
        assert self.process.stdout
        for line in self.process.stdout:
            self.said.append(line)

    def heard(self, pattern: str) -> str:
        """Wait until the server says something, and return what the group caught."""
        end = time.monotonic() + PATIENCE / 1000
        while time.monotonic() < end:
            found = re.search(pattern, "".join(self.said))
            if found:
                return found[1]
            time.sleep(0.05)
        raise AssertionError(f"never said {pattern!r}, but:\n" + "".join(self.said))

    def __enter__(self) -> Served:
        self.listener.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.process.terminate()
        self.process.wait()
        self.listener.join()
        assert self.process.stdout
        self.process.stdout.close()

    @property
    def url(self) -> str:
        """Address of the home page, as the server says it."""
        return self.heard(r"(http://127\.0\.0\.1:\d+/\S*)")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of a golden course."""
    for path in (SITES / "tea").rglob("*"):
        target = tmp_path / path.relative_to(SITES / "tea")
        if path.is_file() and "expected" not in path.parts:
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(path.read_bytes())
    return tmp_path


@pytest.fixture
def served(folder: Path) -> Iterator[Served]:
    """The copy, being served."""
    with Served(folder) as running:
        yield running


@pytest.fixture
def tab(open_context: Opener) -> Iterator[Page]:
    """A browser tab that may be told to reload by the server."""
    context = open_context()
    yield context.new_page()
    context.close()


def test_a_new_module_shows_up(served: Served, folder: Path, tab: Page) -> None:
    """A module file added while serving appears in the navigation without a restart."""
    tab.goto(served.url)
    expect(tab.get_by_role("link", name="Milk or not")).to_have_count(0)
    (folder / "quizzes/milk.yml").write_text(QUIZ, encoding="utf-8")
    (folder / "curriculum/modules/milk.yml").write_text(MODULE, encoding="utf-8")
    nav = tab.locator(".md-nav--primary")
    expect(nav.get_by_text("Milk or not").first).to_be_attached()
    expect(tab.locator("ol.cw-cards")).to_contain_text("Milk or not")


def test_a_broken_file_leaves_the_last_good_page(served: Served, folder: Path, tab: Page) -> None:
    """A broken file is said in the terminal; pages stay up, and come right when it is mended."""
    tab.goto(f"{served.url}modules/brewing/time/")
    path = folder / "curriculum/modules/brewing.yml"
    good = path.read_text(encoding="utf-8")
    path.write_text(good.replace("title: Time", "titel: Time"), encoding="utf-8")
    place = served.heard(r"(curriculum/modules/brewing\.yml:\d+:\d+: lesson has no key \"titel\")")
    line = 1 + good[: good.index("title: Time")].count("\n")
    assert f":{line}:" in place
    # Another page: this one may be about to reload after an earlier change.
    other = tab.context.new_page()
    other.goto(tab.url)
    expect(other.get_by_role("heading", level=1)).to_have_text("Time")

    path.write_text(good.replace("title: Time", "title: Minutes"), encoding="utf-8")
    expect(tab.get_by_role("heading", level=1)).to_have_text("Minutes")


def test_a_changed_page_reloads(served: Served, folder: Path, tab: Page) -> None:
    """A hand-written page that changes reloads in the open browser."""
    tab.goto(served.url)
    page = folder / "docs/index.md"
    page.write_text(page.read_text(encoding="utf-8") + "\nBoil it twice.\n", encoding="utf-8")
    expect(tab.locator("article")).to_contain_text("Boil it twice.")

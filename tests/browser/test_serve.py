"""`coursewright serve`, watched through a browser while files change."""

from __future__ import annotations

import os
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


BANK = "quizzes/brewing.yml"


class Served:
    """A running `serve` with what it has said so far."""

    def __init__(self, folder: Path, *options: str) -> None:
        command = [sys.executable, "-m", "coursewright", *options, "serve", "--port", "18741"]
        self.temporary = folder / "temporary"
        self.temporary.mkdir(exist_ok=True)
        self.process = subprocess.Popen(
            command,
            cwd=folder,
            env={**os.environ, "TMPDIR": str(self.temporary)},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
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


def test_a_first_build_that_fails_comes_right(folder: Path, tab: Page) -> None:
    """It is said, the address is there, and the site comes up once the file is mended."""
    bank = folder / BANK
    good = bank.read_text(encoding="utf-8")
    bank.write_text(good.replace("kind: single", "kind: singel"), encoding="utf-8")
    with Served(folder) as served:
        served.heard("(There is nothing to show yet)")
        url = served.url
        bank.write_text(good, encoding="utf-8")
        served.heard(r"(Built \d+ pages)")
        tab.goto(url)
        expect(tab.get_by_role("heading", level=1)).to_have_text("Tea at work")


def test_a_course_beside_its_site_is_watched(folder: Path, tab: Page) -> None:
    """Whatever mkdocs.yml calls the folder of pages, and wherever it finds the course."""
    site = folder / "web"
    site.mkdir()
    text = (folder / "mkdocs.yml").read_text(encoding="utf-8")
    text = text.replace("  - coursewright\n", "  - coursewright: {root: ..}\n")
    (site / "mkdocs.yml").write_text(f"{text}docs_dir: pages\n", encoding="utf-8")
    (folder / "docs").rename(site / "pages")
    with Served(folder, "--config", "web/mkdocs.yml") as served:
        tab.goto(f"{served.url}modules/serving/")
        for path, old, new in [
            (folder / "curriculum/modules/serving.yml", "title: Serving", "title: Pouring"),
            (site / "pages/index.md", "# Tea at work", "# Tea for all"),
        ]:
            path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
            expect(tab.get_by_role("heading", level=1)).to_have_text(new.lstrip("# tile:"))
            tab.goto(served.url)


def test_two_at_once(folder: Path) -> None:
    """The second takes the next port, also while the first has not finished its first build."""
    with Served(folder) as first, Served(folder) as second:
        assert first.url != second.url


def test_a_course_that_cannot_be_built_at_all(served: Served, folder: Path, tab: Page) -> None:
    """Even what nobody foresaw is said, leaves the last good pages up and can be mended."""
    url = served.url
    config = folder / "mkdocs.yml"
    good = config.read_text(encoding="utf-8")
    (folder / "trips.py").write_text("def on_env(env, **_):\n    return 1 / 0\n", encoding="utf-8")
    config.write_text(f"{good}hooks: [trips.py]\n", encoding="utf-8")
    served.heard("(ZeroDivisionError)")
    tab.goto(url)
    expect(tab.get_by_role("heading", level=1)).to_have_text("Tea at work")
    config.write_text(good.replace("Tea at work", "Tea at home"), encoding="utf-8")
    expect(tab.locator(".md-header__topic").first).to_contain_text("Tea at home")


def test_ending_it_leaves_nothing_behind(folder: Path) -> None:
    """No folder with a site, however it ends."""
    with Served(folder) as served:
        assert served.url
        assert list(served.temporary.iterdir())
    assert [] == list(served.temporary.iterdir())

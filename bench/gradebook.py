"""A gradebook of a large class in Chromium: adding files, turning tabs, sorting, saving."""

from __future__ import annotations

import json
import shutil
from dataclasses import dataclass
from pathlib import Path

from coursewright.building import build
from playwright.sync_api import Page, sync_playwright

from bench.answering import many_questions
from tests.browser.browsers import Chromium
from tests.browser.server import serving
from tests.examples import example_site
from tests.handins import handins, known_to_trainers

WORK = Path(__file__).parent / "work" / "gradebook"
LEARNERS = 500
PAGE = "/trainers/gradebook/"
VIEWS = ("learners", "objectives", "due", "items", "handins")

# From the press to the next frame that shows what it asked for, as the browser's own clock has it.
_PRESSED = """async (selector) => {
  const frame = () => new Promise((next) => requestAnimationFrame(() => setTimeout(next)));
  await frame();
  const start = performance.now();
  document.querySelector(selector).click();
  await frame();
  return performance.now() - start;
}"""
_SHOWN = "document.querySelector('cw-gradebook tbody tr:nth-child(50)') && performance.now()"


@dataclass(frozen=True)
class Desk:
    """Seconds and milliseconds of one class."""

    questions: int
    megabytes: float
    """Size of all files."""
    adding: float
    """Seconds from choosing all files to the table that shows them."""
    opening: float
    """Seconds from the address to the table, with everything kept."""
    turning: dict[str, float]
    """Milliseconds for each tab."""
    sorting: dict[str, float]
    """Milliseconds to sort the first column of each tab anew."""
    saving: float
    """Seconds until the workbook is saved."""


def measure() -> Desk:
    """Add the files of a class, then do what a trainer does."""
    shutil.rmtree(WORK, ignore_errors=True)
    config = example_site(WORK)
    questions = many_questions(config.parent)
    site = build(config, WORK / "site")
    desk = known_to_trainers(site)
    files = [_file(WORK, number, one) for number, one in enumerate(handins(desk, LEARNERS))]
    size = sum(file.stat().st_size for file in files) / 1e6
    with serving(site) as url, sync_playwright() as playwright, Chromium(playwright) as opened:
        page = opened(base_url=url, bypass_csp=True).new_page()
        adding = _added(page, files)
        turning = {view: _pressed(page, f"[data-view={view}]") for view in VIEWS}
        sorting = {view: _sorted(page, view) for view in VIEWS}
        page.goto(PAGE)
        opening = page.wait_for_function(_SHOWN).json_value() / 1000
        saving = _saved(page)
    return Desk(questions, size, adding, opening, turning, sorting, saving)


def _file(folder: Path, number: int, content: object) -> Path:
    path = folder / "handins" / f"{number:03}-result.json"
    path.parent.mkdir(exist_ok=True)
    path.write_text(json.dumps(content, indent=1), encoding="utf-8")
    return path


def _added(page: Page, files: list[Path]) -> float:
    page.goto(PAGE)
    field = page.locator("[data-drop] input[type=file]")
    field.evaluate("it => it.addEventListener('change', () => window.begun = performance.now())")
    field.set_input_files(files)
    page.get_by_text(f"{len(files)} hand-ins added").wait_for(timeout=120_000)
    taken: float = page.wait_for_function(f"({_SHOWN}) - window.begun").json_value()
    return taken / 1000


def _pressed(page: Page, selector: str) -> float:
    taken: float = page.evaluate(_PRESSED, selector)
    return taken


def _sorted(page: Page, view: str) -> float:
    page.locator(f"[data-view={view}]").click()
    return _pressed(page, "cw-gradebook thead button")


def _saved(page: Page) -> float:
    start: float = page.evaluate("performance.now()")
    with page.expect_download(timeout=120_000):
        page.locator("[data-act=xlsx]").click()
    return float(page.evaluate("performance.now()") - start) / 1000

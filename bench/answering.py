"""The wait between pressing "Check answer" and reading the feedback, on a long page."""

from __future__ import annotations

import json
import shutil
from dataclasses import dataclass
from pathlib import Path
from statistics import median

import yaml
from coursewright.building import build
from coursewright.questions import KINDS
from playwright.sync_api import sync_playwright

from tests.browser.browsers import Chromium
from tests.browser.server import serving
from tests.examples import CHECK_PAGE, example_file, example_site

WORK = Path(__file__).parent / "work" / "answering"
QUESTIONS = 100

# From the press to the next frame that shows the words, as the browser's own clock has it.
_WAITS = """async () => {
  const frame = () => new Promise((next) => requestAnimationFrame(() => setTimeout(next)));
  const answer = (form) => {
    for (const box of form.querySelectorAll("input")) {
      if (box.type === "checkbox" || box.type === "radio") box.checked ||= true;
      else box.value = "1";
    }
    for (const list of form.querySelectorAll("select")) list.selectedIndex = 1;
    for (const text of form.querySelectorAll("textarea")) text.value = "Because it rises.";
    for (const down of form.querySelectorAll("li button:not([disabled])")) { down.click(); break; }
  };
  const waits = [];
  for (const form of document.querySelectorAll("cw-question form")) {
    const button = form.querySelector("button[type=submit]");
    if (!button) continue;
    answer(form);
    await frame();
    const start = performance.now();
    button.click();
    await frame();
    const told = form.closest(".cw-question").querySelector("[role=status]").textContent.trim();
    if (told) waits.push(performance.now() - start);
  }
  return waits;
}"""


@dataclass(frozen=True)
class Waits:
    """Milliseconds of all questions that gave feedback."""

    answered: int
    median: float
    worst: float


def measure() -> Waits:
    """Answer each question of a page of 100, every kind among them, in Chromium."""
    shutil.rmtree(WORK, ignore_errors=True)
    config = example_site(WORK)
    assert many_questions(config.parent) >= QUESTIONS
    site = build(config, WORK / "site")
    with serving(site) as url, sync_playwright() as playwright, Chromium(playwright) as opened:
        page = opened(base_url=url).new_page()
        page.goto(CHECK_PAGE)
        page.locator("cw-question form button[type=submit]").last.wait_for()
        waits = page.evaluate(_WAITS)
    return Waits(len(waits), median(waits), max(waits))


def many_questions(root: Path) -> int:
    """Repeat the examples of every kind until there are enough; return how many there are."""
    return sum(_more(root, kind) for kind in KINDS)


def _more(root: Path, kind: str) -> int:
    """Repeat a kind's examples under other ids; return how many there are now."""
    bank = yaml.safe_load(example_file(kind).read_text(encoding="utf-8"))
    examples = bank["questions"]
    copies = [
        {**question, "id": f"{question['id']}-{n}"}
        for n in range(-(-QUESTIONS // len(KINDS) // len(examples)))
        for question in examples
    ]
    text = json.dumps({"id": kind, "module": "examples", "questions": copies}, indent=1)
    (root / f"quizzes/{kind}.yml").write_text(text, encoding="utf-8")
    return len(copies)

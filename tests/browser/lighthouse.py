"""What Lighthouse says of pages."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Playwright

from tests.browser.browsers import ARGUMENTS
from tools.browser import CHROMIUM, find

PROGRAM = Path(__file__).with_suffix(".mjs")
QUALITY = ("accessibility", "best-practices", "seo")
"""Categories whose scores are the same on every machine."""
SPEED = ("performance",)


@dataclass(frozen=True)
class Verdict:
    """The scores of a page, of 100 each, and what cost points."""

    scores: dict[str, int]
    lost: list[str]


def verdicts(
    playwright: Playwright, urls: Iterable[str], categories: Iterable[str]
) -> dict[str, Verdict]:
    """Return the verdict on each page, looked at one after the other in one Chromium."""
    asked = {
        "browser": str(find(CHROMIUM, playwright)),
        "flags": ["--headless", *ARGUMENTS],
        "categories": list(categories),
        "urls": list(urls),
    }
    command = ["node", str(PROGRAM), json.dumps(asked)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert 0 == done.returncode, done.stderr
    return {url: _verdict(**found) for url, found in json.loads(done.stdout).items()}


def _verdict(scores: dict[str, float], lost: list[str]) -> Verdict:
    return Verdict({name: round(100 * score) for name, score in scores.items()}, lost)

"""How soon pages can be read and used, as Lighthouse sees it for a slow phone."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from coursewright.building import build
from playwright.sync_api import Playwright, sync_playwright

from tests.browser.addresses import ROOT, measured
from tests.browser.lighthouse import QUALITY, SPEED, Verdict, verdicts
from tests.browser.server import serving

WORK = Path(__file__).parent / "work" / "showing"
RUNS = 3


@dataclass(frozen=True)
class Page:
    """A page's scores, of 100 each: the median of several runs, and what never changes."""

    sort: str
    performance: int
    accessibility: int
    best_practices: int
    seo: int


def measure() -> list[Page]:
    """Build the course and look at a page of each sort, served compressed as hosts do."""
    shutil.rmtree(WORK, ignore_errors=True)
    site = build(ROOT / "mkdocs.yml", WORK / "site")
    with serving(site, compressed=True) as url, sync_playwright() as playwright:
        runs = [_run(playwright, url) for _ in range(RUNS)]
    return [_page(sort, [run[url + path] for run in runs]) for sort, path in measured().items()]


def _run(playwright: Playwright, url: str) -> dict[str, Verdict]:
    return verdicts(playwright, [url + path for path in measured().values()], (*SPEED, *QUALITY))


def _page(sort: str, found: list[Verdict]) -> Page:
    performance = round(median(verdict.scores["performance"] for verdict in found))
    return Page(sort, performance, *(found[0].scores[name] for name in QUALITY))

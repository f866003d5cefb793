"""Wait for what a page tells, also where its policy forbids what Playwright waits with."""

from __future__ import annotations

import time

from playwright.sync_api import Page

from tests.browser.conftest import PATIENCE

PAUSE = 50
"""Milliseconds between two looks."""
STILL = 10
"""How many looks in a row must be alike."""


def until(page: Page, expression: str) -> None:
    """Return as soon as an expression is true on the page; fail when it never is."""
    end = time.monotonic() + PATIENCE / 1000
    while not page.evaluate(expression):
        assert time.monotonic() < end, f"never true: {expression}"
        page.wait_for_timeout(PAUSE)


def settled(page: Page, selector: str) -> None:
    """Return once a part of the page has said the same for a while."""
    texts: list[str] = []
    while len(texts) < STILL or len(set(texts[-STILL:])) > 1:
        assert len(texts) * PAUSE < PATIENCE, f"never still: {selector}"
        texts.append(page.locator(selector).inner_html())
        page.wait_for_timeout(PAUSE)

"""Wait for what a page tells, also where its policy forbids what Playwright waits with."""

from __future__ import annotations

import time

from playwright.sync_api import Page

from tests.browser.conftest import PATIENCE

PAUSE = 50
"""Milliseconds between two looks."""


def until(page: Page, expression: str) -> None:
    """Return as soon as an expression is true on the page; fail when it never is."""
    end = time.monotonic() + PATIENCE / 1000
    while not page.evaluate(expression):
        assert time.monotonic() < end, f"never true: {expression}"
        page.wait_for_timeout(PAUSE)

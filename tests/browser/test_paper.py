"""Sheets of paper on a screen: they open from a folder, and everybody can read them."""

from __future__ import annotations

from pathlib import Path

import pytest
from coursewright.exports.paper import SHEETS, sheet
from coursewright.site import load_views
from playwright.sync_api import Page

from tests.browser.axe import violations
from tests.browser.conftest import NewPage

MODULE = "six-levers"


def _opened(page: Page, root: Path, folder: Path, name: str) -> None:
    """Open a sheet as a double click would."""
    views = load_views(root)
    file = folder / f"{name}.html"
    file.write_text(sheet(views, views.modules[MODULE], name, "a4"), encoding="utf-8")
    page.goto(file.as_uri())


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("name", SHEETS)
def test_a_sheet_is_accessible(
    new_page: NewPage, root: Path, tmp_path: Path, name: str, width: int
) -> None:
    """On a phone and on a desk; nothing but wide tables is wider than the window."""
    page = new_page(viewport={"width": width, "height": 720})
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    _opened(page, root, tmp_path, name)
    assert [] == violations(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert {"file", "data"} >= {url.partition(":")[0] for url in asked}

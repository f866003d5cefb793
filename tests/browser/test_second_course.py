"""The second course in a browser: each of its pages can be used by everybody."""

from __future__ import annotations

from pathlib import Path

import pytest
from coursewright.building import build
from filelock import FileLock

from tests.browser.axe import violations
from tests.browser.conftest import NewPage, Serve

PAGES = """/ /modules/first-minutes/ /modules/first-minutes/safe-first/
    /modules/first-minutes/breathing-or-not/ /modules/first-minutes/leave-or-move/
    /modules/first-minutes/check/ /modules/common-injuries/burns/
    /modules/common-injuries/check/ /paths/before-your-shift/ /sources/ /glossary/""".split()


@pytest.fixture(scope="session")
def first_aid_url(root: Path, serve: Serve, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of its site, built once for all workers."""
    site: Path = tmp_path_factory.getbasetemp() / "first-aid"
    with FileLock(f"{site}.lock"):
        if not site.exists():
            build(root / "examples" / "first-aid" / "mkdocs.yml", site)
    return serve(site)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_its_pages_are_accessible(new_page: NewPage, first_aid_url: str, scheme: str) -> None:
    """On a phone, in both color schemes; nothing is wider than the window."""
    page = new_page(color_scheme=scheme, viewport={"width": 320, "height": 640})
    for path in PAGES:
        page.goto(first_aid_url + path)
        assert [] == violations(page), path
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, path

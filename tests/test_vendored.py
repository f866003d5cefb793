"""Copies of other projects' modules are what their packages hold, and lie beside their license."""

from pathlib import Path

import pytest
from coursewright.assets import THEME, VENDOR

COPIES = {"fflate.js": "fflate/esm/browser.js", "fflate.LICENSE.txt": "fflate/LICENSE"}


@pytest.mark.parametrize("copy", COPIES)
def test_a_copy_is_what_the_package_holds(root: Path, copy: str) -> None:
    """The package is pinned and hashed; `npm ci` has put it there."""
    original = root / "node_modules" / COPIES[copy]
    assert original.read_bytes() == (THEME / "assets" / VENDOR / copy).read_bytes()

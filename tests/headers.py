"""The headers that the page for hosts recommends."""

from __future__ import annotations

import re
from pathlib import Path

PAGE = Path(__file__).resolve().parents[1] / "docs/hosting/headers.md"
_ROW = re.compile(r"^\| `([\w-]+)` \| `([^`]+)` \|", re.MULTILINE)


def recommended() -> dict[str, str]:
    """Return the headers of the page's table."""
    return dict(_ROW.findall(PAGE.read_text(encoding="utf-8")))

"""Every page of the built course, by its address."""

from __future__ import annotations

import re
from pathlib import Path

from coursewright import load_course
from coursewright.pages import pages

ROOT = Path(__file__).resolve().parents[2]
_MEASURED = {
    "home": "/",
    "lesson": r"/modules/[^/]+/(?!check/|guide/|index)[^/]+/",
    "check": r"/modules/[^/]+/check/",
    "gradebook": r"/(.+/)?gradebook/",
}
MISSING = "/404.html"
"""The page for a missing page, which no other page leads to."""


def addresses() -> list[str]:
    """Return the addresses of the course's pages and of those written by hand."""
    docs = ROOT / "docs"
    written = {path.relative_to(docs).as_posix() for path in docs.rglob("*.md")}
    every = sorted(written | set(pages(load_course(ROOT))))
    return [*map(_address, every), MISSING]


def measured() -> dict[str, str]:
    """Return the addresses of the pages that Lighthouse looks at, one of each sort there is."""
    every = addresses()
    found = {
        sort: next((address for address in every if re.fullmatch(pattern, address)), None)
        for sort, pattern in _MEASURED.items()
    }
    return {sort: address for sort, address in found.items() if address}


def _address(source: str) -> str:
    stem = source.removesuffix(".md").removesuffix("index").rstrip("/")
    return f"/{stem}/" if stem else "/"

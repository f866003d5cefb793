"""Relative addresses between the pages of a site."""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass

GLOSSARY = "glossary.md"
SOURCES = "sources.md"
EVIDENCE = "evidence.md"
PROGRESS = "progress.md"
PATHS = "paths/index.md"
INSTRUMENTS = "instruments/index.md"
TRAINERS = "trainers/index.md"
ASSIGNMENTS = "assignments.md"


@dataclass(frozen=True)
class Links:
    """Addresses as seen from one page."""

    page: str
    """Source path of that page, such as `modules/tea/index.md`."""
    directory_urls: bool = True
    """Whether `a/b.md` is served as `a/b/` (MkDocs' `use_directory_urls`)."""

    def url(self, source: str) -> str:
        """Return the address of a page from the root of the site."""
        stem = source.removesuffix(".md")
        if not self.directory_urls:
            return re.sub(r"(^|/)README$", r"\1index", stem) + ".html"
        if posixpath.basename(stem) in ("index", "README"):
            return posixpath.dirname(stem) + "/" if "/" in stem else ""
        return f"{stem}/"

    def to(self, source: str, anchor: str = "") -> str:
        """Return the relative address of a page, with an anchor if given."""
        fragment = f"#{anchor}" if anchor else ""
        if source == self.page and anchor:
            return fragment
        return self._relative(self.url(source)) + fragment

    def _relative(self, target: str) -> str:
        here = self.url(self.page)
        folder = here if here.endswith("/") else posixpath.dirname(here)
        relative = posixpath.relpath(target or ".", folder or ".")
        is_folder = target.endswith("/") or not target
        return relative + "/" if is_folder else relative

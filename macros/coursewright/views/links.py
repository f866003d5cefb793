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
    from_source: bool = False
    """Whether the engine reads addresses in HTML as seen from the page's source, as Zensical does.

    It then turns sources into addresses of pages, in `href` and `src` and nowhere else.
    """

    def url(self, source: str) -> str:
        """Return the address of a page from the root of the site."""
        stem = source.removesuffix(".md")
        if not self.directory_urls:
            return re.sub(r"(^|/)README$", r"\1index", stem) + ".html"
        if posixpath.basename(stem) in ("index", "README"):
            return posixpath.dirname(stem) + "/" if "/" in stem else ""
        return f"{stem}/"

    def to(self, source: str, anchor: str = "") -> str:
        """Return a page's relative address for `href`, with an anchor if given."""
        fragment = f"#{anchor}" if anchor else ""
        if source == self.page and anchor:
            return fragment
        if self.from_source:
            return posixpath.relpath(source, posixpath.dirname(self.page) or ".") + fragment
        return self.seen(source) + fragment

    def seen(self, source: str) -> str:
        """Return a page's relative address as browsers see it, for what no engine reads."""
        target, here = self.url(source), self.url(self.page)
        folder = here if here.endswith("/") else posixpath.dirname(here)
        relative = posixpath.relpath(target or ".", folder or ".")
        is_folder = target.endswith("/") or not target
        return relative + "/" if is_folder else relative

    @property
    def root(self) -> str:
        """Where the site begins, to put a file's path behind it for `href` and `src`."""
        return self.to("index.md").removesuffix("index.html").removesuffix("index.md")

"""Follow every link inside a built site, and find what its policy forbids."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urldefrag, urlsplit

from coursewright.problems import Place, Problem

_ADDRESSES = ("href", "src", "srcset", "poster", "data", "action", "formaction", "xlink:href")
_OF_TAGS = {"data": {"object"}}
"""Tags by attributes that hold an address on these alone."""
_OUTSIDE = ("", "http", "https", "mailto", "tel", "data")
"""Schemes of links that are not followed; any other is one that nobody resolved."""
_IN_STYLES = re.compile(r"""url\(\s*["']?([^"')]+)""")
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)


class _Page(HTMLParser):
    """The links and the anchors of one page, and attributes that its policy forbids."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.links: list[tuple[str, int, int]] = []
        self.ids: set[str] = set()
        self.twice: set[str] = set()
        self.inline: list[tuple[str, int, int]] = []
        self.has_policy = False
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        line, column = self.getpos()
        for name, value in attrs:
            if name == "id" and value:
                (self.twice if value in self.ids else self.ids).add(value)
            elif name == "style" or name.startswith("on"):
                self.inline.append((name, line, column + 1))
            elif name == "http-equiv" and value == "Content-Security-Policy":
                self.has_policy = True
            elif name in _ADDRESSES and value is not None and tag in _OF_TAGS.get(name, {tag}):
                self.links += [(address, line, column + 1) for address in _addresses(name, value)]


def _addresses(name: str, value: str) -> Iterator[str]:
    """Yield the addresses of an attribute, which may name a picture in several sizes."""
    if name != "srcset":
        yield value
        return
    for candidate in re.split(r",\s", value):
        yield from candidate.split()[:1]


class _Site:
    """A built site, and the path below its host at which it will stand."""

    def __init__(self, folder: Path, base: str) -> None:
        self.folder = folder.resolve()
        self._base = base.rstrip("/") + "/"
        files = sorted(folder.rglob("*.html"))
        self.pages = {path.resolve(): _Page(path.read_text(encoding="utf-8")) for path in files}

    def leads_somewhere(self, path: Path, address: str) -> bool:
        """Tell whether an address on a page, or in a style sheet, leads to what is there."""
        try:
            parts = urlsplit(address)
        except ValueError:
            return False
        if parts.scheme or parts.netloc:
            return parts.scheme in _OUTSIDE
        bare, fragment = urldefrag(address)
        target = self._target(path, unquote(urlsplit(bare).path))
        if target is None:
            return False
        anchor_matters = fragment and not fragment.startswith((":~:", "__"))
        if not anchor_matters or target not in self.pages:
            return True
        return unquote(fragment) in self.pages[target].ids

    def _target(self, path: Path, written: str) -> Path | None:
        """Return the file that is meant, unless there is none or it lies outside the site."""
        if not written:
            return path
        if written.startswith("/"):
            if not f"{written}/".startswith(self._base):
                return None
            target = (self.folder / written[len(self._base) :]).resolve()
        elif path == self.folder / "404.html":
            return None  # It is shown under any address, so that this would lead anywhere.
        else:
            target = (path.parent / written).resolve()
        if target.is_dir():
            target = target / "index.html"
        return target if target.is_file() and target.is_relative_to(self.folder) else None


def broken_links(folder: Path, base: str = "/") -> Iterator[Problem]:
    """Yield a problem for each link that leads nowhere and each id used twice on a page.

    And for each attribute that the page's own policy forbids. Pictures, scripts, styles and
    what styles name are links, too; links to other hosts are not followed. `base` is the path
    of the site's address, by which the page for a missing page finds the others.
    """
    site = _Site(folder, base)
    for path, page in site.pages.items():
        name = path.relative_to(site.folder).as_posix()
        yield from _dead_ends(site, path, page.links)
        for ident in sorted(page.twice):
            what = f'the id "{ident}" stands twice on this page'
            yield Problem(Place(name), what, "Ids must be unique on a page.", "duplicate-anchor")
        for attribute, line, column in page.inline if page.has_policy else ():
            what = f'the attribute "{attribute}" does nothing: the policy of the page forbids it'
            cure = "Use a class and a style sheet, or a script in a file of its own."
            yield Problem(Place(name, line, column), what, cure, "forbidden-attribute")
    for path in sorted(site.folder.rglob("*.css")):
        yield from _dead_ends(site, path, _in_styles(path.read_text(encoding="utf-8")))


def _dead_ends(site: _Site, path: Path, links: list[tuple[str, int, int]]) -> Iterator[Problem]:
    name = path.relative_to(site.folder).as_posix()
    for address, line, column in links:
        if not site.leads_somewhere(path, address):
            what = f'the link "{address}" leads nowhere'
            yield Problem(Place(name, line, column), what, "Mend the link.", "broken-link")


def _in_styles(text: str) -> list[tuple[str, int, int]]:
    """Return what a style sheet names, with its place."""
    bare = _COMMENT.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), text)
    return [(found[1], *_place(bare, found.start())) for found in _IN_STYLES.finditer(bare)]


def _place(text: str, offset: int) -> tuple[int, int]:
    before = text[:offset]
    return before.count("\n") + 1, offset - before.rfind("\n")

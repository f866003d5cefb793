"""Follow every link inside a built site."""

from __future__ import annotations

from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urldefrag, urlsplit

from coursewright.problems import Place, Problem

_ADDRESSES = {"a": "href", "link": "href", "script": "src", "img": "src", "source": "src"}
_OUTSIDE = ("", "http", "https", "mailto", "tel", "data")
"""Schemes of links that are not followed; any other is one that nobody resolved."""


class _Page(HTMLParser):
    """The links and the anchors of one page."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.links: list[tuple[str, int, int]] = []
        self.ids: set[str] = set()
        self.twice: set[str] = set()
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        ident = given.get("id")
        if ident:
            (self.twice if ident in self.ids else self.ids).add(ident)
        address = given.get(_ADDRESSES.get(tag, ""))
        if address is not None:
            line, column = self.getpos()
            self.links.append((address, line, column + 1))


def broken_links(site: Path) -> Iterator[Problem]:
    """Yield a problem for each link that leads nowhere and each id used twice on a page.

    Links to other hosts are not followed. The site's own 404 page, whose links depend on
    the address it is shown under, is left aside.
    """
    files = sorted(path for path in site.rglob("*.html") if path.name != "404.html")
    pages = {path.resolve(): _Page(path.read_text(encoding="utf-8")) for path in files}
    for path, page in pages.items():
        name = path.relative_to(site.resolve()).as_posix()
        for address, line, column in page.links:
            if not _leads_somewhere(site.resolve(), path, address, pages):
                what = f'the link "{address}" leads nowhere'
                yield Problem(Place(name, line, column), what, "Mend the link.", "broken-link")
        for ident in sorted(page.twice):
            what = f'the id "{ident}" stands twice on this page'
            yield Problem(Place(name), what, "Ids must be unique on a page.", "duplicate-anchor")


def _leads_somewhere(site: Path, path: Path, address: str, pages: dict[Path, _Page]) -> bool:
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    if parts.scheme or parts.netloc:
        return parts.scheme in _OUTSIDE
    bare, fragment = urldefrag(address)
    relative = unquote(urlsplit(bare).path)
    base = site if relative.startswith("/") else path.parent
    target = (base / relative.lstrip("/")).resolve() if relative else path
    if target.is_dir():
        target = target / "index.html"
    if not target.is_file() or not target.is_relative_to(site):
        return False
    anchor_matters = fragment and not fragment.startswith((":~:", "__")) and target in pages
    return unquote(fragment) in pages[target].ids if anchor_matters else True

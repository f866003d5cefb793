"""HTML that is finished, kept from converters and parsers that would only read it again.

Python-Markdown reads raw HTML twice and the search plugin once more, in pure Python; on a page
with questions that is half of a page's time. A short stub goes through in its place.
"""

from __future__ import annotations

import re

_STUB = '<div data-cw-hole="{}"></div>'
_STUBS = re.compile(r'<div data-cw-hole="(\d+)"></div>')
_ID = re.compile(r'\sid="([^"]+)"')
_UNSEARCHED = re.compile(
    r"<cw-answer data-search-exclude.*?</cw-answer>"
    r"|<label data-search-exclude.*?</label>"
    r"|<template data-search-exclude.*?</template>"
    r'|<span class="cw-tip".*?</span>'
    r'|<div class="cw-figure__drawing".*?</div>',
    re.DOTALL,
)
"""Parts of our own templates that search leaves out; none holds another of its own tag."""


class Holes:
    """Finished HTML by the number of its stub; one for each build."""

    def __init__(self) -> None:
        self._kept: list[str] = []

    def keep(self, html: str) -> str:
        """Return a stub to stand for this HTML until `fill`."""
        self._kept.append(html)
        return _STUB.format(len(self._kept) - 1)

    def fill(self, page: str) -> str:
        """Return the page with what its stubs stand for."""
        while "data-cw-hole" in page:
            page = _STUBS.sub(lambda found: self._kept[int(found[1])], page)
        return page

    def without_unsearched(self, page: str) -> str:
        """Return the page with stubs for what search leaves out."""
        return _UNSEARCHED.sub(lambda found: self.keep(found[0]), page)


def anchors(html: str) -> set[str]:
    """Return every id in some HTML."""
    return set(_ID.findall(html))

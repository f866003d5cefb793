"""The Content-Security-Policy of a site's pages: its own files, and what it wrote into them."""

from __future__ import annotations

import base64
import hashlib
import re
from operator import itemgetter
from pathlib import Path

STAND_IN = "coursewright-policy"
"""Stands in every page until all pages are known."""
_SOURCES = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self' data:",
    "font-src": "'self'",
    "connect-src": "'self'",
    "worker-src": "'self'",
    "manifest-src": "'self'",
    "base-uri": "'none'",
    "form-action": "'none'",
    "object-src": "'none'",
}
_ELEMENT = re.compile(r"<(script|style)\b([^>]*)>(.*?)</\1\s*>", re.DOTALL | re.IGNORECASE)
_NOT_INLINE = re.compile(r"""\bsrc\s*=|\btype\s*=\s*["']?[\w/+-]*json\b""", re.IGNORECASE)
"""Attributes of a script that lies elsewhere, or is data and never runs."""
_ALIGNED = re.compile(r'(<t[hd]) style="text-align: (left|center|right);"')


class Policy:
    """One policy for all pages, because instant navigation keeps that of the first one."""

    def __init__(self) -> None:
        self._hashes: dict[tuple[str, str], str] = {}
        self._pages: list[Path] = []

    def read(self, page: str, path: Path) -> None:
        """Take in what stands inside a finished page, which will lie at `path`."""
        for tag, attributes, text in _ELEMENT.findall(page):
            key = (f"{tag.lower()}-src", text)
            if key not in self._hashes and not _NOT_INLINE.search(attributes):
                self._hashes[key] = _hash(text)
        if STAND_IN in page:
            self._pages.append(path)

    def write(self) -> None:
        """Put the policy into the pages read so far."""
        policy = str(self).encode()
        for path in self._pages:
            path.write_bytes(path.read_bytes().replace(STAND_IN.encode(), policy, 1))

    def __str__(self) -> str:
        sources = {name: [value] for name, value in _SOURCES.items()}
        for (name, _), found in sorted(self._hashes.items(), key=itemgetter(1)):
            sources[name].append(f"'{found}'")
        return "; ".join(f"{name} {' '.join(values)}" for name, values in sources.items())


def without_styles(html: str) -> str:
    """Return HTML from Markdown with classes where it aligns columns by a `style` attribute."""
    return _ALIGNED.sub(r'\1 class="cw-align-\2"', html)


def _hash(script: str) -> str:
    """Return the hash that browsers compute, which read every end of a line as one character."""
    text = script.replace("\r\n", "\n").replace("\r", "\n")
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()

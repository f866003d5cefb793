"""Markdown written in YAML becomes safe HTML; the only converter there is."""

from __future__ import annotations

import html
import re
from functools import lru_cache
from typing import Any
from xml.etree.ElementTree import Element

import markdown
import nh3
from markdown.inlinepatterns import InlineProcessor

from coursewright.documents.markup import CITATION, PLACED, SCHEMES, WEB, is_elsewhere

EXTENSIONS = ["tables", "admonition", "sane_lists", "fenced_code"]
TAGS = set(
    "p br hr em strong del ins sub sup kbd abbr code pre blockquote a img span div ul ol li "
    "dl dt dd table thead tbody tr th td h2 h3 h4 h5 h6".split()
)
ATTRIBUTES = {
    "a": {"href", "title"},
    "img": {"src", "alt"},
    "abbr": {"title"},
    "th": {"scope"},
    "div": {"class"},
    "p": {"class"},
    "code": {"class"},
    "ol": {"start"},
}
URL_SCHEMES = {"cite", *WEB, *SCHEMES, *PLACED}
SPECIAL = re.compile(r"[\\`*_{}\[\]()#+!<>|~:&\n=^]|^\s*[-\d]", re.MULTILINE)
"""What Markdown could read as markup; text without it needs only escaping."""


class _Citation(InlineProcessor):
    """Turns `[@a; @b]` into a link that is woven into the page later."""

    def handleMatch(self, m: re.Match[str], data: str) -> Any:  # type: ignore[override] # noqa: ARG002, N802
        link = Element("a", {"href": "cite:" + re.sub(r"[\s@]", "", m[1])})
        link.text = m[1]
        return link, m.start(0), m.end(0)


def _converter() -> markdown.Markdown:
    converter = markdown.Markdown(extensions=EXTENSIONS, output_format="html")
    converter.inlinePatterns.register(_Citation(CITATION.pattern, converter), "citation", 176)
    return converter


_CONVERTER = _converter()


@lru_cache(maxsize=65_536)
def convert(text: str) -> str:
    """Return clean HTML for a Markdown text.

    Only the tags, attributes and address schemes above survive (sanitized by nh3, the
    binding of ammonia), so no text can run as code. Citations and links inside the course
    are left as `cite:` and `lesson:` addresses.
    """
    if not SPECIAL.search(text):
        return f"<p>{html.escape(text.strip(), quote=False)}</p>"
    raw = _CONVERTER.reset().convert(text)
    clean = nh3.clean(
        raw,
        tags=TAGS,
        attributes=ATTRIBUTES,
        url_schemes=URL_SCHEMES,
        link_rel=None,
        attribute_filter=_own_pictures if "<img" in raw else None,
    )
    return _CODE_BLOCK.sub(lambda found: _without_blank_lines(found[0]), clean)


def _own_pictures(tag: str, name: str, value: str) -> str | None:
    """Leave out the address of a picture elsewhere: its host would learn of every reader."""
    return None if tag == "img" and name == "src" and is_elsewhere(value) else value


def _without_blank_lines(code: str) -> str:
    """Keep the empty lines of code from being taken for the ends of blocks."""
    return re.sub(r"\n[ \t]+(?=\n)", "\n", code).replace("\n\n", "\n&#10;")


def inline(text: str) -> str:
    """Return the HTML of a text without the paragraph around it."""
    converted = convert(text).strip()
    if converted.startswith("<p>") and converted.count("<p>") == 1 and converted.endswith("</p>"):
        return converted[3:-4]
    return converted


_CODE_BLOCK = re.compile(r"<pre>.*?</pre>", re.DOTALL)
_TAG = re.compile(r"<[^>\"']*(?:\"[^\"]*\"[^>\"']*|'[^']*'[^>\"']*)*>")


_UNCITED = re.compile(r"\s*" + CITATION.pattern)


def plain(text: str) -> str:
    """Return the words of a text without any markup, on one line."""
    bare = _TAG.sub(" ", convert(_UNCITED.sub("", text)))
    return " ".join(html.unescape(bare).split())

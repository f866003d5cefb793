"""What stands above a page's text: themes write it into HTML as it is."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from markupsafe import escape

_NO_MARKUP = ("description",)
_OURS = ("title", *_NO_MARKUP)


def escaped_head(head: Mapping[str, Any], *, generated: bool) -> dict[str, Any]:
    """Return a page's head with all text escaped that a theme would take for HTML.

    It is marked as such, so that templates which escape do not do it again. Titles of pages written
    by hand are HTML, as MkDocs has it; descriptions never are.
    """
    names = _OURS if generated else _NO_MARKUP
    escaped = {name: escape(str(head[name])) for name in names if name in head}
    return {**head, **escaped}

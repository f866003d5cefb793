"""Pages written by hand: what they link to counts as cited by them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import PurePosixPath

from mkdocs.utils.meta import get_data

from coursewright.course import Claim, Course, Source, Use

_LINK = re.compile(r"\]\([^()\s]*#(claim|source)-([^()\s]+)\)")


def note_citations(course: Course, pages: Mapping[str, str]) -> None:
    """Add each page, a text by its source path, to the uses of claims and sources it links to."""
    ledgers: dict[str, Mapping[str, Claim | Source]] = {
        "claim": course.claims,
        "source": course.sources,
    }
    for path, content in pages.items():
        text, head = get_data(content)
        use = Use(str(head.get("title") or PurePosixPath(path).stem), path)
        for kind, ident in _LINK.findall(text):
            cited = ledgers[kind].get(ident)
            if cited and use not in cited.uses:
                cited.uses.append(use)

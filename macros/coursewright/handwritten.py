"""Pages written by hand: what they link to counts as cited by them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from mkdocs.structure.files import File
from mkdocs.utils.meta import get_data

from coursewright.course import Claim, Course, Source, Use

_LINK = re.compile(r"\]\([^()\s]*#(claim|source)-([^()\s]+)\)")


def note_citations(course: Course, files: Iterable[File]) -> None:
    """Add each page to the uses of every claim and source that it links to."""
    ledgers: dict[str, Mapping[str, Claim | Source]] = {
        "claim": course.claims,
        "source": course.sources,
    }
    for file in files:
        text, head = get_data(file.content_string)
        use = Use(str(head.get("title") or file.name), file.src_uri)
        for kind, ident in _LINK.findall(text):
            cited = ledgers[kind].get(ident)
            if cited and use not in cited.uses:
                cited.uses.append(use)

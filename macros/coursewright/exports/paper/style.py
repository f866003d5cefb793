"""The style of a sheet: the theme's colors, the size of the paper, what stands in the margins."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from coursewright.exports.palette import palette

FOLDER = Path(__file__).parents[2] / "theme" / "print"
SHEETS = ("page", "parts", "questions", "cards")
"""Parts of the style, each of which may build on those before it."""
Paper = Literal["a4", "letter"]
PAPERS: tuple[Paper, ...] = ("a4", "letter")
"""A4 for most of the world, Letter for North America."""


def style(paper: Paper, *, left: str, right: str, page: str) -> str:
    """Return the style of a sheet with these words in the margins of each page.

    In the words of `page`, `{page}` and `{pages}` stand for the numbers.
    """
    colors = "\n".join(f"  --cw-{name}: {value};" for name, value in palette().items())
    margins = {"paper": paper, "left": _string(left), "right": _string(right), "page": _count(page)}
    sheet = "\n".join((FOLDER / f"{name}.css").read_text(encoding="utf-8") for name in SHEETS)
    for name, value in margins.items():
        sheet = sheet.replace(f'"[{name}]"', value)
    return f":root {{\n{colors}\n}}\n{sheet}"


def _count(text: str) -> str:
    """Return words with the numbers of pages as the value of CSS's `content`."""
    numbered = text.replace("{page}", "\0page\0").replace("{pages}", "\0pages\0")
    parts = numbered.split("\0")
    return " ".join(
        f"counter({part})" if index % 2 else _string(part) for index, part in enumerate(parts)
    )


def _string(text: str) -> str:
    """Return a text as a string of CSS, in which nothing can end the string or the style."""
    return '"' + "".join(c if c.isalnum() or c == " " else f"\\{ord(c):x} " for c in text) + '"'

"""Drawings that stand alone: the theme's classes become attributes that any program reads."""

from __future__ import annotations

from base64 import b64encode
from functools import lru_cache
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from coursewright.exports.palette import drawn

SVG = "http://www.w3.org/2000/svg"
FONT = "Liberation Sans, Arial, Helvetica, sans-serif"


@lru_cache(maxsize=256)
def standalone(drawing: str) -> str:
    """Return a drawing with its colors and its size written into it."""
    root = ElementTree.fromstring(drawing)  # noqa: S314 - filtered when it was read
    for element in root.iter():
        _color(element)
    _, _, width, height = root.get("viewBox", "0 0 100 100").replace(",", " ").split()
    root.attrib |= {"xmlns": SVG, "width": width, "height": height, "font-family": FONT}
    return ElementTree.tostring(root, encoding="unicode")


def data_uri(drawing: str) -> str:
    """Return an address that holds the drawing itself."""
    svg = standalone(drawing).encode()
    return f"data:image/svg+xml;base64,{b64encode(svg).decode()}"


def ratio(drawing: str) -> float:
    """Return a drawing's width as a multiple of its height."""
    root = ElementTree.fromstring(standalone(drawing))  # noqa: S314 - ours
    return float(root.get("width", "1")) / float(root.get("height", "1"))


def _color(element: Element) -> None:
    """Give an element what its classes set; "none" as an attribute stays the drawing's choice."""
    rules = drawn()
    for name in element.attrib.pop("class", "").split():
        for attribute, value in rules.get(name, {}).items():
            if element.get(attribute) != "none":
                element.set(attribute, value)

"""Drawings as pictures of dots, for programs that read no SVG."""

from __future__ import annotations

from functools import lru_cache
from io import BytesIO

from coursewright.exports.drawing import standalone
from coursewright.exports.missing import need
from coursewright.exports.paper.printing import engine

WIDTH = 2000
"""In pixels: sharp on a large screen."""
_PAGE = "@page { size: %spx %spx; margin: 0 } body { margin: 0 } svg { display: block }"


@lru_cache(maxsize=64)
def png(drawing: str) -> bytes:
    """Return a drawing as PNG: set on a page of its size, then drawn by PDFium."""
    need("pypdfium2")
    import pypdfium2

    svg = standalone(drawing)
    weasyprint = engine()
    size = _size(svg)
    style = weasyprint.CSS(string=_PAGE % size)
    page = weasyprint.HTML(string=svg).write_pdf(stylesheets=[style])
    document = pypdfium2.PdfDocument(page)
    bitmap = document[0].render(scale=WIDTH / document[0].get_width())
    out = BytesIO()
    bitmap.to_pil().save(out, "PNG", optimize=True)
    return out.getvalue()


def _size(svg: str) -> tuple[str, str]:
    from xml.etree import ElementTree

    root = ElementTree.fromstring(svg)  # noqa: S314 - ours
    return root.attrib["width"], root.attrib["height"]

"""HTML becomes PDF: tagged for screen readers, with bookmarks, the same bytes each time."""

from __future__ import annotations

from hashlib import blake2s
from typing import Any

from coursewright.exports.missing import need, no_pango


def pdf(html: str) -> bytes:
    """Return a sheet as PDF/UA-1; raises CourseError when WeasyPrint is not installed."""
    weasyprint = engine()
    inside = weasyprint.urls.URLFetcher(allowed_protocols=["data"])
    name = blake2s(html.encode(), digest_size=16).digest()
    document = weasyprint.HTML(string=html, url_fetcher=inside)
    printed: bytes = document.write_pdf(
        pdf_variant="pdf/ua-1", pdf_identifier=name, presentational_hints=True
    )
    return printed


def engine() -> Any:
    """Return WeasyPrint; raises CourseError when it or a library it needs is missing."""
    need("weasyprint")
    try:
        import weasyprint
    except OSError as error:
        raise no_pango(error) from None
    return weasyprint

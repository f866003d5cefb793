"""The bytes of a deck: the same each time, though the libraries note when they wrote."""

from __future__ import annotations

import re
import tempfile
import zipfile
from io import BytesIO
from pathlib import Path
from typing import Any

from coursewright.course import Module
from coursewright.exports.archive import write_zip
from coursewright.exports.missing import need
from coursewright.exports.slides.making import slides
from coursewright.exports.stamps import stamp
from coursewright.views import Views

_WRITTEN = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")


def pptx(views: Views, module: Module) -> bytes:
    """Return the slides of a module; raises CourseError when python-pptx is not installed."""
    need("pptx", "weasyprint", "pypdfium2")
    from coursewright.exports.slides.writing import deck

    course = views.course
    made = deck(slides(views, module), views.words, f"{course.title} · {module.title}")
    _named(made.core_properties, module.title, course.title, course.document.language)
    out = BytesIO()
    made.save(out)
    return _still(out.getvalue())


def _named(properties: Any, title: str, author: str, language: str) -> None:
    properties.title, properties.author, properties.language = title, author, language
    properties.last_modified_by, properties.revision = author, 1
    properties.created = properties.modified = stamp().replace(tzinfo=None)


def _still(packed: bytes) -> bytes:
    """Return an office file, and those inside it, without any trace of when it was packed."""
    with zipfile.ZipFile(BytesIO(packed)) as archive:
        files = {name: _member(name, archive.read(name)) for name in archive.namelist()}
    with tempfile.TemporaryDirectory() as folder:
        return write_zip(Path(folder) / "still.zip", files).read_bytes()


def _member(name: str, content: bytes) -> bytes:
    if name.endswith(".xlsx"):
        return _still(content)
    if name == "docProps/core.xml":
        time = stamp().strftime("%Y-%m-%dT%H:%M:%SZ").encode()
        return _WRITTEN.sub(rb"\g<1>" + time, content)
    return content

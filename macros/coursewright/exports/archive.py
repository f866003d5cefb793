"""Zip files that are the same, byte for byte, whenever and wherever they are made."""

from __future__ import annotations

import os
import tempfile
import zipfile
from collections.abc import Mapping
from pathlib import Path

FIRST_DAY = (1980, 1, 1, 0, 0, 0)
"""The earliest time a zip file can name."""
UNIX = 3
READABLE = 0o100644 << 16
"""An ordinary file that its owner may change and everybody may read."""


def write_zip(target: Path, files: Mapping[str, bytes]) -> Path:
    """Write files, by their names in the archive, and return the path; whole or not at all."""
    target.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=f".{target.name}-", dir=target.parent)
    fresh = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream, zipfile.ZipFile(stream, "w") as archive:
            for path in sorted(files):
                archive.writestr(_member(path), files[path], compresslevel=9)
        fresh.chmod(0o644)
        fresh.replace(target)
    finally:
        fresh.unlink(missing_ok=True)
    return target


def _member(path: str) -> zipfile.ZipInfo:
    member = zipfile.ZipInfo(path, FIRST_DAY)
    member.compress_type = zipfile.ZIP_DEFLATED
    member.create_system = UNIX
    member.external_attr = READABLE
    return member

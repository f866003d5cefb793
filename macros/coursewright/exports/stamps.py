"""One time for all that an export writes, so that the same course gives the same bytes."""

from __future__ import annotations

import os
from datetime import UTC, datetime

EARLIEST = 315_532_800
"""The first moment a zip file can name: 1 January 1980."""


def stamp() -> datetime:
    """Return the time that SOURCE_DATE_EPOCH names, or a fixed one."""
    seconds = os.environ.get("SOURCE_DATE_EPOCH", "")
    return datetime.fromtimestamp(int(seconds) if seconds.isdecimal() else EARLIEST, UTC)

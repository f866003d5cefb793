"""Where things stand on a slide, in points."""

from __future__ import annotations

from typing import NamedTuple


class Box(NamedTuple):
    """Room for something."""

    left: float
    top: float
    width: float
    height: float


SLIDE = Box(0, 0, 960, 540)
"""16 to 9."""
TITLE = Box(48, 26, 864, 78)
BODY = Box(48, 120, 864, 366)
LEFT = Box(48, 120, 412, 366)
RIGHT = Box(500, 120, 412, 366)
FOOT = Box(48, 503, 700, 22)
NUMBER = Box(812, 503, 100, 22)
BESIDE_TITLE = Box(48, 60, 380, 120)
BESIDE_TEXT = Box(48, 196, 380, 290)
PICTURE = Box(460, 24, 470, 468)
OPENING_TITLE = Box(80, 120, 800, 150)
OPENING_TEXT = Box(80, 300, 800, 130)
BAR = Box(0, 0, 960, 10)
OPENING_BAR = Box(80, 284, 120, 4)

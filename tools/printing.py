"""Sees to the libraries that PDF is set with; on Debian as root, installs them.

`python -m tools.printing` says what is missing.
"""

import ctypes.util
import sys

from tools import debian

LIBRARIES = {
    "pango-1.0": "libpango-1.0-0",
    "pangoft2-1.0": "libpangoft2-1.0-0",
    "harfbuzz-subset": "libharfbuzz-subset0",
}
"""What WeasyPrint loads, by what Debian calls it."""
FONTS = ("fonts-dejavu-core", "fonts-liberation")


def missing() -> list[str]:
    """Return the Debian names of libraries that are nowhere to be found."""
    return [package for name, package in LIBRARIES.items() if not ctypes.util.find_library(name)]


def main() -> int:
    """Install what is missing, or say how to."""
    if missing() and debian.may_install():
        debian.install("what PDF is set with", *LIBRARIES.values(), *FONTS)
    if lacking := missing():
        print(
            f"PDF is set with Pango, and this is missing: {', '.join(lacking)}. "
            f"Debian: sudo apt-get install {' '.join(lacking)}. Others: install Pango.",
            file=sys.stderr,
        )
    return 1 if missing() else 0


if __name__ == "__main__":
    sys.exit(main())

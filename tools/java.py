"""Finds the Java that checks the site's HTML, and installs one where that can be done safely.

`python -m tools.java` prints where it is.
"""

import os
import shutil
import sys
from pathlib import Path

from tools.debian import install, may_install

PACKAGE = "default-jre-headless"


class JavaMissingError(Exception):
    """There is no Java on this machine; the message says how to get one."""

    def __init__(self) -> None:
        super().__init__(
            "The check of the site's HTML needs Java, and it is nowhere to be found. "
            f"Debian: sudo apt-get install {PACKAGE}. "
            "Others: install a Java runtime, or set JAVA_HOME to its folder."
        )


def find() -> Path:
    """Say where Java is, or raise JavaMissingError."""
    if home := os.environ.get("JAVA_HOME"):
        place = shutil.which("java", path=str(Path(home, "bin")))
    else:
        place = shutil.which("java")
    if place is None:
        raise JavaMissingError
    return Path(place)


def ensure() -> Path:
    """Find Java; on Debian as root, install it first if it is missing."""
    try:
        return find()
    except JavaMissingError:
        if os.environ.get("JAVA_HOME") or not may_install():
            raise
    install("Java", PACKAGE)
    return find()


def main() -> int:
    """Print where Java is."""
    try:
        print(f"java: {ensure()}")
    except JavaMissingError as missing:
        print(missing, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""Finds the web server that the tests serve the site with, and installs it where it can.

`python -m tools.nginx` prints where it is.
"""

import os
import shutil
import sys
from pathlib import Path

from tools.debian import install, may_install

PLACES = ("/usr/sbin/nginx", "/usr/local/sbin/nginx", "/opt/homebrew/bin/nginx")
"""Where it lives although PATH may not lead there."""


class NginxMissingError(Exception):
    """No nginx on this machine; the message says how to get one."""

    def __init__(self) -> None:
        super().__init__(
            "The tests serve the site with nginx, and it is nowhere to be found. "
            "Debian: sudo apt-get install nginx-light. macOS: brew install nginx. "
            "Or set NGINX to the program's path."
        )


def find() -> Path:
    """Say where it is, or raise NginxMissingError."""
    named = os.environ.get("NGINX")
    places = [named] if named else [shutil.which("nginx"), *PLACES]
    for place in places:
        if place and Path(place).is_file():
            return Path(place)
    raise NginxMissingError


def ensure() -> Path:
    """Find it; on Debian as root, install it first if it is missing."""
    try:
        return find()
    except NginxMissingError:
        if os.environ.get("NGINX") or not may_install():
            raise
    install("nginx", "nginx-light")
    return find()


def main() -> int:
    """Print where it is."""
    try:
        print(f"nginx: {ensure()}")
    except NginxMissingError as missing:
        print(missing, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())

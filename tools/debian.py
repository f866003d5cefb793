"""Installs what tests drive, where that can be done without asking: on Debian, as root."""

import os
import shutil
import subprocess
import sys


def may_install() -> bool:
    """Tell whether this machine lets us install packages."""
    is_root = hasattr(os, "geteuid") and os.geteuid() == 0
    return is_root and shutil.which("apt-get") is not None


def install(name: str, *packages: str) -> None:
    """Install Debian's packages, and say so."""
    print(f"Installing {name} with apt-get.", file=sys.stderr)
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    get = ["apt-get", "-qq", "--yes", "--no-install-recommends", "install", *packages]
    subprocess.run(["apt-get", "-qq", "update"], check=True, env=quiet, stdout=sys.stderr)
    subprocess.run(get, check=True, env=quiet, stdout=sys.stderr)

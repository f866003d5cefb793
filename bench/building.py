"""Cold builds of generated courses against plain Material, and the wait after saving a file."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from urllib.request import urlopen

from bench.material import write_ours, write_plain

WORK = Path(__file__).parent / "work"
SIZES = {10: 5, 100: 3, 1000: 1}
"""Modules, and how often each build is run."""
SAVES = 5
DONT_COMPILE = "PYTHONDONTWRITEBYTECODE"


@dataclass(frozen=True)
class Build:
    """Median seconds of both builds of a course of one size."""

    modules: int
    runs: int
    ours: float
    plain: float

    @property
    def ratio(self) -> float:
        """Ours over plain Material's; below 1 is faster."""
        return self.ours / self.plain


def cold_build(modules: int) -> Build:
    """Build one size with both, in turns, in fresh processes; return the medians."""
    runs = SIZES[modules]
    ours = _prepared("ours", modules, write_ours)
    plain = _prepared("plain", modules, write_plain)
    times: dict[Path, list[float]] = {ours: [], plain: []}
    for _ in range(runs):
        for folder, found in times.items():
            found.append(_timed(folder))
    return Build(modules, runs, median(times[ours]), median(times[plain]))


def _prepared(name: str, modules: int, write: Callable[[Path, int], None]) -> Path:
    folder = WORK / f"{name}-{modules}"
    shutil.rmtree(folder, ignore_errors=True)
    write(folder, modules)
    return folder


def _timed(folder: Path) -> float:
    """Return the seconds of one whole `mkdocs build`, process start included."""
    shutil.rmtree(folder / "site", ignore_errors=True)
    start = time.perf_counter()
    subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--quiet"],
        cwd=folder,
        check=True,
        env=_environment(),
    )
    return time.perf_counter() - start


def _environment() -> dict[str, str]:
    """Return the variables of a build: as a user's, whose Python keeps compiled modules."""
    kept = {name: value for name, value in os.environ.items() if name != DONT_COMPILE}
    return {**kept, "NO_MKDOCS_2_WARNING": "1"}


def wait_after_saving(modules: int) -> float:
    """Return the median seconds from saving a module to its page being served anew."""
    folder = WORK / f"ours-{modules}"
    command = [sys.executable, "-m", "coursewright", "serve", "--port", "18790"]
    process = subprocess.Popen(
        command,
        cwd=folder,
        env=_environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    try:
        url = _address(process)
        return median(_wait(folder, url, f"Saved {n}.") for n in range(SAVES))
    finally:
        process.terminate()
        process.wait()


def _address(process: subprocess.Popen[str]) -> str:
    assert process.stdout
    for line in process.stdout:
        found = re.search(r"http://\S+", line)
        if found:
            return found[0]
    raise RuntimeError("serve ended before it said its address")


def _wait(folder: Path, url: str, text: str) -> float:
    path = folder / "curriculum/modules/module-0001.yml"
    changed = re.sub(r"summary: (What it|Saved).*", f"summary: {text}", path.read_text("utf-8"))
    time.sleep(1)
    path.write_text(changed, encoding="utf-8")
    start = time.perf_counter()
    while text not in _page(f"{url}modules/module-0001/"):
        time.sleep(0.01)
    return time.perf_counter() - start


def _page(url: str) -> str:
    with urlopen(url) as answer:  # noqa: S310 - our own server
        return str(answer.read().decode())

"""Builds courses that mean harm, in a process of its own with little memory.

`python hostile_builder.py FOLDER` prints a line of JSON for each folder with a mkdocs.yml in it.
"""

from __future__ import annotations

import json
import logging
import resource
import sys
import time
from pathlib import Path

from coursewright.building import build
from coursewright.problems import CourseError

from tests.hostile_reader import peak_memory

MEMORY = 1024 * 1024 * 1024


def main(folder: Path) -> None:
    """Build whatever is there."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    logging.getLogger("mkdocs").addHandler(logging.NullHandler())
    logging.getLogger("mkdocs").propagate = False
    for config in sorted(folder.glob("*/mkdocs.yml")):
        print(json.dumps(building(config)), flush=True)


def building(config: Path) -> dict[str, object]:
    """Return how building a course ended, and how long it took."""
    start = time.process_time()
    problems: list[str] = []
    try:
        build(config)
    except CourseError as error:
        problems = [str(problem) for problem in error.problems]
    return {
        "name": config.parent.name,
        "problems": problems,
        "seconds": time.process_time() - start,
        "kilobytes": peak_memory(),
    }


if __name__ == "__main__":
    main(Path(sys.argv[1]))

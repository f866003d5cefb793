"""Shows lessons that mean harm, in a process of its own.

`python hostile_viewer.py FOLDER` prints a line of JSON for each text file of the folder, which
becomes the body of a lesson.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

import yaml
from coursewright.problems import CourseError
from coursewright.rules import broken_rules
from coursewright.site import load_views
from coursewright.views import Links, PageView, sections

from tests.courses import MINIMAL, MODULE, write_course


def main(folder: Path) -> None:
    """Show each text."""
    for path in sorted(folder.glob("*.txt")):
        with TemporaryDirectory() as root:
            found = showing(Path(root), path.read_text(encoding="utf-8"))
        print(json.dumps({"name": path.stem, **found}), flush=True)


def showing(root: Path, text: str) -> dict[str, object]:
    """Return how showing and checking a lesson ended, and how long it took."""
    module = yaml.safe_load(MINIMAL[MODULE])
    module["lessons"][0]["body"] = text
    write_course(root, {**MINIMAL, MODULE: yaml.safe_dump(module, allow_unicode=True)})
    start = time.process_time()
    problems: list[str] = []
    try:
        views = load_views(root)
        sections.lesson(PageView(views, Links("modules/tea/water.md")), "tea/water")
        list(broken_rules(views.course))
    except CourseError as error:
        problems = [str(problem) for problem in error.problems]
    return {"problems": problems, "seconds": time.process_time() - start}


if __name__ == "__main__":
    main(Path(sys.argv[1]))

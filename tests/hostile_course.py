"""A course in which every text that may say anything means harm."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml
from coursewright.course import link
from coursewright.loader import load
from coursewright.problems import CourseError

TEA = Path(__file__).parent / "sites/tea"
SUM = "{{ 7 * 1117 }}"
"""What a template would make 7819 of."""
HARM = (
    f"{SUM} {{% raw %}} {{# x #}} ${{7 * 1117}} \"'><img src=x onerror=alert(1)>"
    "<script>alert(1)</script></title><script>alert(1)</script> {: onclick=alert(1) }"
    " [x](javascript:alert(1)) &lt;script&gt;alert(1)&lt;/script&gt;"
)
_PAGE = """\
# {{ course.title }}

{{ course.summary }}

{{ course_map() }}
{{ module_cards() }}
{{ paths() }}
{{ instruments() }}
{{ start_button("Start") }}
{{ resume() }}
"""

Steps = tuple[str | int, ...]


def hostile_course(folder: Path) -> tuple[Path, int]:
    """Write the course; return its configuration, and how many of its texts mean harm."""
    shutil.copytree(TEA, folder, ignore=shutil.ignore_patterns("expected"))
    config = folder / "mkdocs.yml"
    more = "font: false\n  features: [navigation.footer, navigation.instant]\n"
    text = config.read_text(encoding="utf-8").replace("font: false\n", more)
    config.write_text(text, encoding="utf-8")
    files = [*folder.rglob("curriculum/**/*.yml"), *folder.rglob("quizzes/*.yml")]
    count = sum(_spoiled(folder, path) for path in files)
    (folder / "docs/index.md").write_text(_PAGE, encoding="utf-8")
    return config, count


def _spoiled(root: Path, path: Path) -> int:
    """Put harm before each text of a file that takes it, and return how many there are."""
    data = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    count = 0
    for steps, text in list(_texts(data)):
        _put(data, steps, f"{HARM} {text}")
        if _is_read(root, path, data):
            count += 1
        else:
            _put(data, steps, text)
    _write(path, data)
    return count


def _texts(value: Any, steps: Steps = ()) -> Iterator[tuple[Steps, str]]:
    match value:
        case str():
            yield steps, value
        case dict():
            for key, inner in value.items():
                yield from _texts(inner, (*steps, key))
        case list():
            for index, inner in enumerate(value):
                yield from _texts(inner, (*steps, index))
        case _:
            return


def _put(data: Any, steps: Steps, text: str) -> None:
    for step in steps[:-1]:
        data = data[step]
    data[steps[-1]] = text


def _is_read(root: Path, path: Path, data: Any) -> bool:
    _write(path, data)
    try:
        link(load(root))
    except CourseError:
        return False
    return True


def _write(path: Path, data: Any) -> None:
    path.write_text(yaml.safe_dump(data, allow_unicode=True, sort_keys=False), encoding="utf-8")

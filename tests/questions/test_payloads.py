"""Whatever an author writes into a question, nothing of it runs."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import html5lib
import pytest
import yaml
from coursewright.problems import CourseError
from coursewright.questions import KINDS
from coursewright.site import load_views
from coursewright.views import Links, PageView, sections

from tests.courses import write_course
from tests.examples import example_file, example_site
from tests.views.payloads import PAYLOADS

NAMES = frozenset(
    (
        *("id", "kind", "objective", "bloom", "case", "misconception", "to", "start"),
        *("category", "name", "quality", "figure", "lesson"),
    )
)
"""Keys that hold names of things; all other texts are for people to read."""
RUNS = frozenset("script iframe object embed base link meta style frame applet svg math".split())
ADDRESS = re.compile(r"\s*(javascript|data|vbscript):", re.IGNORECASE)


def _edited(value: Any, change: Callable[[str], str], key: str = "") -> Any:
    """Return the same data with every text for people changed."""
    match value:
        case dict():
            return {name: _edited(inner, change, name) for name, inner in value.items()}
        case list():
            return [_edited(inner, change, key) for inner in value]
        case str() if key not in NAMES:
            return change(value)
        case _:
            return value


def _dangers(html: str) -> Iterator[str]:
    for element in html5lib.parse(f"<body>{html}", namespaceHTMLElements=False).iter():
        if element.tag in RUNS:
            yield f"<{element.tag}>"
        for name, value in element.attrib.items():
            if name.startswith("on") or name in {"style", "srcdoc", "formaction"}:
                yield f"<{element.tag} {name}>"
            elif name in {"href", "src", "action"} and ADDRESS.match(value):
                yield f"{name}={value}"


def _html(root: Path, kind: str) -> str:
    views = load_views(root)
    view = PageView(views, Links("modules/examples/check.md"))
    refs = [question.ref for question in views.course.questions]
    return "\n".join(sections.question(view, ref) for ref in refs if ref.startswith(f"{kind}/"))


def _bank(kind: str, change: Callable[[str], str]) -> str:
    asked = yaml.safe_load(example_file(kind).read_text(encoding="utf-8"))["questions"]
    bank = {"id": kind, "module": "examples", "questions": _edited(asked, change)}
    return yaml.safe_dump(bank, allow_unicode=True)


@pytest.mark.parametrize("text", ["<script>", '<p onclick="x">', '<a href=" javascript:x">'])
def test_the_audit_sees(text: str) -> None:
    """The check below would not pass over what is dangerous."""
    assert [] != list(_dangers(text))


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_no_text_of_a_question_can_run(kind: str, tmp_path: Path) -> None:
    """Each payload behind every text of every kind is refused with its place, or is only text."""
    root, shown = example_site(tmp_path).parent, 0
    for name, payload in PAYLOADS.items():
        line = " ".join(payload.split())
        text = _bank(kind, partial("{1} {0}".format, line))
        write_course(root, {f"quizzes/{kind}.yml": text})
        try:
            html = _html(root, kind)
        except CourseError as refused:
            elsewhere = [
                problem
                for problem in refused.problems
                if problem.where.file != f"quizzes/{kind}.yml" or not problem.where.line
            ]
            assert [] == elsewhere, name
        else:
            shown += 1
            assert [] == list(_dangers(html)), name
    assert shown >= 40

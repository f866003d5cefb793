"""A small course around the example file of each kind, so that examples are real questions."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any, TypeVar

from coursewright.course import Course, link
from coursewright.documents import (
    CourseDocument,
    Document,
    InstrumentDocument,
    ModuleDocument,
    QuizDocument,
    read_document,
)
from coursewright.instruments import FOLDER as INSTRUMENTS
from coursewright.loader import Documents, Loaded
from coursewright.positions import Source, parse_yaml
from coursewright.questions import FOLDER, KINDS
from coursewright.views import Views

D = TypeVar("D", bound=Document)

MODULE = "examples"


def example_text(kind: str) -> str:
    """Return the example file of a kind."""
    path = FOLDER / KINDS[kind].folder / "example.yml"
    return path.read_text(encoding="utf-8")


def example_instrument() -> Loaded[InstrumentDocument]:
    """Return the instrument with a field of every kind."""
    text = (INSTRUMENTS / "example.yml").read_text(encoding="utf-8")
    return _read(InstrumentDocument, text, "instruments/example.yml")


def quiz_id(kind: str) -> str:
    """Return the id of the bank with a kind's examples, which no course's own bank has."""
    return f"example-{kind}"


@lru_cache(maxsize=4)
def example_views(language: str) -> Views:
    """Return the examples ready to be shown with the words of a language."""
    return Views(_course(language))


def written(course: Course, kind: str) -> list[str]:
    """Return the YAML of each example of a kind, as its bank has it."""
    (quiz,) = (quiz for quiz in course.modules[0].quizzes if quiz.document.id == quiz_id(kind))
    source, count = quiz.source, len(quiz.document.questions)
    lines = source.text.splitlines()
    starts = [source.place("questions", index).line - 1 for index in range(count)]
    ends = [*starts[1:], len(lines)]
    return ["\n".join(lines[a:b]).rstrip() for a, b in zip(starts, ends, strict=True)]


def _course(language: str) -> Course:
    quizzes = [_bank(kind) for kind in KINDS]
    course = {"id": MODULE, "title": MODULE, "summary": MODULE, "language": language}
    return link(
        Documents(
            root=Path(),
            course=_made(CourseDocument, course),
            modules=(_made(ModuleDocument, _module([quiz.source.data for quiz in quizzes])),),
            quizzes=tuple(quizzes),
            instruments=(example_instrument(),),
        )
    )


def _bank(kind: str) -> Loaded[QuizDocument]:
    head = f"id: {quiz_id(kind)}\nmodule: {MODULE}\n"
    return _read(QuizDocument, head + example_text(kind), f"{KINDS[kind].folder}/example.yml")


def _made(model: type[D], data: dict[str, Any]) -> Loaded[D]:
    return _read(model, json.dumps(data), f"{MODULE}.yml")


def _read(model: type[D], text: str, name: str) -> Loaded[D]:
    source: Source = parse_yaml(text, name)
    return Loaded(read_document(model, source), source)


def _module(banks: list[object]) -> dict[str, Any]:
    """Return a module with everything that the questions name."""
    lesson = {"id": "bread", "title": "Bread", "summary": "Bread.", "body": "Bread."}
    said = {"text": "A belief", "correction": "A cure."}
    case = {"title": "Ada’s loaf", "fictional": True, "body": "Ada bakes bread on Sundays."}
    return {
        "id": MODULE,
        "title": MODULE,
        "summary": MODULE,
        "objectives": [
            {"id": ident, "bloom": "apply", "text": f"Do {ident}"}
            for ident in _named(banks, "objective")
        ],
        "lessons": [lesson],
        "cases": [{"id": ident, **case} for ident in _named(banks, "case")],
        "misconceptions": [{"id": ident, **said} for ident in _named(banks, "misconception")],
    }


def _named(value: object, key: str) -> list[str]:
    """Return what stands under a key, however deep, each once."""
    return sorted(set(_found(value, key)))


def _found(value: object, key: str) -> Iterator[str]:
    if isinstance(value, dict):
        if isinstance(value.get(key), str):
            yield value[key]
        value = list(value.values())
    for item in value if isinstance(value, list) else ():
        yield from _found(item, key)

"""JSON Schemas of all documents: editors check and complete what authors write with them."""

from __future__ import annotations

import ast
import inspect
import json
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from pathlib import Path
from textwrap import dedent
from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import GenerateJsonSchema

from coursewright.documents import (
    ClaimsDocument,
    CourseDocument,
    GlossaryDocument,
    InstrumentDocument,
    ModuleDocument,
    PathDocument,
    QuizDocument,
    SourcesDocument,
)

DIALECT = "https://json-schema.org/draft/2020-12/schema"
SCHEMAS: dict[str, type[BaseModel]] = {
    "course": CourseDocument,
    "module": ModuleDocument,
    "quiz": QuizDocument,
    "instrument": InstrumentDocument,
    "glossary": GlossaryDocument,
    "sources": SourcesDocument,
    "claims": ClaimsDocument,
    "path": PathDocument,
}
"""Model of each file of a course, by the name of its schema."""


class _Described(GenerateJsonSchema):
    """Says what each key means, and leaves out titles that only repeat its name."""

    def field_title_should_be_set(self, schema: Any) -> bool:  # noqa: ARG002
        return False

    def model_schema(self, schema: Any) -> dict[str, Any]:
        """Add to the schema of a model what stands under each of its attributes."""
        made = super().model_schema(schema)
        model: type[BaseModel] = schema["cls"]
        for name, text in meanings(model).items():
            key = model.model_fields[name].alias or name
            made["properties"][key] = {"description": text, **made["properties"][key]}
        return made


@cache
def meanings(model: type[BaseModel]) -> dict[str, str]:
    """Return what stands under each attribute of a model, those it inherits included.

    Pydantic would read all sources whenever the package is imported, for every build.
    """
    found: dict[str, str] = {}
    for owner in reversed(model.__mro__):
        if owner is not BaseModel and issubclass(owner, BaseModel):
            found.update(_docstrings(owner))
    return {name: text for name, text in found.items() if name in model.model_fields}


def _docstrings(owner: type) -> Iterator[tuple[str, str]]:
    body = ast.parse(dedent(inspect.getsource(owner))).body[0]
    assert isinstance(body, ast.ClassDef)
    for above, below in pairwise(body.body):
        match above, below:
            case ast.AnnAssign(target=ast.Name(name)), ast.Expr(ast.Constant(str(text))):
                yield name, inspect.cleandoc(text)
            case _:
                pass


def schema(model: type[BaseModel]) -> dict[str, Any]:
    """Return the JSON Schema of what an author may write for a model."""
    return model.model_json_schema(schema_generator=_Described)


def write_schemas(folder: Path) -> list[Path]:
    """Write a schema for each kind of file, and return the files written."""
    folder.mkdir(parents=True, exist_ok=True)
    return [_write(folder / f"{name}.json", model) for name, model in SCHEMAS.items()]


def _write(path: Path, model: type[BaseModel]) -> Path:
    text = json.dumps({"$schema": DIALECT, **schema(model)}, indent=2, ensure_ascii=False)
    path.write_text(text + "\n", encoding="utf-8", newline="\n")
    return path

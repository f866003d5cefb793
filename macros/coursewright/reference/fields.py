"""The keys of a model as rows of a table, taken from its schema."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel

from coursewright.model import ID_PATTERN, MAX_MARKDOWN
from coursewright.reference.schemas import schema
from coursewright.views import Words

Schema = dict[str, Any]


@dataclass(frozen=True)
class Field:
    """A key: what it holds, and what it means."""

    name: str
    holds: str
    required: bool
    default: str
    """What holds when it is left out; empty when nothing does."""
    meaning: str


@dataclass(frozen=True)
class Group:
    """The keys of a group; `path` is the key it stands under, empty at the top."""

    path: str
    fields: tuple[Field, ...]


def groups(model: type[BaseModel], words: Words, without: frozenset[str]) -> list[Group]:
    """Return a model's keys, then those of each group in it, as authors nest them."""
    whole = schema(model)
    return list(_Reader(whole.get("$defs", {}), words).groups(whole, "", without))


class _Reader:
    """Puts the types of a schema into words."""

    def __init__(self, known: dict[str, Schema], words: Words) -> None:
        self.known = known
        self.words = words

    def groups(
        self, owner: Schema, path: str, without: frozenset[str] = frozenset()
    ) -> Iterator[Group]:
        """Yield the keys of a group, and then of the groups below it."""
        own = {key: value for key, value in owner["properties"].items() if key not in without}
        required = set(owner.get("required", ()))
        yield Group(path, tuple(self._field(k, v, k in required) for k, v in own.items()))
        for key, value in own.items():
            if below := self._group_in(value):
                yield from self.groups(below, f"{path}.{key}" if path else key)

    def _field(self, name: str, value: Schema, required: bool) -> Field:
        default = value.get("default")
        shown = "" if default in (None, []) else json.dumps(default).strip('"')
        return Field(name, self._holds(value), required, shown, value.get("description", ""))

    def _group_in(self, value: Schema) -> Schema | None:
        """Return the group that a key holds, alone or in a list."""
        inner = _without_null(value)
        inner = _without_null(inner.get("items", inner))
        if "$ref" not in inner:
            return None
        return self.known[inner["$ref"].rpartition("/")[2]]

    def _holds(self, value: Schema) -> str:
        inner = _without_null(value)
        match inner.get("type"):
            case "array":
                return self.words("reference.list", of=self._holds(inner["items"]))
            case "string":
                return self._text(inner)
            case "boolean":
                return self.words("reference.boolean")
            case "integer" | "number" as kind:
                return self._number(kind, inner)
            case _:
                return self.words("reference.group")

    def _text(self, inner: Schema) -> str:
        if "enum" in inner:
            return ", ".join(inner["enum"])
        if "const" in inner:
            return str(inner["const"])
        if inner.get("pattern") == ID_PATTERN:
            return self.words("reference.id")
        markdown = inner.get("maxLength") == MAX_MARKDOWN
        return self.words("reference.markdown" if markdown else "reference.line")

    def _number(self, kind: str, inner: Schema) -> str:
        word = self.words(f"reference.{kind}")
        least, most = inner.get("minimum"), inner.get("maximum")
        return f"{word}, {least}–{most}" if least is not None and least > -(10**9) else word


def _without_null(value: Schema) -> Schema:
    """Return the one type of a value that may be left out."""
    choices = [choice for choice in value.get("anyOf", ()) if choice != {"type": "null"}]
    return choices[0] if choices else value

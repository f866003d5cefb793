"""Which keys a model allows at a path, for suggestions."""

from __future__ import annotations

from collections.abc import Iterator
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel

from coursewright.model import Path


def known_keys(model: type[BaseModel], data: object, path: Path) -> set[str]:
    """Return the keys allowed in the group at `path` of data read as `model`."""
    models = [model]
    for step in path:
        data = _child(data, step)
        if isinstance(step, str):
            models = [found for owner in models for found in _below(owner, step)]
            models = _of_kind(models, data)
        else:
            models = _of_kind(models, data)
    return {_alias(owner, name) for owner in models for name in owner.model_fields}


def _child(data: object, step: str | int) -> object:
    if isinstance(data, dict):
        return data.get(step)
    if isinstance(data, list) and isinstance(step, int) and step < len(data):
        return data[step]
    return None


def _below(model: type[BaseModel], key: str) -> list[type[BaseModel]]:
    for name, info in model.model_fields.items():
        if _alias(model, name) == key:
            return list(_models(info.annotation))
    return []


def _alias(model: type[BaseModel], name: str) -> str:
    info = model.model_fields[name]
    return info.alias or name


def _models(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    elif get_origin(annotation) is Annotated:
        yield from _models(get_args(annotation)[0])
    elif get_origin(annotation) in (Union, UnionType, tuple):
        for part in get_args(annotation):
            yield from _models(part)


def _of_kind(models: list[type[BaseModel]], data: object) -> list[type[BaseModel]]:
    """Of several kinds, keep the one the data names."""
    if not isinstance(data, dict) or len(models) < 2:
        return models
    kind = data.get("kind")
    named = [
        model
        for model in models
        if "kind" in model.model_fields and kind in get_args(model.model_fields["kind"].annotation)
    ]
    return named or models

"""The kinds of field in an instrument: each folder here is one, found by looking.

A kind's folder holds `model.py`, `field.jinja` and `browser.js`, and its `__init__.py` names the
model `Field`.
"""

from __future__ import annotations

import pkgutil
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Union, get_args

from pydantic import Discriminator, Tag

from coursewright.instruments.base import BaseField

FOLDER = Path(__file__).parent


def _models() -> dict[str, type[BaseField]]:
    found: dict[str, type[BaseField]] = {}
    for module in pkgutil.iter_modules([str(FOLDER)]):
        if module.ispkg:
            model = import_module(f"{__name__}.{module.name}").Field
            found[get_args(model.model_fields["kind"].annotation)[0]] = model
    return found


KINDS: dict[str, type[BaseField]] = _models()
"""Model of each kind, by the name authors write."""


def _kind_of(value: Any) -> Any:
    return value.get("kind") if isinstance(value, dict) else getattr(value, "kind", None)


if TYPE_CHECKING:
    FieldDocument = BaseField
else:
    FieldDocument = Annotated[
        Union[tuple(Annotated[model, Tag(kind)] for kind, model in KINDS.items())],  # noqa: UP007
        Discriminator(_kind_of),
    ]
    """A field of any kind, told apart by its `kind`."""

__all__ = ["FOLDER", "KINDS", "BaseField", "FieldDocument"]

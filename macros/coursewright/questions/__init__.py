"""The kinds of question: each folder here is one, found by looking.

A kind's folder holds `model.py`, `question.jinja`, `paper.jinja`, `browser.js`, `desk.js` and
`example.yml`,
and its `__init__.py` names the model `Question`.
"""

from __future__ import annotations

import pkgutil
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Union, get_args

from pydantic import Discriminator, Tag

from coursewright.questions.base import BaseQuestion

FOLDER = Path(__file__).parent


def _models() -> dict[str, type[BaseQuestion]]:
    found: dict[str, type[BaseQuestion]] = {}
    for module in pkgutil.iter_modules([str(FOLDER)]):
        if module.ispkg:
            model = import_module(f"{__name__}.{module.name}").Question
            found[get_args(model.model_fields["kind"].annotation)[0]] = model
    return found


KINDS: dict[str, type[BaseQuestion]] = _models()
"""Model of each kind, by the name authors write."""


def _kind_of(value: Any) -> Any:
    return value.get("kind") if isinstance(value, dict) else getattr(value, "kind", None)


if TYPE_CHECKING:
    QuestionDocument = BaseQuestion
else:
    QuestionDocument = Annotated[
        Union[tuple(Annotated[model, Tag(kind)] for kind, model in KINDS.items())],  # noqa: UP007
        Discriminator(_kind_of),
    ]
    """A question of any kind, told apart by its `kind`."""

__all__ = ["FOLDER", "KINDS", "BaseQuestion", "QuestionDocument"]

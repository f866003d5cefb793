"""Errors that only show when the parts of a question are seen together, each in its place."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from pydantic import ValidationError
from pydantic_core import InitErrorDetails

from coursewright.model import Mistake, Path


class Fault(NamedTuple):
    """What is wrong at a path of the question."""

    path: Path
    mistake: Mistake


def refuse(faults: Iterable[Fault]) -> None:
    """Raise ValidationError when there are faults; a validator's error has one place only."""
    lines = [
        InitErrorDetails(
            type="value_error", loc=fault.path, input=None, ctx={"error": fault.mistake}
        )
        for fault in faults
    ]
    if lines:
        raise ValidationError.from_exception_data("question", lines)

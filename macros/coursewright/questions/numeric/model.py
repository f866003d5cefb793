"""The model of a question that asks for a number."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Annotated, ClassVar, Literal, Self

from pydantic import Field, model_validator

from coursewright.model import Document, Id, Many, Markdown, Mistake, Plain
from coursewright.questions.base import BaseQuestion
from coursewright.questions.numeric.bounds import Bounds

LARGEST = 10**15
"""Larger numbers lose digits in a browser."""

Number = Annotated[float, Field(ge=-LARGEST, le=LARGEST, allow_inf_nan=False)]
Distance = Annotated[float, Field(ge=0, le=LARGEST, allow_inf_nan=False)]


class Range(Document):
    """All numbers between two, and these two."""

    from_: Annotated[Number, Field(alias="from")]
    """The least number."""
    to: Number
    """The greatest number."""

    @property
    def bounds(self) -> Bounds:
        """The same as exact decimals."""
        return Bounds.of(self.from_, self.to)

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.from_ > self.to:
            raise Mistake("ends before it begins", "Swap the two numbers.")
        return self


class Tolerance(Document):
    """How far from the answer is close enough: by a number or by a share of the answer."""

    absolute: Distance | None = None
    """How far off, as a number."""
    percent: Annotated[Distance, Field(le=100)] | None = None
    """How far off, as a percentage of the answer."""

    def around(self, answer: float) -> Bounds:
        """Return what is close enough to an answer."""
        middle = Decimal(str(answer))
        if self.absolute is not None:
            return Bounds.around(middle, Decimal(str(self.absolute)))
        return Bounds.around(middle, abs(middle) * Decimal(str(self.percent)) / 100)

    @model_validator(mode="after")
    def _one_of_both(self) -> Self:
        _exactly_one("absolute", self.absolute, "percent", self.percent)
        return self


class WrongNumber(Document):
    """A number that a common slip leads to, or a range of them, with what is said."""

    value: Number | None = None
    """The number."""
    range: Range | None = None
    """A range in place of a number."""
    feedback: Markdown
    """Said to whoever wrote it."""
    misconception: Id | None = None
    """The misconception of the module that leads to it."""

    @property
    def bounds(self) -> Bounds:
        """The numbers meant."""
        return _bounds(self.value, self.range)

    @model_validator(mode="after")
    def _one_of_both(self) -> Self:
        _exactly_one("value", self.value, "range", self.range)
        return self


class NumericQuestion(BaseQuestion):
    """A number to type: an answer and what is close enough to it, or a range."""

    folder: ClassVar[str] = "numeric"

    kind: Literal["numeric"]
    """Always `numeric`."""
    answer: Number | None = None
    """The right number."""
    tolerance: Tolerance | None = None
    """How far from the answer is close enough."""
    range: Range | None = None
    """All right numbers, in place of an answer or around it."""
    unit: Plain | None = None
    """Shown after the field; may be typed, and need not be."""
    right: Markdown
    """Said when the number is right."""
    feedback: Markdown
    """Said when it is not."""
    wrong_answers: Annotated[Many[WrongNumber], Field(max_length=20)] = ()
    """Common slips, each with what is said to it."""

    @property
    def bounds(self) -> Bounds:
        """All numbers that are right."""
        if self.tolerance and self.answer is not None:
            return self.tolerance.around(self.answer)
        return self.range.bounds if self.range else _bounds(self.answer, None)

    @property
    def best(self) -> Decimal | None:
        """The answer itself, where there is one."""
        return None if self.answer is None else Decimal(str(self.answer))

    def wording(self) -> Iterator[str]:
        """Yield the words that an answer depends on."""
        yield from (self.prompt, self.unit or "")

    @model_validator(mode="after")
    def _something_is_right(self) -> Self:
        if self.answer is None and self.tolerance:
            raise Mistake("has a tolerance and no answer", "Add the answer that it is about.")
        if self.answer is None and self.range is None:
            raise Mistake("has neither an answer nor a range", "Add one of the two.")
        if self.tolerance and self.range:
            raise Mistake("has both a tolerance and a range", "Remove one of the two.")
        if self.best is not None and self.best not in self.bounds:
            what = "leaves its own answer out of its range"
            raise Mistake(what, "Widen the range, or change the answer.")
        return self

    @model_validator(mode="after")
    def _wrong_is_not_right(self) -> Self:
        earlier: list[Bounds] = []
        for wrong in self.wrong_answers:
            if wrong.bounds.meets(self.bounds):
                what = f"calls {wrong.bounds} wrong, and counts it as right too"
                raise Mistake(what, "Change that number, or narrow what counts as right.")
            if any(wrong.bounds.meets(bounds) for bounds in earlier):
                what = f"has the same wrong answer twice, {wrong.bounds}"
                raise Mistake(what, "Change or remove one of the two.")
            earlier.append(wrong.bounds)
        return self


def _exactly_one(name: str, value: object, other: str, second: object) -> None:
    if value is None and second is None:
        raise Mistake(f"has neither {name} nor {other}", "Give one of the two.")
    if value is not None and second is not None:
        raise Mistake(f"has both {name} and {other}", "Remove one of the two.")


def _bounds(value: float | None, range_: Range | None) -> Bounds:
    if range_:
        return range_.bounds
    return Bounds.of(value or 0, value or 0)

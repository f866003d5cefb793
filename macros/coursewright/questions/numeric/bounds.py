"""What counts as a number, in decimals as people write them."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple, Self

_GROUPED_FROM = 10_000
"""Shorter numbers are read at a glance."""


class Bounds(NamedTuple):
    """All numbers from one to another, both included.

    Decimals, since 0.4 is within 0.1 of 0.3 for everybody but floating-point numbers.
    """

    least: Decimal
    most: Decimal

    @classmethod
    def of(cls, least: float, most: float) -> Self:
        """Return the bounds for two numbers as an author wrote them."""
        return cls(Decimal(str(least)), Decimal(str(most)))

    @classmethod
    def around(cls, middle: Decimal, distance: Decimal) -> Self:
        """Return all numbers within a distance."""
        return cls(middle - distance, middle + distance)

    def __contains__(self, number: object) -> bool:
        return isinstance(number, Decimal) and self.least <= number <= self.most

    def meets(self, other: Bounds) -> bool:
        """Tell whether some number lies in both."""
        return self.least <= other.most and other.least <= self.most

    @property
    def single(self) -> bool:
        """Whether this is one number only."""
        return self.least == self.most

    @property
    def ends(self) -> tuple[str, str]:
        """Both ends, as scripts read them."""
        return digits(self.least), digits(self.most)

    def __str__(self) -> str:
        return self.ends[0] if self.single else " to ".join(self.ends)

    @staticmethod
    def shown(number: Decimal) -> str:
        """Return a number as people read it in any language: groups apart, a real minus."""
        whole, dot, rest = digits(abs(number)).partition(".")
        grouped = f"{int(whole):,}".replace(",", "\u202f") if int(whole) >= _GROUPED_FROM else whole
        return ("\u2212" if number < 0 else "") + grouped + dot + rest


def digits(number: Decimal) -> str:
    """Return a number in plain digits, as scripts read it."""
    plain = f"{number + 0:f}"  # adding nothing turns -0 into 0
    return plain.rstrip("0").rstrip(".") if "." in plain else plain

"""What an unquoted scalar means: text, a number, true, false, nothing, or a trap."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from math import isfinite


@dataclass(frozen=True, slots=True)
class Trap:
    """Unquoted text that YAML readers silently take for something else.

    The author wrote `no`, `010`, `12:30` or `2016-04-13`; only quotes make it text for sure.
    """

    raw: str
    """The text as written."""
    reads_as: str
    """What a YAML reader makes of it, to end a sentence with: `750`, `the date 2016-04-13`."""


Scalar = str | int | float | bool | None | Trap

_WORDS: dict[str, Scalar] = {"": None, "null": None, "true": True, "false": False}
_READINGS = {
    "true": "True TRUE yes Yes YES on On ON",
    "false": "False FALSE no No NO off Off OFF",
    "nothing": "~ Null NULL",
    "infinity": ".inf .Inf .INF +.inf +.Inf +.INF",
    "minus infinity": "-.inf -.Inf -.INF",
    "not a number": ".nan .NaN .NAN",
}
_WORDS |= {word: Trap(word, is_) for is_, words in _READINGS.items() for word in words.split()}

_DIGITS = frozenset("0123456789+-.")
_LONGEST = 100
"""Longer numbers are not worked out: converting them takes the square of their length."""

_INTEGER = re.compile(r"-?(?:0|[1-9][0-9]*)")
_DECIMAL = re.compile(r"-?(?:0|[1-9][0-9]*)\.[0-9]+(?:[eE][-+][0-9]+)?")


def resolve(text: str) -> Scalar:
    """Return what an unquoted scalar means."""
    if text in _WORDS:
        return _WORDS[text]
    if text[0] not in _DIGITS:
        return text
    return _number(text)


def _number(text: str) -> Scalar:
    if len(text) > _LONGEST:
        return _long(text)
    if _INTEGER.fullmatch(text):
        return int(text)
    if _DECIMAL.fullmatch(text) and isfinite(number := float(text)):
        return number
    for pattern, reading in _TRAPS:
        if re.fullmatch(pattern, text, re.ASCII):
            return Trap(text, reading(text))
    return text


def _long(text: str) -> Scalar:
    is_number = re.fullmatch(_ANY_NUMBER, text, re.ASCII)
    return Trap(text, "a very long number") if is_number else text


def _whole(text: str) -> str:
    return str(int(text.replace("_", "")))


def _based(base: int) -> Callable[[str], str]:
    def reading(text: str) -> str:
        return str(int(text.replace("_", "").replace("o", ""), base))

    return reading


def _decimal(text: str) -> str:
    number = float(text.replace("_", ""))
    return str(number) if isfinite(number) else "infinity"


def _sixties(text: str) -> str:
    """Read base 60, as YAML 1.1 wants for 12:30 and 1:30.5."""
    sign = -1 if text.startswith("-") else 1
    *units, last = text.lstrip("+-").replace("_", "").split(":")
    total = 0
    for unit in units:
        total = total * 60 + int(unit)
    rest = float(last) if "." in last else int(last)
    return str(sign * (total * 60 + rest))


def _date(text: str) -> str:
    return _dated(text, f"the date {text}")


def _moment(text: str) -> str:
    return _dated(text[:10].rstrip("Tt \t"), f"the date and time {text}")


def _dated(day: str, reading: str) -> str:
    year, month, date = map(int, re.split("[-Tt \t]", day)[:3])
    try:
        datetime(year, month, date)
    except ValueError:
        return "a date that no calendar has"
    return reading


_TRAPS: list[tuple[str, Callable[[str], str]]] = [
    (r"\d{4}-\d\d-\d\d", _date),
    (
        r"\d{4}-\d\d?-\d\d?(?:[Tt]|[ \t]+)\d\d?:\d\d:\d\d(?:\.\d*)?"
        r"(?:[ \t]*(?:Z|[-+]\d\d?(?::\d\d)?))?",
        _moment,
    ),
    (r"[-+]?0b_*[01][01_]*", _based(2)),
    (r"[-+]?0x_*[0-9a-fA-F][0-9a-fA-F_]*", _based(16)),
    (r"[-+]?0o?_*[0-7][0-7_]*", _based(8)),
    (r"[-+]?(?:0|[1-9][\d_]*)", _whole),
    (r"[-+]?[1-9][\d_]*(?::[0-5]?\d)+", _sixties),
    (r"[-+]?\d[\d_]*(?::[0-5]?\d)+\.[\d_]*", _sixties),
    (r"[-+]?\d[\d_]*\.[\d_]*(?:[eE][-+]?\d+)?", _decimal),
    (r"[-+]?\.\d[\d_]*(?:[eE][-+]?\d+)?", _decimal),
    (r"[-+]?\d[\d_]*[eE][-+]?\d+", _decimal),
]
"""Patterns and what they are read as; compiled when a text is met that may be one of them."""
_ANY_NUMBER = r"[-+]?[\d.](?:[\d_:.]*|0[xob][0-9a-fA-F_]*|[\d_.]*[eE][-+]?\d+)"

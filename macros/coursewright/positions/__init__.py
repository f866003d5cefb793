"""YAML text to plain data, with the line and column of every key and value.

What YAML allows and a course has no use for (aliases, tags, several documents) is refused,
and what YAML silently takes for something else than text becomes a `Trap`.
"""

from coursewright.positions.files import parse_yaml, read_yaml
from coursewright.positions.scalars import Trap
from coursewright.positions.source import Source

__all__ = ["Source", "Trap", "parse_yaml", "read_yaml"]

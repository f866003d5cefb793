"""Which version this is, and whether a course can be built with it."""

from __future__ import annotations

VERSION = "0.1.0"
"""Semantic: the first number changes when a course has to be changed, the second with what is new,
the third with what is mended. While the first is 0, the second tells both."""

_ONE = r"(>=|<=|==|!=|~=|>|<) ?[0-9]+(\.[0-9]+)*"
VERSIONS_PATTERN = rf"^{_ONE}(, ?{_ONE})*$"
"""Such as `>=0.1` or `>=1.2, <2`."""


def fits(wanted: str) -> bool:
    """Return whether this version is among those wanted."""
    # Takes a while to import, and few courses ask.
    from packaging.specifiers import SpecifierSet

    return SpecifierSet(wanted).contains(VERSION, prereleases=True)

"""The colors of the theme, for media that know no style sheets of the site."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path

ASSETS = Path(__file__).parent.parent / "theme" / "assets"
_LIGHT = re.compile(r'\[data-md-color-scheme="default"\] \{(.*?)\n\}', re.DOTALL)
_COLOR = re.compile(r"--cw-([\w-]+): (#[0-9a-f]{3,6});")
_CLASS = re.compile(r"^\.(cwf-[\w-]+) \{(.*?)\}", re.MULTILINE)
_DECLARED = re.compile(r"([\w-]+): (?:var\(--cw-([\w-]+)\)|([\w-]+));")


@lru_cache(maxsize=1)
def palette() -> dict[str, str]:
    """Return the theme's colors in the light scheme, by their names without `--cw-`."""
    style = (ASSETS / "tokens.css").read_text(encoding="utf-8")
    light = _LIGHT.search(style)
    assert light, "tokens.css sets the colors of the light scheme"
    return dict(_COLOR.findall(light[1]))


@lru_cache(maxsize=1)
def drawn() -> dict[str, dict[str, str]]:
    """Return what each class of a drawing sets, as attributes of SVG."""
    style = (ASSETS / "figures.css").read_text(encoding="utf-8")
    return {name: _attributes(rules) for name, rules in _CLASS.findall(style)}


def _attributes(rules: str) -> dict[str, str]:
    colors = palette()
    return {name: colors.get(token) or value for name, token, value in _DECLARED.findall(rules)}

"""The words of the interface, one file a language."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any

from coursewright.positions import read_yaml
from coursewright.suggestions import did_you_mean

FOLDER = Path(__file__).parent.parent / "locales"


class Words:
    """Looks up words by dotted name: `words("minutes", count=4)`.

    A group with `one` and `other` is chosen by `count`.
    """

    def __init__(self, language: str) -> None:
        self._flat = _flat(language)

    def __call__(self, name: str, **values: object) -> str:
        """Return the words with their placeholders filled; raises KeyError if unknown."""
        form = "one" if values.get("count") == 1 else "other"
        text = self._flat.get(name) or self._flat.get(f"{name}.{form}")
        if text is None:
            raise KeyError(f'no words are called "{name}". {did_you_mean(name, self._flat)}')
        return text.format(**values) if values else text

    def section(self, name: str) -> dict[str, str]:
        """Return all words of a section, by their names inside it."""
        start = f"{name}."
        return {k[len(start) :]: v for k, v in self._flat.items() if k.startswith(start)}


@lru_cache(maxsize=8)
def _flat(language: str) -> dict[str, str]:
    """Read a locale; a language without a file of its own falls back to English."""
    path = FOLDER / f"{language}.yml"
    path = path if path.is_file() else FOLDER / "en.yml"
    return dict(_leaves(read_yaml(path, path.name).data, ""))


def _leaves(value: Any, name: str) -> list[tuple[str, str]]:
    if isinstance(value, dict):
        pairs = (_leaves(item, f"{name}.{key}" if name else key) for key, item in value.items())
        return [leaf for leaves in pairs for leaf in leaves]
    return [(name, str(value))]

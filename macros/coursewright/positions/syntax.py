"""From what the parser stumbled over to what the author should change."""

from __future__ import annotations

from collections.abc import Callable

from coursewright.positions import layout, quoting
from coursewright.positions.clue import Clue
from coursewright.problems import Problem

_DIAGNOSES: tuple[Callable[[Clue], Problem | None], ...] = (
    layout.tab,
    quoting.unclosed_quote,
    quoting.escape,
    quoting.special_character,
    quoting.after_quote,
    quoting.after_bracket,
    layout.brackets,
    layout.no_value,
    layout.colon,
    layout.no_colon,
    layout.list_on_key_line,
    layout.stray,
    layout.indentation,
)


def explain(clue: Clue) -> Problem:
    """Return the first diagnosis that fits."""
    for diagnose in _DIAGNOSES:
        found = diagnose(clue)
        if found:
            return found
    cure = "Check the quotes, brackets and indentation of this line and of the one above."
    return clue.report(clue.at, f"YAML cannot read this: {clue.problem}", cure, "yaml-syntax")

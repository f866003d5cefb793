"""Find the terms of the glossary in running text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from coursewright.course.ledger import Term


class TermFinder:
    """Knows every form of every term that may be linked."""

    def __init__(self, terms: Iterable[Term]) -> None:
        self._forms: dict[str, tuple[str, Term]] = {}
        for term in terms:
            if term.document.link:
                for form in (term.document.term, *term.document.also):
                    self._forms[form.casefold()] = (form, term)
        longest_first = sorted(self._forms, key=lambda form: (-len(form), form))
        choices = "|".join(map(_spaced, longest_first)) or r"(?!)"
        self._pattern = re.compile(rf"(?<![\w-])(?:{choices})(?![\w-])", re.IGNORECASE)

    def find(self, text: str) -> Iterator[tuple[re.Match[str], Term]]:
        """Yield each mention of a term, longest form first where forms overlap."""
        for found in self._pattern.finditer(text):
            # Patterns take letters for the same that casefold tells apart: i with and without dot.
            written = " ".join(found[0].split())
            form, term = self._forms.get(written.casefold(), ("", None))
            if term and _same_case(form, written):
                yield found, term


def _spaced(form: str) -> str:
    """Match a form also where a line ends between its words."""
    return r"[ \t]*\s[ \t]*".join(map(re.escape, form.split()))


def _same_case(form: str, found: str) -> bool:
    """Require capitals as written for abbreviations (UNESCO), allow any elsewhere."""
    capitals = sum(letter.isupper() for letter in form)
    return form == found if capitals > 1 else True

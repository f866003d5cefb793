"""What pages call, read before anything runs: misspelled macros and broken braces."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jinja2 import Environment, TemplateSyntaxError, nodes
from jinja2.meta import find_undeclared_variables

from coursewright.problems import Place, Problem
from coursewright.suggestions import did_you_mean


def wrong_calls(
    text: str, environment: Environment, known: set[str], file: str, offset: int
) -> Iterator[Problem]:
    """Yield a problem for each name a page uses that nothing defines.

    `known` are the variables of the page besides the environment's globals, `offset` the
    number of lines above the text in its file.
    """
    try:
        tree = environment.parse(text)
        undeclared = find_undeclared_variables(tree)
    except TemplateSyntaxError as error:
        place = Place(file, error.lineno + offset, 1)
        what = f"this macro call cannot be read: {(error.message or '').rstrip('.')}"
        yield Problem(place, what, _BRACES, "macro")
        return
    unknown = undeclared - known - set(environment.globals)
    for node in tree.find_all(nodes.Name):
        if node.name in unknown:
            yield _unknown(text, node, environment, Place(file, node.lineno + offset, 1))


_BRACES = "Close each {{ with }} and each quotation mark, or write the braces as {{ '{{' }}."


def _unknown(text: str, node: nodes.Name, environment: Environment, place: Place) -> Problem:
    line = re.split(r"\r\n|\r|\n", text)[node.lineno - 1]
    column = max(line.find(node.name), 0) + 1
    macros = {name for name, value in environment.globals.items() if callable(value)}
    cure = did_you_mean(node.name, macros - _JINJA)
    where = Place(place.file, place.line, column)
    return Problem(where, f'there is no macro "{node.name}"', cure, "macro")


_JINJA = {"range", "dict", "lipsum", "cycler", "joiner", "namespace"}

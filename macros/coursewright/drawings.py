"""SVG drawings: read as data, let through only what draws."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice
from pathlib import Path
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from coursewright.files import content_of
from coursewright.problems import CourseError, Place, Problem

SVG = "{http://www.w3.org/2000/svg}"
TAGS = frozenset(
    "svg g defs title desc path rect circle ellipse line polyline polygon text tspan "
    "textPath use symbol clipPath mask linearGradient radialGradient stop pattern".split()
)
ATTRIBUTES = frozenset(
    "id class viewBox preserveAspectRatio x y x1 y1 x2 y2 cx cy r rx ry dx dy d points width "
    "height transform rotate offset fill stroke opacity text-anchor dominant-baseline font-size "
    "font-weight font-style letter-spacing stroke-width stroke-dasharray stroke-linecap "
    "stroke-linejoin stroke-opacity fill-opacity fill-rule clip-path clip-rule mask "
    "gradientUnits gradientTransform patternUnits href role aria-hidden aria-label aria-labelledby "
    "aria-describedby focusable "
    "startOffset textLength lengthAdjust vector-effect paint-order".split()
)
WORDS = frozenset("id class role aria-label aria-labelledby aria-describedby".split())
"""Attributes that are read, never drawn."""
FUNCTIONS = frozenset(
    "matrix translate scale rotate skewx skewy rgb rgba hsl hsla var calc".split()
)
MAX_BYTES = 200_000
MAX_DEPTH = 50
MAX_PROBLEMS = 100
_NAME = re.compile(r"[\w-]*")
_OWN = re.compile(r"url\(\s*#[\w.-]+\s*\)")


def read_drawing(path: Path, file: str) -> str:
    """Return the SVG to put into a page: its size and its name are the figure's to give.

    Raises CourseError when the file is not SVG or holds anything but shapes and words:
    scripts, styles, events, embedded or outside pictures.
    """
    content = content_of(path, file, MAX_BYTES)
    if len(content) > MAX_BYTES:
        what = f"this drawing is larger than {MAX_BYTES // 1000} kB"
        raise CourseError([Problem(Place(file, 1, 1), what, "Simplify its paths.", "drawing")])
    return _clean(content.decode("utf-8", errors="replace"), file)


@lru_cache(maxsize=512)
def _clean(text: str, file: str) -> str:
    if re.search(r"<!(DOCTYPE|ENTITY)", text, re.IGNORECASE):
        raise CourseError([_refused(text, file, "<!", "a document type")])
    root = _parsed(text, file)
    problems = [_refused(text, file, *found) for found in islice(_forbidden(root), MAX_PROBLEMS)]
    if problems:
        raise CourseError(problems)
    return _serialized(root)


def _parsed(text: str, file: str) -> Element:
    try:
        root = ElementTree.fromstring(text)  # noqa: S314 - no document type, so no entities
    except ElementTree.ParseError as error:
        line, column = error.position
        raise _not_svg(Place(file, line, column + 1), "this is not well-formed SVG") from None
    if root.tag != f"{SVG}svg":
        raise _not_svg(Place(file, 1, 1), "this does not begin with <svg> and SVG's namespace")
    level: list[Element] = [root]
    for _ in range(MAX_DEPTH):
        level = [child for element in level for child in element]
    if level:
        raise _not_svg(Place(file, 1, 1), f"this drawing nests more than {MAX_DEPTH} deep")
    return root


def _not_svg(place: Place, what: str) -> CourseError:
    cure = "Mend it, or save it again from a drawing program."
    return CourseError([Problem(place, what, cure, "drawing")])


def _forbidden(root: Element) -> Iterator[tuple[str, str]]:
    """Yield what must not be there, each as text to look for and a name for it."""
    for element in root.iter():
        tag = element.tag.removeprefix(SVG)
        if tag not in TAGS or not element.tag.startswith(SVG):
            yield f"<{tag.rpartition('}')[2]}", f"<{tag.rpartition('}')[2]}>"
        for name, value in element.attrib.items():
            local = name.rpartition("}")[2]
            if local not in ATTRIBUTES:
                yield f"{local}=", f'the attribute "{local[:40]}"'
            elif _leads_out(local, value):
                yield value, f'the reference "{value[:40]}"'


def _leads_out(name: str, value: str) -> bool:
    """Tell whether a value could fetch something: style sheets know more ways than url()."""
    if name == "href":
        return not value.startswith("#")
    if name in WORDS:
        return False
    return "\\" in value or any(call not in FUNCTIONS for call in _calls(value))


def _calls(value: str) -> Iterator[str]:
    """Yield the name before each bracket; in one pass, since a value may be long."""
    for before in _OWN.sub("", value).split("(")[:-1]:
        name = _NAME.match(before.rstrip()[::-1])
        yield (name[0][::-1] if name else "").lower()


def _refused(text: str, file: str, needle: str, what: str) -> Problem:
    index = max(text.find(needle), 0)
    line = text.count("\n", 0, index) + 1
    column = index - (text.rfind("\n", 0, index) + 1) + 1
    cure = "Use shapes and text with the classes the theme colors, and nothing else."
    return Problem(Place(file, line, column), f"a drawing cannot hold {what}", cure, "drawing")


def _serialized(root: Element) -> str:
    for name in ("width", "height", "role", "aria-label", "aria-labelledby", "aria-describedby"):
        root.attrib.pop(name, None)
    for child in [found for found in root if found.tag in (f"{SVG}title", f"{SVG}desc")]:
        root.remove(child)
    for element in root.iter():
        element.tag = element.tag.removeprefix(SVG)
        element.attrib = {name.rpartition("}")[2]: is_ for name, is_ in element.attrib.items()}
    root.set("aria-hidden", "true")
    root.set("focusable", "false")
    return ElementTree.tostring(root, encoding="unicode", short_empty_elements=False)

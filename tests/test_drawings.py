"""Drawings let through only what draws."""

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from coursewright.drawings import MAX_BYTES, MAX_DEPTH, read_drawing
from coursewright.problems import CourseError

NAMESPACES = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
GOOD = f"""\
<?xml version="1.0" encoding="UTF-8"?>
<!-- drawn by hand -->
<svg {NAMESPACES} viewBox="0 0 10 10" width="10" height="10" role="img" aria-label="x">
<title>T</title><desc>D</desc>
<defs><linearGradient id="g"><stop offset="0"/></linearGradient></defs>
<g class="line" transform="translate(1, 2) rotate(45)">
<rect x="1" y="1" width="2" height="2" fill="url(#g)" stroke="rgb(1, 2, 3)"/>
<text aria-label="Levers (six)">A &amp; B &lt; C</text><use xlink:href="#g"/>
</g></svg>
"""


def _drawing(folder: Path, text: str) -> str:
    path = folder / "x.svg"
    path.write_text(text, encoding="utf-8")
    return read_drawing(path, "curriculum/x.svg")


def _said(folder: Path, text: str) -> list[str]:
    with pytest.raises(CourseError) as caught:
        _drawing(folder, text)
    return [str(problem) for problem in caught.value.problems]


def _svg(inside: str, attributes: str = "") -> str:
    return f"<svg {NAMESPACES} {attributes}>\n  {inside}</svg>"


class _Tags(HTMLParser):
    """Collects the tags of a text with their attributes."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))


def test_a_drawing_is_put_into_a_page(tmp_path: Path) -> None:
    """Its size and name are the figure's to give; comments and declarations are dropped."""
    tags = _Tags(_drawing(tmp_path, GOOD)).tags
    names = ["svg", "defs", "lineargradient", "stop", "g", "rect", "text", "use"]
    assert names == [name for name, _ in tags]
    assert {"viewbox": "0 0 10 10", "aria-hidden": "true", "focusable": "false"} == tags[0][1]
    assert {"href": "#g"} == tags[-1][1]


def test_words_stay_escaped(tmp_path: Path) -> None:
    """What was text does not turn into elements."""
    assert "A &amp; B &lt; C</text>" in _drawing(tmp_path, GOOD)


def test_a_drawing_has_no_prefixes(tmp_path: Path) -> None:
    """HTML knows no namespaces."""
    prefixed = GOOD.replace("xmlns=", "xmlns:s=").replace("<", "<s:").replace("<s:/", "</s:")
    prefixed = prefixed.replace("<s:?xml", "<?xml").replace("<s:!--", "<!--")
    assert _drawing(tmp_path, GOOD) == _drawing(tmp_path, prefixed)


HOSTILE = {
    "script": "<script>alert(1)</script>",
    "script of HTML": '<script xmlns="http://www.w3.org/1999/xhtml">alert(1)</script>',
    "script with prefix": '<x:script xmlns:x="http://www.w3.org/2000/svg">alert(1)</x:script>',
    "event": '<rect onload="alert(1)"/>',
    "event with blanks": '<rect onclick = "alert(1)"/>',
    "event in capitals": '<rect ONCLICK="alert(1)"/>',
    "style element": "<style>@import url(https://evil.example/x.css);</style>",
    "style attribute": '<rect style="fill: url(https://evil.example)"/>',
    "foreign object": "<foreignObject><body/></foreignObject>",
    "iframe": '<iframe xmlns="http://www.w3.org/1999/xhtml" src="https://evil.example"/>',
    "element of no namespace": '<rect xmlns=""/>',
    "image": '<image href="https://evil.example/x.png"/>',
    "fetched image": '<feImage href="https://evil.example/x.png"/>',
    "filter": '<filter id="f"/>',
    "link": '<a href="https://evil.example"><rect/></a>',
    "link to a script": '<a href="javascript:alert(1)"><rect/></a>',
    "outside use": '<use href="https://evil.example/x.svg#a"/>',
    "outside use by path": '<use href="x.svg#a"/>',
    "data use": '<use href="data:image/svg+xml,%3Csvg%3E#a"/>',
    "xlink to a script": '<use xlink:href="javascript:alert(1)"/>',
    "xlink outside": '<use xlink:href="//evil.example/x.svg#a"/>',
    "xml base": '<g xml:base="https://evil.example/"><use href="#a"/></g>',
    "set": '<set attributeName="onload" to="alert(1)"/>',
    "animate": '<animate attributeName="href" values="javascript:alert(1)"/>',
    "animate motion": "<animateMotion/>",
    "animate transform": '<animateTransform attributeName="transform"/>',
    "handler": '<handler type="text/javascript">alert(1)</handler>',
    "listener": '<listener event="click"/>',
    "meta data": "<metadata>x</metadata>",
    "switch": "<switch/>",
    "paint from outside": '<rect fill="url(https://evil.example/x.svg#a)"/>',
    "paint from outside in capitals": '<rect fill="URL(https://evil.example/x.svg#a)"/>',
    "paint from outside with blanks": '<rect fill="url( https://evil.example/x.svg#a )"/>',
    "paint from outside in quotes": "<rect fill=\"url('https://evil.example/x')\"/>",
    "second paint": '<rect fill="url(#a) url(https://evil.example/x)"/>',
    "escaped paint": r'<rect fill="u\72l(https://evil.example/x)"/>',
    "mask from outside": '<rect mask="url(#a), url(https://evil.example/x)"/>',
    "set of images": "<rect mask=\"image-set('https://evil.example/x' 1x)\"/>",
    "src": "<rect clip-path=\"src('https://evil.example/x')\"/>",
    "image function": "<rect mask=\"image('https://evil.example/x')\"/>",
    "tab index": '<rect tabindex="0"/>',
    "data attribute": '<rect data-x="1"/>',
}


@pytest.mark.parametrize("inside", HOSTILE.values(), ids=HOSTILE)
def test_what_runs_or_fetches_is_refused(tmp_path: Path, inside: str) -> None:
    """Scripts, events, styles, animation, foreign elements, addresses in any disguise."""
    problems = _said(tmp_path, _svg(inside))
    assert problems
    assert all(re.match(r"curriculum/x\.svg:\d+:\d+: a drawing cannot hold ", p) for p in problems)


def test_the_place_of_what_is_refused(tmp_path: Path) -> None:
    """Line and column in the drawing's own file, with what to do instead."""
    expected = [
        "curriculum/x.svg:2:3: a drawing cannot hold <script>. "
        "Use shapes and text with the classes the theme colors, and nothing else.",
        'curriculum/x.svg:3:7: a drawing cannot hold the attribute "onload". '
        "Use shapes and text with the classes the theme colors, and nothing else.",
    ]
    assert expected == _said(tmp_path, _svg('<script/>\n<rect onload="x"/>'))


def test_the_outermost_element_is_checked_too(tmp_path: Path) -> None:
    """Events are most at home there."""
    (problem,) = _said(tmp_path, _svg("", 'onload="alert(1)"'))
    assert 'the attribute "onload"' in problem


ENTITIES = {
    "document type": '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "https://www.w3.org/x.dtd">',
    "file": '<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
    "bomb": '<!DOCTYPE svg [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>',
    "small letters": '<!doctype svg [<!entity x "y">]>',
}


@pytest.mark.parametrize("head", ENTITIES.values(), ids=ENTITIES)
def test_document_types_and_entities_are_refused(tmp_path: Path, head: str) -> None:
    """Before anything reads them."""
    (problem,) = _said(tmp_path, f"{head}\n{_svg('<text>&x;</text>')}")
    assert problem.startswith("curriculum/x.svg:1:1: a drawing cannot hold a document type.")


BROKEN = {
    "not closed": (f"<svg {NAMESPACES}>\n  <g>", "2:6: this is not well-formed SVG"),
    "no markup": ("just words", "1:1: this is not well-formed SVG"),
    "empty": ("", "1:1: this is not well-formed SVG"),
    "unknown entity": (_svg("<text>&nbsp;</text>"), "2:9: this is not well-formed SVG"),
    "NUL": (_svg("<text>\0</text>"), "2:9: this is not well-formed SVG"),
    "no namespace": ("<svg/>", "1:1: this does not begin with <svg> and SVG's namespace"),
    "a part": (f"<g {NAMESPACES}/>", "1:1: this does not begin with <svg> and SVG's namespace"),
    "too deep": (
        _svg("<g>" * 20_000 + "</g>" * 20_000),
        f"1:1: this drawing nests more than {MAX_DEPTH} deep",
    ),
}


@pytest.mark.parametrize(("text", "expected"), BROKEN.values(), ids=BROKEN)
def test_what_is_no_drawing(tmp_path: Path, text: str, expected: str) -> None:
    """A problem with its place, never a traceback."""
    cure = "Mend it, or save it again from a drawing program."
    assert [f"curriculum/x.svg:{expected}. {cure}"] == _said(tmp_path, text)


def test_bad_bytes_are_no_drawing(tmp_path: Path) -> None:
    """Another encoding is read as what it is not, and refused."""
    path = tmp_path / "x.svg"
    path.write_bytes(GOOD.encode("utf-16"))
    with pytest.raises(CourseError):
        read_drawing(path, "x.svg")


def test_a_huge_drawing_is_refused(tmp_path: Path) -> None:
    """Every page that shows it would carry it."""
    huge = _svg("<g/>" * (MAX_BYTES // 4))
    expected = "curriculum/x.svg:1:1: this drawing is larger than 200 kB. Simplify its paths."
    assert [expected] == _said(tmp_path, huge)

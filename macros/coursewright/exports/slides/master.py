"""The master of a deck: its size, its colors and fonts, and where text stands on each layout."""

from __future__ import annotations

from collections.abc import Iterable
from copy import deepcopy
from typing import Any

import pptx
from lxml import etree
from pptx.dml.color import RGBColor
from pptx.enum.shapes import MSO_SHAPE, PP_PLACEHOLDER
from pptx.opc.constants import RELATIONSHIP_TYPE as RELATION
from pptx.util import Pt

from coursewright.exports.palette import palette
from coursewright.exports.slides import geometry as at
from coursewright.exports.slides.geometry import Box

DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
OPENING, CONTENT, TWO, ONLY = "Title Slide", "Title and Content", "Two Content", "Title Only"
BESIDE = "Picture with Caption"
PLACES = {
    OPENING: (at.OPENING_TITLE, at.OPENING_TEXT),
    CONTENT: (at.TITLE, at.BODY),
    TWO: (at.TITLE, at.LEFT, at.RIGHT),
    ONLY: (at.TITLE,),
    BESIDE: (at.BESIDE_TITLE, at.PICTURE, at.BESIDE_TEXT),
}
"""Where the placeholders of each layout stand, in their order."""
FEET = {PP_PLACEHOLDER.FOOTER: at.FOOT, PP_PLACEHOLDER.SLIDE_NUMBER: at.NUMBER}
COLORS = {
    **{"dk1": "ink", "lt1": "surface", "dk2": "brand", "lt2": "brand-soft"},
    **{f"accent{number}": f"stroke-{number}" for number in range(1, 7)},
    **{"hlink": "link", "folHlink": "brand"},
}
"""Colors of a theme by their names in Office, and ours."""
FONTS = {"majorFont": "Georgia", "minorFont": "Arial"}
"""Fonts that office programs have, or have an equal of."""
TITLE_SIZE, TEXT_SIZES = 28, (20, 18, 16, 16, 16)


def presentation() -> Any:
    """Return an empty deck, whose master and layouts hold what its slides have in common."""
    deck: Any = pptx.Presentation()
    deck.slide_width, deck.slide_height = Pt(at.SLIDE.width), Pt(at.SLIDE.height)
    for layout in list(deck.slide_layouts):
        if layout.name in PLACES:
            _place(layout.placeholders, PLACES[layout.name])
        else:
            deck.slide_layouts.remove(layout)
    master = deck.slide_master
    _place(master.placeholders, (at.TITLE, at.BODY))
    _theme(master.part.part_related_by(RELATION.THEME))
    _type(master._element.find(".//{*}txStyles"))
    _anchored(master)
    _decorated(deck)
    _without_leftovers(deck)
    return deck


def put(shape: Any, box: Box) -> None:
    """Set where a shape stands."""
    shape.left, shape.top = Pt(box.left), Pt(box.top)
    shape.width, shape.height = Pt(box.width), Pt(box.height)


def remove(shape: Any) -> None:
    """Take a shape away."""
    shape._element.getparent().remove(shape._element)


def _place(placeholders: Iterable[Any], boxes: Iterable[Box]) -> None:
    """Put placeholders where they belong, and take away the date, which would soon be wrong."""
    rest = iter(boxes)
    for shape in list(placeholders):
        kind = shape.placeholder_format.type
        if kind == PP_PLACEHOLDER.DATE:
            remove(shape)
        else:
            put(shape, FEET[kind] if kind in FEET else next(rest))


def _theme(part: Any) -> None:
    """Give the theme our colors and fonts."""
    root = etree.fromstring(part.blob)
    for name, ours in COLORS.items():
        slot = root.find(f".//{DRAWING}clrScheme/{DRAWING}{name}")
        slot[:] = [slot.makeelement(f"{DRAWING}srgbClr", val=str(color(ours)))]
    for name, font in FONTS.items():
        root.find(f".//{DRAWING}{name}/{DRAWING}latin").set("typeface", font)
    part._blob = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def color(name: str) -> Any:
    """Return one of the theme's colors."""
    digits = palette()[name].removeprefix("#")
    full = digits if len(digits) == 6 else "".join(digit * 2 for digit in digits)
    return RGBColor.from_string(full.upper())


def _type(styles: Any) -> None:
    """Set the type of titles and text once, where all slides take it from."""
    title = styles.find("{*}titleStyle/{*}lvl1pPr")
    title.set("algn", "l")
    title.find("{*}defRPr").attrib.update({"sz": str(TITLE_SIZE * 100), "b": "1"})
    title.find(".//{*}schemeClr").set("val", "tx2")
    for level, size in enumerate(TEXT_SIZES, 1):
        style = styles.find(f"{{*}}bodyStyle/{{*}}lvl{level}pPr")
        style.find("{*}defRPr").set("sz", str(size * 100))
        style.find("{*}spcBef/{*}spcPct").set("val", "45000")


def _anchored(master: Any) -> None:
    """Let titles of one line and of two end on the same line, and feet begin on one."""
    for shape in master.placeholders:
        if shape.placeholder_format.type == PP_PLACEHOLDER.FOOTER:
            shape._element.find(".//{*}lvl1pPr").set("algn", "l")
        if shape.placeholder_format.type == PP_PLACEHOLDER.TITLE:
            shape._element.txBody.bodyPr.set("anchor", "b")
        for fit in shape._element.findall(".//{*}normAutofit"):
            fit.getparent().remove(fit)


def _decorated(deck: Any) -> None:
    """Draw the bar at the top of every slide, and the ground of the first."""
    _bars(deck, deck.slide_master, [(at.BAR, "brand")])
    beside, *_ = deck.slide_layouts.get_by_name(BESIDE).placeholders
    _own_style(beside)
    opening = deck.slide_layouts.get_by_name(OPENING)
    _bars(deck, opening, [(at.SLIDE, "hero"), (at.OPENING_BAR, "hero-accent")])
    title, text, *_ = opening.placeholders
    title._element.txBody.bodyPr.set("anchor", "b")
    for shape, size in ((title, 40), (text, 20)):
        _white(shape._element.txBody.find("{*}lstStyle"), size)


def _bars(deck: Any, owner: Any, boxes: list[tuple[Box, str]]) -> None:
    """Put filled rectangles behind all else; they are drawn on a slide first, then moved."""
    slide = deck.slides.add_slide(deck.slide_layouts.get_by_name(ONLY))
    for number, (box, name) in enumerate(boxes):
        shape = slide.shapes.add_shape(MSO_SHAPE.RECTANGLE, 0, 0, 0, 0)
        put(shape, box)
        shape.fill.solid()
        shape.fill.fore_color.rgb = color(name)
        shape.line.fill.background()
        drawn = deepcopy(shape._element)
        drawn.remove(drawn.find("{*}style"))
        drawn.nvSpPr.cNvPr.set("id", str(900 + number))
        owner.shapes._spTree.insert(2 + number, drawn)
    listed = deck.slides._sldIdLst
    deck.part.drop_rel(listed[-1].rId)
    listed.remove(listed[-1])


def _own_style(shape: Any) -> None:
    """Let a title of the stock template look like all other titles."""
    shape._element.txBody.find("{*}lstStyle")[:] = []


def _white(style: Any, size: int) -> None:
    """Let a placeholder write in white, from the left, without bullets."""
    style[:] = []
    level = etree.SubElement(style, f"{DRAWING}lvl1pPr", marL="0", indent="0", algn="l")
    etree.SubElement(level, f"{DRAWING}buNone")
    run = etree.SubElement(level, f"{DRAWING}defRPr", sz=str(size * 100))
    fill = etree.SubElement(run, f"{DRAWING}solidFill")
    etree.SubElement(fill, f"{DRAWING}schemeClr", val="bg1")


def _without_leftovers(deck: Any) -> None:
    """Drop what the stock template brings along: its picture, and settings of some printer."""
    package = deck.part.package
    for owner, kind in ((package, RELATION.THUMBNAIL), (deck.part, RELATION.PRINTER_SETTINGS)):
        rels = package._rels if owner is package else owner.rels
        for ident in [ident for ident, rel in rels.items() if rel.reltype == kind]:
            rels.pop(ident)

"""A small course with all that paper and slides show: a figure, tables, a case, a workshop."""

from __future__ import annotations

from pathlib import Path

from coursewright.course import Module
from coursewright.site import load_views
from coursewright.views import Views

from tests.course.wellknown import WELL_KNOWN
from tests.courses import MODULE, QUIZ, Files, added, edited, write_course

FIGURE = "curriculum/figures/pot.svg"
SVG = """\
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 90">
<rect class="cwf-fill-1 cwf-stroke-1" x="10" y="10" width="100" height="70" stroke-width="2"/>
<path class="cwf-accent" d="M10 45H110" fill="none"/>
<text class="cwf-ink cwf-strong" x="60" y="50" text-anchor="middle" font-size="14">Pot</text>
</svg>
"""
PARTS = """\
figures:
  - id: pot
    title: A pot seen from the side
    file: figures/pot.svg
    caption: The lid is off.
    text: A wide body, a lid and a spout.
tables:
  - id: minutes
    title: Minutes by leaf
    columns: [Leaf, Minutes, Taste]
    rows:
      - ["1. **Black**", "4", "Strong [@C1]"]
      - ["2. Green", "2.5", Mild]
    chart: Minutes
cases:
  - {id: inn, title: The Blue Inn, fictional: true, body: Guests send the pot back.}
discussion:
  - Who decides when the pot is ready?
facilitation:
  minutes: 30
  group: 4 to 12 people
  room: A kitchen
  preparation: [Fill the kettle.]
  agenda:
    - {minutes: 10, title: Taste blind, steps: ["Pour two cups.", "Say which stood longer."]}
    - {minutes: 20, title: Brew in pairs}
  prompts: [What would a guest notice first?]
  debrief: [What will you brew first?]
  pitfalls:
    - {text: Everybody likes it bitter, say: "Ask which cup is empty."}
"""
TEA: Files = {
    **edited(
        MODULE,
        (
            "      ## At the kettle\n",
            "      ![](figure:pot)\n\n      ![](table:minutes)\n\n      ## At the kettle\n",
        ),
        ("pour at once.\n", "pour at once [@C1].\n"),
        ("questions: [signs]\n", "questions: [signs]\n    reflect: Who waits in your kitchen?\n"),
        files=added(
            MODULE,
            PARTS,
            edited(
                QUIZ,
                ("    bloom: apply\n", "    bloom: apply\n    case: inn\n"),
                ("    bloom: understand\n", "    bloom: understand\n    case: inn\n"),
                files=WELL_KNOWN,
            ),
        ),
    ),
    FIGURE: SVG,
}


def tea(root: Path, files: Files = TEA) -> tuple[Views, Module]:
    """Return the course and its module."""
    views = load_views(write_course(root, files))
    return views, views.modules["tea"]

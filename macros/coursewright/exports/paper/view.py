"""A page of paper: nothing to click or unfold, and citations become numbered references."""

from __future__ import annotations

from functools import lru_cache

from coursewright.course import Module
from coursewright.documents import FigureDocument
from coursewright.exports.drawing import data_uri
from coursewright.views import TEMPLATES, Links, PageView, Views


class PaperView(PageView):
    """Renders parts of the course for paper, with paper's own templates where there are some."""

    def __init__(self, views: Views, module: Module) -> None:
        super().__init__(views, Links(module.page), notes=True)
        self.module = module

    def render(self, template: str, **values: object) -> str:
        """Return the HTML of a template in its form for paper."""
        name = f"paper/{template}" if template in _paper_forms() else template
        return super().render(name, **values)

    def picture(self, figure: FigureDocument) -> str:
        """Return the address of a drawing, which holds the drawing itself."""
        return data_uri(self.drawing(figure))

    def references(self, detail: str) -> str:
        """Return what has been cited so far; its own words may cite more, which takes a round."""
        notes = list(self.notes.values())
        html = self.render("references.jinja", notes=notes, detail=detail) if notes else ""
        return html if len(notes) == len(self.notes) else self.references(detail)


@lru_cache(maxsize=1)
def _paper_forms() -> frozenset[str]:
    return frozenset(path.name for path in (TEMPLATES / "paper").glob("*.jinja"))

"""What the reference's macros return."""

from __future__ import annotations

from functools import cache

from markupsafe import Markup
from pydantic import BaseModel
from pymdownx.highlight import Highlight

from coursewright.documents import InstrumentDocument
from coursewright.instruments import KINDS as FIELDS
from coursewright.instruments import BaseField
from coursewright.questions import KINDS, BaseQuestion
from coursewright.reference.fields import groups
from coursewright.reference.kitchen import example_instrument, example_views, quiz_id, written
from coursewright.reference.schemas import SCHEMAS
from coursewright.views import PageView, find, sections

SHARED = frozenset(BaseQuestion.model_fields)
MODELS: dict[str, type[BaseModel]] = {
    **KINDS,
    **FIELDS,
    "field": BaseField,
    "instrument": InstrumentDocument,
}
"""What `fields` can tell about, besides what all questions share."""


def examples(view: PageView, kind: str) -> str:
    """Return each example of a kind as learners meet it, with its YAML."""
    find("kind of question", KINDS, kind)
    views = example_views(view.course.document.language)
    kitchen = PageView(views, view.links, view.keep)
    questions = views.quizzes[quiz_id(kind)].questions
    pairs = zip(questions, written(views.course, kind), strict=True)
    return "\n\n".join(
        view.keep(
            view.render(
                "example.jinja",
                question=question,
                shown=Markup(sections.asked(kitchen, question, 3)),  # noqa: S704 - rendered
                code=Markup(_code(text)),  # noqa: S704 - escaped by the highlighter
                first=question is questions[0],
            )
        )
        for question, text in pairs
    )


def instrument_example(view: PageView) -> str:
    """Return an instrument with a field of every kind, live, and then its YAML."""
    kitchen = PageView(example_views(view.course.document.language), view.links, view.keep)
    source = example_instrument().source
    code = Markup(_code(source.text))  # noqa: S704 - escaped by the highlighter
    shown = sections.instrument(kitchen, example_instrument().document.id, 3)
    return f"{shown}\n\n{view.keep(view.render('instrument_example.jinja', code=code))}"


@cache
def _code(text: str) -> str:
    """Return YAML in colors, without the empty lines that would end a block of HTML."""
    code = str(Highlight(None).highlight(text, "yaml"))
    return code.replace("\n\n", "\n&#10;")


def keys(view: PageView, name: str) -> str:
    """Return the keys of a file as tables: those at the top, then those of each group in it."""
    model = find("kind of file", SCHEMAS, name)
    found = groups(model, view.views.words, frozenset())
    return view.keep(view.render("fields.jinja", kind=name, groups=found))


def fields(view: PageView, kind: str = "") -> str:
    """Return the keys of a kind as a table, or without a kind those that all questions share.

    `field` is what all fields of instruments share, `instrument` the file itself.
    """
    words = view.views.words
    if kind:
        model = find("kind", MODELS, kind)
        found = groups(model, words, _shared(model))
    else:
        found = groups(BaseQuestion, words, frozenset())
    return view.keep(view.render("fields.jinja", kind=kind, groups=found))


def _shared(model: type[BaseModel]) -> frozenset[str]:
    """Return the keys that a kind has in common with its siblings."""
    if model is BaseField or not issubclass(model, BaseField):
        return SHARED if issubclass(model, BaseQuestion) else frozenset()
    return frozenset(BaseField.model_fields)

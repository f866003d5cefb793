"""Each sheet of a module as one HTML file that needs no other."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from markupsafe import Markup

from coursewright.course import Lesson, Module
from coursewright.documents import marks
from coursewright.exports.paper.cards import cards
from coursewright.exports.paper.numbering import Numbered, numbered
from coursewright.exports.paper.style import Paper, style
from coursewright.exports.paper.view import PaperView
from coursewright.questions.base import Choice
from coursewright.views import Views

Body = Callable[[PaperView, Module], str]


def sheet(views: Views, module: Module, name: str, paper: Paper) -> str:
    """Return a sheet by its name; raises KeyError when nothing is called so."""
    view = PaperView(views, module)
    body = SHEETS[name](view, module)
    words = views.words
    title = words(f"paper.{name}")
    page = words("paper.page", page="{page}", pages="{pages}")
    detail = "source" if name in UNANSWERED else "full"
    left, right = f"{views.course.title} · {module.title}", title
    return view.render(
        "page.jinja",
        name=name,
        module=module,
        sheet=title,
        style=Markup(style(paper, left=left, right=right, page=page)),  # noqa: S704 - ours
        body=Markup(body),  # noqa: S704 - rendered from templates
        references=Markup(view.references(detail)),  # noqa: S704 - rendered from templates
    )


def handout(view: PaperView, module: Module) -> str:
    """Return what a participant takes home, which is not the text of the lessons."""
    course = view.course
    return view.render(
        "handout.jinja",
        module=module,
        shown=list(_shown(view, module)),
        cases=[Markup(view.case(case)) for case in module.document.cases],  # noqa: S704 - rendered
        cited={lesson.id: _cited(lesson) for lesson in module.lessons},
        reflections=[lesson for lesson in module.lessons if lesson.document.reflect],
        terms=[t for t in course.terms.values() if set(t.taught_in) & set(module.lessons)],
    )


def _cited(lesson: Lesson) -> str:
    """Return a citation of all that a lesson cites, as authors write one."""
    found = [mark.target for mark in marks(lesson.document.body) if mark.scheme == "cite"]
    return f"[{'; '.join(f'@{ident}' for ident in dict.fromkeys(found))}]" if found else ""


def _shown(view: PaperView, module: Module) -> Iterator[Markup]:
    """Yield figures and tables in the order in which lessons place them, then the others."""
    document = module.document
    known = {("figure", it.id): view.figure for it in document.figures}
    placed = [mark for lesson in module.lessons for mark in marks(lesson.document.body)]
    order = [(mark.scheme, mark.target) for mark in placed]
    order += [*known, *(("table", it.id) for it in document.tables)]
    for scheme, ident in dict.fromkeys(order):
        if scheme == "figure":
            yield Markup(view.figure(module.figure(ident)))  # noqa: S704 - rendered
        elif scheme == "table":
            yield Markup(view.table(module.table(ident)))  # noqa: S704 - rendered


def worksheet(view: PaperView, module: Module) -> str:
    """Return the questions of a module for a pen, with no answer anywhere."""
    return _numbered(view, module, "worksheet.jinja", _asked)


def answer_key(view: PaperView, module: Module) -> str:
    """Return what is right, why, and what each wrong answer stands for."""
    return _numbered(view, module, "answer_key.jinja", _answered)


def _numbered(
    view: PaperView, module: Module, template: str, one: Callable[[PaperView, Numbered], str]
) -> str:
    parts = [
        {
            "title": part.title,
            "questions": [Markup(one(view, item)) for item in part.items],  # noqa: S704 - rendered
        }
        for part in numbered(module, view.views.words)
    ]
    return view.render(template, module=module, parts=parts)


def _asked(view: PaperView, item: Numbered) -> str:
    question, module = item.question, item.question.quiz.module
    view.module = module
    figure = module.figure(question.document.figure or "")
    return view.render(
        "asked.jinja",
        item=item,
        case=Markup(view.case(question.case)) if question.case else "",  # noqa: S704 - rendered
        figure=Markup(view.figure(figure)) if figure else "",  # noqa: S704 - rendered
    )


def _answered(view: PaperView, item: Numbered) -> str:
    module = item.question.quiz.module
    view.module = module

    def misconception(choice: Choice) -> object:
        return module.misconception(choice.misconception) if choice.misconception else None

    return view.render("answered.jinja", item=item, misconception=misconception)


UNANSWERED = ("worksheet", "cards")
"""Sheets that tell nothing; what is said of a claim may well be what a question asks."""

SHEETS: dict[str, Body] = {
    "handout": handout,
    "worksheet": worksheet,
    "answer-key": answer_key,
    "cards": cards,
}
"""Every sheet by its name."""

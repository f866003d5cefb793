"""The larger parts of pages: what each public macro returns."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby

from markupsafe import Markup

from coursewright.course import Module, Question, Source, Term
from coursewright.views.links import ASSIGNMENTS, PROGRESS
from coursewright.views.page import Note, PageView
from coursewright.views.rendering import find

Parts = list[str]


def lesson(view: PageView, ref: str) -> str:
    """Return a lesson: head, body, questions, reflection and evidence."""
    found = find("lesson", view.views.lessons, ref)
    view.notes_here = True
    parts = [view.render("lesson_head.jinja", lesson=found)]
    parts += view.body(found.document.body, found.module)
    parts += _questions(view, found.questions, view.views.words("lesson.questions"))
    if found.document.reflect:
        parts.append(view.render("reflect.jinja", lesson=found))
    parts.append(view.render("lesson_foot.jinja", lesson=found))
    return joined(view, [*parts, *evidence(view)])


def module(view: PageView, ident: str) -> str:
    """Return a module's overview."""
    found = find("module", view.views.modules, ident)
    view.notes_here = True
    words = view.views.words
    parts = [view.render("module_head.jinja", module=found)]
    parts += [view.heading(2, words("module.lessons")), lessons(view, ident)]
    if found.document.takeaways:
        parts += [view.heading(2, words("module.takeaways")), takeaways(view, ident)]
    if found.document.misconceptions:
        title = view.heading(2, words("module.misconceptions"))
        parts += [title, view.render("misconceptions.jinja", module=found)]
    if found.document.apply:
        parts += [view.heading(2, words("module.apply")), _apply(view, found)]
    if found.document.discussion:
        title = view.heading(2, words("module.discussion"))
        parts += [title, view.render("discussion.jinja", module=found)]
    if own := [it for it in view.course.instruments.values() if it.module is found]:
        title = view.heading(2, words("instrument.title"))
        parts += [title, view.render("instruments.jinja", instruments=own, level=3)]
    return joined(view, [*parts, *evidence(view)])


def _apply(view: PageView, found: Module) -> str:
    view.module = found
    return view.render("apply.jinja", module=found)


def lessons(view: PageView, ident: str) -> str:
    """Return the list of a module's lessons, with its check."""
    return view.render("lessons.jinja", module=find("module", view.views.modules, ident))


def objectives(view: PageView, ident: str) -> str:
    """Return a module's objectives."""
    found = find("module", view.views.modules, ident)
    return view.render("objectives.jinja", objectives=found.objectives)


def takeaways(view: PageView, ident: str) -> str:
    """Return a module's takeaways."""
    return view.render("takeaways.jinja", module=find("module", view.views.modules, ident))


def check(view: PageView, ident: str) -> str:
    """Return a module's check: one question after the other, with a summary."""
    found = find("module", view.views.modules, ident)
    view.notes_here = True
    parts = [view.render("check_head.jinja", module=found), _check(view, found)]
    return joined(view, [*parts, *evidence(view)])


def _check(view: PageView, module: Module) -> str:
    every = module.check + module.review
    questions = [(it, Markup(asked(view, it, 2))) for it in every]  # noqa: S704 - ours
    return view.render("quiz.jinja", module=module, questions=questions, root=view.root)


def quiz(view: PageView, ident: str) -> str:
    """Return every question of a bank."""
    return joined(view, _questions(view, find("quiz", view.views.quizzes, ident).questions))


def question(view: PageView, ref: str) -> str:
    """Return one question by `quiz-id/question-id`."""
    return joined(view, _questions(view, [find("question", view.views.questions, ref)]))


def instrument(view: PageView, ident: str, level: int = 2) -> str:
    """Return an instrument: a worksheet to print, which a script makes a form that is kept.

    Its sections get headings of this level.
    """
    found = find("instrument", view.course.instruments, ident)
    view.notes_here = True
    view.module = found.module
    words, document = view.views.words, found.document
    shared = {
        "instrument": found,
        "anchor": f"f-{found.id}",
        "level": level,
        "root": view.root,
        "labels": {field.id: field.label for field in document.fields},
    }
    parts = [view.render("instrument_head.jinja", **shared)]
    for section in document.sections:
        parts.append(view.heading(level, section.title))
        parts.append(view.render("instrument_section.jinja", section=section, **shared))
    if document.rated or document.guide:
        title = words("instrument.result" if document.rated else "instrument.guide")
        parts += [view.heading(level, title), view.render("instrument_result.jinja", **shared)]
    parts.append(view.render("instrument_file.jinja", **shared))
    return joined(view, [*parts, *evidence(view)])


def instruments(view: PageView, level: int = 2) -> str:
    """Return a card for each instrument, with its title as a heading of this level."""
    found = view.course.instruments.values()
    return view.render("instruments.jinja", instruments=found, level=level)


def _questions(view: PageView, questions: list[Question], title: str = "") -> Parts:
    if not questions:
        return []
    heading = [view.heading(2, title)] if title else []
    level = 3 if title else 2
    return heading + [asked(view, question, level) for question in questions]


def asked(view: PageView, question: Question, level: int) -> str:
    """Return a question whose prompt is a heading of this level."""
    view.module = question.quiz.module
    return view.render(
        "question.jinja",
        question=question,
        heading_level=level,
        lesson_url=view.url(question.lesson) if question.lesson else None,
        figure=_figure(view, question),
        misconception=lambda choice: view.misconception(question, choice),
    )


def _figure(view: PageView, question: Question) -> Markup:
    ident = question.document.figure
    shown = view.figure(question.quiz.module.figure(ident)) if ident else ""
    return Markup(shown)  # noqa: S704 - rendered from templates


def evidence(view: PageView) -> Parts:
    """Return what the page has cited so far, with the strength of each claim."""
    if not view.notes:
        return []
    title = view.heading(2, view.views.words("evidence.title"))
    return [title, _evidence(view)]


def _evidence(view: PageView) -> str:
    """Return the list; what disputes cite in it is part of it, so it may take another round."""
    notes = list(view.notes.values())
    html = view.render("evidence.jinja", notes=notes, told=_told(notes))
    return html if len(notes) == len(view.notes) else _evidence(view)


def _told(notes: Sequence[Note]) -> dict[str, str]:
    """Return the note that tells each dispute: its own, or that of the first claim in it."""
    told = {note.id: note.id for note in notes if note.dispute}
    for note in notes:
        if note.claim and note.claim.dispute:
            told.setdefault(note.claim.dispute.document.id, note.id)
    return told


def module_cards(view: PageView) -> str:
    """Return a card for each module."""
    return view.render("module_cards.jinja")


def course_map(view: PageView) -> str:
    """Return modules and lessons as a nested list."""
    return view.render("course_map.jinja")


def path(view: PageView, ident: str) -> str:
    """Return a path: for whom, how long, the steps in order, and why in this order."""
    found = find("path", view.views.paths, ident)
    view.notes_here = True
    words = view.views.words
    parts = [view.render("path_head.jinja", path=found)]
    parts += [view.heading(2, words("path.steps")), view.render("path_steps.jinja", path=found)]
    why = view.render("path_why.jinja", path=found)
    return joined(view, [*parts, view.heading(2, words("path.why")), why, *evidence(view)])


def paths(view: PageView, audience: str = "learners") -> str:
    """Return a card for each path of learners, or of "trainers"; nothing where there is none."""
    meant = find("audience", {"learners": False, "trainers": True}, audience)
    found = [it for it in view.course.paths if it.document.trainers == meant]
    return view.render("path_cards.jinja", paths=found) if found else ""


def glossary(view: PageView) -> str:
    """Return every term by its first letter."""
    terms = sorted(view.course.terms.values(), key=lambda term: term.document.term.casefold())
    parts = []
    for letter, group in groupby(terms, key=_letter):
        parts.append(view.heading(2, letter))
        parts.append(view.render("glossary.jinja", terms=list(group)))
    return joined(view, parts)


def _letter(term: Term) -> str:
    first = term.document.term[0].upper()
    return first if first.isalpha() else "#"


def sources(view: PageView) -> str:
    """Return every source with its kind, its bias and what cites it."""
    ordered = sorted(view.course.sources.values(), key=_by_title)
    title = view.heading(2, view.views.words("source.all"))
    return joined(view, [title, view.render("sources.jinja", sources=ordered)])


def _by_title(source: Source) -> str:
    """Sort as libraries do: by the first letter or digit."""
    return re.sub(r"^\W+", "", source.document.title.casefold())


def claims(view: PageView) -> str:
    """Return the claim ledger and the disputes."""
    return view.render("claims.jinja", claims=list(view.course.claims.values()))


def disputes(view: PageView) -> str:
    """Return where sources disagree, and what a careful teacher says."""
    return view.render("disputes.jinja")


def start_button(view: PageView, label: str) -> str:
    """Return a link to the first lesson, shown as the page's main button."""
    first = next(iter(view.course.lessons))
    return view.render("start_button.jinja", lesson=first, label=label)


def progress(view: PageView) -> str:
    """Return a place for what the learner has done, filled in by a script."""
    return view.render("progress.jinja", url=view.seen(ASSIGNMENTS))


def resume(view: PageView) -> str:
    """Return a place for a link to where the learner left, empty until there is one."""
    return view.render("resume.jinja", url=view.seen(PROGRESS))


def joined(view: PageView, parts: Parts) -> str:
    """Return headings as they are, and between them blocks of finished HTML."""
    blocks = (part if part.startswith("#") else view.keep(part) for part in parts if part)
    return "\n\n".join(blocks)

"""Link what a module's check asks."""

from __future__ import annotations

from coursewright.course.graph import Module, Question, Quiz
from coursewright.course.scope import Scope
from coursewright.problems import Place


def link_check(scope: Scope, module: Module) -> None:
    """Resolve what each bank lists for the check, then see that it can be asked."""
    for quiz in module.quizzes:
        _listed(scope, quiz)
        _reviewed(scope, quiz)
    for name in ("draw", "pass"):
        _said_once(scope, module, name)
    _enough(scope, module)
    _reachable(scope, module)


def _listed(scope: Scope, quiz: Quiz) -> None:
    own = {question.document.id: question for question in quiz.module.questions}
    own |= {question.ref: question for question in quiz.module.questions}
    own |= {question.document.id: question for question in quiz.questions}
    for index, ident in enumerate(quiz.document.check.questions if quiz.document.check else ()):
        at = quiz.source.place("check", "questions", index)
        question = scope.find("question", own, ident, at)
        if question and question in quiz.checked:
            what = f'the check already asks "{ident}"'
            scope.problem(at, what, "Name it once.", "asked-twice")
        elif question:
            quiz.checked.append(question)


def _reviewed(scope: Scope, quiz: Quiz) -> None:
    """Resolve what is asked again: only what learners have met in an earlier module."""
    known = {question.ref: question for question in scope.course.questions}
    for index, ref in enumerate(quiz.document.check.review if quiz.document.check else ()):
        at = quiz.source.place("check", "review", index)
        question = scope.find("question", known, ref, at)
        if question and not _refused(scope, quiz.module, question, at):
            quiz.reviewed.append(question)


def _refused(scope: Scope, module: Module, question: Question, at: Place) -> bool:
    """Note why a question cannot be asked again here; return whether there is a reason."""
    home = question.quiz.module
    if home is module:
        what = f'"{question.ref}" is a question of this module'
        cure = "List it under check: questions, or name one of an earlier module."
        scope.problem(at, what, cure, "review-own")
    elif home.number > module.number:
        what = f'"{question.ref}" belongs to the module "{home.id}", which comes later'
        scope.problem(at, what, "Name a question of an earlier module.", "review-later")
    elif question in module.review:
        what = f'the check already asks "{question.ref}"'
        scope.problem(at, what, "Name it once.", "asked-twice")
    else:
        return False
    return True


def _said_once(scope: Scope, module: Module, name: str) -> None:
    """A module has one check, however many banks it has."""
    field = "goal" if name == "pass" else name
    said = [q for q in module.quizzes if getattr(q.document.check, field, None) is not None]
    for quiz in said[1:]:
        first = said[0].source.place("check", name)
        what = f'"{name}" is already set for the check of "{module.id}" at {first}'
        place = quiz.source.place("check", name)
        scope.problem(place, what, "Set it in one bank of a module.", "check-twice", first)


def _enough(scope: Scope, module: Module) -> None:
    for quiz in module.quizzes:
        draw = quiz.document.check and quiz.document.check.draw
        if draw and draw > len(module.check):
            what = f"the check draws {draw} questions, and has {len(module.check)}"
            cure = "Lower the number, or add questions."
            scope.problem(quiz.source.place("check", "draw"), what, cure, "check-draw")


def _reachable(scope: Scope, module: Module) -> None:
    asked = set(module.check)
    for question in module.questions:
        if question.asked_in is None and question not in asked:
            what = f'neither a lesson nor the check asks "{question.document.id}"'
            cure = "List it under check: questions: or in a lesson, or remove it."
            scope.problem(question.place, what, cure, "never-asked")

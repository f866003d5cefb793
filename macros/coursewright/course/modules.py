"""Link what is inside modules: objectives, lessons, question banks."""

from __future__ import annotations

import re
from collections.abc import Sequence

from coursewright.course.checks import link_check
from coursewright.course.graph import Lesson, Module, Objective, Question, Quiz
from coursewright.course.scope import Scope
from coursewright.documents import Path, QuizDocument, TableDocument
from coursewright.drawings import read_drawing
from coursewright.loader import Documents, Loaded
from coursewright.positions import Source as File
from coursewright.problems import CourseError
from coursewright.questions import BaseQuestion
from coursewright.suggestions import did_you_mean

_NUMBER = re.compile(r"-?\d{1,12}(\.\d{1,6})?")


def link_modules(scope: Scope, modules: dict[str, Module], documents: Documents) -> None:
    """Fill every module, then its banks, then what lessons ask."""
    for module in modules.values():
        _objectives(scope, module)
        _unique_parts(scope, module)
        _lessons(scope, module)
    for loaded in documents.quizzes:
        _quiz(scope, modules, loaded)
    for module in modules.values():
        _asked(scope, module)
        link_check(scope, module)
        _misconceptions(scope, module)
        _assessed(scope, module)


def _objectives(scope: Scope, module: Module) -> None:
    for index, document in enumerate(module.document.objectives):
        place = module.source.place("objectives", index, "id")
        if scope.claim(f"objective of {module.id}", document.id, place):
            module.objectives.append(Objective(document, module, place))


def _unique_parts(scope: Scope, module: Module) -> None:
    for part in ("figures", "tables", "cases", "misconceptions"):
        for index, item in enumerate(getattr(module.document, part)):
            place = module.source.place(part, index, "id")
            scope.claim(f"{part[:-1]} of {module.id}", item.id, place)
    _rows_fit(scope, module)
    _figures_exist(scope, module)


def _rows_fit(scope: Scope, module: Module) -> None:
    for index, table in enumerate(module.document.tables):
        for number, row in enumerate(table.rows):
            if len(row) != len(table.columns):
                place = module.source.place("tables", index, "rows", number)
                what = f"this row has {len(row)} cells, and the table {len(table.columns)} columns"
                scope.problem(place, what, "Add or remove cells.", "table-shape")
        _chart_fits(scope, module, index, table)


def _chart_fits(scope: Scope, module: Module, index: int, table: TableDocument) -> None:
    if table.chart is None:
        return
    place = module.source.place("tables", index, "chart")
    if table.chart not in table.columns:
        what = f'no column of this table is called "{table.chart}"'
        scope.problem(place, what, did_you_mean(table.chart, table.columns), "table-chart")
        return
    at = table.columns.index(table.chart)
    for number, row in enumerate(table.rows):
        if at < len(row) and not _NUMBER.fullmatch(row[at]):
            what = f'"{row[at]}" is no number, and the chart draws this column'
            cell = module.source.place("tables", index, "rows", number, at)
            scope.problem(cell, what, "Write digits alone, or draw another column.", "table-chart")


def _figures_exist(scope: Scope, module: Module) -> None:
    folder = scope.course.root / "curriculum"
    for index, figure in enumerate(module.document.figures):
        path = folder / figure.file
        inside = path.resolve().is_relative_to(folder.resolve())
        if not path.is_file() or path.is_symlink() or not inside:
            place = module.source.place("figures", index, "file")
            what = f'there is no file "curriculum/{figure.file}"'
            scope.problem(place, what, "Draw it, or mend the name.", "missing-file")
            continue
        try:
            read_drawing(path, f"curriculum/{figure.file}")
        except CourseError as error:
            scope.problems += error.problems


def _lessons(scope: Scope, module: Module) -> None:
    objectives = {objective.id: objective for objective in module.objectives}
    for index, document in enumerate(module.document.lessons):
        place = module.source.place("lessons", index, "id")
        if document.id in ("index", "check"):
            cure = "Choose another id: this one names another page of the module."
            scope.problem(place, f'a lesson cannot be called "{document.id}"', cure, "reserved-id")
        if not scope.claim(f"lesson of {module.id}", document.id, place):
            continue
        lesson = Lesson(document, module, len(module.lessons) + 1, place)
        module.lessons.append(lesson)
        for number, ident in enumerate(document.objectives):
            at = module.source.place("lessons", index, "objectives", number)
            objective = scope.find("objective", objectives, ident, at)
            if objective:
                lesson.objectives.append(objective)
                objective.lessons.append(lesson)


def _quiz(scope: Scope, modules: dict[str, Module], loaded: Loaded[QuizDocument]) -> None:
    source, document = loaded.source, loaded.document
    module = scope.find("module", modules, document.module, source.place("module"))
    if not scope.claim("quiz", document.id, source.place("id")) or not module:
        for item in document.questions:
            _leave_out(scope, document, item)
        return
    quiz = Quiz(document, source, module)
    module.quizzes.append(quiz)
    for index, item in enumerate(document.questions):
        _question(scope, quiz, ("questions", index), item)


def _question(scope: Scope, quiz: Quiz, path: Path, document: BaseQuestion) -> None:
    module, source = quiz.module, quiz.source
    objectives = {objective.id: objective for objective in module.objectives}
    place = source.place(*path, "id")
    first = scope.claim(f"question of {quiz.document.id}", document.id, place)
    at = source.place(*path, "objective")
    objective = scope.find("objective", objectives, document.objective, at)
    _check_names(scope, module, source, path, document)
    if first and objective:
        case = module.case(document.case) if document.case else None
        question = Question(document, quiz, place, objective, case)
        quiz.questions.append(question)
        objective.questions.append(question)
    elif first:
        _leave_out(scope, quiz.document, document)


def _leave_out(scope: Scope, quiz: QuizDocument, document: BaseQuestion) -> None:
    scope.leave_out("question", document.id, f"{quiz.id}/{document.id}")


def _check_names(
    scope: Scope, module: Module, source: File, path: Path, document: BaseQuestion
) -> None:
    """Check the case, the figure and the misconceptions that a question names."""
    for name in ("case", "figure"):
        if ident := getattr(document, name):
            items = _ids(getattr(module.document, f"{name}s"))
            scope.find(name, items, ident, source.place(*path, name))
    known = _ids(module.document.misconceptions)
    for where, ident in document.misconceptions():
        scope.find("misconception", known, ident, source.place(*path, *where))


def _ids(items: Sequence[object]) -> dict[str, object]:
    return {str(getattr(item, "id", "")): item for item in items}


def _asked(scope: Scope, module: Module) -> None:
    own = {question.document.id: question for question in module.questions}
    own |= {question.ref: question for question in module.questions}
    for index, lesson in enumerate(module.lessons):
        for number, ident in enumerate(lesson.document.questions):
            at = module.source.place("lessons", index, "questions", number)
            question = scope.find("question", own, ident, at)
            if question and question.asked_in:
                what = f'"{ident}" is already asked by the lesson "{question.asked_in.id}"'
                scope.problem(at, what, "Ask it in one lesson.", "asked-twice")
            elif question:
                question.asked_in = lesson
                lesson.questions.append(question)


def _misconceptions(scope: Scope, module: Module) -> None:
    lessons = {lesson.id: lesson for lesson in module.lessons}
    for index, item in enumerate(module.document.misconceptions):
        if item.lesson:
            at = module.source.place("misconceptions", index, "lesson")
            scope.find("lesson", lessons, item.lesson, at)


def _assessed(scope: Scope, module: Module) -> None:
    if scope.leaves_out("question"):
        return
    for objective in module.objectives:
        if not objective.questions:
            what = f'no question assesses the objective "{objective.id}"'
            cure = f"Add one with objective: {objective.id} to a quiz of {module.id}."
            also = [quiz.source.place("questions") for quiz in module.quizzes]
            scope.problem(objective.place, what, cure, "not-assessed", *also)

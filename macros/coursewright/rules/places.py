"""Where things stand in the files of a course."""

from __future__ import annotations

from coursewright.course import Lesson, Question
from coursewright.documents import Path
from coursewright.documents.reading import place_of
from coursewright.positions import Source as File
from coursewright.problems import Place


def of_question(question: Question, *path: str | int) -> Place:
    """Return the place of a value in a question."""
    return question.quiz.source.place(*question_path(question), *path)


def question_path(question: Question) -> Path:
    """Return where a question stands in its bank's file."""
    listed = question.quiz.document.questions
    return "questions", _index(listed, question.document)


def of_lesson(lesson: Lesson, *path: str | int) -> Place:
    """Return the place of a value in a lesson."""
    return lesson.module.source.place(*lesson_path(lesson), *path)


def lesson_path(lesson: Lesson) -> Path:
    """Return where a lesson stands in its module's file."""
    return "lessons", _index(lesson.module.document.lessons, lesson.document)


def in_body(lesson: Lesson, start: int) -> Place:
    """Return the place of a spot in a lesson's body, given as an offset."""
    path = (*lesson_path(lesson), "body")
    return spot(lesson.module.source, path, lesson.document.body, start)


def in_prompt(question: Question, start: int) -> Place:
    """Return the place of a spot in a question's prompt, given as an offset."""
    path = (*question_path(question), "prompt")
    return spot(question.quiz.source, path, question.document.prompt, start)


def spot(file: File, path: Path, text: str, start: int) -> Place:
    """Return the place of a spot in a text, or of the text when the spot cannot be found.

    YAML may fold lines, so the rest of the line is looked for first, then fewer words.
    """
    if exact := _in_block(file, path, text, start):
        return exact
    line = text[start:].split("\n", 1)[0].rstrip()
    words = line.split(" ")
    for written in (line, " ".join(words[:3]), " ".join(words[:2])):
        found = place_of(file, path, written)
        if found != file.place(*path):
            return found
    return file.place(*path)


def _in_block(file: File, path: Path, text: str, start: int) -> Place | None:
    """Return the place of a spot in a block begun with |, whose lines stand as they are."""
    at = file.place(*path)
    begin = text.rfind("\n", 0, start) + 1
    line = text[begin:].split("\n", 1)[0].rstrip()
    number = at.line + 1 + text.count("\n", 0, start)
    written = file.line(number).rstrip()
    if written.strip() != line.strip():
        return None
    return Place(at.file, number, len(written) - len(line) + start - begin + 1)


def _index(items: tuple[object, ...], wanted: object) -> int:
    return next(index for index, item in enumerate(items) if item is wanted)

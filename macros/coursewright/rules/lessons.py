"""Lessons of a length and a language that people can follow, with all that belongs in them."""

from __future__ import annotations

from collections.abc import Iterator
from statistics import mean

from coursewright.course import Course, Lesson, Module
from coursewright.documents import marks
from coursewright.documents.markup import PLACED
from coursewright.problems import Place
from coursewright.rules import places
from coursewright.rules.prose import sentences, words
from coursewright.rules.rule import Finding, rule

SHORTEST_LESSON, LONGEST_LESSON = 3, 7
"""Minutes; that segments help is evidence, these limits are a choice."""
MEAN_WORDS = 20
MOST_WORDS = 30
SUMMARY_LENGTH = 160
"""Characters that link previews and search results show."""


@rule("lesson-minutes", "warning", "Rey and others 2019; the limits are a choice")
def lesson_minutes(course: Course) -> Iterator[Finding]:
    """A lesson takes three to seven minutes with its questions."""
    for lesson in course.lessons:
        minutes = lesson.minutes
        what = f"this lesson takes {minutes} minute{'s' * (minutes != 1)}"
        if minutes < SHORTEST_LESSON:
            cure = f"Bring it to {SHORTEST_LESSON}, or join it to another lesson."
            yield Finding(places.of_lesson(lesson, "body"), what, cure)
        elif minutes > LONGEST_LESSON:
            cure = f"Bring it to {LONGEST_LESSON}, or make two lessons of it."
            yield Finding(places.of_lesson(lesson, "body"), what, cure)


@rule("lesson-question", "warning", "Dunlosky and others 2013")
def lesson_question(course: Course) -> Iterator[Finding]:
    """A lesson ends with at least one question."""
    for lesson in course.lessons:
        if not lesson.questions:
            what = f'the lesson "{lesson.id}" asks nothing'
            cure = "List a question of the module's bank under its questions."
            yield Finding(lesson.place, what, cure)


@rule("never-placed", "warning", "design choice")
def never_placed(course: Course) -> Iterator[Finding]:
    """Every figure and table is placed in a lesson; a case there or with a question."""
    for module in course.modules:
        shown = {target for _, target, _ in _placings(module)}
        shown |= {("case", one.document.case or "") for one in module.questions}
        for scheme in PLACED:
            for index, item in enumerate(getattr(module.document, f"{scheme}s")):
                if (scheme, item.id) not in shown:
                    place = module.source.place(f"{scheme}s", index, "id")
                    what = f'no lesson shows the {scheme} "{item.id}"'
                    cure = f"Put ![]({scheme}:{item.id}) on a line of its own, or remove it."
                    yield Finding(place, what, cure)


@rule("placed-again", "warning", "design choice")
def placed_again(course: Course) -> Iterator[Finding]:
    """Every figure, table and case is placed in one lesson only, once."""
    for module in course.modules:
        first: dict[tuple[str, str], Place] = {}
        for lesson, target, start in _placings(module):
            place = places.in_body(lesson, start)
            earlier = first.setdefault(target, place)
            if earlier is not place:
                what = f'the {target[0]} "{target[1]}" is already placed at {earlier}'
                cure = "Link to the lesson that shows it instead."
                yield Finding(place, what, cure, (earlier,))


def _placings(module: Module) -> Iterator[tuple[Lesson, tuple[str, str], int]]:
    """Yield what lessons place, with where in their bodies."""
    for lesson in module.lessons:
        start: dict[str, int] = {}
        for scheme, target, written in marks(lesson.document.body):
            if scheme in PLACED:
                before = start.get(written, 0)
                start[written] = lesson.document.body.index(f"({written})", before) + 1
                yield lesson, (scheme, target), start[written]


@rule("long-sentence", "warning", "GOV.UK guidance; the limit is a choice", language="en")
def long_sentence(course: Course) -> Iterator[Finding]:
    """No sentence of a lesson has more than 30 words."""
    for lesson in course.lessons:
        for start, sentence in sentences(lesson.document.body):
            count = len(words(sentence))
            if count > MOST_WORDS:
                what = f"this sentence has {count} words"
                cure = f"Make two of it: {MOST_WORDS} are the most."
                yield Finding(places.in_body(lesson, start), what, cure)


@rule("sentence-length", "warning", "GOV.UK guidance; the limit is a choice", language="en")
def sentence_length(course: Course) -> Iterator[Finding]:
    """The sentences of a lesson have at most 20 words on average."""
    for lesson in course.lessons:
        counts = [len(words(sentence)) for _, sentence in sentences(lesson.document.body)]
        if counts and mean(counts) > MEAN_WORDS:
            what = f"the sentences of this lesson have {mean(counts):.1f} words on average"
            cure = f"Bring the average to {MEAN_WORDS} by splitting the longest."
            yield Finding(places.of_lesson(lesson, "body"), what, cure)


@rule("summary-length", "warning", "design choice")
def summary_length(course: Course) -> Iterator[Finding]:
    """A summary fits a link preview: 160 characters at most."""
    for place, summary in _summaries(course):
        if len(summary) > SUMMARY_LENGTH:
            what = f"this summary has {len(summary)} characters, and previews cut it"
            yield Finding(place, what, f"Shorten it to {SUMMARY_LENGTH}.")


def _summaries(course: Course) -> Iterator[tuple[Place, str]]:
    yield course.source.place("summary"), course.document.summary
    for module in course.modules:
        yield module.source.place("summary"), module.document.summary
        for lesson in module.lessons:
            yield places.of_lesson(lesson, "summary"), lesson.document.summary

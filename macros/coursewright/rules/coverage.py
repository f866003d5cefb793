"""Objectives, lessons and questions that fit each other."""

from __future__ import annotations

from collections.abc import Iterator

from coursewright.course import Course, Module, Question
from coursewright.course.graph import FEWEST_QUESTIONS
from coursewright.documents import BLOOM_LEVELS, Bloom
from coursewright.problems import Place
from coursewright.rules import places
from coursewright.rules.rule import Finding, rule

BLOOM_DISTANCE = 1
HIGHER_FROM = BLOOM_LEVELS.index("apply")
HIGHER_SHARE = 0.4
HIGHER_WHEN = 5
"""Questions a module must have before the share of higher levels counts."""
FEWEST_KINDS = 3
KINDS_WHEN = 8
"""Questions a module must have before their kinds are counted."""

FEWEST_EARLIER = 2
"""Questions of earlier modules in the check of a later one."""


@rule("objective-taught", "error", "Biggs, constructive alignment")
def objective_taught(course: Course) -> Iterator[Finding]:
    """Every objective is taught by at least one lesson."""
    for objective in (one for module in course.modules for one in module.objectives):
        if not objective.lessons:
            what = f'no lesson teaches the objective "{objective.id}"'
            cure = "Add its id to the objectives of the lesson that does, or remove it."
            yield Finding(objective.place, what, cure)


@rule("objective-questions", "warning", "Biggs, constructive alignment")
def objective_questions(course: Course) -> Iterator[Finding]:
    """Every objective is assessed by at least two questions."""
    for objective in (one for module in course.modules for one in module.objectives):
        count = len(objective.questions)
        if count < FEWEST_QUESTIONS:
            asked = f"{count} question{'s' * (count != 1)}"
            what = f'the objective "{objective.id}" is assessed by {asked}'
            yield Finding(objective.place, what, f"Write at least {FEWEST_QUESTIONS}.")


@rule("bloom-distance", "warning", "Biggs, constructive alignment")
def bloom_distance(course: Course) -> Iterator[Finding]:
    """A question is within one Bloom level of its objective."""
    for question in course.questions:
        asked, aimed = question.document.bloom, question.objective.document.bloom
        distance = _level(asked) - _level(aimed)
        if abs(distance) > BLOOM_DISTANCE:
            what = (
                f"the question asks people to {asked}, {abs(distance)} levels "
                f"{'above' if distance > 0 else 'below'} its objective, to {aimed}"
            )
            place = places.of_question(question, "bloom")
            cure = "Ask for what the objective promises, or choose another objective."
            yield Finding(place, what, cure, (question.objective.place,))


@rule("higher-levels", "warning", "design choice")
def higher_levels(course: Course) -> Iterator[Finding]:
    """At least 40% of a module's questions ask people to apply something or more."""
    for module in course.modules:
        low = [one for one in module.questions if _level(one.document.bloom) < HIGHER_FROM]
        asked = len(module.questions)
        if asked >= HIGHER_WHEN and asked - len(low) < HIGHER_SHARE * asked:
            what = (
                f'{asked - len(low)} of the {asked} questions of the module "{module.id}" ask '
                f"people to apply something or more; {HIGHER_SHARE:.0%} should"
            )
            others = tuple(places.of_question(one, "bloom") for one in low)
            cure = "Turn some that ask for recall into cases to decide."
            yield Finding(_bank(module), what, cure, others)


@rule("kinds", "warning", "design choice")
def kinds(course: Course) -> Iterator[Finding]:
    """A module with eight questions or more asks them in at least three ways."""
    for module in course.modules:
        found = {_kind(question) for question in module.questions}
        if len(module.questions) >= KINDS_WHEN and len(found) < FEWEST_KINDS:
            named = " and ".join(sorted(found))
            what = (
                f'all {len(module.questions)} questions of the module "{module.id}" are of the '
                f"kind{'s' * (len(found) != 1)} {named}"
            )
            yield Finding(_bank(module), what, f"Use at least {FEWEST_KINDS} kinds.")


@rule("earlier-questions", "warning", "Dunlosky and others 2013; Latimier and others 2021")
def earlier_questions(course: Course) -> Iterator[Finding]:
    """A check after the first asks at least two questions of earlier modules again."""
    earlier = 0
    for module in course.modules:
        wanted, asked = min(FEWEST_EARLIER, earlier), len(module.review)
        if module.check and asked < wanted:
            what = (
                f'the check of the module "{module.id}" asks {asked} question'
                f"{'s' * (asked != 1)} of earlier modules"
            )
            cure = f"List at least {wanted} under check: review, as quiz-id/question-id."
            yield Finding(module.quizzes[0].source.place("check", "review"), what, cure)
        earlier += len(module.questions)


def _kind(question: Question) -> str:
    """Return the kind as its folder is called, which every kind has."""
    return question.document.folder.replace("_", "-")


def _bank(module: Module) -> Place:
    """Return where the questions of a module begin."""
    return module.quizzes[0].source.place("questions")


def _level(bloom: Bloom) -> int:
    return BLOOM_LEVELS.index(bloom)


@rule("term-taught", "warning", "design choice")
def term_taught(course: Course) -> Iterator[Finding]:
    """A lesson uses every word of the glossary."""
    for term in course.terms.values():
        if not term.taught_in:
            what = f'no lesson uses the term "{term.document.term}"'
            cure = "Use it in a lesson, list a lesson under its taught, or remove it."
            yield Finding(term.place, what, cure)

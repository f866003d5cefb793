"""Feedback that explains."""

from __future__ import annotations

import re
from collections.abc import Iterator

from coursewright.course import Course
from coursewright.documents import texts
from coursewright.rules import places
from coursewright.rules.choosing import choices
from coursewright.rules.prose import plain, words
from coursewright.rules.rule import Finding, rule

FEWEST_WORDS = 12
"""In the feedback of a wrong choice; fewer rarely name the error and mend it."""

BARE_VERDICT = re.compile(
    r"(?:sorry|oops|no|yes|(?:that|this|it)(?:[’']s| is)|not|quite|wrong|incorrect|false|true"
    r"|right|correct|exactly|well done|good|great|job|answer|try again|the|[\s.,!:;–—-])+",
    re.IGNORECASE,
)
VERDICT_LENGTH = 60
"""Characters: what is longer says more than a verdict."""


@rule("misconception", "warning", "Little and Bjork 2015; Carpentries practice")
def misconception(course: Course) -> Iterator[Finding]:
    """A wrong choice stands for a misconception of the module."""
    for question, path, choice in choices(course.questions):
        if not choice.correct and not choice.misconception:
            what = "this wrong choice names no misconception"
            cure = "Add the id of the misconception that leads people to it."
            yield Finding(places.of_question(question, *path), what, cure)


@rule("short-feedback", "warning", "Van der Kleij and others 2015")
def short_feedback(course: Course) -> Iterator[Finding]:
    """The feedback of a wrong choice has at least twelve words."""
    for question, path, choice in choices(course.questions):
        count = len(words(choice.feedback))
        if not choice.correct and count < FEWEST_WORDS:
            place = places.of_question(question, *path, "feedback")
            what = f"this feedback has {count} word{'s' * (count != 1)}"
            cure = f"Say what the choice gets wrong and what holds, in {FEWEST_WORDS} or more."
            yield Finding(place, what, cure)


@rule("bare-verdict", "error", "Butler and Roediger 2008; Roediger and Marsh 2005", language="en")
def bare_verdict(course: Course) -> Iterator[Finding]:
    """Feedback says why, and not only "wrong" or "correct"."""
    for question in course.questions:
        for path, text in texts(question.document):
            said = plain(text)
            if not str(path[-1]).startswith("feedback") or len(said) > VERDICT_LENGTH:
                continue
            if BARE_VERDICT.fullmatch(said):
                what = f'this feedback says "{said}" and nothing else'
                place = places.of_question(question, *path)
                yield Finding(place, what, "Say why.")

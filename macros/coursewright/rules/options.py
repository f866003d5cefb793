"""Options that give nothing away but knowledge: length, position, number and wording."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from statistics import mean

from coursewright.course import Course, Module, Question
from coursewright.rules import places
from coursewright.rules.choosing import Offer, choices, offers, with_one_key
from coursewright.rules.prose import plain, words
from coursewright.rules.rule import Finding, rule

LONGEST_SHARE = 0.35
"""Share of a module's questions whose right option may be the longest."""
LONGEST_FROM = 5
"""Questions a module must have before that share says anything."""
SHORTEST_RATIO, LONGEST_RATIO = 0.7, 1.3
"""Length of the right option against the wrong ones' mean."""
TELLING_LENGTH = 20
"""Characters below which nobody guesses from length: names, numbers, single words."""
POSITION_SHARE = 0.4
POSITION_FROM = 10
LONGEST_RUN = 3
FEWEST_OPTIONS, MOST_OPTIONS = 3, 5
ECHO_LETTERS = 6
"""Words are compared by their beginnings, so that plurals and tenses match."""

OF_THE_ABOVE = re.compile(
    r"\b(?:all|none|both|neither|any)(?: of)? the (?:above|following|foregoing|other options)\b"
    r"|^(?:all|none|both|neither) of (?:these|them)\W*$|^(?:both )?[A-E] and [A-E]\W*$",
    re.IGNORECASE,
)
FREQUENCY = re.compile(
    r"\b(?:always|never|invariably|usually|often|sometimes|frequently|generally|typically"
    r"|occasionally|rarely|seldom)\b",
    re.IGNORECASE,
)
NEGATIVE = re.compile(
    r"\b(?:which|what)(?: (?!that\b|who\b|whose\b|where\b|when\b|if\b|because\b)[\w’'-]+){0,5}?"
    r" (?:(?:is|are|was|were|do|does|did|has|have|would|will|should|can|could|may|might) not\b"
    r"|(?:is|are|was|were|do|does|did|has|have|would|should|could)n[’']t\b|cannot\b"
    r"|(?<!at )least\b)|\bexcept\b",
    re.IGNORECASE,
)
_LOUD = re.compile(r"\*\*(?:NOT|EXCEPT|LEAST|CANNOT)\*\*|__(?:NOT|EXCEPT|LEAST|CANNOT)__")
_PLAIN_CAPITALS = re.compile(r"\b(?:NOT|EXCEPT|LEAST)\b")


@rule("key-is-longest", "warning", "NBME 2020")
def key_is_longest(course: Course) -> Iterator[Finding]:
    """The right option is the longest in at most 35% of a module's questions."""
    for module in course.modules:
        asked = with_one_key(module.questions)
        telling = [offer for offer in asked if _is_longest(offer)]
        if len(asked) >= LONGEST_FROM and len(telling) > LONGEST_SHARE * len(asked):
            yield _too_many_longest(module, telling, len(asked))


def _is_longest(offer: Offer) -> bool:
    longest_wrong = max(_length(choice.text) for choice in offer.wrong)
    return _length(offer.key.text) > max(longest_wrong, TELLING_LENGTH - 1)


def _too_many_longest(module: Module, telling: list[Offer], asked: int) -> Finding:
    first, *others = (offer.key_place for offer in telling)
    what = (
        f"the right option is the longest in {len(telling)} of the {asked} lists of the module "
        f'"{module.id}", here and elsewhere; at most {LONGEST_SHARE:.0%} may be so'
    )
    cure = "Shorten some right options, or give wrong ones as much detail."
    return Finding(first, what, cure, tuple(others))


@rule("key-length", "warning", "NBME 2020")
def key_length(course: Course) -> Iterator[Finding]:
    """The right option is 0.7 to 1.3 times as long as the wrong ones are on average."""
    for offer in with_one_key(course.questions):
        key = _length(offer.key.text)
        wrong = [_length(choice.text) for choice in offer.wrong]
        if max(key, *wrong) < TELLING_LENGTH:
            continue
        if not SHORTEST_RATIO <= key / mean(wrong) <= LONGEST_RATIO:
            longer = key > mean(wrong)
            what = (
                f"the right option has {key} characters, and the wrong ones {mean(wrong):.0f} "
                f"on average: its length gives it away"
            )
            cure = "Shorten it, or lengthen" if longer else "Lengthen it, or shorten"
            yield Finding(offer.key_place, what, f"{cure} the others.")


@rule("key-position", "warning", "Attali and Bar-Hillel 2003")
def key_position(course: Course) -> Iterator[Finding]:
    """No position holds the right option in more than 40% of a course's questions."""
    asked = with_one_key(course.questions)
    for position, count in Counter(offer.keys[0] for offer in asked).items():
        if len(asked) >= POSITION_FROM and count > POSITION_SHARE * len(asked):
            first, *others = (offer.key_place for offer in asked if offer.keys[0] == position)
            what = (
                f"the right option is number {position + 1} in {count} of the course's "
                f"{len(asked)} lists, here and elsewhere; at most {POSITION_SHARE:.0%} may be so"
            )
            yield Finding(first, what, "Move some right options elsewhere.", tuple(others))


@rule("key-run", "warning", "Attali and Bar-Hillel 2003")
def key_run(course: Course) -> Iterator[Finding]:
    """The right option stands in the same position at most three times in a row."""
    for quiz in (quiz for module in course.modules for quiz in module.quizzes):
        run: list[Offer] = []
        for offer in with_one_key(quiz.questions):
            run = [*run, offer] if run and run[-1].keys == offer.keys else [offer]
            if len(run) == LONGEST_RUN + 1:
                what = (
                    f"the right option is number {offer.keys[0] + 1} for the {len(run)}th time "
                    f"in a row"
                )
                before = tuple(earlier.key_place for earlier in run[:-1])
                yield Finding(offer.key_place, what, "Put it in another position.", before)


@rule("option-count", "warning", "Rodriguez 2005; Haladyna and others 2002")
def option_count(course: Course) -> Iterator[Finding]:
    """A question offers three to five options."""
    for offer in offers(course.questions):
        count = len(offer.listed)
        if count < FEWEST_OPTIONS:
            cure = "Add one that a learner could believe."
            yield Finding(offer.place, f"only {count} options are offered", cure)
        elif count > MOST_OPTIONS:
            what = f"{count} options are offered, and {MOST_OPTIONS} are the most"
            yield Finding(offer.place, what, "Remove those that fool nobody.")


@rule("of-the-above", "error", "NBME 2020", language="en")
def of_the_above(course: Course) -> Iterator[Finding]:
    """No option says "all of the above" or "none of the above"."""
    for question, path, choice in choices(course.questions):
        if found := OF_THE_ABOVE.search(plain(choice.text)):
            place = places.of_question(question, *path, "text")
            cure = "Say what this option means by itself: options may be shown in any order."
            yield Finding(place, f'the option says "{found[0]}"', cure)


@rule("negative-stem", "error", "NBME 2020", language="en")
def negative_stem(course: Course) -> Iterator[Finding]:
    """A negative word that turns a question around is in bold capitals."""
    for question in course.questions:
        start = _quiet_negative(question)
        if start is not None:
            what = "the question asks for what does not fit, and a hurried reader will miss it"
            cure = "Ask for what fits, or write the word in bold capitals, such as **NOT**."
            yield Finding(places.in_prompt(question, start), what, cure)


def _quiet_negative(question: Question) -> int | None:
    """Return where the first negative word starts that is not in bold capitals."""
    prompt = _LOUD.sub(lambda found: " " * len(found[0]), question.document.prompt)
    if capitals := _PLAIN_CAPITALS.search(prompt):
        return capitals.start()
    found = NEGATIVE.search(re.sub(r"[*_\n]", " ", prompt))
    return found.start() if found else None


@rule("frequency-word", "warning", "NBME 2020", language="en")
def frequency_word(course: Course) -> Iterator[Finding]:
    """Options do without absolutes such as "always" and vague words such as "usually"."""
    for question, path, choice in choices(course.questions):
        if found := FREQUENCY.search(plain(choice.text)):
            place = places.of_question(question, *path, "text")
            what = f'the option says "{found[0]}", which practiced test takers read as a hint'
            yield Finding(place, what, "Say how often in numbers, or leave the word out.")


@rule("echo", "warning", "NBME 2020")
def echo(course: Course) -> Iterator[Finding]:
    """No longer word of the question returns in the right option only."""
    for offer in with_one_key(course.questions):
        wrong = {stem for choice in offer.wrong for stem in _stems(choice.text)}
        key, prompt = _stems(offer.key.text), _stems(offer.question.document.prompt)
        echoes = [word for stem, word in key.items() if stem in prompt and stem not in wrong]
        if echoes:
            what = f'of all options only the right one repeats "{echoes[0]}" from the question'
            cure = "Use another word there, or let a wrong option repeat it too."
            yield Finding(offer.key_place, what, cure)


def _stems(text: str) -> dict[str, str]:
    """Return the longer words of a text by their beginnings."""
    long = (word for word in words(text) if len(word) >= ECHO_LETTERS)
    return {word[:ECHO_LETTERS].casefold(): word for word in long}


def _length(text: str) -> int:
    return len(plain(text))

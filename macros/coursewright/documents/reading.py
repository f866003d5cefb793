"""From YAML data to a document, with every error in its place and in plain words."""

from __future__ import annotations

import re
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from coursewright.documents.shapes import known_keys
from coursewright.model import (
    ID_PATTERN,
    LESSON_PATTERN,
    QUESTION_PATTERN,
    REFERENCE_PATTERN,
    Document,
    Mistake,
    Path,
)
from coursewright.positions import Source, Trap
from coursewright.problems import CourseError, Place, Problem
from coursewright.suggestions import did_you_mean

D = TypeVar("D", bound=Document)

_SINGULAR = {
    "categories": "category",
    "references": "source",
    "also": "other form",
    "was": "old id",
}
_SHOWN = 40
_NOTHING = object()


def read_document(model: type[D], source: Source) -> D:
    """Return the document that a source holds.

    Raises CourseError with every error, each at its line and column.
    """
    try:
        return model.model_validate(source.data)
    except ValidationError as error:
        found = filter(_tells, error.errors(include_url=False))
        raise CourseError(_problem(model, source, item) for item in found) from None


def _tells(error: ErrorDetails) -> bool:
    """Leave out what only follows from another error.

    Pydantic counts the valid items of a list, and names each type that a value could have had.
    """
    if error["type"] == "too_short":
        return len(error["input"]) < int(error["ctx"]["min_length"])
    return error["type"] != "int_type" or error["loc"][-1] != "int"


def _problem(model: type[BaseModel], source: Source, error: ErrorDetails) -> Problem:
    path = _real_path(source.data, error)
    name = _name(path)
    match error["type"]:
        case "missing":
            return _missing(source, path)
        case "extra_forbidden":
            return _unknown_key(model, source, path)
        case "string_type":
            return _not_text(source, path, name, error["input"])
        case "union_tag_invalid" | "union_tag_not_found":
            return _unknown_kind(source, path, error)
        case "literal_error":
            return _not_one_of(source, path, name, error)
        case "value_error":
            mistake = error["ctx"]["error"]
            cure = mistake.cure if isinstance(mistake, Mistake) else _cure_of(str(mistake))
            return Problem(source.place(*path), f"{name} {mistake}", cure)
        case "string_pattern_mismatch":
            return _misshapen(source, path, name, error)
        case _:
            return _other(source, path, name, error)


def _real_path(data: object, error: ErrorDetails) -> Path:
    """Leave out of pydantic's location what the file does not have (union tags)."""
    missing = error["type"] == "missing"
    steps = error["loc"][:-1] if missing else error["loc"]
    path: list[int | str] = []
    for step in steps:
        member = _member(data, step)
        if member is not _NOTHING:
            data = member
            path.append(step)
    return (*path, error["loc"][-1]) if missing else tuple(path)


def _member(data: object, step: int | str) -> object:
    if isinstance(data, dict):
        return data.get(step, _NOTHING)
    if isinstance(data, list) and isinstance(step, int) and step < len(data):
        return data[step]
    return _NOTHING


def _name(path: Path) -> str:
    """Call a value what an author would: `option text`, `lesson title`, `prerequisite`."""
    words = [
        _singular(step) if isinstance(after, int) else step
        for step, after in zip(path, (*path[1:], ""), strict=False)
        if isinstance(step, str)
    ]
    if not words:
        return "the file"
    return words[-1] if isinstance(path[-1], int) else " ".join(words[-2:])


def _singular(word: str) -> str:
    if word in _SINGULAR:
        return _SINGULAR[word]
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


def _missing(source: Source, path: Path) -> Problem:
    *parent, key = path
    owner = _name(tuple(parent)) if parent else "the file"
    place = source.place(*parent)
    return Problem(place, f"{owner} has no {key}", f'Add "{key}:" to it.', "missing-key")


def _unknown_key(model: type[BaseModel], source: Source, path: Path) -> Problem:
    *parent, key = path
    known = known_keys(model, source.data, tuple(parent))
    owner = _name(tuple(parent)) if parent else "the file"
    cure = did_you_mean(str(key), known)
    if "\xa0" in str(key):
        cure = "It holds a no-break space, which YAML takes for a letter: type the line again."
    return Problem(source.key_place(*path), f'{owner} has no key "{key}"', cure, "unknown-key")


def _not_text(source: Source, path: Path, name: str, value: Any) -> Problem:
    place = source.place(*path)
    if isinstance(value, (dict, list)):
        kind = "a list" if isinstance(value, list) else "a group of keys"
        cure = 'Write one text. If it holds ": " or starts with "[" or "{", put it in quotes.'
        return Problem(place, f"{name} must be text, got {kind}", cure, "not-text")
    if value is None:
        return Problem(place, f"{name} is empty", "Write its text, or remove the key.", "not-text")
    raw = source.raw(*path) or str(value)
    reads = f", which YAML reads as {value.reads_as}" if isinstance(value, Trap) else ""
    return Problem(
        place, f"{name} must be text, got {raw}{reads}", f'Quote it: "{raw}".', "not-text"
    )


def _unknown_kind(source: Source, path: Path, error: ErrorDetails) -> Problem:
    given = error["input"]
    if not isinstance(given, dict):
        return _other(source, path, _name(path), {**error, "type": "model_type"})
    kind = given.get("kind")
    thing, kinds = _kinds(path)
    if kind is None and (key := next((k for k in given if k.casefold() in _LIKE_KIND), None)):
        what = f'{_name(path)} has no key "{key}"'
        place = source.key_place(*path, key)
        return Problem(place, what, 'Did you mean "kind"?', "unknown-key")
    if kind is None:
        cure = f'Add "kind:" with one of: {", ".join(kinds)}.'
        return Problem(source.place(*path), f"{_name(path)} has no kind", cure, "missing-key")
    shown = _shown(source, (*path, "kind"), kind)
    what = f'there is no kind of {thing} "{shown}"'
    return Problem(source.place(*path, "kind"), what, did_you_mean(shown, kinds), "unknown-kind")


_LIKE_KIND = ("kind", "kinds", "type")


def _kinds(path: Path) -> tuple[str, list[str]]:
    """Return what comes in kinds at a path, and which there are."""
    from coursewright.instruments import KINDS as FIELDS
    from coursewright.questions import KINDS as QUESTIONS

    return ("field", sorted(FIELDS)) if "fields" in path else ("question", sorted(QUESTIONS))


def _not_one_of(source: Source, path: Path, name: str, error: ErrorDetails) -> Problem:
    allowed = str(error["ctx"]["expected"]).replace("'", "").replace(" or ", ", ").split(", ")
    shown = _shown(source, path, error["input"])
    cure = did_you_mean(shown, allowed)
    return Problem(source.place(*path), f"{name} cannot be {shown}", cure, "not-allowed")


def _misshapen(source: Source, path: Path, name: str, error: ErrorDetails) -> Problem:
    what = f"{name} cannot be written {_shown(source, path, error['input'])}"
    cure = _SHAPES.get(str(path[-1])) or _ID_SHAPES[error["ctx"]["pattern"]]
    return Problem(source.place(*path), what, cure, "misshapen")


_ID_SHAPES = {
    ID_PATTERN: 'Use small letters, digits and single hyphens, such as "first-steps".',
    REFERENCE_PATTERN: 'Use letters, digits and . _ : - without spaces, such as "C39".',
    LESSON_PATTERN: "Write module-id/lesson-id.",
    QUESTION_PATTERN: "Write the question's id, or quiz-id/question-id.",
}
_SHAPES = {
    "requires": 'Write versions as ">=0.1", several with commas.',
    "language": 'Write a language as HTML does, such as "en" or "de-AT".',
    "URL": "Write the whole address, beginning with https://.",
    "DOI": "Write the DOI alone, such as 10.1000/182.",
    "start": 'Write hours and minutes in quotes, such as "09:00".',
    "file": 'Name an SVG file under the curriculum folder, such as "figures/overview.svg".',
}


def _other(source: Source, path: Path, name: str, error: ErrorDetails) -> Problem:
    what = _OTHERS.get(error["type"])
    context = error.get("ctx", {})
    if what is None:
        said = error["msg"][:1].lower() + error["msg"][1:]
        return Problem(source.place(*path), f"{name}: {said}", "Change its value.")
    fact, cure = what
    fact = fact.format(name=name, got=_shown(source, path, error["input"]), **context)
    return Problem(source.place(*path), fact, cure.format(**context))


_OTHERS = {
    "bool_type": ("{name} must be true or false, got {got}", "Write true or false, unquoted."),
    "int_type": ("{name} must be a whole number, got {got}", "Write digits only, unquoted."),
    "float_type": ("{name} must be a number, got {got}", "Write a number, unquoted."),
    "tuple_type": (
        "{name} must be a list, got {got}",
        'Start each item on a line of its own with "- ".',
    ),
    "model_type": (
        "{name} must be a group of keys, got {got}",
        'Write keys below it, each as "key: value", two spaces further in.',
    ),
    "too_short": ("there are too few items in {name}", "Give at least {min_length}."),
    "too_long": ("there are too many items in {name}", "Give at most {max_length}."),
    "string_too_short": ("{name} is empty", "Write its text, or remove the key."),
    "string_too_long": (
        "{name} is longer than {max_length} characters",
        "Shorten it, or split it in two.",
    ),
    "greater_than_equal": ("{name} must be at least {ge}, got {got}", "Write a larger number."),
    "less_than_equal": ("{name} must be at most {le}, got {got}", "Write a smaller number."),
}


def _shown(source: Source, path: Path, value: object) -> str:
    if isinstance(value, dict):
        return "a group of keys"
    if isinstance(value, list):
        return "a list"
    if value is None:
        return "nothing"
    raw = source.raw(*path) or str(value)
    return raw if len(raw) <= _SHOWN else raw[:_SHOWN] + "…"


def _cure_of(said: str) -> str:
    """Choose the cure that goes with a validator's own sentence."""
    for beginning, cure in _CURES.items():
        if said.startswith(beginning):
            return cure
    return "Change it."


_CURES = {
    "is empty": "Write its text, or remove the key.",
    "must be one line": "Put it on one line, without a | or a line break.",
    "opens more than": "Close each of them, or write it as code between backticks.",
    "has more than": "Split it in two.",
    "nests lists": "Write it flatter.",
    "marks": 'Put "correct: true" on what is right, and leave it out of the rest.',
    "has the same": "Change or remove one of the two.",
}


def place_of(source: Source, path: Path, written: str = "") -> Place:
    """Return the place of a value, or of the first mention of some text inside it."""
    start = source.place(*path)
    if not written:
        return start
    whole = re.compile(re.escape(written) + r"(?![\w-])")
    for number in range(start.line, start.line + 2000):
        first = start.column - 1 if number == start.line else 0
        found = whole.search(source.line(number), first)
        if found:
            return Place(start.file, number, found.start() + 1)
    return start

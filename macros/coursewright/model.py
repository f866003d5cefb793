"""The ground every document stands on: frozen models and the kinds of text in them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Annotated, Any, Literal, Self, TypeGuard, TypeVar

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    GetCoreSchemaHandler,
    Strict,
)
from pydantic_core import CoreSchema, core_schema

from coursewright.positions import Trap

T = TypeVar("T")
Path = tuple[str | int, ...]

ID_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*$"
REFERENCE_PATTERN = r"^[A-Za-z0-9][A-Za-z0-9_.:-]*$"
QUESTION_PATTERN = ID_PATTERN[:-1] + r"(/[a-z0-9]+(-[a-z0-9]+)*)?$"
LESSON_PATTERN = f"{ID_PATTERN[:-1]}/{ID_PATTERN[1:]}"
MAX_MARKDOWN = 40_000
MAX_LINES = 2000
MAX_NESTED = 20
"""Python-Markdown calls itself for each list or quote inside another."""
MAX_OPEN_BRACKETS = 40
"""Python-Markdown's time grows with the square of lines, and of brackets that nothing closes."""

Bloom = Literal["remember", "understand", "apply", "analyze", "evaluate", "create"]
BLOOM_LEVELS: tuple[Bloom, ...] = (
    "remember",
    "understand",
    "apply",
    "analyze",
    "evaluate",
    "create",
)

_NESTED = re.compile(
    rf"^(?:[ \t]*+(?:[-*+][ \t]++|\d++\.[ \t]++|>)){{{MAX_NESTED + 1}}}", re.MULTILINE
)
_LITERAL = re.compile(r"`[^`]*`|\\.", re.DOTALL)
"""Code and escaped characters, which open and close nothing."""


class Mistake(ValueError):  # noqa: N818 - an author's, and no failure of the program
    """What an author got wrong, as the end of a sentence, and what mends it."""

    def __init__(self, what: str, cure: str) -> None:
        super().__init__(what)
        self.cure = cure


class Document(BaseModel):
    """What an author wrote: cannot change, and has no keys we do not know."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, defer_build=True)


class Markdown(str):
    """Text an author may format; told apart from plain text by its type."""

    __slots__ = ()

    @classmethod
    def __get_pydantic_core_schema__(
        cls, source: type[Any], handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        """Accept text within bounds that the Markdown converter can bear."""
        text = core_schema.str_schema(strict=True, min_length=1, max_length=MAX_MARKDOWN)
        return core_schema.no_info_after_validator_function(cls._checked, text)

    @classmethod
    def _checked(cls, text: str) -> Self:
        if not text.strip():
            raise ValueError("is empty")
        if text.count("\n") > MAX_LINES:
            raise ValueError(f"has more than {MAX_LINES} lines")
        if _NESTED.search(text):
            raise ValueError(f"nests lists or quotes more than {MAX_NESTED} deep")
        bare = _LITERAL.sub("", text)
        if any(_deepest(bare, *pair) > MAX_OPEN_BRACKETS for pair in ("[]", "()", "<>")):
            raise ValueError(f"opens more than {MAX_OPEN_BRACKETS} brackets that it does not close")
        return cls(text)


def _deepest(text: str, opening: str, closing: str) -> int:
    """Return how deep brackets nest."""
    depth = deepest = 0
    for bracket in re.findall(f"[{re.escape(opening + closing)}]", text):
        depth = max(0, depth + (1 if bracket == opening else -1))
        deepest = max(deepest, depth)
    return deepest


def _one_line(text: str) -> str:
    if not text.strip():
        raise ValueError("is empty")
    if "\n" in text.strip():
        raise ValueError("must be one line")
    return " ".join(text.split())


def _text_of_date(value: object) -> object:
    """Take an unquoted date as the text it was written as."""
    return value.raw if is_date(value) else value


def is_date(value: object) -> TypeGuard[Trap]:
    """Tell whether this was written as a date, unquoted."""
    return isinstance(value, Trap) and value.reads_as.startswith("the date")


Many = Annotated[tuple[T, ...], Strict(False)]
"""A list, kept as a tuple."""

Plain = Annotated[str, Field(min_length=1, max_length=400), AfterValidator(_one_line)]
"""One line of text without formatting."""

Id = Annotated[str, Field(pattern=ID_PATTERN, max_length=64)]
"""A name the author gives: small letters, digits and single hyphens."""


def _listed(value: Any) -> Any:
    """Take one name for a list of one."""
    return [value] if isinstance(value, str) else value


Was = Annotated[Many[Id], BeforeValidator(_listed, json_schema_input_type=Many[Id] | Id)]
"""Ids that something had before; a single one needs no list."""

Reference = Annotated[str, Field(pattern=REFERENCE_PATTERN, max_length=64)]
"""The id of a claim, a dispute or a source."""

QuestionRef = Annotated[str, Field(pattern=QUESTION_PATTERN)]
"""A question: its id, or quiz-id/question-id for one of another bank."""

LessonRef = Annotated[str, Field(pattern=LESSON_PATTERN)]
"""A lesson: module-id/lesson-id."""

Date = Annotated[str, BeforeValidator(_text_of_date), Field(min_length=1, max_length=40)]
"""A date as text, quoted or not."""

Minutes = Annotated[int, Field(ge=1, le=600)]


def texts(value: object, path: Path = ()) -> Iterator[tuple[Path, Markdown]]:
    """Yield every Markdown text inside a document, with its path."""
    if isinstance(value, Markdown):
        yield path, value
    elif isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from texts(getattr(value, name), (*path, name))
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from texts(item, (*path, index))

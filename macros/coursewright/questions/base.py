"""What all kinds of question have in common."""

from __future__ import annotations

import re
from collections.abc import Iterator
from hashlib import blake2s
from typing import Annotated, ClassVar, NamedTuple, Self

from pydantic import AfterValidator, BaseModel, Field, model_validator

from coursewright.model import Bloom, Document, Id, Many, Markdown, Mistake, Path, Was
from coursewright.questions.parts import Part, Pick

_BLOCKS = {
    "an empty line": re.compile(r"\n[ \t]*\n"),
    "a heading": re.compile(r"^ {0,3}#|\n(?:=+|-+)[ \t]*$", re.MULTILINE),
    "a list": re.compile(r"^ {0,3}(?:[-*+]|\d+\.)[ \t]", re.MULTILINE),
    "a table": re.compile(r"^[ \t|:-]*-[ \t|:-]*\|[ \t|:-]*$", re.MULTILINE),
    "a quotation": re.compile(r"^ {0,3}>", re.MULTILINE),
    "a box": re.compile(r"^!!!", re.MULTILINE),
    "a block of code": re.compile(r"^(?:```|~~~| {4})", re.MULTILINE),
    "a figure, table or case": re.compile(r"!\[[^\]]*\]\((?:figure|table|case):"),
}
"""What does not fit into a label."""


_ONE_PARAGRAPH = (
    "Keep to one paragraph, and put the rest into the prompt. A backslash shows a sign as it is, "
    "as in \\# or 3\\."
)


def _one_paragraph(text: Markdown) -> Markdown:
    for name, block in _BLOCKS.items():
        if block.search(text.strip("\n").rstrip()):
            raise Mistake(f"must be one paragraph, and holds {name}", _ONE_PARAGRAPH)
    return text


Paragraph = Annotated[Markdown, AfterValidator(_one_paragraph)]
"""Markdown of one paragraph, as the label of a control can hold."""


class Choice(Document):
    """One thing a learner can choose, with what is said to whoever does."""

    id: Id | None = None
    """Only needed to keep answers when the wording changes a lot."""
    text: Paragraph
    """What can be chosen."""
    correct: bool = False
    """Whether it is right."""
    feedback: Markdown
    """Said to whoever chose it: why it is right, or why it is not."""
    fixed: bool = False
    """Keeps its place when the others are shuffled."""
    misconception: Id | None = None
    """The misconception of the module that a wrong choice stands for."""

    @property
    def key(self) -> str:
        """A name that survives reordering: the id, or a digest of the wording."""
        if self.id:
            return self.id
        return digest(self.text)


class Card(NamedTuple):
    """Something to cut out of paper and sort by hand."""

    text: Markdown
    is_place: bool = False
    """Whether others are put to it."""


def digest(*said: str) -> str:
    """Return a short name for texts that changes with their words, and not with their spacing."""
    words = "\n".join(" ".join(text.split()) for text in said)
    return blake2s(words.encode(), digest_size=3).hexdigest()


class BaseQuestion(Document):
    """The part of a question that does not depend on its kind."""

    folder: ClassVar[str]
    """The kind's room under `questions/`."""
    graded: ClassVar[bool] = True
    """False for a kind whose answers are kept, and never right or wrong."""
    stem: ClassVar[tuple[str, ...]] = ("prompt",)
    """Fields that ask, and are searchable; whatever else is text gives something away."""
    shuffles: ClassVar[bool] = False
    """Whether what can be chosen may stand in any order."""

    id: Id
    """Answers are kept under it."""
    objective: Id
    """The objective of the module that it assesses."""
    bloom: Bloom
    """Level of the revised Bloom taxonomy."""
    prompt: Markdown
    """The question itself; its last paragraph asks."""
    case: Id | None = None
    """A case of the module, shown with the question."""
    figure: Id | None = None
    """A figure of the module, shown with the question."""
    hints: Annotated[Many[Markdown], Field(max_length=5)] = ()
    """Shown one by one, to whoever asks."""
    confidence: bool = False
    """Whether to ask first how sure the learner is; the marks depend on it."""
    tries: Annotated[int, Field(ge=1, le=9)] = 1
    """Wrong answers after which the right one may be shown."""
    shuffle: bool | None = None
    """Whether options change places from learner to learner; by itself, where that is harmless."""
    explanation: Markdown | None = None
    """Said after any answer."""
    was: Was = ()
    """Ids it had before."""

    @model_validator(mode="after")
    def _asks_what_it_can(self) -> Self:
        if self.shuffle and not self.shuffles:
            raise Mistake("has nothing to shuffle", 'Leave "shuffle" out.')
        if not self.graded and (self.confidence or self.tries > 1):
            what = "is never right or wrong, and cannot ask for confidence or tries"
            raise Mistake(what, 'Leave "confidence" and "tries" out.')
        return self

    @property
    def shuffled(self) -> bool:
        """Whether the learner meets the options in an order of their own."""
        if self.shuffle is not None or not self.shuffles:
            return bool(self.shuffle)
        choices = self.choices()
        return len(choices) > 2 and not any(choice.fixed for choice in choices)

    def wording(self) -> Iterator[str]:
        """Yield the words that an answer depends on, whatever their order."""
        yield self.prompt
        yield from sorted(choice.text for choice in self.choices())

    @property
    def fingerprint(self) -> str:
        """A short text that changes when the question is worded differently."""
        return digest(*self.wording())

    def misconceptions(self) -> Iterator[tuple[Path, str]]:
        """Yield every misconception that a wrong answer stands for, with its path."""
        yield from _named("misconception", self, ())

    def choices(self) -> tuple[Choice, ...]:
        """Everything that can be chosen, in the author's order."""
        return tuple(choice for _, choice in self.chosen())

    @property
    def cards(self) -> tuple[Card, ...]:
        """What can be cut out and sorted, in an order that gives nothing away; mostly nothing."""
        return ()

    def parts(self) -> tuple[Part, ...]:
        """Return what an answer consists of; by itself, one choice among all."""
        picks = (Pick(choice.key, choice.text, choice.correct) for choice in self.choices())
        return (Part("choice", "", tuple(picks)),)

    def chosen(self) -> Iterator[tuple[Path, Choice]]:
        """Yield every choice with its path in the question."""
        for name in type(self).model_fields:
            value = getattr(self, name)
            for index, item in enumerate(value if isinstance(value, tuple) else ()):
                if isinstance(item, Choice):
                    yield (name, index), item


def _named(name: str, value: object, path: Path) -> Iterator[tuple[Path, str]]:
    """Yield every text under a key of this name, however deep."""
    if isinstance(value, BaseModel):
        for key in type(value).model_fields:
            item = getattr(value, key)
            if key == name and isinstance(item, str):
                yield (*path, key), item
            else:
                yield from _named(name, item, (*path, key))
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _named(name, item, (*path, index))


def exactly_one(choices: tuple[Choice, ...], name: str) -> None:
    """Raise ValueError unless one choice is correct and all are different."""
    right = sum(choice.correct for choice in choices)
    if right != 1:
        raise ValueError(f"marks {right} {name}s as correct, and must mark exactly one")
    all_different(choices, name)


def all_different(choices: tuple[Choice, ...], name: str) -> None:
    """Raise ValueError when two choices say the same or share an id."""
    keys = [choice.key for choice in choices]
    texts = [" ".join(choice.text.split()).casefold() for choice in choices]
    if len(set(keys)) < len(keys) or len(set(texts)) < len(texts):
        raise ValueError(f"has the same {name} twice")

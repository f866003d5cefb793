"""`curriculum/paths/<id>.yml`: a way through the course for some of its readers."""

from __future__ import annotations

from typing import Annotated, Self

from pydantic import Field, model_validator

from coursewright.model import Document, Id, LessonRef, Many, Markdown, Minutes, Mistake, Plain

Clock = Annotated[str, Field(pattern=r"^([01][0-9]|2[0-3]):[0-5][0-9]$")]
KINDS = ("module", "lesson", "check", "instrument", "session", "break")
"""What a step can be: the keys of which each step has one."""
UNTIMED = ("session", "break")
"""Kinds whose minutes nobody can compute."""


class StepDocument(Document):
    """One step: a part of the course, or a stretch of a day."""

    module: Id | None = None
    """A whole module with its check, by its id."""
    lesson: LessonRef | None = None
    """A lesson, as module-id/lesson-id."""
    check: Id | None = None
    """The check of a module, by the module's id."""
    instrument: Id | None = None
    """An instrument to fill in, by its id."""
    session: Plain | None = None
    """Something that is no part of the course, such as a welcome; its title."""
    pause: Plain | None = Field(default=None, alias="break")
    """A break; its title."""
    minutes: Minutes | None = None
    """How long it takes; needed for a session or a break, computed for the rest."""
    note: Markdown | None = None
    """Why it comes here, or what to skip."""

    @property
    def kind(self) -> str:
        """Which of the kinds of step it is."""
        return self.kinds[0]

    @property
    def kinds(self) -> list[str]:
        """The keys it has that each make a step."""
        return [kind for kind in KINDS if self.named(kind) is not None]

    def named(self, kind: str) -> str | None:
        """Return what stands under a kind's key."""
        value: str | None = getattr(self, "pause" if kind == "break" else kind)
        return value

    @property
    def target(self) -> str:
        """What the step names: an id, or the title of a session or a break."""
        return self.named(self.kind) or ""

    @model_validator(mode="after")
    def _is_one_thing(self) -> Self:
        if len(self.kinds) != 1:
            found = f"is {' and '.join(self.kinds)} at once" if self.kinds else "leads nowhere"
            raise Mistake(found, f"Give it one of: {', '.join(KINDS)}.")
        if self.minutes is None and self.kind in UNTIMED:
            raise Mistake(f"is a {self.kind} without minutes", "Add minutes.")
        return self


class PathDocument(Document):
    """A path, as its file says it."""

    id: Id
    """The name of its file, and part of its address."""
    title: Plain
    """Shown as the page's heading."""
    summary: Plain
    """One or two sentences: for cards, search results and link previews."""
    audience: Plain
    """For whom it is."""
    why: Markdown
    """Why these steps, and why in this order."""
    trainers: bool = False
    """True for people who teach: modules then take the minutes of their workshops."""
    start: Clock | None = None
    """When a day of it begins, as "09:00"; each step then shows its time."""
    steps: Annotated[Many[StepDocument], Field(min_length=1)]
    """The steps in order."""

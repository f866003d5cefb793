"""Paths: ways through the course, each step of which leads somewhere or fills some time."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from coursewright.course.graph import Course, Lesson, Module
from coursewright.course.instruments import Instrument
from coursewright.course.named import Titled
from coursewright.documents import PathDocument, StepDocument
from coursewright.positions import Source as File
from coursewright.problems import Place

MINUTES_A_DAY = 24 * 60


@dataclass(frozen=True)
class Stop:
    """What a step leads to."""

    title: str
    minutes: int
    summary: str = ""
    page: str = ""
    """Source path of its page; empty when it has none."""
    module: Module | None = None
    """The module it is from."""
    lessons: tuple[Lesson, ...] = ()
    """What a learner reads in it."""


@dataclass(eq=False, repr=False)
class Step:
    """A step of a path."""

    document: StepDocument
    place: Place
    stop: Stop
    begins: int
    """Minutes after the path has begun."""
    missed: list[Module] = field(default_factory=list)
    """Modules that its own module builds on, and that no earlier step is from."""

    @property
    def kind(self) -> str:
        """Which kind of step it is."""
        return self.document.kind

    @property
    def minutes(self) -> int:
        """How long it takes: as written, or else computed."""
        return self.document.minutes or self.stop.minutes


@dataclass(eq=False, repr=False)
class CoursePath(Titled[PathDocument]):
    """A way through the course."""

    document: PathDocument
    source: File
    steps: list[Step] = field(default_factory=list)

    @property
    def page(self) -> str:
        """Source path of its page."""
        folder = "trainers/paths" if self.document.trainers else "paths"
        return f"{folder}/{self.id}.md"

    @property
    def minutes(self) -> int:
        """Minutes for all steps."""
        return sum(step.minutes for step in self.steps)

    @property
    def lessons(self) -> list[Lesson]:
        """Every lesson on the way, once, in the order of the steps."""
        return list(dict.fromkeys(lesson for step in self.steps for lesson in step.stop.lessons))

    def clock(self, minutes: int) -> str:
        """Return the time of day so many minutes after it has begun."""
        hour, minute = map(int, (self.document.start or "00:00").split(":"))
        now = (hour * 60 + minute + minutes) % MINUTES_A_DAY
        return f"{now // 60:02}:{now % 60:02}"


def targets(course: Course) -> dict[str, Mapping[str, Any]]:
    """Return what each kind of step can name; kinds that name nothing are left out."""
    modules = {module.id: module for module in course.modules}
    return {
        "module": modules,
        "check": {ident: module for ident, module in modules.items() if module.asks},
        "lesson": {lesson.ref: lesson for lesson in course.lessons},
        "instrument": course.instruments,
    }


def stop_at(document: StepDocument, target: Any, *, trainers: bool) -> Stop:
    """Return what a step leads to."""
    if target is None:
        return Stop(document.target, document.minutes or 0)
    return _STOPS[document.kind](target, trainers)


def _module(module: Module, trainers: bool) -> Stop:
    workshop = module.document.facilitation if trainers else None
    minutes = workshop.minutes if workshop else module.minutes
    lessons = tuple(module.lessons)
    return Stop(module.title, minutes, module.document.summary, module.page, module, lessons)


def _lesson(lesson: Lesson, trainers: bool) -> Stop:  # noqa: ARG001 - as all stops are made
    summary = lesson.document.summary
    return Stop(lesson.title, lesson.minutes, summary, lesson.page, lesson.module, (lesson,))


def _check(module: Module, trainers: bool) -> Stop:  # noqa: ARG001 - as all stops are made
    return Stop(module.title, module.check_minutes, "", module.check_page, module)


def _instrument(found: Instrument, trainers: bool) -> Stop:  # noqa: ARG001 - as all stops are made
    document = found.document
    return Stop(found.title, document.minutes or 0, document.summary, found.page)


_STOPS: dict[str, Callable[[Any, bool], Stop]] = {
    "module": _module,
    "lesson": _lesson,
    "check": _check,
    "instrument": _instrument,
}
"""For each kind of step that names a part of the course, what it leads to."""


def missed(steps: list[Step]) -> Iterator[tuple[Step, list[Module]]]:
    """Yield each first step of a module with what that builds on and no earlier step is from."""
    met: list[Module] = []
    for step in steps:
        module = step.stop.module
        if module and module not in met:
            yield step, [before for before in module.prerequisites if before not in met]
            met.append(module)

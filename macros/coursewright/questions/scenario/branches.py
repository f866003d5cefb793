"""Whether the branches of a case hold together."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from coursewright.model import Mistake, Path
from coursewright.questions.faults import Fault
from coursewright.suggestions import did_you_mean

if TYPE_CHECKING:
    from coursewright.questions.scenario.model import ScenarioQuestion

Steps = dict[str, list[tuple[Path, str]]]
"""Of each situation, where its choices lead, with the path of each `to`."""


def dangling(case: ScenarioQuestion) -> Iterator[Fault]:
    """Yield ids that stand twice or name nothing."""
    seen: set[str] = set()
    for path, ident in _named(case):
        if ident in seen:
            what = f'is "{ident}", which another situation or end has as well'
            yield Fault((*path, "id"), Mistake(what, "Change one of the two."))
        seen.add(ident)
    situations = {situation.id for situation in case.situations}
    if case.start not in situations:
        what = f'is "{case.start}", and no situation has that id'
        yield Fault(("start",), Mistake(what, did_you_mean(case.start, situations)))
    for path, target in (step for steps in _steps(case).values() for step in steps):
        if target not in seen:
            what = f'is "{target}", and no situation or end has that id'
            yield Fault(path, Mistake(what, did_you_mean(target, seen)))


def unreached(case: ScenarioQuestion) -> Iterator[Fault]:
    """Yield situations and ends that no way from the start leads to."""
    steps, met, waiting = _steps(case), {case.start}, [case.start]
    while waiting:
        following = {target for _, target in steps.get(waiting.pop(), ())} - met
        met |= following
        waiting += following
    for path, ident in _named(case):
        if ident not in met:
            what = f'"{ident}" is never reached: no way from the start leads to it'
            yield Fault(path, Mistake(what, "Let a choice lead to it, or remove it."))


def loops(case: ScenarioQuestion) -> Iterator[Fault]:
    """Yield choices that lead back to where the learner has been."""
    steps, done = _steps(case), set[str]()

    def follow(ident: str, way: tuple[str, ...]) -> Iterator[Fault]:
        for path, target in steps.get(ident, ()):
            if target in way:
                circle = ", ".join([*way[way.index(target) :], target])
                cure = "Let it lead on to another situation, or to an end."
                yield Fault(path, Mistake(f"leads in a circle: {circle}", cure))
            elif target not in done:
                yield from follow(target, (*way, target))
        done.add(ident)

    yield from follow(case.start, (case.start,))


def _named(case: ScenarioQuestion) -> Iterator[tuple[Path, str]]:
    for index, situation in enumerate(case.situations):
        yield ("situations", index), situation.id
    for index, end in enumerate(case.ends):
        yield ("ends", index), end.id


def _steps(case: ScenarioQuestion) -> Steps:
    return {
        situation.id: [
            (("situations", index, "choices", number, "to"), choice.to)
            for number, choice in enumerate(situation.choices)
        ]
        for index, situation in enumerate(case.situations)
    }

"""The order of modules, and prerequisites without cycles."""

from __future__ import annotations

from collections.abc import Iterable

from coursewright.course.graph import Module
from coursewright.course.scope import Scope


def in_order(scope: Scope, modules: dict[str, Module]) -> list[Module]:
    """Link prerequisites and return the modules numbered in course order."""
    for module in modules.values():
        _link_prerequisites(scope, module, modules)
    listed = _listed(scope, modules)
    ordered = listed + _rest([m for m in modules.values() if m not in listed], listed)
    for number, module in enumerate(ordered, 1):
        module.number = number
    if waiting := _never_ready(modules.values()):
        _cycle(scope, waiting)
    else:
        _check_listed_order(scope, listed)
    return ordered


def _link_prerequisites(scope: Scope, module: Module, modules: dict[str, Module]) -> None:
    for index, ident in enumerate(module.document.prerequisites):
        place = module.source.place("prerequisites", index)
        found = scope.find("module", modules, ident, place)
        if found:
            module.prerequisites.append(found)


def _listed(scope: Scope, modules: dict[str, Module]) -> list[Module]:
    found: list[Module] = []
    for index, ident in enumerate(scope.course.document.modules):
        place = scope.course.source.place("modules", index)
        if not scope.first_listed("module", ident, place):
            continue
        module = scope.find("module", modules, ident, place)
        if module:
            found.append(module)
    return found


def _rest(waiting: list[Module], before: list[Module]) -> list[Module]:
    """Order what course.yml does not list: after its prerequisites, then by id."""
    done = list(before)
    waiting = sorted(waiting, key=lambda module: module.id)
    while waiting:
        ready = [m for m in waiting if all(p in done or p not in waiting for p in m.prerequisites)]
        if not ready:
            break
        done.append(ready[0])
        waiting.remove(ready[0])
    return done[len(before) :] + waiting


def _never_ready(modules: Iterable[Module]) -> list[Module]:
    """Return the modules that nobody could ever begin, for they wait for each other."""
    waiting = set(modules)
    while ready := {m for m in waiting if waiting.isdisjoint(m.prerequisites)}:
        waiting -= ready
    return sorted(waiting, key=lambda module: module.id)


def _cycle(scope: Scope, waiting: list[Module]) -> None:
    """Note the first cycle among modules that wait for each other."""
    path = [waiting[0]]
    while path.count(path[-1]) < 2:
        path.append(next(m for m in path[-1].prerequisites if m in waiting))
    ring = path[path.index(path[-1]) : -1]
    places = [module.source.place("prerequisites") for module in ring]
    names = " → ".join(module.id for module in [*ring, ring[0]])
    what = f"these modules wait for each other: {names}"
    scope.problem(places[0], what, "Remove one of these prerequisites.", "cycle", *places[1:])


def _check_listed_order(scope: Scope, listed: list[Module]) -> None:
    for module in listed:
        for index, before in enumerate(module.prerequisites):
            if before.number >= module.number:
                _note_late(scope, module, before, index, is_listed=before in listed)


def _note_late(
    scope: Scope, module: Module, before: Module, index: int, *, is_listed: bool
) -> None:
    place = module.source.place("prerequisites", index)
    what = f'"{before.id}" is needed first, but course.yml puts it later'
    cure = "Change the order in course.yml, or remove this prerequisite."
    if not is_listed:
        what = f'"{before.id}" is needed first, but course.yml does not list it, so it comes last'
        cure = f'List it in course.yml before "{module.id}", or remove this prerequisite.'
    scope.problem(place, what, cure, "order", scope.course.source.place("modules"))

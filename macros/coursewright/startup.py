"""What a small build would lose most of its time to before it reads a line of the course."""

from __future__ import annotations

import gc
import sys
from importlib import import_module
from importlib.util import find_spec
from types import ModuleType

OBJECTS_BETWEEN_COLLECTIONS = 100_000
"""Python's own 700 cost about a tenth of a small build: 0.81 s of CPU time against 0.73 s."""


def collect_seldom() -> None:
    """Look for garbage seldom: nearly all that a build makes lives until its end."""
    gc.set_threshold(OBJECTS_BETWEEN_COLLECTIONS)


def import_on_use(name: str) -> None:
    """Let a module be imported when something of it is first used, whoever imports it before.

    Does nothing if it has been imported, or is not installed. What it raises while it is imported
    it raises at its first use. Not for several threads at once.

    It stands on modules' own `__getattr__` (PEP 562). `importlib.util.LazyLoader` does not do:
    Python 3.11 and 3.12 look at the module's `__spec__` in every `import`, and so load it there.
    """
    spec = None if name in sys.modules else find_spec(name)
    if spec is None:
        return
    stand_in = ModuleType(name, "Stands in for a module until something of it is used.")
    stand_in.__spec__ = spec

    def imported(attribute: str) -> object:
        if sys.modules.get(name) is stand_in:
            del sys.modules[name]
        real = import_module(name)
        vars(stand_in).update(vars(real))
        return getattr(real, attribute)

    vars(stand_in)["__getattr__"] = imported
    sys.modules[name] = stand_in

"""The scripts of pages, as `tools/scripts.mjs` built them from the modules that people read."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

PACKAGE = Path(__file__).parent
BUILT = PACKAGE / "theme/built"
FINGERPRINT = BUILT / "sources.sha256"
_BUILDER = PACKAGE.parent.parent / "tools/scripts.mjs"
"""Stands beside the package where it is worked on, and nowhere else."""
_LIST = re.compile(r"\bexport\s*\{([^{}]*)\};?[ \t]*$", re.MULTILINE)
_EXPORT = re.compile(r"^export ((?:function|class|const|let|var) (\w+))", re.MULTILINE)
_IMPORT = re.compile(r"\bimport\(")
_DEFAULT = re.compile(r"^export default ", re.MULTILINE)


def built() -> Iterator[tuple[str, str]]:
    """Yield the path and the text of every script, classic ones included."""
    for path in sorted(BUILT.rglob("*.js")):
        yield path.relative_to(BUILT).as_posix(), path.read_text(encoding="utf-8")


def are_old() -> bool:
    """Whether somebody works on the scripts and has not built them since."""
    return _BUILDER.exists() and FINGERPRINT.read_text(encoding="utf-8").strip() != fingerprint()


def fingerprint() -> str:
    """Return what tells the scripts' sources of today from those of a build."""
    folders = (PACKAGE / "theme/assets", PACKAGE / "questions", PACKAGE / "instruments")
    paths = {it.relative_to(PACKAGE).as_posix(): it for one in folders for it in one.rglob("*.js")}
    found = hashlib.sha256()
    for name, path in sorted(paths.items()):
        if "/vendor/" not in name:
            found.update(name.encode())
            found.update(path.read_bytes())
    return found.hexdigest()


def classic(loader: str, modules: Mapping[str, str], start: Iterable[str]) -> str:
    """Return modules, by their paths, as one script that need not be a module itself.

    A module imports nothing when it is read: it holds what it needs, or asks for it later.

    The loader defines `cwModules`: `add` takes a module as a function of how it gets what it
    imports later, and of its own address; `start` runs one, and `startPage` those that the page
    names.
    """
    added = "".join(_function(path, text) for path, text in modules.items())
    started = "".join(f'cwModules.start("{path}");\n' for path in start)
    defined = _EXPORT.sub(r"\1", loader)
    return f"(() => {{\n{defined}{added}{started}cwModules.startPage();\n}})();\n"


def _function(path: str, text: str) -> str:
    """Return a module as a function that returns what it exports."""
    lists = [found[1] for found in _LIST.finditer(text)]
    pairs = [name.split(" as ") for one in lists for name in one.strip().split(",")]
    pairs += [[found[2]] for found in _EXPORT.finditer(text)]
    body = _EXPORT.sub(r"\1", _LIST.sub("", text))
    if _DEFAULT.search(body):
        pairs.append(["standard", "default"])
        body = _DEFAULT.sub("const standard = ", body)
    body = _IMPORT.sub("bring(", body.replace("import.meta.url", "here"))
    exported = ", ".join(f"{pair[-1].strip()}: {pair[0].strip()}" for pair in pairs)
    head = f'cwModules.add("{path}", (bring, here) => {{\n"use strict";\n'
    return f"{head}{body}\nreturn {{ {exported} }};\n}});\n"

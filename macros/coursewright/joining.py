"""The browser's modules as a page asks for them: few files, without what only people read."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

_COMMENT = re.compile(
    r"^[ \t]*(?:/\*\*(?:(?!\*/).)*\*/|//[^\n]*)[ \t]*\n|/\*\* @\w+ [^\n]*?\*/ ?|^[ \t]+",
    re.MULTILINE | re.DOTALL,
)
"""Comments stand on lines of their own, or are a type before an expression."""
_LITERAL = re.compile(
    r"""("(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\])*`"""
    r"""|(?:(?<=[=(:,!&|?\[] )|(?<=[(!\[])|(?<=return )|(?<=\n))/(?![*/])"""
    r"""(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n\[])+/)"""
)
_SPACE = re.compile(r" ?([=(){},;:?<>&|!\[\]]+) ?|\n+(?=[})])")
_BREAK = re.compile(r"(?<=[;{},(])\n+")
_PRIVATE = re.compile(r"#([A-Za-z]\w*)")
_IMPORT = re.compile(r'^import \{([^}]*)\} from "(\.\.?/[\w-]+\.js)";\n', re.MULTILINE)
_EXPORT = re.compile(r"^export ((?:async )?(?:function|class|const) (\w+))", re.MULTILINE)
_LISTED = re.compile(r"^export \{ ([^}]*) \};\n", re.MULTILINE)
_DEFAULT = re.compile(r"^export default ", re.MULTILINE)


def lean(script: str) -> str:
    """Leave out comments and needless space, which readers of a page need not download."""
    pieces = _LITERAL.split(_COMMENT.sub("", script))
    short: dict[str, str] = {}
    for index, piece in enumerate(pieces[::2]):
        spaceless = _BREAK.sub("", _SPACE.sub(r"\1", piece))
        pieces[2 * index] = _PRIVATE.sub(lambda found: _shortened(found[1], short), spaceless)
    return "".join(pieces)


def _shortened(name: str, short: dict[str, str]) -> str:
    """Return the name that a private member of a class gets: nothing else can call it."""
    return "#" + short.setdefault(name, f"_{len(short):x}")


def joined(path: Path) -> str:
    """Return a module together with all it imports from its own folder or the one above.

    Each keeps its own scope: it becomes a function that returns what it exports. Nothing here
    is renamed or rewritten, and imports written in other ways stay as they are.
    """
    parts: dict[str, str] = {}
    _add(path, parts)
    *needed, last = parts
    return "".join([*(_scoped(name, parts[name]) for name in needed), parts[last]])


def _add(path: Path, parts: dict[str, str]) -> None:
    text = _COMMENT.sub("", path.read_text(encoding="utf-8"))
    for found in _IMPORT.finditer(text):
        needed = path.parent / found[2]
        if needed.name not in parts:
            _add(needed, parts)
    parts[path.name] = _IMPORT.sub(_taken, text)


def _taken(found: re.Match[str]) -> str:
    names = found[1].replace(" as ", ": ")
    return f"const {{{names}}} = {_of(found[2].rpartition('/')[2])};\n"


def _scoped(name: str, text: str) -> str:
    exported = ", ".join(found[2] for found in _EXPORT.finditer(text))
    body = _EXPORT.sub(r"\1", text)
    return f"const {_of(name)} = (() => {{\n{body}return {{ {exported} }};\n}})();\n"


def _of(name: str) -> str:
    """Return the name under which a joined module's exports are known."""
    return "_" + re.sub(r"\W", "_", name.removesuffix(".js"))


def classic(loader: str, modules: Mapping[str, str], start: Iterable[str]) -> str:
    """Return modules, by their paths, as one script that need not be a module itself.

    The loader defines `cwModules`: `add` takes a module as a function of how it gets what it
    imports at once and later, and of its own address; `start` runs one, and `startPage` those
    that the page names.
    """
    added = "".join(_function(path, text) for path, text in modules.items())
    started = "".join(f'cwModules.start("{path}");\n' for path in start)
    defined = _EXPORT.sub(r"\1", loader)
    return f"(() => {{\n{defined}{added}{started}cwModules.startPage();\n}})();\n"


def _function(path: str, text: str) -> str:
    body = _COMMENT.sub("", text)
    exported = ", ".join(_exports(body))
    body = _LISTED.sub("", _EXPORT.sub(r"\1", _DEFAULT.sub("const standard = ", body)))
    body = _IMPORT.sub(_needed, body)
    body = body.replace("import.meta.url", "here").replace("import(path)", "bring(path)")
    head = f'cwModules.add("{path}", (need, bring, here) => {{\n"use strict";\n'
    return f"{head}{body}return {{ {exported} }};\n}});\n"


def _needed(found: re.Match[str]) -> str:
    return f'const {{{found[1].replace(" as ", ": ")}}} = need("{found[2]}");\n'


def _exports(text: str) -> Iterator[str]:
    yield from (found[2] for found in _EXPORT.finditer(text))
    yield from (found[1] for found in _LISTED.finditer(text))
    if _DEFAULT.search(text):
        yield "default: standard"

"""The browser's modules as a page asks for them: few files, without what only people read."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
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
_BREAK = re.compile(r"(?<=[;{},(])\n+|;(?=\n*\})")
"""Line breaks after what ends or opens anything, and the last semicolon before a brace."""
_PRIVATE = re.compile(r"#([A-Za-z]\w*)")
_IMPORT = re.compile(r'^import \{([^}]*)\} from "(\.\.?/[\w-]+\.js)";\n', re.MULTILINE)
_EXPORT = re.compile(r"^export ((?:async )?(?:function|class|const) (\w+))", re.MULTILINE)


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

    Each keeps its own scope: it becomes a function that returns what others import of it. Nothing
    here is renamed or rewritten, and imports written in other ways stay as they are.
    """
    parts: dict[str, str] = {}
    wanted: dict[str, set[str]] = {}
    _add(path, parts, wanted)
    *needed, last = parts
    scoped = (_scoped(name, parts, wanted[name]) for name in needed)
    return "".join([*scoped, parts[last]])


def _add(path: Path, parts: dict[str, str], wanted: dict[str, set[str]]) -> None:
    text = _COMMENT.sub("", path.read_text(encoding="utf-8"))
    for found in _IMPORT.finditer(text):
        needed = path.parent / found[2]
        wanted.setdefault(needed.name, set()).update(re.findall(r"(\w+)(?: as \w+)?", found[1]))
        if needed.name not in parts:
            _add(needed, parts, wanted)
    parts[path.name] = _IMPORT.sub(lambda found: _taken(found, parts), text)


def _taken(found: re.Match[str], parts: Iterable[str]) -> str:
    names = found[1].replace(" as ", ": ")
    return f"const {{{names}}} = {_of(found[2].rpartition('/')[2], parts)};\n"


def _scoped(name: str, parts: Mapping[str, str], wanted: set[str]) -> str:
    text = parts[name]
    names = (found[2] for found in _EXPORT.finditer(text))
    exported = ", ".join(found for found in names if found in wanted)
    body = _EXPORT.sub(r"\1", text)
    return f"const {_of(name, parts)} = (() => {{\n{body}return {{ {exported} }};\n}})();\n"


def _of(name: str, parts: Iterable[str]) -> str:
    """Return the name under which a joined module's exports are known: its place among all."""
    return f"_{list(parts).index(name)}"

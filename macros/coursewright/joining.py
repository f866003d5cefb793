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
_BREAK = re.compile(r"(?<=[;{},(])\n+|(?<==>)\n+|\n+(?=[?:.&|])|;(?=\n*\})|,(?=\n*[})])")
"""Line breaks where a statement goes on or has ended, and the last comma or semicolon in braces."""
_AROUND = re.compile(r"(?<=[\w)\]]) ([-+*/]=?|\*\*) (?=[\w(])")
"""Operators between words; elsewhere two of them could become another one."""
_PRIVATE = re.compile(r"#([A-Za-z]\w*)")
_IMPORT = re.compile(r'^import \{([^}]*)\} from "(\.\.?/[\w-]+\.js)";\n', re.MULTILINE)
_EXPORT = re.compile(r"^export ((?:async )?(?:function|class|const) (\w+))", re.MULTILINE)
_LISTED = re.compile(r"^export \{ ([^}]*) \};\n", re.MULTILINE)
_THEIR_LIST = re.compile(r"\bexport\s*\{([^{}]*)\};?[ \t]*$", re.MULTILINE)
_THEIR_EXPORT = re.compile(r"^export ((?:function|class|const|let|var) (\w+))", re.MULTILINE)
_DEFAULT = re.compile(r"^export default ", re.MULTILINE)


def lean(script: str) -> str:
    """Leave out comments and needless space, which readers of a page need not download."""
    pieces = _LITERAL.split(_COMMENT.sub("", script))
    short: dict[str, str] = {}
    for index, piece in enumerate(pieces[::2]):
        close = _SPACE.sub(r"\1", _AROUND.sub(r"\1", piece))
        spaceless = _BREAK.sub("", close)
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


def classic(
    loader: str, modules: Mapping[str, str], vendored: Mapping[str, str], start: Iterable[str]
) -> str:
    """Return modules, by their paths, as one script that need not be a module itself.

    Ours become lean; those of others stay as they are.

    The loader defines `cwModules`: `add` takes a module as a function of how it gets what it
    imports at once and later, and of its own address; `start` runs one, and `startPage` those
    that the page names.
    """
    added = "".join(_function(path, text) for path, text in modules.items())
    theirs = "".join(_theirs(path, text) for path, text in vendored.items())
    started = "".join(f'cwModules.start("{path}");\n' for path in start)
    defined = _EXPORT.sub(r"\1", loader)
    ours = lean(defined + added)
    return f"(() => {{\n{ours}{theirs}{started}cwModules.startPage();\n}})();\n"


def _function(path: str, text: str) -> str:
    body = _COMMENT.sub("", text)
    exported = ", ".join(_exports(body))
    body = _LISTED.sub("", _EXPORT.sub(r"\1", _DEFAULT.sub("const standard = ", body)))
    body = _IMPORT.sub(_needed, body)
    body = body.replace("import.meta.url", "here").replace("import(path)", "bring(path)")
    return _maker(path, body, exported)


def _theirs(path: str, text: str) -> str:
    """Return a module of others, which imports nothing and names its exports wherever it likes."""
    lists = [found[1] for found in _THEIR_LIST.finditer(text)]
    pairs = [name.split(" as ") for one in lists for name in one.strip().split(",")]
    pairs += [[found[2]] for found in _THEIR_EXPORT.finditer(text)]
    if not pairs:
        raise ValueError(f"{path} has no exports")
    exported = ", ".join(f"{pair[-1].strip()}: {pair[0].strip()}" for pair in pairs)
    body = _THEIR_EXPORT.sub(r"\1", _THEIR_LIST.sub("", text))
    return _maker(path, body + "\n", exported)


def _maker(path: str, body: str, exported: str) -> str:
    head = f'cwModules.add("{path}", (need, bring, here) => {{\n"use strict";\n'
    return f"{head}{body}return {{ {exported} }};\n}});\n"


def _needed(found: re.Match[str]) -> str:
    return f'const {{{found[1].replace(" as ", ": ")}}} = need("{found[2]}");\n'


def _exports(text: str) -> Iterator[str]:
    yield from (found[2] for found in _EXPORT.finditer(text))
    yield from (found[1] for found in _LISTED.finditer(text))
    if _DEFAULT.search(text):
        yield "default: standard"

"""The static files a site needs besides its pages."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from coursewright.questions import FOLDER as QUESTIONS
from coursewright.scripts import BUILT, built, classic
from coursewright.views import Words

THEME = Path(__file__).parent / "theme"
ASSETS = "assets/coursewright"
STYLE = f"{ASSETS}/coursewright.css"
SCRIPT = f"{ASSETS}/main.js"
"""The module that every page loads."""
SHEETS = (
    "tokens base chrome search nav hero course paths blocks figures evidence "
    "questions options feedback question-media progress quiz reference instruments guide "
    "assignments"
).split()
"""Parts of the style, each of which may build on those before it."""
DESK_SHEETS = ("desk", "desk-views")
"""The same for the pages on which trainers work."""
OFFLINE = f"{ASSETS}/coursewright.js"
"""All modules as one classic script, for copies that open from a folder."""
LOADER = "offline-modules.js"
WORKER = "offline-worker.js"
"""Only such copies need it."""
GUARD = "storage-guard.js"
"""Stands in the head of every page, and is no file of the site."""
CLASSIC = frozenset((LOADER, GUARD))
"""Scripts that are no modules."""
VENDOR = "vendor"
"""Folder of scripts of others, with their licenses; sent as they are."""
SPEAKERS = frozenset(("asides.js", "earlier.js"))
"""Bring their own words along, as each kind of question does."""
APART = (
    *("store", "quiz", "progress", "instrument", "workshop", "assign", "assignment", "handin"),
    *("gradebook", "comparison"),
)
"""Words that only one script says, by how their names begin; each such script loads its own."""
DESK = ("gradebook", "comparison")
"""Pages of trainers with a script of their own; sites for learners have none of what is theirs."""
_MODULE_TAG = re.compile(rf'<script type="module" src="(?:\.\./)*{ASSETS}/([\w/-]+\.js)"></script>')


Data = dict[str, Any] | None


@dataclass(frozen=True)
class Asset:
    """A static file: where it goes in the site, and what is in it."""

    path: str
    content: bytes


def assets(language: str, outline: Data = None, desk: Data = None) -> Iterator[Asset]:
    """Yield every static file for a site in this language, with the outline of its course.

    A site for trainers also gets what their scripts know of the course.
    """
    scripts = dict(built())
    yield from _styles(desk)
    for path, script in _modules(scripts, language, outline, desk):
        if path != WORKER:
            yield Asset(f"{ASSETS}/{path}", script.encode())
    yield from _vendored()


def offline_assets(language: str, outline: Data = None, desk: Data = None) -> Iterator[Asset]:
    """Yield every static file for a copy of the site that opens from a folder."""
    scripts = dict(built())
    yield from _styles(desk)
    modules = dict(_modules(scripts, language, outline, desk))
    for it in _vendored():
        if it.path.endswith(".js"):
            modules[it.path.removeprefix(f"{ASSETS}/")] = it.content.decode()
        else:
            yield it
    start = (WORKER, SCRIPT.removeprefix(f"{ASSETS}/"))
    yield Asset(OFFLINE, classic(scripts[LOADER], modules, start).encode())


def _vendored() -> Iterator[Asset]:
    for path in sorted((THEME / "assets" / VENDOR).iterdir()):
        yield Asset(f"{ASSETS}/{VENDOR}/{path.name}", path.read_bytes())


def guard() -> str:
    """Return the script that stands in the head of every page, before the theme's own."""
    return (BUILT / GUARD).read_text(encoding="utf-8").strip()


def offline_page(html: str) -> str:
    """Return a page's content that names its modules, for the one script to run them."""
    return _MODULE_TAG.sub(r'<script type="text/plain" data-module="\1"></script>', html)


def _modules(
    scripts: dict[str, str], language: str, outline: Data, desk: Data
) -> Iterator[tuple[str, str]]:
    """Yield the path and the text of each module, also of those that hold words and data."""
    if outline:
        yield "course.js", _exported(outline)
    if desk:
        yield "trainers.js", _exported(desk)
    words = Words(language).section("browser")
    for path, text in scripts.items():
        if path in CLASSIC or (_is_desk(path) and not desk):
            continue
        if path in SPEAKERS or path.startswith("kinds/"):
            own = _taken(words, path.removeprefix("kinds/").removesuffix(".js"))
            yield path, f"{text}export const phrases={_json(own)};\n" if own else text
        else:
            yield path, text
    for part in APART:
        own = _taken(words, part)
        if part not in DESK or desk:
            yield f"words-{part}.js", _exported(own)
    yield "words.js", _exported(words)


def _taken(words: dict[str, str], part: str) -> dict[str, str]:
    """Take out the words of one part of the scripts, which nothing else says."""
    return {name: words.pop(name) for name in list(words) if re.match(rf"{part}\W", name)}


def _exported(data: dict[str, Any]) -> str:
    return f"export default {_json(data)};\n"


def _is_desk(path: str) -> bool:
    """Whether a script is for pages of trainers alone: it gives answers away."""
    return path.partition("/")[0].removesuffix(".js") in ("desk", *DESK)


def _styles(desk: Data) -> Iterator[Asset]:
    yield Asset(STYLE, _style())
    if desk:
        parts = [THEME / "assets" / f"{name}.css" for name in DESK_SHEETS]
        yield Asset(f"{ASSETS}/desk.css", b"\n".join(path.read_bytes() for path in parts))


def _json(words: dict[str, Any]) -> str:
    return json.dumps(words, ensure_ascii=False, separators=(",", ":"))


def _style() -> bytes:
    """Return all style sheets as one, so that a page asks for one file; kinds' own come last."""
    sheets = [THEME / "assets" / f"{name}.css" for name in SHEETS]
    sheets += sorted(QUESTIONS.glob("*/style.css"))
    return b"\n".join(path.read_bytes() for path in sheets)

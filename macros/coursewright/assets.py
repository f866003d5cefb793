"""The static files a site needs besides its pages."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from coursewright.instruments import FOLDER as INSTRUMENTS
from coursewright.instruments import KINDS as FIELDS
from coursewright.joining import classic, joined, lean
from coursewright.questions import FOLDER as QUESTIONS
from coursewright.questions import KINDS
from coursewright.views import Words

THEME = Path(__file__).parent / "theme"
ASSETS = "assets/coursewright"
STYLE = f"{ASSETS}/coursewright.css"
SCRIPTS = tuple(f"{ASSETS}/{name}.js" for name in ("theme", "terms", "question", "progress"))
SHEETS = (
    "tokens base chrome search nav hero course paths blocks figures evidence "
    "questions options feedback question-media progress quiz reference instruments guide "
    "assignments"
).split()
"""Parts of the style, each of which may build on those before it."""
DESK_SHEETS = ("desk", "desk-views")
"""The same for the pages on which trainers work."""
FIRST = ("first-storage", "first-jumps", "first-places")
"""Classic scripts that run before the theme's own; sent as one."""
OFFLINE = f"{ASSETS}/coursewright.js"
"""All modules as one classic script, for copies that open from a folder."""
FIRST_OFFLINE = (*FIRST, "offline-worker")
CLASSIC = frozenset((*FIRST_OFFLINE, "offline-modules"))
"""Scripts that are no modules."""
VENDOR = "vendor"
"""Folder of scripts of others, with their licenses; sent as they are."""
JOINED = frozenset(
    f"{name}.js"
    for name in (
        *("assign-page", "assigned", "assignments-page", "hand-in", "instrument"),
        *("instrument-files", "instrument-result", "learner", "progress-page", "progress-path"),
        *("progress", "question", "quiz-summary", "quiz", "workshop-view", "workshop"),
        *("comparison", "gradebook"),
    )
)
"""Modules that hold all they import, since pages ask for them by name."""
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
    yield from _styles(FIRST, desk)
    for path, script in _modules(language, outline, desk, join=True):
        yield Asset(f"{ASSETS}/{path}", lean(script).encode())
    yield from _vendored()


def offline_assets(language: str, outline: Data = None, desk: Data = None) -> Iterator[Asset]:
    """Yield every static file for a copy of the site that opens from a folder."""
    yield from _styles(FIRST_OFFLINE, desk)
    loader = (THEME / "assets/offline-modules.js").read_text(encoding="utf-8")
    modules = dict(_modules(language, outline, desk, join=False))
    start = [script.removeprefix(f"{ASSETS}/") for script in SCRIPTS]
    vendored = list(_vendored())
    theirs = {it.path.removeprefix(f"{ASSETS}/"): it.content.decode() for it in vendored}
    scripts = {path: text for path, text in theirs.items() if path.endswith(".js")}
    yield Asset(OFFLINE, classic(loader, modules, scripts, start).encode())
    yield from (it for it in vendored if not it.path.endswith(".js"))


def _vendored() -> Iterator[Asset]:
    for path in sorted((THEME / "assets" / VENDOR).iterdir()):
        yield Asset(f"{ASSETS}/{VENDOR}/{path.name}", path.read_bytes())


def offline_page(html: str) -> str:
    """Return a page's content that names its modules, for the one script to run them."""
    return _MODULE_TAG.sub(r'<script type="text/plain" data-module="\1"></script>', html)


def _modules(language: str, outline: Data, desk: Data, *, join: bool) -> Iterator[tuple[str, str]]:
    """Yield each module's path and text, with all that it imports or with its imports."""
    if outline:
        yield "course.js", _exported(outline)
    if desk:
        yield from _for_trainers(desk)
    for path in sorted((THEME / "assets").glob("*.js")):
        if path.stem not in CLASSIC and (desk or not _is_desk(path)):
            joins = join and path.name in JOINED
            yield path.name, joined(path) if joins else path.read_text(encoding="utf-8")
    words = Words(language).section("browser")
    for kind, model in sorted(KINDS.items()):
        script = joined(QUESTIONS / model.folder / "browser.js")
        own = {name: words.pop(name) for name in list(words) if name.startswith(f"{kind}-")}
        exported = f"\nexport const phrases = {_json(own)};\n" if own else ""
        yield f"kinds/{kind}.js", script + exported
    for kind, field in sorted(FIELDS.items()):
        script = (INSTRUMENTS / field.folder / "browser.js").read_text(encoding="utf-8")
        yield f"fields/{kind}.js", script
    for part in APART:
        own = {name: words.pop(name) for name in list(words) if re.match(rf"{part}\W", name)}
        if part not in DESK or desk:
            yield f"words-{part}.js", _exported(own)
    yield "words.js", _exported(words)


def _exported(data: dict[str, Any]) -> str:
    return f"export default {_json(data)};\n"


def _is_desk(path: Path) -> bool:
    """Whether a module is for pages of trainers alone."""
    return path.stem.partition("-")[0] in ("desk", *DESK)


def _for_trainers(desk: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield what only trainers' pages load: it gives answers away."""
    yield "trainers.js", _exported(desk)
    for kind, model in sorted(KINDS.items()):
        yield f"desk/{kind}.js", joined(QUESTIONS / model.folder / "desk.js")


def _styles(first: tuple[str, ...], desk: Data) -> Iterator[Asset]:
    """Yield style sheets, and what runs before the theme's own scripts."""
    yield Asset(STYLE, _style())
    if desk:
        parts = [THEME / "assets" / f"{name}.css" for name in DESK_SHEETS]
        yield Asset(f"{ASSETS}/desk.css", b"\n".join(path.read_bytes() for path in parts))
    yield Asset(f"{ASSETS}/first.js", _first(first))


def _json(words: dict[str, Any]) -> str:
    return json.dumps(words, ensure_ascii=False, separators=(",\n", ":"))


def _first(names: tuple[str, ...]) -> bytes:
    paths = [THEME / "assets" / f"{name}.js" for name in names]
    return "".join(lean(path.read_text(encoding="utf-8")) for path in paths).encode()


def _style() -> bytes:
    """Return all style sheets as one, so that a page asks for one file; kinds' own come last."""
    sheets = [THEME / "assets" / f"{name}.css" for name in SHEETS]
    sheets += sorted(QUESTIONS.glob("*/style.css"))
    return b"\n".join(path.read_bytes() for path in sheets)

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
from coursewright.joining import joined, lean
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
FIRST = ("first-storage", "first-jumps", "first-places")
"""Classic scripts that run before the theme's own; sent as one."""
VENDOR = "vendor"
"""Folder of scripts of others, with their licenses; sent as they are."""
JOINED = frozenset(
    f"{name}.js"
    for name in (
        *("assign-page", "assigned", "assignments-page", "hand-in", "instrument"),
        *("instrument-files", "instrument-result", "learner", "progress-page", "progress-path"),
        *("progress", "question", "quiz-summary", "quiz", "workshop-view", "workshop"),
    )
)
"""Modules that hold all they import, since pages ask for them by name."""
APART = ("store", "quiz", "progress", "instrument", "workshop", "assign", "assignment", "handin")
"""Words that only one script says, by how their names begin; each such script loads its own."""


@dataclass(frozen=True)
class Asset:
    """A static file: where it goes in the site, and what is in it."""

    path: str
    content: bytes


def assets(language: str, outline: dict[str, Any] | None = None) -> Iterator[Asset]:
    """Yield every static file for a site in this language, with the outline of its course."""
    if outline:
        yield Asset(f"{ASSETS}/course.json", _json(outline).encode())
    yield Asset(STYLE, _style())
    yield Asset(f"{ASSETS}/first.js", _first())
    for path in sorted((THEME / "assets").glob("*.js")):
        if path.stem in FIRST:
            continue
        script = joined(path) if path.name in JOINED else path.read_text(encoding="utf-8")
        yield Asset(f"{ASSETS}/{path.name}", lean(script).encode())
    for path in sorted((THEME / "assets" / VENDOR).iterdir()):
        yield Asset(f"{ASSETS}/{VENDOR}/{path.name}", path.read_bytes())
    words = Words(language).section("browser")
    for kind, model in sorted(KINDS.items()):
        script = joined(QUESTIONS / model.folder / "browser.js")
        own = {name: words.pop(name) for name in list(words) if name.startswith(f"{kind}-")}
        exported = f"\nexport const phrases = {_json(own)};\n" if own else ""
        yield Asset(f"{ASSETS}/kinds/{kind}.js", (lean(script) + exported).encode())
    for kind, field in sorted(FIELDS.items()):
        script = (INSTRUMENTS / field.folder / "browser.js").read_text(encoding="utf-8")
        yield Asset(f"{ASSETS}/fields/{kind}.js", lean(script).encode())
    for part in APART:
        own = {name: words.pop(name) for name in list(words) if re.match(rf"{part}\W", name)}
        yield Asset(f"{ASSETS}/words-{part}.js", f"export default {_json(own)};\n".encode())
    yield Asset(f"{ASSETS}/words.js", f"export default {_json(words)};\n".encode())


def _json(words: dict[str, Any]) -> str:
    return json.dumps(words, ensure_ascii=False, separators=(",\n", ":"))


def _first() -> bytes:
    paths = [THEME / "assets" / f"{name}.js" for name in FIRST]
    return "".join(lean(path.read_text(encoding="utf-8")) for path in paths).encode()


def _style() -> bytes:
    """Return all style sheets as one, so that a page asks for one file; kinds' own come last."""
    sheets = [THEME / "assets" / f"{name}.css" for name in SHEETS]
    sheets += sorted(QUESTIONS.glob("*/style.css"))
    return b"\n".join(path.read_bytes() for path in sheets)

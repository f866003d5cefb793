"""Whatever a title or a summary says, the whole page around it stays what it is."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from html import unescape
from pathlib import Path

import html5lib
import pytest
import yaml
from coursewright.building import build

from tests.courses import COURSE, MINIMAL, MODULE, Files, edited, write_course
from tests.engines import project, zensical_site
from tests.examples import SITE
from tests.views.payloads import PAYLOADS

BREAKING_OUT = {
    "end of the title": "</title><script>alert(1)</script>",
    "end of an attribute": '"><script>alert(1)</script>',
    "end of an attribute by entities": "&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;",
    "another attribute": '" onfocus="alert(1)" autofocus="',
    "end of the navigation": "</span></a></nav><img src=x onerror=alert(1)>",
}
_HIDDEN = re.compile(r"[\x00-\x1f\x7f]+")
_RUNS = re.compile(r"alert\(|evil\.example")


def _one_line(text: str) -> str:
    """Return a text as a title may hold it: no line end, and nothing that calls a macro."""
    return " ".join(_HIDDEN.sub(" ", text).replace("{", "").split())


TITLES = {name: _one_line(text) for name, text in {**PAYLOADS, **BREAKING_OUT}.items()}


def _course() -> Files:
    """Return a course with a lesson for each text, and with texts for all its other titles."""
    course, module = yaml.safe_load(MINIMAL[COURSE]), yaml.safe_load(MINIMAL[MODULE])
    lessons = module["lessons"]
    for number, text in enumerate(TITLES.values()):
        lesson = {"id": f"p{number}", "objectives": ["brew"], "body": "Nothing."}
        lessons.append({**lesson, "title": text, "summary": text})
    for part in (course, module):
        part["title"] = part["summary"] = " ".join(BREAKING_OUT.values())
    dumped = {COURSE: yaml.safe_dump(course), MODULE: yaml.safe_dump(module)}
    return {
        **MINIMAL,
        **dumped,
        "mkdocs.yml": SITE,
        "docs/index.md": "# Home\n\n{{ course_map() }}",
    }


def _zensical(config_file: Path) -> Path:
    return zensical_site(project(config_file, config_file.parent / "exports"))


ENGINES: dict[str, Callable[[Path], Path]] = {"mkdocs": build, "zensical": _zensical}
INDEXES = {"mkdocs": ("search/search_index.json", "docs"), "zensical": ("search.json", "items")}
"""The file of each engine's search, and what it calls its entries."""


@pytest.fixture(scope="module", params=ENGINES)
def engine(request: pytest.FixtureRequest) -> str:
    """The name of what builds the site."""
    return str(request.param)


@pytest.fixture(scope="module")
def site(engine: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The course as a site."""
    root = write_course(tmp_path_factory.mktemp("heads"), _course())
    return ENGINES[engine](root / "mkdocs.yml")


def _dangers(html: str) -> Iterator[str]:
    for element in html5lib.parse(html, namespaceHTMLElements=False).iter():
        runs = element.tag in {"script", "style"} and _RUNS.search(element.text or "")
        if runs or element.tag in {"iframe", "object", "embed", "base"}:
            yield f"<{element.tag}>"
        for name, value in element.attrib.items():
            is_address = name in {"href", "src", "srcdoc", "srcset", "style", "action"}
            if name.startswith("on") or (is_address and _RUNS.search(value)):
                yield f"<{element.tag} {name}>"


def test_nothing_in_a_title_or_a_summary_runs(site: Path) -> None:
    """On no page: not in its head, its navigation, its footer or its cards."""
    pages = sorted(site.rglob("*.html"))
    assert len(TITLES) > 50
    assert len(pages) > len(TITLES)
    found = {path.parent.name: set(_dangers(path.read_text(encoding="utf-8"))) for path in pages}
    assert {} == {name: dangers for name, dangers in found.items() if dangers}


def test_nothing_in_a_title_runs_in_search_results(site: Path, engine: str) -> None:
    """Which the theme writes into the page as HTML."""
    name, entries = INDEXES[engine]
    index = json.loads((site / name).read_text(encoding="utf-8"))
    texts = [f"{entry['title']}{entry['text']}" for entry in index[entries]]
    assert len(texts) > len(TITLES)
    assert [] == [text for text in texts if set(_dangers(f"<body>{text}"))]


QUOTED = 'Why "isn\'t it just tea?" is <fair> & good'


def test_titles_and_descriptions_say_what_was_written(engine: str, tmp_path: Path) -> None:
    """In the browser's tab, to search engines and in previews of links, quotes and all."""
    text = json.dumps(QUOTED)
    files = edited(MODULE, ("title: Water", f"title: {text}"), files=MINIMAL)
    files = edited(
        MODULE,
        ("Why the kettle decides more than the leaf.", text.replace("<fair>", "fair")),
        files=files,
    )
    root = write_course(tmp_path, {**files, "mkdocs.yml": SITE, "docs/index.md": "# Home\n"})
    site = ENGINES[engine](root / "mkdocs.yml")
    html = (site / "modules/tea/water/index.html").read_text("utf-8")
    tree = html5lib.parse(html, namespaceHTMLElements=False)
    metas = {it.get("name") or it.get("property"): it.get("content") for it in tree.iter("meta")}
    assert f"{QUOTED} - Examples" == next(it.text for it in tree.iter("title"))
    fair = QUOTED.replace("<fair>", "fair")
    assert fair == metas["description"]
    if engine == "mkdocs":
        assert [QUOTED, fair] == [metas["og:title"], metas["og:description"]]


def test_a_description_of_a_page_written_by_hand_may_quote(engine: str, tmp_path: Path) -> None:
    """It is text there, too."""
    page = '---\ndescription: Say "when" & stop\n---\n\n# Home\n'
    root = write_course(tmp_path, {**MINIMAL, "mkdocs.yml": SITE, "docs/index.md": page})
    html = (ENGINES[engine](root / "mkdocs.yml") / "index.html").read_text("utf-8")
    found = re.search(r'<meta name="description" content="([^"]*)">', html)
    assert found
    assert 'Say "when" & stop' == unescape(found[1])

"""No text of a course runs, wherever a page, a navigation or an index repeats it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree.ElementTree import Element

import html5lib
import pytest
from coursewright.building import build

from tests.hostile_course import HARM, SUM, hostile_course

ADDRESS = re.compile(r"\s*(javascript|vbscript|data):(?!void\(0\))", re.IGNORECASE)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The built site of a course whose every text means harm."""
    config, count = hostile_course(tmp_path_factory.mktemp("hostile") / "course")
    assert count > 90
    return build(config)


@pytest.fixture(scope="module")
def pages(site: Path) -> dict[str, Element]:
    """Every page of it, as a browser reads it."""
    return {
        path.relative_to(site).as_posix(): html5lib.parse(
            path.read_text(encoding="utf-8"), namespaceHTMLElements=False
        )
        for path in site.rglob("*.html")
    }


def dangers(page: Element) -> Iterator[str]:
    """Yield what would run."""
    for element in page.iter():
        if element.tag == "script" and "alert" in (element.text or ""):
            yield f"script: {element.text}"
        for name, value in element.attrib.items():
            if name.startswith("on") or name in {"srcdoc", "formaction"}:
                yield f"<{element.tag} {name}>"
            elif name in {"href", "src", "action"} and ADDRESS.match(value):
                yield f"{name}={value}"


@pytest.mark.parametrize("text", [HARM, '<a href="javascript:x">', "<p onclick=x>"])
def test_the_audit_sees(text: str) -> None:
    """The check below would not pass over what is dangerous."""
    assert [] != list(dangers(html5lib.parse(text, namespaceHTMLElements=False)))


def test_nothing_runs(pages: dict[str, Element]) -> None:
    """On no page: headings, navigation, descriptions, questions, evidence, paths, instruments."""
    assert len(pages) > 12
    assert {} == {name: found for name in pages if (found := list(dangers(pages[name])))}


def test_nothing_is_evaluated(site: Path) -> None:
    """Nobody takes the braces of a text for a template."""
    texts = [p for p in site.rglob("*") if p.suffix in {".html", ".json", ".js", ".xml"}]
    assert [] == [path for path in texts if "7819" in path.read_text(encoding="utf-8")]


SHOWN = {
    "title": ".//title",
    "heading": ".//h1",
    "navigation": ".//nav[@class='md-nav md-nav--primary']",
    "footer": ".//nav[@class='md-footer__inner md-grid']",
    "summary": ".//p[@class='cw-lede']",
    "prompt": ".//legend",
    "option": ".//label",
}


@pytest.mark.parametrize("place", SHOWN)
def test_braces_show_as_they_are(pages: dict[str, Element], place: str) -> None:
    """Wherever the text stands: what was written is what is read."""
    page = pages["modules/brewing/hot-water/index.html"]
    found = ["".join(element.itertext()) for element in page.findall(SHOWN[place])]
    assert any(SUM in text for text in found), found


def test_descriptions_show_as_they_are(pages: dict[str, Element]) -> None:
    """In search results and link previews."""
    metas = pages["modules/brewing/hot-water/index.html"].findall(".//meta")
    found = {m.get("name") or m.get("property"): m.get("content", "") for m in metas}
    for name in ("description", "og:description", "og:title"):
        assert found[name].startswith(f"{SUM} {{% raw %}} {{# x #}}"), name


def test_a_page_may_say_what_the_course_says(pages: dict[str, Element]) -> None:
    """A page written by hand that repeats the course's title repeats its words alone."""
    heading = pages["index.html"].find(".//h1")
    assert heading is not None
    assert "".join(heading.itertext()).startswith(HARM)


def test_the_index_holds_only_words(site: Path) -> None:
    """What search shows is HTML: only the few tags of its own are in it."""
    entries = json.loads((site / "search/search_index.json").read_text(encoding="utf-8"))["docs"]
    tags = {tag for e in entries for tag in re.findall(r"</?(\w+)", e["title"] + e["text"])}
    assert tags <= set("p ol ul li pre code sup table thead tbody tr th td".split())

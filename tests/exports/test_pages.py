"""The pages as Markdown: Zensical makes the same of them as MkDocs."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urljoin
from xml.etree.ElementTree import Element

import html5lib
import pytest
import yaml
from coursewright.building import build
from coursewright.exports.pages import write_pages

from tests.engines import project, zensical, zensical_site

TEA = Path(__file__).parents[1] / "sites/tea"
HOST = "https://example.com/"
SKIPS = {"cw-main", "__skip"}
"""Where "Skip to content" leads, in one theme and in the other."""


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small course's pages, to be built by Zensical."""
    return project(TEA / "mkdocs.yml", tmp_path_factory.mktemp("pages"))


@pytest.fixture(scope="module")
def site(pages: Path) -> Path:
    """What Zensical makes of them."""
    return zensical_site(pages)


@pytest.fixture
def tea(tmp_path: Path) -> Path:
    """A copy of the small course, to be changed."""
    target = tmp_path / "tea"
    shutil.copytree(TEA, target, ignore=shutil.ignore_patterns("expected"))
    return target


def _said(site: Path, page: str) -> list[str]:
    """Return elements and texts of a page's article, whoever wrote the theme around it."""
    document = html5lib.parse((site / page).read_bytes(), namespaceHTMLElements=False)
    article = document.find(".//article")
    assert article is not None
    return list(_flat(article, urljoin(HOST, page.removesuffix("index.html"))))


def _flat(element: Element, address: str) -> Iterator[str]:
    named = {name: value for name, value in element.attrib.items() if name != "data-search-exclude"}
    for name in {"href", "src"} & named.keys():
        named[name] = urljoin(address, named[name])
    around = element.tag == "div" and not named
    if not around and named.get("id") not in SKIPS:
        yield f"<{element.tag} {sorted(named.items())}>"
    yield from _text(element.text)
    for child in element:
        if isinstance(child.tag, str):
            yield from _flat(child, address)
        yield from _text(child.tail)


def _text(text: str | None) -> Iterator[str]:
    if words := " ".join((text or "").split()):
        yield words


def test_pages_say_the_same(site: Path, tmp_path: Path) -> None:
    """Element by element, and every link leads to the same place."""
    expected = build(TEA / "mkdocs.yml", tmp_path / "site")
    found = [path.relative_to(expected).as_posix() for path in expected.rglob("index.html")]
    assert len(found) > 15
    for page in found:
        assert _said(expected, page) == _said(site, page), page


def test_links_lead_to_pages(site: Path) -> None:
    """From every depth, scripts and style sheets included."""
    addresses = re.compile(r'\s(?:href|src)="(?!https?:|#)([^"#?]+)')
    followed = 0
    for page in site.rglob("index.html"):
        here = HOST + page.parent.relative_to(site).as_posix().removeprefix(".") + "/"
        for address in addresses.findall(page.read_text(encoding="utf-8")):
            path = urljoin(here.replace("//", "/").replace(":/", "://"), address)
            target = site / path.removeprefix(HOST)
            assert target.is_file() or (target / "index.html").is_file(), (page, address)
            followed += 1
    assert followed > 300


def test_answers_stay_out_of_the_search(site: Path) -> None:
    """Stems and lessons are found; options, feedback and pages for trainers are not."""
    items = json.loads((site / "search.json").read_text(encoding="utf-8"))["items"]
    found = " ".join(f"{item['title']} {item['text']}" for item in items)
    assert "What draws flavor from the leaf?" in found
    assert "The kettle clicks off." in found
    for said in ("A longer spoon", "Heat loosens it", "Stirring only moves", "Heat comes first"):
        assert said not in found
    assert [] == [item for item in items if item["location"].startswith("trainers/")]


def test_navigation_has_every_page(pages: Path) -> None:
    """In the order of the course: the other engine knows no `modules/`."""
    settings = yaml.safe_load((pages / "mkdocs.yml").read_text(encoding="utf-8"))
    modules = settings["nav"][1]["Modules"]
    assert ["Brewing: heat &amp; time", "Serving"] == [next(iter(it)) for it in modules]
    assert "modules/brewing/index.md" == modules[0]["Brewing: heat &amp; time"][0]


def test_titles_are_escaped_once(site: Path) -> None:
    """In the navigation, the tab and the page."""
    page = (site / "modules/brewing/index.html").read_text(encoding="utf-8")
    assert "Brewing: heat &amp; time - Tea at work</title>" in page
    assert "&amp;amp;" not in page


def test_a_wrong_macro_is_said_with_its_place(tmp_path: Path) -> None:
    """File, line and cure, below the head that the engine took off."""
    folder = project(TEA / "mkdocs.yml", tmp_path)
    page = folder / "docs/index.md"
    text = page.read_text(encoding="utf-8")
    page.write_text(text.replace("brewing/water-first", "brewing/water-frist"), encoding="utf-8")
    line = text[: text.index("brewing/water-first")].count("\n") + 1
    done = zensical(folder)
    assert done.returncode
    assert f"docs/index.md:{line}:1: " in done.stderr
    assert 'Did you mean "brewing/water-first"?' in done.stderr


def test_learners_get_no_pages_for_trainers(tea: Path, tmp_path: Path) -> None:
    """Neither as a file nor in the navigation, and nothing that only these load."""
    shutil.rmtree(tea / "curriculum/paths")
    folder = project(tea / "mkdocs.yml", tmp_path / "out", "learners")
    site = zensical_site(folder)
    assert not (site / "trainers").exists()
    assert not (site / "assets/coursewright/trainers.js").exists()
    assert "Coverage" not in (site / "index.html").read_text(encoding="utf-8")


def test_own_templates_and_settings_stay(tea: Path, tmp_path: Path) -> None:
    """What a site has of its own comes along; ours stands before its template of pages."""
    (tea / "own").mkdir()
    own = (
        '{% extends "base.html" %}{% block extrahead %}<meta name="mine" content="1">{% endblock %}'
    )
    (tea / "own/main.html").write_text(own, encoding="utf-8")
    (tea / "docs/own.css").write_text("p { color: red; }\n", encoding="utf-8")
    config = (tea / "mkdocs.yml").read_text(encoding="utf-8")
    config = config.replace("font: false", "font: false\n  custom_dir: own")
    (tea / "mkdocs.yml").write_text(f"{config}extra_css: [own.css]\n", encoding="utf-8")
    page = zensical_site(project(tea / "mkdocs.yml", tmp_path)) / "index.html"
    text = page.read_text(encoding="utf-8")
    assert '<meta name="mine" content="1">' in text
    assert '<meta name="coursewright" content="tea">' in text
    assert text.index("coursewright.css") < text.index("own.css")


def test_a_course_in_a_folder_of_its_own(tea: Path, tmp_path: Path) -> None:
    """`root` says where it lies; the project has it at its top."""
    (tea / "course").mkdir()
    for name in ("curriculum", "quizzes"):
        (tea / name).rename(tea / "course" / name)
    config = (tea / "mkdocs.yml").read_text(encoding="utf-8")
    config = config.replace("- coursewright\n", "- coursewright: {root: course}\n")
    (tea / "mkdocs.yml").write_text(config, encoding="utf-8")
    folder = project(tea / "mkdocs.yml", tmp_path / "out")
    assert (folder / "curriculum/course.yml").is_file()
    assert (zensical_site(folder) / "modules/brewing/time/index.html").is_file()


def test_the_same_pages_give_the_same_file(tmp_path: Path) -> None:
    """Byte for byte, whenever they are exported."""
    one, two = (write_pages(TEA / "mkdocs.yml", tmp_path / name) for name in ("one", "two"))
    assert one.read_bytes() == two.read_bytes()

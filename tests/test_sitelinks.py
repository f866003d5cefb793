"""Every link inside a built site is followed."""

import shutil
from pathlib import Path

import pytest
from coursewright.building import build
from coursewright.sitelinks import broken_links

from tests.courses import write_course


def _said(root: Path, body: str, **more: str) -> list[str]:
    files = {
        "index.html": body,
        "a/index.html": '<h1 id="top">A</h1><p id="ünü">x</p>',
        "b c.html": "<p>B</p>",
        "x.css": "/* url(none.png) */ p { background: url(x.txt) url('data:,x') }",
        "x.txt": "",
        **more,
    }
    return [str(problem) for problem in broken_links(write_course(root, files))]


@pytest.mark.parametrize(
    "link",
    [
        '<a href="a/">x</a>',
        '<a href="a/index.html">x</a>',
        '<a href="/a/">x</a>',
        '<a href="a/#top">x</a>',
        '<a href="a/#%C3%BCn%C3%BC">x</a>',
        '<a href="b%20c.html">x</a>',
        '<a href="a/?q=1#top">x</a>',
        '<a href="">x</a>',
        '<a href=".">x</a>',
        '<a href="#">x</a>',
        '<p id="here"></p><a href="#here">x</a>',
        '<a href="#__search">x</a>',
        '<a href="#:~:text=x">x</a>',
        '<a href="https://a.org/nothing">x</a>',
        '<a href="//a.org/nothing">x</a>',
        '<a href="mailto:a@b.org">x</a>',
        '<a href="x.txt#anything">x</a>',
        '<link rel="stylesheet" href="x.css">',
        '<img src="data:image/png;base64,">',
        '<img srcset="x.txt, a/ 2x">',
        '<video src="x.txt" poster="x.txt"></video>',
        '<button data="none">x</button>',
        "<a>x</a>",
    ],
)
def test_links_that_lead_somewhere(tmp_path: Path, link: str) -> None:
    """Pages, files, anchors, other sites."""
    assert [] == _said(tmp_path, link)


@pytest.mark.parametrize(
    ("link", "address"),
    [
        ('<a href="c/">x</a>', "c/"),
        ('<a href="a/none.html">x</a>', "a/none.html"),
        ('<a href="a/#none">x</a>', "a/#none"),
        ('<a href="#none">x</a>', "#none"),
        ('<a href="../">x</a>', "../"),
        ('<a href="../../etc/passwd">x</a>', "../../etc/passwd"),
        ('<a href="lesson:tea/water">x</a>', "lesson:tea/water"),
        ('<img src="figure:pot">', "figure:pot"),
        ('<a href="javascript:void(0)">x</a>', "javascript:void(0)"),
        ('<a href="http://[x">x</a>', "http://[x"),
        ('<link rel="stylesheet" href="none.css">', "none.css"),
        ('<script src="none.js"></script>', "none.js"),
        ('<img src="none.png">', "none.png"),
        ('<img srcset="x.txt, none.png 2x">', "none.png"),
        ('<source src="none.mp4">', "none.mp4"),
        ('<video poster="none.png"></video>', "none.png"),
        ('<iframe src="none/"></iframe>', "none/"),
        ('<object data="none.pdf"></object>', "none.pdf"),
        ('<use href="#none"></use>', "#none"),
        ('<image xlink:href="none.png"></image>', "none.png"),
        ('<form action="none/"></form>', "none/"),
    ],
)
def test_links_that_lead_nowhere(tmp_path: Path, link: str, address: str) -> None:
    """At their line and column; also addresses nobody resolved, and some out of the site."""
    expected = f'index.html:2:1: the link "{address}" leads nowhere. Mend the link.'
    assert [expected] == _said(tmp_path, f"\n{link}")


def test_an_id_stands_once_on_a_page(tmp_path: Path) -> None:
    """Said once for each id."""
    expected = 'index.html: the id "a" stands twice on this page. Ids must be unique on a page.'
    assert [expected] == _said(tmp_path, '<p id="a"></p>' * 3)


@pytest.mark.parametrize("base", ["/", "/tea/", "/tea"])
def test_the_page_for_a_missing_page_is_followed(tmp_path: Path, base: str) -> None:
    """Its links begin with the path of the site's address, since it is shown under any other."""
    start = base.rstrip("/")
    links = [f"{start}/", f"{start}/a/#top", "#here", "https://a.org/"]
    page = '<p id="here"></p>' + "".join(f'<a href="{link}">x</a>' for link in links)
    write_course(tmp_path, {"404.html": page, "index.html": "", "a/index.html": '<p id="top">'})
    assert [] == list(broken_links(tmp_path, base))


@pytest.mark.parametrize("link", ["a/", "../a/", "/a/", "/tea/b/", "/tea/a/#none", "/teapot/"])
def test_the_page_for_a_missing_page_cannot_be_relative(tmp_path: Path, link: str) -> None:
    """Nor lead out of the site, or to what is not there."""
    files = {"404.html": f'<a href="{link}">x</a>', "a/index.html": ""}
    (problem,) = broken_links(write_course(tmp_path, files), "/tea/")
    assert f'404.html:1:1: the link "{link}" leads nowhere. Mend the link.' == str(problem)


def test_what_styles_name_is_there(tmp_path: Path) -> None:
    """Beside the style sheet, and at its line and column."""
    files = {"a/b.css": "p {}\nq { background: url( '../x.png' ) }", "x.txt": ""}
    said = [str(problem) for problem in broken_links(write_course(tmp_path, files))]
    assert ['a/b.css:2:17: the link "../x.png" leads nowhere. Mend the link.'] == said


@pytest.mark.parametrize(
    ("attribute", "element"),
    [("style", '<p style="color: red">x</p>'), ("onclick", '<p onclick="x()">x</p>')],
)
def test_what_the_policy_forbids_is_found(tmp_path: Path, attribute: str, element: str) -> None:
    """An attribute that would do nothing, on pages that have a policy."""
    policy = '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'">'
    assert [
        f'index.html:2:1: the attribute "{attribute}" does nothing: the policy of the page forbids '
        "it. Use a class and a style sheet, or a script in a file of its own."
    ] == _said(tmp_path, f"{policy}\n{element}")
    assert [] == _said(tmp_path, element)


@pytest.mark.parametrize("base", ["/", "/deep/down/"])
def test_every_link_of_a_built_site_holds(tmp_path: Path, root: Path, base: str) -> None:
    """At the root of a host and below it, also on the page for a missing page."""
    tea = tmp_path / "tea"
    shutil.copytree(root / "tests/sites/tea", tea, ignore=shutil.ignore_patterns("expected"))
    site = build(tea / "mkdocs.yml", site_url=f"https://a.example{base}")
    assert [] == list(broken_links(site, base))
    assert f'href="{base}modules/brewing/"' in (site / "404.html").read_text(encoding="utf-8")

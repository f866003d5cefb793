"""Every link inside a built site is followed."""

from pathlib import Path

import pytest
from coursewright.sitelinks import broken_links

from tests.courses import write_course


def _said(root: Path, body: str, **more: str) -> list[str]:
    files = {
        "index.html": body,
        "a/index.html": '<h1 id="top">A</h1><p id="ünü">x</p>',
        "b c.html": "<p>B</p>",
        "x.css": "",
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


def test_the_page_for_what_is_not_there_is_left_aside(tmp_path: Path) -> None:
    """Its links depend on the address it is shown under."""
    assert [] == _said(tmp_path, "", **{"404.html": '<a href="none/">x</a>'})

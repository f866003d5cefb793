"""Relative addresses between pages."""

from itertools import product
from urllib.parse import urljoin

import pytest
from coursewright.views import Links

PAGES = {
    "index.md": ("", "index.html"),
    "README.md": ("", "index.html"),
    "about.md": ("about/", "about.html"),
    "guide/index.md": ("guide/", "guide/index.html"),
    "guide/README.md": ("guide/", "guide/index.html"),
    "modules/tea/index.md": ("modules/tea/", "modules/tea/index.html"),
    "modules/tea/water.md": ("modules/tea/water/", "modules/tea/water.html"),
    "modules/tea/check.md": ("modules/tea/check/", "modules/tea/check.html"),
    "a/b/c/d.md": ("a/b/c/d/", "a/b/c/d.html"),
    "a/reindex.md": ("a/reindex/", "a/reindex.html"),
}
BASES = ("https://a.org/", "https://a.org/under/a/path/", "file:///home/site/")


@pytest.mark.parametrize(("page", "urls"), PAGES.items(), ids=PAGES)
def test_the_address_of_a_page(page: str, urls: tuple[str, str]) -> None:
    """As MkDocs serves it: as a folder, or as a file."""
    folder, file = urls
    assert folder == Links("index.md", directory_urls=True).url(page)
    assert file == Links("index.md", directory_urls=False).url(page)


@pytest.mark.parametrize("here", PAGES)
@pytest.mark.parametrize("directory_urls", [True, False], ids=["folders", "files"])
def test_links_lead_from_every_depth_to_every_depth(here: str, directory_urls: bool) -> None:
    """Wherever the site lies: at a root, under a path, in a folder on a disk."""
    links = Links(here, directory_urls)
    for base, there in product(BASES, PAGES):
        expected = base + links.url(there)
        assert expected == urljoin(base + links.url(here), links.to(there))


def test_a_link_with_an_anchor() -> None:
    """On another page it follows the address, on the same page it stands alone."""
    links = Links("modules/tea/water.md")
    assert "../../../glossary/#term-pot" == links.to("glossary.md", "term-pot")
    assert "#q-tea-first" == links.to("modules/tea/water.md", "q-tea-first")


@pytest.mark.parametrize(
    ("directory_urls", "expected"), [(True, "./"), (False, "index.html")], ids=["folders", "files"]
)
def test_a_link_home_from_home(directory_urls: bool, expected: str) -> None:
    """Is never empty, which would mean the page with its query."""
    assert expected == Links("index.md", directory_urls).to("index.md")

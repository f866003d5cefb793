"""Material's own defects, which our theme mends, are still there.

A probe that fails here tells that an update has mended one: what stands beside it can go.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import markdown
import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from playwright.sync_api import Page, expect

from tests.browser.axe import violations
from tests.browser.conftest import NewPage, Serve
from tests.browser.test_store import BLOCK

CONFIG = """\
site_name: Stock
site_url: {url}/
repo_url: https://example.com/stock
nav: [index.md, bare.md, Section: [one.md, two.md]]
theme:
  name: material
  font: false
  features: [{features}]
  palette:
    - {{media: "(prefers-color-scheme)", toggle: {{icon: material/weather-sunny, name: To light}}}}
    - {{scheme: slate, toggle: {{icon: material/weather-night, name: To dark}}}}
plugins: [search]
markdown_extensions:
  - tables
  - pymdownx.highlight: {{linenums: true, anchor_linenums: true}}
  - pymdownx.superfences
  - pymdownx.tabbed: {{alternate_style: true}}
  - pymdownx.tasklist: {{custom_checkbox: true}}
"""
FEATURES = (
    "content.code.copy navigation.footer navigation.instant navigation.instant.progress "
    "navigation.path navigation.top"
).split()
PAGE = f"""\
# One

- [ ] Boil the water

| Left | Right |
|------|------:|
| {"wide" * 60} | 1 |

## Part

### Smaller part

```python
# A comment, and a long line {"x" * 300}
kettle = "on"
```

=== "Pot"

    Tea

=== "Cup"

    More tea

## Last part

{"Text. " * 3000}
"""
DEFECTS = {
    "/one/": {
        "main.html: Firefox fetches the next page": "link[rel=next]",
        "mending.py: a checkbox that completes nothing": "#__drawer[autocomplete]",
        "nav-item.html: a label in the place of a button": "label.md-nav__link[tabindex]",
        "palette.html: radio buttons without a group": (
            "[data-md-component=palette]:not(:has([role=radiogroup], fieldset)) input[aria-label]"
        ),
        "path.html: two landmarks of one name": ".md-path[aria-label=Navigation]",
        "progress.html: a progress bar without a name": "[role=progressbar]:not([aria-label])",
        "search.html: a dialog without a name": ".md-search[role=dialog]:not([aria-label])",
        "search.html: a count that is not announced": ".md-search-result__meta:not([role])",
        "source.html: the host of the source is asked": ".md-source[data-md-component=source]",
        "toc-item.html: a landmark for every heading": ".md-nav--secondary nav",
        "theme.js: a label that opens the drawer": "label.md-header__button[for=__drawer]",
        "theme.js: landmarks without a name": "nav.md-code__nav:not([aria-label])",
        "policy.py: columns aligned by a style": "td[style]",
    },
    "/bare/": {
        "main.html: a page without a skip link": "body:not(:has(.md-skip))",
        "toc.html: a landmark around nothing": "nav.md-nav--secondary:not(:has(li))",
    },
    "/404.html": {
        "404.html: no way on": "article:not(:has(a))",
        "404.html: the title of the home page": "//title[.='Stock']",
    },
}
"""Selectors of what is wrong, by page and by where it is mended."""
STYLES = {
    "theme.js: boxes without a label": (
        "[...document.querySelectorAll('.task-list-item label')].some((it) => !it.innerText.trim())"
    ),
    "theme.js: tables that scroll and cannot be focused": (
        "(() => { const box = document.querySelector('.md-typeset__scrollwrap');"
        " return box.scrollWidth > box.clientWidth && box.tabIndex < 0; })()"
    ),
    "theme.js: code that scrolls has no name": (
        "(() => { const code = document.querySelector('.md-typeset pre > code');"
        " return code.scrollWidth > code.clientWidth && !code.ariaLabel; })()"
    ),
    "figures.css: line numbers below 24 px": (
        "document.querySelector('.linenodiv a').getBoundingClientRect().height < 24"
    ),
    "chrome.css: what leads to the top lies over the text": (
        "parseFloat(getComputedStyle(document.querySelector('.md-top')).top) < 100"
    ),
    "nav.css: a shut drawer takes the focus": (
        "getComputedStyle(document.querySelector('.md-sidebar--primary a')).visibility"
        " === 'visible'"
    ),
    "search.css: a shut search takes the focus": (
        "getComputedStyle(document.querySelector('.md-search__input')).visibility === 'visible'"
    ),
}
"""What is wrong on a small screen, by where it is mended."""


@pytest.fixture(scope="module")
def stock(serve: Serve, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of a site of plain Material."""
    folder = tmp_path_factory.mktemp("stock")
    (folder / "site").mkdir()
    url = serve(folder / "site")
    pages = {"index": "# Stock", "bare": "<h1>Bare</h1>", "one": PAGE, "two": "# Two"}
    (folder / "docs").mkdir()
    for name, text in pages.items():
        (folder / "docs" / f"{name}.md").write_text(text, encoding="utf-8")
    config = folder / "mkdocs.yml"
    config.write_text(CONFIG.format(url=url, features=", ".join(FEATURES)), encoding="utf-8")
    build(load_config(str(config)))
    return url


@pytest.fixture(autouse=True)
def _own_faults(faults: list[str]) -> Iterator[None]:
    """Stock Material has faults of its own, which are none of this project's."""
    yield
    faults.clear()


@pytest.mark.parametrize("path", DEFECTS)
def test_what_templates_mend_is_still_wrong(page: Page, stock: str, path: str) -> None:
    """Each selector still finds what is wrong in stock Material."""
    page.goto(stock + path)
    page.wait_for_timeout(300)
    mended = [name for name, wrong in DEFECTS[path].items() if not page.locator(wrong).count()]
    assert [] == mended


def test_what_styles_and_scripts_mend_is_still_wrong(new_page: NewPage, stock: str) -> None:
    """On a small screen, where most of it shows."""
    page = new_page(viewport={"width": 320, "height": 640})
    page.goto(f"{stock}/one/")
    page.locator(".md-typeset__scrollwrap").first.wait_for()
    mended = [name for name, wrong in STYLES.items() if not page.evaluate(wrong)]
    assert [] == mended


def test_the_focus_in_the_search_field_cannot_be_seen(page: Page, stock: str) -> None:
    """Mended in search.css and base.css."""
    page.goto(f"{stock}/one/")
    page.keyboard.press("/")
    style = page.locator(".md-search__input:focus").evaluate(
        "(field) => [getComputedStyle(field).outlineStyle, getComputedStyle(field).boxShadow]"
    )
    assert ["none", "none"] == style
    page.keyboard.type("tea")
    # And every result brings a heading of the first level: mended in theme.js.
    expect(page.locator(".md-search-result__list h1").first).to_be_visible()


def test_some_colors_are_too_faint(page: Page, stock: str) -> None:
    """Mended in base.css and chrome.css: comments in code, and the small print of the footer."""
    page.goto(f"{stock}/one/")
    page.evaluate("document.querySelector('.md-footer').scrollIntoView()")
    faint = [said.split(":")[0] for said in violations(page) if said.startswith("color-contrast")]
    assert {"color-contrast (serious) at .c1", "color-contrast (serious) at .md-copyright"} <= {
        *faint
    }


def test_a_jump_fetches_its_own_page(page: Page, stock: str) -> None:
    """Mended in first-jumps.js."""
    page.goto(f"{stock}/one/")
    with page.expect_request(f"{stock}/one/"):
        page.locator(".md-nav--secondary a", has_text="Last part").last.click()


def test_without_storage_the_theme_stops(new_page: NewPage, stock: str, faults: list[str]) -> None:
    """Mended in first-storage.js."""
    page = new_page()
    page.add_init_script(BLOCK)
    page.goto(f"{stock}/one/")
    page.wait_for_timeout(300)
    assert [] != [fault for fault in faults if "SecurityError" in fault or "denied" in fault]


@pytest.mark.parametrize("linenums", [False, True])
def test_lines_of_code_are_links_without_words(*, linenums: bool) -> None:
    """Mended in theme.js: what the extension writes that Material recommends."""
    options = {"anchor_linenums": True, "linenums": linenums, "linenums_style": "pymdownx-inline"}
    html = markdown.markdown(
        "```python\nkettle = 1\n```",
        extensions=["pymdownx.highlight", "pymdownx.superfences"],
        extension_configs={"pymdownx.highlight": options},
    )
    (inside,) = re.findall(r'<a [^>]*href="#__codelineno-0-1"[^>]*>(.*?)</a>', html)
    assert "" == re.sub("<[^>]*>", "", inside)

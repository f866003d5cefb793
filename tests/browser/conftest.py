"""A browser, the built site, and pages that report everything that goes wrong on them.

A test asks for `page`, or for `new_page` to choose the color scheme, the viewport or no script:
`new_page(color_scheme="dark", viewport={"width": 320, "height": 640}, java_script_enabled=False)`.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from coursewright.building import build
from filelock import FileLock
from playwright.sync_api import BrowserContext, Page, Playwright, expect, sync_playwright

from tests.browser.browsers import BROWSERS, Opener
from tests.browser.server import serving

BROWSER = os.environ.get("BROWSER", "chromium")
"""The browser that this run drives."""
PATIENCE = 30_000
"""Milliseconds until what is expected counts as never coming, also on a machine that is busy."""
REPORT = """addEventListener("securitypolicyviolation", (event) => console.error(
  `policy: ${event.effectiveDirective} forbids ${event.blockedURI || "what is inline"}`,
  event.sourceFile, event.lineNumber, event.sample));"""
"""Makes what the page's policy forbids an error, also where the browser does not say so itself."""
NewPage = Callable[..., Page]
Serve = Callable[[Path], str]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark everything in this folder, so that no test can forget it."""
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    """The driver's entry point."""
    expect.set_options(timeout=PATIENCE)
    with sync_playwright() as started:
        yield started


@pytest.fixture(scope="session")
def open_context(playwright: Playwright) -> Iterator[Opener]:
    """The machine's own browser; a machine without one fails here and says what to install."""
    with BROWSERS[BROWSER](playwright) as started:
        yield started


@pytest.fixture(scope="session")
def site(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The repository's course, built once for all workers.

    `COURSEWRIGHT_SITE` names a folder that is built already, to save the time while writing tests.
    """
    if built := os.environ.get("COURSEWRIGHT_SITE"):
        return Path(built)
    folder = _shared_by_workers(tmp_path_factory) / "site"
    with FileLock(f"{folder}.lock"):
        if not folder.exists():
            _build(root, folder)
    return folder


@pytest.fixture(scope="session")
def serve() -> Iterator[Serve]:
    """Serves any folder until the end of the run: `serve(folder)` is its address."""
    with ExitStack() as stack:
        yield lambda folder: stack.enter_context(serving(folder))


@pytest.fixture(scope="session")
def site_url(site: Path, serve: Serve) -> str:
    """The address of the built site, without a slash at the end."""
    return serve(site)


@pytest.fixture(scope="session")
def instant_url(root: Path, serve: Serve, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of a site with instant navigation, which wants to know where it will stand."""
    folder = tmp_path_factory.mktemp("instant") / "tea"
    shutil.copytree(root / "tests/sites/tea", folder, ignore=shutil.ignore_patterns("expected"))
    config = folder / "mkdocs.yml"
    text = config.read_text(encoding="utf-8")
    more = "font: false\n  features: [navigation.instant, content.code.copy]\n"
    config.write_text(text.replace("font: false\n", more), encoding="utf-8")
    (folder / "docs/code.md").write_text("# Code\n\n    kettle: on\n", encoding="utf-8")
    url = serve(folder / "site")
    build(config, folder / "site", site_url=f"{url}/")
    return url


@pytest.fixture
def faults() -> Iterator[list[str]]:
    """What went wrong on this test's pages; a test that expects a fault checks and clears it."""
    found: list[str] = []
    yield found
    assert [] == found


@pytest.fixture
def new_page(open_context: Opener, site_url: str, faults: list[str]) -> Iterator[NewPage]:
    """Opens pages, each in a profile of its own; options are those of Playwright's contexts."""
    with ExitStack() as stack:

        def opened(**options: Any) -> Page:
            context = open_context(**{"base_url": site_url, **options})
            stack.callback(context.close)
            _watch(context, faults)
            context.add_init_script(REPORT)
            return context.new_page()

        yield opened


@pytest.fixture
def page(new_page: NewPage) -> Page:
    """One page in a profile of its own; `page.goto("/")` opens the site."""
    return new_page()


def _shared_by_workers(factory: pytest.TempPathFactory) -> Path:
    base = factory.getbasetemp()
    return base.parent if "PYTEST_XDIST_WORKER" in os.environ else base


def _build(root: Path, folder: Path) -> None:
    program = Path(sys.executable).with_name("coursewright")
    command = [str(program), "build", "--site-dir", str(folder)]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    assert 0 == done.returncode, done.stdout + done.stderr


def _watch(context: BrowserContext, faults: list[str]) -> None:
    def message(said: Any) -> None:
        if said.type in {"error", "assert"}:
            faults.append(f"console: {said.text} ({said.location['url']})")

    def request(asked: Any) -> None:
        if _is_elsewhere(asked.url):
            faults.append(f"request to another origin: {asked.url}")

    context.on("console", message)
    context.on("weberror", lambda error: faults.append(f"uncaught: {error.error}"))
    context.on("request", request)


def _is_elsewhere(url: str) -> bool:
    """The tests' own servers are the only hosts with this address."""
    parts = urlsplit(url)
    return parts.scheme in {"http", "https", "ws", "wss"} and parts.hostname != "127.0.0.1"

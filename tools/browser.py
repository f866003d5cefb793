"""Finds the browsers that the tests drive, and installs one where that can be done safely.

`python -m tools.browser chromium` prints where the browser is.
"""

import os
import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Playwright, sync_playwright

from tools.debian import install, may_install


@dataclass(frozen=True)
class Browser:
    """A browser, and every place it is known to live in."""

    name: str
    variable: str
    """The environment variable that names another place."""
    commands: tuple[str, ...]
    places: tuple[str, ...]
    packages: tuple[str, ...]
    """What Debian calls it, with the fonts that pages are measured with."""


FONTS = ("fonts-dejavu-core", "fonts-liberation")

CHROMIUM = Browser(
    name="chromium",
    variable="CHROMIUM",
    commands=("chromium", "chromium-browser", "google-chrome", "google-chrome-stable"),
    places=(
        "/Applications/Chromium.app/Contents/MacOS/Chromium",
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        "C:/Program Files/Google/Chrome/Application/chrome.exe",
        "C:/Program Files (x86)/Google/Chrome/Application/chrome.exe",
        "C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe",
    ),
    packages=("chromium", *FONTS),
)

FIREFOX = Browser(
    name="firefox",
    variable="FIREFOX",
    commands=("firefox-esr", "firefox"),
    places=(
        "/Applications/Firefox.app/Contents/MacOS/firefox",
        "C:/Program Files/Mozilla Firefox/firefox.exe",
    ),
    packages=("firefox-esr", *FONTS),
)

BROWSERS = {browser.name: browser for browser in (CHROMIUM, FIREFOX)}


class BrowserMissingError(Exception):
    """No such browser on this machine; the message says how to get one."""

    def __init__(self, browser: Browser) -> None:
        super().__init__(
            f"The browser tests need {browser.name}, and it is nowhere to be found. "
            f"Debian: sudo apt-get install {' '.join(browser.packages)}. "
            f"Others: install it from its maker's site, "
            f"or set {browser.variable} to the program's path."
        )


def find(browser: Browser, playwright: Playwright) -> Path:
    """Say where a browser is, or raise BrowserMissingError."""
    for place in _places(browser, playwright):
        if place.is_file():
            return place
    raise BrowserMissingError(browser)


def ensure(browser: Browser, playwright: Playwright) -> Path:
    """Find a browser; on Debian as root, install it first if it is missing."""
    try:
        return find(browser, playwright)
    except BrowserMissingError:
        if os.environ.get(browser.variable) or not may_install():
            raise
    install(browser.name, *browser.packages)
    return find(browser, playwright)


def _places(browser: Browser, playwright: Playwright) -> Iterator[Path]:
    if named := os.environ.get(browser.variable):
        yield Path(named)
        return
    yield from (Path(found) for name in browser.commands if (found := shutil.which(name)))
    yield from map(Path, browser.places)
    yield Path(getattr(playwright, browser.name).executable_path)


def main(names: list[str]) -> int:
    """Print where each named browser is."""
    try:
        with sync_playwright() as playwright:
            for name in names:
                print(f"{name}: {ensure(BROWSERS[name], playwright)}")
    except BrowserMissingError as missing:
        print(missing, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

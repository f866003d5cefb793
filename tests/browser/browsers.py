"""The browsers of the tests, as programs that open contexts.

Chromium takes a color scheme with each context. A Firefox that is driven the standard way
(WebDriver BiDi) takes it from its preferences, so there is one for each set of them.
"""

from __future__ import annotations

from contextlib import AbstractContextManager, ExitStack
from pathlib import Path
from types import TracebackType
from typing import Any, Protocol, Self

from playwright.sync_api import Browser, BrowserContext, Playwright

from tools.browser import CHROMIUM, FIREFOX, find

ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    # Nothing but this machine can be reached, so a stray request fails the same way everywhere.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
]
PREFERENCES: dict[str, Any] = {
    # Every address but this machine's goes to a proxy that is not there.
    "network.proxy.type": 1,
    "network.proxy.http": "127.0.0.1",
    "network.proxy.http_port": 9,
    "network.proxy.ssl": "127.0.0.1",
    "network.proxy.ssl_port": 9,
    "network.proxy.no_proxies_on": "127.0.0.1",
    # As readers have it: files are strangers to each other. Playwright would let them be friends.
    "security.fileuri.strict_origin_policy": True,
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
}
MEDIA: dict[str, dict[str, tuple[str, Any]]] = {
    "color_scheme": {
        "light": ("layout.css.prefers-color-scheme.content-override", 1),
        "dark": ("layout.css.prefers-color-scheme.content-override", 0),
    },
    "reduced_motion": {
        "reduce": ("ui.prefersReducedMotion", 1),
        "no-preference": ("ui.prefersReducedMotion", 0),
    },
    "forced_colors": {"active": ("browser.display.document_color_use", 2)},
}
"""Firefox's preference for each medium that a context may ask for."""
LIGHT = {"color_scheme": "light", "reduced_motion": "no-preference"}


class Opener(Protocol):
    """Opens contexts: profiles of their own, with Playwright's options."""

    def __call__(self, **options: Any) -> BrowserContext:
        """Open one."""


class Chromium(AbstractContextManager["Chromium"]):
    """The machine's own Chromium."""

    def __init__(self, playwright: Playwright) -> None:
        program = find(CHROMIUM, playwright)
        self._browser = playwright.chromium.launch(executable_path=program, args=ARGUMENTS)

    def __call__(self, **options: Any) -> BrowserContext:
        """Open a context."""
        return self._browser.new_context(**options)

    def __exit__(self, *_: object) -> None:
        self._browser.close()


class WebKit(AbstractContextManager["WebKit"]):
    """Playwright's own WebKit, where a machine has it: no package installs one."""

    def __init__(self, playwright: Playwright) -> None:
        self._browser = playwright.webkit.launch()

    def __call__(self, **options: Any) -> BrowserContext:
        """Open a context."""
        return self._browser.new_context(**options)

    def __exit__(self, *_: object) -> None:
        self._browser.close()


class Firefox:
    """The machine's own Firefox, started anew for each set of preferences."""

    def __init__(self, playwright: Playwright) -> None:
        self._playwright = playwright
        self._program: Path = find(FIREFOX, playwright)
        self._started: dict[tuple[tuple[str, Any], ...], Browser] = {}
        self._stack = ExitStack()

    def __call__(self, **options: Any) -> BrowserContext:
        """Open a context in a Firefox with the media it asks for."""
        asked = {**LIGHT, **{name: options.pop(name) for name in MEDIA if name in options}}
        wanted = tuple(sorted(MEDIA[name][value] for name, value in asked.items()))
        if wanted not in self._started:
            self._started[wanted] = self._launched({**PREFERENCES, **dict(wanted)})
        return self._started[wanted].new_context(**options)

    def _launched(self, preferences: dict[str, Any]) -> Browser:
        launched = self._playwright.firefox.launch(
            channel="moz-firefox",
            executable_path=self._program,
            firefox_user_prefs=preferences,
        )
        return self._stack.enter_context(launched)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._stack.__exit__(kind, error, trace)


BROWSERS: dict[str, type[Chromium] | type[Firefox] | type[WebKit]] = {
    "chromium": Chromium,
    "firefox": Firefox,
    "webkit": WebKit,
}
"""What `BROWSER` may name."""

"""Accessibility violations on a page, as sentences."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

SCRIPT = Path(__file__).resolve().parents[2] / "node_modules/axe-core/axe.min.js"

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]

_RUN = """
async ([source, options]) => {
    if (!window.axe) new Function(source)();
    return (await window.axe.run(document, options)).violations;
}
"""

# The theme is mended in the frames after a page has loaded, partly by a script of its own, and its
# header fades from one title to another. What is not mended after this long is for axe to tell.
_SETTLED = """
async () => {
    const frame = () => new Promise(requestAnimationFrame);
    const unmended = () => document.querySelector(".cw-table[role] .md-typeset__scrollwrap")
        || [...document.querySelectorAll(".md-typeset__scrollwrap, .md-typeset pre > code")].some(
            (box) => box.checkVisibility() && box.scrollWidth > box.clientWidth + 1
                && !box.ariaLabel);
    const last = performance.now() + 5000;
    const fading = () => document.getAnimations().some(
        (one) => one.playState === "running"
            && Number.isFinite(one.effect.getComputedTiming().endTime));
    while ((unmended() || fading()) && performance.now() < last) await frame();
    for (let count = 0; count < 3; count += 1) await frame();
}
"""

# What a page without script shows: no scripts, and what stands in for them.
_AS_SHOWN = """
() => {
    const shown = document.documentElement.cloneNode(true);
    for (const script of shown.querySelectorAll("script")) script.remove();
    for (const stand of shown.querySelectorAll("noscript")) stand.replaceWith(...stand.childNodes);
    return "<!doctype html>" + shown.outerHTML;
}
"""


def violations(page: Page, *, disable: tuple[str, ...] = ()) -> list[str]:
    """Every violation on the page as it is now; an empty list is what a test expects."""
    rules = {rule: {"enabled": False} for rule in disable}
    options = {
        "runOnly": {"type": "tag", "values": TAGS},
        "rules": {"target-size": {"enabled": True}, **rules},
        "resultTypes": ["violations"],
    }
    with _scripted(page) as scripted:
        found = scripted.evaluate(_RUN, [SCRIPT.read_text(encoding="utf-8"), options])
    return [_sentence(rule, node) for rule in found for node in rule["nodes"]]


@contextmanager
def _scripted(page: Page) -> Iterator[Page]:
    """The page itself or, where it runs without script, a copy in which axe can run.

    Nothing that waits ever finishes on a page without script, and axe waits for its results.
    """
    if page.evaluate("matchMedia('(scripting: enabled)').matches"):
        page.evaluate(_SETTLED)
        yield page
        return
    assert page.context.browser is not None
    scheme = "dark" if page.evaluate("matchMedia('(prefers-color-scheme: dark)').matches") else None
    options: dict[str, Any] = {"viewport": page.viewport_size, "color_scheme": scheme}
    with page.context.browser.new_context(**options) as context:
        copy = context.new_page()
        body = page.evaluate(_AS_SHOWN)
        copy.route(page.url, lambda route: route.fulfill(body=body, content_type="text/html"))
        copy.goto(page.url)
        yield copy


def _sentence(rule: dict[str, Any], node: dict[str, Any]) -> str:
    where = " ".join(map(str, node["target"]))
    why = " ".join(node["failureSummary"].split())
    return f"{rule['id']} ({node['impact']}) at {where}: {why} {node['html']}"

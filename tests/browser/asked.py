"""One question of the page with every example, as a person meets it."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest
from coursewright.building import build
from coursewright.questions import KINDS
from filelock import FileLock
from playwright.sync_api import Locator, Page, expect

from tests.browser.axe import violations
from tests.examples import MODULE, example_site
from tests.views.payloads import PAYLOADS

_WATCH = """
    window.answers = [];
    window.ran = [];
    window.alert = (said) => window.ran.push(String(said));
    addEventListener("cw-answer", (event) => window.answers.push(event.detail));
"""
_ALONE = "([kind]) => document.querySelectorAll('.cw-question').forEach((node) => {\
 if (!node.querySelector(`[kind=${kind}]`)) node.remove(); })"
_RESTORED = """async ([id, kind, response]) => {
    const { restore } = await import(`/assets/coursewright/kinds/${kind}.js`);
    const form = document.querySelector(`#${id} form`);
    const held = () => JSON.stringify([
        ...[...new FormData(form)],
        [...document.querySelectorAll(`#${id} :checked`)].map((box) => box.value),
    ]);
    const before = held();
    const done = restore(form, response);
    return [done, held() === before];
}"""
_ENTERED = """async ([id, payloads, count]) => {
    const form = document.querySelector(`#${id} form`);
    const button = form.querySelector(":scope > button");
    const said = () => [...document.querySelectorAll(`#${id} :is([role=status], [role=alert])`)]
        .some((node) => node.textContent.trim());
    const unanswered = [];
    for (const payload of payloads) {
        for (const field of [...form.querySelectorAll(".cw-field")].slice(0, count)) {
            field.value = payload;
            field.dispatchEvent(new Event("input", { bubbles: true }));
        }
        button.click();
        for (let wait = 0; wait < 50 && !said(); wait += 1)
            await new Promise((done) => setTimeout(done, 20));
        if (!said()) unanswered.push(payload);
        if (button.type === "reset") button.click();
    }
    return unanswered;
}"""
"""Enters texts one after the other, and tells which of them nothing was said about."""

ANSWERED = """() => {
  for (const form of document.querySelectorAll("cw-question form")) {
    for (const box of form.querySelectorAll("input")) {
      if (box.type === "checkbox" || box.type === "radio") box.checked ||= true;
      else box.value = "1";
    }
    for (const list of form.querySelectorAll("select")) list.selectedIndex = 1;
    for (const text of form.querySelectorAll("textarea")) text.value = "Because it rises.";
    form.querySelector("li button:not([disabled])")?.click();
    form.querySelector("button[type=submit]")?.click();
  }
}"""
"""Answers every question of the page somehow, and has it checked."""


def examples(factory: pytest.TempPathFactory) -> Path:
    """Return the folder with a site of every example, built once for all workers."""
    run = factory.getbasetemp()
    # A worker's folder lies in the run's own; without workers, the parent holds earlier runs too.
    base = (run.parent if "PYTEST_XDIST_WORKER" in os.environ else run) / "all-examples"
    with FileLock(f"{base}.lock"):
        if not (base / "site").exists():
            build(_in_sight(example_site(base)), base / "site")
    return base / "site"


def _in_sight(config: Path) -> Path:
    """Let the page of the check show all its questions at once, as pages may by hand."""
    page = config.parent / "docs/modules" / MODULE / "check.md"
    page.parent.mkdir(parents=True, exist_ok=True)
    shown = "\n\n".join(f'{{{{ quiz("{kind}") }}}}' for kind in KINDS)
    page.write_text(f"# Examples\n\n{shown}\n", encoding="utf-8")
    return config


class Asked:
    """A question on its page, by its place `q-<quiz>--<id>`."""

    def __init__(self, page: Page, url: str, kind: str, ident: str) -> None:
        self.page = page
        self.kind = kind
        self.id = f"q-{kind}--{ident}"
        self.root = page.locator(f"#{self.id}")
        self.button = self.root.locator("form > button")
        self.status = self.root.get_by_role("status")
        self.alert = self.root.get_by_role("alert")
        page.add_init_script(_WATCH)
        page.goto(url)

    def ready(self) -> Asked:
        """Wait until the script has taken over."""
        expect(self.button).to_be_visible()
        return self

    def alone(self) -> Asked:
        """Leave out all questions of other kinds, which have tests of their own."""
        self.page.evaluate(_ALONE, [self.kind])
        return self

    def field(self, nth: int = 0) -> Locator:
        """Return a field to type in."""
        return self.root.locator("form .cw-field").nth(nth)

    def answer(self, *texts: str) -> None:
        """Type into each field and press the button."""
        for index, text in enumerate(texts):
            self.field(index).fill(text)
        self.button.click()

    def answers(self) -> list[dict[str, Any]]:
        """Return what was told of answers so far."""
        found: list[dict[str, Any]] = self.page.evaluate("window.answers")
        return found

    def restored(self, response: object) -> tuple[bool, bool]:
        """Restore a response; tell whether it was taken, and whether nothing has changed."""
        done, same = self.page.evaluate(_RESTORED, [self.id, self.kind, response])
        return done, same

    def violations(self) -> list[str]:
        """Look from the top of the page: a control half under the header counts as too small."""
        self.page.evaluate("scrollTo(0, 0)")
        return violations(self.page)

    def ran(self) -> list[str]:
        """Return what payloads have called."""
        found: list[str] = self.page.evaluate("window.ran")
        return found


def attack(asked: Asked, fields: int) -> None:
    """Enter every payload, check it, try again; type the last, and meet it after a reload."""
    assert len(PAYLOADS) >= 50
    held = asked.page.evaluate("document.querySelectorAll('body *').length")
    assert [] == asked.page.evaluate(_ENTERED, [asked.id, list(PAYLOADS.values()), fields])
    asked.answer(*[PAYLOADS["image error"]] * fields)
    expect(asked.status.or_(asked.alert).filter(has_text=" ").first).to_be_visible()
    assert asked.page.evaluate("document.querySelectorAll('body *').length") < held + 60
    assert [] == asked.ran()
    asked.page.reload()
    asked.ready()
    assert [] == asked.ran()


HOSTILE: tuple[Any, ...] = (
    None, True, False, 0, -1, 1e308, "", [], {}, [[]], [{}], [None], {"text": None}, {"text": 5},
    {"text": []}, {"text": {}}, {"ticks": "all"}, {"text": {"length": 1}}, {"blank-gas": None},
    {"blank-gas": 5}, {"blank-gas": ["gas"]}, {"blank-gas": {"toString": "x"}}, {"blank-x": "y"},
    {"BLANK-GAS": "gas"}, {"gas": "gas"}, {"__proto__": {"text": "x"}}, {"constructor": "x"},
    {"length": 3}, {"toString": "x"}, [["blank-gas", "gas"]], "x" * 10_001, {"text": "x" * 10_001},
    {"blank-gas": "x" * 10_001}, {"number": "5"}, [1, 2, 3],
)  # fmt: skip
"""Responses that no form has given."""

"""What the learner has done, kept by a real browser's storage: tabs, room, and what stands in it.

The store's own rules are tested in `tests/runtime`; here is what only a browser can show.
"""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import NewPage, Serve

PREFIX = "coursewright:tea:/:"
OPEN = """async () => {
  const { openStore } = await import("/store.js");
  const { exportProgress, importProgress } = await import("/store-file.js");
  const store = openStore({ course: "tea", base: "/" });
  const add = (ref, response) => store.add("answer", ref, { response, result: "kept" });
  const responses = () => [...store.all("answer").values()]
    .flatMap(({ attempts }) => attempts.map(({ response }) => response));
  Object.assign(window, { openStore, exportProgress, importProgress, store, add, responses });
}"""
WRITE = """([tab, refs]) => {
  window.writing = (async () => {
    for (let i = 0; i < 200; i += 1) {
      add(`a/${refs}${refs === "own" ? `-${tab}-${i}` : i % 20}`, `${tab}.${i}`);
      if (i % 3) await new Promise((resolve) => setTimeout(resolve, i % 4));
    }
  })();
}"""
BLOCK = """Object.defineProperty(window, "localStorage", { get() {
  throw new DOMException("Access is denied for this document.", "SecurityError");
} });"""
FILL = """() => {
  for (let size = 2 ** 22; size >= 1; size /= 2) {
    try {
      for (let i = 0; ; i += 1) localStorage.setItem(`x-${size}-${i}`, "x".repeat(size));
    } catch (error) {
      if (error.name !== "QuotaExceededError") throw error;
    }
  }
}"""
GOOD = {"n": 5, "at": 5, "response": "a", "result": "right"}
HOSTILE = {
    "truncated": '{"v":1,"tries":1,"att',
    "not JSON": "<img src=x onerror=\"throw new Error('it ran')\">",
    "prototype": '{"__proto__":{"polluted":true},"v":1,"tries":1,"attempts":[]}',
    "null": "null",
    "list": "[1]",
    "no attempts": '{"v":1,"tries":1,"attempts":{}}',
    "deep": "[" * 10_000 + "]" * 10_000,
    "huge": '{"v":1,"x":"' + "x" * 1_000_000 + '"}',
    "mark and null bytes": "\ufeff\0{}",
    "lone surrogate": "\ud800",
    "numbers as text": json.dumps({"v": 1, "tries": "1", "attempts": [GOOD]}),
    "endless version": '{"v":-1e15}',
}


@pytest.fixture(scope="session")
def site_url(root: Path, serve: Serve, tmp_path_factory: pytest.TempPathFactory) -> str:
    """A site of one empty page, with the store's modules beside it."""
    folder = tmp_path_factory.mktemp("store")
    for path in (root / "macros/coursewright/theme/assets").glob("store*.js"):
        shutil.copy(path, folder)
    (folder / "index.html").write_text(
        '<!doctype html><html lang="en"><title>Store</title><link rel="icon" href="data:,">',
        encoding="utf-8",
    )
    return serve(folder)


def _opened(page: Page) -> Page:
    page.goto("/")
    page.evaluate(OPEN)
    return page


def _another(page: Page) -> Page:
    """Return a further tab of the same browser."""
    return _opened(page.context.new_page())


def _wait_for(page: Page, count: int) -> None:
    page.wait_for_function(f"responses().length === {count}", polling=50)


@pytest.mark.firefox
@pytest.mark.parametrize("refs", ["own", "shared"])
def test_two_tabs_lose_nothing(page: Page, refs: str) -> None:
    """Of 400 answers that two tabs give at once, to the same questions or others, none is lost."""
    tabs = [_opened(page), _another(page)]
    for number, tab in enumerate(tabs):
        tab.evaluate(WRITE, [number, refs])
    for tab in tabs:
        tab.evaluate("() => writing")
    for tab in [*tabs, _another(page)]:
        _wait_for(tab, 400)
        expected = sorted(f"{number}.{i}" for number in range(2) for i in range(200))
        assert expected == sorted(tab.evaluate("responses()"))
        assert "kept" == tab.evaluate("store.status()")


def test_other_tabs_are_told(page: Page) -> None:
    """A lesson that is marked in one tab, and all that is erased there, is heard in the other."""
    here, there = _opened(page), _another(page)
    there.evaluate("() => { window.heard = []; store.subscribe((change) => heard.push(change)); }")
    here.evaluate("store.add('lesson', 'a/b', { done: true, by: 'learner' })")
    there.wait_for_function("heard.length === 1", polling=50)
    assert [{"kind": "lesson", "ref": "a/b"}] == there.evaluate("heard")
    here.evaluate("localStorage.setItem('somebody-else', '1')")
    here.evaluate("store.erase()")
    there.wait_for_function("store.get('lesson', 'a/b') === null", polling=50)
    assert ["somebody-else"] == there.evaluate("Object.keys(localStorage)")


@pytest.mark.firefox
def test_answers_outlive_the_page(page: Page) -> None:
    """An answer is there after a reload, and of another course nothing is seen."""
    _opened(page).evaluate("add('a/b', 'written')")
    page.reload()
    page.evaluate(OPEN)
    assert ["written"] == page.evaluate("responses()")
    other = "openStore({ course: 'coffee', base: '/' }).all('answer').size"
    assert 0 == page.evaluate(other)


@pytest.mark.firefox
def test_blocked_storage(new_page: NewPage) -> None:
    """Where storage is blocked, answers stay until the page closes, and the status says so."""
    page = new_page()
    page.add_init_script(BLOCK)
    _opened(page)
    assert "memory" == page.evaluate("store.status()")
    page.evaluate("add('a/b', 'one')")
    page.evaluate("add('a/b', 'two')")
    assert ["one", "two"] == page.evaluate("responses()")


def test_storage_of_a_shim(new_page: NewPage) -> None:
    """An object that only plays the storage, as shims do, is not taken for it."""
    page = new_page()
    page.add_init_script(
        "const play = { getItem: () => null, setItem() {}, removeItem() {}, length: 0 };"
        "Object.defineProperty(window, 'localStorage', { value: play });"
    )
    assert "memory" == _opened(page).evaluate("store.status()")


@pytest.mark.firefox
def test_full_storage(page: Page) -> None:
    """With the real quota used up, answers stay in the page; once there is room they are kept."""
    _opened(page)
    page.evaluate("() => { window.said = []; }")
    listen = "store.subscribe(({ kind }) => kind === 'status' && said.push(store.status()))"
    page.evaluate(f"() => {{ {listen}; }}")
    page.evaluate(FILL)
    page.evaluate("add('a/b', 'x'.repeat(2000))")
    assert "full" == page.evaluate("store.status()")
    assert [2000] == page.evaluate("responses().map(({ length }) => length)")
    page.evaluate("localStorage.removeItem('x-4194304-0')")
    page.evaluate("add('a/c', 'y')")
    assert "kept" == page.evaluate("store.status()")
    assert ["full", "kept"] == page.evaluate("said")
    assert 2 == _another(page).evaluate("responses().length")


def test_history_makes_room(page: Page) -> None:
    """With the real quota used up, old attempts make room for a new answer."""
    _opened(page)
    page.evaluate("() => { for (let i = 0; i < 20; i += 1) add('a/b', 'x'.repeat(7000) + i); }")
    page.evaluate(FILL)
    page.evaluate("add('a/c', 'y'.repeat(7000))")
    assert "kept" == page.evaluate("store.status()")
    fresh = _another(page)
    assert 1 == fresh.evaluate("store.get('answer', 'a/c').tries")
    assert 20 == fresh.evaluate("store.get('answer', 'a/b').tries")
    assert fresh.evaluate("store.get('answer', 'a/b').attempts.at(-1).response.endsWith('x19')")


@pytest.mark.parametrize("state", HOSTILE.values(), ids=HOSTILE)
def test_hostile_states(page: Page, state: str) -> None:
    """What somebody wrote over an answer is set aside, and the question can be answered again."""
    _opened(page).evaluate(
        "([key, text]) => localStorage.setItem(key, JSON.parse(text))",
        [f"{PREFIX}answer:a/b", json.dumps(state)],
    )
    assert page.evaluate("store.get('answer', 'a/b')") is None
    assert ["answer:a/b"] == page.evaluate("store.damaged().map(({ name }) => name)")
    page.evaluate("add('a/b', 'again')")
    assert ["again"] == page.evaluate("responses()")
    assert page.evaluate("({}).polluted === undefined")


@pytest.mark.firefox
def test_export_and_import(new_page: NewPage) -> None:
    """A file made in one browser brings everything into another, and harms nothing there."""
    here, there = _opened(new_page()), _opened(new_page())
    here.evaluate("() => { add('a/b', '<script>'); add('a/b', 'here'); add('a/c', 'here'); }")
    there.evaluate("add('a/b', 'there')")
    report: dict[str, Any] = there.evaluate(
        "(text) => importProgress(store, text)", here.evaluate("exportProgress(store)")
    )
    assert {"fault": "", "taken": 2, "same": 0, "refused": []} == report
    assert ["<script>", "here", "here", "there"] == sorted(there.evaluate("responses()"))
    assert "not-json" == there.evaluate("importProgress(store, '<script>').fault")

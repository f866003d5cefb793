"""One build, served wherever a team may put it: nothing is built anew in between."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from coursewright import Course, load_course
from coursewright.course import Lesson, Question
from playwright.sync_api import Browser, Page, Playwright, expect

from tests.browser.browsers import ARGUMENTS
from tests.browser.conftest import Serve
from tests.browser.test_walk import choose
from tools.browser import CHROMIUM, find

HOSTS = ("learn.example", "intranet.example")
PLACES = {
    "root": ("127.0.0.1", "/", True),
    "sub-path": ("127.0.0.1", "/teams/support/course/", True),
    "custom domain": ("learn.example", "/", False),
    "plain-http intranet": ("intranet.example", "/teams/support/course/", False),
}
"""Host, path, and whether a browser trusts the place; it trusts its own machine, and https."""


class Stand(NamedTuple):
    """Where the site stands, and the course in it."""

    page: Page
    home: str
    lesson: Lesson
    question: Question


@pytest.fixture(scope="module")
def course(root: Path) -> Course:
    """The course that the site was built from."""
    return load_course(root)


@pytest.fixture(scope="module")
def browser(playwright: Playwright) -> Iterator[Browser]:
    """Chromium, for which two names lead to this machine."""
    known = ", ".join(f"MAP {host} 127.0.0.1" for host in HOSTS)
    rules = f"--host-resolver-rules={known}, MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"
    given = [rules if "host-resolver" in argument else argument for argument in ARGUMENTS]
    program = find(CHROMIUM, playwright)
    launched = playwright.chromium.launch(executable_path=program, args=given)
    yield launched
    launched.close()


@pytest.fixture(scope="module")
def origin(site: Path, serve: Serve, tmp_path_factory: pytest.TempPathFactory) -> str:
    """A server with the same files at its root and three folders down."""
    folder = tmp_path_factory.mktemp("hosted") / "www"
    shutil.copytree(site, folder)
    shutil.copytree(site, folder / "teams/support/course")
    return serve(folder)


@pytest.fixture(params=PLACES.values(), ids=list(PLACES))
def stand(
    request: pytest.FixtureRequest, browser: Browser, origin: str, course: Course
) -> Iterator[Stand]:
    """Each place in turn; whatever goes wrong or asks for anything outside of it is a failure."""
    host, path, trusted = request.param
    home = origin.replace("127.0.0.1", host) + path
    asked = (q for lesson in course.lessons for q in lesson.questions)
    question = next(q for q in asked if getattr(q.document, "kind", "") == "single")
    assert question.asked_in
    context = browser.new_context()
    faults: list[str] = []
    context.on("console", lambda said: faults.append(said.text) if said.type == "error" else None)
    context.on("weberror", lambda error: faults.append(str(error.error)))
    context.on("request", lambda it: None if it.url.startswith(home) else faults.append(it.url))
    context.on("response", lambda it: faults.append(it.url) if it.status >= 400 else None)
    page = context.new_page()
    page.goto(home)
    assert trusted is page.evaluate("isSecureContext")
    yield Stand(page, home, question.asked_in, question)
    context.close()
    assert [] == faults


def test_from_home_to_a_kept_answer(stand: Stand) -> None:
    """Home, module and lesson without a reload; an answer is graded and kept."""
    page, home, lesson, question = stand
    with page.expect_response(re.compile("sitemap")):
        page.goto(home)
    page.evaluate("window.same = true")
    page.locator(".cw-cards").get_by_role("link", name=lesson.module.title).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(lesson.module.title)
    page.locator(".cw-lessons").get_by_role("link", name=lesson.title).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(lesson.title)
    assert page.evaluate("window.same")
    assert home + lesson.page.removesuffix(".md") + "/" == page.url

    form = page.locator(f"#{question.anchor}")
    choose(page, question, correct=False)
    form.get_by_role("button", name="Check answer").click()
    expect(form.get_by_role("status")).to_contain_text("Not yet")
    page.reload()
    expect(form.get_by_text("Your last answer, today:")).to_be_visible()


def test_search_leads_to_a_page(stand: Stand) -> None:
    """What is found opens below the same address."""
    page, home, lesson, _ = stand
    page.keyboard.press("/")
    page.keyboard.type(lesson.title)
    expect(page.locator(".md-search-result__item").first).to_contain_text(lesson.title)
    page.locator(".md-search-result__link", has_text=lesson.title).first.click()
    expect(page.locator(".md-content h1")).to_have_text(lesson.title)
    assert page.url.startswith(home + lesson.page.removesuffix(".md") + "/")

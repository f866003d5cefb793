"""What a learner does, from the home page to the glossary, with scripts and without."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from coursewright import Course, load_course
from coursewright.course import Question
from coursewright.documents import marks
from coursewright.views import plain
from playwright.sync_api import Page, expect

from tests.browser.conftest import NewPage
from tests.browser.waiting import settled


@pytest.fixture(scope="module")
def course(root: Path) -> Course:
    """The course that the site was built from."""
    return load_course(root)


@pytest.fixture
def single(course: Course) -> Question:
    """The first single-choice question that a lesson asks."""
    asked = (q for lesson in course.lessons for q in lesson.questions)
    return next(q for q in asked if getattr(q.document, "kind", "") == "single")


def choose(page: Page, question: Question, *, correct: bool) -> None:
    """Choose the first option that is right, or wrong."""
    chosen = next(c for c in question.document.choices() if c.correct is correct)
    form = page.locator(f"#{question.anchor}")
    form.get_by_label(plain(chosen.text), exact=True).check()


def _beginning(text: str) -> str:
    """Return how a text begins on the page, up to its first citation."""
    return plain(text.split("[@")[0])[:60]


@pytest.mark.firefox
def test_from_home_to_the_glossary(page: Page, course: Course, single: Question) -> None:
    """Home, module, lesson, a wrong answer, a right one, the check, search, the glossary."""
    lesson = single.asked_in
    assert lesson
    page.goto("/")
    page.get_by_role("link", name=lesson.module.title, exact=True).last.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(lesson.module.title)

    page.locator(".cw-lessons").get_by_role("link", name=lesson.title).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(lesson.title)

    form = page.locator(f"#{single.anchor}")
    choose(page, single, correct=False)
    form.get_by_role("button", name="Check answer").click()
    wrong = next(c for c in single.document.choices() if not c.correct)
    expect(form.get_by_role("status")).to_contain_text("Not yet")
    expect(form).to_contain_text(_beginning(wrong.feedback))

    form.get_by_role("button", name="Try again").click()
    choose(page, single, correct=True)
    form.get_by_role("button", name="Check answer").click()
    expect(form.get_by_role("status")).to_contain_text("Right")

    page.goto(f"/modules/{lesson.module.id}/check/")
    expect(page.locator(".cw-question")).to_have_count(
        len(lesson.module.check + lesson.module.review)
    )

    term = next(t for t in course.terms.values() if t.taught_in)
    page.keyboard.press("/")
    page.get_by_role("textbox", name="Search").press_sequentially(term.document.term)
    found = page.locator(f'.md-search-result a[href*="#term-{term.id}"]')
    found.first.click()
    expect(page).to_have_url(re.compile(rf"/glossary/.*#term-{term.id}$"))
    expect(page.locator(f"#term-{term.id}")).to_be_in_viewport()


def test_without_scripts_every_answer_can_be_read(new_page: NewPage, single: Question) -> None:
    """With scripts off there is no dead button, and the answer opens without one."""
    page = new_page(java_script_enabled=False)
    lesson = single.asked_in
    assert lesson
    page.goto("/")
    page.locator(".cw-cards").get_by_role("link", name=lesson.module.title).click()
    page.locator(".cw-lessons").get_by_role("link", name=lesson.title).click()
    form = page.locator(f"#{single.anchor}")
    assert 0 == form.locator("button:visible").count()

    form.get_by_text("Show the answer and explanation").click()
    for choice in single.document.choices():
        expect(form.locator("details[open]")).to_contain_text(_beginning(choice.feedback))


@pytest.mark.firefox
def test_search_by_keyboard_alone(page: Page, course: Course) -> None:
    """A lesson is found and opened without a mouse."""
    lesson = list(course.lessons)[-1]
    page.goto("/")
    page.keyboard.press("/")
    page.keyboard.type(lesson.title)
    expect(page.locator(".md-search-result__item").first).to_contain_text(lesson.title)
    # Results that are written anew, letter by letter, would take the focus with them.
    settled(page, ".md-search-result__list")
    page.keyboard.press("ArrowDown")
    expect(page.locator(".md-search-result__link").first).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text(lesson.title)


@pytest.mark.firefox
def test_a_term_explains_itself(page: Page, course: Course) -> None:
    """A glossary term in a lesson shows its definition on focus and leads to the glossary."""
    term = next(t for t in course.terms.values() if t.taught_in)
    page.goto("/" + term.taught_in[0].page.removesuffix(".md") + "/")
    link = page.locator(f'a.cw-term[href$="#term-{term.id}"]').first
    link.focus()
    tip = page.locator(".cw-tip:visible").first
    expect(tip).to_contain_text(plain(term.document.definition)[:40])
    page.keyboard.press("Escape")
    expect(page.locator(".cw-tip:visible")).to_have_count(0)
    link.click()
    expect(page).to_have_url(re.compile(rf"/glossary/#term-{term.id}$"))


def test_a_citation_leads_to_its_evidence(page: Page, course: Course) -> None:
    """A citation leads to the claim, its strength and its sources, on the same page."""
    lesson = next(lesson for lesson in course.lessons if "[@" in lesson.document.body)
    cited = next(mark.target for mark in marks(lesson.document.body) if mark.scheme == "cite")
    claim = course.claims[cited]
    page.goto("/" + lesson.page.removesuffix(".md") + "/")
    page.locator(f'a.cw-cite[href$="#evidence-{claim.id}"]:visible').first.press("Enter")
    entry = page.locator(f"#evidence-{claim.id}")
    expect(entry).to_be_in_viewport()
    expect(entry).to_contain_text(claim.document.text)
    expect(entry.get_by_role("link").first).to_have_attribute("href", re.compile("source-"))


def test_evidence_bears_the_numbers_of_its_citations(page: Page, course: Course) -> None:
    """So that a reader of a printed lesson finds it, too."""
    lesson = next(lesson for lesson in course.lessons if "[@" in lesson.document.body)
    page.goto("/" + lesson.page.removesuffix(".md") + "/")
    entries = page.locator(".cw-evidence li.cw-claim")
    shown = "nodes => nodes.map((node) => getComputedStyle(node, '::before').content)"
    assert {"counter(evidence)"} == set(entries.evaluate_all(shown))
    for chip in page.locator("a.cw-cite").all()[:4]:
        number = (chip.text_content() or "").removeprefix("Evidence ").split()[0]
        place = (chip.get_attribute("href") or "").partition("#")[2]
        nth = entries.nth(int(number) - 1)
        expect(nth).to_have_attribute("id", place)


def test_every_edit_link_opens_the_yaml(page: Page, course: Course) -> None:
    """The edit link of a generated page names the file it came from."""
    for module in course.modules:
        page.goto("/" + module.page.removesuffix("index.md"))
        link = page.locator("a[rel=edit]")
        expect(link).to_have_attribute("href", re.compile(rf"/{module.source.file}$"))

"""A site that Zensical builds of the exported pages: questions work, and answers are kept."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import NewPage, Serve
from tests.engines import project, zensical_site


@pytest.fixture(scope="module")
def tea_url(root: Path, serve: Serve, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of a small course's site, whose home page leads on."""
    folder = project(root / "tests/sites/tea/mkdocs.yml", tmp_path_factory.mktemp("zensical"))
    home = folder / "docs/index.md"
    home.write_text(f"{home.read_text(encoding='utf-8')}\n{{{{ resume() }}}}\n", encoding="utf-8")
    return serve(zensical_site(folder))


def test_a_question_is_answered_and_kept(new_page: NewPage, tea_url: str) -> None:
    """Wrong, right, and still right after a reload."""
    page = new_page(base_url=tea_url)
    page.goto("/modules/brewing/hot-water/")
    form = page.locator("#q-brewing--water-first")
    form.get_by_label("A longer spoon").check()
    form.get_by_role("button", name="Check answer").click()
    expect(form.get_by_role("status")).to_contain_text("Not yet")
    expect(form).to_contain_text("Stirring only moves what heat has drawn out.")
    form.get_by_role("button", name="Try again").click()
    form.get_by_label("Hot water").check()
    form.get_by_role("button", name="Check answer").click()
    expect(form.get_by_role("status")).to_contain_text("Right")
    page.reload()
    expect(form.get_by_label("Hot water")).to_be_checked()


def test_what_is_done_shows(new_page: NewPage, tea_url: str) -> None:
    """On the module's page; the home page leads on to the lesson that is next."""
    page = new_page(base_url=tea_url)
    page.goto("/modules/brewing/hot-water/")
    page.get_by_role("button", name="Mark as done").click()
    page.goto("/modules/brewing/")
    expect(page.locator('[data-lesson="brewing/hot-water"]').first).to_contain_text("Done")
    page.goto("/")
    page.locator("[data-resume] a").first.click()
    expect(page).to_have_url(f"{tea_url}/modules/brewing/time/")


def test_a_check_comes_one_by_one(new_page: NewPage, tea_url: str) -> None:
    """One question at a time, as with MkDocs."""
    page = new_page(base_url=tea_url)
    page.goto("/modules/serving/check/")
    expect(page.locator(".cw-quiz__item:visible")).to_have_count(1)

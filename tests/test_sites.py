"""Golden courses: each folder under `sites/` is built, and its articles compared."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from coursewright.building import build

SITES = Path(__file__).parent / "sites"
CASES = sorted(path.name for path in SITES.iterdir() if path.is_dir())
_ARTICLE = re.compile(r"<article[^>]*>(.*)</article>", re.DOTALL)


@pytest.fixture(scope="module", params=CASES)
def case(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> tuple[str, Path]:
    """Return the name of a golden course and its built site."""
    name: str = request.param
    folder = tmp_path_factory.mktemp(name)
    return name, build(SITES / name / "mkdocs.yml", folder / "site")


def articles(site: Path) -> dict[str, str]:
    """Return the article of each page, without the theme's own buttons and blank lines."""
    pages = sorted(path for path in site.rglob("*.html") if path.name != "404.html")
    return {page.relative_to(site).as_posix(): _article(page) for page in pages}


def _article(page: Path) -> str:
    found = _ARTICLE.search(page.read_text(encoding="utf-8"))
    assert found, f"{page} has no article"
    lines = (line.rstrip() for line in found[1].splitlines())
    return "\n".join(line for line in lines if line.strip()) + "\n"


def test_articles_are_as_expected(case: tuple[str, Path], refresh: bool) -> None:
    """A golden course yields exactly the articles kept beside it."""
    name, site = case
    expected = SITES / name / "expected"
    actual = articles(site)
    if refresh:
        _write(expected, actual)
    kept = {
        path.relative_to(expected).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(expected.rglob("*.html"))
    }
    assert list(kept) == list(actual)
    for page, html in kept.items():
        assert html == actual[page], page


def _write(expected: Path, actual: dict[str, str]) -> None:
    shutil.rmtree(expected, ignore_errors=True)
    for page, html in actual.items():
        path = expected / page
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(html, encoding="utf-8")

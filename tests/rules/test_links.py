"""Links that lead somewhere."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.courses import MODULE, QUIZ, edited, place
from tests.rules.found import found, only


def test_a_mistyped_scheme_is_found(tmp_path: Path) -> None:
    """With its place, and the nearest one there is."""
    files = edited(MODULE, ("Four minutes", "Read [this](lessn:tea/water). Four minutes"))
    problem = only(tmp_path, "unknown-address", files)
    assert place(files, MODULE, "lessn:tea/water") == problem.where
    assert 'no address begins with "lessn:", so this link leads nowhere' == problem.what
    assert 'Did you mean "lesson"?' == problem.cure


def test_questions_are_read_too(tmp_path: Path) -> None:
    """A script as an address is dropped by the site, and found here."""
    files = edited(QUIZ, ("What do you do first?", "What do [you](javascript:x) do first?"))
    assert place(files, QUIZ, "javascript:x") == only(tmp_path, "unknown-address", files).where


@pytest.mark.parametrize(
    "text",
    ["![a](https://example.org/a.png)", "![](//example.org/a)", '<img src="http://example.org/a">'],
)
def test_a_picture_from_elsewhere_is_found(text: str, tmp_path: Path) -> None:
    """With its place: no request may leave the site."""
    files = edited(MODULE, ("Four minutes", f"{text} Four minutes"))
    problem = only(tmp_path, "picture-elsewhere", files)
    assert "error" == problem.severity
    assert place(files, MODULE, "http" if "http" in text else "//") == problem.where


@pytest.mark.parametrize("text", ["![a](a.png)", "`![a](https://example.org/a.png)`", "![a](/a)"])
def test_other_pictures_are_left_alone(text: str, tmp_path: Path) -> None:
    """The site's own, and code."""
    files = edited(MODULE, ("Four minutes", f"{text} Four minutes"))
    assert [] == found(tmp_path, "picture-elsewhere", files)


@pytest.mark.parametrize(
    "text",
    ["[x](https://example.org)", "[x](mailto:a@example.org)", "`[x](nowhere:y)`", "[x](#more)"],
)
def test_other_addresses_are_left_alone(text: str, tmp_path: Path) -> None:
    """The web, mail, code and the page itself."""
    files = edited(MODULE, ("Four minutes", f"{text} Four minutes"))
    assert [] == found(tmp_path, "unknown-address", files)

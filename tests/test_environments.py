"""Jinja environments that keep what they compile and list no hidden folders."""

from __future__ import annotations

from pathlib import Path

import pytest
from coursewright.environments import VisibleTemplates, keep_compiled, quicken
from jinja2 import Environment, FileSystemLoader
from mkdocs.theme import Theme


@pytest.fixture(autouse=True)
def _compiled_files_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.dont_write_bytecode", False)


def _environment(folder: Path) -> Environment:
    return Environment(loader=FileSystemLoader(folder), autoescape=True)


def _page(folder: Path, text: str) -> Path:
    folder.mkdir(exist_ok=True)
    (folder / "page.html").write_text(text, encoding="utf-8")
    return folder


def test_a_compiled_template_is_kept(tmp_path: Path) -> None:
    """One file for each template, which the next environment reads."""
    templates, kept = _page(tmp_path / "t", "Hello {{ name }}"), tmp_path / "kept"
    for _ in range(2):
        made = keep_compiled(_environment(templates), kept)
        assert "Hello you" == made.get_template("page.html").render(name="you")
    assert 1 == len(list(kept.iterdir()))


def test_a_changed_template_is_compiled_anew(tmp_path: Path) -> None:
    """What is kept never outlives the text it was made of."""
    templates, kept = _page(tmp_path / "t", "Hello"), tmp_path / "kept"
    keep_compiled(_environment(templates), kept).get_template("page.html")
    _page(templates, "Goodbye")
    made = keep_compiled(_environment(templates), kept)
    assert "Goodbye" == made.get_template("page.html").render()


def test_a_broken_file_is_not_believed(tmp_path: Path) -> None:
    """What is no compiled template is compiled anew."""
    templates, kept = _page(tmp_path / "t", "Hello"), tmp_path / "kept"
    keep_compiled(_environment(templates), kept).get_template("page.html")
    for file in kept.iterdir():
        file.write_bytes(b"not Jinja's")
    made = keep_compiled(_environment(templates), kept)
    assert "Hello" == made.get_template("page.html").render()


def test_nothing_is_kept_where_nothing_may_be_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file in the folder's place, or Python told to keep nothing."""
    (tmp_path / "file").touch()
    assert keep_compiled(Environment(autoescape=True), tmp_path / "file").bytecode_cache is None
    monkeypatch.setattr("sys.dont_write_bytecode", True)
    assert keep_compiled(Environment(autoescape=True), tmp_path / "kept").bytecode_cache is None


def test_hidden_folders_are_not_listed_but_found(tmp_path: Path) -> None:
    """Icons stay within reach of a template that names them."""
    hidden = tmp_path / ".icons" / "deep"
    hidden.mkdir(parents=True)
    (hidden / "one.svg").write_text("<svg/>", encoding="utf-8")
    _page(tmp_path, "Hello")
    made = VisibleTemplates(tmp_path)
    assert ["page.html"] == made.list_templates()
    assert "<svg/>" == made.get_source(Environment(autoescape=True), ".icons/deep/one.svg")[0]


def test_a_theme_lists_the_same_static_files() -> None:
    """What MkDocs would keep of its own list is all there."""
    stock, quick = Theme(name="material"), Theme(name="material")
    quicken(quick)
    visible = [
        name
        for name in stock.get_env().list_templates()
        if not any(part.startswith(".") for part in Path(name).parent.parts)
    ]
    assert visible == quick.get_env().list_templates()
    assert len(visible) > 50

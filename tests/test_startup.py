"""Builds import nothing that they do not use, and look for garbage seldom."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

import pytest
from coursewright.startup import import_on_use

TEA = Path(__file__).parent / "sites/tea"
_BUILD = """
import sys
from mkdocs.__main__ import cli
try:
    cli(["build", "--quiet", "--config-file", sys.argv[1], "--site-dir", sys.argv[2]])
finally:
    import requests
    loaded = "urllib3" in sys.modules
    requests.Session
    print(loaded, "urllib3" in sys.modules, flush=True)
"""
"""Says whether `requests`, which imports `urllib3`, was imported by a build, and can be."""

Package = Callable[[str], None]


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Package]:
    """Write a package of one number and one module, which is to be imported on use."""
    monkeypatch.syspath_prepend(tmp_path)
    before = dict(sys.modules)

    def write(text: str) -> None:
        folder = tmp_path / "cellar"
        folder.mkdir()
        (folder / "__init__.py").write_text(text, encoding="utf-8")
        (folder / "wine.py").write_text("COLOR = 'red'\n", encoding="utf-8")
        (tmp_path / "opened.py").write_text("times = []\n", encoding="utf-8")
        import_on_use("cellar")

    yield write
    for name in set(sys.modules) - set(before):
        del sys.modules[name]


OPENED = "import opened\nopened.times.append(1)\nBOTTLES = 12\n"


def opened() -> int:
    """Return how often the package has been run."""
    return len(import_module("opened").times)


def test_import_alone_runs_nothing(package: Package) -> None:
    """The package runs when something of it is used, and once."""
    package(OPENED)
    cellar = import_module("cellar")
    assert 0 == opened()
    assert 12 == cellar.BOTTLES
    assert cellar.BOTTLES == import_module("cellar").BOTTLES
    assert 1 == opened()


def test_its_modules_can_be_imported(package: Package) -> None:
    """Of a package nobody has used yet."""
    package(OPENED)
    assert "red" == import_module("cellar.wine").COLOR
    assert "red" == import_module("cellar").wine.COLOR
    assert 1 == opened()


def test_names_can_be_imported_from_it(package: Package) -> None:
    """As with any other."""
    package(OPENED)
    found: dict[str, object] = {}
    exec("from cellar import BOTTLES, wine", found)  # noqa: S102 - the statement is the subject
    assert 12 == found["BOTTLES"]


def test_what_it_does_not_have_is_said_in_its_name(package: Package) -> None:
    """Before and after it was imported."""
    package(OPENED)
    for _ in range(2):
        with pytest.raises(AttributeError, match="module 'cellar' has no attribute 'BEER'"):
            _ = import_module("cellar").BEER


def test_its_error_comes_at_its_first_use(package: Package) -> None:
    """And again at the next: a package that fails is not half there."""
    package("raise OSError('no key')\n")
    cellar = import_module("cellar")
    for _ in range(2):
        with pytest.raises(OSError, match="no key"):
            _ = cellar.BOTTLES


def test_it_can_be_found(package: Package) -> None:
    """Programs ask whether a package is there without importing it."""
    package(OPENED)
    assert find_spec("cellar")
    assert 0 == opened()


def test_what_is_imported_stays() -> None:
    """And what is not installed stays missing."""
    import_on_use("pytest")
    assert pytest is sys.modules["pytest"]
    import_on_use("no_such_package")
    assert "no_such_package" not in sys.modules


def test_a_build_imports_no_http(tmp_path: Path) -> None:
    """mkdocs-macros imports `requests` for a function of its own, and a course calls none."""
    command = [sys.executable, "-c", _BUILD, str(TEA / "mkdocs.yml"), str(tmp_path / "site")]
    ended = subprocess.run(command, capture_output=True, text=True, check=True)
    assert "False True" == ended.stdout.splitlines()[-1]
    assert (tmp_path / "site/index.html").exists()

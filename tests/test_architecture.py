"""How the package is built: who may import whom, and what must not stand where."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import coursewright
import pytest

from tests.subject import SUBJECT

PACKAGE = Path(coursewright.__file__).parent
PARTS = {
    "problems": set[str](),
    "suggestions": set[str](),
    "files": {"problems"},
    "environments": set[str](),
    "startup": set[str](),
    "versions": set[str](),
    "positions": {"files", "problems"},
    "model": {"positions"},
    "questions": {"model", "suggestions"},
    "instruments": {"model"},
    "documents": {
        *("instruments", "model", "positions", "problems", "questions", "suggestions"),
        "versions",
    },
    "loader": {"documents", "files", "positions", "problems", "suggestions", "versions"},
    "drawings": {"files", "problems"},
    "course": {
        *("documents", "drawings", "instruments", "loader", "model", "positions", "problems"),
        *("questions", "suggestions"),
    },
    "rules": {"course", "documents", "model", "positions", "problems", "questions", "suggestions"},
    "views": {
        *("course", "documents", "drawings", "environments", "instruments", "positions"),
        "questions",
        "suggestions",
    },
    "audience": set[str](),
    "site": {"course", "documents", "loader", "views"},
    "reference": {
        *("course", "documents", "instruments", "loader", "model", "positions", "questions"),
        "views",
    },
    "pages": {"course", "views"},
    "handwritten": {"course"},
    "heads": set[str](),
    "macros": {"documents", "handwritten", "problems", "reference", "site", "views"},
    "navigation": {"pages"},
    "pagecalls": {"problems", "suggestions"},
    "scripts": set[str](),
    "mending": set[str](),
    "holes": set[str](),
    "policy": set[str](),
    "assets": {"questions", "scripts", "views"},
    "sitelinks": {"problems"},
    "reports": {"positions", "problems"},
    "guards": {"files", "problems", "scripts"},
    "plugin": {
        *("assets", "audience", "documents", "environments", "guards", "handwritten", "heads"),
        *("holes", "loader", "macros", "mending", "navigation", "pagecalls", "pages", "policy"),
        *("problems", "site", "startup", "views"),
    },
    "complaints": {"problems"},
    "placing": {"problems"},
    "starting": {"problems", "versions"},
    "building": {"complaints", "documents", "loader", "placing", "plugin", "problems"},
    "serving": {"building", "loader", "problems"},
    "exports": {
        *("assets", "audience", "building", "course", "documents", "heads", "loader", "model"),
        *("plugin", "problems", "questions", "views"),
    },
    "desk": {"building", "documents", "problems", "reports"},
    "exporting": {"desk", "documents", "exports", "problems"},
    "printing": {"building", "course", "desk", "exporting", "exports", "problems", "site", "views"},
    "cli": {
        *("building", "desk", "documents", "exporting", "printing", "problems", "reference"),
        *("reports", "rules", "serving", "site", "sitelinks", "starting"),
    },
    "__init__": {"course", "problems", "site", "versions"},
    "__main__": {"cli"},
}
"""Which parts of the package each part may import."""

FILES = sorted(PACKAGE.rglob("*.py"))
NAMES = [path.relative_to(PACKAGE).as_posix() for path in FILES]


def _part(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def _imported(path: Path) -> Iterator[str]:
    """Yield the parts of the package that a file imports, wherever in it."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path} imports relatively"
            yield from _parts(node)
        elif isinstance(node, ast.Import):
            names = [alias.name.split(".") for alias in node.names]
            yield from (name[1] for name in names if name[0] == "coursewright" and len(name) > 1)


def _parts(node: ast.ImportFrom) -> Iterator[str]:
    package, *rest = (node.module or "").split(".")
    if package != "coursewright":
        return
    if rest:
        yield rest[0]
    else:
        yield from (alias.name for alias in node.names if alias.name in PARTS)


def test_every_part_is_known() -> None:
    """A new part says what it may import."""
    assert {_part(path) for path in FILES} == set(PARTS)


@pytest.mark.parametrize("part", PARTS)
def test_imports_run_one_way(part: str) -> None:
    """Each part imports only what the list allows."""
    files = [path for path in FILES if _part(path) == part]
    found = {name for path in files for name in _imported(path)} - {part}
    assert set() == found - PARTS[part]


def test_the_list_has_no_circles() -> None:
    """Parts can be put in an order in which each comes after what it imports."""
    waiting = dict(PARTS)
    while ready := {part for part, needs in waiting.items() if not needs & set(waiting)}:
        waiting = {part: needs for part, needs in waiting.items() if part not in ready}
    assert {} == waiting


@pytest.mark.parametrize("part", ["problems", "positions", "model", "documents", "course", "rules"])
def test_the_core_knows_no_site(part: str) -> None:
    """What a course is does not depend on what shows it."""
    shown = {"mkdocs", "material", "jinja2", "markdown", "nh3", "click", "markupsafe"}
    for path in (path for path in FILES if _part(path) == part):
        nodes = ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        names = {node.module or "" for node in nodes if isinstance(node, ast.ImportFrom)}
        assert set() == {name.split(".")[0] for name in names} & shown


def test_the_public_names() -> None:
    """All that other programs may rely on."""
    expected = {"Course", "CourseError", "Place", "Problem", "load_course"}
    assert expected == set(coursewright.__all__)
    assert all(hasattr(coursewright, name) for name in expected)


@pytest.mark.parametrize("file", [name for name in NAMES if name.endswith("/__init__.py")])
def test_packages_name_what_they_offer(file: str) -> None:
    """In `__all__`, and only what there is."""
    tree = ast.parse((PACKAGE / file).read_text(encoding="utf-8"))
    (offered,) = (
        ast.literal_eval(node.value)
        for node in tree.body
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "__all__"
    )
    known = {name for node in ast.walk(tree) for name in _bound(node)}
    assert set() == set(offered) - known
    assert sorted(set(offered)) == sorted(offered)


def _bound(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.ImportFrom):
        yield from (alias.asname or alias.name for alias in node.names)
    elif isinstance(node, ast.Name):
        yield node.id
    elif isinstance(node, (ast.FunctionDef, ast.ClassDef)):
        yield node.name


@pytest.mark.parametrize("part", PARTS)
def test_other_parts_use_no_private_names(part: str) -> None:
    """A leading underscore means: of this file."""
    for path in (path for path in FILES if _part(path) == part):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("coursewright"):
                private = [a.name for a in node.names if re.match(r"_[a-z]", a.name)]
                assert [] == private, path


@pytest.mark.parametrize("file", NAMES)
def test_no_module_is_long(file: str) -> None:
    """At most 350 lines."""
    assert len((PACKAGE / file).read_text(encoding="utf-8").splitlines()) <= 350


def _functions() -> Iterator[tuple[str, int]]:
    for name, path in zip(NAMES, FILES, strict=True):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef):
                yield f"{name}:{node.name}", (node.end_lineno or 0) - node.lineno + 1


def test_functions_are_small() -> None:
    """Nine in ten under 25 lines, none over 40."""
    lengths = dict(_functions())
    assert [] == [name for name, length in lengths.items() if length > 40]
    assert sum(length < 25 for length in lengths.values()) >= 0.9 * len(lengths)


GENERATOR = sorted(
    path
    for path in PACKAGE.rglob("*")
    if path.is_file() and not {"__pycache__", "vendor"} & set(path.parts)
)
"""Every file of the package, save what Python compiles of them, and copies of others' modules."""


@pytest.mark.parametrize(
    "path", GENERATOR, ids=[path.relative_to(PACKAGE).as_posix() for path in GENERATOR]
)
def test_the_generator_knows_nothing_of_the_course(path: Path) -> None:
    """A course on another subject changes no line of it."""
    text = path.read_text(encoding="utf-8")
    assert [] == [line for line in text.splitlines() if SUBJECT.search(line)]

"""A folder becomes documents: find the files, read each, report everything wrong at once."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Generic, TypeVar

from coursewright.documents import (
    ClaimsDocument,
    CourseDocument,
    Document,
    GlossaryDocument,
    InstrumentDocument,
    ModuleDocument,
    PathDocument,
    QuizDocument,
    SourcesDocument,
    read_document,
)
from coursewright.files import unfit
from coursewright.positions import Source, read_yaml
from coursewright.problems import CourseError, Place, Problem
from coursewright.suggestions import nearest
from coursewright.versions import VERSION, VERSIONS_PATTERN, fits

D = TypeVar("D", bound=Document)

CURRICULUM = "curriculum"
QUIZZES = "quizzes"
ONLY = ("course", "glossary", "sources", "claims")
"""Files of which a course has one, in the folder of the curriculum."""
COURSE = f"{CURRICULUM}/course.yml"
FOLDERS = (CURRICULUM, QUIZZES)
"""Folders of a course that hold YAML, relative to its root."""


@dataclass(frozen=True)
class Loaded(Generic[D]):
    """A document with the file it came from."""

    document: D
    source: Source


@dataclass(frozen=True)
class Documents:
    """Every document of a course."""

    root: Path
    course: Loaded[CourseDocument]
    modules: tuple[Loaded[ModuleDocument], ...] = ()
    quizzes: tuple[Loaded[QuizDocument], ...] = ()
    glossary: Loaded[GlossaryDocument] | None = None
    sources: Loaded[SourcesDocument] | None = None
    claims: Loaded[ClaimsDocument] | None = None
    paths: tuple[Loaded[PathDocument], ...] = ()
    instruments: tuple[Loaded[InstrumentDocument], ...] = ()


def load(root: Path) -> Documents:
    """Read every file of the course at `root`.

    Raises CourseError with every problem in every file, or with what is no file to read.
    """
    _refuse_other_versions(root)
    if wrong := [problem for name in FOLDERS for problem in unfit(root / name, name)]:
        raise CourseError(wrong)
    reader = _Reader(root)
    course = reader.required(CourseDocument, COURSE)
    modules = reader.folder(ModuleDocument, f"{CURRICULUM}/modules")
    quizzes = reader.folder(QuizDocument, QUIZZES)
    glossary = reader.optional(GlossaryDocument, f"{CURRICULUM}/glossary.yml")
    sources = reader.optional(SourcesDocument, f"{CURRICULUM}/sources.yml")
    claims = reader.optional(ClaimsDocument, f"{CURRICULUM}/claims.yml")
    paths = reader.folder(PathDocument, f"{CURRICULUM}/paths")
    instruments = reader.folder(InstrumentDocument, f"{CURRICULUM}/instruments")
    reader.left_over()
    if reader.problems or course is None:
        raise CourseError(reader.problems)
    return Documents(root, course, modules, quizzes, glossary, sources, claims, paths, instruments)


def _refuse_other_versions(root: Path) -> None:
    """Say first, and alone, that a course needs another version: the rest may come of that."""
    try:
        source = read_yaml(root / COURSE, COURSE)
    except (CourseError, OSError):
        return
    wanted = source.data.get("requires") if isinstance(source.data, dict) else None
    if not isinstance(wanted, str) or not re.match(VERSIONS_PATTERN, wanted) or fits(wanted):
        return
    what = f"the course needs Coursewright {wanted}, and this is {VERSION}"
    cure = f'Install one that fits: python -m pip install "coursewright{wanted}".'
    raise CourseError([Problem(source.place("requires"), what, cure, "version")])


class _Reader:
    """Reads files one by one and keeps what is wrong with them."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.problems: list[Problem] = []
        self._looked_for: dict[str, None] = {}
        """Files, and folders with a slash at their end, in the order of reading."""

    def optional(self, model: type[D], name: str) -> Loaded[D] | None:
        path = self.root / name
        self._looked_for[name] = None
        if not path.exists() and not path.is_symlink():
            return None
        try:
            source = read_yaml(path, name)
            return Loaded(_document(model, source), source)
        except CourseError as error:
            self.problems += error.problems
            return None

    def required(self, model: type[D], name: str) -> Loaded[D] | None:
        path = self.root / name
        if path.exists() or path.is_symlink():
            return self.optional(model, name)
        self._looked_for[name] = None
        cure = "Create it with id, title and summary, or run this in the folder of a course."
        self.problems.append(Problem(Place(name), "this file is missing", cure, "missing-file"))
        return None

    def folder(self, model: type[D], name: str) -> tuple[Loaded[D], ...]:
        found = (self.optional(model, file) for file in self._files(name))
        return tuple(self._named_after_id(name, loaded) for loaded in found if loaded)

    def _files(self, name: str) -> Iterator[str]:
        folder = self.root / name
        self._looked_for[f"{name}/"] = None
        for path in sorted(folder.iterdir()) if folder.is_dir() else []:
            if path.suffix == ".yml" and _is_yaml(path.name):
                yield f"{name}/{path.name}"

    def left_over(self) -> None:
        """Note every file that looks like a part of the course and is none."""
        for folder in FOLDERS:
            for path in sorted((self.root / folder).rglob("*.*")):
                name = path.relative_to(self.root).as_posix()
                if _is_yaml(name) and name not in self._looked_for:
                    what = "this file is not read"
                    self.problems.append(Problem(Place(name), what, self._move(name), "file-name"))

    def _move(self, name: str) -> str:
        """Say what to call a file, or where to put it, so that it is read."""
        folder, _, last = name.rpartition("/")
        renamed = f"{folder}/{last.rpartition('.')[0]}.yml"
        if renamed != name and (renamed in self._looked_for or f"{folder}/" in self._looked_for):
            return "Rename it to end in .yml."
        folders = [known for known in self._looked_for if known.endswith("/")]
        if folder == CURRICULUM:
            if near := nearest(last.partition(".")[0], ONLY):
                return f'Call it "{CURRICULUM}/{near}.yml", or move it elsewhere.'
        elif near := nearest(f"{folder}/", folders):
            return f'Put it into "{near}" itself.'
        return f"Put it into one of {', '.join(folders)}, or move it elsewhere."

    def _named_after_id(self, folder: str, loaded: Loaded[D]) -> Loaded[D]:
        ident: str = getattr(loaded.document, "id", "")
        if loaded.source.file != f"{folder}/{ident}.yml":
            what = f'the id "{ident}" is not the name of the file'
            cure = f"Rename the file to {ident}.yml, or change the id."
            place = loaded.source.place("id")
            self.problems.append(Problem(place, what, cure, "file-name"))
        return loaded


def _is_yaml(name: str) -> bool:
    """Return whether a file looks like YAML, and not like some tool's own."""
    is_hidden = any(part.startswith((".", "~")) for part in name.split("/"))
    return name.lower().endswith((".yml", ".yaml")) and not is_hidden


@lru_cache(maxsize=8192)
def _document(model: type[D], source: Source) -> D:
    """Read a document once for the same file with the same text."""
    return read_document(model, source)

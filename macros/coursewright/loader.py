"""A folder becomes documents: find the files, read each, report everything wrong at once."""

from __future__ import annotations

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

D = TypeVar("D", bound=Document)

CURRICULUM = "curriculum"
QUIZZES = "quizzes"
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
    if wrong := [problem for name in FOLDERS for problem in unfit(root / name, name)]:
        raise CourseError(wrong)
    reader = _Reader(root)
    course = reader.required(CourseDocument, f"{CURRICULUM}/course.yml")
    modules = reader.folder(ModuleDocument, f"{CURRICULUM}/modules")
    quizzes = reader.folder(QuizDocument, QUIZZES)
    glossary = reader.optional(GlossaryDocument, f"{CURRICULUM}/glossary.yml")
    sources = reader.optional(SourcesDocument, f"{CURRICULUM}/sources.yml")
    claims = reader.optional(ClaimsDocument, f"{CURRICULUM}/claims.yml")
    paths = reader.folder(PathDocument, f"{CURRICULUM}/paths")
    instruments = reader.folder(InstrumentDocument, f"{CURRICULUM}/instruments")
    if reader.problems or course is None:
        raise CourseError(reader.problems)
    return Documents(root, course, modules, quizzes, glossary, sources, claims, paths, instruments)


class _Reader:
    """Reads files one by one and keeps what is wrong with them."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.problems: list[Problem] = []

    def optional(self, model: type[D], name: str) -> Loaded[D] | None:
        path = self.root / name
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
        cure = "Create it with id, title and summary, or run this in the folder of a course."
        self.problems.append(Problem(Place(name), "this file is missing", cure, "missing-file"))
        return None

    def folder(self, model: type[D], name: str) -> tuple[Loaded[D], ...]:
        found = (self.optional(model, file) for file in self._files(name))
        return tuple(self._named_after_id(name, loaded) for loaded in found if loaded)

    def _files(self, name: str) -> Iterator[str]:
        folder = self.root / name
        paths = sorted(folder.iterdir()) if folder.is_dir() else []
        for path in paths:
            if path.suffix == ".yml":
                yield f"{name}/{path.name}"
            elif path.suffix == ".yaml":
                self._wrong_suffix(f"{name}/{path.name}")

    def _wrong_suffix(self, name: str) -> None:
        cure = "Rename it to end in .yml."
        what = "files that end in .yaml are not read"
        self.problems.append(Problem(Place(name), what, cure, "file-name"))

    def _named_after_id(self, folder: str, loaded: Loaded[D]) -> Loaded[D]:
        ident: str = getattr(loaded.document, "id", "")
        if loaded.source.file != f"{folder}/{ident}.yml":
            what = f'the id "{ident}" is not the name of the file'
            cure = f"Rename the file to {ident}.yml, or change the id."
            place = loaded.source.place("id")
            self.problems.append(Problem(place, what, cure, "file-name"))
        return loaded


@lru_cache(maxsize=8192)
def _document(model: type[D], source: Source) -> D:
    """Read a document once for the same file with the same text."""
    return read_document(model, source)

"""What a site must not be: checked before MkDocs reads, follows or writes anything."""

from __future__ import annotations

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from coursewright.files import unfit
from coursewright.problems import CourseError, Place, Problem
from coursewright.scripts import FINGERPRINT, PACKAGE, are_old


def refuse_unfit(config: MkDocsConfig) -> None:
    """Raise CourseError for links and the like, before MkDocs follows them."""
    folders = [config.docs_dir, *([config.theme.custom_dir] if config.theme.custom_dir else [])]
    wrong = [problem for it in folders for problem in unfit(Path(it), Path(it).name)]
    if wrong:
        raise CourseError(wrong)


def refuse_lenience(config: MkDocsConfig) -> None:
    """Raise CourseError when mkdocs-macros would print errors into pages, as it does by itself."""
    macros = config.plugins.get("macros")
    if macros is None or (
        macros.config["on_undefined"] == "strict" and macros.config["on_error_fail"]
    ):
        return
    cure = 'Under "- macros:", set "on_undefined: strict" and "on_error_fail: true".'
    place = Place(Path(str(config.config_file_path)).name, 1, 1)
    what = "macros that fail would leave their errors in the learner's page"
    raise CourseError([Problem(place, what, cure, "macro")])


def refuse_overlaps(files: Files, config: MkDocsConfig) -> None:
    """Raise CourseError when two files would be written to one place."""
    taken: dict[str, File] = {}
    wrong = []
    for file in files:
        other = taken.setdefault(file.dest_uri.casefold(), file)
        if other is not file:
            written = other if file.generated_by else file
            place = Place(f"{Path(config.docs_dir).name}/{written.src_uri}", 1, 1)
            kept = file if written is other else other
            what = f'this page goes where another does, "{kept.src_uri}"'
            wrong.append(Problem(place, what, "Rename one of the two.", "file-name"))
    if wrong:
        raise CourseError(wrong)


def refuse_old_scripts() -> None:
    """Raise CourseError when pages would get other scripts than those that are worked on."""
    if are_old():
        place = Place(FINGERPRINT.relative_to(PACKAGE.parent.parent).as_posix(), 1, 1)
        what = "the scripts of pages were changed, and not built since"
        raise CourseError([Problem(place, what, 'Run "make scripts".', "scripts")])

"""From a folder to documents."""

from pathlib import Path

import pytest
from coursewright.loader import load
from coursewright.problems import CourseError
from coursewright.versions import VERSION

from tests.courses import COURSE, MINIMAL, MODULE, QUIZ, Files, added, edited, write_course


def _said(root: Path, files: Files) -> list[str]:
    with pytest.raises(CourseError) as caught:
        load(write_course(root, files))
    return [str(problem) for problem in caught.value.problems]


def _without(name: str) -> Files:
    return {path: text for path, text in MINIMAL.items() if path != name}


def test_every_file_becomes_a_document(tmp_path: Path) -> None:
    """Modules and banks by name; what is optional is None when it is not there."""
    documents = load(write_course(tmp_path, MINIMAL))
    assert "kitchen" == documents.course.document.id
    assert ["tea"] == [loaded.document.id for loaded in documents.modules]
    assert [QUIZ] == [loaded.source.file for loaded in documents.quizzes]
    assert (None, None, None) == (documents.glossary, documents.sources, documents.claims)


def test_modules_are_read_in_the_order_of_their_names(tmp_path: Path) -> None:
    """Whatever the file system says."""
    more = {f"curriculum/modules/{n}.yml": MINIMAL[MODULE].replace("tea", n, 1) for n in "cab"}
    documents = load(write_course(tmp_path, {**MINIMAL, **more}))
    assert ["a", "b", "c", "tea"] == [loaded.document.id for loaded in documents.modules]


def test_the_course_file_must_be_there(tmp_path: Path) -> None:
    """An empty folder is no course."""
    expected = (
        "curriculum/course.yml: this file is missing. "
        "Create it with id, title and summary, or run this in the folder of a course."
    )
    assert [expected] == _said(tmp_path, {})


def test_problems_of_all_files_come_together_and_sorted(tmp_path: Path) -> None:
    """A broken file does not hide the next one."""
    files = edited(COURSE, ("id: kitchen", "id: Kitchen"))
    files = edited(MODULE, ("bloom: apply", "bloom: aply"), files=files)
    files = edited(QUIZ, ("module: tea", "modul: tea"), files=files)
    files = added("curriculum/glossary.yml", "terms: [\n", files)
    places = [problem.split(": ")[0] for problem in _said(tmp_path, files)]
    assert sorted(places) == places
    names = ["curriculum/course.yml", "curriculum/glossary.yml", MODULE, QUIZ]
    assert names == list(dict.fromkeys(place.split(":")[0] for place in places))


@pytest.mark.parametrize(
    ("name", "files", "where"),
    [
        (MODULE, edited(MODULE, ("id: tea", "id: coffee")), f"{MODULE}:1:5"),
        (QUIZ, edited(QUIZ, ("id: tea", "id: coffee")), f"{QUIZ}:1:5"),
    ],
    ids=["module", "quiz"],
)
def test_a_file_is_named_after_its_id(tmp_path: Path, name: str, files: Files, where: str) -> None:
    """So that everybody finds the file of an id."""
    expected = (
        f'{where}: the id "coffee" is not the name of the file. '
        "Rename the file to coffee.yml, or change the id."
    )
    assert [expected] == _said(tmp_path, files)


@pytest.mark.parametrize(
    ("name", "cure"),
    [
        ("quizzes/more.yaml", "Rename it to end in .yml."),
        ("quizzes/more.YML", "Rename it to end in .yml."),
        ("curriculum/glossary.yaml", "Rename it to end in .yml."),
        ("curriculum/glosary.yml", 'Call it "curriculum/glossary.yml", or move it elsewhere.'),
        ("curriculum/module/more.yml", 'Put it into "curriculum/modules/" itself.'),
        ("quizzes/old/more.yml", 'Put it into "quizzes/" itself.'),
        (
            "curriculum/extra.yml",
            "Put it into one of curriculum/modules/, quizzes/, curriculum/paths/, "
            "curriculum/instruments/, or move it elsewhere.",
        ),
    ],
)
def test_no_file_is_left_out_in_silence(tmp_path: Path, name: str, cure: str) -> None:
    """It would puzzle its author."""
    assert [f"{name}: this file is not read. {cure}"] == _said(tmp_path, {**MINIMAL, name: "id: x"})


def test_other_files_are_left_alone(tmp_path: Path) -> None:
    """Notes and pictures may lie beside the course."""
    more = {"quizzes/notes.txt": "x", "curriculum/modules/README.md": "# x"}
    more |= {"quizzes/.tea.yml.swp": "x", "quizzes/.#tea.yml": "x", "quizzes/~tea.yml": "x"}
    documents = load(write_course(tmp_path, {**MINIMAL, **more}))
    assert (1, 1) == (len(documents.modules), len(documents.quizzes))


def test_links_to_other_files_are_not_followed(tmp_path: Path) -> None:
    """A course cannot pull in what lies outside of it."""
    secret = tmp_path / "secret.yml"
    secret.write_text(MINIMAL[MODULE].replace("id: tea", "id: stolen", 1), encoding="utf-8")
    root = write_course(tmp_path / "course", MINIMAL)
    (root / "curriculum/modules/stolen.yml").symlink_to(secret)
    with pytest.raises(CourseError) as caught:
        load(root)
    (problem,) = caught.value.problems
    assert "curriculum/modules/stolen.yml" == problem.where.file
    assert "link to another file" in problem.what


def test_a_link_to_nowhere_in_place_of_the_course_is_said(tmp_path: Path) -> None:
    """Not a traceback."""
    root = write_course(tmp_path, _without(COURSE))
    (root / COURSE).symlink_to(tmp_path / "nowhere.yml")
    with pytest.raises(CourseError) as caught:
        load(root)
    assert [COURSE] == [problem.where.file for problem in caught.value.problems]


def test_a_folder_in_place_of_a_file_is_said(tmp_path: Path) -> None:
    """Not a traceback either."""
    root = write_course(tmp_path, MINIMAL)
    (root / "curriculum/glossary.yml").mkdir()
    with pytest.raises(CourseError) as caught:
        load(root)
    assert "this is a folder" in caught.value.problems[0].what


def test_an_unchanged_file_yields_the_same_document(tmp_path: Path) -> None:
    """Reading is cached by content, which makes rebuilding quick."""
    root = write_course(tmp_path, MINIMAL)
    assert load(root).modules[0].document is load(root).modules[0].document


def test_a_changed_file_yields_another_document(tmp_path: Path) -> None:
    """Even when it changes within the same second and to the same length."""
    before = load(write_course(tmp_path, MINIMAL)).modules[0].document
    changed = edited(MODULE, ("Making tea", "Taking tea"))
    after = load(write_course(tmp_path, changed)).modules[0].document
    assert ("Making tea", "Taking tea") == (before.title, after.title)


def test_a_course_says_which_versions_can_build_it(tmp_path: Path) -> None:
    """One that fits goes unmentioned."""
    files = edited(COURSE, ("modules: [tea]", 'modules: [tea]\nrequires: ">=0.1, <99"'))
    assert ">=0.1, <99" == load(write_course(tmp_path, files)).course.document.requires


def test_another_version_is_asked_for_alone(tmp_path: Path) -> None:
    """What else seems wrong, in that file or another, may be new in that version."""
    files = edited(COURSE, ("modules: [tea]", 'modules: [tea]\nrequires: ">=99.1"\nnews: yes'))
    files = edited(MODULE, ("bloom: apply", "bloom: levitate"), files=files)
    expected = (
        f"{COURSE}:5:11: the course needs Coursewright >=99.1, and this is {VERSION}. "
        'Install one that fits: python -m pip install "coursewright>=99.1".'
    )
    assert [expected] == _said(tmp_path, files)


@pytest.mark.parametrize("wanted", ['"0.1"', '">= newest"', '">=0.1 <2"', '"*"'])
def test_versions_are_written_with_a_sign(tmp_path: Path, wanted: str) -> None:
    """Anything else is told how."""
    files = edited(COURSE, ("modules: [tea]", f"modules: [tea]\nrequires: {wanted}"))
    (said,) = _said(tmp_path, files)
    assert said.startswith(f"{COURSE}:5:11: requires cannot be written ")
    assert said.endswith('Write versions as ">=0.1", several with commas.')


@pytest.mark.parametrize("wanted", [">=0.1", "0.1"])
def test_versions_belong_in_quotes(tmp_path: Path, wanted: str) -> None:
    """Unquoted, YAML reads them as something else; the place is named."""
    files = edited(COURSE, ("modules: [tea]", f"modules: [tea]\nrequires: {wanted}"))
    (said,) = _said(tmp_path, files)
    assert said.startswith(f"{COURSE}:5:")
    assert "quote" in said.casefold()

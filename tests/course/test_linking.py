"""Documents become a course, and every loose end a problem."""

from pathlib import Path

import pytest
from coursewright import CourseError

from tests.course.wellknown import CLAIMS, GLOSSARY, WELL_KNOWN, only, problems, saying
from tests.courses import COURSE, MINIMAL, MODULE, QUIZ, added, course_of, edited, place


def test_a_good_course_as_a_tree(tmp_path: Path) -> None:
    """Modules, objectives, lessons, what they ask, and what is left for the check."""
    expected = """\
course kitchen: Kitchen basics
  module 1 tea: Making tea (5 min)
    objective brew [apply] asked 3×
    lesson 1 water: Water (2 min)
      single tea/first-move → brew [apply]
    lesson 2 time: Time (2 min)
      multiple tea/signs → brew [apply]
    check (1)
      true-false tea/all-day → brew [understand]
  terms 2
  claims 1, disputes 1
  sources 1"""
    assert expected == str(course_of(tmp_path, WELL_KNOWN))


def test_a_course_without_evidence_and_glossary_is_good(tmp_path: Path) -> None:
    """Both are optional."""
    assert "terms 0" in str(course_of(tmp_path))


UNKNOWN = [
    (
        "objective of a lesson",
        MODULE,
        "objectives: [brew]",
        "objectives: [berw]",
        "berw",
        "objective",
        "brew",
    ),
    (
        "question of a lesson",
        MODULE,
        "[first-move]",
        "[first-mov]",
        "first-mov",
        "question",
        "first-move",
    ),
    (
        "question with its bank",
        MODULE,
        "[first-move]",
        "[tea/first]",
        "tea/first",
        "question",
        "tea/first-move",
    ),
    ("lesson of a misconception", MODULE, "lesson: time", "lesson: tine", "tine", "lesson", "time"),
    ("module of a bank", QUIZ, "module: tea", "module: tae", "tae", "module", "tea"),
    (
        "objective of a question",
        QUIZ,
        "objective: brew",
        "objective: brwe",
        "brwe",
        "objective",
        "brew",
    ),
    (
        "misconception",
        QUIZ,
        "longer-is-better",
        "longer-is-beter",
        "longer-is-beter",
        "misconception",
        "longer-is-better",
    ),
    ("source of a claim", CLAIMS, "sources: [leaf]", "sources: [lead]", "lead", "source", "leaf"),
    ("claim of a dispute", CLAIMS, "claims: [C1]", "claims: [C11]", "C11]", "claim", "C1"),
    (
        "dispute of a claim",
        CLAIMS,
        "because: B.",
        "because: B.\n    dispute: D11",
        "D11",
        "dispute",
        "D1",
    ),
    ("listed module", COURSE, "modules: [tea]", "modules: [tea, teas]", "teas", "module", "tea"),
    ("related term", GLOSSARY, "see: [leaf]", "see: [leave]", "leave", "term", "leaf"),
]


@pytest.mark.parametrize(
    ("file", "old", "new", "written", "kind", "near"),
    [case[1:] for case in UNKNOWN],
    ids=[case[0] for case in UNKNOWN],
)
def test_an_id_that_names_nothing(
    tmp_path: Path, file: str, old: str, new: str, written: str, kind: str, near: str
) -> None:
    """It is said where it is written, with the nearest id there is."""
    files = edited(file, (old, new), files=WELL_KNOWN)
    ident = written.rstrip("]")
    found = [p for p in problems(tmp_path, files) if p.code == f"unknown-{kind}"]
    assert place(files, file, written) == found[0].where
    assert f'there is no {kind} "{ident}"' == found[0].what
    assert f'Did you mean "{near}"?' == found[0].cure


def test_an_unknown_case_is_said(tmp_path: Path) -> None:
    """When there is none at all, no guess is made."""
    files = edited(QUIZ, ("    bloom: apply\n", "    bloom: apply\n    case: inn\n"))
    problem = only(tmp_path, files)
    assert "unknown-case" == problem.code
    assert ('there is no case "inn"', "There are none yet.") == (problem.what, problem.cure)


TWICE = [
    (MODULE, "id: time", "id: water", '"water" is already the id of another lesson of tea'),
    (QUIZ, "id: signs", "id: first-move", '"first-move" is already the id of another question'),
    (GLOSSARY, "id: leaf", "id: pot", '"pot" is already the id of another term'),
    (GLOSSARY, "term: Leaf", "term: pots", '"pots" already stands in the glossary'),
    (CLAIMS, "id: D1", "id: C1", '"C1" is already the id of another citation'),
    (COURSE, "[tea]", "[tea, tea]", 'the module "tea" is already listed'),
]


@pytest.mark.parametrize(("file", "old", "new", "said"), TWICE, ids=[case[3] for case in TWICE])
def test_an_id_taken_twice(tmp_path: Path, file: str, old: str, new: str, said: str) -> None:
    """Both places are named."""
    files = edited(file, (old, new), files=WELL_KNOWN)
    (problem,) = (p for p in problems(tmp_path, files) if p.code == "duplicate-id")
    assert problem.what.startswith(said)
    assert problem.what.endswith(f", at {problem.also[0]}")
    assert file in {problem.where.file, problem.also[0].file}
    assert problem.where != problem.also[0]


@pytest.mark.parametrize("part", ["figures", "tables", "cases", "misconceptions", "objectives"])
def test_parts_of_a_module_have_ids_of_their_own(tmp_path: Path, part: str) -> None:
    """Each kind for itself: a table and a case may share theirs."""
    items = {
        "figures": "{id: x, title: T, file: x.svg, text: T}",
        "tables": "{id: x, title: T, columns: [A, B], rows: [[a, b]]}",
        "cases": "{id: x, title: T, fictional: true, body: B}",
    }
    svg = {"curriculum/x.svg": '<svg xmlns="http://www.w3.org/2000/svg"></svg>'}
    one = "".join(f"{name}: [{item}]\n" for name, item in items.items())
    module = course_of(tmp_path / "one", added(MODULE, one, {**MINIMAL, **svg})).modules[0]
    assert None not in (module.figure("x"), module.table("x"), module.case("x"))
    text = MINIMAL[MODULE]
    if part in items:
        text += f"{part}: [{items[part]}, {items[part]}]\n"
    elif part == "misconceptions":
        text = text.replace(
            "takeaways:", "  - {id: longer-is-better, text: T, correction: C}\ntakeaways:"
        )
    else:
        text = text.replace("lessons:", "  - {id: brew, bloom: apply, text: T}\nlessons:")
    problem = only(tmp_path / "two", {**MINIMAL, **svg, MODULE: text})
    assert "duplicate-id" == problem.code


@pytest.mark.parametrize("ident", ["index", "check"])
def test_ids_of_other_pages_are_reserved(tmp_path: Path, ident: str) -> None:
    """A lesson cannot take the address of the overview or the check."""
    files = edited(MODULE, ("id: time", f"id: {ident}"), ("lesson: time", f"lesson: {ident}"))
    problem = only(tmp_path, files)
    assert place(files, MODULE, f"{ident}\n") == problem.where
    assert f'a lesson cannot be called "{ident}"' == problem.what


def test_an_objective_that_nobody_assesses(tmp_path: Path) -> None:
    """It is said at the objective, with what to add where."""
    more = "  - {id: pour, bloom: apply, text: Pour it}\nlessons:\n"
    files = edited(MODULE, ("lessons:\n", more))
    problem = only(tmp_path, files)
    assert place(files, MODULE, "pour") == problem.where
    assert 'no question assesses the objective "pour"' == problem.what
    assert "Add one with objective: pour to a quiz of tea." == problem.cure
    assert [QUIZ] == [other.file for other in problem.also]


def test_a_question_is_asked_in_one_lesson(tmp_path: Path) -> None:
    """Twice would spoil the second."""
    files = edited(MODULE, ("[signs]", "[signs, first-move]"))
    problem = only(tmp_path, files)
    assert place(files, MODULE, "first-move", 2) == problem.where
    assert '"first-move" is already asked by the lesson "water"' == problem.what


def test_a_lesson_may_name_the_bank_as_well(tmp_path: Path) -> None:
    """`quiz-id/question-id` is the same question as its id alone."""
    files = edited(MODULE, ("[first-move]", "[tea/first-move]"))
    assert str(course_of(tmp_path / "a")) == str(course_of(tmp_path / "b", files))


@pytest.mark.parametrize(
    ("row", "cells"), [("[a]", 1), ("[a, b, c]", 3)], ids=["too few", "too many"]
)
def test_rows_fit_their_table(tmp_path: Path, row: str, cells: int) -> None:
    """Each has a cell for each column."""
    table = f"tables:\n  - {{id: t, title: T, columns: [A, B], rows: [[a, b], {row}]}}\n"
    problem = only(tmp_path, added(MODULE, table))
    assert f"this row has {cells} cells, and the table 2 columns" == problem.what
    assert "table-shape" == problem.code


@pytest.mark.parametrize("file", ["x.svg", "a/../../../x.svg"])
def test_figures_are_files_of_the_course(tmp_path: Path, file: str) -> None:
    """Not missing, not outside."""
    svg = '<svg xmlns="http://www.w3.org/2000/svg"></svg>'
    (tmp_path / "x.svg").write_text(svg, encoding="utf-8")
    figure = f"figures: [{{id: f, title: T, file: {file}, text: T}}]\n"
    problem = only(tmp_path / "course", added(MODULE, figure))
    assert ("missing-file", MODULE) == (problem.code, problem.where.file)


def test_a_drawing_is_read_with_the_course(tmp_path: Path) -> None:
    """What it must not hold is said at once, in its own file."""
    figure = "figures: [{id: f, title: T, file: x.svg, text: T}]\n"
    svg = '<svg xmlns="http://www.w3.org/2000/svg">\n<script/></svg>'
    files = {**added(MODULE, figure), "curriculum/x.svg": svg}
    assert "curriculum/x.svg:2:1" == str(only(tmp_path, files).where)


def test_problems_of_all_files_come_together_and_sorted(tmp_path: Path) -> None:
    """Linking does not stop at the first."""
    files = edited(MODULE, ("[signs]", "[sings]"), files=saying("[@C12]"))
    files = edited(QUIZ, ("objective: brew", "objective: brwe"), files=files)
    files = edited(CLAIMS, ("sources: [leaf]", "sources: [lead]"), files=files)
    found = problems(tmp_path, files)
    assert sorted(found) == list(found)
    assert [CLAIMS, MODULE, QUIZ] == list(dict.fromkeys(p.where.file for p in found))


def test_linking_again_gives_the_same_course(tmp_path: Path) -> None:
    """Nothing is kept from one time to the next."""
    assert str(course_of(tmp_path, WELL_KNOWN)) == str(course_of(tmp_path, WELL_KNOWN))


def test_one_mistake_is_told_once(tmp_path: Path) -> None:
    """What follows from it, such as a lesson that asks the question, is not told again."""
    for name, (written, wrong) in {
        "objective": ("objective: brew", "objective: brwe"),
        "module": ("module: tea", "module: teapot"),
    }.items():
        files = edited(QUIZ, (written, wrong))
        with pytest.raises(CourseError) as error:
            course_of(tmp_path / name, files)
        assert {place(files, QUIZ, wrong.partition(" ")[2])} == {
            problem.where for problem in error.value.problems
        }

"""What texts mention, and which pages cite what."""

from pathlib import Path

import pytest

from tests.course.wellknown import CLAIMS, GLOSSARY, WELL_KNOWN, only, saying
from tests.courses import MODULE, QUIZ, course_of, edited, place

MENTIONS = [
    ("[@C12]", "@C12", "claim or source", "C12"),
    ("[@C1; @leef]", "@leef", "claim or source", "leef"),
    ("[a](lesson:tea/tine)", "lesson:tea/tine", "lesson", "tea/tine"),
    ("[a](lesson:time)", "lesson:time", "lesson", "time"),
    ("[a](module:tee)", "module:tee", "module", "tee"),
    ("[a](check:tee)", "check:tee", "check", "tee"),
    ("[a](term:pott)", "term:pott", "term", "pott"),
    ("[a](question:tea/sings)", "question:tea/sings", "question", "tea/sings"),
    ("![](figure:x)", "figure:x", "figure", "x"),
    ("![](table:x)", "table:x", "table", "x"),
    ("![](case:x)", "case:x", "case", "x"),
    ('[a](term:pott "title")', "term:pott", "term", "pott"),
    ('<a href="lesson:tea/tine">a</a>', "lesson:tea/tine", "lesson", "tea/tine"),
    ("[a][1]\n\n      [1]: module:tee", "module:tee", "module", "tee"),
]


@pytest.mark.parametrize(
    ("said", "written", "kind", "target"), MENTIONS, ids=[mention[0] for mention in MENTIONS]
)
def test_a_mention_of_nothing(
    tmp_path: Path, said: str, written: str, kind: str, target: str
) -> None:
    """Citations, links and placed objects, at the place of the mention in the text."""
    files = saying(said)
    problem = only(tmp_path, files)
    assert place(files, MODULE, written) == problem.where
    assert f'there is no {kind} "{target}"' == problem.what
    assert f"unknown-{kind.replace(' ', '-')}" == problem.code


@pytest.mark.parametrize(
    ("file", "old", "written"),
    [
        (MODULE, "After four minutes mostly", "[@nope]"),
        (MODULE, "Brew a pot for a colleague", "[@nope]"),
        (QUIZ, "Milk comes last", "[a](lesson:tea/nope)"),
        (GLOSSARY, "A vessel.", "[a](lesson:tea/nope)"),
        (GLOSSARY, "A vessel.", "[@nope]"),
        (CLAIMS, "Some doubt", "[a](term:nope)"),
    ],
    ids=["misconception", "task", "feedback", "definition", "cited definition", "dispute"],
)
def test_every_text_is_looked_through(tmp_path: Path, file: str, old: str, written: str) -> None:
    """Wherever Markdown stands: module, bank, glossary, claims."""
    files = edited(file, (old, f"{old} {written}"), files=WELL_KNOWN)
    problem = only(tmp_path, files)
    assert file == problem.where.file
    assert problem.code.startswith("unknown-")


def test_nothing_can_be_placed_in_the_glossary(tmp_path: Path) -> None:
    """Figures, tables and cases belong to modules."""
    files = edited(GLOSSARY, ("A vessel.", '"![](figure:pot)"'), files=WELL_KNOWN)
    assert "unknown-figure" == only(tmp_path, files).code


def test_a_placed_object_needs_a_paragraph_of_its_own(tmp_path: Path) -> None:
    """Among words it would be a broken picture."""
    tables = "tables: [{id: cups, title: T, columns: [A, B], rows: [[a, b]]}]\nmisconceptions:\n"
    files = edited(MODULE, ("misconceptions:\n", tables), files=saying("See ![](table:cups)."))
    problem = only(tmp_path, files)
    assert place(files, MODULE, "table:cups") == problem.where
    assert 'the table "cups" shares a paragraph with other text' == problem.what


def test_evidence_is_linked_both_ways(tmp_path: Path) -> None:
    """From claims to sources and disputes, and back."""
    course = course_of(tmp_path, saying("So it is [@C1; @leaf]."))
    claim, source, dispute = course.claims["C1"], course.sources["leaf"], course.disputes["D1"]
    assert ([source], [claim]) == (claim.sources, source.claims)
    assert (dispute, [claim]) == (claim.dispute, dispute.claims)
    assert ["modules/tea/time.md"] == [use.page for use in claim.uses]
    assert ["modules/tea/time.md"] == [use.page for use in source.uses]


def test_a_question_cites_for_the_page_that_asks_it(tmp_path: Path) -> None:
    """The lesson's page, or the check's."""
    files = edited(
        QUIZ,
        ("Milk comes last", "Milk [@C1] comes last"),
        ("An hour draws", "An hour [@C1] draws"),
        files=WELL_KNOWN,
    )
    uses = course_of(tmp_path, files).claims["C1"].uses
    assert {"modules/tea/water.md", "modules/tea/check.md"} == {use.page for use in uses}


def test_terms_know_the_lessons_that_teach_them(tmp_path: Path) -> None:
    """Where one of their forms stands in the body."""
    terms = course_of(tmp_path, saying("Warm the pots.")).terms
    assert ["time"] == [lesson.id for lesson in terms["pot"].taught_in]
    assert ["water"] == [lesson.id for lesson in terms["leaf"].taught_in]

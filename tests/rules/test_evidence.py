"""Claims that stand on something."""

from pathlib import Path

import pytest

from tests.courses import MINIMAL, MODULE, Files, added, edited, place
from tests.rules.found import found, only

CLAIMS = "curriculum/claims.yml"
FOUR = "      Four minutes are enough. Take the leaves out then.\n"
LEDGER: Files = {
    **MINIMAL,
    "curriculum/sources.yml": """\
references:
  - id: leaf-2019
    type: report
    title: The leaf
    issued: {date-parts: [[2019]]}
""",
    CLAIMS: """\
claims:
  - id: C1
    text: Half of all cups are bitter.
    type: statistic
    strength: contested
    because: One survey says so and one denies it.
    sources: [leaf-2019]
""",
}
CASES = """\
cases:
  - {id: inn, title: Bramble Inn, fictional: true, body: Tea is late.}
  - {id: cafe, title: Corner Cafe, fictional: false, body: Tea is early.}
misconceptions:
"""


def _saying(said: str, files: Files = LEDGER) -> Files:
    """Return a course whose second lesson says something more."""
    return edited(MODULE, (FOUR, f"{FOUR}\n      {said}\n"), files=files)


def _with_cases(said: str) -> Files:
    return edited(MODULE, ("misconceptions:\n", CASES), files=_saying(said))


def test_a_contested_claim_has_a_dispute(tmp_path: Path) -> None:
    """Without one it is an error at the claim's id."""
    problem = only(tmp_path / "bare", "contested-claim", LEDGER)
    assert place(LEDGER, CLAIMS, "C1") == problem.where
    assert "error" == problem.severity
    disputes = "disputes:\n  - {id: D1, title: Bitter cups, say: Ask who counted., claims: [C1]}\n"
    disputed = added(CLAIMS, disputes, LEDGER)
    assert [] == found(tmp_path / "disputed", "contested-claim", disputed)


@pytest.mark.parametrize(
    ("said", "figure"),
    [
        ("They say 40% of cups are bitter.", "40%"),
        ("Sales grew 1.6× in a year.", "1.6×"),
        ("Each pot saves $2,500.", "$2,500"),
        ("Some 12 percent agree.", "12 percent"),
    ],
)
def test_a_figure_is_cited_in_its_paragraph(tmp_path: Path, said: str, figure: str) -> None:
    """A figure that cites nothing is found where it stands."""
    files = _saying(said)
    problem = only(tmp_path, "uncited-figure", files)
    assert place(files, MODULE, figure).line == problem.where.line
    assert figure.rstrip(".") in problem.what


@pytest.mark.parametrize(
    "said",
    [
        "They say 40% of cups are bitter [@C1].",
        "Suppose that 40% of cups are bitter.",
        "The pot holds 40 cups.",
    ],
)
def test_other_figures_need_no_citation(tmp_path: Path, said: str) -> None:
    """Cited figures, invented ones and plain counts are left alone."""
    assert [] == found(tmp_path, "uncited-figure", _saying(said))


def test_figures_of_an_invented_company_need_no_citation(tmp_path: Path) -> None:
    """The company's short name is enough."""
    files = _with_cases("At Bramble, 40% of pots come back.")
    assert [] == found(tmp_path, "uncited-figure", files)


def test_an_invented_company_is_said_to_be_so(tmp_path: Path) -> None:
    """A lesson that mentions it and does not show it must say that it is fictional."""
    files = _with_cases("Remember Bramble Inn and its pots.")
    problem = only(tmp_path, "fictional-tag", files)
    assert place(files, MODULE, "Bramble Inn and") == problem.where


@pytest.mark.parametrize(
    "said",
    [
        "Remember Bramble Inn (fictional) and its pots. Bramble Inn was late.",
        "Remember **Bramble Inn** (a fictional hotel).",
        "Remember Bramble Inn.\n\n      ![](case:inn)",
        "Remember Corner Cafe.",
    ],
)
def test_other_mentions_are_left_alone(tmp_path: Path, said: str) -> None:
    """Tagged ones, cases shown in the lesson, and real companies."""
    assert [] == found(tmp_path, "fictional-tag", _with_cases(said))

"""A table may name a column that slides draw; it must be there, and hold numbers."""

from pathlib import Path

from tests.course.wellknown import only
from tests.courses import MODULE, Files, added, course_of, edited, place

TABLE = """\
tables:
  - id: minutes
    title: Minutes by leaf
    columns: [Leaf, Minutes]
    rows:
      - [Black, "4"]
      - [Green, "-2.5"]
    chart: Minutes
"""
DRAWN: Files = added(MODULE, TABLE)


def test_a_column_of_numbers_can_be_drawn(tmp_path: Path) -> None:
    """Whole or with decimals, also below nothing."""
    table = course_of(tmp_path, DRAWN).modules[0].table("minutes")
    assert table
    assert "Minutes" == table.chart


def test_a_chart_of_no_column_is_said(tmp_path: Path) -> None:
    """With the nearest one."""
    files = edited(MODULE, ("chart: Minutes", "chart: Minuets"), files=DRAWN)
    problem = only(tmp_path, files)
    assert place(files, MODULE, "Minuets") == problem.where
    assert 'no column of this table is called "Minuets"' == problem.what
    assert 'Did you mean "Minutes"?' == problem.cure


def test_a_chart_of_words_is_said(tmp_path: Path) -> None:
    """At the cell that is no number."""
    files = edited(MODULE, ('"-2.5"', "about 2"), files=DRAWN)
    problem = only(tmp_path, files)
    assert place(files, MODULE, "about 2") == problem.where
    assert '"about 2" is no number, and the chart draws this column' == problem.what
    assert "table-chart" == problem.code

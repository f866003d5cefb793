"""The gradebook's workbook, opened by a program that has nothing to do with how it was made."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest
from coursewright.assets import THEME
from openpyxl import load_workbook
from openpyxl.workbook import Workbook

_MAKE = """
const [assets, out, text] = process.argv.slice(1);
const { workbook } = await import(`${assets}/desk-xlsx.js`);
const { zipSync } = await import(`${assets}/vendor/fflate.js`);
const { writeFileSync } = await import("node:fs");
writeFileSync(out, zipSync(workbook(JSON.parse(text)), { level: 4 }));
"""
FORMULAS = ("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "=cmd|' /C calc'!A0", '=HYPERLINK("x")')


def _made(folder: Path, sheets: list[dict[str, Any]]) -> Workbook:
    file = folder / "made.xlsx"
    command = ["node", "--input-type=module", "-e", _MAKE]
    arguments = [(THEME / "assets").as_uri(), str(file), json.dumps(sheets)]
    subprocess.run([*command, *arguments], check=True, timeout=60)
    return load_workbook(file)


def _rows(folder: Path, rows: list[list[Any]]) -> list[list[Any]]:
    [sheet] = _made(folder, [{"name": "A", "rows": rows}]).worksheets
    return [[cell.value for cell in row] for row in sheet.iter_rows()]


def test_what_goes_in_comes_out(tmp_path: Path) -> None:
    """Text as text, numbers as numbers, nothing as nothing."""
    rows: list[list[Any]] = [["Name", "Score"], ["Zoë & <b>", 87.5], ["日本語 🫖", 0], [None, -3]]
    assert rows == _rows(tmp_path, rows)


@pytest.mark.parametrize("text", FORMULAS)
def test_no_cell_is_a_formula(tmp_path: Path, text: str) -> None:
    """It stays text when somebody edits it, too: the cell says so."""
    book = _made(tmp_path, [{"name": "A", "rows": [["x"], [text]]}])
    cell = book.worksheets[0]["A2"]
    assert "s" == cell.data_type or "inlineStr" == cell.data_type
    assert text.replace("\r", "\n") == str(cell.value).replace("\r", "\n")
    assert cell.quotePrefix
    assert "@" == cell.number_format


def test_what_xml_cannot_hold_is_left_out(tmp_path: Path) -> None:
    """Control characters and halves of letters."""
    assert [["x"], ["ab"], ["cd"]] == _rows(tmp_path, [["x"], ["a\x00\x0bb"], ["c\ud800d"]])


def test_an_escape_of_spreadsheets_is_only_text(tmp_path: Path) -> None:
    """`_x000D_` would be read as the end of a line."""
    book = _made(tmp_path, [{"name": "A", "rows": [["x"], ["a_x000D_b"]]}])
    assert "a_x000D_b" == str(book.worksheets[0]["A2"].value).replace("_x005F_", "_")


def test_names_of_sheets_fit(tmp_path: Path) -> None:
    """Short, each once, without signs that mean something."""
    names = ["a/b:c", "A" * 50, "A" * 50, "", "'x'"]
    book = _made(tmp_path, [{"name": name, "rows": [["x"]]} for name in names])
    assert 5 == len({name.lower() for name in book.sheetnames})
    assert all(len(name) <= 31 for name in book.sheetnames)


def test_a_text_that_is_too_long_is_cut(tmp_path: Path) -> None:
    """At what a cell can hold."""
    assert 32_767 == len(_rows(tmp_path, [["x"], ["a" * 40_000]])[1][0])


def test_columns_beyond_z(tmp_path: Path) -> None:
    """Are where they belong."""
    row = [f"c{number}" for number in range(800)]
    assert [row] == _rows(tmp_path, [row])


def test_the_headings_stay_in_sight(tmp_path: Path) -> None:
    """And are bold."""
    [sheet] = _made(tmp_path, [{"name": "A", "rows": [["x"], ["y"]]}]).worksheets
    assert "A2" == sheet.freeze_panes
    assert sheet["A1"].font.b

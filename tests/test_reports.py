"""Problems for people, for editors and for code-review tools."""

import json
from pathlib import Path
from typing import Any

import pytest
from coursewright.problems import Place, Problem
from coursewright.reports import FORMATS, report, with_carets

PROBLEMS = (
    Problem(
        Place("quizzes/a b.yml", 3, 7),
        "it is 100% wrong",
        "Mend it.",
        "wrong",
        also=(Place("x.yml", 1, 2),),
    ),
    Problem(Place("curriculum/course.yml"), "it is missing", "", "missing-file", "warning"),
)


def test_text() -> None:
    """One line each."""
    first = "quizzes/a b.yml:3:7: it is 100% wrong. Mend it."
    second = "curriculum/course.yml: warning: it is missing."
    assert f"{first}\n{second}" == report(PROBLEMS, "text")


def test_json() -> None:
    """Everything, by name."""
    expected = {
        "file": "quizzes/a b.yml",
        "line": 3,
        "column": 7,
        "code": "wrong",
        "severity": "error",
        "what": "it is 100% wrong",
        "cure": "Mend it.",
        "also": ["x.yml:1:2"],
    }
    first, second = json.loads(report(PROBLEMS, "json"))
    assert expected == first
    assert (0, "warning", []) == (second["line"], second["severity"], second["also"])


def test_github() -> None:
    """Commands that a workflow shows at the line."""
    first, second = report(PROBLEMS, "github").splitlines()
    assert (
        "::error file=quizzes/a b.yml,line=3,col=7,title=wrong::it is 100%25 wrong. Mend it."
        == first
    )
    assert (
        "::warning file=curriculum/course.yml,line=1,col=1,title=missing-file::it is missing."
        == second
    )


def test_github_cannot_be_tricked() -> None:
    """A name or a value with line ends, colons or commas starts no other command."""
    hostile = "a\n::error::b\r,line=9:%0A"
    problem = Problem(Place(hostile, 1, 1), hostile, hostile, hostile)
    (line,) = report([problem], "github").splitlines()
    properties, message = line.removeprefix("::error ").split("::", 1)
    assert "file=a%0A%3A%3Aerror%3A%3Ab%0D%2Cline=9%3A%250A" == properties.split(",")[0]
    assert 4 == len(properties.split(","))
    assert message.startswith("a%0A::error::b%0D,line=9:%250A.")


def _sarif(*problems: Problem) -> dict[str, Any]:
    log: dict[str, Any] = json.loads(report(problems, "sarif"))
    return log


def test_sarif_has_the_shape_of_the_standard() -> None:
    """What SARIF 2.1.0 requires, and what code scanning reads."""
    log = _sarif(*PROBLEMS)
    assert "2.1.0" == log["version"]
    assert log["$schema"].endswith("sarif-2.1.0.json")
    (run,) = log["runs"]
    driver = run["tool"]["driver"]
    assert "coursewright" == driver["name"]
    assert ["missing-file", "wrong"] == [rule["id"] for rule in driver["rules"]]
    assert "unicodeCodePoints" == run["columnKind"]
    for result, problem in zip(run["results"], PROBLEMS, strict=True):
        assert problem.code == result["ruleId"]
        assert result["level"] in ("error", "warning", "note", "none")
        assert result["message"]["text"]
        region = result["locations"][0]["physicalLocation"]["region"]
        assert region["startLine"] >= 1
        assert region["startColumn"] >= 1


@pytest.mark.parametrize(
    ("file", "uri"),
    [
        ("a b.yml", "a%20b.yml"),
        ("ä.yml", "%C3%A4.yml"),
        ("a#b?.yml", "a%23b%3F.yml"),
        ("a%.yml", "a%25.yml"),
    ],
)
def test_sarif_names_files_by_uri(file: str, uri: str) -> None:
    """Relative, and escaped."""
    (result,) = _sarif(Problem(Place(file, 1, 1), "w", "c"))["runs"][0]["results"]
    assert uri == result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]


def test_sarif_names_other_places_too() -> None:
    """As related locations."""
    (result,) = _sarif(PROBLEMS[0])["runs"][0]["results"]
    (related,) = result["relatedLocations"]
    assert "x.yml" == related["physicalLocation"]["artifactLocation"]["uri"]


@pytest.mark.parametrize("form", FORMATS)
def test_nothing_wrong(form: str) -> None:
    """Is said in the same form."""
    text = report([], form)
    if form == "json":
        assert [] == json.loads(text)
    elif form == "sarif":
        assert [] == json.loads(text)["runs"][0]["results"]
    else:
        assert "" == text


def _caret(root: Path, line: str, column: int) -> list[str]:
    (root / "a.yml").write_text(f"first\n{line}\n", encoding="utf-8", newline="")
    problem = Problem(Place("a.yml", 2, column), "w", "c")
    return with_carets([problem], root).splitlines()


@pytest.mark.parametrize(
    ("line", "column", "shown", "caret"),
    [
        ("key: value", 6, "key: value", "     ^"),
        ("\tkey: value", 2, " key: value", " ^"),
        ("a\tb\tc", 5, "a b c", "    ^"),
        ("ü: ñ", 4, "ü: ñ", "   ^"),
        ("🫖🫖: x", 5, "🫖🫖: x", "      ^"),
        ("茶: x", 4, "茶: x", "    ^"),
        ("e\u0301: x", 5, "e\u0301: x", "   ^"),
        ("\U0001d518: x", 4, "\U0001d518: x", "   ^"),
        ("\x1b[31mred", 6, " [31mred", "     ^"),
        ("a\u2028b: c", 5, "a b: c", "    ^"),
    ],
    ids=ascii,
)
def test_a_caret_points_at_the_column(
    tmp_path: Path, line: str, column: int, shown: str, caret: str
) -> None:
    """Tabs, wide characters, combining ones, and none that a terminal would obey."""
    assert [f"a.yml:2:{column}: w. c", f"    {shown}", f"    {caret}"] == _caret(
        tmp_path, line, column
    )


def test_a_long_line_is_cut_around_the_caret(tmp_path: Path) -> None:
    """The character it points at stays in sight."""
    _, shown, caret = _caret(tmp_path, "x" * 200 + "!" + "y" * 200, 201)
    assert "!" == shown[caret.index("^")]
    assert shown.startswith("    …")
    assert len(shown) <= 124


@pytest.mark.parametrize(
    "place",
    [Place("a.yml"), Place("none.yml", 1, 1), Place("a.yml", 9, 1), Place("a.yml", 2, 1)],
    ids=["no line", "no file", "beyond the end", "empty line"],
)
def test_without_a_line_there_is_no_caret(tmp_path: Path, place: Place) -> None:
    """Only the problem."""
    (tmp_path / "a.yml").write_text("first\n\n", encoding="utf-8")
    assert f"{place}: w. c" == with_carets([Problem(place, "w", "c")], tmp_path)


def test_links_to_other_files_are_not_shown(tmp_path: Path) -> None:
    """What lies outside of a course is nobody's business."""
    (tmp_path / "secret").write_text("password\n", encoding="utf-8")
    (tmp_path / "a.yml").symlink_to(tmp_path / "secret")
    assert "password" not in with_carets([Problem(Place("a.yml", 1, 1), "w", "c")], tmp_path)


def test_any_line_end_counts_as_in_editors(tmp_path: Path) -> None:
    """The line shown is the line meant."""
    (tmp_path / "a.yml").write_bytes("one\rtwo\x85\x0c\r\nthree\n".encode())
    assert "three" in with_carets([Problem(Place("a.yml", 3, 1), "w", "c")], tmp_path)

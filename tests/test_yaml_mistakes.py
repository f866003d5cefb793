"""Each mistake in a YAML file is told with its place, the fact and a cure."""

from __future__ import annotations

import pytest
import yaml
from coursewright.positions import parse_yaml
from coursewright.positions.builder import Loader, build
from coursewright.positions.source import Lines
from coursewright.problems import CourseError, Place, Problem

PARSERS = [
    pytest.param(yaml.CSafeLoader, id="in C"),
    pytest.param(yaml.SafeLoader, id="in Python"),
]

SYNTAX = [
    ("a:\n\tb: c", 2, 1, "yaml-tab", "indented with a tab"),
    ("a:\n  b: c\n  \td: e", 3, 3, "yaml-tab", "indented with a tab"),
    ("-\tb: c", 1, 2, "yaml-tab", "there is a tab here"),
    ('a: "b\nc: d', 1, 4, "yaml-quote", "never closed"),
    ("a: 'tis", 1, 4, "yaml-quote", "never closed"),
    ('a: "b\nc: "d"', 1, 4, "yaml-quote", "closes only on line 2"),
    ("a: 'it's'", 1, 7, "yaml-quote", "this quote ends the text"),
    ('a: "No" is the answer', 1, 9, "yaml-quote", "more text after the closing quote"),
    ('- "No" is: the answer', 1, 8, "yaml-quote", "more text after the closing quote"),
    ('- {a: "No" is, b: c}', 1, 12, "yaml-quote", "more text after the closing quote"),
    ('"a" b', 1, 5, "yaml-quote", "after the closing quote or bracket"),
    (r'a: "C:\Users"', 1, 7, "yaml-escape", r"\U has no meaning"),
    (r'a: "a \d"', 1, 7, "yaml-escape", r"\d has no meaning"),
    ("a: b: c", 1, 5, "yaml-colon", 'contains ": "'),
    ("a: 😀 see: c", 1, 9, "yaml-colon", 'contains ": "'),
    ("a:\r\n  - b: see: c", 2, 11, "yaml-colon", 'contains ": "'),
    ("a: b\n  and so: c", 2, 9, "yaml-colon", 'contains ": "'),
    ("title:Foo\nsummary: b", 1, 6, "yaml-colon", "no space after this colon"),
    ("a: b\ntitle:Foo\nc: d", 2, 6, "yaml-colon", "no space after this colon"),
    ("- id:foo\n  title: b", 1, 5, "yaml-colon", "no space after this colon"),
    ("{id:foo, a: b}", 1, 4, "yaml-colon", "no space after this colon"),
    ("a: b\ntitle:\xa0Foo\nc: d", 2, 7, "yaml-colon", "is a no-break space"),
    ("a: b\nsummary\nc: d", 2, 1, "yaml-colon", "no colon on this line"),
    ("- text b\n  c: d", 1, 3, "yaml-colon", "no colon on this line"),
    ("a: 1\n  b: 2", 2, 3, "yaml-indentation", "goes on with its text"),
    ("a:\n  b: 1\n c: 2", 3, 2, "yaml-indentation", "fits none of the lines above"),
    ("  a: 1\nb: 2", 2, 1, "yaml-indentation", "fits none of the lines above"),
    ("a: |\n  b\n c\nd: e", 3, 2, "yaml-indentation", "fits none of the lines above"),
    ("a:\n  - b: c\n  d: e", 3, 3, "yaml-indentation", 'lined up with the "- "'),
    ("a: b\n- c", 2, 1, "yaml-indentation", "belongs to no list"),
    ("a: - b", 1, 4, "yaml-list", "cannot start on the line of its key"),
    ("- a\n-b", 2, 1, "yaml-list", "no space after this -"),
    ("a:\n  -id: b", 2, 3, "yaml-list", "no space after this -"),
    ("a: [@C39] shows", 1, 4, "yaml-unquoted", "starts with ["),
    ("- {text: [@C39] shows}", 1, 10, "yaml-unquoted", "starts with ["),
    ("a: [b](c) d", 1, 4, "yaml-unquoted", "starts with ["),
    ("a: {b} c", 1, 4, "yaml-unquoted", "starts with {"),
    ("a: @b", 1, 4, "yaml-unquoted", "starts with @"),
    ("a: `b`", 1, 4, "yaml-unquoted", "starts with `"),
    ("a: %b", 1, 4, "yaml-unquoted", "starts with %"),
    ("a: & b", 1, 4, "yaml-unquoted", "starts with &"),
    ("a: *bold* b", 1, 4, "yaml-unquoted", "starts with *"),
    ("a: **bold** b", 1, 4, "yaml-unquoted", "starts with *"),
    ("a: !{b}", 1, 4, "yaml-unquoted", "starts with !"),
    ("a: !b!c d", 1, 4, "yaml-unquoted", "starts with !"),
    ("a: ? b", 1, 4, "yaml-unquoted", "starts with ?"),
    ("a: | b", 1, 4, "yaml-unquoted", "cannot follow | on the same line"),
    ("a: > b", 1, 4, "yaml-unquoted", "cannot follow > on the same line"),
    ("{a: > b}", 1, 5, "yaml-unquoted", "starts with >"),
    ("a: [b, c\nd: e", 1, 4, "yaml-bracket", "the [ that opens here is never closed"),
    ("a: {b: [", 1, 8, "yaml-bracket", "the [ that opens here is never closed"),
    ("a: [b}", 1, 6, "yaml-bracket", "this } does not close the ["),
    ("a: [b]]", 1, 7, "yaml-bracket", "this ] closes nothing"),
    ("a: b\n}", 2, 1, "yaml-bracket", "this } closes nothing"),
    ("a: ]", 1, 4, "yaml-bracket", "this ] stands where a value should be"),
    ("[a, , b]", 1, 5, "yaml-bracket", "this , stands where a value should be"),
    ('["a" "b"]', 1, 6, "yaml-comma", "no comma before this"),
    ('{\n"a": "b"\n"c": "d"\n}', 3, 1, "yaml-comma", "no comma before this"),
    ("{a: b c: d}", 1, 8, "yaml-comma", "no comma before this key"),
    ("{a: Yes, we can}", 1, 10, "yaml-comma", '"we can" is a key without a value'),
    ("{a: b, 'c'}", 1, 8, "yaml-comma", '"c" is a key without a value'),
    ('a: "b",\nc: d', 1, 7, "yaml-comma", "this comma is outside"),
    ("a: [b],\nc: d", 1, 7, "yaml-comma", "this comma is outside"),
    ("a: Question #3", 1, 13, "yaml-comment", "leaves out the rest of this line"),
    ("a: [b #3\n  ]", 1, 7, "yaml-comment", "leaves out the rest of this line"),
    (": b", 1, 1, "yaml-key", "no key before this colon"),
    ("a: b\n...\nc: d", 3, 1, "yaml-documents", "comes after ..."),
]

REFUSED = [
    ("a: 1\nb: 2\na: 3", 3, 1, "duplicate-key", 'the key "a" is already on line 1'),
    ("- {a: 1, 'a': 2}", 1, 10, "duplicate-key", 'the key "a" is already on line 1'),
    ("a: &b c", 1, 4, "yaml-alias", "&b names this part"),
    ("a: &b\n  c: d", 1, 4, "yaml-alias", "&b names this part"),
    ("a: *b", 1, 4, "yaml-alias", "*b repeats another part"),
    ("*b : c", 1, 1, "yaml-alias", "*b repeats another part"),
    ("a: *bold text*", 1, 4, "yaml-alias", "*bold repeats another part"),
    ("<<: {a: b}", 1, 1, "yaml-merge", "a merge key"),
    ("a: !!python/name:os.system", 1, 4, "yaml-tag", "!!python/name:os.system is a tag"),
    ("a: !foo [b]", 1, 4, "yaml-tag", "!foo is a tag"),
    ("a: ! b", 1, 4, "yaml-tag", "! is a tag"),
    ("%TAG ! b\n---\na: b", 1, 1, "yaml-directive", "lines that start with %TAG or %YAML"),
    ("# c\r\n%YAML 1.1\n---\na: b", 2, 1, "yaml-directive", "lines that start with %TAG"),
    ("a: b\n---\nc: d", 2, 1, "yaml-documents", "--- starts a second document"),
    ("1: b", 1, 1, "yaml-key", "YAML reads 1 as a number"),
    ("a:\n  no: b", 2, 3, "yaml-key", "YAML reads no as false"),
    ("true: b", 1, 1, "yaml-key", "YAML reads true as true"),
    ("~: b", 1, 1, "yaml-key", "YAML reads ~ as nothing"),
    ("2016-04-13: b", 1, 1, "yaml-key", "as the date 2016-04-13"),
    ("{: b}", 1, 2, "yaml-key", "no key before this colon"),
    ("? [a]\n: b", 1, 3, "yaml-key", "a key must be text, and this is a list"),
    ("{a: 1}: b", 1, 1, "yaml-key", "a key must be text, and this is a group of keys"),
    ("[" * 25 + "]" * 25, 1, 25, "too-deep", "nested more than 24 deep"),
    ("- " * 25 + "a", 1, 49, "too-deep", "nested more than 24 deep"),
    ("-\n" * 100_001, 100_000, 2, "too-many-values", "more than 100,000 values"),
    ('a: "\\0"', 1, 4, "control-character", "a NUL (U+0000)"),
    ("a: b\x1b", 1, 5, "control-character", "a control character (U+001B)"),
    ("a: b\u2028c", 1, 5, "control-character", "a line break of another kind (U+2028)"),
    ("a: 😀\x85c", 1, 5, "control-character", "a line break of another kind (U+0085)"),
    ("a: b\ufeff", 1, 5, "control-character", "a byte-order mark (U+FEFF)"),
    ("a: \ud800", 1, 4, "control-character", "a control character (U+D800)"),
]


def problems_of(text: str) -> tuple[Problem, ...]:
    """Return the problems of a text that has some."""
    with pytest.raises(CourseError) as caught:
        parse_yaml(text, "f")
    return caught.value.problems


@pytest.mark.parametrize("parser", PARSERS)
@pytest.mark.parametrize(("text", "line", "column", "code", "what"), SYNTAX)
def test_syntax(text: str, line: int, column: int, code: str, what: str, parser: Loader) -> None:
    """What the parser stumbles over is told as the author's mistake, by either parser."""
    with pytest.raises(CourseError) as caught:
        build(Lines(text, "f"), parser)
    (problem,) = caught.value.problems

    assert (Place("f", line, column), code) == (problem.where, problem.code)
    assert what in problem.what
    assert problem.cure.endswith((".", '".'))


@pytest.mark.parametrize(("text", "line", "column", "code", "what"), REFUSED)
def test_refused(text: str, line: int, column: int, code: str, what: str) -> None:
    """What YAML allows and a course has no use for is refused."""
    (problem,) = problems_of(text)

    assert (Place("f", line, column), code) == (problem.where, problem.code)
    assert what in problem.what


def test_duplicate_key_names_the_first() -> None:
    """Every later key of the same name points at the first one."""
    problems = problems_of("a: 1\na: 2\na: 3")

    assert [(Place("f", 1, 1),)] * 2 == [problem.also for problem in problems]


def test_tabs_on_other_lines() -> None:
    """One problem tells about all lines that are indented with tabs."""
    (problem,) = problems_of("a:\n\tb: c\n\td: e\n  \tf: g")

    assert (Place("f", 3, 1), Place("f", 4, 3)) == problem.also


def test_every_problem_is_collected() -> None:
    """Reading goes on behind what is refused, up to the first thing that is no YAML."""
    text = "a: &x 1\na: *x\n<<: *x\nb: !t c\n3: d\n\x20\ne: f: g\nh: [\n"
    expected = [
        "1:4 yaml-alias",
        "2:1 duplicate-key",
        "2:4 yaml-alias",
        "3:1 yaml-merge",
        "3:5 yaml-alias",
        "4:4 yaml-tag",
        "5:1 yaml-key",
        "7:5 yaml-colon",
    ]

    assert expected == [
        f"{found.where.line}:{found.where.column} {found.code}" for found in problems_of(text)
    ]


def test_reading_stops_after_many_problems() -> None:
    """Nobody is shown more than a hundred problems of one file."""
    problems = problems_of("a: 1\n" * 1000)

    assert 101 == len(problems)
    assert {"duplicate-key", "too-many-problems"} == {found.code for found in problems[-2:]}


def test_what_is_no_mistake() -> None:
    """Marks that mean nothing to YAML where they stand are left alone."""
    text = """\
a: it's [@C39], "quoted" & *bold*: not, 100 % # comment
b: |
  [@C39]: - * & ! | > ` @ #3
  \ttab
"c: d": "e: f" #comment
"<<": http://example.org/#part
g:	'''tis'
h: [a b, "c, d", {e: -f}] # comment
"""
    text = text.replace("*: not", "* not")
    expected = {
        "a": 'it\'s [@C39], "quoted" & *bold* not, 100 %',
        "b": "[@C39]: - * & ! | > ` @ #3\n\ttab\n",
        "c: d": "e: f",
        "<<": "http://example.org/#part",
        "g": "'tis",
        "h": ["a b", "c, d", {"e": "-f"}],
    }

    assert expected == parse_yaml(text, "f").data

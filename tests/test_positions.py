"""YAML text becomes plain data, and every key and value knows its line and column."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from coursewright.positions import Source, Trap, parse_yaml, read_yaml
from coursewright.positions.characters import CONTROL
from coursewright.positions.scalars import resolve
from coursewright.problems import Place
from hypothesis import given
from hypothesis import strategies as st

BANK = """\
# a comment
id: levers
questions:
  - id: first
    prompt: |
      Which lever?
    options:
      - {text: "Processes", correct: true}
      - {text: No other, correct: 1.10}
  - id: second
empty:
"""


@pytest.fixture
def bank() -> Source:
    """A small bank of questions."""
    return parse_yaml(BANK, "quizzes/levers.yml")


def at(line: int, column: int) -> Place:
    """Return a place in the bank."""
    return Place("quizzes/levers.yml", line, column)


class TestData:
    def test_plain_data(self, bank: Source) -> None:
        """Mappings, lists, texts, numbers, true and nothing arrive as Python's own."""
        options = [
            {"text": "Processes", "correct": True},
            {"text": "No other", "correct": 1.1},
        ]
        first = {"id": "first", "prompt": "Which lever?\n", "options": options}
        expected = {"id": "levers", "questions": [first, {"id": "second"}], "empty": None}

        assert expected == bank.data

    @pytest.mark.parametrize("text", ["null", "---\nnull\n", "[]", "''", "word", "- a\n", "{}"])
    def test_root_may_be_anything(self, text: str) -> None:
        """The root is whatever the file holds; judging it is left to the documents."""
        assert yaml.safe_load(text) == parse_yaml(text, "f").data

    def test_quoted_and_block_text_is_text(self) -> None:
        """Quotes and block signs make text of what would be something else."""
        text = "- 'no'\n- \"12\"\n- |\n  true\n- >-\n  2016-04-13\n"

        assert ["no", "12", "true\n", "2016-04-13"] == parse_yaml(text, "f").data

    def test_same_name_and_text_are_equal(self) -> None:
        """Two sources are equal when their names and texts are, and can be cache keys."""
        assert {parse_yaml("a: 1", "f")} == {parse_yaml("a: 1", "f")}
        assert parse_yaml("a: 1", "f") != parse_yaml("a: 1", "g")


class TestPlaces:
    @pytest.mark.parametrize(
        ("path", "line", "column"),
        [
            ((), 2, 1),
            (("id",), 2, 5),
            (("questions",), 4, 3),
            (("questions", 0), 4, 5),
            (("questions", 0, "prompt"), 5, 13),
            (("questions", 0, "options", 1, "text"), 9, 16),
            (("questions", 1, "id"), 10, 9),
            (("empty",), 11, 7),
        ],
    )
    def test_place_of_value(
        self, bank: Source, path: tuple[str | int, ...], line: int, column: int
    ) -> None:
        """A value stands where its first character does."""
        assert at(line, column) == bank.place(*path)

    def test_place_of_key(self, bank: Source) -> None:
        """A key has its own place; an item of a list has only that of its value."""
        assert at(8, 29) == bank.key_place("questions", 0, "options", 0, "correct")
        assert at(10, 5) == bank.key_place("questions", 1)

    def test_nearest_ancestor(self, bank: Source) -> None:
        """A path that ends outside the file leads to the nearest value around it."""
        assert bank.place("questions", 1) == bank.place("questions", 1, "kind")
        assert bank.place("questions") == bank.place("questions", 7)
        assert bank.place() == bank.place("nowhere", -1)

    def test_steps_the_file_does_not_have_are_skipped(self, bank: Source) -> None:
        """The tags of a union, as pydantic puts them into a path, lead nowhere."""
        assert at(10, 9) == bank.place("questions", 1, "single", "id")

    def test_characters_are_counted(self) -> None:
        """Columns count characters: neither bytes nor UTF-16 units, with any line break."""
        source = parse_yaml("é😀: {😀: 1}\r\nb: x\rc: y\n", "f")

        assert Place("f", 1, 9) == source.place("é😀", "😀")
        assert Place("f", 2, 4) == source.place("b")
        assert Place("f", 3, 1) == source.key_place("c")

    def test_byte_order_mark_is_dropped(self, tmp_path: Path) -> None:
        """A UTF-8 byte-order mark belongs to no line and moves no column."""
        (tmp_path / "a.yml").write_bytes(b"\xef\xbb\xbfa: b\n")

        for source in read_yaml(tmp_path / "a.yml", "f"), parse_yaml("\ufeffa: b\n", "f"):
            assert Place("f", 1, 1) == source.key_place("a")
            assert "a: b" == source.line(1)

    def test_lines(self, bank: Source) -> None:
        """Lines are numbered from 1, and there is no text where there is no line."""
        assert "id: levers" == bank.line(2)
        assert ["", "", ""] == [bank.line(0), bank.line(12), bank.line(99)]

    def test_raw(self, bank: Source) -> None:
        """An unquoted value can be had as it was written; other values cannot."""
        assert "1.10" == bank.raw("questions", 0, "options", 1, "correct")
        assert "No other" == bank.raw("questions", 0, "options", 1, "text")
        assert "" == bank.raw("empty")
        assert None is bank.raw("questions", 0, "options", 0, "text")
        assert None is bank.raw("questions", 0, "prompt")
        assert None is bank.raw("questions")


class TestScalars:
    @pytest.mark.parametrize(
        ("raw", "reads_as"),
        [
            *((word, "false") for word in ("no", "No", "NO", "off", "Off", "False", "FALSE")),
            *((word, "true") for word in ("yes", "Yes", "YES", "on", "ON", "True", "TRUE")),
            *((word, "nothing") for word in ("~", "Null", "NULL")),
            ("010", "8"),
            ("0o17", "15"),
            ("0x1F", "31"),
            ("-0b101", "-5"),
            ("1_000", "1000"),
            ("+5", "5"),
            ("12:30", "750"),
            ("-1:30:00", "-5400"),
            ("1:30.5", "90.5"),
            ("1e3", "1000.0"),
            ("1.", "1.0"),
            (".5", "0.5"),
            ("1_0.5", "10.5"),
            ("1.5e3", "1500.0"),
            ("9.9e+999", "infinity"),
            (".inf", "infinity"),
            ("-.INF", "minus infinity"),
            (".nan", "not a number"),
            ("9" * 101, "a very long number"),
            ("2016-04-13", "the date 2016-04-13"),
            ("2016-04-13 10:00:00", "the date and time 2016-04-13 10:00:00"),
            ("2016-4-3T10:00:00.5Z", "the date and time 2016-4-3T10:00:00.5Z"),
            ("2016-02-31", "a date that no calendar has"),
        ],
    )
    def test_traps(self, raw: str, reads_as: str) -> None:
        """What YAML readers take for something else than text is told apart."""
        assert {"a": Trap(raw, reads_as)} == parse_yaml(f"a: {raw}", "f").data

    @pytest.mark.parametrize(
        ("raw", "value"),
        [("0", 0), ("-12", -12), ("1.50", 1.5), ("-0.25", -0.25), ("1.0e+3", 1000.0)],
    )
    def test_numbers(self, raw: str, value: float) -> None:
        """Numbers as everybody writes them are numbers, of the right type."""
        data = parse_yaml(f"- {raw}", "f").data

        assert [value] == data
        assert isinstance(data, list)
        assert type(value) is type(data[0])

    @pytest.mark.parametrize(
        "text",
        ["y", "N", "yEs", "nope", "08", "09:30", "1.2.3", "0b_", "1-2", "-", "2016-4-3", "="],
    )
    def test_texts(self, text: str) -> None:
        """What YAML 1.1 takes for text is text."""
        assert text == resolve(text)


def scalars() -> st.SearchStrategy[object]:
    """Return texts, numbers, true, false and nothing, without traps."""
    numbers = st.integers() | st.floats(allow_nan=False, allow_infinity=False)
    return texts() | numbers | st.booleans() | st.none()


def texts() -> st.SearchStrategy[str]:
    """Return texts without invisible characters and without traps."""
    return st.text(max_size=30).filter(_is_sound)


def _is_sound(text: str) -> bool:
    return not CONTROL.search(text) and not isinstance(resolve(text), Trap)


KEYS = texts().filter(lambda key: not key.startswith("-"))
DATA = st.recursive(
    scalars(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=4),
    max_leaves=12,
)


class TestProperties:
    @given(data=DATA, flow=st.booleans(), unicode=st.booleans())
    def test_round_trip(self, data: object, flow: bool, unicode: bool) -> None:
        """What PyYAML writes is read as it was, in any style."""
        text = yaml.safe_dump(data, default_flow_style=flow, allow_unicode=unicode)

        assert data == parse_yaml(text, "f").data

    @given(data=DATA, line_break=st.sampled_from(["\n", "\r\n", "\r"]))
    def test_places(self, data: object, line_break: str) -> None:
        """Every value stands where PyYAML's own composer says, with any line break."""
        text = yaml.safe_dump(data, allow_unicode=True).replace("\n", line_break)
        source = parse_yaml(text, "f")

        for path, node in _nodes(yaml.compose(text, yaml.SafeLoader)):
            mark = node.start_mark
            assert Place("f", mark.line + 1, mark.column + 1) == source.place(*path)


def _nodes(
    node: yaml.Node | None, path: tuple[str | int, ...] = ()
) -> Iterator[tuple[tuple[str | int, ...], yaml.Node]]:
    assert node is not None
    yield path, node
    if isinstance(node, yaml.SequenceNode):
        for index, item in enumerate(node.value):
            yield from _nodes(item, (*path, index))
    elif isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            yield from _nodes(value, (*path, key.value))

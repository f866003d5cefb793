"""Pairs to match: what authors may write, and what readers get."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from coursewright.questions.matching import Question

from tests.questions.written import read, said, shown, words

PAIRS = [
    {"left": "*Black* tea", "right": "Boiling water", "feedback": "It needs the heat."},
    {"left": "Green tea", "right": "Water at **75 °C**", "feedback": "Heat makes it bitter."},
    {"left": "Iced tea", "right": "Cold water", "feedback": "It takes a night."},
]
BASE: dict[str, Any] = {
    "id": "waters",
    "kind": "matching",
    "objective": "brew",
    "bloom": "remember",
    "prompt": "Which water for which tea?",
    "pairs": PAIRS,
    "extra": ["Salt water"],
}


def _read(**changes: Any) -> Question:
    question = read({**BASE, **changes})
    assert isinstance(question, Question)
    return question


def _said(**changes: Any) -> str:
    return said({**BASE, **changes})


def test_the_list_does_not_follow_the_rows() -> None:
    """All right sides are offered, never in the author's order, and always in the same."""
    offered = [offer.text for offer in _read().offers]
    written = [*(pair["right"] for pair in PAIRS), "Salt water"]
    assert sorted(written) == sorted(offered)
    assert written != offered
    assert offered == [offer.text for offer in _read().offers]
    for count in (2, 3):
        pairs = PAIRS[:count]
        found = [offer.text for offer in _read(pairs=pairs, extra=None).offers]
        assert [pair["right"] for pair in pairs] != found


def test_keys_survive_reordering() -> None:
    """A row's name depends on its own words or its id, never on its position."""
    there, back = _read().pairs, _read(pairs=PAIRS[::-1]).pairs
    assert {pair.left: (pair.key, pair.answer) for pair in there} == {
        pair.left: (pair.key, pair.answer) for pair in back
    }
    [named, *_] = _read(pairs=[{"id": "black", **PAIRS[0]}, *PAIRS[1:]]).pairs
    assert ("black", "black") == (named.key, named.answer)


def test_the_fingerprint_is_of_what_was_asked() -> None:
    """Another order asks the same; another pair or another distractor does not."""
    same = _read().fingerprint
    assert same == _read(pairs=PAIRS[::-1]).fingerprint
    assert same != _read(extra=["Rain"]).fingerprint
    swapped = [
        {**PAIRS[0], "right": "Cold water"},
        PAIRS[1],
        {**PAIRS[2], "right": "Boiling water"},
    ]
    assert same != _read(pairs=swapped).fingerprint


def test_both_sides_are_all_different() -> None:
    """The same left or right side twice has no single answer."""
    twice = {"left": "black  TEA", "right": "Milk", "feedback": "No."}
    assert "has the same left side twice" in _said(
        pairs=[{**twice, "left": "*black*  TEA"}, *PAIRS]
    )
    assert "has the same right side twice" in _said(extra=["boiling water"])
    assert "Change or remove one of the two." in _said(extra=["Cold water"])


def test_bounds() -> None:
    """Two pairs at least, and every side is one paragraph."""
    assert "Give at least 2." in _said(pairs=PAIRS[:1])
    assert "pair left must be one paragraph" in _said(pairs=[{**PAIRS[0], "left": "- a"}, PAIRS[1]])
    assert 'pair has no key "rigth"' in _said(pairs=[{**PAIRS[0], "rigth": "x"}, PAIRS[1]])
    assert "pair has no feedback" in _said(pairs=[{"left": "a", "right": "b"}, PAIRS[1]])


def test_a_list_for_each_row(tmp_path: Path) -> None:
    """Each list is labeled by its left side, starts with nothing chosen, and holds plain text."""
    root = shown(tmp_path, BASE)
    labels = root.findall(".//form//label")
    assert ["Black tea", "Green tea", "Iced tea"] == [words(label.find("span")) for label in labels]
    for label in labels:
        texts = [words(option) for option in label.findall("select/option")]
        assert "Choose…" == texts[0]
        assert "" == label.findall("select/option")[0].get("value")
        assert {"Boiling water", "Water at 75 °C", "Cold water", "Salt water"} == set(texts[1:])
    assert [] == root.findall(".//option[@selected]")


def test_the_answer_tells_each_pair(tmp_path: Path) -> None:
    """The details hold every pair with its reason, and what belongs to no row."""
    answer = shown(tmp_path, BASE).find(".//cw-answer")
    assert answer is not None
    told = words(answer)
    for expected in ("Black tea: Boiling water It needs the heat.", "Salt water"):
        assert expected in told


def test_rows_are_shuffled_only_when_asked_for(tmp_path: Path) -> None:
    """The author's order of rows may have a meaning."""
    assert [] == shown(tmp_path / "a", BASE).findall(".//*[@data-shuffle]")
    [rows] = shown(tmp_path / "b", {**BASE, "shuffle": True}).findall(".//*[@data-shuffle]")
    assert 3 == len(rows.findall("*[@data-row]"))

"""JSON Schemas for editors: they accept what the package accepts, and refuse what it refuses."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from coursewright.cli import main
from coursewright.positions import Trap, parse_yaml, read_yaml
from coursewright.questions import KINDS
from coursewright.reference import SCHEMAS, schema

from tests.examples import example_file

ROOT = Path(__file__).resolve().parents[1]
FILES = [
    ("course", "curriculum/course.yml"),
    ("glossary", "curriculum/glossary.yml"),
    ("sources", "curriculum/sources.yml"),
    ("claims", "curriculum/claims.yml"),
    *(("module", f"curriculum/modules/{p.name}") for p in ROOT.glob("curriculum/modules/*.yml")),
    *(("quiz", f"quizzes/{p.name}") for p in ROOT.glob("quizzes/*.yml")),
]
TYPES: dict[str, type | tuple[type, ...]] = {
    "object": dict,
    "array": list,
    "string": str,
    "boolean": bool,
    "integer": int,
    "number": (int, float),
    "null": type(None),
}
KEYWORDS = set(
    "$defs $ref additionalProperties anyOf const default description enum items maxItems "
    "maxLength maximum minItems minLength minimum oneOf pattern properties required title "
    "type".split()
)
"""What the judge below understands, or may ignore."""


class Judge:
    """As much of JSON Schema as our schemas use."""

    def __init__(self, whole: dict[str, Any]) -> None:
        self.whole = whole

    def accepts(self, value: Any) -> bool:
        """Tell whether a value fits."""
        return self._fits(value, self.whole)

    def _fits(self, value: Any, rule: dict[str, Any]) -> bool:
        assert set() == set(rule) - KEYWORDS
        if isinstance(value, Trap):
            value = value.raw
        if "$ref" in rule:
            return self._fits(value, self.whole["$defs"][rule["$ref"].rpartition("/")[2]])
        for name, fewest, most in (("anyOf", 1, 99), ("oneOf", 1, 1)):
            if name in rule:
                fitting = sum(self._fits(value, choice) for choice in rule[name])
                return fewest <= fitting <= most
        return self._typed(value, rule) and self._within(value, rule) and self._inside(value, rule)

    def _typed(self, value: Any, rule: dict[str, Any]) -> bool:
        kind = rule.get("type", "object" if "properties" in rule else None)
        if kind in ("integer", "number") and isinstance(value, bool):
            return False
        return kind is None or isinstance(value, TYPES[kind])

    def _within(self, value: Any, rule: dict[str, Any]) -> bool:
        size = len(value) if isinstance(value, (str, list)) else 0
        unit = "Length" if isinstance(value, str) else "Items"
        number = value if isinstance(value, (int, float)) else 0
        return (
            rule.get(f"min{unit}", 0) <= size <= rule.get(f"max{unit}", size)
            and rule.get("minimum", number) <= number <= rule.get("maximum", number)
            and value in rule.get("enum", [value])
            and value == rule.get("const", value)
            and (not isinstance(value, str) or bool(re.search(rule.get("pattern", ""), value)))
        )

    def _inside(self, value: Any, rule: dict[str, Any]) -> bool:
        if isinstance(value, list):
            return all(self._fits(item, rule.get("items", {})) for item in value)
        if not isinstance(value, dict) or "properties" not in rule:
            return True
        known = rule["properties"]
        return (
            set(rule.get("required", ())) <= set(value)
            and (rule["additionalProperties"] or set(value) <= set(known))
            and all(self._fits(item, known[key]) for key, item in value.items())
        )


def _judge(name: str) -> Judge:
    return Judge(schema(SCHEMAS[name]))


@pytest.mark.parametrize(("name", "file"), FILES)
def test_real_files_fit(name: str, file: str) -> None:
    """Every file of the course is one its schema accepts."""
    assert _judge(name).accepts(read_yaml(ROOT / file, file).data)


@pytest.mark.parametrize(("name", "file"), FILES)
def test_unknown_keys_are_refused(name: str, file: str) -> None:
    """A misspelled key is marked while it is typed."""
    data = read_yaml(ROOT / file, file).data
    assert isinstance(data, dict)
    assert not _judge(name).accepts({**data, "titel": "Tea"})


@pytest.mark.parametrize("kind", KINDS)
def test_examples_fit(kind: str) -> None:
    """Questions of every kind are accepted, and refused as another kind or with another key."""
    text = "id: examples\nmodule: examples\n" + example_file(kind).read_text(encoding="utf-8")
    data = parse_yaml(text, "example.yml").data
    judge = _judge("quiz")
    assert isinstance(data, dict)
    assert judge.accepts(data)
    for change in ({"knid": kind}, {"kind": "riddle"}):
        first, *rest = data["questions"]
        assert not judge.accepts({**data, "questions": [{**first, **change}, *rest]})


@pytest.mark.parametrize(
    "issued",
    [2016, "2016-04-13", "spring 2016", {"date-parts": [[2016, "4"]]}, [{"year": 2016}]],
)
def test_dates_fit_in_every_form_that_tools_write(issued: object) -> None:
    """Zotero and Pandoc write dates in several ways; editors mark none of them."""
    work = {"id": "tea", "type": "book", "title": "Tea", "issued": issued}
    SCHEMAS["sources"].model_validate({"references": [work]})
    assert _judge("sources").accepts({"references": [work]})


def test_the_command_writes_every_schema(tmp_path: Path) -> None:
    """One file for each kind of document, named as authors name them."""
    folder = tmp_path / "a" / "schemas"
    done = CliRunner().invoke(main, ["schema", "--output", str(folder)])
    assert 0 == done.exit_code, done.output
    written = {path.stem: json.loads(path.read_text("utf-8")) for path in folder.iterdir()}
    assert set(SCHEMAS) == set(written)
    dialect = {"$schema": "https://json-schema.org/draft/2020-12/schema"}
    for name, model in SCHEMAS.items():
        assert {**dialect, **schema(model)} == written[name]

"""Instruments: what authors write, what is wrong with it, and what becomes of it."""

from __future__ import annotations

import gzip
import json
import re
from html import unescape
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
import yaml
from coursewright import Course, CourseError
from coursewright.assets import assets
from coursewright.documents import InstrumentDocument, read_document
from coursewright.instruments import FOLDER, KINDS
from coursewright.instruments.base import BaseField
from coursewright.macros import MACROS
from coursewright.navigation import with_course
from coursewright.pages import groups, pages
from coursewright.positions import parse_yaml
from coursewright.reference import SCHEMAS, instrument_example, schema
from coursewright.views import Links, PageView, Views, Words, outline
from coursewright.views import sections as shown

from tests.course.wellknown import WELL_KNOWN
from tests.courses import COURSE, MINIMAL, MODULE, Files, course_of, edited, place
from tests.test_schema import Judge
from tests.views.payloads import PAYLOADS

EXAMPLE = (FOLDER / "example.yml").read_text(encoding="utf-8")
ROOT = Path(__file__).resolve().parents[1]
FILE = "curriculum/instruments/pot.yml"
POT = """\
id: pot
title: Which pot?
summary: Rate your pots.
module: tea
note: Trust it a little.
scale: [Bad, Good]
sections:
  - id: pots
    title: Pots
    intro: Look at [the water](lesson:tea/water).
    fields:
      - id: lid
        kind: rating
        label: The lid fits
        levels: [It falls off, It stays on]
      - id: first
        kind: date
        label: First day
      - id: second
        kind: date
        label: Second day
        event: Look again
        after: first
        days: 7
guide: Talk about it.
"""
FILES: Files = {**MINIMAL, FILE: POT}


def _edited(*edits: tuple[str, str]) -> Files:
    return edited(FILE, *edits, files=FILES)


def _wrong(root: Path, files: Files) -> list[str]:
    with pytest.raises(CourseError) as caught:
        course_of(root, files)
    return [str(problem) for problem in caught.value.problems]


def _page(course: Course, ident: str = "pot", page: str = "instruments/pot.md") -> str:
    return shown.instrument(PageView(Views(course), Links(page)), ident)


def test_the_example_has_a_field_of_every_kind() -> None:
    """So that the reference and the tests meet all of them."""
    document = read_document(InstrumentDocument, parse_yaml(EXAMPLE, "example.yml"))
    assert set(KINDS) == {
        field["kind"] for s in document.spec()["sections"] for field in s["fields"]
    }


MISTAKES = {
    "misspelled kind": (
        ("kind: date\n        label: First", "kind: dat\n        label: First"),
        ("dat\n", 1),
        'there is no kind of field "dat". Did you mean "date"?',
    ),
    "no kind": (
        ("        kind: rating\n", ""),
        ("id: lid", 1),
        'field has no kind. Add "kind:" with one of: choice, date, grid, if-then, list, rating, '
        "text.",
    ),
    "misspelled key": (
        ("levels:", "level:"),
        ("level: [", 1),
        'field has no key "level". Did you mean "levels"?',
    ),
    "too few levels": (
        ("[It falls off, It stays on]", "[It fits]"),
        ("[It fits]", 1),
        "this statement describes 1 levels, and the scale has 2. Describe each level of the scale "
        "once, lowest first.",
    ),
    "no scale": (
        ("scale: [Bad, Good]\n", ""),
        ("id: pot", 1),
        "statements are rated here, and the scale names fewer than two levels. "
        'Add "scale:" with the names of the levels, lowest first.',
    ),
    "unknown date": (
        ("after: first", "after: firts"),
        ("firts", 1),
        'there is no date "firts". Did you mean "first"?',
    ),
    "a date that waits for itself": (
        ("after: first", "after: second"),
        ("second\n        days", 1),
        'the date "second" waits for itself. Let it follow another date.',
    ),
    "unknown module": (
        ("module: tea", "module: tee"),
        ("tee", 1),
        'there is no module "tee". Did you mean "tea"?',
    ),
    "unknown lesson": (
        ("tea/water)", "tea/watr)"),
        ("lesson:tea/watr", 1),
        'there is no lesson "tea/watr". Did you mean "tea/water"?',
    ),
    "unknown claim": (
        ("a little.", "a little [@C9]."),
        ("@C9", 1),
        'there is no claim or source "C9".',
    ),
    "an old id in use": (
        ("id: first\n", "id: first\n        was: [lid]\n"),
        ("lid]", 1),
        '"pot/lid" is the id of another field, so nothing else can have borne it.',
    ),
}


@pytest.mark.parametrize(("edit", "at", "said"), MISTAKES.values(), ids=list(MISTAKES))
def test_mistakes_have_a_place_and_a_cure(
    tmp_path: Path, edit: tuple[str, str], at: tuple[str, int], said: str
) -> None:
    """The file, the line and the column, what is wrong and what mends it."""
    files = _edited(edit)
    (found,) = _wrong(tmp_path, files)
    where = place(files, FILE, *at)
    assert said in found
    if at[0] != "id: pot":
        assert found.startswith(f"{where}: ")


def _one(field: str) -> str:
    return POT.replace("      - id: first", f"      - {field}\n      - id: first", 1)


_NAMED = ", ".join(f"{{id: n{at}, label: N{at}}}" for at in range(12))
FIELDS = {
    "after without days": "{id: x, kind: date, label: X, after: first}",
    "an option twice": (
        "{id: x, kind: choice, label: X, options: [{id: a, label: A}, {id: a, label: B}]}"
    ),
    "one option": "{id: x, kind: choice, label: X, options: [{id: a, label: A}]}",
    "an unknown rule": (
        "{id: x, kind: grid, label: X, rows: [{id: a, label: A}], columns: [{id: b, label: B}], "
        "options: [{id: c, label: C}], one_of: d}"
    ),
    "a row twice": (
        "{id: x, kind: grid, label: X, columns: [{id: b, label: B}], "
        "rows: [{id: a, label: A}, {id: c, label: a}]}"
    ),
    "too much text": (
        "{id: x, kind: grid, label: X, most: 400, " + f"rows: [{_NAMED}], columns: [{_NAMED}]}}"
    ),
    "no rows": "{id: x, kind: grid, label: X, rows: [], columns: [{id: b, label: B}]}",
    "an endless text": "{id: x, kind: text, label: X, most: 5001}",
    "no lines": "{id: x, kind: list, label: X, most: 0}",
    "a label of two lines": '{id: x, kind: text, label: "a\\nb"}',
    "a name that is taken": "{id: rater, kind: text, label: X}",
    "the same id": "{id: lid, kind: text, label: X}",
}


@pytest.mark.parametrize("field", FIELDS.values(), ids=list(FIELDS))
def test_a_field_that_cannot_be_is_one_problem(tmp_path: Path, field: str) -> None:
    """At its own line."""
    (found,) = _wrong(tmp_path, {**FILES, FILE: _one(field)})
    line = place({FILE: _one(field)}, FILE, field).line
    assert found.startswith(f"{FILE}:{line}:")


def test_the_file_is_named_after_the_id(tmp_path: Path) -> None:
    """And no instrument takes the place of the list of all."""
    (found,) = _wrong(tmp_path / "a", _edited(("id: pot", "id: pan")))
    assert 'the id "pan" is not the name of the file' in found
    index = "curriculum/instruments/index.yml"
    files = {**MINIMAL, index: POT.replace("id: pot", "id: index", 1)}
    (found,) = _wrong(tmp_path / "b", files)
    assert 'an instrument cannot be called "index"' in found


def test_it_has_its_place_in_the_course(tmp_path: Path) -> None:
    """Its module, its line in the tree, its use of a claim, its renames."""
    files = {**WELL_KNOWN, FILE: POT.replace("a little.", "a little [@C1].", 1)}
    course = course_of(tmp_path, files)
    found = course.instruments["pot"]
    assert course.modules[0] is found.module
    assert "  instrument pot: Which pot? (3 fields)" in str(course).splitlines()
    assert ["instruments/pot.md"] == [
        use.page for use in course.claims["C1"].uses if use.title == "Which pot?"
    ]


def test_they_stand_in_the_order_of_their_modules(tmp_path: Path) -> None:
    """Those of no module come last; a module's overview shows its own."""
    alone = POT.replace("id: pot", "id: a-cup", 1).replace("module: tea\n", "")
    course = course_of(tmp_path, {**FILES, "curriculum/instruments/a-cup.yml": alone})
    assert ["pot", "a-cup"] == list(course.instruments)
    overview = shown.module(PageView(Views(course), Links("modules/tea/index.md")), "tea")
    assert 1 == overview.count("instruments/pot/")
    assert "a-cup" not in overview


def test_the_course_may_list_them(tmp_path: Path) -> None:
    """In the order it wants; the others follow."""
    alone = POT.replace("id: pot", "id: a-cup", 1).replace("module: tea\n", "")
    files = {**FILES, "curriculum/instruments/a-cup.yml": alone}
    listed = {**files, COURSE: files[COURSE] + "instruments: [a-cup]\n"}
    assert ["a-cup", "pot"] == list(course_of(tmp_path / "a", listed).instruments)
    wrong = {**files, COURSE: files[COURSE] + "instruments: [a-cop]\n"}
    (found,) = _wrong(tmp_path / "b", wrong)
    assert 'there is no instrument "a-cop". Did you mean "a-cup"?' in found


def test_texts_may_link_to_it(tmp_path: Path) -> None:
    """From any text of the course; a misspelled link is a problem with its place."""
    files = edited(
        MODULE, ("Four minutes", "See [pots](instrument:pot). Four minutes"), files=FILES
    )
    view = PageView(Views(course_of(tmp_path / "a", files)), Links("modules/tea/time.md"))
    assert 'href="../../../instruments/pot/"' in shown.lesson(view, "tea/time")
    files = edited(MODULE, ("Four minutes", "See [pots](instrument:pott). Four"), files=FILES)
    (found,) = _wrong(tmp_path / "b", files)
    assert 'there is no instrument "pott". Did you mean "pot"?' in found
    assert found.startswith(str(place(files, MODULE, "instrument:pott")))


def test_pages_and_navigation(tmp_path: Path) -> None:
    """A list of all, a page each that is edited in its YAML; last, or where said."""
    course = course_of(tmp_path, FILES)
    found = pages(course)
    assert ["instruments/index.md", "instruments/pot.md"] == [p for p in found if "instr" in p]
    assert '{{ instrument("pot") }}' in found["instruments/pot.md"].text
    assert FILE == found["instruments/pot.md"].edit
    listed = ["instruments/index.md", {"Which pot?": "instruments/pot.md"}]
    given: list[Any] = ["index.md", {"Course": "modules/"}, "about.md"]
    nav = with_course(given, groups(course))
    assert ["about.md", {"Instruments": listed}] == nav[2:4]
    given = ["index.md", {"Tools": "instruments/"}, "modules/"]
    assert {"Tools": listed} == with_course(given, groups(course))[1]


def test_a_course_without_instruments_has_no_trace_of_them(tmp_path: Path) -> None:
    """No page, no entry in the navigation, even where it says where they would stand."""
    course = course_of(tmp_path)
    assert [] == [path for path in pages(course) if "instrument" in path]
    nav = with_course(["index.md", {"Tools": "instruments/"}], groups(course))
    assert ["index.md", "Making tea", "For trainers"] == [
        next(iter(it)) if isinstance(it, dict) else it for it in nav
    ]


def test_without_a_script_nothing_can_be_typed_or_pressed(tmp_path: Path) -> None:
    """Controls stand in templates, which do nothing by themselves."""
    html = _page(course_of(tmp_path, {**MINIMAL, FILE: _example("pot")}))
    paper = re.sub(r"<template.*?</template>", "", html, flags=re.DOTALL)
    assert [] == re.findall(r"<(?:input|select|textarea|button|form|label)\b", paper)
    live = "".join(re.findall(r"<template.*?</template>", html, re.DOTALL))
    assert {"input", "select", "textarea", "button"} <= set(re.findall(r"<(\w+)", live))
    for said in ("Whoever cooks washes up", "Dishes wait for somebody else", "Each row needs"):
        assert said in paper


def _example(ident: str) -> str:
    return EXAMPLE.replace("id: shared-kitchen", f"id: {ident}", 1)


def test_ids_stand_once_on_a_page(tmp_path: Path) -> None:
    """Also those that a script brings in."""
    html = _page(course_of(tmp_path, {**MINIMAL, FILE: _example("pot")}))
    ids = re.findall(r'\sid="([^"]+)"', html)
    assert sorted(set(ids)) == sorted(ids)
    named = {name for group in re.findall(r'aria-\w+by="([^"]+)"', html) for name in group.split()}
    assert set() == named - set(ids)


def test_what_the_script_knows(tmp_path: Path) -> None:
    """The ids and labels of all fields, as data that cannot end its attribute."""
    label = "The lid' onclick='x </script><script>alert(1)</script> fits"
    html = _page(course_of(tmp_path, _edited(("The lid fits", f'"{label}"'))))
    (data,) = re.findall(r'data-spec="([^"]*)"', html)
    spec = json.loads(unescape(data))
    assert label == spec["sections"][0]["fields"][0]["label"]
    assert ["Bad", "Good"] == spec["scale"]
    assert {"event": "Look again", "after": "first", "days": 7}.items() <= (
        spec["sections"][0]["fields"][2].items()
    )


@pytest.mark.parametrize("payload", PAYLOADS.values(), ids=list(PAYLOADS))
def test_nothing_in_its_texts_runs(tmp_path: Path, payload: str) -> None:
    """Labels, levels and titles are text; intros, notes and guides are sanitized Markdown."""
    document = yaml.safe_load(POT)
    line = " ".join(payload.replace("{{", "").replace("{%", "").split()) or "x"
    bare = "".join(c for c in payload if c >= " " or c == "\n") + " x"
    bare = re.sub(r"(lesson|cite):|\[@", "x", bare)
    document |= {"title": line, "summary": line, "note": bare, "guide": bare, "scale": [line, "b"]}
    section = document["sections"][0]
    section |= {"title": line, "intro": bare}
    section["fields"][0] |= {"label": line, "help": bare, "levels": [line, "b"]}
    text = json.dumps(document, ensure_ascii=False)
    text = "".join(c for c in text if c >= " ")
    try:
        course = course_of(tmp_path, {**MINIMAL, FILE: text})
    except CourseError:
        return
    html = _page(course)
    assert 1 == len(re.findall(r"<script", html))
    assert [] == _Handlers(html).found


class _Handlers(HTMLParser):
    """Attributes of a page that would run something."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            bare = re.sub(r"[\x00-\x20]", "", value or "").lower()
            address = name in ("href", "src", "action", "formaction")
            if name.startswith("on") or (address and bare.startswith(("javascript", "data", "vb"))):
                self.found.append(f"<{tag} {name}={value}>")


def test_a_label_reworded_gets_another_fingerprint() -> None:
    """So do its levels; its help does not matter."""

    def printed(**more: Any) -> str:
        given = {"id": "a", "kind": "rating", "label": "A", "levels": ["x", "y"]}
        return KINDS["rating"].model_validate({**given, **more}).fingerprint

    assert printed() == printed(help="B")
    assert 3 == len({printed(), printed(label="B"), printed(levels=["x", "z"])})


def test_the_schema_takes_what_the_package_takes() -> None:
    """And refuses a misspelled key and an unknown kind."""
    judge = Judge(schema(SCHEMAS["instrument"]))
    files = [EXAMPLE, *(p.read_text("utf-8") for p in ROOT.glob("curriculum/instruments/*.yml"))]
    for text in files:
        data: Any = parse_yaml(text, "x.yml").data
        assert judge.accepts(data)
        assert not judge.accepts({**data, "titel": "x"})
        first = data["sections"][0]
        wrong = {**first, "fields": [{**first["fields"][0], "kind": "riddle"}]}
        assert not judge.accepts({**data, "sections": [wrong]})


def test_the_reference_shows_the_example_with_its_yaml(tmp_path: Path) -> None:
    """Live, and to the letter; every kind has its section and its keys."""
    view = PageView(Views(course_of(tmp_path)), Links("authors/instruments.md"))
    html = instrument_example(view)
    (code,) = re.findall(r'<div class="copy">.*?<code>(.*?)</code>', html, re.DOTALL)
    assert yaml.safe_load(EXAMPLE) == yaml.safe_load(unescape(re.sub(r"<[^>]+>", "", code)))
    page = (ROOT / "docs/authors/instruments.md").read_text(encoding="utf-8")
    for kind in KINDS:
        section = page.partition(f"\n## {kind}\n")[2].partition("\n## ")[0]
        assert f'{{{{ fields("{kind}") }}}}' in section
        assert f"[`{kind}`](#{kind})" in page
        keys = set(KINDS[kind].model_fields) - set(BaseField.model_fields)
        table = MACROS["fields"](view, kind).partition("</table>")[0]
        assert keys == set(re.findall(r'<th scope="row"><code>([^<]+)', table))


def test_every_word_of_the_scripts_exists() -> None:
    """Each phrase that a script names has its words, and each word is named."""
    scripts = [
        *(FOLDER.parent / "theme/assets").glob("instrument*.js"),
        *FOLDER.glob("*/browser.js"),
    ]
    text = "\n".join(path.read_text(encoding="utf-8") for path in scripts)
    named = set(re.findall(r"[\"'`](instrument-[\w-]+[a-z])[\"'`]", text))
    made = {
        f"instrument-{what}{end}" for what in ("erase", "remove") for end in ("", "-title", "-yes")
    }
    made |= {f"instrument-import-{it}" for it in "later not-data not-json other too-big".split()}
    columns = "answer gap median number part question range section who".split()
    made |= {f"instrument-column-{it}" for it in columns}
    files = {"instrument-files", "instrument-result", "instrument-answers"}
    words = {name.partition(".")[0] for name in Words("en").section("browser")}
    assert {name for name in words if name.startswith("instrument-")} == (named | made) - files | {
        "instrument-result"
    }


def test_its_scripts_weigh_little() -> None:
    """With every kind of field at most 12 kB; files and results come when asked for."""
    sizes = {
        it.path.partition("coursewright/")[2]: len(gzip.compress(it.content, 9))
        for it in assets("en")
    }
    page = ["instrument.js", "words-instrument.js", *(f"fields/{kind}.js" for kind in KINDS)]
    assert sum(sizes[name] for name in page) <= 12_000
    assert sizes["instrument-files.js"] <= 7_000
    assert sizes["instrument-result.js"] <= 2_500


def test_its_script_is_asked_for_on_its_page_alone(tmp_path: Path) -> None:
    """By a path that fits the site's addresses."""
    course = course_of(tmp_path, FILES)
    assert 'src="../../assets/coursewright/instrument.js"' in _page(course)
    view = PageView(Views(course), Links("modules/tea/water.md"))
    assert "instrument.js" not in shown.lesson(view, "tea/water")
    assert "instrument" not in json.dumps(outline(course))


def test_cards_lead_to_all(tmp_path: Path) -> None:
    """With what each is for."""
    view = PageView(Views(course_of(tmp_path, FILES)), Links("index.md"))
    html = shown.instruments(view)
    assert 'href="instruments/pot/"' in html
    assert "Rate your pots." in html

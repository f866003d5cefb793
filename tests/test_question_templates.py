"""What a question's HTML holds before any script has run."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree.ElementTree import Element

import html5lib
import pytest
from coursewright.assets import THEME, assets, guard
from coursewright.course import Question
from coursewright.documents import texts
from coursewright.questions import FOLDER, KINDS
from coursewright.site import load_views
from coursewright.views import Links, PageView, Views, Words, plain, sections

from tests.courses import QUIZ, edited, write_course
from tests.examples import example_file, example_site

STEM = "A guest asks for black tea. What do you do first?"
SPEAKERS = ("question", "sheet", "grading", "asides", "progress")
"""Scripts that say something about any kind of question, or at a lesson's end."""
CONTROLS = ("input", "select", "textarea")
WITHOUT_CONTROLS = ("ordering",)
"""Kinds that are put in order or gone through by links, where no script runs."""


@pytest.fixture(scope="module")
def views(tmp_path_factory: pytest.TempPathFactory) -> Views:
    """A course of all example questions."""
    return load_views(example_site(tmp_path_factory.mktemp("examples")).parent)


@pytest.fixture(scope="module")
def examples(views: Views) -> list[tuple[Question, Element]]:
    """Every example with its root element."""
    return [(q, _parsed(_html(views, q.ref))) for q in views.course.questions]


def _html(views: Views, ref: str) -> str:
    return sections.question(PageView(views, Links("modules/examples/check.md")), ref)


def _parsed(text: str) -> Element:
    """Parse strictly: html5lib raises for whatever a browser would have to repair."""
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    body: Element = parser.parse(f"<!doctype html><title>x</title>{text}").find("body")
    [root] = body
    return root


def _first(tmp_path: Path, *edits: tuple[str, str]) -> Element:
    """Return the small course's first question after editing its bank."""
    views = load_views(write_course(tmp_path, edited(QUIZ, *edits)))
    return _parsed(_html(views, "tea/first-move"))


def _text(element: Element) -> str:
    return " ".join("".join(element.itertext()).split())


def _dense(text: str) -> str:
    return "".join(text.split())


def _searchable(element: Element) -> str:
    """Return the text outside everything that search leaves out."""
    if "data-search-exclude" in element.attrib:
        return ""
    inner = [_searchable(child) + (child.tail or "") for child in element]
    return " ".join(((element.text or "") + " ".join(inner)).split())


def _one(root: Element, path: str) -> Element:
    found = root.findall(path)
    assert len(found) == 1, path
    return found[0]


def _is_seen(control: Element) -> bool:
    return control.get("type") != "hidden"


def _label(root: Element, control: Element) -> str:
    """Return the words that name a control: its label's, around it or for it."""
    labels = root.findall(".//label")
    return "".join(
        _text(label)
        for label in labels
        if control in label.iter() or label.get("for") == control.get("id", "-")
    )


def _gives_away(question: Question) -> Iterator[str]:
    """Yield every text that is not asked with the question."""
    for path, text in texts(question.document):
        if path[-1] not in question.document.stem and path[0] != "hints":
            yield text


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_a_kind_has_its_four_files(kind: str) -> None:
    """A kind's folder holds its model, template, script and examples, and nothing is missing."""
    folder = FOLDER / KINDS[kind].folder
    names = {path.name for path in folder.iterdir()}
    assert {"model.py", "question.jinja", "browser.js", "example.yml"} <= names
    assert example_file(kind).parent == folder


def test_every_kind_has_examples(examples: list[tuple[Question, Element]]) -> None:
    """Each kind's examples are valid, and there are two or more."""
    shown = [getattr(question.document, "kind", "") for question, _ in examples]
    assert set(KINDS) == set(shown)
    assert all(shown.count(kind) >= 2 for kind in KINDS)


def test_root(examples: list[tuple[Question, Element]]) -> None:
    """The root can be linked to, and its element says what the script must know."""
    for question, root in examples:
        assert ("div", question.anchor) == (root.tag, root.get("id"))
        element = _one(root, "cw-question")
        kind = getattr(question.document, "kind", "")
        needed = {"ref": question.ref, "kind": kind, "data-asked": question.document.fingerprint}
        assert needed == {name: element.get(name) for name in needed}
        assert {*needed, "data-tries", "data-was"} >= set(element.attrib)


def test_one_form_one_fieldset_with_its_legend(examples: list[tuple[Question, Element]]) -> None:
    """The form begins with a fieldset, whose legend holds the stem as a heading."""
    for question, root in examples:
        legend = root.findall(".//form/fieldset/legend")[0]
        heading = legend[0]
        assert "h2" == heading.tag
        assert plain(question.document.prompt).endswith(_text(heading))
        assert [] == legend.findall(".//p")


def test_every_control_has_a_label_and_no_choice_is_made(
    examples: list[tuple[Question, Element]],
) -> None:
    """All controls stand in labels with words, and none is chosen beforehand."""
    for question, root in examples:
        controls = [c for tag in CONTROLS for c in root.findall(f".//{tag}") if _is_seen(c)]
        assert controls or getattr(question.document, "kind", "") in WITHOUT_CONTROLS
        assert all(_label(root, control) for control in controls)
        assert not any({"checked", "selected"} & set(node.attrib) for node in root.iter())


def test_every_choice_can_be_chosen(examples: list[tuple[Question, Element]]) -> None:
    """Each choice's control has the choice's key, so that answers survive reordering."""
    for question, root in examples:
        offered = {node.get("value") for node in root.iter() if node.tag in ("input", "option")}
        assert set() == {choice.key for choice in question.document.choices()} - offered


def test_nothing_is_dead_without_a_script(examples: list[tuple[Question, Element]]) -> None:
    """There is no button, nothing is hidden, and pressing Enter in the form leads nowhere."""
    for _, root in examples:
        assert [] == root.findall(".//button")
        assert [] == root.findall(".//*[@hidden]")
        assert "dialog" == _one(root, ".//form").get("method")


def test_the_answer_holds_everything_said(examples: list[tuple[Question, Element]]) -> None:
    """The answer that unfolds has the words of every choice, feedback and explanation."""
    for question, root in examples:
        answer = _dense(_text(_one(root, ".//cw-answer/details")))
        said = [_dense(plain(text)) for text in _gives_away(question)]
        assert [] == [text for text in said if text not in answer]


def test_what_is_correct_stands_in_the_answer_alone(
    examples: list[tuple[Question, Element]],
) -> None:
    """Right and wrong are told once, in the answer, for readers and for the script."""
    for question, root in examples:
        marked = root.findall(".//cw-answer//*[@data-correct]")
        correct = {choice.key for choice in question.document.choices() if choice.correct}
        assert correct <= {element.get("data-key") for element in marked}
        assert marked == root.findall(".//*[@data-correct]")


def test_only_the_question_itself_is_searchable(
    examples: list[tuple[Question, Element]],
) -> None:
    """Search meets the stem, and no option, feedback or explanation."""
    for question, root in examples:
        found = _searchable(root)
        assert plain(question.document.prompt) in found
        assert [] == [text for text in _gives_away(question) if plain(text) in found]


def test_the_answer_is_excluded_as_an_element_of_its_own(
    examples: list[tuple[Question, Element]],
) -> None:
    """Material's parser ends an exclusion at the first closing tag of the same name."""
    for _, root in examples:
        assert "data-search-exclude" in _one(root, ".//cw-answer").attrib
        for excluded in root.findall(".//*[@data-search-exclude]"):
            assert [] == excluded.findall(f".//{excluded.tag}")


def test_no_inline_script_or_style(examples: list[tuple[Question, Element]]) -> None:
    """A strict content security policy has nothing to object to."""
    for _, root in examples:
        for element in root.iter():
            assert element.tag not in ("script", "style")
            assert not [name for name in element.attrib if name == "style" or name[:2] == "on"]


def test_feedback_has_a_status_from_the_start(examples: list[tuple[Question, Element]]) -> None:
    """Screen readers announce what is put into a region that was there before."""
    for _, root in examples:
        assert "" == _text(_one(root, ".//form/*[@role='status']"))


def test_the_lesson_that_teaches_it_is_linked(examples: list[tuple[Question, Element]]) -> None:
    """The answer ends with a link to the lesson."""
    for _, root in examples:
        link = _one(root, ".//cw-answer//*[@data-lesson]/a")
        assert ("../bread/", "How bread rises") == (link.get("href"), _text(link))


def test_of_a_long_prompt_the_last_paragraph_is_the_legend(tmp_path: Path) -> None:
    """What comes before it stands in front of the form, since a legend takes no paragraphs."""
    root = _first(tmp_path, (f"prompt: {STEM}", 'prompt: "It is four.\\n\\nWhat *now*?"'))
    assert "What now?" == _text(_one(root, ".//legend"))
    assert "It is four." == _text(_one(root, "cw-question/p"))


def test_a_prompt_that_ends_in_a_list_still_has_a_legend(tmp_path: Path) -> None:
    """The legend then says that the answer follows."""
    root = _first(tmp_path, (f"prompt: {STEM}", 'prompt: "You have:\\n\\n- tea\\n- milk"'))
    assert "Your answer" == _text(_one(root, ".//legend"))
    assert ["tea", "milk"] == [_text(item) for item in root.findall("cw-question/ul/li")]


def test_a_short_case_is_open_and_a_long_one_waits(tmp_path: Path) -> None:
    """A case read at a glance is in sight; a long one unfolds, so that options stay near."""
    for words, opened in ((20, True), (200, False)):
        root = _with_case(tmp_path / str(words), "word " * words)
        case = _one(root, "cw-question/details")
        assert opened is ("open" in case.attrib)
        assert "The case: Tearoom (fictional)" == _text(_one(case, "summary"))


def _with_case(folder: Path, body: str) -> Element:
    files = edited(QUIZ, (f"prompt: {STEM}", f"prompt: {STEM}\n    case: tearoom"))
    module = "curriculum/modules/tea.yml"
    case = f"cases:\n  - {{id: tearoom, title: Tearoom, fictional: true, body: {body}}}\n"
    views = load_views(write_course(folder, {**files, module: files[module] + case}))
    return _parsed(_html(views, "tea/first-move"))


def test_text_is_never_markup_that_runs(tmp_path: Path) -> None:
    """What an author types as HTML is harmless in options, feedback and stems."""
    attack = "'<img src=x onerror=alert(1)><script>alert(1)</script>Kettle'"
    root = _first(tmp_path, (STEM, attack), ("Boil a kettle of water", attack))
    assert [] == root.findall(".//script")
    assert not [e for e in root.iter() if any(name.startswith("on") for name in e.attrib)]


def test_every_word_that_a_script_says_exists() -> None:
    """Each phrase named in a script has its words in the locale."""
    words = {name.partition(".")[0] for name in Words("en").section("browser")}
    scripts = [*FOLDER.rglob("*.js"), *(THEME / "assets" / f"{it}.js" for it in SPEAKERS)]
    said = r'(?:say|word|headline): \["([a-z-]+)"|(?:say|remark)\(\["([a-z-]+)"'
    texts = [path.read_text(encoding="utf-8") for path in scripts]
    named = {"".join(found) for text in texts for found in re.findall(said, text)}
    assert len(named) > 5
    assert set() == named - words


def test_five_questions_weigh_little(views: Views) -> None:
    """Five questions take at most 3 kB on the wire."""
    refs = [question.ref for question in views.course.questions][:5]
    page = "\n".join(_html(views, ref) for ref in refs)
    assert len(gzip.compress(page.encode(), 9)) <= 3_000


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_the_scripts_of_a_page_weigh_little(kind: str) -> None:
    """A page with one kind of question loads at most 12 kB of our script, all of it counted."""
    wanted = {f"assets/coursewright/{n}" for n in ("main.js", "words.js", f"kinds/{kind}.js")}
    found = {a.path: gzip.compress(a.content, 9) for a in assets("en") if a.path in wanted}
    assert wanted == set(found)
    inside = gzip.compress(guard().encode(), 9)
    assert sum(map(len, (inside, *found.values()))) <= 12_000


AIDED = """\
    hints:
      - Think of the *water* [@C1].
      - It takes a kettle.
    confidence: true
    tries: 3
    figure: pot
    was: [old-move]
"""
FIGURE = """\
figures:
  - {id: pot, title: A pot, file: figures/pot.svg, text: A pot with a lid.}
"""
SVG = '<svg xmlns="http://www.w3.org/2000/svg"><g id="lid"><path d="M0 0h9"/></g></svg>'


def _aided(folder: Path, more: str = AIDED) -> Views:
    files = edited(QUIZ, (f"prompt: {STEM}\n", f"prompt: {STEM}\n{more.replace(' [@C1]', '')}"))
    module = "curriculum/modules/tea.yml"
    files = {**files, module: files[module] + FIGURE, "curriculum/figures/pot.svg": SVG}
    return load_views(write_course(folder, files))


def test_hints_unfold_one_inside_the_other(tmp_path: Path) -> None:
    """Without a script each hint comes after the one before it, and search meets none."""
    root = _parsed(_html(_aided(tmp_path), "tea/first-move"))
    hints = _one(root, ".//form/cw-hints")
    assert "data-search-exclude" in hints.attrib
    assert "Hint 1 of 2" == _text(_one(hints, "details/summary"))
    assert "Think of the water." == _text(_one(hints, "details/div"))
    assert "Hint 2 of 2 It takes a kettle." == _text(_one(hints, "details/details"))


def test_marks_are_shown_before_answering(tmp_path: Path) -> None:
    """How sure one is, is asked in the same form, with what it earns."""
    root = _parsed(_html(_aided(tmp_path), "tea/first-move"))
    sure = _one(root, ".//form/fieldset[@class='cw-sure']")
    assert _text(_one(sure, "legend")).startswith("How sure are you?")
    said = [_text(label) for label in sure.findall(".//label")]
    assert [("1", "+1", "0"), ("2", "+2", "−2"), ("3", "+3", "−6")] == [
        (box.get("value"), *re.findall(r"[+−]?\d", words))
        for box, words in zip(sure.findall(".//input"), said, strict=True)
    ]


def test_what_the_script_needs_to_know_is_said(tmp_path: Path) -> None:
    """Tries until the answer may be seen, and what the question was called before."""
    element = _one(_parsed(_html(_aided(tmp_path), "tea/first-move")), "cw-question")
    assert ("3", "tea/old-move") == (element.get("data-tries"), element.get("data-was"))


def test_a_figure_stands_before_the_form(tmp_path: Path) -> None:
    """It has its name and its text, and can be placed again without an id standing twice."""
    views = _aided(tmp_path, AIDED + '    explanation: "![](figure:pot)"\n')
    root = _parsed(_html(views, "tea/first-move"))
    figure = _one(root, "cw-question/figure")
    assert "A pot" == _one(figure, "div").get("aria-label")
    assert "A pot with a lid." in _text(figure)
    ids = [element.get("id") for element in root.iter() if "id" in element.attrib]
    assert len(ids) == len(set(ids))
    assert {"figure-pot", "figure-pot-lid", "figure-pot-again-2"} <= set(ids)


def test_a_stem_places_figures_and_tables(tmp_path: Path) -> None:
    """A prompt may show what it asks about; the legend then says that the answer follows."""
    files = edited(QUIZ, (f"prompt: {STEM}", 'prompt: "What is it?\\n\\n![](figure:pot)"'))
    module = "curriculum/modules/tea.yml"
    files = {**files, module: files[module] + FIGURE, "curriculum/figures/pot.svg": SVG}
    root = _parsed(_html(load_views(write_course(tmp_path, files)), "tea/first-move"))
    assert "What is it?" == _text(_one(root, "cw-question/p"))
    assert "figure-pot" == _one(root, "cw-question/figure").get("id")


def test_options_change_places_where_that_is_harmless(tmp_path: Path) -> None:
    """Three or more do, unless the author says otherwise or holds one in its place."""
    kettle = "text: Boil a kettle of water\n"
    for number, (shuffled, edit) in enumerate(
        [
            (True, ("", "")),
            (False, (f"prompt: {STEM}\n", f"prompt: {STEM}\n    shuffle: false\n")),
            (False, (kettle, f"{kettle}        fixed: true\n")),
        ]
    ):
        root = _first(tmp_path / str(number), edit)
        assert shuffled is bool(root.findall(".//form//*[@data-shuffle]"))


def test_a_fixed_option_stays_where_the_author_put_it(tmp_path: Path) -> None:
    """The script moves the others around it, when asked to."""
    edits = (
        (f"prompt: {STEM}\n", f"prompt: {STEM}\n    shuffle: true\n"),
        ("text: Boil a kettle of water\n", "text: Boil a kettle of water\n        fixed: true\n"),
    )
    fixed = _one(_first(tmp_path, *edits), ".//*[@data-fixed]")
    assert "Boil a kettle of water" == _text(fixed)


def test_the_fingerprint_follows_the_words(tmp_path: Path) -> None:
    """Order, feedback and spacing leave it alone; another word in stem or option does not."""
    seen = [
        _one(_first(tmp_path / str(number), edit), "cw-question").get("data-asked")
        for number, edit in enumerate(
            [
                ("", ""),
                ("Milk comes last", "Milk comes late"),
                (STEM, STEM.replace("first", "now")),
                ("Soak the leaf overnight", "Soak the leaf all night"),
            ]
        )
    ]
    assert seen[0] == seen[1]
    assert 3 == len(set(seen))

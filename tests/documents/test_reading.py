"""What authors get wrong, and the sentence they read about it."""

import pytest
from coursewright.documents import (
    ClaimsDocument,
    CourseDocument,
    Document,
    GlossaryDocument,
    ModuleDocument,
    QuizDocument,
    read_document,
)
from coursewright.documents.reading import place_of
from coursewright.positions import parse_yaml
from coursewright.problems import CourseError, Place

QUIZ = """\
id: tea
module: tea
questions:
  - id: first
    kind: single
    objective: brew
    bloom: apply
    prompt: What now?
    options:
      - {text: Boil, correct: true, feedback: Yes.}
      - {text: Wait, feedback: Not yet.}
"""
MODULE = """\
id: tea
title: Making tea
summary: Brew a pot.
objectives: [{id: brew, bloom: apply, text: Brew tea}]
lessons:
  - {id: water, title: Water, summary: Boil it., body: Boil it.}
"""
COURSE = "id: kitchen\ntitle: Kitchen\nsummary: Skills.\n"
BASES: dict[type[Document], str] = {
    QuizDocument: QUIZ,
    ModuleDocument: MODULE,
    CourseDocument: COURSE,
    GlossaryDocument: "terms:\n  - {id: pot, term: Pot, definition: A vessel.}\n",
    ClaimsDocument: """\
claims:
  - {id: C1, text: It is so., type: opinion, strength: weak, because: One says so., sources: [s]}
""",
}


def said(model: type[Document], text: str) -> list[str]:
    """Return each problem that reading the text as a document of this kind meets."""
    with pytest.raises(CourseError) as caught:
        read_document(model, parse_yaml(text, "f.yml"))
    return [str(problem) for problem in caught.value.problems]


def edited(model: type[Document], old: str, new: str) -> str:
    """Return the text of a good document with one thing changed."""
    assert old in BASES[model]
    return BASES[model].replace(old, new, 1)


@pytest.mark.parametrize("model", BASES, ids=lambda model: model.__name__)
def test_good_documents_are_read(model: type[Document]) -> None:
    """The texts that the other tests spoil are good before."""
    assert isinstance(read_document(model, parse_yaml(BASES[model], "f.yml")), model)


KEYS = [
    (CourseDocument, "title:", "titel:", "2:1", "the file", "titel", "title"),
    (QuizDocument, "module:", "modul:", "2:1", "the file", "modul", "module"),
    (QuizDocument, "module:", "Module:", "2:1", "the file", "Module", "module"),
    (QuizDocument, "kind:", "Kind:", "5:5", "question", "Kind", "kind"),
    (QuizDocument, "prompt:", "promt:", "8:5", "question", "promt", "prompt"),
    (QuizDocument, "correct:", "corect:", "10:22", "option", "corect", "correct"),
    (QuizDocument, "feedback:", "feedbak:", "10:37", "option", "feedbak", "feedback"),
    (ModuleDocument, "lessons:", "lesson:", "5:1", "the file", "lesson", "lessons"),
    (ModuleDocument, "body:", "boddy:", "6:50", "lesson", "boddy", "body"),
    (ModuleDocument, "bloom:", "blom:", "4:25", "objective", "blom", "bloom"),
    (GlossaryDocument, "term:", "trem:", "2:15", "term", "trem", "term"),
    (ClaimsDocument, "because:", "becuse:", "2:62", "claim", "becuse", "because"),
]


def test_a_no_break_space_in_a_key_is_said() -> None:
    """It looks like any other space, so the key looks right."""
    expected = 'f.yml:2:1: the file has no key "title\xa0". It holds a no-break space, '
    found = said(CourseDocument, edited(CourseDocument, "title:", "title\xa0:"))
    assert any(problem.startswith(expected) for problem in found)


@pytest.mark.parametrize(
    ("model", "old", "new", "at", "owner", "wrong", "right"), KEYS, ids=[key[5] for key in KEYS]
)
def test_an_unknown_key_suggests_the_nearest(
    model: type[Document], old: str, new: str, at: str, owner: str, wrong: str, right: str
) -> None:
    """At every depth, at the place of the key."""
    expected = f'f.yml:{at}: {owner} has no key "{wrong}". Did you mean "{right}"?'
    assert expected in said(model, edited(model, old, new))


@pytest.mark.parametrize(
    ("more", "at", "owner", "wrong", "right"),
    [
        ("apply: {task: Do it., manger: Ask.}", "7:23", "apply", "manger", "manager"),
        ("tables: [{id: t, titel: T}]", "7:18", "table", "titel", "title"),
        (
            "facilitation: {minutes: 9, agenda: [{minutes: 9, titel: T}]}",
            "7:50",
            "agenda",
            "titel",
            "title",
        ),
        (
            "facilitation: {minutes: 9, pitfalls: [{text: T, sya: S}]}",
            "7:49",
            "pitfall",
            "sya",
            "say",
        ),
    ],
)
def test_so_do_keys_of_optional_parts(
    more: str, at: str, owner: str, wrong: str, right: str
) -> None:
    """Groups in lists in groups."""
    expected = f'f.yml:{at}: {owner} has no key "{wrong}". Did you mean "{right}"?'
    assert expected in said(ModuleDocument, MODULE + more + "\n")


def test_a_key_like_no_other_lists_what_there_is() -> None:
    """Nothing is guessed."""
    keys = "audience, id, instruments, language, modules, paths, requires, summary"
    expected = f'f.yml:4:1: the file has no key "xyzzy". There are, among others: {keys}.'
    assert [expected] == said(CourseDocument, COURSE + "xyzzy: 1\n")


def test_a_key_of_another_kind_of_question_is_not_suggested() -> None:
    """Only the keys of the question's own kind are known."""
    text = QUIZ.replace("    options:", "    reasons: []\n    options:")
    (problem,) = said(QuizDocument, text)
    assert problem.startswith('f.yml:9:5: question has no key "reasons". There are')
    assert "feedback_true" not in problem


TRAPS = [
    ("3", "3", ""),
    ("1.10", "1.10", ""),
    ("true", "true", ""),
    ("no", "no", ", which YAML reads as false"),
    ("on", "on", ", which YAML reads as true"),
    ("~", "~", ", which YAML reads as nothing"),
    ("010", "010", ", which YAML reads as 8"),
    ("12:30", "12:30", ", which YAML reads as 750"),
    ("1_000", "1_000", ", which YAML reads as 1000"),
    ("2016-04-13", "2016-04-13", ", which YAML reads as the date 2016-04-13"),
    (".inf", ".inf", ", which YAML reads as infinity"),
]


@pytest.mark.parametrize(("written", "got", "reads"), TRAPS, ids=[trap[0] for trap in TRAPS])
def test_what_yaml_takes_for_something_else_must_be_quoted(
    written: str, got: str, reads: str
) -> None:
    """Numbers, truth values and dates where text is meant."""
    text = edited(QuizDocument, "text: Wait", f"text: {written}")
    expected = f'f.yml:11:16: option text must be text, got {got}{reads}. Quote it: "{got}".'
    assert [expected] == said(QuizDocument, text)


GROUP = 'Write keys below it, each as "key: value", two spaces further in.'
ITEMS = 'Start each item on a line of its own with "- ".'
QUOTES = 'Write one text. If it holds ": " or starts with "[" or "{", put it in quotes.'
RIGHT = 'Put "correct: true" on what is right, and leave it out of the rest.'
KEBAB = 'Use small letters, digits and single hyphens, such as "first-steps".'
QUIZZES = [
    ("text: Wait", "text: [Wait]", f"11:16: option text must be text, got a list. {QUOTES}"),
    (
        "text: Wait",
        "text: {a: b}",
        f"11:16: option text must be text, got a group of keys. {QUOTES}",
    ),
    (
        "prompt: What now?",
        "prompt:",
        "8:12: question prompt is empty. Write its text, or remove the key.",
    ),
    ("text: Wait", "text: ' '", "11:16: option text is empty. Write its text, or remove the key."),
    (
        "correct: true",
        "correct: yes",
        "10:31: option correct must be true or false, got yes. Write true or false, unquoted.",
    ),
    (
        "correct: true",
        "correct: 'true'",
        "10:31: option correct must be true or false, got true. Write true or false, unquoted.",
    ),
    (
        ", correct: true",
        "",
        f"4:5: question marks 0 options as correct, and must mark exactly one. {RIGHT}",
    ),
    (
        "text: Wait",
        "correct: true, text: Wait",
        f"4:5: question marks 2 options as correct, and must mark exactly one. {RIGHT}",
    ),
    (
        "text: Wait",
        "text: boil",
        "4:5: question has the same option twice. Change or remove one of the two.",
    ),
    ("id: first", "id: First One", f"4:9: question id cannot be written First One. {KEBAB}"),
    ("bloom: apply", "bloom: aply", '7:12: question bloom cannot be aply. Did you mean "apply"?'),
    (
        "bloom: apply",
        "bloom: no",
        (
            "7:12: question bloom cannot be no. "
            "There are: analyze, apply, create, evaluate, remember, understand."
        ),
    ),
    (
        "kind: single",
        "kind: singel",
        '5:11: there is no kind of question "singel". Did you mean "single"?',
    ),
    ("kind: single", "kind: [single]", '5:11: there is no kind of question "a list". There are'),
    ("kind: single", "kind: no", '5:11: there is no kind of question "no". There are'),
    ("    kind: single\n", "", '4:5: question has no kind. Add "kind:" with one of: '),
    ("    prompt: What now?\n", "", '4:5: question has no prompt. Add "prompt:" to it.'),
    ("module: tea\n", "", '1:1: the file has no module. Add "module:" to it.'),
]


@pytest.mark.parametrize(("old", "new", "expected"), QUIZZES, ids=[quiz[1] for quiz in QUIZZES])
def test_wrong_questions_say_what_and_where(old: str, new: str, expected: str) -> None:
    """Exactly one problem, at its line and column, with its cure."""
    (problem,) = said(QuizDocument, edited(QuizDocument, old, new))
    assert problem.startswith(f"f.yml:{expected}")


MODULES = [
    ("was: {a: old}", f"7:6: was must be a list, got a group of keys. {ITEMS}"),
    ("was: Old", f"7:6: was cannot be written Old. {KEBAB}"),
    ("takeaways: {a: b}", f"7:12: takeaways must be a list, got a group of keys. {ITEMS}"),
    ("apply: Do it.", f"7:8: apply must be a group of keys, got Do it.. {GROUP}"),
    ("apply: [a]", f"7:8: apply must be a group of keys, got a list. {GROUP}"),
    ("prerequisites: [Not_It]", f"7:17: prerequisite cannot be written Not_It. {KEBAB}"),
    ("takeaways: [7]", '7:13: takeaway must be text, got 7. Quote it: "7".'),
    (
        "facilitation: {minutes: 0}",
        "7:25: facilitation minutes must be at least 1, got 0. Write a larger number.",
    ),
    (
        "facilitation: {minutes: 601}",
        "7:25: facilitation minutes must be at most 600, got 601. Write a smaller number.",
    ),
    (
        "facilitation: {minutes: '60'}",
        "7:25: facilitation minutes must be a whole number, got 60. Write digits only, unquoted.",
    ),
    (
        "facilitation: {minutes: 1.5}",
        "7:25: facilitation minutes must be a whole number, got 1.5. Write digits only, unquoted.",
    ),
    (
        "facilitation: {minutes: 1:30}",
        "7:25: facilitation minutes must be a whole number, got 1:30. Write digits only, unquoted.",
    ),
    (
        "tables: [{id: t, title: T, columns: [a], rows: [[x]]}]",
        "7:37: there are too few items in table columns. Give at least 2.",
    ),
    (
        "figures: [{id: f, title: T, text: T, file: ../x.svg}]",
        (
            "7:44: figure file cannot be written ../x.svg. "
            "Name an SVG file under the curriculum folder"
        ),
    ),
    (
        "figures: [{id: f, title: T, text: T, file: x.png}]",
        "7:44: figure file cannot be written x.png. Name an SVG file",
    ),
    (
        "cases: [{id: c, title: C, fictional: On, body: B}]",
        "7:38: case fictional must be true or false, got On. ",
    ),
]


@pytest.mark.parametrize(("more", "expected"), MODULES, ids=[module[0] for module in MODULES])
def test_wrong_modules_say_what_and_where(more: str, expected: str) -> None:
    """Wrong kinds of value, wrong numbers, wrong names."""
    (problem,) = said(ModuleDocument, MODULE + more + "\n")
    assert problem.startswith(f"f.yml:{expected}")


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (
            "summary: |\n  two\n  lines\n",
            "3:10: summary must be one line. Put it on one line, without a | or a line break.",
        ),
        (
            f"summary: {'x' * 401}\n",
            "3:10: summary is longer than 400 characters. Shorten it, or split it in two.",
        ),
        (
            "summary: s\nlanguage: ../en\n",
            (
                "4:11: language cannot be written ../en. "
                'Write a language as HTML does, such as "en" or "de-AT".'
            ),
        ),
        (
            "summary: s\nlanguage: no\n",
            '4:11: language must be text, got no, which YAML reads as false. Quote it: "no".',
        ),
        ("summary: s\nmodules: tea\n", f"4:10: modules must be a list, got tea. {ITEMS}"),
    ],
    ids=["lines", "long", "path", "Norway", "list"],
)
def test_wrong_courses_say_what_and_where(line: str, expected: str) -> None:
    """Also a language that would lead out of the folder of languages, and Norwegian's."""
    assert [f"f.yml:{expected}"] == said(CourseDocument, f"id: k\ntitle: K\n{line}")


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (
            "id: C1",
            "id: C 1",
            (
                "2:10: claim id cannot be written C 1. Use letters, digits and . "
                '_ : - without spaces, such as "C39".'
            ),
        ),
        (
            "sources: [s]",
            "sources: []",
            "2:87: there are too few items in claim sources. Give at least 1.",
        ),
        (
            "strength: weak",
            "strength: Weak",
            '2:52: claim strength cannot be Weak. Did you mean "weak"?',
        ),
        (
            "id: C1",
            "id: C1, year: 99",
            "2:20: claim year must be at least 1000, got 99. Write a larger number.",
        ),
    ],
    ids=["id", "sources", "strength", "year"],
)
def test_wrong_claims_say_what_and_where(old: str, new: str, expected: str) -> None:
    """Their ids follow another pattern, and get another cure."""
    (problem,) = said(ClaimsDocument, edited(ClaimsDocument, old, new))
    assert problem.split(": ", 1)[1] == expected.split(": ", 1)[1]


def test_a_reference_to_a_question_has_one_slash_at_most() -> None:
    """A lesson names a question by its id, or with its bank."""
    text = edited(ModuleDocument, "id: water", "questions: [a/b/c], id: water")
    expected = "question cannot be written a/b/c. Write the question's id, or quiz-id/question-id."
    assert [f"f.yml:6:18: {expected}"] == said(ModuleDocument, text)


@pytest.mark.parametrize(
    ("text", "got"),
    [("- a\n", "a list"), ("just words\n", "just words"), ("3\n", "3")],
    ids=["list", "text", "number"],
)
def test_a_file_must_be_a_group_of_keys(text: str, got: str) -> None:
    """Whatever else it is, it is said at its beginning."""
    expected = f"f.yml:1:1: the file must be a group of keys, got {got}. {GROUP}"
    assert [expected] == said(CourseDocument, text)


def test_a_question_must_be_a_group_of_keys() -> None:
    """Text, a number and nothing in the list of questions."""
    problems = said(QuizDocument, "id: q\nmodule: m\nquestions:\n  - text\n  - 3\n  -\n")
    places = [problem.split(" ")[0] for problem in problems]
    assert ["f.yml:4:5:", "f.yml:5:5:", "f.yml:6:4:"] == places
    assert all("question must be a group of keys" in problem for problem in problems)


def test_every_problem_of_a_file_is_found_at_once() -> None:
    """Sorted by place, so that an author mends from top to bottom."""
    text = QUIZ.replace("id: tea", "id: Tea").replace("apply", "aply").replace("Wait", "no")
    places = [problem.split(" ")[0] for problem in said(QuizDocument, text)]
    assert ["f.yml:1:5:", "f.yml:7:12:", "f.yml:11:16:"] == places


def test_what_was_got_is_cut_short() -> None:
    """A long value does not bury the message."""
    (problem,) = said(CourseDocument, COURSE.replace("kitchen", "K" * 60))
    assert "K" * 40 + "…" in problem
    assert "K" * 41 not in problem


@pytest.mark.parametrize(
    ("written", "expected"),
    [("@C1", (3, 8)), ("@C12", (2, 8)), ("@C9", (1, 7))],
    ids=["whole id only", "longer id", "not there"],
)
def test_the_place_of_a_mention(written: str, expected: tuple[int, int]) -> None:
    """The first mention inside the value, not a longer id that begins alike."""
    source = parse_yaml("body: |\n  One [@C12].\n  Two [@C1].\n", "f.yml")
    line, column = expected
    assert Place("f.yml", line, column) == place_of(source, ("body",), written)

"""What pages call, read before anything runs."""

import pytest
from coursewright.macros import MACROS
from coursewright.pagecalls import wrong_calls
from jinja2 import Environment

FILE = "docs/index.md"


def _environment() -> Environment:
    made = Environment(autoescape=True)
    made.globals.update(MACROS)
    return made


def _said(text: str, known: set[str] | None = None, offset: int = 0) -> list[str]:
    return [str(p) for p in wrong_calls(text, _environment(), known or set(), FILE, offset)]


@pytest.mark.parametrize(
    "text",
    [
        "Just words.",
        "{{ course_map() }}",
        '{{ lesson("tea/water") }} and {{ glossary() }}',
        "{% for x in range(3) %}{{ x }}{% endfor %}",
        "{% set x = 1 %}{{ x }}",
        "{% raw %}{{ nothing }}{% endraw %}",
        "{# {{ nothing }} #}",
        "{{ '{{' }} nothing }}",
        "{{ page.title }}",
    ],
)
def test_good_pages(text: str) -> None:
    """Macros, variables of the page, loops, and braces that are meant as such."""
    assert [] == _said(text, {"page"})


def test_a_misspelled_macro() -> None:
    """At its line and column, with the nearest name."""
    expected = 'docs/index.md:3:6: there is no macro "lessn". Did you mean "lesson"?'
    assert [expected] == _said('# Title\n\nx {{ lessn("tea/water") }}')


def test_an_unknown_variable_is_a_macro_too() -> None:
    """Pages know nothing else by name."""
    (problem,) = _said("{{ qwxz }}")
    assert problem.startswith('docs/index.md:1:4: there is no macro "qwxz". There are')
    assert "range" not in problem


def test_lines_above_the_text_are_counted() -> None:
    """The head of a page is taken off before its macros are read."""
    (problem,) = _said("{{ lessn() }}", offset=4)
    assert problem.startswith("docs/index.md:5:4:")


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"], ids=ascii)
def test_any_line_end_counts(end: str) -> None:
    """And what is no line end does not."""
    (problem,) = _said(f"a\u2028b\x0cc{end}x {{{{ lessn() }}}}")
    assert problem.startswith("docs/index.md:2:6:")


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("a\n{{ lesson( }}", 2),
        ("{{ lesson('x) }}", 1),
        ("a\n\n{% if x %}", 3),
        ("{% nothing %}", 1),
        ("{{ }}", 1),
    ],
    ids=["parenthesis", "quotation mark", "unclosed block", "unknown tag", "empty"],
)
def test_broken_braces(text: str, line: int) -> None:
    """Said at their line, with what to do."""
    (problem,) = _said(text)
    assert problem.startswith(f"docs/index.md:{line}:1: this macro call cannot be read: ")
    assert problem.endswith("or write the braces as {{ '{{' }}.")


def test_every_wrong_call_is_found() -> None:
    """Not only the first."""
    lines = [problem.split(":")[1] for problem in _said("{{ a1() }}\n{{ lesson() }}\n{{ b2() }}")]
    assert ["1", "3"] == sorted(lines)

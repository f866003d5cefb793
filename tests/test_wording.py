"""All words of the interface stand in the locale file, where translators find them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parents[1] / "macros/coursewright"
TEMPLATES = sorted([*PACKAGE.rglob("*.jinja"), *PACKAGE.rglob("*.html")])
SCRIPTS = sorted(it for it in PACKAGE.rglob("*.js") if "built" not in it.parts)

JINJA = re.compile(r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}", re.DOTALL)
CODE = re.compile(r"<(script|style)\b.*?</\1>|<!--.*?-->|<!doctype[^>]*>", re.DOTALL | re.I)
TAG = re.compile(r"<[^>]*>", re.DOTALL)
SAID = re.compile(r"""\b(?:aria-label|title|alt|placeholder|data-label)\s*=\s*"([^"]*)\"""")
TEXT_IN_JINJA = re.compile(r"""(["'])((?:(?!\1).)*)\1""")
COMMENT = re.compile(r"/\*.*?\*/|(?<![:\"'`\w])//[^\n]*", re.DOTALL)
STRING = re.compile(r"""(["'`])((?:\\.|(?!\1)[^\\\n])*)\1""")
FOR_DEVELOPERS = re.compile(r"(?:console\.\w+|new \w*Error|TypeError)\($")
SENTENCE = re.compile(
    r"[A-Z][a-z]+[,.!?]?(?: [a-z]+)+|[a-z]+ [a-z]+ [a-z]+[.!?]$|^[A-Z][a-z]+[.!?]$"
)


def _ids(path: Path) -> str:
    return path.relative_to(PACKAGE).as_posix()


def words_in_template(text: str) -> list[str]:
    """Return what a template says by itself: between tags, in labels, in its expressions."""
    bare = CODE.sub(" ", text)
    code = [part for part in JINJA.findall(bare) if not part.startswith("{#")]
    literals = [said for part in code for _, said in TEXT_IN_JINJA.findall(part)]
    sentences = [said for said in literals if SENTENCE.search(said)]
    html = JINJA.sub("", bare)
    labels = [said for said in SAID.findall(html) if re.search("[A-Za-z]{2}", said)]
    between = [said.strip() for said in TAG.sub("\n", html).splitlines()]
    return sentences + labels + [said for said in between if re.search("[A-Za-z]{2}", said)]


def words_in_script(text: str) -> list[str]:
    """Return the sentences that a script holds, except those it tells developers."""
    return list(_sentences(COMMENT.sub(" ", text)))


def _sentences(code: str) -> Iterator[str]:
    for found in STRING.finditer(code):
        if FOR_DEVELOPERS.search(code[: found.start()].rstrip()):
            continue
        if SENTENCE.search(re.sub(r"\$\{[^}]*\}", "x", found[2])):
            yield found[2]


@pytest.mark.parametrize("path", TEMPLATES, ids=_ids)
def test_no_template_speaks(path: Path) -> None:
    """What a template says comes from the locale file or from the course."""
    assert [] == words_in_template(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", SCRIPTS, ids=_ids)
def test_no_script_speaks(path: Path) -> None:
    """What a script says comes from the locale file or from the course."""
    assert [] == words_in_script(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    "text",
    [
        "<p>Check answer</p>",
        '<button aria-label="Close">x</button>',
        '<p>{{ "Try it again" if again }}</p>',
        "<p>\n  Right\n</p>",
    ],
)
def test_a_word_in_a_template_is_found(text: str) -> None:
    """Wherever it stands."""
    assert [] != words_in_template(text)


@pytest.mark.parametrize(
    "text",
    [
        'button.textContent = "Check answer";',
        "said = `You have ${count} left`;",
        "status.textContent = 'Saved.';",
    ],
)
def test_a_word_in_a_script_is_found(text: str) -> None:
    """However it is quoted."""
    assert [] != words_in_script(text)


def test_what_developers_read_may_stand_in_a_script() -> None:
    """Learners never see the console."""
    assert [] == words_in_script('console.warn("Progress is not shown:", error); // Saved it all.')

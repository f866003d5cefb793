"""Markdown written in YAML becomes safe HTML."""

import re
import time
from html.parser import HTMLParser
from pathlib import Path

import pytest
from coursewright.documents.markup import PLACED, SCHEMES
from coursewright.model import MAX_LINES, Markdown
from coursewright.views import Links, PageView, Views, escaped, plain
from coursewright.views.prose import ATTRIBUTES, TAGS, convert, inline
from markdown import Markdown as Converter
from pydantic import TypeAdapter, ValidationError

from tests.courses import MODULE, course_of, edited
from tests.views.payloads import PAYLOADS


class _Audit(HTMLParser):
    """Lists everything in a text that is not on the list of what is allowed."""

    SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)
    SAFE = frozenset(("http", "https", "mailto", "cite", *SCHEMES, *PLACED))

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in TAGS:
            self.found.append(f"<{tag}>")
        for name, value in attrs:
            if name not in ATTRIBUTES.get(tag, set()):
                self.found.append(f"<{tag} {name}>")
            # Browsers drop controls anywhere in an address, and blanks before it.
            scheme = self.SCHEME.match(re.sub(r"[\x00-\x1f]", "", value or "").lstrip())
            if name in ("href", "src") and scheme and scheme[1].lower() not in self.SAFE:
                self.found.append(f"{name}={value}")

    def handle_decl(self, decl: str) -> None:
        self.found.append(f"<!{decl}>")

    def handle_comment(self, data: str) -> None:
        self.found.append(f"<!--{data}-->")

    def handle_pi(self, data: str) -> None:
        self.found.append(f"<?{data}>")


def test_there_are_enough_payloads() -> None:
    """At least fifty ways to run a script."""
    assert 50 <= len(PAYLOADS)


@pytest.mark.parametrize(
    ("bad", "found"),
    [
        ("<script>x</script>", "<script>"),
        ('<p onclick="x">', "<p onclick>"),
        ('<a href="java\tscript:x">', "href=java\tscript:x"),
        ("<!-- x -->", "<!-- x -->"),
    ],
    ids=["element", "event", "address", "comment"],
)
def test_the_audit_sees(bad: str, found: str) -> None:
    """The check below would not pass over what is dangerous."""
    assert [found] == _Audit(bad).found


@pytest.mark.parametrize("payload", PAYLOADS.values(), ids=PAYLOADS)
def test_no_text_can_run(payload: str) -> None:
    """Only allowed elements, attributes and addresses come out, alone or in other text."""
    for text in (
        payload,
        f"Before {payload} after",
        f"- {payload}",
        f"> {payload}",
        f"`{payload}`",
    ):
        assert [] == _Audit(convert(text)).found
        assert [] == _Audit(inline(text)).found


@pytest.mark.parametrize("payload", PAYLOADS.values(), ids=PAYLOADS)
def test_plain_words_are_words(payload: str) -> None:
    """Escaped once more by the template, they show as what they say."""
    assert "\n" not in plain(payload)


def test_no_text_can_run_on_a_page(tmp_path: Path) -> None:
    """Every payload in lessons and questions, seen through templates and weaving."""
    texts = "\n\n".join(PAYLOADS.values()).replace("lesson:", "https:")
    everything = re.sub(r"[\x00-\x08]", "", texts)
    body = everything.replace("\n", "\n      ")
    files = edited(
        MODULE, ("      ## At the kettle\n", f"      ## At the kettle\n\n      {body}\n")
    )
    view = PageView(Views(course_of(tmp_path, files)), Links("x.md"))
    module = view.course.modules[0]
    html = "\n".join(view.body(module.lessons[0].document.body, module))
    tags = {tag.lower() for tag in re.findall(r"<([a-zA-Z][\w-]*)", html)}
    assert set() == tags - TAGS
    assert not re.search(r"<[^>]*\s(on\w+|style|srcdoc|formaction)\s*=", html, re.IGNORECASE)


WORKS = {
    "paragraphs": ("a\n\nb", "<p>a</p>\n<p>b</p>"),
    "emphasis": ("*a* and **b**", "<p><em>a</em> and <strong>b</strong></p>"),
    "code": ("`<b>`", "<p><code>&lt;b&gt;</code></p>"),
    "list": ("- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>"),
    "numbered list": ("3. a\n4. b", '<ol start="3">\n<li>a</li>\n<li>b</li>\n</ol>'),
    "quote": ("> a", "<blockquote>\n<p>a</p>\n</blockquote>"),
    "rule": ("a\n\n---\n\nb", "<p>a</p>\n<hr>\n<p>b</p>"),
    "heading": ("## A", "<h2>A</h2>"),
    "link": ("[a](https://b.org)", '<p><a href="https://b.org">a</a></p>'),
    "mail": ("[a](mailto:b@c.org)", '<p><a href="mailto:b@c.org">a</a></p>'),
    "relative link": ("[a](../b/)", '<p><a href="../b/">a</a></p>'),
    "course link": ("[a](lesson:b/c)", '<p><a href="lesson:b/c">a</a></p>'),
    "citation": ("So [@C1; @C2].", '<p>So <a href="cite:C1;C2">@C1; @C2</a>.</p>'),
    "citation in code": ("`[@C1]`", "<p><code>[@C1]</code></p>"),
    "keys": ("<kbd>Ctrl</kbd>", "<p><kbd>Ctrl</kbd></p>"),
    "ampersand": ("R&D at 5 < 6", "<p>R&amp;D at 5 &lt; 6</p>"),
    "quotes": ("\"a\" 'b'", "<p>\"a\" 'b'</p>"),
    "plain words": ("Just words, with a dash - here.", "<p>Just words, with a dash - here.</p>"),
    "a number and a dot": ("It was 1990. Then", "<p>It was 1990. Then</p>"),
    "code block": ("```\na\n\n\nb\n```", "<pre><code>a\n&#10;\nb\n</code></pre>"),
}


@pytest.mark.parametrize(("text", "expected"), WORKS.values(), ids=WORKS)
def test_markdown_that_works(text: str, expected: str) -> None:
    """What authors are promised."""
    assert expected == convert(text)


def test_tables_work() -> None:
    """With head and body."""
    html = convert("| A | B |\n|---|---|\n| a | *b* |")
    assert re.sub(r"\s", "", html).startswith("<table><thead><tr><th>A</th><th>B</th></tr></thead>")
    assert "<td><em>b</em></td>" in html


def test_boxes_work() -> None:
    """With a class for the theme and a title."""
    html = convert('!!! note "Mind"\n    The gap.')
    assert '<div class="admonition note">' in html
    assert '<p class="admonition-title">Mind</p>' in html
    assert "<p>The gap.</p>" in html


def test_one_paragraph_goes_inline() -> None:
    """Without its element; more than one keep theirs."""
    assert "a <em>b</em>" == inline("a *b*")
    assert "<p>a</p>\n<p>b</p>" == inline("a\n\nb")
    assert "<ul>\n<li>a</li>\n</ul>" == inline("- a")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A *b* [c](https://d.org) [@C1].", "A b c ."),
        ("a\n\n- b\n- c", "a b c"),
        ("R&D < 5", "R&D < 5"),
        ("`<b>`", "<b>"),
        ('<abbr title="x > y">z</abbr>', "z"),
    ],
    ids=["inline", "blocks", "entities", "code", "attribute"],
)
def test_plain_words(text: str, expected: str) -> None:
    """Without markup, on one line."""
    assert expected == plain(text)


ODD_TITLES = [
    "Ask: who & why",
    "A {#b} {: .c}",
    "a < b > c ~ ^ = $ @ | x",
    "*a* _b_ `c` [d](e) ![f] **g**",
    r"C:\x \*",
    "# hash #",
    "<script>alert(1)</script>",
    "&amp; &lt; &#58;",
    "1. one",
    "- dash",
    "[@C1]",
]


@pytest.mark.parametrize("title", ODD_TITLES)
def test_escaped_text_shows_as_it_is(title: str) -> None:
    """In a heading, with every extension a site uses."""
    extensions = ["admonition", "attr_list", "md_in_html", "tables", "toc", "pymdownx.superfences"]
    html = Converter(extensions=extensions).convert(f"# {escaped(title)}")
    found = re.fullmatch(r'<h1 id="[^"]*">(.*)</h1>', html)
    assert found, html
    parts = _Words(found[1])
    assert (title, []) == (parts.text, parts.tags)


class _Words(HTMLParser):
    """The words of a text, and the elements in it."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.text = ""
        self.tags: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, _attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)

    def handle_data(self, data: str) -> None:
        self.text += data


SLOW = ["[a]()", "[a](<)>", "<a>", "<ul><li>", "***a", "`a``b", "&#1;", "> - ", "(a", "**_*a"]


@pytest.mark.parametrize("unit", [*SLOW, "# a\n", "- a\n", "---\n", "!!! a\n", "a\n: b\n", "> a\n"])
def test_no_text_takes_long(unit: str) -> None:
    """Repeated as often as a text of ordinary length can hold it."""
    text = (unit * 8_000)[:8_000]
    text = "\n".join(text.splitlines()[:MAX_LINES])
    started = time.process_time()
    if _accepted(text):
        convert(text)
    assert time.process_time() - started < 2


def _accepted(text: str) -> bool:
    try:
        return bool(TypeAdapter(Markdown).validate_python(text))
    except ValidationError:
        return False


@pytest.mark.parametrize(
    "address",
    [
        "https://example.org/a",
        "HTTP:a",
        "//example.org/a",
        "/\\example.org/a",
        "/&#9;/example.org/a",
    ],
)
def test_pictures_are_asked_of_no_other_host(address: str) -> None:
    """What they show is still said in words."""
    html = convert(f'<img alt="A cup" src="{address}">')
    assert "src" not in html
    assert "A cup" in html


def test_pictures_of_the_site_are_kept() -> None:
    """Placed ones, and those by their path."""
    assert 'src="figure:cup"' in convert("![A cup](figure:cup)")
    assert 'src="../cup.png"' in convert("![A cup](../cup.png)")

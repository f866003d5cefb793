"""The policy that every page carries."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from coursewright.building import build
from coursewright.policy import STAND_IN, Policy, without_styles

TEA = Path(__file__).parent / "sites/tea"
BEGINNING = re.compile(
    r"<head>\s*<meta charset=\"utf-8\">\s*"
    r"<meta http-equiv=\"Content-Security-Policy\" content=\"([^\"]*)\">"
)
EMPTY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "font-src 'self'; connect-src 'self'; worker-src 'self'; manifest-src 'self'; "
    "base-uri 'none'; form-action 'none'; object-src 'none'"
)
HELLO = "'sha256-ZlFB6j4XVYsoc6zj5zscXjEu8NgM076kTrgrzd/QH8o='"
"""Of `let hello`, as openssl computes it."""


@pytest.fixture
def tea(tmp_path: Path) -> Path:
    """A copy of a golden course."""
    target = tmp_path / "tea"
    shutil.copytree(TEA, target, ignore=shutil.ignore_patterns("expected"))
    return target


def _said(page: str) -> str:
    policy = Policy()
    policy.read(page, Path("x.html"))
    return str(policy)


def _policies(site: Path) -> set[str]:
    """Return every policy of a site's pages, each of which begins with one."""
    pages = [path.read_text(encoding="utf-8") for path in site.rglob("*.html")]
    found = [BEGINNING.search(page) for page in pages]
    assert [] == [page for page, head in zip(pages, found, strict=True) if not head]
    return {head[1] for head in found if head}


def test_nothing_inline_needs_no_hash() -> None:
    """Of a page that only names its scripts, the policy is the one that is documented."""
    assert EMPTY == _said('<script src="a.js"></script><script type="application/json">{}</script>')


@pytest.mark.parametrize(
    "script",
    [
        "<script>let hello</script>",
        "<script >let hello</script >",
        '<script type="module">let hello</script>',
        "<SCRIPT>let hello</SCRIPT>",
        "<script>let hello</script>" * 2,
        '<script src="a.js"></script><script>let hello</script>',
    ],
)
def test_a_script_is_known_by_its_hash(script: str) -> None:
    """However it is written, and once for all that are the same."""
    assert EMPTY.replace("script-src 'self'", f"script-src 'self' {HELLO}") == _said(script)


def test_a_script_is_hashed_as_browsers_read_it() -> None:
    """Which turn every end of a line into one character."""
    assert _said("<script>a\nb\nc</script>") == _said("<script>a\r\nb\rc</script>")


def test_a_style_element_is_known_by_its_hash() -> None:
    """The theme writes one where a site chooses icons of its own."""
    assert EMPTY.replace("style-src 'self'", f"style-src 'self' {HELLO}") == _said(
        "<style>let hello</style>"
    )


def test_one_policy_for_all_pages(tmp_path: Path) -> None:
    """Each page's policy knows the scripts of every other."""
    policy = Policy()
    paths = [tmp_path / "a.html", tmp_path / "b.html"]
    for path, script in zip(paths, ["let hello", "let other"], strict=True):
        page = f"<meta content={STAND_IN}><script>{script}</script>"
        path.write_text(page, encoding="utf-8")
        policy.read(page, path)
    policy.write()
    first, second = (path.read_text(encoding="utf-8").split("><script>")[0] for path in paths)
    assert first == second == f"<meta content={policy}"
    assert HELLO in first
    assert 2 == first.count("sha256-")


def test_every_page_begins_with_the_same_policy(tea: Path) -> None:
    """Also the one for a missing page, and nothing but the encoding comes before it."""
    site = build(tea / "mkdocs.yml")
    (policy,) = _policies(site)
    read = Policy()
    for path in site.rglob("*.html"):
        read.read(path.read_text(encoding="utf-8"), path)
    assert str(read) == policy
    assert "404.html" in {path.name for path in site.rglob("*.html")}


def test_icons_of_a_site_keep_their_styles(tea: Path) -> None:
    """What Material writes as a style element into every page is known to the policy."""
    config = tea / "mkdocs.yml"
    text = config.read_text(encoding="utf-8")
    icons = "font: false\n  icon: {admonition: {note: octicons/tag-16}}\n"
    config.write_text(text.replace("font: false\n", icons), encoding="utf-8")
    (policy,) = _policies(build(config))
    assert "style-src 'self' 'sha256-" in policy


def test_a_policy_can_be_left_out(tea: Path) -> None:
    """Where no host is, as on a memory stick, `self` is nobody."""
    config = tea / "mkdocs.yml"
    text = config.read_text(encoding="utf-8")
    config.write_text(text.replace("- coursewright", "- coursewright: {policy: false}"), "utf-8")
    pages = [path.read_text(encoding="utf-8") for path in build(config).rglob("*.html")]
    assert [] == [page for page in pages if "Security-Policy" in page or STAND_IN in page]


def test_aligned_columns_need_no_style(tea: Path) -> None:
    """A table written by hand keeps its alignment, by classes."""
    table = "| a | b | c |\n|:--|:-:|--:|\n| 1 | 2 | 3 |\n"
    (tea / "docs/table.md").write_text(f"# Table\n\n{table}", encoding="utf-8")
    page = (build(tea / "mkdocs.yml") / "table/index.html").read_text(encoding="utf-8")
    assert "style=" not in page
    assert '<td class="cw-align-right">3</td>' in page


def test_other_styles_are_left_for_the_author_to_mend() -> None:
    """Only what Markdown itself writes is known to mean a class."""
    assert '<td style="color: red">' == without_styles('<td style="color: red">')


def test_plain_mkdocs_writes_it_too(tea: Path) -> None:
    """A build without our command has the same policy."""
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", "plain"]
    subprocess.run(command, cwd=tea, check=True, env=environment)
    assert _policies(tea / "plain") == _policies(build(tea / "mkdocs.yml"))

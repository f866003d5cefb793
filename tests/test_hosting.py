"""The recipes for hosts: nginx for real, the others as far as they can be read."""

from __future__ import annotations

import fnmatch
import json
import re
import shutil
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from xml.etree import ElementTree

import pytest
import yaml
from coursewright.building import build

from tests.headers import recommended
from tests.nginx import Served, serving

ROOT = Path(__file__).resolve().parents[1]
RECIPES = ROOT / "docs/hosting"
ONLY_ON_HTTPS = "Cross-Origin-Opener-Policy"
SAFE = {name.lower(): value for name, value in recommended().items() if name != ONLY_ON_HTTPS}
"""What every recipe sends, on any host."""
DIGEST = re.compile(r"^[\w./-]+:[\w.-]+@sha256:[0-9a-f]{64}$")
TYPES = {
    ".html": ("text/html; charset=utf-8",),
    ".css": ("text/css; charset=utf-8",),
    ".js": ("application/javascript; charset=utf-8", "text/javascript; charset=utf-8"),
    ".json": ("application/json",),
    ".png": ("image/png",),
    ".xml": ("text/xml; charset=utf-8",),
}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The repository's course, built once."""
    return build(ROOT / "mkdocs.yml", tmp_path_factory.mktemp("hosting") / "site")


@pytest.fixture(scope="module", params=["/", "/teams/course/"], ids=["root", "sub-path"])
def served(
    request: pytest.FixtureRequest, site: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Served]:
    """The same build at the root of a host, and in a folder of one."""
    work = tmp_path_factory.mktemp("nginx")
    folder = work / "www"
    below = folder / request.param.strip("/")
    shutil.copytree(site, below)
    (below / "passwords").symlink_to("/etc/passwd")
    (below / ".git").mkdir()
    (below / ".git/config").write_text("secret", encoding="utf-8")
    with serving(folder, request.param, work) as found:
        yield found


def test_every_file_is_served_as_what_it_is(served: Served, site: Path) -> None:
    """The bytes that were built, with a type that a browser takes them by."""
    files = [path for path in site.rglob("*") if path.is_file()]
    assert len(files) > 100
    for path in files:
        answer = served.get(path.relative_to(site).as_posix())
        assert (200, path.read_bytes()) == (answer.status, answer.body), path
        given = answer.headers["content-type"]
        assert given in TYPES.get(path.suffix, (given,)), path


def test_a_folder_is_its_page(served: Served, site: Path) -> None:
    """With its slash; without, a browser is sent there, whatever the host is called."""
    assert (site / "index.html").read_bytes() == served.get("").body
    assert (site / "glossary/index.html").read_bytes() == served.get("glossary/").body
    moved = served.get("glossary", Host="learn.example")
    assert (301, f"{served.path}glossary/") == (moved.status, moved.headers["location"])


def test_what_is_missing_has_a_page(served: Served, site: Path) -> None:
    """The site's own, and the status of what is missing."""
    answer = served.get("nowhere/")
    assert (404, (site / "404.html").read_bytes()) == (answer.status, answer.body)


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("passwords", {403}),
        (".git/config", {404}),
        ("..%2f..%2f..%2f..%2fetc/passwd", {400, 404}),
        ("%2e%2e/%2e%2e/%2e%2e/%2e%2e/etc/passwd", {400}),
        ("assets/", {403}),
    ],
    ids=["link", "hidden", "upward", "upward in disguise", "listing"],
)
def test_nothing_else_is_served(served: Served, path: str, expected: set[int]) -> None:
    """No link, no hidden file, no file outside of the folder, no list of a folder."""
    answer = served.get(path)
    assert answer.status in expected
    assert b"root:" not in answer.body
    assert b"secret" not in answer.body


def test_files_are_only_read(served: Served) -> None:
    """Nothing can be sent to the server."""
    for method in ("POST", "PUT", "DELETE"):
        assert 405 == served.get("", method=method).status


def test_headers(served: Served) -> None:
    """Nothing is kept without asking, types are not guessed, no version is told."""
    for path in ("", "nowhere/"):
        headers = served.get(path).headers
        assert "no-cache" == headers["cache-control"]
        assert {**headers, **SAFE} == dict(headers)
        assert "nginx" == headers["server"]
    tag = served.get("glossary/").headers["etag"]
    assert (304, b"") == served.get("glossary/", If_None_Match=tag)[::2]


def test_every_recipe_sends_what_is_recommended() -> None:
    """All but the header that browsers ignore, with a warning, on plain http."""
    iis = ElementTree.parse(RECIPES / "iis.xml")  # noqa: S314 - our own file
    sent = {
        it.attrib["name"].lower(): it.attrib["value"] for it in iis.findall(".//customHeaders/add")
    }
    assert SAFE == sent
    text = (RECIPES / "apache.conf").read_text(encoding="utf-8").replace("\\\n", " ")
    lines = re.findall(r'Header always set (\S+) +"?([^"\n]+)"?\n', text)
    assert {**SAFE, "cache-control": "no-cache"} == {name.lower(): value for name, value in lines}


def test_texts_travel_small(served: Served) -> None:
    """Pages, scripts, styles and the search index are compressed for who asks."""
    for path in ("glossary/", "search/search_index.json", "assets/coursewright/main.js"):
        assert "gzip" == served.get(path, Accept_Encoding="gzip").headers["content-encoding"]


def test_iis_knows_every_type(site: Path) -> None:
    """IIS refuses files whose extension it does not know."""
    tree = ElementTree.parse(RECIPES / "iis.xml")  # noqa: S314 - our own file
    known = {found.attrib["fileExtension"] for found in tree.iter("mimeMap")}
    assert set() == {path.suffix for path in site.rglob("*") if path.is_file()} - known
    assert ["index.html"] == [found.attrib["value"] for found in tree.findall(".//files/add")]
    assert ["404.html"] == [found.attrib["path"] for found in tree.iter("error")]


def test_apache_names_what_the_site_has(site: Path) -> None:
    """The pages that it is told of are there."""
    text = (RECIPES / "apache.conf").read_text(encoding="utf-8")
    for name in re.findall(r"^(?:ErrorDocument 404 /|DirectoryIndex )(\S+)", text, re.MULTILINE):
        assert (site / name).is_file()
    assert "Options -Indexes" in text
    assert text.count("<IfModule") == text.count("</IfModule>")


def test_gitlab_checks_and_builds() -> None:
    """Before it publishes; from a pinned image and hashed packages."""
    read = yaml.safe_load((RECIPES / "gitlab-ci.yml").read_text(encoding="utf-8"))
    assert DIGEST.match(read["default"]["image"])
    assert any("--require-hashes" in command for command in read["default"]["before_script"])
    for job in ("preview", "pages"):
        assert "check --links" in read[job]["script"][0]
        assert "build --site-dir public" in read[job]["script"][1]
        assert ["public"] == read[job]["artifacts"]["paths"]


def _instructions() -> list[tuple[str, str]]:
    text = (ROOT / "Containerfile").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    pairs = [line.split(" ", 1) for line in lines]
    return [(word, rest) for word, rest in pairs]


def test_the_container_is_pinned_and_has_no_rights() -> None:
    """Images by digest, packages by hash, no user with rights, the port of the configuration."""
    given = _instructions()
    images = [rest.split(" ")[0] for word, rest in given if word == "FROM"]
    assert 2 == len(images)
    assert all(DIGEST.match(image) for image in images)
    assert any("--require-hashes" in rest for word, rest in given if word == "RUN")
    last = dict(given[[word for word, _ in given].index("FROM", 1) :])
    assert ("101", "8080") == (last["USER"], last["EXPOSE"])
    assert "nginx" == json.loads(last["ENTRYPOINT"])[0]
    assert "listen 8080;" in (RECIPES / "nginx.conf").read_text(encoding="utf-8")


def test_the_container_gets_what_it_copies_and_nothing_more() -> None:
    """Everything that is copied is there and let in; secrets, history and tests are not."""
    lines = (ROOT / ".dockerignore").read_text(encoding="utf-8").splitlines()
    let_in = {line[1:] for line in lines if line.startswith("!")}
    assert "*" == lines[0]
    sources = [
        source.rstrip("/")
        for word, rest in _instructions()
        if word == "COPY" and not rest.startswith("--from")
        for source in rest.split(" ")[:-1]
    ]
    assert [] == [source for source in sources if not (ROOT / source).exists()]
    wanted = [any(fnmatch.fnmatch(s, f"{it}*") for it in let_in) for s in sources]
    assert all(wanted)
    assert set() == {".git", ".venv", "tests", ".env"} & let_in


def test_recipes_are_shown_as_they_are(site: Path) -> None:
    """What the page shows, and what it links to, is the file that is tested here."""
    page = (site / "hosting/publish/index.html").read_text(encoding="utf-8")
    words = " ".join(unescape(re.sub(r"<[^>]+>", "", page)).split())
    for name in ("nginx.conf", "apache.conf", "gitlab-ci.yml", "iis.xml"):
        text = (RECIPES / name).read_text(encoding="utf-8")
        assert " ".join(text.split()) in words, name
        assert text == (site / "hosting" / name).read_text(encoding="utf-8")

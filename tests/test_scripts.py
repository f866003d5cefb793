"""What a page downloads is what people read, built: `tests/runtime` builds it anew and compares."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest
from coursewright import scripts
from coursewright.assets import CLASSIC, WORKER, assets
from coursewright.guards import refuse_old_scripts
from coursewright.problems import CourseError
from coursewright.scripts import BUILT, built, classic, fingerprint


def test_no_page_loads_more_because_of_imports() -> None:
    """Each script holds what it needs, or asks for it when it needs it."""
    found = dict(built())
    assert len(found) > 40
    for path, text in found.items():
        assert not re.search(r"\bimport\s*[{*\"']|\bfrom\s*\"\./", text), path
        assert "/**" not in text


def test_what_a_script_asks_for_exists() -> None:
    """Every address in a built script is that of a file of the site."""
    trainers: dict[str, object] = {"modules": []}
    paths = {it.path.partition("coursewright/")[2] for it in assets("en", trainers, trainers)}
    asked = {
        name for _, text in built() for name in re.findall(r"""["'`]\./([\w/-]+\.js)["'`]""", text)
    }
    assert len(asked) > 20
    assert set() == asked - paths
    assert set(dict(built())) - CLASSIC - {WORKER} <= paths


def test_the_build_is_of_todays_sources() -> None:
    """Or the course is not built, and what to do is said."""
    assert fingerprint() == (BUILT / "sources.sha256").read_text(encoding="utf-8").strip()
    refuse_old_scripts()


def test_old_scripts_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A page would get another script than the one that somebody is working on."""
    before = scripts.BUILT / "sources.sha256"
    other = tmp_path / before.name
    other.write_text("0" * 64, encoding="utf-8")
    monkeypatch.setattr(scripts, "FINGERPRINT", other)
    with pytest.raises(CourseError, match=r'sources\.sha256:1:1: .* Run "make scripts"\.'):
        refuse_old_scripts()
    monkeypatch.setattr(scripts, "_BUILDER", tmp_path / "none.mjs")
    refuse_old_scripts()


def test_modules_become_one_classic_script() -> None:
    """Each runs once, when it is first asked for."""
    loader = """\
export const cwModules = (() => {
  const makers = new Map();
  const made = new Map();
  const need = (path) => {
    if (!made.has(path)) made.set(path, makers.get(path)(async (one) => need(one), path));
    return made.get(path);
  };
  return { add: (path, make) => makers.set("./" + path, make), start: (path) => need("./" + path),
    startPage: () => undefined };
})();
"""
    modules = {
        "a.js": 'const load=(e)=>import(e);import("./b.js").then(({two:t})=>'
        'load("./c.js").then((c) => console.log(t(c.default.d), import.meta.url)));\n',
        "b.js": "const b = (x) => x + 1;function g() {}export{b as two,g};\n",
        "c.js": 'export default {"d": 3};\n',
        "d.js": 'throw new Error("never asked for");\n',
    }
    vendored = {"vendor/e.js": "const t=1,u=( 2 );export{t as one,u};"}
    modules["a.js"] += 'load("./vendor/e.js").then(({ one, u }) => console.log(one + u));\n'
    vendored["vendor/f.js"] = (
        "var A = 4;\nexport { A };\nexport function f() {\n    return A;\n}\nexport { f as g };\n"
    )
    modules["a.js"] += 'load("./vendor/f.js").then(({ A, f, g }) => console.log(A + f() + g()));\n'
    script = classic(loader, {**modules, **vendored}, ["a.js"])
    assert "u=( 2 );" in script
    command = ["node", "--input-type=commonjs", "-e", script]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert ("3\n12\n4 ./a.js\n", "") == (done.stdout, done.stderr)

"""What a page downloads says the same as what people read."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from coursewright.assets import THEME
from coursewright.instruments import FOLDER as INSTRUMENTS
from coursewright.joining import classic, joined, lean
from coursewright.questions import FOLDER

SOURCES = [
    *sorted((THEME / "assets").glob("*.js")),
    *sorted(FOLDER.glob("*/browser.js")),
    *sorted(FOLDER.glob("*/desk.js")),
    *sorted(INSTRUMENTS.glob("*/browser.js")),
]

_COMPARE = """
const { parse } = require("internal/deps/acorn/acorn/dist/acorn");
const { readFileSync } = require("node:fs");
const PLACES = ["start", "end", "raw"];
const members = (found, value) => {
  if (value?.type !== "PrivateIdentifier") return value;
  if (!found.has(value.name)) found.set(value.name, found.size);
  return found.get(value.name);
};
const tree = (file) => {
  const options = { ecmaVersion: "latest", sourceType: "module" };
  const found = parse(readFileSync(file, "utf8"), options);
  const private = new Map();
  const told = (key, value) => (PLACES.includes(key) ? undefined : members(private, value));
  return JSON.stringify(found, told);
};
const files = process.argv.slice(1);
for (let i = 0; i < files.length; i += 2) {
  if (tree(files[i]) !== tree(files[i + 1])) console.error(files[i]);
}
"""


def _same(pairs: list[tuple[Path, Path]]) -> str:
    """Return the names of files whose copies, read as a program, are another one."""
    files = [str(path) for pair in pairs for path in pair]
    done = subprocess.run(
        ["node", "--expose-internals", "-e", _COMPARE, *files],
        capture_output=True,
        text=True,
        check=False,
    )
    return done.stderr


def test_leaving_out_space_changes_no_program(tmp_path: Path) -> None:
    """Read by a parser, each module is what it was: strings and patterns are whole."""
    pairs = [(path, tmp_path / f"{number}.js") for number, path in enumerate(SOURCES)]
    for path, copy in pairs:
        copy.write_text(lean(path.read_text(encoding="utf-8")), encoding="utf-8")
    assert "" == _same(pairs)


def test_nothing_but_code_is_sent() -> None:
    """Comments are for those who read the sources."""
    for path in SOURCES:
        assert "/**" not in lean(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    "text",
    [
        'say("a = b");',
        "say('a , b');",
        "say(`a ? ${b} : c`);",
        "const form = /^ {0,3}a | b/;",
        'text.replace(/ ; "/g, "x");',
        "return / = /.test(a);",
    ],
)
def test_literals_keep_their_spaces(text: str) -> None:
    """What stands in quotes, and in patterns, is not touched."""
    assert "".join(text.split()) != lean(text)
    for inside in ("a = b", "a , b", "a ? ${b} : c", "^ {0,3}a | b", ' ; "', "/ = /"):
        assert (inside in text) is (inside in lean(text))


def test_a_module_holds_what_it_imports(tmp_path: Path) -> None:
    """Each keeps its own scope, and comes once, before those that need it."""
    files = {
        "a.js": 'import { b as two, c } from "./b.js";\nimport { d } from "./c.js";\ntwo(c + d);\n',
        "b.js": 'import { d } from "./c.js";\nconst own = d;\nexport const c = own;\n'
        "export function b(x) {\n  globalThis.got = x;\n}\n",
        "c.js": "const own = 3;\nexport const d = own;\n",
    }
    for name, text in files.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    script = joined(tmp_path / "a.js") + "console.log(globalThis.got);\n"
    for version in (script, lean(script)):
        done = subprocess.run(["node", "-e", version], capture_output=True, text=True, check=False)
        assert ("6\n", "") == (done.stdout, done.stderr)


def test_a_joined_module_offers_what_is_asked_of_it(tmp_path: Path) -> None:
    """What nobody imports is not sent by name."""
    (tmp_path / "a.js").write_text('import { b as two } from "./b.js";\ntwo();\n', encoding="utf-8")
    text = "export const other = 1;\nexport function b() {}\n"
    (tmp_path / "b.js").write_text(text, encoding="utf-8")
    script = joined(tmp_path / "a.js")
    assert "return { b };" in script
    assert "const {b: two}" in script.replace("{ ", "{").replace(" }", "}")


def test_every_import_of_the_questions_script_is_joined() -> None:
    """What a page with questions asks for at once is one file; kinds, words and hints follow."""
    script = joined(THEME / "assets" / "question.js")
    assert "import {" not in script
    assert 1 == script.count("export ")


def test_modules_become_one_classic_script() -> None:
    """Each runs once, when it is first asked for."""
    loader = """\
export const cwModules = (() => {
  const makers = new Map();
  const made = new Map();
  const need = (path) => {
    if (!made.has(path)) made.set(path, makers.get(path)(need, async (one) => need(one), path));
    return made.get(path);
  };
  return { add: (path, make) => makers.set("./" + path, make), start: (path) => need("./" + path),
    startPage: () => undefined };
})();
"""
    modules = {
        "a.js": 'import { b as two } from "./b.js";\nconst load = (path) => import(path);\n'
        'load("./c.js").then((c) => console.log(two(c.default.d), import.meta.url));\n',
        "b.js": "const b = (x) => x + 1;\nfunction g() {}\nexport { b, g };\n",
        "c.js": 'export default {"d": 3};\n',
        "d.js": 'throw new Error("never asked for");\n',
    }
    vendored = {"vendor/e.js": "const t=1,u=( 2 );export{t as one,u};"}
    modules["a.js"] += 'load("./vendor/e.js").then(({ one, u }) => console.log(one + u));\n'
    vendored["vendor/f.js"] = (
        "var A = 4;\nexport { A };\nexport function f() {\n    return A;\n}\nexport { f as g };\n"
    )
    modules["a.js"] += 'load("./vendor/f.js").then(({ A, f, g }) => console.log(A + f() + g()));\n'
    script = classic(loader, modules, vendored, ["a.js"])
    assert "u=( 2 );" in script
    command = ["node", "--input-type=commonjs", "-e", script]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert ("4 ./a.js\n3\n12\n", "") == (done.stdout, done.stderr)

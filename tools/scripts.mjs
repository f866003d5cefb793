/**
 * Builds the scripts that pages load from the modules that people read: each with all that it
 * imports, and short. What it writes is committed, so that a course is built with Python alone.
 *
 *   node tools/scripts.mjs           writes macros/coursewright/theme/built
 *   node tools/scripts.mjs FOLDER    writes there instead
 */

import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";

import { build } from "esbuild";
import { minify } from "terser";

const PACKAGE = fileURLToPath(new URL("../macros/coursewright", import.meta.url));
const ASSETS = join(PACKAGE, "theme/assets");

/** Modules that pages ask for by name; all others come as parts of these. */
const MODULES = [
  "asides",
  "assign-page",
  "assigned",
  "assignments-page",
  "comparison",
  "earlier",
  "gradebook",
  "grading",
  "hand-in",
  "instrument",
  "instrument-files",
  "instrument-result",
  "main",
  "offline-worker",
  "progress-page",
  "progress-path",
  "progress-shown",
  "quiz",
  "quiz-round",
  "quiz-summary",
  "theme-content",
  "theme-results",
  "tips",
  "workshop",
  "workshop-view",
];
/** Scripts that are no modules. */
const CLASSIC = ["offline-modules", "storage-guard"];
/** What each kind, in a folder of its own, brings to pages: where it lies, and where it goes. */
const KINDS = [
  ["questions", "browser", "kinds"],
  ["questions", "desk", "desk"],
  ["instruments", "browser", "fields"],
];

/** Where each built module comes from, by the path that pages know it by. */
function entries() {
  const found = Object.fromEntries(MODULES.map((name) => [name, join(ASSETS, `${name}.js`)]));
  for (const [folder, part, goes] of KINDS) {
    for (const path of files(join(PACKAGE, folder), `${part}.js`)) {
      const kind = basename(dirname(path)).replaceAll("_", "-");
      found[`${goes}/${kind}`] = path;
    }
  }
  return found;
}

/**
 * @param {string} folder
 * @param {string} end
 * @returns {string[]}
 */
function files(folder, end) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((one) => {
    const path = join(folder, one.name);
    if (one.isDirectory() && one.name !== "vendor") return files(path, end);
    return one.isFile() && one.name.endsWith(end) ? [path] : [];
  });
}

/** Everything together, without names that only people need. */
async function modules() {
  const { outputFiles } = await build({
    entryPoints: entries(),
    bundle: true,
    write: false,
    outdir: "/",
    format: "esm",
    target: "es2022",
    minifySyntax: true,
    charset: "utf8",
    legalComments: "none",
    logLevel: "warning",
  });
  return outputFiles.map(({ path, text }) => [path.slice(1), text]);
}

function classics() {
  return CLASSIC.map((name) => [`${name}.js`, readFileSync(join(ASSETS, `${name}.js`), "utf8")]);
}

/**
 * @param {string} text
 * @param {boolean} module
 */
async function short(text, module) {
  const { code } = await minify(text, {
    module,
    ecma: 2020,
    compress: { keep_fargs: false, passes: 4 },
    format: { comments: false },
  });
  return `${code}\n`;
}

/** What tells the scripts' sources of today from those of a build. Read in `scripts.py`, too. */
function fingerprint() {
  const paths = ["theme/assets", "questions", "instruments"].flatMap((folder) =>
    files(join(PACKAGE, folder), ".js"),
  );
  const names = paths.map((path) => relative(PACKAGE, path).replaceAll("\\", "/"));
  const hash = createHash("sha256");
  for (const name of names.sort()) hash.update(name).update(readFileSync(join(PACKAGE, name)));
  return hash.digest("hex");
}

const target = process.argv[2] ?? join(PACKAGE, "theme/built");
rmSync(target, { recursive: true, force: true });
const made = [
  ...(await modules()).map(([path, text]) => [path, short(text, true)]),
  ...classics().map(([path, text]) => [path, short(text, false)]),
];
for (const [path, text] of made) {
  mkdirSync(dirname(join(target, path)), { recursive: true });
  writeFileSync(join(target, path), await text);
}
writeFileSync(join(target, "sources.sha256"), `${fingerprint()}\n`);

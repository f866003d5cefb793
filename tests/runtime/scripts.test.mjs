import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));
const committed = join(root, "macros/coursewright/theme/built");

/**
 * @param {string} folder
 * @param {string} [inside]
 * @returns {Record<string, string>}
 */
function texts(folder, inside = "") {
  const all = readdirSync(join(folder, inside), { withFileTypes: true });
  const each = all.map((one) => {
    const name = join(inside, one.name);
    if (one.isDirectory()) return texts(folder, name);
    return { [name]: readFileSync(join(folder, name), "utf8") };
  });
  return Object.assign({}, ...each);
}

test("what is committed is what the sources build", () => {
  const folder = mkdtempSync(join(tmpdir(), "coursewright-"));
  try {
    execFileSync(process.execPath, [join(root, "tools/scripts.mjs"), folder]);
    const made = texts(folder);
    assert.ok(Object.keys(made).length > 40);
    assert.deepEqual(texts(committed), made);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

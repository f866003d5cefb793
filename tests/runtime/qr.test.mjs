import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { test } from "node:test";

import { shortened } from "../../macros/coursewright/theme/assets/assignment.js";
import { packed } from "../../macros/coursewright/theme/assets/passing.js";
import { MOST_TEXT, QUIET, coded, outlineOf } from "../../macros/coursewright/theme/assets/qr.js";
import { assignment } from "./passed.mjs";

const require = createRequire(import.meta.url);
const jsQR = /** @type {any} */ (require("jsqr"));
const MODULES = new URL("../../node_modules/lean-qr/", import.meta.url);
const VENDOR = new URL("../../macros/coursewright/theme/assets/vendor/", import.meta.url);
const SCALE = 4;

/**
 * What a camera reads when the outline is filled black on white.
 *
 * @param {import("../../macros/coursewright/theme/assets/qr.js").Code} code
 */
function seen(code) {
  const width = (code.size + 2 * QUIET) * SCALE;
  const pixels = new Uint8ClampedArray(width * width * 4).fill(255);
  for (const [, x = "", y = "", long = ""] of outlineOf(code).matchAll(/M(\d+),(\d+)h(\d+)v1H\1z/g)) {
    const [left, top, right] = [+x, +y, +x + +long].map((at) => (at + QUIET) * SCALE);
    for (let row = top ?? 0; row < (top ?? 0) + SCALE; row += 1) {
      for (let column = left ?? 0; column < (right ?? 0); column += 1) {
        pixels.fill(0, (row * width + column) * 4, (row * width + column) * 4 + 3);
      }
    }
  }
  return jsQR(pixels, width, width)?.data;
}

const code = await packed("assignment", shortened(assignment()));

for (const text of [
  `https://team.github.io/course/assignments/#${code}`,
  "http://127.0.0.1:8000/#a",
  "https://example.org/größe/#ü",
  "x".repeat(MOST_TEXT),
]) {
  test(`a code of ${text.length} characters is read as what it holds`, async () => {
    const made = await coded(text);
    assert.ok(made);
    assert.equal(seen(made), text);
  });
}

test("a link too long for a phone's camera gets no code", async () => {
  assert.equal(await coded("x".repeat(MOST_TEXT + 1)), null);
});

test("the encoder is the pinned package's own file, with its license", () => {
  const { devDependencies } = require("../../package.json");
  const { version } = JSON.parse(readFileSync(new URL("package.json", MODULES), "utf8"));
  assert.equal(version, devDependencies["lean-qr"]);
  for (const [ours, theirs] of /** @type {const} */ ([
    ["lean-qr.js", "nano.mjs"],
    ["lean-qr.LICENSE.txt", "LICENSE"],
  ])) {
    assert.deepEqual(readFileSync(new URL(ours, VENDOR)), readFileSync(new URL(theirs, MODULES)));
  }
});

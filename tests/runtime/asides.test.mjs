import assert from "node:assert/strict";
import { test } from "node:test";

import { earned, marksSaid } from "../../macros/coursewright/theme/assets/asides.js";

const right = /** @type {const} */ ({ result: "right" });
const wrong = /** @type {const} */ ({ result: "wrong" });

test("being sure earns more when right, and costs more when wrong", () => {
  const sure = /** @type {const} */ ([1, 2, 3]);
  assert.deepEqual(sure.map((one) => earned(one, right)), [1, 2, 3]);
  assert.deepEqual(sure.map((one) => earned(one, wrong)), [0, -2, -6]);
});

test("what is partly right earns something between", () => {
  assert.equal(earned(3, { result: "partly", score: 2 / 3 }), 0);
  assert.equal(earned(1, { result: "partly", score: 0.2 }), 0);
  assert.equal(earned(2, { result: "partly", score: 0.5 }), 0);
  assert.equal(earned(3, { result: "partly" }), -6);
});

test("marks are said with their sign, and zero without one", () => {
  assert.deepEqual(marksSaid(3, right), ["asides-marks", { count: 3, signed: "+3" }]);
  assert.deepEqual(marksSaid(1, wrong), ["asides-marks", { count: 0, signed: "0" }]);
  assert.deepEqual(marksSaid(3, { result: "partly", score: 0.5 }), [
    "asides-marks",
    { count: 1, signed: "−1" },
  ]);
});

test("sure and wrong is worth a second look", () => {
  assert.deepEqual(marksSaid(3, wrong), ["asides-marks-sure", { count: 6, signed: "−6" }]);
  assert.deepEqual(marksSaid(2, wrong), ["asides-marks-sure", { count: 2, signed: "−2" }]);
});

import assert from "node:assert/strict";
import { test } from "node:test";

import { field, kinds, said } from "./instruments.mjs";

/**
 * @param {string} id
 * @param {unknown} value
 */
const clean = (id, value) => kinds[field(id).kind].clean(field(id), value);

/** @type {[string, unknown, unknown?][]} */
const GOOD = [
  ["washed", { level: 3, note: "Seen on Monday" }],
  ["washed", { level: null, note: "Only a note" }],
  ["washed", { level: null, note: "" }, null],
  ["washed", {}, null],
  ["purpose", "Peace\nand quiet"],
  ["purpose", "", null],
  ["shared", ["tea"]],
  ["shared", [], null],
  ["duties", { "shop/ada": "decides" }],
  ["duties", { "shop/ada": "decides", "shop/ben": "" }, { "shop/ada": "decides" }],
  ["duties", {}, null],
  ["wishes", ["A pan", ""]],
  ["plans", [["it burns", "I open the window"]]],
  ["start", "2026-02-28"],
  ["start", "", null],
  ["review", ""],
];

for (const [id, value, expected = value] of GOOD) {
  test(`an answer passes: ${id} ${JSON.stringify(value)}`, () => {
    assert.deepEqual(clean(id, value), expected);
  });
}

const NOTHING = [undefined, true, 0, -1, 1e308, NaN, {}.toString, Symbol.iterator];
/** @type {[string, unknown][]} */
const BAD = [
  ...["washed", "purpose", "shared", "duties", "wishes", "plans", "start", "review"].flatMap((id) =>
    NOTHING.map((value) => /** @type {[string, unknown]} */ ([id, value])),
  ),
  ["washed", { level: 4, note: "" }],
  ["washed", { level: 0, note: "" }],
  ["washed", { level: "3", note: "" }],
  ["washed", { level: 1.5, note: "" }],
  ["washed", { level: 1, note: 5 }],
  ["washed", { level: 1, note: "x".repeat(2001) }],
  ["washed", [3, "x"]],
  ["purpose", "x".repeat(41)],
  ["purpose", ["x"]],
  ["shared", "tea"],
  ["shared", ["tea", "tea"]],
  ["shared", ["milk"]],
  ["shared", [["tea"]]],
  ["duties", { "shop/ada": "rules" }],
  ["duties", { "shop/eve": "decides" }],
  ["duties", JSON.parse('{"__proto__": "decides"}')],
  ["duties", { constructor: "decides" }],
  ["duties", { "shop/ada": { toString: 1 } }],
  ["duties", [["shop/ada", "decides"]]],
  ["wishes", ["a", "b", "c"]],
  ["wishes", [1]],
  ["wishes", ["x".repeat(301)]],
  ["plans", ["it burns"]],
  ["plans", [["it burns"]]],
  ["plans", [["it burns", "a", "b"]]],
  ["plans", [["it burns", null]]],
  ["start", "2026-02-30"],
  ["start", "2026-13-01"],
  ["start", "26-01-01"],
  ["start", "2026-01-01T00:00"],
  ["start", "99999-01-01"],
];

for (const [id, value] of BAD) {
  test(`no answer: ${id} ${String(JSON.stringify(value)).slice(0, 40)}`, () => {
    assert.equal(clean(id, value), undefined);
  });
}

test("a choice of one takes one", () => {
  assert.equal(kinds["choice"].clean({ ...field("shared"), several: false }, ["salt", "tea"]), undefined);
});

test("cells without options take a text", () => {
  const free = { ...field("duties"), options: [], most: 5 };
  assert.deepEqual(kinds["grid"].clean(free, { "shop/ada": "Mon" }), { "shop/ada": "Mon" });
  assert.equal(kinds["grid"].clean(free, { "shop/ada": "Monday" }), undefined);
});

test("a day is suggested so many days after another one", () => {
  const on = (/** @type {string | null} */ day) => kinds["date"].suggested(field("review"), () => day);
  assert.equal(on("2026-01-31"), "2026-03-02");
  assert.equal(on("2028-01-31"), "2028-03-01");
  assert.equal(on(null), null);
  assert.equal(on("2199-12-31"), null);
});

test("a row needs its option once, as soon as it is begun", () => {
  const flaw = (/** @type {object} */ value) => kinds["grid"].flaw(field("duties"), value, "shop", said);
  assert.equal(flaw({}), "");
  assert.equal(flaw({ "shop/ada": "decides", "shop/ben": "helps" }), "");
  assert.equal(flaw({ "shop/ada": "helps" }), "instrument-flag-none Decides 0");
  assert.equal(flaw({ "shop/ada": "decides", "shop/ben": "decides" }), "instrument-flag-many Decides 2");
});

test("what files say of each kind", () => {
  const lines = (/** @type {string} */ id, /** @type {any} */ value) =>
    kinds[field(id).kind].lines(field(id), value, said);
  assert.deepEqual(lines("washed", { level: 2, note: "Seen" }), [
    ["", "instrument-level 2 Sometimes"],
    ["instrument-evidence", "Seen"],
  ]);
  assert.deepEqual(lines("washed", { level: 2, note: " " })[1], ["instrument-evidence", "instrument-bare-file"]);
  assert.deepEqual(lines("shared", ["tea", "salt"]), [["", "Salt; Tea"]]);
  assert.deepEqual(lines("duties", { "shop/ben": "helps" }), [
    ["Shopping – Ben", "Helps"],
    ["Shopping", "instrument-flag-none Decides 0"],
  ]);
  assert.deepEqual(lines("wishes", ["A pan", "Salt"]), [["1", "A pan"], ["2", "Salt"]]);
  assert.deepEqual(lines("plans", [["a", "b"]]), [["1", "instrument-if a, instrument-then b"]]);
  assert.deepEqual(lines("start", "2026-01-05"), [["", "2026-01-05"]]);
  for (const id of ["washed", "purpose", "shared", "duties", "wishes", "plans", "start"]) {
    assert.deepEqual(lines(id, null), [], id);
  }
});

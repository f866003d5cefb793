import assert from "node:assert/strict";
import { test } from "node:test";

import * as categorise from "../../macros/coursewright/questions/categorise/browser.js";
import * as matching from "../../macros/coursewright/questions/matching/browser.js";
import { entries, form } from "./entries.mjs";

const { grade, read, restore } = matching;

const said = [...entries("row-a", { x: true }), ...entries("row-b", { y: true })];

/**
 * A form with a list for each row, as far as an answer needs one.
 *
 * @param {Record<string, string[]>} rows
 */
function lists(rows) {
  const found = Object.entries(rows).map(([row, keys]) => ({
    name: `row-${row}`,
    value: "",
    options: ["", ...keys].map((value) => ({ value })),
  }));
  const made = /** @type {unknown} */ ({ querySelectorAll: () => found });
  return { found, form: /** @type {HTMLFormElement} */ (made) };
}

test("both kinds take rows for the same", () => {
  for (const name of /** @type {const} */ (["grade", "read", "restore"])) {
    assert.equal(categorise[name], matching[name]);
  }
});

test("the response has what was chosen in each row, and nothing of other controls", () => {
  const data = form(["row-b", "y"], ["confidence", "3"], ["row-a", ""]);
  assert.deepEqual(read(data), [["b", "y"], ["a", ""]]);
});

test("the first row without a choice is asked for, in each kind's own words", () => {
  for (const [name, { gap }] of Object.entries({ categorise, matching })) {
    const say = [`${name}-choose`];
    assert.deepEqual(gap([["a", "x"], ["b", ""]]), { name: "row-b", say });
    assert.equal(gap([["a", "x"], ["b", "x"]]), null);
  }
});

test("all rows right is right", () => {
  const { result, score, headline } = grade([["b", "y"], ["a", "x"]], said);
  assert.deepEqual([result, score, headline], ["right", 1, ["right"]]);
});

test("the share of right rows is the score", () => {
  const { result, score, headline, marks } = grade([["a", "x"], ["b", "x"]], said);
  assert.deepEqual([result, score], ["partly", 0.5]);
  assert.deepEqual(headline, ["counted", { right: 1, total: 2 }]);
  assert.deepEqual(marks, [
    { name: "row-a", key: "x", correct: true },
    { name: "row-b", key: "x", correct: false },
  ]);
});

test("no row right is wrong", () => {
  const { result, score } = grade([["a", "y"], ["b", "x"]], said);
  assert.deepEqual([result, score], ["wrong", 0]);
});

test("an earlier response goes back into its rows, whatever their order is now", () => {
  const { found, form } = lists({ b: ["x", "y"], a: ["x", "y"] });
  assert.equal(restore(form, [["a", "x"], ["b", "y"]]), true);
  assert.deepEqual(found.map(({ value }) => value), ["y", "x"]);
});

test("a response that does not fit changes nothing", () => {
  const hostile = [
    null,
    "ab",
    7,
    {},
    [],
    [["a", "x"]],
    [["a", "x"], ["b", "gone"]],
    [["a", "x"], ["b", ""]],
    [["a", "x"], ["a", "x"]],
    [["a", "x"], ["b", ["y"]]],
    [["a", "x"], null],
    [["a", "x"], ["__proto__", "y"]],
    { length: 2 },
  ];
  for (const response of hostile) {
    const { found, form } = lists({ a: ["x", "y"], b: ["x", "y"] });
    assert.equal(restore(form, response), false, JSON.stringify(response));
    assert.deepEqual(found.map(({ value }) => value), ["", ""]);
  }
});

import assert from "node:assert/strict";
import { test } from "node:test";

import { gap, grade, read, restore } from "../../macros/coursewright/questions/ordering/browser.js";
import { entries, form } from "./entries.mjs";

const said = entries("order", { a: true, b: true, c: true, d: true });

/** @param {string} order */
const graded = (order) => grade([...order], said);

test("the response is the order of the keys", () => {
  assert.deepEqual(read(form(["order", "b"], ["confidence", "1"], ["order", "a"])), ["b", "a"]);
});

test("an order that nobody has changed is asked for", () => {
  assert.deepEqual(gap([]), { name: "order", say: ["ordering-move"] });
  assert.equal(gap(["b", "a"]), null);
});

test("the right order is right", () => {
  const { result, score, headline } = graded("abcd");
  assert.deepEqual([result, score, headline], ["right", 1, ["right"]]);
});

test("an item moved from one end to the other leaves the rest in sequence", () => {
  const { result, score, headline, marks } = graded("dabc");
  assert.deepEqual([result, score], ["partly", 0.5]);
  assert.deepEqual(headline, ["ordering-counted", { right: 2, total: 4 }]);
  assert.deepEqual(marks.map(({ key, correct }) => [key, correct]), [
    ["d", false],
    ["a", false],
    ["b", true],
    ["c", true],
  ]);
});

test("each mark has a word of its own", () => {
  const words = graded("dabc").marks.map(({ word }) => word);
  const [out, into] = [["ordering-out"], ["ordering-in"]];
  assert.deepEqual(words, [out, out, into, into]);
});

test("the reverse order is wrong", () => {
  const { result, score } = graded("dcba");
  assert.deepEqual([result, score], ["wrong", 0]);
});

test("a response that does not fit is refused", () => {
  const items = [{ dataset: { item: "a" } }, { dataset: { item: "b" } }];
  const list = { children: items, append: () => assert.fail("nothing may change") };
  const made = /** @type {unknown} */ ({ querySelector: () => list });
  const page = /** @type {HTMLFormElement} */ (made);
  const hostile = [null, 3, "ab", {}, [], ["a"], ["a", "a"], ["a", "b", "c"], ["a", "x"], ["a b"]];
  for (const response of [...hostile, [["a"], "b"], [null, null]]) {
    assert.equal(restore(page, response), false, JSON.stringify(response));
  }
});

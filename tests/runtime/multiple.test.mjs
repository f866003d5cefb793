import assert from "node:assert/strict";
import { test } from "node:test";

import { gap, grade, read } from "../../macros/coursewright/questions/multiple/browser.js";
import { entries, form } from "./entries.mjs";

const options = entries("choice", { a: true, b: false, c: true, d: true, e: false });

test("the response holds the keys of all options chosen", () => {
  assert.deepEqual(read(form(["choice", "a"], ["choice", "e"])), ["a", "e"]);
});

test("nothing chosen is asked for, and something chosen is not", () => {
  assert.deepEqual(gap(read(form())), { name: "choice", say: ["multiple-none"] });
  assert.equal(gap(["a"]), null);
});

test("all that apply, and nothing else, is right", () => {
  assert.equal(grade(["a", "c", "d"], options).result, "right");
  assert.deepEqual(grade(["a", "c", "d"], options).headline, ["right"]);
});

test("some that apply are counted", () => {
  const got = grade(["a", "c"], options);
  assert.equal(got.result, "partly");
  assert.deepEqual(got.headline, ["counted", { right: 2, total: 3 }]);
  assert.equal(got.score, 2 / 3);
});

test("what does not belong is counted too", () => {
  const got = grade(["a", "b", "c"], options);
  assert.equal(got.result, "partly");
  assert.deepEqual(got.headline, ["multiple-extra", { right: 2, total: 3, count: 1 }]);
});

test("everything chosen is not right when something does not belong", () => {
  const got = grade(["a", "b", "c", "d", "e"], options);
  assert.equal(got.result, "partly");
  assert.deepEqual(got.headline, ["multiple-extra", { right: 3, total: 3, count: 2 }]);
});

test("each that does not belong takes back one that does", () => {
  assert.equal(grade(["a", "b", "c"], options).score, 1 / 3);
  assert.equal(grade(["a", "b", "e"], options).score, 0);
  assert.equal(grade(["a", "c", "d"], options).score, 1);
});

test("only what does not belong is wrong", () => {
  assert.equal(grade(["b"], options).result, "wrong");
});

test("what was missed is not marked, so that it can be found on the next try", () => {
  const marks = [
    { name: "choice", key: "a" },
    { name: "choice", key: "b" },
  ];
  assert.deepEqual(grade(["a", "b"], options).marks, marks);
});

import assert from "node:assert/strict";
import { test } from "node:test";

import { gap, grade, read } from "../../macros/coursewright/questions/single/browser.js";
import { entries, form } from "./entries.mjs";

const options = entries("choice", { a: false, b: true, c: false });

test("the response is the key of the option chosen", () => {
  assert.equal(read(form(["choice", "b"])), "b");
});

test("nothing chosen is asked for, and something chosen is not", () => {
  assert.deepEqual(gap(read(form())), { name: "choice", say: ["choose"] });
  assert.equal(gap("a"), null);
});

test("the correct option is right", () => {
  const marks = [{ name: "choice", key: "b" }];
  assert.deepEqual(grade("b", options), { result: "right", headline: ["right"], marks });
});

test("any other option is wrong, and it alone is marked", () => {
  const marks = [{ name: "choice", key: "c" }];
  assert.deepEqual(grade("c", options), { result: "wrong", headline: ["wrong"], marks });
});

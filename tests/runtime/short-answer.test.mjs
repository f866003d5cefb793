import assert from "node:assert/strict";
import { test } from "node:test";

import { gap, grade, read } from "../../macros/coursewright/questions/short_answer/browser.js";
import { form } from "./entries.mjs";

test("the response holds the text and what was ticked", () => {
  const data = form(["text", "Warm it.\r\nWait."], ["tick", "a"], ["confidence", "1"], ["tick", "b"]);
  assert.deepEqual(read(data), { text: "Warm it.\nWait.", ticks: ["a", "b"] });
  assert.deepEqual(read(form()), { text: "", ticks: [] });
});

test("nothing written is asked for, and anything written is not", () => {
  for (const text of ["", " ", "\n\n", "\u00a0"]) {
    assert.deepEqual(gap({ text, ticks: ["a"] }), { name: "text", say: ["short-answer-empty"] });
  }
  assert.equal(gap({ text: "?", ticks: [] }), null);
});

test("it is kept, and never right or wrong", () => {
  assert.deepEqual(grade(), { result: "kept", headline: ["kept"], marks: [] });
});

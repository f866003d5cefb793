import assert from "node:assert/strict";
import { test } from "node:test";

import { gap, grade, read } from "../../macros/coursewright/questions/true_false/browser.js";
import { entries, form } from "./entries.mjs";

const said = [
  ...entries("verdict", { true: false, false: true }),
  ...entries("reason", { a: true, b: false, false: false }),
];

test("the response holds the verdict and the reason", () => {
  const response = read(form(["verdict", "false"], ["reason", "a"]));
  assert.deepEqual(response, { verdict: "false", reason: "a" });
});

test("the verdict is asked for first, then the reason", () => {
  assert.equal(gap(read(form()))?.name, "verdict");
  assert.equal(gap(read(form(["reason", "a"])))?.name, "verdict");
  assert.equal(gap(read(form(["verdict", "true"])))?.name, "reason");
  assert.equal(gap({ verdict: "true", reason: "a" }), null);
});

test("it is right only when verdict and reason are", () => {
  assert.equal(grade({ verdict: "false", reason: "a" }, said).result, "right");
});

test("one of the two is partly right, and the headline says which is not", () => {
  const noReason = grade({ verdict: "false", reason: "b" }, said);
  const noVerdict = grade({ verdict: "true", reason: "a" }, said);
  assert.deepEqual([noReason.result, noReason.headline], ["partly", ["true-false-reason-not"]]);
  assert.deepEqual([noVerdict.result, noVerdict.headline], ["partly", ["true-false-verdict-not"]]);
});

test("neither is wrong", () => {
  assert.equal(grade({ verdict: "true", reason: "b" }, said).result, "wrong");
});

test("a reason that is called like a verdict is not taken for it", () => {
  assert.equal(grade({ verdict: "false", reason: "false" }, said).result, "partly");
});

test("both parts are marked", () => {
  const marks = [
    { name: "verdict", key: "true" },
    { name: "reason", key: "b" },
  ];
  assert.deepEqual(grade({ verdict: "true", reason: "b" }, said).marks, marks);
});

import assert from "node:assert/strict";
import { test } from "node:test";

import { after, isMiss, nextStep, pathOf, say, sureOf } from "../../macros/coursewright/theme/assets/grading.js";

const words = {
  check: "Check answer",
  "extra.one": "{right} of {total}, and {count} is not",
  "extra.other": "{right} of {total}, and {count} are not",
};

test("a kind's module lies in the folder of kinds", () => {
  assert.equal(pathOf("true-false"), "./kinds/true-false.js");
});

for (const name of [null, "", "Single", "../single", "single/x", "single.js", "-single", "a b"]) {
  test(`a name that is no kind's loads nothing: ${name}`, () => {
    assert.throws(() => pathOf(name), TypeError);
  });
}

test("checking an answer opens the way to try again", () => {
  assert.equal(after("open", "check"), "checked");
  assert.equal(after("checked", "retry"), "open");
});

test("a checked answer that is changed is stale until it is checked again", () => {
  assert.equal(after("checked", "change"), "stale");
  assert.equal(after("stale", "change"), "stale");
  assert.equal(after("stale", "check"), "checked");
});

test("choosing before the first check changes nothing", () => {
  assert.equal(after("open", "change"), "open");
});

test("words are found by name", () => {
  assert.equal(say(words, ["check"]), "Check answer");
});

test("words are chosen by their count, and their placeholders filled", () => {
  assert.equal(say(words, ["extra", { right: 2, total: 3, count: 1 }]), "2 of 3, and 1 is not");
  assert.equal(say(words, ["extra", { right: 0, total: 3, count: 2 }]), "0 of 3, and 2 are not");
});

test("a placeholder without a value stays visible", () => {
  assert.equal(say({ a: "{b} and {c}" }, ["a", { b: "<b>" }]), "<b> and {c}");
});

test("a name that has no words is refused, not shown", () => {
  assert.throws(() => say(words, ["nothing"]), RangeError);
});

test("the next step names the lesson when there is one, unless all is right", () => {
  assert.deepEqual(nextStep("right", true), ["next-right"]);
  assert.deepEqual(nextStep("wrong", true), ["next-lesson"]);
  assert.deepEqual(nextStep("partly", false), ["next-think"]);
  assert.deepEqual(nextStep("kept", true), ["next-kept"]);
});

test("a miss is wrong or partly right; what is kept is none", () => {
  const results = /** @type {const} */ (["right", "partly", "wrong", "kept"]);
  assert.deepEqual(results.filter(isMiss), ["partly", "wrong"]);
});

for (const value of [null, undefined, "", "0", "4", "1.5", "x", NaN, {}, [2, 3]]) {
  test(`this is no way of being sure: ${JSON.stringify(value)}`, () => {
    assert.equal(sureOf(value), null);
  });
}

test("how sure one is, is 1, 2 or 3, in a form or a record", () => {
  assert.deepEqual(["1", "2", "3", 3].map(sureOf), [1, 2, 3, 3]);
});

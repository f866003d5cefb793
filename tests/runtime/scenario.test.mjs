import assert from "node:assert/strict";
import { test } from "node:test";

import { follow, gap, grade, read } from "../../macros/coursewright/questions/scenario/browser.js";
import { form } from "./entries.mjs";

/**
 * @param {string} name
 * @param {string} key
 * @param {Record<string, string>} data
 */
const entry = (name, key, data) => ({ name, key, correct: data["quality"] === "good", data });

const said = [
  entry("at-one", "go", { start: "", to: "two", quality: "good" }),
  entry("at-one", "stay", { start: "", to: "sad", quality: "poor" }),
  entry("at-one", "ask", { start: "", to: "two", quality: "fair" }),
  entry("at-two", "go", { to: "glad", quality: "good" }),
  entry("at-two", "rest", { to: "sad", quality: "fair" }),
  entry("ends", "glad", { quality: "good" }),
  entry("ends", "sad", { quality: "poor" }),
];

test("the response is the way taken", () => {
  assert.deepEqual(read(form(["way", "go"], ["way", "rest"], ["at-one", "go"])), ["go", "rest"]);
});

test("on the way a decision is asked for, where the learner is", () => {
  const response = read(form(["way", "go"], ["at", "two"]));
  assert.deepEqual(gap(response), { name: "at-two", say: ["scenario-choose"] });
  assert.equal(gap(["go", "go"]), null);
});

test("good decisions only are right", () => {
  const { result, score, headline, marks } = grade(["go", "go"], said);
  assert.deepEqual([result, score, headline, marks], ["right", 1, ["scenario-right"], []]);
});

test("a fair decision counts a half", () => {
  const { result, score, headline } = grade(["go", "rest"], said);
  assert.deepEqual([result, score], ["partly", 0.75]);
  assert.deepEqual(headline, ["scenario-counted", { right: 1, total: 2 }]);
  assert.deepEqual([0.5, "partly"], [grade(["ask", "rest"], said).score, grade(["ask", "rest"], said).result]);
});

test("poor decisions only are wrong", () => {
  const { result, score } = grade(["stay"], said);
  assert.deepEqual([result, score], ["wrong", 0]);
});

test("the same key means another decision in another situation", () => {
  assert.deepEqual(follow(["go", "go"], said)?.map(({ name }) => name), ["at-one", "at-two"]);
});

test("a way that does not lead from the start to an end is none", () => {
  const hostile = [[], ["go"], ["rest"], ["stay", "go"], ["go", "go", "go"], ["x"], [null], [["go"], "go"], [{}]];
  for (const keys of hostile) assert.equal(follow(keys, said), null, JSON.stringify(keys));
});

test("a way of any length is looked at only as far as a case can be", () => {
  assert.equal(follow(Array(100_000).fill("go"), said), null);
});

import assert from "node:assert/strict";
import { test } from "node:test";

import { packed, unpacked } from "../../macros/coursewright/theme/assets/passing.js";
import { readResult } from "../../macros/coursewright/theme/assets/result.js";
import { handedIn } from "./passed.mjs";

const json = (/** @type {unknown} */ value) => JSON.parse(JSON.stringify(value));

test("a result is read as it is, by file and by code", async () => {
  assert.deepEqual(json(readResult(json(handedIn()))), handedIn());
  const found = await unpacked("result", await packed("result", handedIn()));
  assert.ok("data" in found);
  assert.deepEqual(json(readResult(found.data)), handedIn());
});

test("what may be missing may be missing", () => {
  const { assignment: _, ...rest } = handedIn({ lessons: {}, checks: {}, answers: {} });
  assert.deepEqual(json(readResult(rest)), rest);
});

test("what passes is a copy without a prototype", () => {
  const given = handedIn();
  const read = readResult(given);
  assert.notEqual(read, given);
  assert.equal(Object.getPrototypeOf(read?.answers), null);
});

test("an answer whose text the learner keeps has no response", () => {
  const { response: _, ...kept } = { ...first, result: /** @type {const} */ ("kept") };
  const answers = { "brewing/why": { ...kept, tries: 1, first: kept } };
  assert.deepEqual(json(readResult(handedIn({ answers })))?.answers, answers);
});

const own = handedIn();
const first = { result: "wrong", response: "b", at: 1_000 };
const answer = own.answers["brewing/first-move"];
const answers = (/** @type {unknown} */ one) => ({ ...own, answers: { "brewing/first-move": one } });
const deep = JSON.parse(`${"[".repeat(9)}1${"]".repeat(9)}`);
const many = Array.from({ length: 5_001 }, (_, i) => [`a/l${i}`, { at: 1 }]);

for (const [what, value] of /** @type {[string, unknown][]} */ ([
  ["null", null],
  ["a list", [own]],
  ["a text", JSON.stringify(own)],
  ["another format", { ...own, format: "coursewright-progress" }],
  ["a later version", { ...own, v: 2 }],
  ["no learner", { ...own, learner: undefined }],
  ["a learner that is markup", { ...own, learner: "<b>" }],
  ["a name that is an object", { ...own, name: { toString: "x" } }],
  ["a name that is too long", { ...own, name: "x".repeat(81) }],
  ["a name of two lines", { ...own, name: "a\nb" }],
  ["a course that is a path", { ...own, course: "../x" }],
  ["a date that is no number", { ...own, made: "2026" }],
  ["a date after all dates", { ...own, made: 1e17 }],
  ["an assignment without an id", { ...own, assignment: { title: "x" } }],
  ["a due date that there is not", { ...own, assignment: { ...own.assignment, due: "2026-13-01" } }],
  ["lessons that are a list", { ...own, lessons: [] }],
  ["a lesson outside the site", { ...own, lessons: { "../x": { at: 1 } } }],
  ["too many lessons", { ...own, lessons: Object.fromEntries(many) }],
  ["a prototype among the lessons", { ...own, lessons: { ["__proto__"]: { at: 1 } } }],
  ["a method among the checks", { ...own, checks: { constructor: { at: 1 } } }],
  ["a score over 1", { ...own, checks: { brewing: { score: 9, best: 1, tries: 1, at: 1 } } }],
  ["a score that is a text", { ...own, checks: { brewing: { score: "1", best: 1, tries: 1, at: 1 } } }],
  ["an answer without a result", answers({ ...answer, result: undefined })],
  ["an answer with an unknown result", answers({ ...answer, result: "perfect" })],
  ["an answer without its first attempt", answers({ ...answer, first: undefined })],
  ["no tries", answers({ ...answer, tries: 0 })],
  ["confidence of 4", answers({ ...answer, confidence: 4 })],
  ["a response that is too long", answers({ ...answer, response: "x".repeat(8_001) })],
  ["a response that is too deep", answers({ ...answer, response: deep })],
  ["a response with a prototype of its own", answers({ ...answer, response: { ["__proto__"]: 1 } })],
  ["a key that nobody knows", { ...own, extra: 1 }],
])) {
  test(`no result: ${what}`, () => {
    assert.equal(readResult(value), null);
    assert.equal(/** @type {any} */ ({}).at, undefined);
  });
}

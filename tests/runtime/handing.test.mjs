import assert from "node:assert/strict";
import { test } from "node:test";

import { followedAll, keep } from "../../macros/coursewright/theme/assets/assigned-store.js";
import {
  everything,
  fileName,
  resultOf,
  textOf,
} from "../../macros/coursewright/theme/assets/handing.js";
import { MOST_TEXT, readResult } from "../../macros/coursewright/theme/assets/result.js";
import { COURSE, assignment, handedIn } from "./passed.mjs";
import { MemoryStorage, store } from "./store-browser.mjs";

/** @import { Store } from "../../macros/coursewright/theme/assets/store.js" */

const json = (/** @type {unknown} */ value) => JSON.parse(JSON.stringify(value));

function learner() {
  const one = store({ storage: new MemoryStorage() });
  one.add("lesson", "brewing/water", { done: true, by: "learner" });
  one.add("lesson", "brewing/time", { done: false, by: "learner" });
  one.add("lesson", "extras/biscuits", { done: true, by: "learner" });
  one.add("answer", "brewing/first-move", { response: "b", result: "wrong", confidence: 3 });
  one.add("answer", "brewing/first-move", { response: "a", result: "right", score: 1 });
  one.add("answer", "serving/order", { response: "My own words", result: "kept" });
  one.add("quiz", "brewing", { score: 1, results: {} });
  one.add("quiz", "brewing", { score: 0.5, results: {} });
  return one;
}

/**
 * @param {Store} one
 * @param {Partial<Parameters<typeof resultOf>[2]>} [more]
 */
function result(one, more = {}) {
  const wanted = { name: "Kim", texts: false, assignment: null, targets: everything(COURSE) };
  return resultOf(one, COURSE, { ...wanted, ...more });
}

test("what is handed in is what a trainer's browser reads", () => {
  const made = result(learner());
  assert.deepEqual(json(readResult(json(made))), json(made));
});

test("lessons that are done, and no others", () => {
  assert.deepEqual(Object.keys(result(learner()).lessons), ["brewing/water", "extras/biscuits"]);
});

test("of a check the newest score and the best", () => {
  const { score, best, tries } = result(learner()).checks["brewing"] ?? {};
  assert.deepEqual([score, best, tries], [0.5, 1, 2]);
});

test("of a question the newest attempt and the first one", () => {
  const { at, first, ...newest } = result(learner()).answers["brewing/first-move"] ?? assert.fail();
  assert.deepEqual(newest, { result: "right", score: 1, response: "a", tries: 2 });
  assert.ok(first.at < at);
  const { at: _, ...before } = first;
  assert.deepEqual(before, { result: "wrong", response: "b", confidence: 3 });
});

test("the first one held is the best one, when that is older than all others", () => {
  const one = store({ storage: new MemoryStorage() });
  one.add("answer", "brewing/first-move", { response: "a", result: "right" });
  for (let i = 0; i < 30; i += 1) {
    one.add("answer", "brewing/first-move", { response: `b${i}`, result: "wrong" });
  }
  const { first, tries } = result(one).answers["brewing/first-move"] ?? assert.fail();
  assert.deepEqual([first.response, tries], ["a", 31]);
});

test("what was written in short answers goes along only when the learner says so", () => {
  const one = learner();
  assert.equal("response" in (result(one).answers["serving/order"] ?? assert.fail()), false);
  assert.equal(JSON.stringify(result(one)).includes("My own words"), false);
  const shared = result(one, { texts: true }).answers["serving/order"];
  assert.equal(shared?.response, "My own words");
  assert.equal(shared?.first.response, "My own words");
});

test("with an assignment, nothing that was not assigned goes along", () => {
  const one = learner();
  keep(one, assignment({ items: [{ kind: "lesson", ref: "brewing/water" }] }));
  const [{ assignment: own, found } = assert.fail()] = followedAll(one, COURSE);
  const targets = found.parts.flatMap((part) => part.targets);
  const { lessons, checks, answers, ...rest } = result(one, { assignment: own, targets });
  assert.deepEqual([Object.keys(lessons), checks, answers], [["brewing/water"], {}, {}]);
  const { id, title, due } = assignment();
  assert.deepEqual(rest.assignment, { id, title, due });
});

test("what was done under an earlier name goes along under the new one", () => {
  const one = store({ storage: new MemoryStorage() });
  one.add("answer", "brewing/old-move", { response: "a", result: "right" });
  one.add("quiz", "making-tea", { score: 1, results: {} });
  const { answers, checks } = result(one);
  assert.deepEqual([Object.keys(answers), Object.keys(checks)], [["brewing/first-move"], ["brewing"]]);
});

test("a learner is the same one in every result, whatever the name", () => {
  const one = learner();
  assert.equal(result(one).learner, result(one, { name: "Kim B." }).learner);
  assert.notEqual(result(one).learner, result(learner()).learner);
});

test("a name is one line of at most 80 letters", () => {
  const name = `  Kim\n\u0007 B.${" x".repeat(60)}`;
  const made = result(learner(), { name });
  assert.ok(made.name.startsWith("Kim B. x x") && made.name.length === 80);
  assert.ok(readResult(json(made)));
});

test("a result that would be too large to be read leaves responses out", () => {
  const one = store({ storage: new MemoryStorage() });
  const questions = Array.from({ length: 60 }, (_, i) => `brewing/q${i}`);
  for (const ref of questions) {
    one.add("answer", ref, { response: "x".repeat(6_000), result: "kept" });
  }
  const [target = assert.fail()] = everything(COURSE);
  const made = result(one, { texts: true, targets: [{ ...target, questions }] });
  assert.equal(Object.keys(made.answers).length, 60);
  assert.ok(textOf(made).length <= MOST_TEXT);
  assert.ok(readResult(json(made)));
});

for (const [name, expected] of /** @type {[string, string][]} */ ([
  ["Kim", "tea-result-kim-2026-11-27.json"],
  ["Zoë Müller-Núñez", "tea-result-zoe-muller-nunez-2026-11-27.json"],
  ["../../etc/passwd", "tea-result-etc-passwd-2026-11-27.json"],
  ["<img src=x>", "tea-result-img-src-x-2026-11-27.json"],
  ["李小龍", "tea-result-m-1x9f-2026-11-27.json"],
  ["CON.txt\0.exe", "tea-result-con-txt-exe-2026-11-27.json"],
])) {
  test(`the file of ${JSON.stringify(name)} has a plain name`, () => {
    assert.equal(fileName(handedIn({ name }), "2026-11-27"), expected);
  });
}

import assert from "node:assert/strict";
import { test } from "node:test";

import { onPath, way } from "../../macros/coursewright/theme/assets/progress-path.js";

const refs = ["tea/water", "pot/warm", "tea/time"];

/** @param {Record<string, import("../../macros/coursewright/theme/assets/progress-model.js").State>} states */
const lessons = (states) => new Map(Object.entries({ "tea/water": "", "pot/warm": "", "tea/time": "", ...states }));

test("a path nobody has begun leads to its first lesson", () => {
  const expected = { begun: false, done: 0, total: 3, next: "tea/water" };
  assert.deepEqual(way(refs, /** @type {any} */ (lessons({ "tea/other": "done" }))), expected);
  assert.equal(way(refs, /** @type {any} */ (lessons({ "tea/water": "next" }))).begun, false);
});

test("what is next follows the path's order, not the course's", () => {
  const states = lessons({ "tea/water": "done", "tea/time": "done" });
  const expected = { begun: true, done: 2, total: 3, next: "pot/warm" };
  assert.deepEqual(way(refs, /** @type {any} */ (states)), expected);
});

test("a question tried begins it", () => {
  assert.equal(way(refs, /** @type {any} */ (lessons({ "pot/warm": "begun" }))).begun, true);
});

test("a path that is done leads to its beginning", () => {
  const states = lessons({ "tea/water": "done", "pot/warm": "done", "tea/time": "done" });
  const expected = { begun: true, done: 3, total: 3, next: "tea/water" };
  assert.deepEqual(way(refs, /** @type {any} */ (states)), expected);
});

test("lessons that are gone do not count", () => {
  assert.equal(way([...refs, "tea/gone"], /** @type {any} */ (lessons({}))).total, 3);
  assert.deepEqual(way([""], new Map()), { begun: false, done: 0, total: 0, next: undefined });
});

test("next is what comes next on the path", () => {
  assert.equal(onPath("next", true, false), "next");
  assert.equal(onPath("begun", true, false), "next");
  assert.equal(onPath("", true, false), "next");
});

test("what comes next in the course alone is no more than begun", () => {
  assert.equal(onPath("next", false, false), "");
  assert.equal(onPath("next", false, true), "begun");
  assert.equal(onPath("begun", false, false), "begun");
  assert.equal(onPath("done", false, true), "done");
});

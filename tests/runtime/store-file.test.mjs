import assert from "node:assert/strict";
import { test } from "node:test";

import {
  FORMAT,
  MOST_RECORDS,
  MOST_TEXT,
  exportProgress,
  importProgress,
} from "../../macros/coursewright/theme/assets/store-file.js";
import { MemoryStorage, PREFIX, START, random, store } from "./store-browser.mjs";

const time = { n: 5, at: 5 };
const answer = { v: 1, tries: 1, attempts: [{ ...time, response: "a", result: "right" }] };

/** @param {unknown} records */
const file = (records, more = {}) =>
  JSON.stringify({ format: FORMAT, v: 1, course: "tea", at: "", records, ...more });

/** @param {number} seed */
function busy(seed) {
  const next = random(seed);
  const one = store({ storage: new MemoryStorage(), now: () => START + Math.floor(next() * 1e9) });
  for (let i = 0; i < 40; i += 1) {
    const ref = `a/q${Math.floor(next() * 6)}`;
    one.add("answer", ref, { response: `${seed}.${i}`, result: next() < 0.5 ? "right" : "wrong" });
    one.add("lesson", ref, { done: next() < 0.5, by: "learner" });
  }
  one.add("place", "last", { path: `modules/m${seed}/`, title: "A <b>title</b>" });
  return one;
}

test("a file says what it is", () => {
  const { records, ...rest } = JSON.parse(exportProgress(store({ storage: null })));
  const at = new Date(START + 1000).toISOString();
  assert.deepEqual(rest, { format: FORMAT, v: 1, course: "tea", at });
  assert.deepEqual(records, {});
});

test("everything comes back into an empty browser", () => {
  const one = busy(1);
  const other = store({ storage: new MemoryStorage() });
  const names = Object.keys(one.records());
  const report = importProgress(other, exportProgress(one));
  assert.deepEqual(report, { fault: "", taken: names.length, same: 0, refused: [] });
  assert.equal(JSON.stringify(sorted(other)), JSON.stringify(sorted(one)));
});

test("a file taken in twice changes nothing the second time", () => {
  const one = busy(1);
  const report = importProgress(one, exportProgress(one));
  const same = Object.keys(one.records()).length;
  assert.deepEqual(report, { fault: "", taken: 0, same, refused: [] });
});

test("two browsers that take in each other's files have the same, and lost nothing", () => {
  const [one, two] = [busy(1), busy(2)];
  const [first, second] = [exportProgress(one), exportProgress(two)];
  importProgress(one, second);
  importProgress(two, first);
  assert.equal(JSON.stringify(sorted(one)), JSON.stringify(sorted(two)));
  const held = [...one.all("answer").values()].flatMap(({ attempts }) => attempts);
  assert.equal(held.length, 80);
});

/** @param {ReturnType<typeof store>} one */
function sorted(one) {
  return Object.entries(one.records()).sort(([a], [b]) => (a < b ? -1 : 1));
}

test("a mark at the beginning of the file does no harm", () => {
  assert.equal(importProgress(store(), `\uFEFF${file({ "answer:a/b": answer })}`).taken, 1);
});

test("records of a later version leave with the file as they are", () => {
  const storage = new MemoryStorage();
  storage.setItem(`${PREFIX}answer:a/b`, '{"v":2,"x":[1]}');
  const text = exportProgress(store({ storage }));
  assert.deepEqual(JSON.parse(text).records, { "answer:a/b": { v: 2, x: [1] } });
  const refused = [{ name: "answer:a/b", why: "later" }];
  assert.deepEqual(importProgress(store(), text).refused, refused);
});

test("good records are taken, bad ones are named with the reason", () => {
  const one = store({ storage: new MemoryStorage() });
  const records = {
    "answer:a/b": answer,
    "answer:a/c": { ...answer, tries: "1" },
    "answer:a/d": { v: 7 },
    "answer:../x": answer,
    "probe": answer,
    "damaged:answer:a/b": answer,
    "place:last": { v: 1, ...time, path: "javascript:alert(1)", title: "" },
    [`answer:${"x".repeat(1000)}`]: answer,
  };
  const report = importProgress(one, file(records));
  assert.equal(report.taken, 1);
  assert.deepEqual(report.refused.map(({ name, why }) => [name.slice(0, 18), why]), [
    ["answer:a/c", "damaged"],
    ["answer:a/d", "later"],
    ["answer:../x", "unknown"],
    ["probe", "unknown"],
    ["damaged:answer:a/b", "unknown"],
    ["place:last", "damaged"],
    ["answer:xxxxxxxxxxx", "unknown"],
  ]);
  assert.deepEqual(Object.keys(one.records()), ["answer:a/b"]);
});

const deep = `${"[".repeat(1e6)}${"]".repeat(1e6)}`;
const names = Array.from({ length: MOST_RECORDS }, (_, i) => `answer:a/q${i}`);
const many = Object.fromEntries([...names, "lesson:a/b"].map((name) => [name, 1]));
for (const [what, text, fault] of /** @type {[string, string, string][]} */ ([
  ["an empty file", "", "not-json"],
  ["a file cut off", file({ "answer:a/b": answer }).slice(0, -9), "not-json"],
  ["a page", "<!doctype html><script>alert(1)</script>", "not-json"],
  ["null bytes", "\0\0\0", "not-json"],
  ["a list", "[]", "not-progress"],
  ["null", "null", "not-progress"],
  ["a number", "7", "not-progress"],
  ["a million lists in each other", deep, "not-progress"],
  ["another format", file({}, { format: "something" }), "not-progress"],
  ["no version", file({}, { v: null }), "not-progress"],
  ["a version in words", file({}, { v: "1" }), "not-progress"],
  ["a later version", file({}, { v: 2 }), "later"],
  ["another course", file({}, { course: "coffee" }), "other-course"],
  ["a course that is no text", file({}, { course: { toString: "tea" } }), "other-course"],
  ["records in a list", file([answer]), "not-progress"],
  ["records that are null", file(null), "not-progress"],
  ["records in words", file("all"), "not-progress"],
  ["too many records", file(many), "too-many"],
  ["more than 5 MB", " ".repeat(MOST_TEXT + 1), "too-big"],
])) {
  test(`a file is refused as a whole, and changes nothing: ${what}`, () => {
    const storage = new MemoryStorage();
    const one = store({ storage });
    assert.deepEqual(importProgress(one, text), { fault, taken: 0, same: 0, refused: [] });
    assert.equal(storage.length, 0);
  });
}

for (const [what, value] of /** @type {[string, string][]} */ ([
  ["a record deeper than the stack", deep],
  ["keys that would reach a prototype", '{"__proto__":{"v":1,"polluted":true}}'],
  ["a constructor", '{"v":1,"constructor":{"prototype":{"polluted":true}}}'],
  ["a huge text", JSON.stringify("x".repeat(4e6))],
  ["a version far below zero", '{"v":-1e15}'],
])) {
  test(`a record made to do harm is refused: ${what}`, () => {
    const text = file({}).replace('"records":{}', `"records":{"answer:a/b":${value}}`);
    const report = importProgress(store(), text);
    assert.deepEqual(report.refused, [{ name: "answer:a/b", why: "damaged" }]);
    assert.equal(/** @type {any} */ ({}).polluted, undefined);
  });
}

test("names that would reach a prototype are refused", () => {
  const text = file({}).replace('"records":{}', '"records":{"__proto__":{},"constructor":{}}');
  assert.equal(importProgress(store(), text).refused.length, 2);
});

test("a file that fills the storage is still taken in until the page closes, in good time", () => {
  const storage = new MemoryStorage(200_000);
  let reads = 0;
  storage.getItem = (key) => {
    reads += 1;
    return MemoryStorage.prototype.getItem.call(storage, key);
  };
  const one = store({ storage });
  const text = file(Object.fromEntries(names.map((name) => [name, answer])));
  assert.equal(importProgress(one, text).taken, MOST_RECORDS);
  assert.ok(reads < 10 * MOST_RECORDS, `${reads} reads`);
  assert.equal(one.status(), "full");
  assert.equal(one.all("answer").size, MOST_RECORDS);
});

import assert from "node:assert/strict";
import { test } from "node:test";

import { exportProgress } from "../../macros/coursewright/theme/assets/store-file.js";
import { MemoryStorage, PREFIX, store } from "./store-browser.mjs";

const attempt = { n: 5, at: 5, response: "a", result: "right" };
const good = { v: 1, tries: 1, attempts: [attempt] };

/** A valid answer with something changed. @param {object} change */
const but = (change) => JSON.stringify({ ...good, ...change });
/** A valid answer with something changed in its attempt. @param {object} change */
const tried = (change) => but({ attempts: [{ ...attempt, ...change }] });
/** A valid answer with a response that is written as it stands. @param {string} json */
const said = (json) => but({}).replace('"response":"a"', `"response":${json}`);
/** @param {string} open @param {string} close @param {number} depth */
const nested = (open, close, depth) => open.repeat(depth) + "1" + close.repeat(depth);

/** Each is found where an answer should be, and none of them is one. */
const STATES = {
  "nothing at all": "",
  "a space": " ",
  "a null byte": "\0",
  "null bytes around a record": `\0${but({})}\0`,
  "a byte order mark": `\uFEFF${but({})}`,
  "the word undefined": "undefined",
  "the word NaN": "NaN",
  "an object that was made a text": "[object Object]",
  "a page": "<!doctype html><title>x</title>",
  "a script": "<img src=x onerror=alert(1)>",
  "single quotes": "{'v':1}",
  "a trailing comma": '{"v":1,}',
  "a comment": `/* x */${but({})}`,
  "two records": but({}) + but({}),
  "a record cut in the middle": but({}).slice(0, 30),
  "a record without its last brace": but({}).slice(0, -1),
  "a lone surrogate": "\uD800",
  "half an escape": '{"v":1,"tries":"\\u00',
  "null": "null",
  "true": "true",
  "a number": "1",
  "a number too large for one": "1e999",
  "a text": '"v"',
  "a record in a text": JSON.stringify(but({})),
  "a list": "[]",
  "a record in a list": `[${but({})}]`,
  "an empty object": "{}",
  "10,000 lists in each other": nested("[", "]", 10_000),
  "10,000 objects in each other": nested('{"v":', "}", 10_000),
  "a megabyte of spaces": " ".repeat(1e6),
  "a megabyte of text": JSON.stringify("x".repeat(1e6)),
  "a record with a megabyte in it": tried({ response: "x".repeat(1e6) }),
  "no version": but({ v: undefined }),
  "version null": but({ v: null }),
  "version in words": but({ v: "1" }),
  "version in a list": but({ v: [1] }),
  "version true": but({ v: true }),
  "version 0, which never was": but({ v: 0 }),
  "version -1": but({ v: -1 }),
  "version -1e15": but({ v: -1e15 }),
  "version 1.5": but({ v: 1.5 }),
  "version 1e999": but({}).replace('"v":1', '"v":1e999'),
  "a prototype": '{"__proto__":{"v":1,"polluted":true}}',
  "a prototype in a good record": but({}).replace("{", '{"__proto__":{"polluted":true},'),
  "a constructor": but({ constructor: { prototype: { polluted: true } } }),
  "a toJSON": but({ toJSON: "x" }),
  "a hasOwnProperty": but({ hasOwnProperty: 1 }),
  "a key that nobody knows": but({ extra: 1 }),
  "attempts that are missing": but({ attempts: undefined }),
  "attempts that are null": but({ attempts: null }),
  "no attempts": but({ attempts: [] }),
  "attempts in an object": but({ attempts: { 0: attempt, length: 1 } }),
  "attempts in words": but({ attempts: "[]" }),
  "too many attempts": but({ attempts: Array.from({ length: 21 }, () => attempt) }),
  "a hundred thousand attempts": but({ attempts: Array.from({ length: 1e5 }, () => 1) }),
  "an attempt that is null": but({ attempts: [null] }),
  "an attempt that is a list": but({ attempts: [[attempt]] }),
  "a bad attempt after a good one": but({ attempts: [attempt, {}] }),
  "a prototype in an attempt": but({}).replace('{"n"', '{"__proto__":{"polluted":true},"n"'),
  "tries in words": but({ tries: "1" }),
  "tries below one": but({ tries: 0 }),
  "half a try": but({ tries: 0.5 }),
  "tries beyond counting": but({ tries: 2 ** 53 }),
  "a best that is null": but({ best: null }),
  "a best that is no attempt": but({ best: { score: 1 } }),
  "a best in a list": but({ best: [attempt] }),
  "a counter in words": tried({ n: "5" }),
  "a counter that is null, as NaN is kept": tried({ n: NaN }),
  "a counter below zero": tried({ n: -1 }),
  "a counter with a fraction": tried({ n: 1.5 }),
  "a counter beyond the end of time": tried({ n: Number.MAX_SAFE_INTEGER }),
  "a time in words": tried({ at: "2026-01-05" }),
  "a time beyond the end of time": tried({ at: 1e300 }),
  "a time that is missing": tried({ at: undefined }),
  "an unknown result": tried({ result: "perfect" }),
  "a result from a prototype": tried({ result: "constructor" }),
  "a result in a list": tried({ result: ["right"] }),
  "a score in words": tried({ score: "1" }),
  "a score above 1": tried({ score: 1.01 }),
  "a score below 0": tried({ score: -1 }),
  "a score that is null": tried({ score: null }),
  "a confidence of 4": tried({ confidence: 4 }),
  "a confidence in words": tried({ confidence: "3" }),
  "a fingerprint with markup": tried({ asked: "<script>" }),
  "a fingerprint without end": tried({ asked: "a".repeat(65) }),
  "no response": tried({ response: undefined }),
  "a response too deep": said(nested("[", "]", 7)),
  "a response 10,000 deep": said(nested("[", "]", 10_000)),
  "a response too long": said(JSON.stringify("x".repeat(8_000))),
  "a response too wide": said(JSON.stringify(Array.from({ length: 9_000 }, () => 1))),
  "a prototype in a response": said('{"__proto__":{"polluted":true}}'),
  "a prototype deep in a response": said('[{"a":{"__proto__":{"polluted":true}}}]'),
  "a number too large in a response": said("1e999"),
};

test("there are at least fifty hostile states", () => {
  assert.ok(Object.keys(STATES).length >= 50, `${Object.keys(STATES).length}`);
});

for (const [what, text] of Object.entries(STATES)) {
  test(`a hostile state is survived, set aside, and answered again: ${what}`, () => {
    const storage = new MemoryStorage();
    store({ storage }).add("answer", "a/other", { response: "b", result: "wrong" });
    storage.setItem(`${PREFIX}answer:a/b`, text);
    const one = store({ storage });
    assert.equal(one.get("answer", "a/b"), null);
    assert.deepEqual([...one.all("answer").keys()], ["a/other"]);
    const kept = text.slice(0, 20_000);
    assert.deepEqual(one.damaged(), [{ name: "answer:a/b", text: kept }]);
    assert.equal(one.add("answer", "a/b", { response: "a", result: "right" })?.tries, 1);
    assert.equal(store({ storage }).all("answer").size, 2);
    assert.equal(/** @type {any} */ ({}).polluted, undefined);
  });
}

/** Each is a valid record that tries something; it stays, and does nothing. */
const HARMLESS = {
  "markup": said('"<img src=x onerror=alert(1)>"'),
  "a lone surrogate": said('"\\ud800"'),
  "null bytes in a text": said('"\\u0000\\u202e"'),
  "a key called constructor": said('{"constructor":{"prototype":{"polluted":true}}}'),
  "a key called hasOwnProperty": said('{"hasOwnProperty":null,"toJSON":1,"then":1}'),
  "the last moment there is": tried({ n: 8.64e15, at: 8.64e15 }),
  "a key given twice": but({}).replace('"v":1', '"v":9,"v":1'),
  "as many tries as can be counted": but({ tries: Number.MAX_SAFE_INTEGER }),
  "the best attempt among the others": but({ best: attempt }),
  "the same attempt twice": but({ attempts: [attempt, attempt] }),
  "minus zero": tried({ n: 0 }).replace('"n":0', '"n":-0'),
};

for (const [what, text] of Object.entries(HARMLESS)) {
  test(`a strange answer is read, exported and answered again: ${what}`, () => {
    const storage = new MemoryStorage();
    storage.setItem(`${PREFIX}answer:a/b`, text);
    const one = store({ storage });
    assert.equal(one.get("answer", "a/b")?.attempts.length, 1);
    assert.equal(Object.keys(JSON.parse(exportProgress(one)).records).length, 1);
    const record = one.add("answer", "a/b", { response: "z", result: "wrong" });
    assert.equal(record?.attempts.length, 2);
    assert.deepEqual(one.damaged(), []);
    assert.equal(/** @type {any} */ ({}).polluted, undefined);
  });
}

/** Keys that begin as ours do. */
const NAMES = [
  "",
  ":",
  "answer",
  "answer:",
  "answer:a",
  "answer:a/b/c",
  "answer:../b",
  "answer:a/__proto__",
  "answer:constructor",
  "answer:A/B",
  "answer:a/b\0",
  "answer:a/\uD800",
  `answer:a/${"b".repeat(1e5)}`,
  "__proto__:a/b",
  "constructor:a/b",
  "toString:a",
  "lesson:a",
  "place:",
  "damaged:",
  "damaged:damaged:answer:a/b",
  "probe",
];

for (const name of NAMES) {
  test(`a key that is nobody's is passed over: ${JSON.stringify(name).slice(0, 40)}`, () => {
    const storage = new MemoryStorage();
    storage.setItem(PREFIX + name, but({}));
    const one = store({ storage });
    for (const kind of /** @type {const} */ (["answer", "quiz", "lesson", "place", "meta"])) {
      assert.equal(one.all(kind).size, 0);
    }
    assert.deepEqual(one.records(), {});
    assert.equal(one.status(), "kept");
    one.erase();
    assert.equal(storage.length, 0);
  });
}

/** @type {Record<string, (storage: MemoryStorage) => object>} */
const STORAGES = {
  "says it holds a million keys": (storage) => ({ get length() { return 1e6 + storage.used; } }),
  "says it holds NaN keys": () => ({ length: NaN }),
  "gives numbers for texts": () => ({ getItem: () => 5 }),
  "gives objects for texts": () => ({ getItem: () => ({ length: 1 }) }),
  "gives nothing for texts": () => ({ getItem: () => undefined }),
  "gives another text than was written": () => ({ getItem: () => "{}" }),
  "gives objects for keys": () => ({ length: 3, key: () => ({}) }),
  "throws a text": () => ({ setItem: () => { throw "full"; } }),
  "throws null": () => ({ setItem: () => { throw null; } }),
  "throws when a key is removed": () => ({ removeItem: () => { throw new Error("no"); } }),
  "throws when keys are counted": () => ({ get length() { throw new Error("no"); } }),
  "throws on every use": (storage) => Object.assign(storage, { blocked: true }),
};

for (const [what, make] of Object.entries(STORAGES)) {
  test(`a broken storage is survived: one that ${what}`, () => {
    const real = new MemoryStorage();
    const odd = make(real);
    const whole = new Proxy(real, {
      get: (_, key) => {
        const value = /** @type {any} */ (key in odd ? odd : real)[key];
        return typeof value === "function" ? value.bind(real) : value;
      },
    });
    const one = store({ storage: whole });
    assert.equal(one.add("answer", "a/b", { response: "a", result: "right" })?.tries, 1);
    assert.equal(one.get("answer", "a/b")?.tries, 1);
    assert.equal(one.all("answer").size, 1);
    assert.ok(["kept", "memory"].includes(one.status()));
    one.damaged();
    one.erase();
  });
}

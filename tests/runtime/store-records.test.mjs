import assert from "node:assert/strict";
import { test } from "node:test";

import {
  isRef,
  parse,
  read,
  split,
} from "../../macros/coursewright/theme/assets/store-records.js";

/** @param {unknown} value */
const plain = (value) => JSON.parse(JSON.stringify(value));

const time = { n: 5, at: 5 };
const answer = { v: 1, tries: 1, attempts: [{ ...time, response: "a", result: "right" }] };
const top = { n: 1, at: 9, response: { a: [1, "b"] }, result: "right", score: 1, confidence: 3 };
const low = { at: 0, response: "", result: "wrong", asked: "x-9" };
const rest = Array.from({ length: 20 }, (_, i) => ({ n: 2 + i, ...low }));
const good = /** @type {const} */ ([
  ["answer", answer],
  ["answer", { ...answer, attempts: [{ ...time, response: null, result: "kept" }] }],
  ["answer", { v: 1, tries: 90, attempts: rest, best: top }],
  ["quiz", { v: 1, tries: 1, attempts: [{ ...time, score: 0.5, results: { "a/b": "right" } }] }],
  ["lesson", { v: 1, ...time, done: true, by: "learner" }],
  ["place", { v: 1, ...time, path: "modules/a-b/c/#d.e", title: "C & <D>" }],
  ["place", { v: 1, ...time, path: "", title: "" }],
  ["entry", { v: 1, ...time, value: { level: 2, note: "Seen" }, asked: "a1" }],
  ["meta", { v: 1, ...time, seed: 0 }],
]);

for (const [kind, data] of good) {
  test(`a valid record passes unchanged: ${kind} ${JSON.stringify(data)}`, () => {
    assert.deepEqual(plain(read(kind, data).record), data);
  });

  test(`one key more or less is no record: ${kind} ${JSON.stringify(data)}`, () => {
    assert.equal(read(kind, { ...data, extra: 1 }).why, "damaged");
    for (const key of Object.keys(data).filter((one) => one !== "best" && one !== "asked")) {
      const less = Object.fromEntries(Object.entries(data).filter(([one]) => one !== key));
      assert.equal(read(kind, less).why, "damaged", key);
    }
  });
}

for (const [kind, key, value] of /** @type {const} */ ([
  ["lesson", "done", "true"],
  ["lesson", "done", 1],
  ["lesson", "by", "<b>"],
  ["lesson", "at", -1],
  ["lesson", "at", 1.5],
  ["lesson", "n", 8.64e15 + 2],
  ["place", "path", "/elsewhere"],
  ["place", "path", "//example.org/"],
  ["place", "path", "https://example.org/"],
  ["place", "path", "javascript:alert(1)"],
  ["place", "path", "\\\\example.org"],
  ["place", "path", "a\nb"],
  ["place", "path", "a?b"],
  ["place", "path", "a".repeat(501)],
  ["place", "title", "a".repeat(301)],
  ["place", "title", ["a"]],
  ["entry", "value", [[[[[[["too deep"]]]]]]]],
  ["entry", "value", "a".repeat(40_000)],
  ["entry", "asked", "<b>"],
  ["meta", "seed", 2 ** 33],
])) {
  test(`${kind}.${key} cannot be ${JSON.stringify(value).slice(0, 40)}`, () => {
    const found = good.find(([one]) => one === kind);
    assert.equal(read(kind, { ...found?.[1], [key]: value }).why, "damaged");
  });
}

test("a response may be anything that JSON holds, up to a depth and a size", () => {
  const why = (/** @type {unknown} */ response) =>
    read("answer", { ...answer, attempts: [{ ...time, response, result: "kept" }] }).why;
  assert.equal(why({ constructor: ["prototype", 1, true, null] }), "");
  assert.equal(why([[[[[["deep"]]]]]]), "");
  assert.equal(why([[[[[[["too deep"]]]]]]]), "damaged");
  assert.equal(why("a".repeat(7_998)), "");
  assert.equal(why("a".repeat(7_999)), "damaged");
  assert.equal(why(Infinity), "damaged");
  assert.equal(why(undefined), "damaged");
  assert.equal(why(() => 1), "damaged");
});

test("no key of a response reaches a prototype", () => {
  const attempt = { ...time, response: { constructor: 1 }, result: "kept" };
  const { record } = read("answer", { ...answer, attempts: [attempt] });
  const response = /** @type {object} */ (record?.attempts[0]?.response);
  assert.equal(Object.getPrototypeOf(response), null);
  const bad = `{"v":1,"tries":1,"attempts":[{"n":5,"at":5,"result":"kept",
    "response":{"__proto__":{"polluted":1}}}]}`;
  assert.equal(parse("answer", bad).why, "damaged");
});

test("what is read is a copy", () => {
  const data = plain(answer);
  const { record } = read("answer", data);
  data.attempts[0].response = "changed";
  assert.equal(record?.attempts[0]?.response, "a");
});

test("keys in another order make the same record", () => {
  const [one] = answer.attempts;
  const turned = Object.fromEntries(Object.entries(one ?? {}).reverse());
  const { record } = read("answer", { attempts: [turned], tries: 1, v: 1 });
  assert.equal(JSON.stringify(record), JSON.stringify(read("answer", answer).record));
});

test("a later version is not read, and not called damaged", () => {
  assert.equal(parse("answer", '{"v":2,"anything":[]}').why, "later");
});

test("an older version goes through the step that leads on from it", () => {
  const old = { v: 0, response: "a", result: "right", at: "1970-01-01T00:00:00.005Z" };
  /** @type {(kind: string, data: any) => object} */
  const step = (_, { response, result, at }) => {
    const then = Date.parse(at);
    return { v: 1, tries: 1, attempts: [{ n: then, at: then, response, result }] };
  };
  assert.deepEqual(plain(read("answer", old, [step]).record), answer);
});

test("a step that fails, or is missing, leaves a damaged record", () => {
  const fails = () => {
    throw new TypeError("no such thing");
  };
  assert.equal(read("answer", { v: 0 }, [fails]).why, "damaged");
  assert.equal(read("answer", { v: 0 }, []).why, "damaged");
});

test("a ref has as many ids as its kind asks for", () => {
  assert.equal(isRef("answer", "levers/approval-chain"), true);
  assert.equal(isRef("quiz", "levers"), true);
  assert.equal(isRef("place", "last"), true);
  assert.equal(isRef("entry", "plan/purpose/self"), true);
  assert.equal(isRef("entry", "plan/purpose"), false);
  for (const ref of ["levers", "a/b/c", "A/b", "a/__proto__", "a/", "/", "", "a-/b", 3, null]) {
    assert.equal(isRef("answer", ref), false, String(ref));
  }
  assert.equal(isRef("answer", `${"a".repeat(64)}/${"b".repeat(64)}`), true);
  assert.equal(isRef("answer", `${"a".repeat(65)}/b`), false);
});

test("a record's name says its kind and its ref", () => {
  assert.deepEqual(split("answer:a/b"), ["answer", "a/b"]);
  const others = ["answer:a", "probe", "", ":", "__proto__:a", "toString:a", "damaged:answer:a/b"];
  for (const name of others) assert.equal(split(name), null, name);
});

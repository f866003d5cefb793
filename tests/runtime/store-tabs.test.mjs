import assert from "node:assert/strict";
import { test } from "node:test";

import { MemoryStorage, Origin, PREFIX, START, random, store } from "./store-browser.mjs";

const right = /** @type {const} */ ({ response: "a", result: "right" });
const wrong = /** @type {const} */ ({ response: "b", result: "wrong" });
const done = { done: true, by: "learner" };

/** @param {string} text */
const typed = (text) => /** @type {const} */ ({ response: text, result: "kept" });

test("other tabs hear of changes, until they close", () => {
  const origin = new Origin();
  const [one, two] = [origin.open(), origin.open()];
  const writes = store({ host: one, storage: one.localStorage });
  const reads = store({ host: two, storage: two.localStorage });
  origin.settle();
  /** @type {object[]} */
  const heard = [];
  reads.subscribe((change) => heard.push(change));
  writes.add("lesson", "a/b", done);
  one.localStorage.setItem("another", "key");
  origin.settle();
  assert.deepEqual(heard, [{ kind: "lesson", ref: "a/b" }]);
  assert.equal(reads.get("lesson", "a/b")?.done, true);
  writes.erase();
  origin.settle();
  assert.equal(reads.get("lesson", "a/b"), null);
  reads.close();
  writes.add("lesson", "a/c", done);
  origin.settle();
  assert.equal(heard.length, 2);
});

test("tabs that answer the same at once lose nothing, whenever they hear of each other", () => {
  for (let seed = 0; seed < 10; seed += 1) {
    const next = random(seed);
    const origin = new Origin();
    const tabs = [origin.open(), origin.open(), origin.open()];
    const stores = tabs.map((host) => store({ host, storage: host.localStorage }));
    for (let i = 0; i < 60; i += 1) {
      const ref = `a/q${Math.floor(next() * 5)}`;
      stores[i % 3]?.add("answer", ref, typed(`${i}`));
      while (next() < 0.6 && origin.deliver());
    }
    origin.settle();
    for (const { localStorage: storage } of tabs) {
      const records = [...store({ storage }).all("answer").values()];
      const attempts = records.flatMap((record) => record.attempts);
      const there = attempts.map(({ response }) => Number(response)).sort((a, b) => a - b);
      assert.deepEqual(there, Array.from({ length: 60 }, (_, i) => i));
    }
  }
});

test("what was erased in one tab does not come back from another", () => {
  const origin = new Origin();
  const tabs = [origin.open(), origin.open()];
  const [one, two] = tabs.map((host) => store({ host, storage: host.localStorage }));
  one?.add("answer", "a/b", right);
  two?.add("answer", "a/b", wrong);
  two?.add("answer", "a/c", wrong);
  origin.settle();
  one?.erase();
  origin.settle();
  two?.add("answer", "a/d", right);
  origin.settle();
  assert.deepEqual([...(two?.all("answer").keys() ?? [])], ["a/d"]);
  assert.deepEqual([...(one?.all("answer").keys() ?? [])], ["a/d"]);
});

test("a page that comes back from the browser's history catches up", () => {
  const host = new EventTarget();
  const storage = new MemoryStorage();
  const one = store({ host, storage });
  one.add("answer", "a/b", right);
  one.add("answer", "a/c", right);
  storage.removeItem(`${PREFIX}answer:a/b`);
  const other = store({ storage, now: () => START + 5_000 });
  other.erase();
  other.add("answer", "a/c", wrong);
  /** @type {object[]} */
  const heard = [];
  one.subscribe((change) => heard.push(change));
  host.dispatchEvent(Object.assign(new Event("pageshow"), { persisted: false }));
  host.dispatchEvent(Object.assign(new Event("pageshow"), { persisted: true }));
  assert.deepEqual(heard, [{ kind: "all", ref: "" }]);
  assert.equal(one.get("answer", "a/b"), null);
});

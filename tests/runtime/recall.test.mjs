import assert from "node:assert/strict";
import { test } from "node:test";

import { ago } from "../../macros/coursewright/theme/assets/earlier.js";
import { Recall } from "../../macros/coursewright/theme/assets/recall.js";
import { MemoryStorage, store } from "./store-browser.mjs";

/** @param {Record<string, string>} dataset */
const root = (dataset) =>
  /** @type {any} */ ({ dataset, getAttribute: () => "tea/first-move" });

const wrong = /** @type {any} */ ({ result: "wrong" });
const right = /** @type {any} */ ({ result: "right", score: 1 });

test("what is kept comes back, with how often it was not right", () => {
  const one = store({ storage: new MemoryStorage() });
  const recall = new Recall(one, root({ asked: "1a" }));
  assert.equal(recall.get(), null);
  recall.keep("a", wrong, null);
  recall.keep("b", wrong, 3);
  const { at, ...earlier } = /** @type {any} */ (recall.get());
  assert.deepEqual(earlier, { response: "b", sure: 3, misses: 2 });
  assert.equal(typeof at, "number");
});

test("another wording is another question, whose history stays", () => {
  const one = store({ storage: new MemoryStorage() });
  new Recall(one, root({ asked: "1a" })).keep("a", wrong, null);
  const reworded = new Recall(one, root({ asked: "2b" }));
  assert.equal(reworded.get(), "changed");
  reworded.keep("b", right, null);
  const { response, misses } = /** @type {any} */ (reworded.get());
  assert.deepEqual({ response, misses }, { response: "b", misses: 0 });
  assert.equal(one.get("answer", "tea/first-move")?.attempts.length, 2);
});

test("a renamed question has the answers it had", () => {
  const one = store({ storage: new MemoryStorage() });
  one.add("answer", "tea/old", { response: "a", result: "right", asked: "1a" });
  const recall = new Recall(one, root({ asked: "1a", was: "tea/old tea/older" }));
  assert.equal(/** @type {any} */ (recall.get()).response, "a");
});

test("without a store nothing is kept, and nothing fails", () => {
  const recall = new Recall(null, root({}));
  recall.keep("a", right, null);
  assert.equal(recall.get(), null);
});

test("when it was is said in days, in the page's language", () => {
  const now = new Date(2026, 5, 10, 12).getTime();
  const days = (/** @type {number} */ n) => new Date(2026, 5, 10 - n, 23, 59).getTime();
  assert.equal(ago(now - 1000, now, "en"), "today");
  assert.equal(ago(days(1), now, "en"), "yesterday");
  assert.equal(ago(days(3), now, "en"), "3 days ago");
  assert.equal(ago(days(3), now, "de"), "vor 3 Tagen");
  assert.equal(ago(now + 1e9, now, ""), "today");
});

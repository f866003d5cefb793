import assert from "node:assert/strict";
import { test } from "node:test";

import { order } from "../../macros/coursewright/theme/assets/seed.js";

const keys = ["a1", "b2", "c3", "d4"];
const seeds = Array.from({ length: 400 }, (_, i) => `${i}/tea/first`);

test("the order is the same for one learner, and has every key once", () => {
  for (const seed of seeds) {
    assert.deepEqual(order(keys, seed), order([...keys].reverse(), seed));
    assert.deepEqual([...order(keys, seed)].sort(), keys);
  }
});

test("learners meet different orders, each about as often", () => {
  for (const key of keys) {
    const first = seeds.filter((seed) => order(keys, seed)[0] === key).length;
    assert.ok(first > 60 && first < 140, `${key} is first ${first} times of 400`);
  }
  assert.equal(new Set(seeds.map((seed) => order(keys, seed).join())).size, 24);
});

test("questions of one learner have orders of their own", () => {
  const ranks = Array.from({ length: 50 }, (_, i) => order(keys, `7/tea/q${i}`).join());
  assert.ok(new Set(ranks).size > 12);
});

test("another option leaves the others' order alone", () => {
  for (const seed of seeds) {
    const more = order([...keys, "e5"], seed).filter((key) => key !== "e5");
    assert.deepEqual(more, order(keys, seed));
  }
});

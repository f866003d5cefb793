import assert from "node:assert/strict";
import { test } from "node:test";

import { drawn, shuffled } from "../../macros/coursewright/theme/assets/quiz-round.js";
import { sum } from "../../macros/coursewright/theme/assets/quiz-sum.js";

const seeds = Array.from({ length: 300 }, (_, i) => i * 7919);

/** Twelve questions on three objectives: 6, 4 and 2. */
const pool = Array.from({ length: 12 }, (_, i) => ({
  ref: `tea/q${i}`,
  objective: i < 6 ? "brew" : i < 10 ? "pour" : "serve",
  graded: true,
}));

const objectiveOf = (/** @type {string} */ ref) => pool.find((one) => one.ref === ref)?.objective;

test("a draw has as many as asked for, each once", () => {
  for (const seed of seeds) {
    for (const count of [1, 5, 12, 40]) {
      const refs = drawn(pool, count, seed);
      assert.equal(refs.length, Math.min(count, 12));
      assert.equal(new Set(refs).size, refs.length);
    }
  }
});

test("objectives are asked equally often, as long as they have questions", () => {
  for (const seed of seeds) {
    /** @type {Record<string, number>} */
    const counts = { brew: 0, pour: 0, serve: 0 };
    for (const ref of drawn(pool, 5, seed)) {
      const objective = objectiveOf(ref) ?? "";
      counts[objective] = (counts[objective] ?? 0) + 1;
    }
    assert.deepEqual(Object.values(counts).sort(), [1, 2, 2]);
    const all = drawn(pool, 9, seed).map(objectiveOf);
    assert.equal(all.filter((one) => one === "serve").length, 2);
    assert.ok(all.filter((one) => one === "pour").length >= 3);
  }
});

test("every question is drawn sooner or later, and the order differs", () => {
  const rounds = seeds.map((seed) => drawn(pool, 5, seed));
  assert.equal(new Set(rounds.flat()).size, 12);
  assert.ok(new Set(rounds.map((refs) => refs.join())).size > 290);
});

test("the same seed draws the same", () => {
  assert.deepEqual(drawn(pool, 5, 42), drawn(pool, 5, 42));
  assert.deepEqual(shuffled([1, 2, 3, 4], 7), shuffled([1, 2, 3, 4], 7));
});

test("questions of earlier modules all come last, besides what is drawn", () => {
  const earlier = ["milk/a", "milk/b", "milk/c"].map((ref) => ({
    ...{ ref, objective: "warm", graded: true, review: true },
  }));
  const orders = new Set();
  for (const seed of seeds) {
    const refs = drawn([...pool, ...earlier], 8, seed);
    assert.deepEqual(refs.slice(5).sort(), ["milk/a", "milk/b", "milk/c"]);
    assert.ok(refs.slice(0, 5).every((ref) => ref.startsWith("tea/")));
    orders.add(refs.slice(5).join());
  }
  assert.equal(orders.size, 6);
});

test("nothing is drawn from nothing", () => {
  assert.deepEqual(drawn([], 5, 1), []);
  assert.deepEqual(shuffled([], 1), []);
});

test("each place of a shuffled list gets each thing about as often", () => {
  const first = seeds.map((seed) => shuffled(["a", "b", "c"], seed)[0]);
  for (const one of "abc") {
    const count = first.filter((other) => other === one).length;
    assert.ok(count > 60 && count < 140, `${one} is first ${count} times of 300`);
  }
});

const asked = [
  { ref: "tea/a", objective: "brew", graded: true },
  { ref: "tea/b", objective: "brew", graded: true },
  { ref: "tea/c", objective: "pour", graded: true },
  { ref: "tea/d", objective: "pour", graded: false },
];

test("what is partly right counts in part, and what is kept is not counted", () => {
  const results = new Map([
    ["tea/a", { result: "right" }],
    ["tea/b", { result: "partly", score: 0.5 }],
    ["tea/c", { result: "wrong" }],
    ["tea/d", { result: "kept" }],
  ]);
  assert.deepEqual(sum(asked, results), {
    right: 1.5,
    total: 3,
    percent: 50,
    kept: 1,
    missing: 0,
    objectives: [
      { objective: "brew", right: 1.5, total: 2 },
      { objective: "pour", right: 0, total: 1 },
    ],
    missed: ["tea/b", "tea/c"],
  });
});

test("what has no answer is missing, missed, and not right", () => {
  const all = sum(asked, new Map([["tea/a", { result: "right" }]]));
  assert.deepEqual([all.right, all.total, all.missing, all.kept], [1, 3, 3, 0]);
  assert.deepEqual(all.missed, ["tea/b", "tea/c", "tea/d"]);
});

test("a percentage is never rounded up to all", () => {
  const many = Array.from({ length: 300 }, (_, i) => ({ ...asked[0], ref: `tea/${i}` }));
  const results = new Map(many.slice(1).map(({ ref }) => [ref, { result: "right" }]));
  assert.equal(sum(/** @type {any} */ (many), results).percent, 99);
  const thirds = new Map(asked.map(({ ref }) => [ref, { result: "right", score: 1 }]));
  assert.equal(sum(asked, thirds).percent, 100);
});

test("nothing that is graded gives no percentage", () => {
  const all = sum(asked.slice(3), new Map([["tea/d", { result: "kept" }]]));
  assert.deepEqual([all.total, all.percent, all.missed], [0, 0, []]);
});

import assert from "node:assert/strict";
import { test } from "node:test";

import {
  HISTORY,
  LAST_TIME,
  all,
  best,
  history,
  join,
  last,
  scoreOf,
  stamp,
  trimmed,
} from "../../macros/coursewright/theme/assets/store-merge.js";
import { random } from "./store-browser.mjs";

/** @import { Attempt, History } from "../../macros/coursewright/theme/assets/store-types.js" */

const RESULTS = /** @type {const} */ (["right", "partly", "wrong", "kept"]);

/**
 * @param {number} n
 * @param {Partial<Attempt>} [more]
 * @returns {Attempt}
 */
const attempt = (n, more) => ({ n, at: n, response: "a", result: "wrong", ...more });

/** @param {Attempt[]} attempts */
const record = (...attempts) => history(1, attempts.length, attempts);

/**
 * A record of up to 30 attempts whose stamps often clash.
 *
 * @param {() => number} next
 * @returns {History<Attempt>}
 */
function anyRecord(next) {
  const upTo = (/** @type {number} */ most) => Math.floor(next() * most);
  const many = Array.from({ length: 1 + upTo(30) }, () => ({
    n: upTo(25),
    at: upTo(3),
    response: upTo(3),
    result: RESULTS[upTo(4)] ?? "kept",
    ...(next() < 0.5 ? { score: upTo(5) / 4 } : {}),
  }));
  const whole = history(1, 1 + upTo(40), many);
  return next() < 0.2 ? trimmed(whole, 1 + upTo(5)) : whole;
}

/** @param {() => number} next */
function anyMark(next) {
  const upTo = (/** @type {number} */ most) => Math.floor(next() * most);
  return { v: 1, n: upTo(3), at: upTo(3), done: next() < 0.5, by: "learner" };
}

for (const [what, made] of /** @type {const} */ ([
  ["answers", anyRecord],
  ["marks", anyMark],
])) {
  const next = random(20260105);
  const triples = Array.from({ length: 1000 }, () => [made(next), made(next), made(next)]);

  test(`${what} merge to the same in either order`, () => {
    for (const [a, b] of triples) assert.deepEqual(join(a, b), join(b, a));
  });

  test(`${what} merge to the same however they are grouped`, () => {
    for (const [a, b, c] of triples) assert.deepEqual(join(join(a, b), c), join(a, join(b, c)));
  });

  test(`${what} merged with what is in them already stay as they are`, () => {
    for (const [a, b] of triples) {
      const both = join(a, b);
      assert.deepEqual(join(a, a), a);
      assert.deepEqual(join(both, b), both);
    }
  });
}

test("a merge holds the newest attempts of both, and the best ever", () => {
  const next = random(7);
  for (let i = 0; i < 1000; i += 1) {
    const [a, b] = [anyRecord(next), anyRecord(next)];
    const both = join(a, b);
    const pool = [...all(a), ...all(b)];
    assert.ok(both.attempts.length <= HISTORY);
    assert.equal(last(both).n, Math.max(...pool.map(({ n }) => n)));
    assert.equal(scoreOf(best(both)), Math.max(...pool.map(scoreOf)));
    assert.ok(both.tries >= Math.max(a.tries, b.tries, both.attempts.length));
  }
});

test("nothing is lost where both together have no more than a record holds", () => {
  const a = record(attempt(1), attempt(3));
  const b = record(attempt(2), attempt(3), attempt(4));
  assert.deepEqual(join(a, b).attempts.map(({ n }) => n), [1, 2, 3, 4]);
});

test("the best attempt is held apart only when it is too old to be among the others", () => {
  const right = attempt(0, { result: "right" });
  const few = record(right, attempt(1));
  assert.equal(few.best, undefined);
  assert.equal(best(few), right);
  const many = record(right, ...Array.from({ length: HISTORY }, (_, i) => attempt(i + 1)));
  assert.equal(many.best, right);
  assert.equal(many.attempts.length, HISTORY);
  assert.equal(many.tries, HISTORY + 1);
});

test("among equal scores, the newest is the best", () => {
  const rights = [attempt(1, { result: "right" }), attempt(2, { result: "right" })];
  assert.equal(best(record(...rights)).n, 2);
});

test("a score that is not given follows from the result", () => {
  assert.equal(scoreOf(attempt(1, { result: "right" })), 1);
  assert.equal(scoreOf(attempt(1, { result: "kept" })), 0);
  assert.equal(scoreOf(attempt(1, { result: "partly", score: 0.5 })), 0.5);
});

test("a record that is trimmed keeps the last and the best attempt, and the count", () => {
  const whole = record(attempt(1, { result: "right" }), attempt(2), attempt(3), attempt(4));
  const less = trimmed(whole, 1);
  assert.deepEqual(less.attempts.map(({ n }) => n), [1, 4]);
  assert.equal(less.tries, 4);
});

test("what is done later comes later, even when the clock was set back", () => {
  const there = record(attempt(5000));
  assert.deepEqual(stamp(9000, there), { n: 9000, at: 9000 });
  assert.deepEqual(stamp(20, there), { n: 5001, at: 20 });
  assert.deepEqual(stamp(20, { n: 5000 }), { n: 5001, at: 20 });
});

for (const now of [NaN, Infinity, -Infinity, -5, 1e300]) {
  test(`a clock that says ${now} gives a time that can be kept`, () => {
    const { n, at } = stamp(now);
    assert.ok(Number.isInteger(at) && at >= 0 && at <= LAST_TIME);
    assert.equal(n, at);
  });
}


import assert from "node:assert/strict";
import { test } from "node:test";

import { correlation, discrimination, fisher, mean, wilson } from "../../macros/coursewright/theme/assets/desk-stats.js";

/**
 * @param {number} expected
 * @param {number | null | undefined} actual
 * @param {number} [within]
 */
const near = (expected, actual, within = 1e-9) =>
  assert.ok(Math.abs((actual ?? NaN) - expected) <= within, `${actual} is not ${expected}`);

/** @param {number[]} xs @param {number[]} ys */
const pairs = (xs, ys) => xs.map((x, at) => /** @type {[number, number]} */ ([x, ys[at] ?? 0]));

test("a point-biserial correlation as SciPy's manual works it out", () => {
  // scipy.stats.pointbiserialr([0, 0, 0, 1, 1, 1, 1], [0, 1, 2, 3, 4, 5, 6])
  near(0.8660254037844386, correlation(pairs([0, 0, 0, 1, 1, 1, 1], [0, 1, 2, 3, 4, 5, 6])));
});

test("the textbook's other formula gives the same: (M1 - M0) / s * sqrt(p q)", () => {
  const [xs, ys] = [[1, 1, 1, 1, 1, 0, 0, 0, 0, 0], [9, 8, 8, 7, 6, 7, 5, 4, 4, 2]];
  // M1 = 7.6, M0 = 4.4, s (of all ten, divided by n) = sqrt(4.4), p = q = 0.5
  near(((7.6 - 4.4) / Math.sqrt(4.4)) * 0.5, correlation(pairs(xs, ys)));
});

test("a correlation with a side that never varies, or of two, is not defined", () => {
  assert.equal(correlation(pairs([1, 1, 1], [1, 2, 3])), null);
  assert.equal(correlation(pairs([1, 0, 1], [0.1 + 0.2, 0.3, 0.3])), null);
  assert.equal(correlation(pairs([0, 1], [1, 2])), null);
  assert.equal(correlation([]), null);
});

test("a perfect correlation is one, and no more", () => {
  near(1, correlation(pairs([0, 0, 1, 1], [0.1, 0.1, 0.7, 0.7])));
  near(-1, correlation(pairs([0, 0, 1, 1], [0.7, 0.7, 0.1, 0.1])));
});

/** @param {string} marks  One letter a question, r for right; a dot where it was not answered. */
const sheet = (marks) =>
  new Map([...marks].flatMap((mark, at) => (mark === "." ? [] : [[`q${at}`, mark === "r"]])));

test("discrimination leaves the question out of what it is compared with", () => {
  const sheets = ["rrr", "rrw", "rww", "wrw", "www"].map(sheet);
  // Of q0 against the share of q1 and q2: (1, 1), (1, 0.5), (1, 0), (0, 0.5), (0, 0)
  near(correlation(pairs([1, 1, 1, 0, 0], [1, 0.5, 0, 0.5, 0])) ?? NaN, discrimination("q0", sheets).r);
  near(0.3273268353539886, discrimination("q0", sheets).r, 1e-12);
  assert.equal(discrimination("q0", sheets).n, 5);
});

test("with the question in the score the figure would be larger", () => {
  const whole = correlation(pairs([1, 1, 1, 0, 0], [3, 2, 1, 1, 0])) ?? 0;
  assert.ok(whole > 0.72);
});

test("people count who answered it and one more", () => {
  const sheets = ["rr", "wr", "ww", "r.", ".r", "rw"].map(sheet);
  assert.equal(discrimination("q0", sheets).n, 4);
  assert.deepEqual(discrimination("q9", sheets), { r: null, n: 0 });
});

test("Wilson's interval for a share, as published tables have it", () => {
  // 81 of 263, by Newcombe (1998, Statistics in Medicine 17, 857-872), method 3: 0.2553 to 0.3662
  const [low, high] = wilson(81, 263) ?? [];
  near(0.2553, low, 5e-5);
  near(0.3662, high, 5e-5);
  // 0 of 20, the same table: 0.0000 to 0.1611
  near(0, wilson(0, 20)?.[0]);
  near(0.1611, wilson(0, 20)?.[1], 5e-5);
  assert.equal(wilson(0, 0), null);
});

test("what the page says of 30 people is what Fisher's interval gives", () => {
  const [low, high] = fisher(0.3, 30) ?? [];
  near(-0.07, low, 5e-3);
  near(0.6, high, 5e-3);
});

test("there is no interval for what is not defined, of three, or perfect", () => {
  assert.equal(fisher(null, 30), null);
  assert.equal(fisher(0.5, 3), null);
  assert.equal(fisher(1, 30), null);
});

test("a mean of nothing is nothing", () => {
  assert.equal(mean([]), null);
  assert.equal(mean([1, 2, 6]), 3);
});

/**
 * Statistics of questions. Pure. Where a figure cannot be computed, it is null, never a guess.
 *
 * Difficulty is the share who were right at the first try. Discrimination is the point-biserial
 * correlation, which is Pearson's with one variable that is 0 or 1 (F. M. Lord and M. R. Novick,
 * Statistical Theories of Mental Test Scores, 1968, section 15.5), between being right and the
 * score of the remaining questions: with the question itself in the score, the figure would be
 * inflated (J. P. Guilford, "The correlation of an item with a composite of the remaining items in
 * a test", Educational and Psychological Measurement 13, 1953, 87-93).
 *
 * Intervals say how far chance alone can carry these figures: Wilson's for a share (E. B. Wilson,
 * Journal of the American Statistical Association 22, 1927, 209-212), Fisher's for a correlation
 * (R. A. Fisher, "On the 'probable error' of a coefficient of correlation", Metron 1, 1921, 3-32).
 */

/** Two-sided, 95 percent. */
const Z = 1.959963984540054;

/** @typedef {[low: number, high: number]} Interval */

/** @param {readonly number[]} values */
export function mean(values) {
  return values.length ? values.reduce((sum, one) => sum + one, 0) / values.length : null;
}

/**
 * Pearson's correlation; null for fewer than three pairs, or where one side never varies.
 *
 * @param {readonly (readonly [number, number])[]} pairs
 */
export function correlation(pairs) {
  if (pairs.length < 3) return null;
  const [mx, my] = [0, 1].map((side) => mean(pairs.map((pair) => pair[side] ?? 0)) ?? 0);
  let [xx, yy, xy] = [0, 0, 0];
  for (const [x, y] of pairs) {
    const [dx, dy] = [x - (mx ?? 0), y - (my ?? 0)];
    xx += dx * dx;
    yy += dy * dy;
    xy += dx * dy;
  }
  const least = Number.EPSILON * pairs.length;
  if (xx <= least || yy <= least) return null;
  return Math.max(-1, Math.min(1, xy / Math.sqrt(xx * yy)));
}

/**
 * For each question, being right against the share of the others that the same person got right.
 * Only people who answered it and at least one other of these questions count.
 *
 * @param {string} ref
 * @param {readonly ReadonlyMap<string, boolean>[]} sheets  Who got what right, one for each person.
 */
export function discrimination(ref, sheets) {
  /** @type {[number, number][]} */
  const pairs = [];
  for (const sheet of sheets) {
    const own = sheet.get(ref);
    if (own === undefined || sheet.size < 2) continue;
    let right = -Number(own);
    for (const one of sheet.values()) right += Number(one);
    pairs.push([Number(own), right / (sheet.size - 1)]);
  }
  return { r: correlation(pairs), n: pairs.length };
}

/**
 * @param {number} right
 * @param {number} n
 * @returns {Interval | null}
 */
export function wilson(right, n) {
  if (!n) return null;
  const [p, z2] = [right / n, Z * Z];
  const middle = (p + z2 / (2 * n)) / (1 + z2 / n);
  const half = (Z / (1 + z2 / n)) * Math.sqrt((p * (1 - p)) / n + z2 / (4 * n * n));
  return [Math.max(0, middle - half), Math.min(1, middle + half)];
}

/**
 * @param {number | null} r
 * @param {number} n
 * @returns {Interval | null}
 */
export function fisher(r, n) {
  if (r === null || n < 4 || Math.abs(r) >= 1) return null;
  const half = Z / Math.sqrt(n - 3);
  return [Math.tanh(Math.atanh(r) - half), Math.tanh(Math.atanh(r) + half)];
}

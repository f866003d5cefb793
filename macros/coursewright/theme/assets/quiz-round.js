/** Which questions a round asks, and in which order. Pure. */

/** @import { Asked } from "./quiz-sum.js" */

/**
 * The same list in an order that goes with the seed.
 *
 * @template T
 * @param {readonly T[]} list
 * @param {number} seed
 */
export function shuffled(list, seed) {
  const random = randomBy(seed);
  return list
    .map((item) => ({ item, rank: random() }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ item }) => item);
}

/**
 * So many of a pool, in an order that goes with the seed. Objectives take turns, so that each is
 * asked as often as any other, or once more. Questions of earlier modules all follow.
 *
 * @param {readonly Asked[]} pool
 * @param {number} count
 * @param {number} seed
 */
export function drawn(pool, count, seed) {
  /** @type {Map<string, string[]>} */
  const groups = new Map();
  /** @type {string[]} */
  const earlier = [];
  for (const { ref, objective, review } of shuffled(pool, seed)) {
    if (review) earlier.push(ref);
    else groups.set(objective, [...(groups.get(objective) ?? []), ref]);
  }
  const turns = Math.max(0, ...[...groups.values()].map((refs) => refs.length));
  const refs = Array.from({ length: turns }, (_, turn) =>
    [...groups.values()].flatMap((group) => group.slice(turn, turn + 1)),
  ).flat();
  return [...shuffled(refs.slice(0, count - earlier.length), seed + 1), ...earlier];
}

/**
 * Numbers from 0 to 1, the same for the same seed (mulberry32).
 *
 * @param {number} seed
 */
function randomBy(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

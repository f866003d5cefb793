/** How two copies of a record become one, whichever comes first and however often. Pure. */

/** @import { Attempt, History, Round, Stamp } from "./store-types.js" */

/** How many attempts a record holds, beside the best one. */
export const HISTORY = 20;
/** The last millisecond that a date can hold. */
export const LAST_TIME = 8.64e15;

/**
 * The stamp of what is done now. Its `n` is the clock, but later than anything in the record, so
 * that a clock set back loses nothing.
 *
 * @param {number} now
 * @param {any} [record]
 * @returns {Stamp}
 */
export function stamp(now, record) {
  const at = Number.isFinite(now) ? Math.min(Math.max(0, Math.round(now)), LAST_TIME) : 0;
  const before = record?.attempts ? last(record).n : (record?.n ?? -1);
  return { n: Math.min(Math.max(at, before + 1), LAST_TIME), at };
}

/**
 * Negative when the first is older. What has the same stamp is ordered by what it says.
 *
 * @param {Stamp} a
 * @param {Stamp} b
 */
export function compare(a, b) {
  if (a.n !== b.n || a.at !== b.at) return a.n - b.n || a.at - b.at;
  const [one, two] = [JSON.stringify(a), JSON.stringify(b)];
  return one < two ? -1 : Number(one > two);
}

/**
 * One record from two of the same thing: every attempt, or the newer mark.
 *
 * @template R
 * @param {R} a
 * @param {R} b
 * @returns {R}
 */
export function join(a, b) {
  const [one, two] = /** @type {any[]} */ ([a, b]);
  if (!one.attempts) return compare(one, two) < 0 ? two : one;
  const tries = Math.max(one.tries, two.tries);
  return /** @type {any} */ (history(one.v, tries, [...all(one), ...all(two)]));
}

/**
 * A record of these attempts. The best one is held apart once it is too old to be among them.
 *
 * @template {Stamp} T
 * @param {number} v
 * @param {number} tries
 * @param {readonly T[]} pool
 * @returns {History<T>}
 */
export function history(v, tries, pool) {
  const sorted = [...new Map(pool.map((one) => [JSON.stringify(one), one])).values()].sort(compare);
  const attempts = sorted.slice(-HISTORY);
  const top = best({ attempts: sorted });
  const record = { v, tries: Math.max(tries, attempts.length), attempts };
  return attempts.includes(top) ? record : { ...record, best: top };
}

/**
 * The record with fewer attempts; the last and the best one stay.
 *
 * @template R
 * @param {R} record
 * @param {number} limit
 * @returns {R}
 */
export function trimmed(record, limit) {
  const { v, tries, attempts } = /** @type {any} */ (record);
  if (!attempts || attempts.length <= limit) return record;
  const stay = [best(/** @type {any} */ (record)), ...attempts.slice(-limit)];
  return /** @type {any} */ (history(v, tries, stay));
}

/**
 * Every attempt that a record holds.
 *
 * @param {any} record
 */
export function all({ attempts, best: apart }) {
  return apart ? [apart, ...attempts] : attempts;
}

/**
 * @template T
 * @param {Pick<History<T>, "attempts">} record
 */
export function last({ attempts }) {
  return /** @type {T} */ (attempts.at(-1));
}

/**
 * The attempt with the highest score; among equals, the newest.
 *
 * @template {Stamp} T
 * @param {Pick<History<T>, "attempts" | "best">} record
 * @returns {T}
 */
export function best(record) {
  const beats = (/** @type {any} */ a, /** @type {any} */ b) =>
    (scoreOf(a) - scoreOf(b) || compare(a, b)) > 0;
  return all(record).reduce((/** @type {T} */ top, /** @type {T} */ one) =>
    beats(one, top) ? one : top,
  );
}

/** @param {Partial<Attempt | Round>} attempt */
export function scoreOf(attempt) {
  return attempt.score ?? Number("result" in attempt && attempt.result === "right");
}

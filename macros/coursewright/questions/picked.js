/** What kinds have in common when they tell a trainer what somebody answered. Pure. */

/** @import { Part, Picked } from "../theme/assets/desk-types.js" */

/**
 * What a key stands for in a part; null when the part has no such key, or no longer.
 *
 * @param {Part | undefined} part
 * @param {unknown} key
 * @returns {Picked | null}
 */
export function picked(part, key) {
  const pick = part?.picks.find((one) => one.key === key);
  return part && pick ? { part: part.label, key: pick.key, text: pick.text, right: pick.right } : null;
}

/**
 * What several keys stand for in one part.
 *
 * @param {Part | undefined} part
 * @param {unknown} keys
 * @returns {Picked[]}
 */
export function pickedAll(part, keys) {
  const each = Array.isArray(keys) ? [...new Set(keys)].map((key) => picked(part, key)) : [];
  return each.filter((one) => one !== null);
}

/** The decisions that somebody took, for a trainer. */

/** @import { Part, Picked } from "../../theme/assets/desk-types.js" */

/**
 * From the start on, as far as the decisions lead on to each other.
 *
 * @param {unknown} response
 * @param {readonly Part[]} parts
 * @returns {Picked[]}
 */
export function picks(response, parts) {
  /** @type {Picked[]} */
  const taken = [];
  let part = parts[0];
  for (const key of Array.isArray(response) ? response : []) {
    const pick = part?.picks.find((one) => one.key === key);
    if (!part || !pick) break;
    taken.push({ part: part.label, key: `${part.name} ${pick.key}`, text: pick.text, right: pick.right });
    part = parts.find(({ name }) => name === pick.to);
  }
  return taken;
}

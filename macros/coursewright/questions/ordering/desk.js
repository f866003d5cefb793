/** The order that somebody gave, for a trainer. */

import { pickedAll } from "../picked.js";

/** @import { Part, Picked } from "../../theme/assets/desk-types.js" */

/**
 * A whole order is one answer: what is out of place depends on everything else.
 *
 * @param {unknown} response
 * @param {readonly Part[]} parts
 * @returns {Picked[]}
 */
export function picks(response, [part]) {
  const items = pickedAll(part, response);
  const total = part?.picks.length ?? 0;
  if (!items.length || items.length !== total) return [];
  const keys = items.map(({ key }) => key);
  const right = part?.picks.every(({ key }, at) => key === keys[at]) ?? false;
  return [{ part: "", key: keys.join(" "), text: items.map(({ text }) => text).join(" → "), right }];
}

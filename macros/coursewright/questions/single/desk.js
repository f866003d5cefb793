/** What somebody chose, for a trainer. */

import { picked } from "../picked.js";

/** @import { Part, Picked } from "../../theme/assets/desk-types.js" */

/**
 * @param {unknown} response
 * @param {readonly Part[]} parts
 * @returns {Picked[]}
 */
export function picks(response, [part]) {
  const found = picked(part, response);
  return found ? [found] : [];
}

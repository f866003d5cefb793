/** The verdict that somebody gave, and their reason, for a trainer. */

import { picked } from "../picked.js";

/** @import { Part, Picked } from "../../theme/assets/desk-types.js" */

/**
 * @param {any} response
 * @param {readonly Part[]} parts
 * @returns {Picked[]}
 */
export function picks(response, parts) {
  const each = parts.map((part) => picked(part, Object(response)[part.name]));
  return each.filter((one) => one !== null);
}

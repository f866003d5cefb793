/** What somebody chose in each row, for a trainer. */

import { picked } from "../picked.js";

/** @import { Part, Picked } from "../../theme/assets/desk-types.js" */

/**
 * @param {unknown} response
 * @param {readonly Part[]} parts
 * @returns {Picked[]}
 */
export function picks(response, parts) {
  const rows = Array.isArray(response) ? response.filter(Array.isArray) : [];
  const each = rows.map(([row, key]) => picked(parts.find(({ name }) => name === row), key));
  return each.filter((one) => one !== null);
}

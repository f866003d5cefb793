/** Everything that somebody chose, for a trainer. */

import { pickedAll } from "../picked.js";

/** @import { Part, Picked } from "../../theme/assets/desk-types.js" */

/**
 * @param {unknown} response
 * @param {readonly Part[]} parts
 * @returns {Picked[]}
 */
export const picks = (response, [part]) => pickedAll(part, response);

/** The number that somebody wrote, for a trainer. */

import { readings } from "./browser.js";

/** @import { Part, Picked } from "../../theme/assets/desk-types.js" */

/**
 * Numbers are told apart by what they say, not by how they are written.
 *
 * @param {unknown} response
 * @param {readonly Part[]} _
 * @param {string} result
 * @returns {Picked[]}
 */
export function picks(response, _, result) {
  if (typeof response !== "string" || !response.trim()) return [];
  const [number, other] = readings(response);
  const clear = number !== undefined && other === undefined;
  const key = clear ? String(number) : response.trim();
  return [{ part: "", key, text: response.trim(), right: result === "right" }];
}

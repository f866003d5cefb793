/** What somebody wrote, where they shared it, for a trainer. */

/** @import { Part, Picked } from "../../theme/assets/desk-types.js" */

/**
 * @param {any} response
 * @param {readonly Part[]} _
 * @returns {Picked[]}
 */
export function picks(response, _) {
  const text = Object(response).text;
  return typeof text === "string" && text.trim() ? [{ part: "", key: text, text, right: null }] : [];
}

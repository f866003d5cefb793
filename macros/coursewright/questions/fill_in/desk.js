/** What somebody wrote into each blank, for a trainer. */

import { folded } from "./browser.js";

/** @import { Part, Picked } from "../../theme/assets/desk-types.js" */

/**
 * @param {any} response
 * @param {readonly Part[]} parts
 * @returns {Picked[]}
 */
export function picks(response, parts) {
  return parts.flatMap((part, at) => {
    const text = Object(response)[part.name];
    const label = parts.length > 1 ? String(at + 1) : "";
    return typeof text === "string" ? [written(part, label, text)] : [];
  });
}

/**
 * Texts that count as the same are one.
 *
 * @param {Part} part
 * @param {string} label
 * @param {string} text
 * @returns {Picked}
 */
function written({ picks: known, exact }, label, text) {
  const key = folded(text, exact);
  const right = known.some((one) => one.right && folded(one.text, exact) === key);
  return { part: label, key, text: text.trim(), right };
}

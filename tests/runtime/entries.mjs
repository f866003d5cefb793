/** What tests of several kinds build their input from. */

/** @import { Entry } from "../../macros/coursewright/theme/assets/grading.js" */

/**
 * Entries of one group, by key.
 *
 * @param {string} name
 * @param {Record<string, boolean>} correct
 * @returns {Entry[]}
 */
export function entries(name, correct) {
  return Object.entries(correct).map(([key, is]) => ({ name, key, correct: is, data: {} }));
}

/**
 * A form as it is submitted.
 *
 * @param {...[name: string, value: string]} pairs
 */
export function form(...pairs) {
  const data = new FormData();
  for (const [name, value] of pairs) data.append(name, value);
  return data;
}

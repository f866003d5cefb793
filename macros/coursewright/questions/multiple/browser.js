/** @import { Entry, Gap, Grade, Phrase, Result } from "../../theme/assets/grading.js" */

const name = "choice";

/**
 * The keys of all options chosen, in the order of the page.
 *
 * @param {FormData} data
 */
export const read = (data) => /** @type {string[]} */ (data.getAll(name));

/**
 * @param {string[]} response
 * @returns {Gap | null}
 */
export const gap = (response) => (response.length ? null : { name, say: ["multiple-none"] });

/**
 * Only what was chosen is marked: what was missed is for the next try.
 *
 * @param {string[]} keys
 * @param {readonly Entry[]} entries
 * @returns {Grade}
 */
export function grade(keys, entries) {
  const total = entries.filter((entry) => entry.correct).length;
  const right = entries.filter((entry) => entry.correct && keys.includes(entry.key)).length;
  const count = keys.length - right;
  const marks = keys.map((key) => ({ name, key }));
  const score = Math.max(0, right - count) / total;
  return {
    result: result(right, total, count),
    score,
    headline: headline(right, total, count),
    marks,
  };
}

/**
 * @param {number} right
 * @param {number} total
 * @param {number} extra
 * @returns {Result}
 */
function result(right, total, extra) {
  if (right === total && !extra) return "right";
  return right ? "partly" : "wrong";
}

/**
 * @param {number} right
 * @param {number} total
 * @param {number} count  How many were chosen that do not belong.
 * @returns {Phrase}
 */
function headline(right, total, count) {
  if (count) return ["multiple-extra", { right, total, count }];
  return right === total ? ["right"] : ["counted", { right, total }];
}

/**
 * @param {HTMLFormElement} form
 * @param {unknown} response
 */
export function restore(form, response) {
  const keys = Array.isArray(response) ? response : [];
  const boxes = [...form.querySelectorAll("input")].filter((box) => box.name === name);
  const known = new Set(boxes.map((box) => box.value));
  if (!keys.length || !keys.every((key) => known.has(key))) return false;
  for (const box of boxes) box.checked = keys.includes(box.value);
  return true;
}

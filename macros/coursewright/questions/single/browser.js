/** @import { Entry, Gap, Grade } from "../../theme/assets/grading.js" */

const name = "choice";

/**
 * The key of the option chosen.
 *
 * @param {FormData} data
 */
export const read = (data) => /** @type {string | null} */ (data.get(name));

/**
 * @param {string | null} response
 * @returns {Gap | null}
 */
export const gap = (response) => (response === null ? { name, say: ["choose"] } : null);

/**
 * @param {string} key
 * @param {readonly Entry[]} entries
 * @returns {Grade}
 */
export function grade(key, entries) {
  const correct = entries.some((entry) => entry.key === key && entry.correct);
  const result = correct ? "right" : "wrong";
  return { result, headline: [result], marks: [{ name, key }] };
}

/**
 * @param {HTMLFormElement} form
 * @param {unknown} response
 */
export function restore(form, response) {
  const boxes = [...form.querySelectorAll("input")].filter((box) => box.name === name);
  const chosen = boxes.find((box) => box.value === response);
  if (chosen) chosen.checked = true;
  return chosen !== undefined;
}

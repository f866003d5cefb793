/** @import { Entry, Gap, Grade } from "../../theme/assets/grading.js" */

/**
 * @typedef {{ verdict: string, reason: string }} Response
 * The verdict is "true" or "false", as its control says.
 *
 * @typedef {{ verdict: string | null, reason: string | null }} Draft
 */

/**
 * @param {FormData} data
 * @returns {Draft}
 */
export function read(data) {
  const [verdict, reason] = ["verdict", "reason"].map((name) => data.get(name));
  return /** @type {Draft} */ ({ verdict, reason });
}

/**
 * @param {Draft} response
 * @returns {Gap | null}
 */
export function gap({ verdict, reason }) {
  if (verdict === null) return { name: "verdict", say: ["true-false-verdict"] };
  return reason === null ? { name: "reason", say: ["true-false-reason"] } : null;
}

/**
 * Right only when both are: half of all guesses hit the verdict.
 *
 * @param {Response} response
 * @param {readonly Entry[]} entries
 * @returns {Grade}
 */
export function grade(response, entries) {
  const marks = [
    { name: "verdict", key: response.verdict },
    { name: "reason", key: response.reason },
  ];
  const [verdict, reason] = marks.map(({ name, key }) =>
    entries.some((entry) => entry.name === name && entry.key === key && entry.correct),
  );
  if (verdict && reason) return { result: "right", headline: ["right"], marks };
  if (verdict) return { result: "partly", score: 0.5, headline: ["true-false-reason-not"], marks };
  if (reason) return { result: "partly", score: 0.5, headline: ["true-false-verdict-not"], marks };
  return { result: "wrong", headline: ["wrong"], marks };
}

/**
 * @param {HTMLFormElement} form
 * @param {any} response
 */
export function restore(form, response) {
  const chosen = ["verdict", "reason"].map((name) =>
    [...form.querySelectorAll("input")].find(
      (box) => box.name === name && box.value === response?.[name],
    ),
  );
  if (!chosen.every((box) => box)) return false;
  for (const box of chosen) if (box) box.checked = true;
  return true;
}

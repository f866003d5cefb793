/** Brings back an answer of an earlier visit. Loaded where there is one. */

/** @import { Kind, Sure } from "./grading.js" */

/**
 * Put an earlier answer into the form. Throws when the form has no place for it.
 *
 * @param {HTMLFormElement} form
 * @param {Kind} kind
 * @param {unknown} response
 * @param {Sure | null} sure
 */
export function refill(form, kind, response, sure) {
  const box = form.querySelector(`[name=confidence][value="${sure}"]`);
  if (box instanceof HTMLInputElement) box.checked = true;
  if (!kind.restore?.(form, response)) throw new Error("it does not fit");
}

/**
 * How many days ago that was, in the words of a language: "yesterday".
 *
 * @param {number} at
 * @param {number} now
 * @param {string} language
 */
export function ago(at, now, language) {
  const [then, today] = [at, now].map((time) => new Date(time).setHours(0, 0, 0, 0));
  const days = Math.round((Number(today) - Number(then)) / 86_400_000);
  const format = new Intl.RelativeTimeFormat(language || "en", { numeric: "auto" });
  return format.format(-Math.max(0, days), "day");
}

/** @import { Gap, Grade } from "../../theme/assets/grading.js" */

/**
 * @typedef {{ text: string, ticks: string[] }} Response
 * What was written, and the keys of the points that were ticked.
 */

const name = "text";

/** What the frame says otherwise for this kind. */
export const words = { check: "short-answer-compare", "next-kept": "short-answer-next" };

/**
 * @param {FormData} data
 * @returns {Response}
 */
export function read(data) {
  const text = String(data.get(name) ?? "").replace(/\r\n?/g, "\n");
  return { text, ticks: data.getAll("tick").map(String) };
}

/**
 * @param {Response} response
 * @returns {Gap | null}
 */
export const gap = ({ text }) => (text.trim() ? null : { name, say: ["short-answer-empty"] });

/**
 * Comparing is the learner's own work, so there is nothing to mark.
 *
 * @returns {Grade}
 */
export const grade = () => ({ result: "kept", headline: ["kept"], marks: [] });

/**
 * The boxes stand with the model answer, outside the form, and count as part of it.
 *
 * @param {HTMLElement} root
 */
export function start(root) {
  const form = root.querySelector("form");
  if (!form) return;
  empty(form);
  form.addEventListener("reset", () => empty(form));
  form.addEventListener("formdata", ({ formData }) => {
    for (const box of boxes(form)) if (box.checked) formData.append(box.name, box.value);
  });
  for (const box of boxes(form)) {
    box.addEventListener("change", () => {
      form.dispatchEvent(new CustomEvent("cw-keep", { bubbles: true }));
    });
  }
}

/** @param {HTMLFormElement} form */
function boxes(form) {
  const found = form.closest("cw-question")?.querySelectorAll("cw-answer input[name=tick]");
  return /** @type {HTMLInputElement[]} */ ([...(found ?? [])]);
}

/** @param {HTMLFormElement} form */
function empty(form) {
  for (const box of boxes(form)) box.checked = false;
}

/**
 * @param {HTMLFormElement} form
 * @param {unknown} response
 */
export function restore(form, response) {
  const { text, ticks } = /** @type {Partial<Record<string, unknown>>} */ (Object(response));
  const field = form.elements.namedItem(name);
  if (!(field instanceof HTMLTextAreaElement) || typeof text !== "string") return false;
  if (text.length > field.maxLength) return false;
  field.value = text;
  for (const box of boxes(form)) box.checked = Array.isArray(ticks) && ticks.includes(box.value);
  return true;
}

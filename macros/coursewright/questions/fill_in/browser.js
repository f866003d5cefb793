/** @import { Entry, Gap, Grade } from "../../theme/assets/grading.js" */

/**
 * @typedef {Record<string, string>} Response
 * What was typed, by the name of its field, in the order of the page.
 */

const PREFIX = "blank-";
const LONGEST = 400;

/**
 * @param {FormData} data
 * @returns {Response}
 */
export function read(data) {
  const typed = [...data].filter(([name]) => name.startsWith(PREFIX));
  return Object.fromEntries(typed.map(([name, text]) => [name, String(text)]));
}

/**
 * The first blank that is empty.
 *
 * @param {Response} response
 * @returns {Gap | null}
 */
export function gap(response) {
  const blanks = Object.entries(response);
  const index = blanks.findIndex(([, text]) => !folded(text, true));
  const name = blanks[index]?.[0];
  if (name === undefined) return null;
  if (blanks.length === 1) return { name, say: ["fill-in-empty"] };
  return { name, say: ["fill-in-empty-of", { number: index + 1 }] };
}

/**
 * @param {Response} response
 * @param {readonly Entry[]} entries
 * @returns {Grade}
 */
export function grade(response, entries) {
  const found = Object.entries(response).map(([name, text]) => match(name, text, entries));
  const total = found.length;
  const right = found.filter((entry) => entry.correct).length;
  const marks = found.map(({ name, key }) => ({ name, key }));
  const score = right / total;
  if (right === total) return { result: "right", score, headline: ["right"], marks };
  const result = right ? "partly" : "wrong";
  if (total === 1) return { result, score, headline: ["wrong"], marks };
  return { result, score, headline: ["counted", { right, total }], marks };
}

/**
 * What the answer says about a text in a blank: about this text, or about any other.
 *
 * @param {string} name
 * @param {string} text
 * @param {readonly Entry[]} entries
 */
function match(name, text, entries) {
  const own = entries.filter((entry) => entry.name === name);
  const found = own.find((entry) => accepts(entry, text)) ?? own.find((e) => !e.data["accept"]);
  if (!found) throw new Error(`nothing is said about "${name}"`);
  return found;
}

/**
 * @param {Entry} entry
 * @param {string} text
 */
function accepts({ data }, text) {
  const exact = "exact" in data;
  const texts = /** @type {string[]} */ (JSON.parse(data["accept"] ?? "[]"));
  return texts.some((accepted) => folded(accepted, exact) === folded(text, exact));
}

/**
 * A text as it is compared: without what keyboards and fonts add by themselves.
 * Up before down: only so are ß and SS, and both small sigmas, the same.
 *
 * @param {string} text
 * @param {boolean} [exact]  Whether capital and small letters differ.
 */
export function folded(text, exact = false) {
  const plain = text
    .normalize("NFKC")
    .replace(/[‘’ʼ]/g, "'")
    .replace(/[“”„]/g, '"')
    .replace(/[\u2010-\u2013\u2212]/g, "-")
    .replace(/[\u00ad\u200b\ufeff]/g, "")
    .replace(/\s+/g, " ")
    .trim();
  return exact ? plain : plain.toUpperCase().toLowerCase().normalize("NFKC");
}

/**
 * Only texts for blanks that are there; anything else is ignored.
 *
 * @param {HTMLFormElement} form
 * @param {unknown} response
 */
export function restore(form, response) {
  if (typeof response !== "object" || response === null) return false;
  const typed = Object.entries(response).filter(([name, text]) => fits(name, text));
  const pairs = typed.flatMap(([name, text]) => {
    const field = [...form.elements].find((control) => control.getAttribute("name") === name);
    return field instanceof HTMLInputElement ? [{ field, text: String(text) }] : [];
  });
  for (const { field, text } of pairs) field.value = text;
  return pairs.length > 0;
}

/**
 * @param {string} name
 * @param {unknown} text
 */
function fits(name, text) {
  return name.startsWith(PREFIX) && typeof text === "string" && text.length <= LONGEST;
}

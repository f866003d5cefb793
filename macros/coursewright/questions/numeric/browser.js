/** @import { Entry, Gap, Grade } from "../../theme/assets/grading.js" */

const name = "number";
const LONGEST = 40;

/**
 * What was typed, letter for letter.
 *
 * @param {FormData} data
 */
export const read = (data) => String(data.get(name) ?? "");

/**
 * What cannot be read as one number is asked for again, and no attempt is lost.
 *
 * @param {string} typed
 * @param {readonly Entry[]} [entries]
 * @returns {Gap | null}
 */
export function gap(typed, entries = []) {
  if (!typed.trim()) return { name, say: ["numeric-empty"] };
  const [first, second] = readings(typed, unitOf(entries));
  if (first === undefined) return { name, say: ["numeric-unreadable"] };
  if (second === undefined) return null;
  return { name, say: ["numeric-unclear", { first, second }] };
}

/**
 * @param {string} typed
 * @param {readonly Entry[]} entries
 * @returns {Grade}
 */
export function grade(typed, entries) {
  const [number = NaN] = readings(typed, unitOf(entries));
  const holds = (/** @type {Entry} */ entry) => within(entry, number);
  const found = entries.find(holds) ?? entries.find((entry) => entry.key === "other");
  if (!found) throw new Error("nothing is said about other numbers");
  const result = found.correct ? "right" : "wrong";
  const marks = [{ name, key: found.key }];
  return { result, score: found.correct ? 1 : 0, headline: [result], marks };
}

/** @param {readonly Entry[]} entries */
function unitOf(entries) {
  return entries.find((entry) => entry.data["unit"])?.data["unit"] ?? "";
}

/**
 * @param {Entry} entry
 * @param {number} number
 */
function within({ name: group, data: { from, to } }, number) {
  if (group !== name || from === undefined || to === undefined) return false;
  return Number(from) <= number && number <= Number(to);
}

const GROUPED = [
  /^[1-9]\d{0,2}([ '])\d{3}(?:\1\d{3})*(?:[.,]\d+)?$/,
  /^[1-9]\d{0,2}(?:,\d{3})+\.\d+$/,
  /^[1-9]\d{0,2}(?:,\d{3}){2,}$/,
  /^[1-9]\d{0,2}(?:\.\d{3})+,\d+$/,
  /^[1-9]\d{0,2}(?:\.\d{3}){2,}$/,
];
const PLAIN = /^(?:\d+|\d*[.,]\d+|\d+\.)$/;
const UNCLEAR = /^[1-9]\d{0,2},\d{3}$/;

/**
 * The numbers that a text can mean: none, one or, for 1,234, two.
 *
 * @param {string} typed
 * @param {string} [unit]  May stand before or after the number.
 * @returns {number[]}
 */
export function readings(typed, unit = "") {
  const text = without(simple(unit), simple(typed));
  const sign = /^[+-]?/.exec(text)?.[0] ?? "";
  const digits = text.slice(sign.length).trim();
  const found = values(digits).map((value) => (sign === "-" && value ? -value : value));
  return found.every(Number.isFinite) ? found : [];
}

/** @param {string} digits */
function values(digits) {
  if (UNCLEAR.test(digits)) return [Number(digits.replace(",", "")), decimal(digits)];
  if (PLAIN.test(digits)) return [decimal(digits)];
  return GROUPED.some((pattern) => pattern.test(digits)) ? [ungrouped(digits)] : [];
}

/** @param {string} digits */
const decimal = (digits) => Number(digits.replace(",", "."));

/**
 * The last separator is the decimal one, unless it has stood there before.
 *
 * @param {string} digits
 */
function ungrouped(digits) {
  const [, whole = digits, mark = "", rest = ""] = /^(.*)([.,])(\d+)$/.exec(digits) ?? [];
  if (!mark || whole.includes(mark)) return Number(digits.replace(/\D/g, ""));
  return Number(`${whole.replace(/\D/g, "")}.${rest}`);
}

/**
 * Full-width signs, minus signs, apostrophes and spaces of any kind as the plain ones. No NFKC:
 * it makes 103 of 10³.
 *
 * @param {string} text
 */
function simple(text) {
  return text
    .replace(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/[\u2010-\u2013\u2212\ufe63]/g, "-")
    .replace(/[‘’]/g, "'")
    .replace(/[\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g, "")
    .replace(/\s+/g, " ")
    .trim()
    .toLowerCase();
}

/**
 * @param {string} unit
 * @param {string} text
 */
function without(unit, text) {
  if (unit && text.endsWith(unit)) return text.slice(0, -unit.length).trim();
  return unit && text.startsWith(unit) ? text.slice(unit.length).trim() : text;
}

/**
 * @param {HTMLFormElement} form
 * @param {unknown} response
 */
export function restore(form, response) {
  const field = form.elements.namedItem(name);
  if (!(field instanceof HTMLInputElement)) return false;
  if (typeof response !== "string" || response.length > LONGEST) return false;
  field.value = response;
  return true;
}

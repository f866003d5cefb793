/** Short texts in their order, or null. */

/** @import { Field, Rows } from "../../theme/assets/instrument-types.js" */

const MOST = 300;

/**
 * @param {Field} field
 * @param {unknown} value
 */
export function clean({ most = 20 }, value) {
  if (value === null) return null;
  if (!Array.isArray(value) || value.length > most) return undefined;
  if (!value.every((text) => typeof text === "string" && text.length <= MOST)) return undefined;
  return value.length ? [...value] : null;
}

/**
 * @param {Field} _
 * @param {HTMLElement} block
 */
export function read(_, block) {
  const texts = [...block.querySelectorAll("textarea")].map(({ value }) => value);
  const filled = texts.filter((text) => text.trim());
  return filled.length ? filled : null;
}

/**
 * @param {Field} _
 * @param {HTMLElement} block
 * @param {any} value
 */
export function write(_, block, value) {
  const texts = value ?? [""];
  /** @type {any} */ (block).rows.make(texts.length);
  for (const [index, area] of [...block.querySelectorAll("textarea")].entries()) {
    area.value = texts[index] ?? "";
  }
}

/**
 * @param {Field} field
 * @param {HTMLElement} block
 * @param {{ rows(field: Field, block: HTMLElement): Rows }} page
 */
export function begin(field, block, { rows }) {
  Object.assign(block, { rows: rows(field, block) });
}

/**
 * @param {Field} _
 * @param {any} value
 */
export function lines(_, value) {
  const texts = /** @type {string[]} */ (value ?? []);
  return texts.map((text, at) => [`${at + 1}`, text]);
}

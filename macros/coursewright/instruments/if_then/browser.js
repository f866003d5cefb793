/** Plans as pairs of texts: what may happen, what to do then; or null. */

/** @import { Field, Rows, Said } from "../../theme/assets/instrument-types.js" */

const MOST = 300;

/**
 * @param {Field} field
 * @param {unknown} value
 */
export function clean({ most = 20 }, value) {
  if (value === null) return null;
  if (!Array.isArray(value) || value.length > most || !value.every(isPair)) return undefined;
  return value.length ? value.map((pair) => [...pair]) : null;
}

/** @param {unknown} value */
function isPair(value) {
  const pair = Array.isArray(value) && value.length === 2 ? value : [0];
  return pair.every((text) => typeof text === "string" && text.length <= MOST);
}

/**
 * @param {Field} _
 * @param {HTMLElement} block
 */
export function read(_, block) {
  const rows = [...block.querySelectorAll("li")];
  const pairs = rows.map((row) => [...row.querySelectorAll("textarea")].map(({ value }) => value));
  const filled = pairs.filter((pair) => pair.some((text) => text.trim()));
  return filled.length ? filled : null;
}

/**
 * @param {Field} _
 * @param {HTMLElement} block
 * @param {any} value
 */
export function write(_, block, value) {
  const texts = (value ?? [["", ""]]).flat();
  /** @type {any} */ (block).rows.make(texts.length / 2);
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
 * @param {Said} said
 */
export function lines(_, value, said) {
  const plan = (/** @type {string[]} */ [when, then]) =>
    `${said("instrument-if")} ${when}, ${said("instrument-then")} ${then}`;
  const plans = /** @type {string[][]} */ (value ?? []);
  return plans.map((pair, at) => [`${at + 1}`, plan(pair)]);
}

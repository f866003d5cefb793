/** A day as `2026-01-31`; empty where a suggested day was taken out; or null. */

/** @import { Field } from "../../theme/assets/instrument-types.js" */

/**
 * @param {Field} field
 * @param {unknown} value
 */
export function clean({ after }, value) {
  if (value === null || (value === "" && !after)) return null;
  return value === "" || isDay(value) ? value : undefined;
}

/** @param {unknown} value */
function isDay(value) {
  if (typeof value !== "string" || !/^(19|20|21)\d\d-\d\d-\d\d$/.test(value)) return false;
  const date = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(date.valueOf()) && date.toISOString().startsWith(value);
}

/**
 * @param {Field} field
 * @param {HTMLElement} block
 */
export function read({ after }, block) {
  const value = block.querySelector("input")?.value ?? "";
  return value || (after && block.dataset["suggested"] ? "" : null);
}

/**
 * @param {Field} _
 * @param {HTMLElement} block
 * @param {any} value
 */
export function write(_, block, value) {
  const input = block.querySelector("input");
  if (input) input.value = value ?? "";
}

/**
 * The day that stands where none was written: so many days after another one.
 *
 * @param {Field} field
 * @param {(id: string) => any} valueOf
 */
export function suggested({ after, days = 0 }, valueOf) {
  const first = after && valueOf(after);
  if (!first) return null;
  const date = new Date(`${first}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  const day = date.toISOString().slice(0, 10);
  return isDay(day) ? day : null;
}

/**
 * @param {Field} _
 * @param {any} value
 */
export function lines(_, value) {
  return value ? [["", value]] : [];
}

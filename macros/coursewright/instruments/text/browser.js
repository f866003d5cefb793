/** A text: what was written, or null. */

/** @import { Field } from "../../theme/assets/instrument-types.js" */

/**
 * @param {Field} field
 * @param {unknown} value
 */
export function clean({ most = 5000 }, value) {
  if (value === null || value === "") return null;
  return typeof value === "string" && value.length <= most ? value : undefined;
}

/**
 * @param {Field} _
 * @param {HTMLElement} block
 */
export function read(_, block) {
  return block.querySelector("textarea")?.value || null;
}

/**
 * @param {Field} _
 * @param {HTMLElement} block
 * @param {any} value
 */
export function write(_, block, value) {
  const area = block.querySelector("textarea");
  if (area) area.value = value ?? "";
}

/**
 * @param {Field} _
 * @param {any} value
 */
export function lines(_, value) {
  return value === null ? [] : [["", value]];
}

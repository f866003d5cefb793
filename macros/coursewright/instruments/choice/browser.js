/** What was chosen: ids, or null. */

/** @import { Field } from "../../theme/assets/instrument-types.js" */

/**
 * @param {Field} field
 * @param {unknown} value
 */
export function clean({ options, several }, value) {
  if (value === null) return null;
  const known = options.map(([id]) => id);
  if (!Array.isArray(value) || value.length > (several ? known.length : 1)) return undefined;
  if (new Set(value).size < value.length) return undefined;
  if (!value.every((id) => known.includes(id))) return undefined;
  return value.length ? [...value] : null;
}

/**
 * @param {Field} _
 * @param {HTMLElement} block
 */
export function read(_, block) {
  const chosen = [...block.querySelectorAll("input")].filter(({ checked }) => checked);
  return chosen.length ? chosen.map(({ value }) => value) : null;
}

/**
 * @param {Field} field
 * @param {HTMLElement} block
 * @param {any} value
 */
export function write(field, block, value) {
  for (const box of block.querySelectorAll("input")) {
    box.checked = Boolean(value?.includes(box.value));
  }
  show(field, block);
}

/**
 * @param {Field} field
 * @param {HTMLElement} block
 * @param {{ changed(): void }} page
 */
export function begin(field, block, { changed }) {
  block.querySelector("[data-clear]")?.addEventListener("click", () => {
    block.querySelector("input")?.focus();
    write(field, block, null);
    changed();
  });
}

/**
 * @param {Field} _
 * @param {HTMLElement} block
 */
export function show(_, block) {
  block.querySelector("[data-clear]")?.toggleAttribute("hidden", !block.querySelector(":checked"));
}

/**
 * @param {Field} field
 * @param {any} value
 */
export function lines({ options }, value) {
  const chosen = options.filter(([id]) => value?.includes(id)).map(([, label]) => label);
  return chosen.length ? [["", chosen.join("; ")]] : [];
}

/** A rating: `{ level, note }`, the level from 1 on or null, the note a text; or null. */

/** @import { Field, Said } from "../../theme/assets/instrument-types.js" */

const MOST = 2000;

/**
 * @param {Field} field
 * @param {any} value
 */
export function clean({ scale }, value) {
  if (value === null) return null;
  if (typeof value !== "object" || Array.isArray(value)) return undefined;
  const { level = null, note = "" } = value;
  const rated = Number.isInteger(level) && level >= 1 && level <= scale.length;
  if (!rated && level !== null) return undefined;
  if (typeof note !== "string" || note.length > MOST) return undefined;
  return level === null && !note ? null : { level, note };
}

/**
 * @param {Field} _
 * @param {HTMLElement} block
 */
export function read(_, block) {
  const chosen = /** @type {HTMLInputElement | null} */ (block.querySelector(":checked"));
  const note = block.querySelector("textarea")?.value ?? "";
  return chosen || note ? { level: chosen ? Number(chosen.value) : null, note } : null;
}

/**
 * @param {Field} field
 * @param {HTMLElement} block
 * @param {any} value
 */
export function write(field, block, value) {
  for (const radio of block.querySelectorAll("input")) {
    radio.checked = Number(radio.value) === value?.level;
  }
  const area = block.querySelector("textarea");
  if (area) area.value = value?.note ?? "";
  show(field, block);
}

/**
 * @param {Field} field
 * @param {HTMLElement} block
 * @param {{ changed(): void }} page
 */
export function begin(field, block, { changed }) {
  block.querySelector("[data-clear]")?.addEventListener("click", () => {
    const radios = [...block.querySelectorAll("input")];
    for (const radio of radios) radio.checked = false;
    radios[0]?.focus();
    show(field, block);
    changed();
  });
}

/**
 * What a rating rests on, or that it rests on nothing.
 *
 * @param {Field} field
 * @param {HTMLElement} block
 */
export function show(field, block) {
  const rated = block.querySelector(":checked") !== null;
  const noted = Boolean(block.querySelector("textarea")?.value.trim());
  block.querySelector("[data-clear]")?.toggleAttribute("hidden", !rated);
  block.querySelector("[data-flag]")?.toggleAttribute("hidden", !rated || noted || !field.evidence);
}

/**
 * @param {Field} field
 * @param {any} value
 * @param {Said} said
 */
export function lines({ scale, evidence }, value, said) {
  if (value === null) return [];
  const { level, note } = value;
  const name = scale[level - 1] ?? "";
  const found = level ? [["", said("instrument-level", { level, name })]] : [];
  const noted = note.trim() ? note : level && evidence ? said("instrument-bare-file") : "";
  return noted ? [...found, [said("instrument-evidence"), noted]] : found;
}

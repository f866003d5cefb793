/** What stands in the cells, by `row/column`; or null. */

/** @import { Field, Said } from "../../theme/assets/instrument-types.js" */

/**
 * @param {Field} field
 * @param {any} value
 */
export function clean(field, value) {
  if (value === null) return null;
  if (typeof value !== "object" || Array.isArray(value)) return undefined;
  const known = names(field);
  const cells = Object.entries(value);
  if (!cells.every(([name, cell]) => known.includes(name) && fits(field, cell))) return undefined;
  const filled = cells.filter(([, cell]) => cell !== "");
  return filled.length ? Object.fromEntries(filled) : null;
}

/** @param {Field} field */
function names({ rows, columns }) {
  return rows.flatMap(([row]) => columns.map(([column]) => `${row}/${column}`));
}

/**
 * @param {Field} field
 * @param {unknown} cell
 */
function fits({ options, most = 400 }, cell) {
  if (typeof cell !== "string") return false;
  return options.length ? cell === "" || options.some(([id]) => id === cell) : cell.length <= most;
}

/** @param {HTMLElement} block */
function cells(block) {
  const found = [...block.querySelectorAll("[data-cell]")];
  return /** @type {(HTMLSelectElement | HTMLTextAreaElement)[]} */ (found);
}

/**
 * @param {Field} _
 * @param {HTMLElement} block
 */
export function read(_, block) {
  const filled = cells(block).filter(({ value }) => value);
  return filled.length
    ? Object.fromEntries(filled.map((cell) => [cell.dataset["cell"] ?? "", cell.value]))
    : null;
}

/**
 * @param {Field} field
 * @param {HTMLElement} block
 * @param {any} value
 * @param {Said} said
 */
export function write(field, block, value, said) {
  for (const cell of cells(block)) cell.value = value?.[cell.dataset["cell"] ?? ""] ?? "";
  show(field, block, said);
}

/**
 * Mark each row that has the needed option not once.
 *
 * @param {Field} field
 * @param {HTMLElement} block
 * @param {Said} said
 */
export function show(field, block, said) {
  const value = read(field, block);
  for (const row of block.querySelectorAll("[data-row]")) {
    const flag = row.querySelector(".cw-flag");
    const text = flaw(field, value, row.getAttribute("data-row") ?? "", said);
    if (flag && flag.textContent !== text) flag.textContent = text;
  }
}

/**
 * What is wrong with a row that somebody has begun; empty where nothing is.
 *
 * @param {Field} field
 * @param {any} value
 * @param {string} row
 * @param {Said} said
 */
export function flaw({ columns, options, one }, value, row, said) {
  const held = columns.map(([column]) => value?.[`${row}/${column}`]).filter(Boolean);
  const count = held.filter((id) => id === one).length;
  if (!one || !held.length || count === 1) return "";
  const option = options.find(([id]) => id === one)?.[1] ?? one;
  return said(count ? "instrument-flag-many" : "instrument-flag-none", { option, count });
}

/**
 * @param {Field} field
 * @param {any} value
 * @param {Said} said
 */
export function lines(field, value, said) {
  const label = (/** @type {string} */ id) => field.options.find(([one]) => one === id)?.[1] ?? id;
  return field.rows.flatMap(([row, name]) => {
    const filled = field.columns.filter(([column]) => value?.[`${row}/${column}`]);
    const own = filled.map(([column, top]) => {
      return [`${name} – ${top}`, label(value[`${row}/${column}`])];
    });
    const wrong = flaw(field, value, row, said);
    return wrong ? [...own, [name, wrong]] : own;
  });
}

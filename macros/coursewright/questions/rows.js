/** What kinds with a list to choose from in each row have in common. */

/** @import { Entry, Gap, Grade, Result } from "../theme/assets/grading.js" */

/**
 * @typedef {[row: string, key: string][]} Response
 * What was chosen in each row, in the order of the page; "" where nothing was.
 */

/** The list of a row is called after the row. */
const ROW = "row-";

/**
 * @param {FormData} data
 * @returns {Response}
 */
export function read(data) {
  const rows = [...data].filter(([name]) => name.startsWith(ROW));
  return rows.map(([name, key]) => [name.slice(ROW.length), String(key)]);
}

/**
 * @param {Response} response
 * @param {string} phrase  What to say of a row without a choice.
 * @returns {Gap | null}
 */
export function open(response, phrase) {
  const first = response.find(([, key]) => !key);
  return first ? { name: ROW + first[0], say: [phrase] } : null;
}

/**
 * @param {Response} response
 * @param {readonly Entry[]} entries
 * @returns {Grade}
 */
export function grade(response, entries) {
  const fits = new Set(entries.filter((it) => it.correct).map((it) => `${it.name} ${it.key}`));
  const marks = response.map(([row, key]) => ({
    name: ROW + row,
    key,
    correct: fits.has(`${ROW}${row} ${key}`),
  }));
  const total = marks.length;
  const right = marks.filter((mark) => mark.correct).length;
  return {
    result: result(right, total),
    score: right / total,
    headline: right === total ? ["right"] : ["counted", { right, total }],
    marks,
  };
}

/**
 * @param {number} right
 * @param {number} total
 * @returns {Result}
 */
function result(right, total) {
  if (right === total) return "right";
  return right ? "partly" : "wrong";
}

/**
 * @param {HTMLFormElement} form
 * @param {unknown} response
 */
export function restore(form, response) {
  const lists = [...form.querySelectorAll("select")].filter((list) => list.name.startsWith(ROW));
  if (!Array.isArray(response) || response.length !== lists.length) return false;
  const chosen = new Map(response.filter(Array.isArray).map(([row, key]) => [ROW + row, key]));
  const fits = lists.every(({ name, options }) =>
    [...options].some(({ value }) => value && value === chosen.get(name)),
  );
  if (fits) for (const list of lists) list.value = chosen.get(list.name);
  return fits;
}

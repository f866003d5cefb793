/** The order in which a learner meets what can be chosen: the same whenever they come back. */

import { learnerStore } from "./learner.js";

/** @type {number | undefined} */
let seed;

/** What tells this learner's order from others'; of this page alone where nothing can be kept. */
export const learnerSeed = () => (seed ??= learnerStore()?.seed() ?? Math.random());

/**
 * The keys in the order that goes with a seed. A key more or less leaves the others' order alone.
 *
 * @param {readonly string[]} keys
 * @param {string} seed
 */
export function order(keys, seed) {
  return keys
    .map((key) => ({ key, rank: hash(`${seed} ${key}`) }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ key }) => key);
}

/** @param {string} text */
function hash(text) {
  let h = 0;
  for (let i = 0; i < text.length; i += 1) h = Math.imul(h ^ text.charCodeAt(i), 0x5bd1e995);
  h = Math.imul(h ^ (h >>> 15), 0x2c1b3c6d);
  return (h ^ (h >>> 13)) >>> 0;
}

/**
 * Put the rows of a question that may stand in any order into this one.
 *
 * @param {HTMLElement} root
 * @param {string} seed
 */
export function arrange(root, seed) {
  for (const group of root.querySelectorAll("[data-shuffle]")) {
    const rows = [...group.children];
    const free = new Map(rows.filter(isFree).map((row) => [keyOf(row), row]));
    const next = order([...free.keys()], seed).map((key) => free.get(key));
    const arranged = rows.map((row) => (isFree(row) ? next.shift() : row) ?? row);
    if (!group.contains(document.activeElement)) group.append(...arranged);
  }
}

const isFree = (/** @type {Element} */ row) => !row.hasAttribute("data-fixed");

/** @param {Element} row */
function keyOf(row) {
  return row.getAttribute("data-row") ?? row.querySelector("input")?.value ?? "";
}

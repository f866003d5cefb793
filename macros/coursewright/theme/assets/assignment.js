/**
 * What an assignment may be, wherever it comes from, and how it travels in a link: under keys of
 * one letter. Only what is described here passes, and what passes is a copy. Pure.
 */

import { isRef } from "./store-records.js";
import { among, isObject, list, shaped, text, whole } from "./store-shapes.js";

/** @import { Check } from "./store-types.js" */
/** @import { Assignment, Item, ItemKind } from "./passing-types.js" */

export const VERSION = 1;
export const MOST_TITLE = 120;
export const MOST_MESSAGE = 1_000;
export const MOST_ITEMS = 200;
/** @type {Readonly<Record<ItemKind, string>>} */
const LETTERS = { path: "p", module: "m", lesson: "l", check: "c" };
const KINDS = new Map(Object.entries(LETTERS).map(([kind, letter]) => [letter, kind]));
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** A text on one line, which says something. @type {(most: number) => Check} */
export const line = (most) => text(most, /^(?=.*\S)[^\p{Cc}\p{Zl}\p{Zp}]*$/u);

/** A day that there is. @type {Check} */
export const day = (value) => {
  if (typeof value !== "string" || !DAY.test(value)) return undefined;
  const time = Date.parse(`${value}T00:00:00Z`);
  const same = Number.isFinite(time) && new Date(time).toISOString().startsWith(value);
  return same ? value : undefined;
};

const item = shaped({ kind: among(...Object.keys(LETTERS)), ref: text(130, /^/) });

const SHAPE = shaped({
  v: among(VERSION),
  id: text(8, /^[a-z0-9]{8}$/),
  course: text(64, /^[a-z0-9]+(-[a-z0-9]+)*$/),
  title: line(MOST_TITLE),
  "message?": text(MOST_MESSAGE, /^(?=[^]*\S)[^\p{Cc}\n]*(\n[^\p{Cc}\n]*)*$/u),
  "due?": day,
  items: list(MOST_ITEMS, (value) => {
    const copy = item(value);
    return copy && isRef(copy.kind === "lesson" ? "lesson" : "quiz", copy.ref) ? copy : undefined;
  }),
  "need?": shaped({ "score?": whole(1, 100) }),
  made: day,
});

/**
 * A copy of an assignment; null for anything else.
 *
 * @param {unknown} value
 * @returns {Assignment | null}
 */
export function readAssignment(value) {
  return SHAPE(value) ?? null;
}

/**
 * As it travels.
 *
 * @param {Assignment} assignment
 */
export function shortened({ v, id, course, title, message, due, items, need, made }) {
  const refs = items.map(({ kind, ref }) => `${LETTERS[kind]}:${ref}`);
  return { v, i: id, c: course, t: title, m: message, d: due, x: refs, n: need, z: made };
}

/**
 * What arrived, checked. Later: made by a version that is not known here.
 *
 * @param {any} data
 * @returns {{ assignment: Assignment } | { fault: "damaged" | "later" }}
 */
export function lengthened(data) {
  if (!isObject(data)) return { fault: "damaged" };
  const { v, i: id, c: course, t: title, m: message, d: due, x, n: need, z: made, ...more } = data;
  if (Number.isInteger(v) && v > VERSION) return { fault: "later" };
  const items = Array.isArray(x) ? x.slice(0, MOST_ITEMS + 1).map(toItem) : undefined;
  const all = { v, id, course, title, message, due, items, need, made };
  const assignment = Object.keys(more).length ? null : readAssignment(all);
  return assignment ? { assignment } : { fault: "damaged" };
}

/**
 * @param {unknown} short
 * @returns {Partial<Item>}
 */
function toItem(short) {
  if (typeof short !== "string") return {};
  const [letter = "", ...ref] = short.split(":");
  return { kind: /** @type {ItemKind} */ (KINDS.get(letter)), ref: ref.join(":") };
}

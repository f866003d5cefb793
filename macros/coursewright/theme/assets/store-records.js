/**
 * What a stored record may be. Whatever is read may have been edited, cut off, or written by
 * another version: only what is described here passes, and what passes is a copy. Pure.
 */

import { HISTORY, LAST_TIME, all, history } from "./store-merge.js";
import { among, copied, isObject, json, list, shaped, small, text, whole } from "./store-shapes.js";

/** @import { Check, Kind, Read, Shape, Step } from "./store-types.js" */

export const VERSION = 1;
/** From each older version to the next, by its number. @type {readonly Step[]} */
export const STEPS = [];

const MOST_TEXT = 400_000;
const CHARS = String.raw`[\w.~%!$&()*+,;=@/-]*`;
// Neither a colon nor a slash in front: a path can only lead to a page of this site.
const PATH = new RegExp(`^(?!/)${CHARS}(#${CHARS})?$`);

const v = among(VERSION);
const version = whole(0, Number.MAX_SAFE_INTEGER);
const time = { n: whole(0, LAST_TIME), at: whole(0, LAST_TIME) };
const name = text(64, /^[a-z0-9]+(-[a-z0-9]+)*$/);
const asked = text(64, /^[\w-]+$/);
const result = among("right", "partly", "wrong", "kept");
/** @type {Check} */
const score = (value) =>
  typeof value === "number" && value >= 0 && value <= 1 ? value : undefined;
/** @type {Check} */
const results = (value) =>
  isObject(value)
    ? copied(value, (item, ref) => (isRef("answer", ref) ? result(item) : undefined))
    : undefined;

/** @type {(shape: Shape) => Check} */
const mark = (shape) => shaped({ v, ...time, ...shape });

/** @type {(shape: Shape) => Check} */
const attempts = (shape) => {
  const entry = shaped({ ...time, ...shape });
  const tries = whole(1, Number.MAX_SAFE_INTEGER);
  const record = shaped({ v, tries, attempts: list(HISTORY, entry), "best?": entry });
  return (value) => {
    const copy = record(value);
    return copy && history(copy.v, copy.tries, all(copy));
  };
};

/** Kept for others, who know what it must be. */
const held = mark({ value: small(40_000, (value) => json(value, 6)), "asked?": asked });

/** @type {Readonly<Record<Kind, Check>>} */
const KINDS = {
  answer: attempts({
    response: small(8_000, (value) => json(value, 6)),
    result,
    "score?": score,
    "confidence?": among(1, 2, 3),
    "asked?": asked,
  }),
  quiz: attempts({ score, results: small(16_000, results) }),
  lesson: mark({ done: among(true, false), by: name }),
  entry: held,
  assignment: held,
  place: mark({ path: text(500, PATH), title: text(300, /^/) }),
  meta: mark({ seed: whole(0, 2 ** 32) }),
};

/**
 * Whether something of this kind can be called that: answers `quiz/question`, lessons
 * `module/lesson`, entries `instrument/field/rater`, all else by one id.
 *
 * @param {Kind} kind
 * @param {unknown} ref
 * @returns {ref is string}
 */
export function isRef(kind, ref) {
  if (typeof ref !== "string" || ref.length > 194) return false;
  const parts = ref.split("/");
  const most = kind === "answer" || kind === "lesson" ? 2 : kind === "entry" ? 3 : 1;
  return parts.length === most && parts.every((part) => name(part) !== undefined);
}

/**
 * The kind and the ref in a record's name, such as `answer:tea/first-move`.
 *
 * @param {string} full
 * @returns {[Kind, string] | null}
 */
export function split(full) {
  const colon = full.indexOf(":");
  const kind = /** @type {Kind} */ (full.slice(0, colon));
  const ref = full.slice(colon + 1);
  return Object.hasOwn(KINDS, kind) && isRef(kind, ref) ? [kind, ref] : null;
}

/**
 * The record in a stored text.
 *
 * @template {Kind} K
 * @param {K} kind
 * @param {string} stored
 * @returns {Read<K>}
 */
export function parse(kind, stored) {
  let data = null;
  try {
    if (stored.length <= MOST_TEXT) data = JSON.parse(stored);
  } catch {
    // Damaged, then, like everything else that is no record.
  }
  return read(kind, data);
}

/**
 * The record in data of any version. Later: a version that is not known here.
 *
 * @template {Kind} K
 * @param {K} kind
 * @param {any} data
 * @param {readonly Step[]} [steps]
 * @returns {Read<K>}
 */
export function read(kind, data, steps = STEPS) {
  if (!isObject(data) || version(data.v) === undefined) return { record: null, why: "damaged" };
  if (data.v > VERSION) return { record: null, why: "later", data };
  const record = KINDS[kind](upgraded(kind, data, steps)) ?? null;
  return { record, why: record ? "" : "damaged" };
}

/**
 * @param {Kind} kind
 * @param {any} data
 * @param {readonly Step[]} steps
 */
function upgraded(kind, data, steps) {
  try {
    return steps.slice(data.v, VERSION).reduce((now, step) => step(kind, now), data);
  } catch {
    return null;
  }
}

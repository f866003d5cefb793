/**
 * What the learner has done, as a file to keep or to take to another browser. Loaded only where
 * that is offered. A file is read like all input: it may have been made to do harm.
 */

import { stamp } from "./store-merge.js";
import { VERSION, read, split } from "./store-records.js";

/** @import { Store } from "./store.js" */
/** @import { Fault, Unpacked } from "./store-types.js" */

export const FORMAT = "coursewright-progress";
export const MOST_TEXT = 5 * 2 ** 20;
export const MOST_RECORDS = 5_000;

/**
 * The text of a file with everything in the store.
 *
 * @param {Store} store
 */
export function exportProgress(store) {
  const at = new Date(stamp(store.now()).at).toISOString();
  const file = { format: FORMAT, v: VERSION, course: store.course, at, records: store.records() };
  return JSON.stringify(file, null, 1);
}

/**
 * Merge a file into the store. Taken: what was new; same: what was there already.
 *
 * @param {Store} store
 * @param {string} text
 */
export function importProgress(store, text) {
  const { fault, records, refused } = unpack(text, store.course);
  const taken = records.filter(([kind, ref, record]) => store.merge(kind, ref, record)).length;
  return { fault, taken, same: records.length - taken, refused };
}

/**
 * @param {string} text
 * @param {string} course
 * @returns {Unpacked}
 */
export function unpack(text, course) {
  const data = text.length > MOST_TEXT ? undefined : parsed(text);
  const fault = text.length > MOST_TEXT ? "too-big" : faultOf(data, course);
  /** @type {Unpacked} */
  const found = { fault, records: [], refused: [] };
  if (fault) return found;
  for (const [name, value] of Object.entries(data.records)) sort(found, name, value);
  return found;
}

/** @param {string} text */
function parsed(text) {
  try {
    // Some editors begin every file with a mark.
    return JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch {
    return undefined;
  }
}

/**
 * @param {any} data
 * @param {string} course
 * @returns {Fault | ""}
 */
function faultOf(data, course) {
  if (data === undefined) return "not-json";
  const records = data?.records;
  if (data?.format !== FORMAT || !Number.isInteger(data.v)) return "not-progress";
  if (data.v > VERSION) return "later";
  if (data.course !== course) return "other-course";
  if (typeof records !== "object" || !records || Array.isArray(records)) return "not-progress";
  return Object.keys(records).length > MOST_RECORDS ? "too-many" : "";
}

/**
 * @param {Unpacked} found
 * @param {string} name
 * @param {unknown} value
 */
function sort(found, name, value) {
  const its = split(name);
  const { record, why } = its ? read(its[0], value) : { record: null, why: "unknown" };
  if (its && record) found.records.push([...its, record]);
  else if (why) found.refused.push({ name: name.slice(0, 150), why: /** @type {any} */ (why) });
}

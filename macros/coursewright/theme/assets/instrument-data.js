/**
 * A data file: what people filled into one instrument, to be added elsewhere. A file is read like
 * all input: it may have been made to do harm.
 */

import { ME } from "./instrument-me.js";
import { read } from "./store-records.js";

/** @import { Answers } from "./instrument-answers.js" */

export const FORMAT = "coursewright-instrument";
export const VERSION = 1;
export const MOST_TEXT = 2 * 2 ** 20;
const MOST_PEOPLE = 50;
const WHO = /^[mr]-[a-z0-9]{1,16}$/;

/** @typedef {{ fault: string, taken: number, left: number, names: string[] }} Added */

/**
 * The text of a file with what everybody filled in.
 *
 * @param {Answers} answers
 */
export function packed(answers) {
  const { store, spec } = answers;
  const raters = answers.people().map(({ id, name }) => {
    const records = [...answers.fields.keys()].map((field) => [field, answers.record(id, field)]);
    const entries = Object.fromEntries(records.filter(([, record]) => record));
    return { id: id === ME ? myKey(answers) : id, name, entries };
  });
  const at = new Date(store.now()).toISOString();
  const head = { format: FORMAT, v: VERSION, course: store.course, instrument: spec.id, at };
  return JSON.stringify({ ...head, title: spec.title, raters }, null, 1);
}

/**
 * What oneself is called in files: the same whenever this learner makes one.
 *
 * @param {Answers} answers
 */
function myKey({ store }) {
  return `m-${store.seed().toString(36)}`;
}

/**
 * Add what a file holds.
 *
 * @param {Answers} answers
 * @param {string} text
 * @returns {Added}
 */
export function added(answers, text) {
  const data = text.length > MOST_TEXT ? null : parsed(text);
  const fault = text.length > MOST_TEXT ? "too-big" : faultOf(answers, data);
  /** @type {Added} */
  const found = { fault, taken: 0, left: 0, names: [] };
  if (!fault) for (const rater of data.raters) person(answers, rater, found);
  return found;
}

/** @param {string} text */
function parsed(text) {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch {
    return undefined;
  }
}

/**
 * @param {Answers} answers
 * @param {any} data
 */
function faultOf({ store, spec }, data) {
  if (data === undefined) return "not-json";
  if (data?.format !== FORMAT || !Number.isInteger(data.v)) return "not-data";
  if (data.v > VERSION) return "later";
  const known = [spec.id, ...spec.was].includes(data.instrument);
  if (data.course !== store.course || !known) return "other";
  if (!Array.isArray(data.raters) || data.raters.length > MOST_PEOPLE) return "not-data";
  return "";
}

/**
 * @param {Answers} answers
 * @param {any} rater
 * @param {Added} found
 */
function person(answers, rater, found) {
  const { id, name, entries } = rater ?? {};
  const fits = typeof id === "string" && WHO.test(id) && isObject(entries);
  if (!fits) return void (found.left += 1);
  const mine = id === myKey(answers);
  const said = typeof name === "string" ? name.slice(0, 80) : "";
  const who = mine || !answers.rated ? ME : id;
  const before = found.taken;
  for (const [field, record] of Object.entries(entries)) {
    const outcome = entry(answers, { who, mine, field: nowCalled(answers, field), record });
    if (outcome === "taken") found.taken += 1;
    if (outcome === "left") found.left += 1;
  }
  if (who === ME) return;
  if (!answers.people().some((one) => one.id === who && one.name)) answers.rename(who, said);
  if (found.taken > before) found.names.push(said || who);
}

/** @param {unknown} value */
function isObject(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/**
 * @param {Answers} answers
 * @param {string} field
 */
function nowCalled({ fields }, field) {
  if (fields.has(field)) return field;
  return [...fields.values()].find(({ was }) => was.includes(field))?.id;
}

/**
 * What is mine, or a rater's, is joined by its stamp. Somebody else's plan only fills gaps in mine.
 *
 * @param {Answers} answers
 * @param {{ who: string, mine: boolean, field: string | undefined, record: any }} given
 * @returns {"taken" | "same" | "left"}
 */
function entry(answers, { who, mine, field, record }) {
  const value = field && isObject(record) ? answers.clean(field, record.value) : undefined;
  if (field === undefined || value === undefined) return "left";
  if (who === ME && !mine) return filled(answers, field, value);
  const now = answers.store.now();
  const stamped = { ...record, n: earlier(record.n, now), at: earlier(record.at, now) };
  const kept = read("entry", stamped).record;
  if (!kept) return "left";
  return answers.store.merge("entry", answers.ref(who, field), kept) ? "taken" : "same";
}

/**
 * @param {Answers} answers
 * @param {string} field
 * @param {any} value
 */
function filled(answers, field, value) {
  const here = answers.record(ME, field)?.value ?? null;
  if (value === null || JSON.stringify(here) === JSON.stringify(value)) return "same";
  if (here !== null) return "left";
  answers.set(ME, field, value);
  return "taken";
}

/**
 * A stamp of the future would never be written over.
 *
 * @param {unknown} time
 * @param {number} now
 */
function earlier(time, now) {
  return typeof time === "number" ? Math.min(time, now) : time;
}

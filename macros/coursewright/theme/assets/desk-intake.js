/**
 * What a trainer drops or pastes, read as what learners hand in. All of it is foreign: it may be
 * cut off, doubled, of another course, or made to do harm.
 */

import { unpacked } from "./passing.js";
import { FORMAT, MOST_TEXT, VERSION, readResult } from "./result.js";

/** @import { HandIn, Kept } from "./desk-types.js" */

/** No result is larger, not even in an encoding that takes two bytes a letter. */
export const MOST_BYTES = 600_000;
/** Codes pasted at once: a class of 500 and then some. */
export const MOST_CODES = 2_000;
/** How a code begins, also where a tool has made something else of its hyphens. */
const START = /cw\d{1,3}p?(?:-|%2d|[\u2010-\u2013\u2212])[a-z](?:-|%2d|[\u2010-\u2013\u2212])/gi;

/** @typedef {{ from: string, handin?: HandIn, fault: string }} Taken  No fault: taken. */

/**
 * @param {string} from  The name of the file.
 * @param {Uint8Array<ArrayBuffer>} bytes
 * @param {string} course
 * @returns {Promise<Taken[]>}
 */
export async function readBytes(from, bytes, course) {
  if (!bytes.length) return [{ from, fault: "empty" }];
  if (bytes.length > MOST_BYTES) return [{ from, fault: "too-big" }];
  const text = decoded(bytes);
  return text === null ? [{ from, fault: "not-text" }] : readText(from, text, course);
}

/**
 * The text in UTF-8 or, as some editors save it, in UTF-16; null where it is none.
 *
 * @param {Uint8Array<ArrayBuffer>} bytes
 */
export function decoded(bytes) {
  try {
    const text = new TextDecoder(encodingOf(bytes), { fatal: true }).decode(bytes);
    return text.includes("\0") ? null : text;
  } catch {
    return null;
  }
}

/** @param {Uint8Array} bytes */
function encodingOf([first = 1, second = 1]) {
  if ((first === 0xff && second === 0xfe) || second === 0) return "utf-16le";
  return (first === 0xfe && second === 0xff) || first === 0 ? "utf-16be" : "utf-8";
}

/**
 * A file's text, or what was pasted: a result as it was saved, or one code or many.
 *
 * @param {string} from
 * @param {string} text
 * @param {string} course
 * @returns {Promise<Taken[]>}
 */
export async function readText(from, text, course) {
  const bare = text.replace(/^\uFEFF/, "").trim();
  if (!bare) return [{ from, fault: "empty" }];
  if (/^[[{"]/.test(bare)) return [fromJson(from, bare, course)];
  const codes = codesIn(bare);
  if (!codes.length) return [{ from, fault: from ? "not-result" : "not-code" }];
  if (codes.length > MOST_CODES) return [{ from, fault: "too-many" }];
  return Promise.all(codes.map((code) => fromCode(from, code, course)));
}

/**
 * @param {string} from
 * @param {string} text
 * @param {string} course
 * @returns {Taken}
 */
function fromJson(from, text, course) {
  if (text.length > MOST_TEXT) return { from, fault: "too-big" };
  try {
    return checked(from, JSON.parse(text), course);
  } catch {
    return { from, fault: "not-json" };
  }
}

/**
 * @param {string} from
 * @param {any} data
 * @param {string} course
 * @returns {Taken}
 */
function checked(from, data, course) {
  if (data?.format !== FORMAT) return { from, fault: "not-result" };
  if (Number.isInteger(data.v) && data.v > VERSION) return { from, fault: "later" };
  const handin = /** @type {HandIn | null} */ (readResult(data));
  if (!handin) return { from, fault: "damaged" };
  return handin.course === course ? { from, handin, fault: "" } : { from, fault: "other-course" };
}

/**
 * Each code with whatever follows it up to the next one.
 *
 * @param {string} text
 */
export function codesIn(text) {
  const starts = [...text.matchAll(START)].map(({ index }) => index);
  return starts.map((start, at) => text.slice(start, starts[at + 1]));
}

/**
 * @param {string} from
 * @param {string} text
 * @param {string} course
 * @returns {Promise<Taken>}
 */
async function fromCode(from, text, course) {
  const found = await unpacked("result", text);
  return "fault" in found ? { from, fault: found.fault } : checked(from, found.data, course);
}

/**
 * A hand-in under a name that tells it from every other. What says the same has the same name,
 * also when it was made a minute later, as are a file and a code of it.
 *
 * @param {HandIn} handin
 * @param {string} from
 * @param {number} now
 * @returns {Kept}
 */
export function kept(handin, from, now) {
  const key = `${handin.learner}:${digest(JSON.stringify({ ...handin, made: 0 }))}`;
  return { key, from: from.slice(0, 200), came: now, handin };
}

/** @param {string} text */
function digest(text) {
  let [a, b] = [0x811c9dc5, 0x01000193];
  for (let i = 0; i < text.length; i += 1) {
    a = Math.imul(a ^ text.charCodeAt(i), 0x01000193);
    b = Math.imul(b + text.charCodeAt(i), 0x5bd1e995) ^ (a >>> 7);
  }
  return (a >>> 0).toString(36) + (b >>> 0).toString(36);
}

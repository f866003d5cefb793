/**
 * What passes between the browsers of a trainer and a learner: data as a code that survives links,
 * mail and chat. `cw1-a-` and so on: version and kind, then JSON, deflated, in base64url, then a
 * checksum. Whatever arrives is read like all input: it may have been mangled, or made to do harm.
 */

import { inflated, deflated } from "./passing-bytes.js";

/** @typedef {"assignment" | "result"} Passed */
/** @typedef {"not-code" | "damaged" | "later" | "too-big" | "other-kind" | "old-browser"} Refusal */

export const VERSION = 1;
export const MOST_TEXT = 2 ** 20;
const MOST_STARTS = 20;
const LETTERS = { assignment: "a", result: "r" };
/** A `p` after the version says that the text is as it is: its browser could not deflate. */
const HEAD = /cw(\d{1,3})(p?)-([a-z])-/gi;
/** How long a checksum is, with its hyphen. */
const END = 8;
const SUM = /^-[0-9a-z]{7}$/;

/**
 * The code for these data. Throws a RangeError when they are larger than what can be unpacked.
 *
 * @param {Passed} kind
 * @param {unknown} data
 */
export async function packed(kind, data) {
  const bytes = new TextEncoder().encode(JSON.stringify(data));
  const small = await deflated(bytes);
  const payload = toText(small ?? bytes);
  return `cw${VERSION}${small ? "" : "p"}-${LETTERS[kind]}-${payload}-${checksum(payload)}`;
}

/**
 * The data in a text that holds a code somewhere, such as a link or a whole mail. What they must
 * look like is for the caller to check.
 *
 * @param {Passed} kind
 * @param {string} text
 * @returns {Promise<{ data: any } | { fault: Refusal }>}
 */
export async function unpacked(kind, text) {
  if (text.length > MOST_TEXT) return { fault: "too-big" };
  const bare = mended(text);
  const found = [...bare.matchAll(HEAD)].slice(0, MOST_STARTS).map((head) => read(head, bare));
  const whole = found.filter(({ payload }) => payload !== undefined);
  const own = whole.filter(({ letter }) => letter === LETTERS[kind]);
  const fits = own.find(({ version }) => version === VERSION);
  if (fits) return opened(fits.payload ?? "", fits.plain);
  if (found.some(({ version }) => version > VERSION)) return { fault: "later" };
  if (whole.length > own.length) return { fault: "other-kind" };
  return { fault: found.length ? "damaged" : "not-code" };
}

/**
 * What tools make of a link is undone: percent signs, also twice over, and typographic dashes.
 *
 * @param {string} text
 */
function mended(text) {
  const decoded = percentDecoded(percentDecoded(text));
  return decoded.replaceAll("\u2014", "--").replace(/[\u2010-\u2013\u2212]/g, "-");
}

/** @param {string} text */
function percentDecoded(text) {
  const letter = (/** @type {string} */ _, /** @type {string} */ hex) =>
    String.fromCharCode(Number.parseInt(hex, 16));
  // A letter beyond ASCII is in no code; what becomes of it does not matter.
  return text.replace(/%([0-9a-f]{2})/gi, letter);
}

/**
 * The code that begins here. Where it ends, the checksum says: lines may be broken, and words may
 * follow.
 *
 * @param {RegExpExecArray} head
 * @param {string} text
 */
function read(head, text) {
  const [all = "", version = "", plain = "", letter = ""] = head;
  const runs = text.slice(head.index + all.length).split(/[^\w-]+/);
  const payload = payloadOf(runs.join(""), ends(runs));
  return { version: Number(version), plain: plain !== "", letter: letter.toLowerCase(), payload };
}

/**
 * Where each of them ends when they are put together; in rising order.
 *
 * @param {readonly string[]} runs
 */
function ends(runs) {
  let end = 0;
  return new Set(runs.map(({ length }) => (end += length)));
}

/**
 * @param {string} code
 * @param {ReadonlySet<number>} ends  Where it may end.
 */
function payloadOf(code, ends) {
  let sum = -1;
  let at = 0;
  for (const end of ends) {
    const found = code.slice(end - END, end);
    if (end < END || !SUM.test(found)) continue;
    for (; at < end - END; at += 1) sum = stepped(sum, code.charCodeAt(at));
    if (`-${written(sum)}` === found) return code.slice(0, at);
  }
  return undefined;
}

/**
 * @param {string} payload
 * @param {boolean} plain
 * @returns {Promise<{ data: any } | { fault: Refusal }>}
 */
async function opened(payload, plain) {
  const bytes = toBytes(payload);
  if (!bytes) return { fault: "damaged" };
  const whole = plain ? { bytes } : await inflated(bytes);
  if ("fault" in whole) return whole;
  try {
    return { data: JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(whole.bytes)) };
  } catch {
    return { fault: "damaged" };
  }
}

/** @param {string} text */
export function checksum(text) {
  let sum = -1;
  for (let i = 0; i < text.length; i += 1) sum = stepped(sum, text.charCodeAt(i));
  return written(sum);
}

/**
 * One step of CRC-32, bit by bit.
 *
 * @param {number} sum
 * @param {number} byte
 */
function stepped(sum, byte) {
  let next = sum ^ byte;
  for (let bit = 0; bit < 8; bit += 1) next = (next >>> 1) ^ (next & 1 ? 0xedb88320 : 0);
  return next;
}

/** @param {number} sum */
function written(sum) {
  return (~sum >>> 0).toString(36).padStart(7, "0");
}

/** @param {Uint8Array} bytes */
function toText(bytes) {
  const pieces = [];
  // A call takes only so many arguments.
  for (let i = 0; i < bytes.length; i += 8_000) {
    pieces.push(String.fromCharCode(...bytes.subarray(i, i + 8_000)));
  }
  const text = btoa(pieces.join(""));
  return text.replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}

/** @param {string} text */
function toBytes(text) {
  try {
    const letters = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
    return Uint8Array.from(letters, (letter) => letter.charCodeAt(0));
  } catch {
    return null;
  }
}

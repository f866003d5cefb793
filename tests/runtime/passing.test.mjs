import assert from "node:assert/strict";
import { deflateRawSync } from "node:zlib";
import { test } from "node:test";

import { lengthened, shortened } from "../../macros/coursewright/theme/assets/assignment.js";
import {
  MOST_TEXT,
  checksum,
  packed,
  unpacked,
} from "../../macros/coursewright/theme/assets/passing.js";
import { assignment } from "./passed.mjs";

const DATA = shortened(assignment());
const CODE = await packed("assignment", DATA);
const LINK = `https://host.example/a-site/assignments/#${CODE}`;

/**
 * A code of these bytes, whatever they are.
 *
 * @param {Uint8Array | string} bytes
 */
function code(bytes, head = "cw1-a") {
  const payload = Buffer.from(bytes).toString("base64url");
  return `${head}-${payload}-${checksum(payload)}`;
}

/** @param {unknown} data */
const made = (data) => code(deflateRawSync(JSON.stringify(data)));

test("what is packed is unpacked, letters of every script included", async () => {
  const data = { title: "Größe 測試 👩‍🚀", list: [1, 2.5, null, true], deep: { a: [{}] } };
  assert.deepEqual(await unpacked("result", await packed("result", data)), { data });
});

test("a code is made of letters that links leave alone", () => {
  assert.match(CODE, /^cw1-a-[\w-]+-[0-9a-z]{7}$/);
});

test("an assignment of several parts makes a short link", () => {
  assert.ok(CODE.length < 330, `${CODE.length} characters`);
});

test("a browser that cannot deflate packs what others unpack, and says so when it cannot", async () => {
  const { CompressionStream, DecompressionStream } = globalThis;
  try {
    Object.assign(globalThis, { CompressionStream: undefined, DecompressionStream: undefined });
    const plain = await packed("assignment", DATA);
    assert.match(plain, /^cw1p-a-/);
    assert.deepEqual(await unpacked("assignment", plain), { data: json(DATA) });
    assert.deepEqual(await unpacked("assignment", CODE), { fault: "old-browser" });
  } finally {
    Object.assign(globalThis, { CompressionStream, DecompressionStream });
  }
});

/** @param {unknown} data */
const json = (data) => JSON.parse(JSON.stringify(data));

test("data that nobody could unpack are not packed", async () => {
  await assert.rejects(packed("result", "x".repeat(256 * 1024)), RangeError);
});

const wrapped = (/** @type {string} */ text, between = "\n") =>
  (text.match(/.{1,40}/g) ?? []).join(between);
const dash = await withDoubleDash();

/** A code whose payload holds two hyphens in a row. */
async function withDoubleDash() {
  for (let i = 0; ; i += 1) {
    const found = await packed("assignment", { ...DATA, t: `Try ${i}` });
    if (found.slice(6, -8).includes("--")) return found;
  }
}

/** @type {[string, string][]} */
const SURVIVED = [
  ["as it is", CODE],
  ["in a link", LINK],
  ["in a sentence", `Here it is: ${LINK}. See you on Monday!`],
  ["with a full stop", `${LINK}.`],
  ["in angle brackets", `<${LINK}>`],
  ["in parentheses, with a comma", `(${LINK}),`],
  ["in quotation marks", `“${LINK}”`],
  ["as Markdown", `[Read this](${LINK})`],
  ["as HTML", `<a href="${LINK}">${LINK}</a>`],
  ["with a line break every 40 letters", wrapped(CODE)],
  ["with lines broken the Windows way, and words after it", `${wrapped(CODE, "\r\n")}\r\nBest, Kim`],
  ["quoted in a mail", `> ${wrapped(CODE, "\n> ")}\n\nThanks!`],
  ["quoted-printable", wrapped(CODE, "=\r\n")],
  ["with zero-width spaces", wrapped(CODE, "\u200B")],
  ["with soft hyphens", wrapped(CODE, "\u00AD")],
  ["with word joiners and a byte-order mark", `\uFEFF${wrapped(CODE, "\u2060")}`],
  ["with no-break spaces", wrapped(CODE, "\u00A0")],
  ["percent-encoded", encodeURIComponent(LINK).replaceAll("-", "%2D").replaceAll("_", "%5F")],
  ["percent-encoded twice", encodeURIComponent(encodeURIComponent(LINK)).replaceAll("-", "%252D")],
  ["inside a link that checks links", `https://safe.example/?url=${encodeURIComponent(LINK)}&id=9`],
  ["with a tracker behind it", `${LINK}?utm_source=mail&utm_medium=x`],
  ["with typographic hyphens", CODE.replaceAll("-", "\u2011")],
  ["below a folder that begins like a code", LINK.replace("a-site", "cw7-a-course")],
  ["after a damaged copy of itself", `${CODE.slice(0, 40)} ${CODE}`],
  ["with its first letters in capitals", CODE.replace("cw1-a", "CW1-A")],
];

for (const [how, text] of SURVIVED) {
  test(`it survives ${how}`, async () => {
    assert.deepEqual(await unpacked("assignment", text), { data: json(DATA) });
  });
}

test("two hyphens that became a long dash are two hyphens again", async () => {
  const found = await unpacked("assignment", dash.replaceAll("--", "\u2014"));
  assert.ok("data" in found);
});

const letter = CODE[20] === "x" ? "y" : "x";
const bomb = deflateRawSync(Buffer.alloc(50_000_000, 0x20));

/** @type {[string, string, string][]} */
const REFUSED = [
  ["nothing", "", "not-code"],
  ["a text without a code", "See you on Monday", "not-code"],
  ["an anchor of a page", "#cw-main", "not-code"],
  ["a script's address", "javascript:alert(1)", "not-code"],
  ["a megabyte of letters", "x".repeat(MOST_TEXT + 1), "too-big"],
  ["a bomb of 50 MB", code(bomb), "too-big"],
  ["a bomb in a bomb", code(deflateRawSync(bomb)), "damaged"],
  ["a code cut off", CODE.slice(0, -1), "damaged"],
  ["a code cut off in the middle", CODE.slice(0, CODE.length / 2), "damaged"],
  ["a beginning alone", "cw1-a-", "damaged"],
  ["a beginning with a checksum alone", "cw1-a-0000000", "damaged"],
  ["one letter changed", `${CODE.slice(0, 20)}${letter}${CODE.slice(21)}`, "damaged"],
  ["two letters swapped", swapped(CODE), "damaged"],
  ["a checksum changed", `${CODE.slice(0, -7)}0000000`, "damaged"],
  ["everything in small letters", CODE.toLowerCase(), "damaged"],
  ["everything in capitals", CODE.toUpperCase(), "damaged"],
  ["shortened by a chat", `${CODE.slice(0, 60)}…${CODE.slice(-10)}`, "damaged"],
  ["letters eaten as emphasis", CODE.replaceAll(CODE[20] ?? "", ""), "damaged"],
  ["a later version", CODE.replace("cw1", "cw2"), "later"],
  ["a much later version of another form", "cw99-a-whatever-it-is", "later"],
  ["version 0", CODE.replace("cw1", "cw0"), "damaged"],
  ["a result in an assignment's place", await packed("result", DATA), "other-kind"],
  ["an unknown kind", CODE.replace("cw1-a", "cw1-z"), "other-kind"],
  ["what is not deflated", code("not deflated"), "damaged"],
  ["deflated data cut off", code(deflateRawSync(JSON.stringify(DATA)).subarray(0, -4)), "damaged"],
  ["data that are no JSON", code(deflateRawSync("{nope")), "damaged"],
  ["bytes that are no text", code(deflateRawSync(Buffer.from([0xc3, 0x28]))), "damaged"],
  ["nothing at all, deflated", code(deflateRawSync("")), "damaged"],
  ["lists in lists in lists", code(deflateRawSync("[".repeat(200_000))), "damaged"],
  ["plain text that claims to be deflated", code(JSON.stringify(DATA)), "damaged"],
  ["deflated data that claim to be plain", code(deflateRawSync("[]"), "cw1p-a"), "damaged"],
];

/** @param {string} text */
function swapped(text) {
  const at = [...text].findIndex((one, i) => i > 10 && one !== text[i + 1]);
  return `${text.slice(0, at)}${text[at + 1]}${text[at]}${text.slice(at + 2)}`;
}

for (const [what, text, fault] of REFUSED) {
  test(`refused: ${what}`, async () => {
    assert.deepEqual(await unpacked("assignment", text), { fault });
  });
}

test("a bomb is not blown up to its end", async () => {
  const before = process.memoryUsage().arrayBuffers;
  await unpacked("assignment", code(bomb));
  assert.ok(process.memoryUsage().arrayBuffers - before < 8_000_000);
});

test("a text full of beginnings takes no time", async () => {
  const start = performance.now();
  await unpacked("assignment", "cw1-a-".repeat(170_000));
  await unpacked("assignment", `cw1-a-${"0000000-0000000 ".repeat(60_000)}`);
  assert.ok(performance.now() - start < 3_000);
});

test("an assignment comes back whole", async () => {
  const found = await unpacked("assignment", CODE);
  assert.ok("data" in found);
  const { assignment: back } = /** @type {any} */ (lengthened(found.data));
  assert.deepEqual(json(back), json(assignment()));
});

const OWN = JSON.parse('{"__proto__": {"title": "x"}}');
const LONG = "x".repeat(10_000);

/** @type {[string, unknown, string][]} */
const CRAFTED = [
  ["null", null, "damaged"],
  ["a list", [], "damaged"],
  ["a number", 7, "damaged"],
  ["a text", "x", "damaged"],
  ["an empty object", {}, "damaged"],
  ["a later version", { ...DATA, v: 2 }, "later"],
  ["a version that is a text", { ...DATA, v: "1" }, "damaged"],
  ["a prototype of its own", { ...DATA, ["__proto__"]: { title: "x" } }, "damaged"],
  ["a part with a prototype of its own", { ...DATA, x: [OWN] }, "damaged"],
  ["a score with a prototype of its own", { ...DATA, n: OWN }, "damaged"],
  ["an object as a title", { ...DATA, t: { toString: 1 } }, "damaged"],
  ["a title that is too long", { ...DATA, t: LONG }, "damaged"],
  ["an empty title", { ...DATA, t: "  " }, "damaged"],
  ["a title of two lines", { ...DATA, t: "a\nb" }, "damaged"],
  ["a title that turns text around in control characters", { ...DATA, t: "a\u0007b" }, "damaged"],
  ["a message that is too long", { ...DATA, m: LONG }, "damaged"],
  ["a null byte in the message", { ...DATA, m: "a\0b" }, "damaged"],
  ["a day that there is not", { ...DATA, d: "2026-02-30" }, "damaged"],
  ["a day of another form", { ...DATA, d: "30.11.2026" }, "damaged"],
  ["a day with a script behind it", { ...DATA, d: "2026-11-30<script>" }, "damaged"],
  ["no parts", { ...DATA, x: [] }, "damaged"],
  ["too many parts", { ...DATA, x: Array(201).fill("m:tea") }, "damaged"],
  ["parts that are no list", { ...DATA, x: "m:tea" }, "damaged"],
  ["a part of an unknown kind", { ...DATA, x: ["z:tea"] }, "damaged"],
  ["a part called like a method", { ...DATA, x: ["constructor:tea"] }, "damaged"],
  ["a part outside the site", { ...DATA, x: ["l:../../x"] }, "damaged"],
  ["a part with markup", { ...DATA, x: ["m:<img src=x onerror=alert(1)>"] }, "damaged"],
  ["a part that leads elsewhere", { ...DATA, x: ["m:javascript:alert(1)"] }, "damaged"],
  ["a score over 100", { ...DATA, n: { score: 101 } }, "damaged"],
  ["a score of nothing", { ...DATA, n: { score: 0 } }, "damaged"],
  ["a score that is a text", { ...DATA, n: { score: "80" } }, "damaged"],
  ["an id that is a path", { ...DATA, i: "../../.." }, "damaged"],
  ["a course that is markup", { ...DATA, c: "<b>" }, "damaged"],
  ["a key that nobody knows", { ...DATA, extra: 1 }, "damaged"],
  ["a long key beside the short one", { ...DATA, title: "Other" }, "damaged"],
];

for (const [what, data, fault] of CRAFTED) {
  test(`no assignment: ${what}`, async () => {
    const found = await unpacked("assignment", made(data));
    assert.ok("data" in found);
    assert.deepEqual(lengthened(found.data), { fault });
    assert.equal(/** @type {any} */ ({}).title, undefined);
  });
}

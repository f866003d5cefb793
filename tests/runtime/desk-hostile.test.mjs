import assert from "node:assert/strict";
import { test } from "node:test";
import { deflateRawSync } from "node:zlib";

import { namesOf, people } from "../../macros/coursewright/theme/assets/desk-book.js";
import { MOST_BYTES, codesIn, decoded, kept, readBytes, readText } from "../../macros/coursewright/theme/assets/desk-intake.js";
import { checksum, packed } from "../../macros/coursewright/theme/assets/passing.js";
import { handedIn } from "./passed.mjs";
import { DESK } from "./desk.mjs";

/** @param {unknown} value */
const json = (value) => new TextEncoder().encode(JSON.stringify(value));

/** @param {string} text @param {boolean} [big] @param {boolean} [mark] */
function utf16(text, big = false, mark = true) {
  const letters = mark ? `\uFEFF${text}` : text;
  const bytes = new Uint8Array(letters.length * 2);
  const view = new DataView(bytes.buffer);
  for (let i = 0; i < letters.length; i += 1) view.setUint16(2 * i, letters.charCodeAt(i), !big);
  return bytes;
}

/**
 * A result with something of it changed, as text: JSON itself can say what an object cannot.
 *
 * @param {string} from
 * @param {string} to
 */
function changed(from, to) {
  const text = JSON.stringify(handedIn());
  assert.ok(text.includes(from), from);
  return new TextEncoder().encode(text.replace(from, to));
}

/** @param {number} size */
const bomb = (size) => {
  const payload = deflateRawSync(Buffer.alloc(size, 0x20)).toString("base64url");
  return new TextEncoder().encode(`cw1-r-${payload}-${checksum(payload)}`);
};

const deep = (/** @type {number} */ depth) => "[".repeat(depth) + "]".repeat(depth);

/** @type {Record<string, [bytes: Uint8Array, fault: string]>} */
const REFUSED = {
  "an empty file": [new Uint8Array(), "empty"],
  "only space": [new TextEncoder().encode(" \n\t"), "empty"],
  "only a mark of its encoding": [new Uint8Array([0xef, 0xbb, 0xbf]), "empty"],
  "a picture": [new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0xff, 0xfe, 0x00]), "not-text"],
  "bytes that are no UTF-8": [new Uint8Array([0x7b, 0xc3, 0x28, 0x7d]), "not-text"],
  "a zip archive": [new TextEncoder().encode("PK\u0003\u0004\0\0\0\0"), "not-text"],
  "a NUL inside": [changed("Kim", "K\0m"), "not-text"],
  "half of UTF-16": [utf16("{}").slice(0, 5), "not-text"],
  "some prose": [new TextEncoder().encode("Dear trainer, here it is."), "not-result"],
  "HTML": [new TextEncoder().encode("<script>alert(1)</script>"), "not-result"],
  "JSON that was cut off": [json(handedIn()).slice(0, 200), "not-json"],
  "JSON with more behind it": [new TextEncoder().encode(`${JSON.stringify(handedIn())} x`), "not-json"],
  "JSON with NaN": [changed('"score":0.5', '"score":NaN'), "not-json"],
  "JSON with Infinity": [changed('"score":0.5', '"score":Infinity'), "not-json"],
  "JSON with a comment": [changed("{", "{/* x */"), "not-json"],
  "brackets 100,000 deep": [new TextEncoder().encode(deep(100_000)), "not-result"],
  "null": [json([null]), "not-result"],
  "a list of results": [json([handedIn()]), "not-result"],
  "a text in quotes": [json("cw1-r-"), "not-result"],
  "an export of progress": [json({ format: "coursewright-progress", v: 1, course: "tea", records: {} }), "not-result"],
  "data of an instrument": [json({ format: "coursewright-instrument", v: 1, course: "tea" }), "not-result"],
  "a later version": [json({ ...handedIn(), v: 2 }), "later"],
  "a version far ahead": [json({ ...handedIn(), v: 1e15 }), "later"],
  "a version before the first": [json({ ...handedIn(), v: 0 }), "damaged"],
  "a version as text": [json({ ...handedIn(), v: "1" }), "damaged"],
  "another course": [json(handedIn({ course: "coffee" })), "other-course"],
  "a course that is no id": [json(handedIn({ course: "../tea" })), "damaged"],
  "a key more": [json({ ...handedIn(), admin: true }), "damaged"],
  "a key __proto__": [changed('{"format"', '{"__proto__":{"polluted":1},"format"'), "damaged"],
  "an answer called __proto__": [changed('"brewing/first-move"', '"__proto__"'), "damaged"],
  "an answer called constructor/prototype": [changed('"brewing/first-move"', '"constructor/__proto__"'), "damaged"],
  "a check called __proto__": [changed('"checks":{"brewing"', '"checks":{"__proto__"'), "damaged"],
  "a lesson that leaves its folder": [changed('"brewing/hot-water"', '"../hot-water"'), "damaged"],
  "a name that is a number": [json({ ...handedIn(), name: 5 }), "damaged"],
  "a name that is a list": [json({ ...handedIn(), name: ["Kim"] }), "damaged"],
  "a name of 81 letters": [json(handedIn({ name: "k".repeat(81) })), "damaged"],
  "a name of two lines": [json(handedIn({ name: "Kim\nBob" })), "damaged"],
  "a name that ends the line for some": [json(handedIn({ name: "Kim\u2028Bob" })), "damaged"],
  "a learner that is no pseudonym": [json(handedIn({ learner: "Kim" })), "damaged"],
  "a learner that is a path": [json(handedIn({ learner: "m-../x" })), "damaged"],
  "made before all time": [json(handedIn({ made: -1 })), "damaged"],
  "made after all time": [json(handedIn({ made: 9e15 })), "damaged"],
  "made in text": [json({ ...handedIn(), made: "2026-11-27" }), "damaged"],
  "a score of 2": [changed('"score":0.5', '"score":2'), "damaged"],
  "a score below nothing": [changed('"score":0.5', '"score":-0.1'), "damaged"],
  "a score of 1e400": [changed('"score":0.5', '"score":1e400'), "damaged"],
  "no tries at all": [changed('"tries":3', '"tries":0'), "damaged"],
  "half a try": [changed('"tries":3', '"tries":1.5'), "damaged"],
  "a result that there is not": [changed('"result":"right"', '"result":"perfect"'), "damaged"],
  "a confidence of 4": [changed('"tries":2', '"confidence":4,"tries":2'), "damaged"],
  "lessons as a list": [json({ ...handedIn(), lessons: [] }), "damaged"],
  "answers as null": [json({ ...handedIn(), answers: null }), "damaged"],
  "a response 50 deep": [changed('"response":"a"', `"response":${deep(50)}`), "damaged"],
  "a response with __proto__": [changed('"response":"a"', '"response":{"__proto__":{"x":1}}'), "damaged"],
  "a response of 10,000 letters": [changed('"response":"a"', `"response":"${"a".repeat(10_000)}"`), "damaged"],
  "a day that there is not": [changed("2026-12-04", "2026-02-31"), "damaged"],
  "an assignment with an address for an id": [changed("k3x9a0zq", "https://x"), "damaged"],
  "300 kB of JSON": [json(handedIn({ site: "x".repeat(300_000) })), "too-big"],
  "more than any file": [new Uint8Array(MOST_BYTES + 1).fill(0x20), "too-big"],
  "a code that inflates to 50 MB": [bomb(50_000_000), "too-big"],
  "a code that was cut off": [new TextEncoder().encode("cw1-r-q1YqSS0uUbJSMjQwVKoFAA"), "damaged"],
  "a code of a later version": [new TextEncoder().encode(`cw9-r-abc-${checksum("abc")}`), "later"],
};

for (const [name, [bytes, fault]] of Object.entries(REFUSED)) {
  test(`refused with a reason: ${name}`, async () => {
    const [found, ...others] = await readBytes("a.json", new Uint8Array(bytes), "tea");
    assert.deepEqual([found?.fault, found?.handin, others.length], [fault, undefined, 0]);
    assert.equal(/** @type {any} */ ({}).polluted, undefined);
  });
}

test("there are cases enough", () => assert.ok(Object.keys(REFUSED).length >= 40));

const RESULT = handedIn({ name: "Zoë ☕" });
const SAVED = JSON.stringify(RESULT, null, 1);
const PACKED = await packed("result", RESULT);

/** @type {Record<string, Uint8Array>} */
const TAKEN = {
  "as it was saved": new TextEncoder().encode(SAVED),
  "with a mark of its encoding": new TextEncoder().encode(`\uFEFF${SAVED}`),
  "in UTF-16, little end first": utf16(SAVED),
  "in UTF-16, big end first": utf16(SAVED, true),
  "in UTF-16 without a mark": utf16(SAVED, false, false),
  "in UTF-16 without a mark, big end first": utf16(SAVED, true, false),
  "with the line ends of Windows": new TextEncoder().encode(SAVED.replaceAll("\n", "\r\n")),
  "a key twice, of which the last counts": changed('"name":"Kim"', '"name":"x","name":"Zoë ☕"'),
  "a code in a text file": new TextEncoder().encode(`${PACKED}\n`),
  "a code in a mail": new TextEncoder().encode(`Hello,\r\n\r\n${PACKED.replace(/.{70}/g, "$&=\r\n")}\r\n\r\n-- \r\nZoë`),
};

for (const [name, bytes] of Object.entries(TAKEN)) {
  test(`taken: ${name}`, async () => {
    const [found] = await readBytes("a.json", new Uint8Array(bytes), "tea");
    assert.deepEqual([found?.fault, found?.handin?.name], ["", "Zoë ☕"]);
  });
}

const NASTY = [
  "<img src=x onerror=alert(1)>",
  "=HYPERLINK(\"http://x\")",
  "+1",
  "-2",
  "@SUM(A1)",
  "constructor",
  "__proto__",
  "\u202Egnp.exe",
  "Robert'); DROP TABLE learners;--",
  "${7*7}{{7*7}}",
];

for (const name of NASTY) {
  test(`a name is only a name: ${name}`, async () => {
    const [found] = await readBytes("a.json", json(handedIn({ name })), "tea");
    assert.equal(found?.handin?.name, name);
    const [person] = found?.handin ? people([kept(found.handin, "a.json", 1)], new Map(), namesOf(DESK)) : [];
    assert.equal(person?.name, name);
  });
}

test("many codes at once, each with what stands around it", async () => {
  const names = ["Ann", "Ben", "Cas"];
  const codes = await Promise.all(names.map((name) => packed("result", handedIn({ name }))));
  const text = codes.map((code, at) => `${names[at]} wrote on Monday:\n> ${code}\n\nBest, ${names[at]}\n`).join("\n");
  const found = await readText("", text, "tea");
  assert.deepEqual(found.map(({ handin }) => handin?.name), names);
});

test("one bad code among good ones is refused alone", async () => {
  const good = await packed("result", handedIn());
  const found = await readText("", `${good}\n${good.slice(0, -3)}\n${good}`, "tea");
  assert.deepEqual(found.map(({ fault }) => fault), ["", "damaged", ""]);
});

test("codes by the thousand are not even begun", async () => {
  const [found] = await readText("", "cw1-r-a ".repeat(3_000), "tea");
  assert.equal(found?.fault, "too-many");
});

test("an assignment is no result", async () => {
  const code = await packed("assignment", { v: 1 });
  assert.deepEqual(await readText("", code, "tea"), [{ from: "", fault: "other-kind" }]);
});

test("codes whose hyphens a tool has changed are found, too", () => {
  assert.equal(codesIn("cw1\u2011r\u2011abc cw1%2Dr%2Dabc CW1p-R-abc").length, 3);
});

test("the same hand-in has the same key, whenever it was made, and an edited one another", () => {
  const key = (/** @type {object} */ more) => kept(handedIn(more), "a.json", 1).key;
  assert.equal(key({}), key({}));
  assert.equal(key({}), key({ made: 5 }));
  assert.notEqual(key({}), key({ name: "Kam" }));
});

test("text is text in whatever encoding editors save it", () => {
  assert.equal(decoded(new Uint8Array([0x61])), "a");
  assert.equal(decoded(new Uint8Array([0x80])), null);
});

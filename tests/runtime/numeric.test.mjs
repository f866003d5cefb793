import assert from "node:assert/strict";
import { test } from "node:test";

import { gap, grade, read, readings } from "../../macros/coursewright/questions/numeric/browser.js";
import { form } from "./entries.mjs";

/** @import { Entry } from "../../macros/coursewright/theme/assets/grading.js" */

/** @type {Entry[]} */
const said = [
  { name: "number", key: "right", correct: true, data: { from: "0.2", to: "0.4", unit: "kg" } },
  { name: "number", key: "wrong-1", correct: false, data: { from: "300", to: "300" } },
  { name: "number", key: "wrong-2", correct: false, data: { from: "-0.4", to: "-0.2" } },
  { name: "number", key: "other", correct: false, data: {} },
];

test("the response is what was typed", () => {
  assert.equal(read(form(["number", " 1,5 "])), " 1,5 ");
  assert.equal(read(form()), "");
});

/** @type {[string, number][]} */
const CLEAR = [
  ["0", 0],
  ["-0", 0],
  ["7", 7],
  ["007", 7],
  ["+7", 7],
  ["1250", 1250],
  ["3.5", 3.5],
  ["3,5", 3.5],
  [".5", 0.5],
  [",5", 0.5],
  ["5.", 5],
  ["-4", -4],
  ["\u22124", -4],
  ["–4", -4],
  ["- 4", -4],
  ["-,25", -0.25],
  ["0,125", 0.125],
  ["0.125", 0.125],
  ["1.250", 1.25],
  ["1,2500", 1.25],
  ["1234,567", 1234.567],
  ["1 250", 1250],
  ["1\u00a0250", 1250],
  ["1\u202f250\u202f000", 1250000],
  ["1'250", 1250],
  ["1’250’000.5", 1250000.5],
  ["1 250,5", 1250.5],
  ["1 250,567", 1250.567],
  ["1,250.5", 1250.5],
  ["1.250,5", 1250.5],
  ["1,250.567", 1250.567],
  ["1,250,000", 1250000],
  ["1.250.000", 1250000],
  ["1,250,000.75", 1250000.75],
  ["1.250.000,75", 1250000.75],
  ["１２．５", 12.5],
  ["\u200e12\u200f", 12],
  [" 12 ", 12],
];

for (const [typed, number] of CLEAR) {
  test(`${JSON.stringify(typed)} is ${number}`, () => assert.deepEqual(readings(typed), [number]));
}

test("one comma before three digits can mean two numbers, and is asked about", () => {
  assert.deepEqual(readings("1,250"), [1250, 1.25]);
  assert.deepEqual(readings("-12,500"), [-12500, -12.5]);
  const say = ["numeric-unclear", { first: 1250, second: 1.25 }];
  assert.deepEqual(gap("1,250"), { name: "number", say });
});

const UNREADABLE = [
  ..."- + . , ' %".split(" "),
  "abc",
  "about 5",
  "5-6",
  "5 6",
  "5/6",
  "1/2",
  "½",
  "10³",
  "①",
  "٣",
  "1e3",
  "0x10",
  "0b1",
  "Infinity",
  "-Infinity",
  "NaN",
  "null",
  "true",
  "[]",
  "{}",
  "1_000",
  "--5",
  "+-5",
  "5-",
  "1.2.3",
  "1,2,3",
  "1,23.4",
  "12,34,567",
  "0,123,456",
  "1,250 000",
  "1 250'000",
  "1 25",
  "1..5",
  "1.,5",
  "50%",
  "50 kg",
  "$5",
  "<img src=x onerror=alert(1)>",
];

for (const typed of UNREADABLE) {
  test(`${typed} is no number, and costs no attempt`, () => {
    assert.deepEqual(readings(typed), []);
    assert.deepEqual(gap(typed), { name: "number", say: ["numeric-unreadable"] });
  });
}

for (const typed of ["", " ", "\t", "\u00a0"]) {
  test(`nothing is not zero: ${JSON.stringify(typed)}`, () => {
    assert.deepEqual(gap(typed), { name: "number", say: ["numeric-empty"] });
  });
}

/** @type {[string, string][]} */
const WITH_UNIT = [
  ["0.3 kg", "kg"],
  ["0.3kg", "kg"],
  ["0,3 KG", "kg"],
  ["0.3", "kg"],
  ["0.3%", "%"],
  ["0.3 ％", "%"],
  ["€ 0.30", "€"],
  ["0.3 m²", "m²"],
  ["0.3 working  days", "working days"],
];

for (const [typed, unit] of WITH_UNIT) {
  test(`the unit may be typed: ${typed}`, () => assert.deepEqual(readings(typed, unit), [0.3]));
}

for (const typed of ["0.3 g", "0.3 kgkg", "0.3 kg kg", "kg", "0.3 % kg"]) {
  test(`another unit is not read over: ${typed}`, () => {
    assert.equal(gap(typed, said)?.say[0], "numeric-unreadable");
  });
}

test("both ends of what is close enough are right", () => {
  for (const typed of ["0.2", "0,3 kg", "0.4", ".2", "0.40"]) {
    assert.equal(gap(typed, said), null);
    const marks = [{ name: "number", key: "right" }];
    assert.deepEqual(grade(typed, said), { result: "right", score: 1, headline: ["right"], marks });
  }
});

/** @type {[string, string][]} */
const WRONG = [
  ["0.19", "other"],
  ["0.41", "other"],
  ["0", "other"],
  ["300", "wrong-1"],
  ["300.0", "wrong-1"],
  ["301", "other"],
  ["\u22120.3", "wrong-2"],
];

for (const [typed, key] of WRONG) {
  test(`${typed} gets what is said about ${key}`, () => {
    const marks = [{ name: "number", key }];
    assert.deepEqual(grade(typed, said), { result: "wrong", score: 0, headline: ["wrong"], marks });
  });
}

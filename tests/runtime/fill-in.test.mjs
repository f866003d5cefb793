import assert from "node:assert/strict";
import { test } from "node:test";

import { folded, gap, grade, read } from "../../macros/coursewright/questions/fill_in/browser.js";
import { form } from "./entries.mjs";

/** @import { Entry } from "../../macros/coursewright/theme/assets/grading.js" */

/**
 * What the answer says about one blank.
 *
 * @param {string} name
 * @param {Record<string, string[]>} texts  By key; "right" is.
 * @param {boolean} [exact]
 * @returns {Entry[]}
 */
function blank(name, texts, exact = false) {
  const told = Object.entries(texts).map(([key, accept]) => {
    const data = { accept: JSON.stringify(accept), ...(exact && { exact: "" }) };
    return { name, key, correct: key === "right", data };
  });
  return [...told, { name, key: "other", correct: false, data: {} }];
}

const plan = blank("blank-plan", { right: ["plan", "a plan"], "wrong-1": ["wish", "hope"] });
const said = [...plan, ...blank("blank-view", { right: ["view"] })];

/** @param {string} text */
const keyOf = (text) => grade({ "blank-plan": text }, plan).marks[0]?.key;

test("the response holds what was typed, and nothing of other controls", () => {
  const data = form(["blank-plan", " a plan "], ["confidence", "2"], ["blank-view", ""]);
  assert.deepEqual(read(data), { "blank-plan": " a plan ", "blank-view": "" });
});

test("blanks called like parts of objects are blanks like any other", () => {
  const data = form(["blank-constructor", "x"], ["blank-proto", "y"]);
  assert.deepEqual(Object.keys(read(data)), ["blank-constructor", "blank-proto"]);
});

test("the first empty blank is asked for by its number", () => {
  const say = ["fill-in-empty-of", { number: 2 }];
  assert.deepEqual(gap({ "blank-a": "x", "blank-b": "" }), { name: "blank-b", say });
  assert.equal(gap({ "blank-a": "", "blank-b": "" })?.name, "blank-a");
  assert.equal(gap({ "blank-a": "x", "blank-b": "y" }), null);
});

test("a single blank has no number", () => {
  assert.deepEqual(gap({ "blank-a": "" }), { name: "blank-a", say: ["fill-in-empty"] });
});

for (const text of [" ", "\t", "\u00a0", "\u3000", "\u200b", "\u00ad"]) {
  test(`what cannot be seen is empty: U+${text.charCodeAt(0).toString(16)}`, () => {
    assert.equal(gap({ "blank-a": text })?.name, "blank-a");
  });
}

for (const text of ["plan", "PLAN", " Plan\u00a0", "a  plan", "ｐｌａｎ", "A\tPLAN", "pl\u00adan"]) {
  test(`spaces, letter case and width make no difference: ${JSON.stringify(text)}`, () => {
    assert.equal(keyOf(text), "right");
  });
}

for (const [text, key] of [
  ["wish", "wrong-1"],
  ["HOPE", "wrong-1"],
  ["planet", "other"],
  ["plan b", "other"],
  ["[object Object]", "other"],
  ["__proto__", "other"],
  ["right", "other"],
]) {
  test(`"${text}" gets what is said about ${key}`, () => assert.equal(keyOf(text ?? ""), key));
}

for (const [one, other] of [
  ["Straße", "STRASSE"],
  ["ΟΔΟΣ", "οδος"],
  ["customer’s", "customer's"],
  ["end‑to–end", "end-to-end"],
  ["“so”", '"so"'],
  ["ﬁne", "fine"],
  ["cafe\u0301", "CAFÉ"],
]) {
  test(`${one} and ${other} are the same`, () => {
    assert.equal(folded(one ?? ""), folded(other ?? ""));
  });
}

test("where it matters, capital and small letters differ, and spaces do not", () => {
  const exact = blank("blank-scale", { right: ["C"] }, true);
  assert.equal(grade({ "blank-scale": " C " }, exact).result, "right");
  assert.equal(grade({ "blank-scale": "c" }, exact).result, "wrong");
});

test("all blanks right is right, and each is marked", () => {
  const marks = [
    { name: "blank-plan", key: "right" },
    { name: "blank-view", key: "right" },
  ];
  const found = grade({ "blank-plan": "plan", "blank-view": "view" }, said);
  assert.deepEqual(found, { result: "right", score: 1, headline: ["right"], marks });
});

test("some of them is partly right, and counted", () => {
  const found = grade({ "blank-plan": "plan", "blank-view": "x" }, said);
  const headline = ["counted", { right: 1, total: 2 }];
  assert.deepEqual([found.result, found.score, found.headline], ["partly", 0.5, headline]);
});

test("none of them is wrong", () => {
  const found = grade({ "blank-plan": "x", "blank-view": "plan" }, said);
  const headline = ["counted", { right: 0, total: 2 }];
  assert.deepEqual([found.result, found.score, found.headline], ["wrong", 0, headline]);
});

test("a single blank is not counted", () => {
  assert.deepEqual(grade({ "blank-plan": "x" }, plan).headline, ["wrong"]);
});

test("a blank the answer says nothing about is an error, not a wrong answer", () => {
  assert.throws(() => grade({ "blank-x": "plan" }, plan), /blank-x/);
});

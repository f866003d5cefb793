import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { test } from "node:test";

/** @import { Part, Picked } from "../../macros/coursewright/theme/assets/desk-types.js" */

const FOLDER = new URL("../../macros/coursewright/questions/", import.meta.url);
const FOLDERS = readdirSync(FOLDER, { withFileTypes: true })
  .filter((one) => one.isDirectory() && !one.name.startsWith("_"))
  .map(({ name }) => name);
/** @type {Record<string, (response: unknown, parts: readonly Part[], result: string) => Picked[]>} */
const PICKS = Object.fromEntries(
  await Promise.all(FOLDERS.map(async (name) => [name, (await import(`${FOLDER}${name}/desk.js`)).picks])),
);

/**
 * @param {string} name
 * @param {Record<string, boolean>} right
 * @param {Partial<Part>} [more]
 * @returns {Part}
 */
const part = (name, right, more = {}) => ({
  ...{ name, label: "", exact: false },
  picks: Object.entries(right).map(([key, is]) => ({ key, text: key.toUpperCase(), right: is })),
  ...more,
});

const AB = part("choice", { a: true, b: false, c: true });

/** Kind, what is told, response, parts, result, and what is expected. @type {any[]} */
const CASES = [
  ["single", "the option", "b", [AB], "wrong", [["", "B", false]]],
  ["multiple", "every option", ["a", "b"], [AB], "partly", [["", "A", true], ["", "B", false]]],
  ["multiple", "an option twice", ["a", "a"], [AB], "partly", [["", "A", true]]],
  [
    ...["true_false", "verdict and reason", { verdict: "true", reason: "b" }],
    ...[[part("verdict", { true: true, false: false }, { label: "True?" }), part("reason", { a: true, b: false })]],
    ...["partly", [["True?", "TRUE", true], ["", "B", false]]],
  ],
  ["fill_in", "a text, compared as the question does", { "blank-x": " Green\u00a0TEA " }, [part("blank-x", { "green tea": true })], "right", [["", "Green\u00a0TEA", true]]],
  ["fill_in", "a text that nobody thought of", { "blank-x": "soup" }, [part("blank-x", { tea: true })], "wrong", [["", "soup", false]]],
  ["fill_in", "each blank by its number", { "blank-x": "tea", "blank-y": "no" }, [part("blank-x", { TEA: true }), part("blank-y", { milk: true })], "partly", [["1", "tea", true], ["2", "no", false]]],
  ["fill_in", "small letters where they matter", { "blank-x": "ph" }, [part("blank-x", { pH: true }, { exact: true, picks: [{ key: "pH", text: "pH", right: true }] })], "wrong", [["", "ph", false]]],
  ["numeric", "a number, right by its result", "1 250", [part("choice", {})], "right", [["", "1 250", true]]],
  ["matching", "each row", [["x", "a"], ["y", "b"]], [part("x", { a: true, b: false }, { label: "X" }), part("y", { a: true, b: false }, { label: "Y" })], "partly", [["X", "A", true], ["Y", "B", false]]],
  ["categorise", "each row", [["y", "b"]], [part("y", { a: true, b: false }, { label: "Y" })], "wrong", [["Y", "B", false]]],
  ["ordering", "the order as a whole", ["b", "a"], [part("order", { a: true, b: true })], "wrong", [["", "B → A", false]]],
  ["ordering", "the right order", ["a", "b"], [part("order", { a: true, b: true })], "right", [["", "A → B", true]]],
  [
    ...["scenario", "each decision on the way", ["b", "a"]],
    ...[[
      part("start", {}, { label: "First", picks: [{ key: "b", text: "Go", right: false, to: "next" }] }),
      part("next", {}, { label: "Then", picks: [{ key: "a", text: "Stop", right: true, to: "end" }] }),
    ]],
    ...["partly", [["First", "Go", false], ["Then", "Stop", true]]],
  ],
  ["short_answer", "the text, neither right nor wrong", { text: "Mine", ticks: ["a"] }, [part("tick", { a: true })], "kept", [["", "Mine", null]]],
];

for (const [kind, what, response, parts, result, expected] of CASES) {
  test(`${kind} tells ${what}`, () => {
    const found = PICKS[kind]?.(response, parts, result) ?? [];
    assert.deepEqual(found.map((one) => [one.part, one.text, one.right]), expected);
  });
}

test("every kind of question has a case", () => {
  assert.deepEqual(FOLDERS.filter((name) => !CASES.some(([kind]) => kind === name)), []);
});

test("numbers that say the same are one answer", () => {
  const keys = ["1250", "1,250.0", "1 250"].map((typed) => PICKS["numeric"]?.(typed, [AB], "right")[0]?.key);
  assert.deepEqual([...new Set(keys)], ["1250"]);
});

const HOSTILE = [
  ...[undefined, null, true, 0, -1, 1e308, "", "zz", [], {}, [[]], [{}], [null], [["a"]], [["x", "a", "b"]]],
  ...[{ text: 5 }, { text: {} }, { verdict: {} }, { "blank-x": 5 }, { "blank-x": ["a"] }, { length: 3 }],
  ...[{ toString: "x" }, ["constructor", "__proto__"], JSON.parse('{"__proto__": {"text": "x"}}'), "x".repeat(8_000)],
];

for (const kind of FOLDERS) {
  test(`${kind} reads whatever a file may hold as an answer`, () => {
    for (const response of HOSTILE) {
      for (const parts of [[], [AB], [part("blank-x", { a: true }), part("verdict", { true: true })]]) {
        for (const one of PICKS[kind]?.(response, parts, "wrong") ?? []) {
          assert.deepEqual([typeof one.part, typeof one.key, typeof one.text], ["string", "string", "string"]);
        }
      }
    }
  });
}

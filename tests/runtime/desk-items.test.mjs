import assert from "node:assert/strict";
import { test } from "node:test";

import { namesOf, people } from "../../macros/coursewright/theme/assets/desk-book.js";
import { choices, items } from "../../macros/coursewright/theme/assets/desk-items.js";
import { answersSheet, itemsSheet, learnersSheet, objectivesSheet } from "../../macros/coursewright/theme/assets/desk-sheets.js";
import { picks } from "../../macros/coursewright/questions/single/desk.js";
import { DESK, first, keptOf, once } from "./desk.mjs";
import { said } from "./instruments.mjs";

/** @import { Answer } from "../../macros/coursewright/theme/assets/desk-types.js" */

/**
 * @param {string} id
 * @param {Record<string, Answer>} answers
 */
const learner = (id, answers) =>
  keptOf({ learner: `m-${id}`, name: id, answers: Object.fromEntries(Object.entries(answers).map(([ref, one]) => [`brewing/${ref}`, one])) });

const PEOPLE = people(
  [
    learner("ann", { second: once("right", { confidence: 3 }), third: once("right"), "first-move": once("right") }),
    learner("ben", { second: once("wrong", { confidence: 3 }), third: once("wrong"), "first-move": once("right") }),
    learner("cas", { second: { ...once("right"), first: first("wrong", { confidence: 1, response: "c" }) }, third: once("wrong"), "first-move": once("wrong") }),
    learner("dora", { second: once("wrong", { confidence: 3 }), third: once("right"), why: once("kept", { response: { text: "Because", ticks: [] } }) }),
  ],
  new Map(),
  namesOf(DESK),
);

/** @type {import("../../macros/coursewright/theme/assets/desk-items.js").Reads} */
const reads = (question, response) => picks(response, question.parts);
const ITEMS = items(DESK.questions, PEOPLE);

/** @param {string} id */
const item = (id) => ITEMS.find(({ question }) => question.ref === `brewing/${id}`);

test("difficulty is the share who were right at the first try", () => {
  assert.deepEqual([item("second")?.n, item("second")?.right, item("second")?.difficulty], [4, 1, 0.25]);
});

test("what nobody answered has no figures", () => {
  const [none] = items(DESK.questions, []);
  assert.deepEqual([none?.n, none?.difficulty, none?.difficultyIn, none?.r, none?.rn], [0, null, null, null, 0]);
});

test("what is not graded has no difficulty and no discrimination", () => {
  assert.deepEqual([item("why")?.n, item("why")?.difficulty, item("why")?.r], [1, null, null]);
});

test("sure and not right are counted among those who said how sure they were", () => {
  assert.equal(item("second")?.sure, 4);
  assert.deepEqual(item("second")?.confident.map(({ name }) => name), ["ben", "dora"]);
});

test("which wrong answers fooled whom, the most frequent one first", () => {
  const found = choices(/** @type {any} */ (item("second")).question, PEOPLE, reads);
  assert.deepEqual(
    found.map(({ text, right, count, who }) => [text, right, count, who.map(({ name }) => name)]),
    [
      ["The tempting one", false, 2, ["ben", "dora"]],
      ["The right one", true, 1, ["ann"]],
      ["The odd one", false, 1, ["cas"]],
    ],
  );
});

test("an option that is gone is nobody's choice", () => {
  const odd = people([learner("eve", { second: once("wrong", { response: "zz" }) })], new Map(), namesOf(DESK));
  assert.deepEqual(choices(/** @type {any} */ (item("second")).question, odd, reads), []);
});

const GIVEN = /** @type {const} */ ({ desk: DESK, people: PEOPLE, how: "latest", say: said, reads });

test("tables for files hold numbers as numbers, and nothing where there is nothing", () => {
  const [, ann] = learnersSheet(GIVEN).rows;
  assert.deepEqual(ann?.slice(5), [0, 50, 100, 0]);
  const [, , , , dora] = objectivesSheet(GIVEN).rows;
  assert.deepEqual(dora, ["dora", 50]);
  const [, , second] = itemsSheet(GIVEN).rows;
  assert.deepEqual(second?.slice(5, 8), [4, 1, 25]);
  assert.deepEqual(second?.slice(12), [4, 2, "The tempting one", 2]);
});

test("every row of a table is as long as its headings", () => {
  for (const sheet of [learnersSheet, objectivesSheet, itemsSheet, answersSheet]) {
    const { rows } = sheet(GIVEN);
    assert.deepEqual([...new Set(rows.map(({ length }) => length))].length, 1, sheet.name);
    assert.ok(rows.length > 1);
  }
});

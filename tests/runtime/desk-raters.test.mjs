import assert from "node:assert/strict";
import { test } from "node:test";

import { anonymous, points, raters, statements } from "../../macros/coursewright/theme/assets/desk-raters.js";
import { ME } from "../../macros/coursewright/theme/assets/instrument-me.js";
import { added, packed } from "../../macros/coursewright/theme/assets/instrument-data.js";
import { openStore } from "../../macros/coursewright/theme/assets/store.js";
import { SPEC, answersTo } from "./instruments.mjs";
import { store as opened } from "./store-browser.mjs";

/** A store of a page alone, as the comparison opens it. */
const pageStore = () => openStore({ course: opened().course, base: "/", host: {}, storage: null });

/**
 * What the comparison reads of one data file for each rater.
 *
 * @param {Record<string, Record<string, number>>} levels  By name and statement.
 */
function compared(levels) {
  const answers = answersTo(SPEC, pageStore());
  for (const [name, own] of Object.entries(levels)) {
    const theirs = answersTo(SPEC, opened());
    theirs.rename(ME, name);
    for (const [field, level] of Object.entries(own)) theirs.set(ME, field, { level, note: field === "salt" ? "" : "seen" });
    assert.equal(added(answers, packed(theirs)).fault, "");
  }
  return { answers, people: raters(answers, answers.people()) };
}

test("files of several people stand side by side, and nobody else does", () => {
  const { answers, people } = compared({ Ann: { washed: 1, labels: 3 }, Ben: { washed: 3, labels: 3 } });
  assert.deepEqual(people.map(({ name }) => name).sort(), ["Ann", "Ben"]);
  const order = people.map(({ name }) => name);
  const [washed, labels, salt] = statements(answers, people);
  assert.deepEqual(washed?.levels, order.map((name) => (name === "Ann" ? 1 : 3)));
  assert.deepEqual([washed?.gap, labels?.gap, salt?.gap], [2, 0, null]);
});

test("a file that was changed and added again takes the place of the earlier one", () => {
  const [answers, theirs] = [answersTo(SPEC, pageStore()), answersTo(SPEC, opened())];
  theirs.rename(ME, "Ann");
  theirs.set(ME, "washed", { level: 1, note: "" });
  added(answers, packed(theirs));
  theirs.set(ME, "washed", { level: 2, note: "" });
  added(answers, packed(theirs));
  const people = raters(answers, answers.people());
  assert.deepEqual(statements(answers, people)[0]?.levels, [2]);
});

test("talking points are the gaps, what all agree on, the lowest median, and what is missing", () => {
  const { answers, people } = compared({
    Ann: { washed: 1, labels: 3, salt: 3 },
    Ben: { washed: 3, labels: 3, salt: 3 },
    Cas: { washed: 3, labels: 3 },
  });
  const found = points(answers, people);
  assert.deepEqual(found.map(({ name }) => name), ["gap", "agreed", "bare"]);
  assert.deepEqual(found[0]?.values["lowest"], "Ann");
  assert.deepEqual(found[0]?.values["low"], "1 Never");
  assert.deepEqual(found[1]?.values["level"], "3 Always");
  assert.deepEqual(found[2]?.values["count"], 2);
});

test("the section with the lowest median is named where sections differ", () => {
  const { answers, people } = compared({ Ann: { washed: 1, labels: 1, salt: 3 }, Ben: { washed: 1, labels: 2, salt: 3 } });
  const lowest = points(answers, people).find(({ name }) => name === "lowest");
  assert.deepEqual(lowest?.values, { sections: "Order", median: 1 });
});

test("one rater alone gives nothing to talk about", () => {
  const { answers, people } = compared({ Ann: { washed: 1 } });
  assert.deepEqual(points(answers, people).map(({ name }) => name), ["more"]);
});

test("what only one has rated is counted", () => {
  const { answers, people } = compared({ Ann: { washed: 1 }, Ben: { labels: 2 } });
  assert.equal(points(answers, people).find(({ name }) => name === "alone")?.values["count"], 3);
});

test("letters take the place of names, whatever the order of the files", () => {
  const people = ["m-c", "m-a", "m-b"].map((id) => ({ id, name: `Name of ${id}` }));
  const said = (/** @type {number} */ number) => `Rater ${number}`;
  const [one, other] = [anonymous(people, said), anonymous([...people].reverse(), said)];
  assert.deepEqual(one, other);
  assert.deepEqual(one.map(({ name }) => name), ["Rater 1", "Rater 2", "Rater 3"]);
});

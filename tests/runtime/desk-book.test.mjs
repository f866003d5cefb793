import assert from "node:assert/strict";
import { test } from "node:test";

import { folded, namesOf, namesakes, people, scored, whoIs } from "../../macros/coursewright/theme/assets/desk-book.js";
import { daysLate, dueRows, rosterOf, tasksOf } from "../../macros/coursewright/theme/assets/desk-due.js";
import { DESK, first, keptOf, once } from "./desk.mjs";

/** @import { Kept, Task } from "../../macros/coursewright/theme/assets/desk-types.js" */

const NAMES = namesOf(DESK);
const NOBODY = new Map();

/** @param {Kept[]} kept */
const peopleOf = (...kept) => people(kept, NOBODY, NAMES);

test("hand-ins of one browser are one person, the newest one last", () => {
  const [found, ...others] = peopleOf(
    keptOf({ made: 30, name: "Kim B." }),
    keptOf({ made: 10, name: "Kim" }),
  );
  assert.equal(others.length, 0);
  assert.equal(found?.name, "Kim B.");
  assert.deepEqual(found?.versions.map(({ handin }) => handin.made), [10, 30]);
});

test("latest is what the newest says, best the best of all", () => {
  const check = (/** @type {number} */ score) => ({ brewing: { score, best: score, tries: 1, at: 1 } });
  const [kim] = peopleOf(
    keptOf({ made: 1, checks: check(0.9), answers: { "brewing/second": once("right") }, lessons: { "brewing/time": { at: 1 } } }),
    keptOf({ made: 2, checks: check(0.4), answers: { "brewing/second": once("wrong") }, lessons: {} }),
  );
  assert.equal(kim?.latest.checks.get("brewing")?.score, 0.4);
  assert.equal(kim?.best.checks.get("brewing")?.score, 0.9);
  assert.equal(kim?.latest.answers.get("brewing/second")?.result, "wrong");
  assert.equal(kim?.best.answers.get("brewing/second")?.result, "right");
  assert.deepEqual([kim?.latest.lessons.size, kim?.best.lessons.size], [0, 1]);
});

test("the first answer is the earliest, in whichever hand-in it stands", () => {
  const later = { ...once("right"), first: first("right", { at: 500 }) };
  const [kim] = peopleOf(
    keptOf({ made: 1, answers: { "brewing/second": later } }),
    keptOf({ made: 2, answers: { "brewing/second": { ...later, first: first("wrong", { at: 100 }) } } }),
  );
  assert.equal(kim?.firsts.get("brewing/second")?.result, "wrong");
});

test("what was renamed is found under its name of now, and what is gone is left out", () => {
  const [kim] = peopleOf(
    keptOf({
      lessons: { "brewing/kettle": { at: 1 }, "brewing/gone": { at: 1 } },
      checks: { "old-brewing": { score: 1, best: 1, tries: 1, at: 1 } },
      answers: { "brewing/old-move": once("right"), "brewing/nothing": once("right") },
    }),
  );
  assert.deepEqual([...(kim?.latest.lessons.keys() ?? [])], ["brewing/water"]);
  assert.deepEqual([...(kim?.latest.checks.keys() ?? [])], ["brewing"]);
  assert.deepEqual([...(kim?.latest.answers.keys() ?? [])], ["brewing/first-move"]);
});

test("a name of now wins over an earlier one", () => {
  const [kim] = peopleOf(keptOf({ answers: { "brewing/first-move": once("right"), "brewing/old-move": once("wrong") } }));
  assert.equal(kim?.latest.answers.get("brewing/first-move")?.result, "right");
});

test("one name from two browsers is told, and the trainer decides", () => {
  const kept = [keptOf({ learner: "m-a", name: "Ann  Lee" }), keptOf({ learner: "m-b", name: "ann lee" })];
  const apart = people(kept, NOBODY, NAMES);
  assert.equal(apart.length, 2);
  assert.equal(namesakes(apart, new Set()).length, 1);
  assert.equal(namesakes(apart, new Set([folded("Ann Lee")])).length, 0);
  const joined = people(kept, new Map([["m-b", "m-a"]]), NAMES);
  assert.deepEqual(joined.map(({ learners }) => learners), [["m-a", "m-b"]]);
  assert.equal(namesakes(joined, new Set()).length, 0);
});

test("people without a name are nobody's namesakes", () => {
  const kept = [keptOf({ learner: "m-a", name: " " }), keptOf({ learner: "m-b", name: " " })];
  assert.equal(namesakes(people(kept, NOBODY, NAMES), new Set()).length, 0);
});

test("joining in a circle ends", () => {
  const circle = new Map([["a", "b"], ["b", "a"]]);
  assert.ok(["a", "b"].includes(whoIs("a", circle)));
});

test("a score is the mean of what was answered, and nothing where nothing was", () => {
  const [kim] = peopleOf(keptOf({ answers: { "brewing/second": once("right"), "brewing/third": once("partly", { score: 0.5 }) } }));
  const refs = ["brewing/first-move", "brewing/second", "brewing/third"];
  assert.deepEqual(kim && scored(kim.latest, refs), { score: 0.75, answered: 2 });
  assert.deepEqual(kim && scored(kim.latest, ["brewing/first-move"]), { score: null, answered: 0 });
});

const TASK = /** @type {Task} */ ({ id: "k3x9a0zq", title: "Before the workshop", due: "2026-12-04", items: [{ kind: "module", ref: "old-brewing" }], score: 80 });
const noon = (/** @type {number} */ day) => new Date(2026, 11, day, 12).getTime();

test("who is late, in time, missing, and missing by the list", () => {
  const all = peopleOf(
    keptOf({ learner: "m-a", name: "Ann", made: noon(4) }),
    keptOf({ learner: "m-b", name: "Ben", made: noon(6) }),
    { ...keptOf({ learner: "m-c", name: "Cas", made: noon(1), assignment: { id: "aaaaaaaa", title: "Other" } }) },
  );
  const rows = dueRows(TASK, all, ["ann", "Dora"], DESK);
  assert.deepEqual(
    rows.map(({ name, state, days, listed }) => [name, state, days, listed]),
    [["Ann", "on-time", 0, true], ["Ben", "late", 2, false], ["Cas", "missing", 0, false], ["Dora", "missing", 0, true]],
  );
});

test("of what was assigned, a check counts with the score that was asked for", () => {
  const done = { lessons: { "brewing/water": { at: 1 }, "brewing/time": { at: 1 } } };
  const check = (/** @type {number} */ best) => ({ brewing: { score: 0.1, best, tries: 1, at: 1 } });
  const rows = [0.79, 0.8].map((best, at) => {
    const [row] = dueRows(TASK, peopleOf(keptOf({ learner: `m-${at}`, ...done, checks: check(best) })), [], DESK);
    return [row?.done, row?.total];
  });
  assert.deepEqual(rows, [[2, 3], [3, 3]]);
});

test("a path asks for its lessons and checks, each once", () => {
  const items = [{ kind: "path", ref: "quick-cup" }, { kind: "lesson", ref: "brewing/water" }, { kind: "path", ref: "gone" }];
  const [row] = dueRows({ ...TASK, items }, peopleOf(keptOf()), [], DESK);
  assert.equal(row?.total, 2);
});

test("the day it is due counts until its end", () => {
  assert.equal(daysLate(new Date(2026, 11, 4, 23, 59).getTime(), "2026-12-04"), 0);
  assert.equal(daysLate(new Date(2026, 11, 5, 0, 1).getTime(), "2026-12-04"), 1);
  assert.equal(daysLate(new Date(2027, 0, 1).getTime(), "2026-12-31"), 1);
});

test("assignments that hand-ins name, each once, by the newest title", () => {
  const newer = { id: "k3x9a0zq", title: "New title" };
  assert.deepEqual(
    tasksOf([keptOf({ made: 1 }), keptOf({ made: 2, assignment: newer })]).map(({ title }) => title),
    ["New title"],
  );
});

test("a list of names as people paste it", () => {
  const text = '1. Ann Lee\r\n• Ben <ben@example.org>\n\n- Cas;  ann  lee\n"Dora"\tEvans\n';
  assert.deepEqual(rosterOf(text), ["ann  lee", "Ben", "Cas", "Dora Evans"]);
});

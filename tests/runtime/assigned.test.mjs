import assert from "node:assert/strict";
import { test } from "node:test";

import {
  dayName,
  daysLeft,
  dueSays,
  followed,
  today,
} from "../../macros/coursewright/theme/assets/assigned-model.js";
import { MOST, followedAll, held, keep, write } from "../../macros/coursewright/theme/assets/assigned-store.js";
import { exportProgress, importProgress } from "../../macros/coursewright/theme/assets/store-file.js";
import { COURSE, assignment } from "./passed.mjs";
import { MemoryStorage, PREFIX, START, store } from "./store-browser.mjs";

/** @import { Item } from "../../macros/coursewright/theme/assets/passing-types.js" */

const done = { v: 1, n: 1, at: 1, done: true, by: "learner" };

/**
 * @param {Item[]} items
 * @param {{ read?: string[], scores?: Record<string, number>, need?: { score?: number } }} [given]
 */
function follow(items, { read = [], scores = {}, need = {} } = {}) {
  const lessons = new Map(read.map((ref) => [ref, done]));
  const quiz = (/** @type {string} */ id) => {
    const score = scores[id];
    const attempts = score === undefined ? [] : [{ n: 1, at: 1, score, results: {} }];
    return attempts.length ? { v: 1, tries: 1, attempts } : null;
  };
  return followed({ items, need }, COURSE, { lessons, quiz });
}

/** @type {(kind: Item["kind"], ref: string) => Item} */
const item = (kind, ref) => ({ kind, ref });
const BREWING = [item("module", "brewing")];

test("a module is its lessons and its check", () => {
  const { parts, done, total, next, state } = follow(BREWING);
  const refs = parts.flatMap(({ targets }) => targets.map(({ kind, ref }) => `${kind} ${ref}`));
  assert.deepEqual(refs, ["lesson brewing/water", "lesson brewing/time", "check brewing"]);
  assert.deepEqual([done, total, next?.ref, state], [0, 3, "brewing/water", "open"]);
});

test("what is done is counted, and what comes next is the first that is not", () => {
  const { done, next } = follow(BREWING, { read: ["brewing/water"] });
  assert.deepEqual([done, next?.ref], [1, "brewing/time"]);
});

test("without a score to reach, a check has to be taken once", () => {
  const given = { read: ["brewing/water", "brewing/time"] };
  assert.equal(follow(BREWING, { ...given, scores: { brewing: 0 } }).state, "done");
  assert.equal(follow(BREWING, given).state, "open");
});

test("with a score to reach, the best one counts, rounded as it is shown", () => {
  const check = [item("check", "brewing")];
  const need = { score: 67 };
  assert.equal(follow(check, { need, scores: { brewing: 2 / 3 } }).state, "done");
  assert.equal(follow(check, { need, scores: { brewing: 0.66 } }).state, "open");
});

test("a path keeps its order, with each check after the lessons of its module", () => {
  const [part] = follow([item("path", "quick-cup")]).parts;
  const refs = part?.targets.map(({ ref }) => ref);
  assert.deepEqual(refs, ["serving/pouring", "serving", "brewing/water", "brewing"]);
});

test("what is assigned twice counts once", () => {
  assert.equal(follow([...BREWING, item("lesson", "brewing/water")]).total, 3);
});

test("what was renamed is found under its new name, and says so", () => {
  const items = [
    item("module", "making-tea"),
    item("lesson", "making-tea/kettle"),
    item("check", "making-tea"),
    item("lesson", "brewing/time"),
  ];
  const { parts } = follow(items);
  assert.deepEqual(parts.map(({ renamed }) => renamed), [true, true, true, false]);
  assert.deepEqual(parts.map(({ title }) => title), ["Brewing", "Water", "Brewing", "Time"]);
});

test("what was removed is said to be gone, and does not count", () => {
  const gone = [item("path", "x"), item("module", "x"), item("lesson", "x/y"), item("check", "x")];
  const { parts, total } = follow([...gone, ...BREWING]);
  assert.deepEqual(parts.map((part) => part.gone), [true, true, true, true, false]);
  assert.equal(total, 3);
});

test("when nothing is left, that is another state than done", () => {
  assert.equal(follow([item("lesson", "x/y")]).state, "gone");
});

test("the check of a module that has none is gone", () => {
  assert.equal(follow([item("check", "extras")]).parts[0]?.gone, true);
});

test("a method's name names no part of a course", () => {
  const refs = ["constructor", "toString", "hasOwnProperty"];
  const { parts } = follow(refs.map((ref) => item("module", ref.toLowerCase())));
  assert.ok(parts.every(({ gone }) => gone));
});

const noon = new Date(2026, 10, 27, 12).getTime();
const WORDS = {
  "assignment-today": "today {day}",
  "assignment-tomorrow": "tomorrow {day}",
  "assignment-due.other": "in {count} days: {day}",
  "assignment-due.one": "",
  "assignment-late.one": "since yesterday",
  "assignment-late.other": "{count} days ago",
};

for (const [due, left, said] of /** @type {[string, number, string][]} */ ([
  ["2026-11-27", 0, "today Friday, November 27, 2026"],
  ["2026-11-28", 1, "tomorrow Saturday, November 28, 2026"],
  ["2026-12-04", 7, "in 7 days: Friday, December 4, 2026"],
  ["2026-11-26", -1, "since yesterday"],
  ["2025-11-27", -365, "365 days ago"],
])) {
  test(`on November 27, ${due} is told in words`, () => {
    assert.equal(daysLeft(due, noon), left);
    assert.equal(dueSays(due, noon, WORDS, "en"), said);
  });
}

test("a day lasts until midnight where the learner is", () => {
  const late = new Date(2026, 10, 27, 23, 59, 59).getTime();
  const early = new Date(2026, 10, 27).getTime();
  assert.deepEqual([today(late), today(early)], ["2026-11-27", "2026-11-27"]);
  assert.equal(daysLeft("2026-11-27", late), 0);
});

test("days are named in the page's language, and nothing is said without one", () => {
  assert.equal(dayName("2026-12-04", "de"), "Freitag, 4. Dezember 2026");
  assert.equal(dueSays(undefined, noon, WORDS, "en"), "");
});

const fresh = () => store({ storage: new MemoryStorage() });

test("an assignment is kept once, and its change takes its place", () => {
  const one = fresh();
  assert.equal(keep(one, assignment()), "new");
  assert.equal(keep(one, assignment()), "same");
  assert.equal(keep(one, assignment({ title: "Another title" })), "changed");
  assert.deepEqual(held(one).map((it) => it.assignment.title), ["Another title"]);
});

test("a hidden one stays hidden until it is shown, or its link is opened again", () => {
  const one = fresh();
  keep(one, assignment());
  write(one, assignment(), true);
  assert.deepEqual(held(one).map(({ hidden }) => hidden), [true]);
  assert.equal(keep(one, assignment()), "same");
  assert.deepEqual(held(one).map(({ hidden }) => hidden), [false]);
});

/** @param {number} number */
const numbered = (number) => assignment({ id: String(number).padStart(8, "0") });

test("hidden ones make room for new ones, and others never go", () => {
  const one = fresh();
  for (let i = 0; i < MOST; i += 1) keep(one, numbered(i));
  assert.equal(keep(one, numbered(MOST)), "full");
  write(one, numbered(7), true);
  assert.equal(keep(one, numbered(MOST)), "new");
  assert.equal(held(one).some((it) => it.assignment.id === "00000007"), false);
  assert.equal(held(one).length, MOST);
});

test("what is due first comes first, then the newest", () => {
  const one = fresh();
  const { due: _, ...open } = numbered(1);
  keep(one, open);
  keep(one, { ...open, id: "00000002" });
  keep(one, { ...numbered(3), due: "2026-12-24" });
  keep(one, { ...numbered(4), due: "2026-12-01" });
  const ids = held(one).map((it) => it.assignment.id);
  assert.deepEqual(ids, ["00000004", "00000003", "00000002", "00000001"]);
});

test("it leaves with the file of progress, comes back, and is erased like the rest", () => {
  const [one, other] = [fresh(), fresh()];
  keep(one, assignment());
  const { taken } = importProgress(other, exportProgress(one));
  assert.equal(taken, 1);
  assert.deepEqual(held(other).map((it) => it.assignment.id), [assignment().id]);
  other.erase();
  assert.deepEqual(held(other), []);
});

test("of two tabs, the newer one counts", () => {
  const storage = new MemoryStorage();
  let now = START;
  const [one, two] = [store({ storage, now: () => now }), store({ storage, now: () => now })];
  keep(one, assignment());
  now += 1_000;
  write(two, assignment(), true);
  assert.deepEqual(held(one).map(({ hidden }) => hidden), [true]);
});

const record = (/** @type {unknown} */ value, more = {}) =>
  JSON.stringify({ v: 1, n: 5, at: 5, value, ...more });

for (const [what, text] of /** @type {[string, string][]} */ ([
  ["no text", "nope"],
  ["null", record(null)],
  ["a list", record([assignment()])],
  ["a number", record(7)],
  ["of another course", record({ ...assignment({ course: "other" }), hidden: false })],
  ["hidden in another way", record({ ...assignment(), hidden: "yes" })],
  ["with an object as its title", record({ ...assignment(), title: {}, hidden: false })],
  ["with a prototype of its own", record(JSON.parse('{"__proto__": {"hidden": false}}'))],
  ["with a part that leads out", record({ ...assignment(), items: [item("lesson", "../x")] })],
  ["with a key nobody knows", record({ ...assignment(), extra: 1, hidden: false })],
  ["of a later version", record(assignment(), { v: 2 })],
  ["far too long", record({ ...assignment(), message: "x".repeat(60_000), hidden: false })],
])) {
  test(`a stored assignment that is ${what} is passed over`, () => {
    const storage = new MemoryStorage();
    storage.setItem(`${PREFIX}assignment:k3x9a0zq`, text);
    assert.deepEqual(followedAll(store({ storage }), COURSE), []);
  });
}

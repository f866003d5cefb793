import assert from "node:assert/strict";
import { test } from "node:test";

import { best, last } from "../../macros/coursewright/theme/assets/store-merge.js";
import { MemoryStorage, PREFIX, START, store } from "./store-browser.mjs";

const right = /** @type {const} */ ({ response: "a", result: "right" });
const wrong = /** @type {const} */ ({ response: "b", result: "wrong" });
const done = { done: true, by: "learner" };

test("an answer is there when the page is opened again, under a key of its own", () => {
  const storage = new MemoryStorage();
  const first = store({ storage });
  first.add("answer", "levers/approval", wrong);
  first.add("answer", "levers/approval", right);
  first.add("answer", "levers/other", wrong);
  assert.deepEqual([...storage.items.keys()].sort(), [
    `${PREFIX}answer:levers/approval`,
    `${PREFIX}answer:levers/other`,
  ]);
  const record = store({ storage }).get("answer", "levers/approval");
  assert.ok(record);
  assert.equal(record.tries, 2);
  assert.deepEqual(record.attempts.map(({ response }) => response), ["b", "a"]);
  assert.equal(last(record).at, START + 2000);
});

test("what was never answered is null", () => {
  assert.equal(store().get("answer", "levers/approval"), null);
});

test("lessons, quizzes and the last place are kept as well", () => {
  const storage = new MemoryStorage();
  const first = store({ storage });
  first.add("lesson", "levers/structure", done);
  first.add("lesson", "levers/structure", { ...done, done: false });
  const results = /** @type {const} */ ({ "levers/a": "right", "levers/b": "wrong" });
  first.add("quiz", "levers", { score: 0.5, results });
  first.add("place", "last", { path: "modules/levers/", title: "Levers" });
  const again = store({ storage });
  assert.equal(again.get("lesson", "levers/structure")?.done, false);
  assert.equal(again.get("quiz", "levers")?.attempts[0]?.results["levers/b"], "wrong");
  assert.equal(again.get("place", "last")?.path, "modules/levers/");
  assert.deepEqual([...again.all("lesson").keys()], ["levers/structure"]);
});

test("twenty attempts are held; the best one and the count outlive them", () => {
  const one = store({ storage: new MemoryStorage() });
  one.add("answer", "a/b", right);
  for (let i = 0; i < 30; i += 1) one.add("answer", "a/b", wrong);
  const record = one.get("answer", "a/b");
  assert.ok(record);
  assert.equal(record.attempts.length, 20);
  assert.equal(record.tries, 31);
  assert.equal(best(record).result, "right");
});

for (const [what, kind, ref, entry] of /** @type {[string, any, string, any][]} */ ([
  ["a name that is no id", "answer", "a/../b", right],
  ["an unknown result", "answer", "a/b", { response: "a", result: "great" }],
  ["a score beyond 1", "answer", "a/b", { ...right, score: 2 }],
  ["an endless text", "answer", "a/b", { ...right, response: "a".repeat(10_000) }],
  ["a response without end", "answer", "a/b", { ...right, response: endless() }],
  ["a key nobody knows", "answer", "a/b", { ...right, kind: "single" }],
  ["a place on another site", "place", "last", { path: "//example.org", title: "" }],
])) {
  test(`an entry that could not be read again is refused: ${what}`, () => {
    const storage = new MemoryStorage();
    assert.equal(store({ storage }).add(kind, ref, entry), null);
    assert.equal(storage.length, 0);
  });
}

/** @returns {object} */
function endless() {
  const circle = {};
  return Object.assign(circle, { circle });
}

test("optional values may be given as undefined", () => {
  const entry = /** @type {any} */ ({ ...right, score: undefined, asked: undefined });
  assert.ok(store().add("answer", "a/b", entry));
});

test("two courses, and two sites on one origin, never mix", () => {
  const storage = new MemoryStorage();
  const [one, other, deeper] = [
    store({ storage }),
    store({ storage, course: "coffee" }),
    store({ storage, base: "/cx/:answer" }),
  ];
  one.add("answer", "a/b", right);
  assert.equal(other.get("answer", "a/b"), null);
  assert.equal(deeper.all("answer").size, 0);
  deeper.add("answer", "a/b", right);
  one.erase();
  assert.equal(deeper.all("answer").size, 1);
});

test("erasing takes everything of this course, and nothing else", () => {
  const storage = new MemoryStorage();
  storage.setItem("/.__palette", "1");
  storage.setItem("coursewright:tea:/cx", "another program's");
  storage.setItem(`${PREFIX}answer:a/c`, '{"v":9}');
  storage.setItem(`${PREFIX}answer:a/d`, "garbage");
  const one = store({ storage });
  one.add("answer", "a/b", right);
  one.get("answer", "a/d");
  one.erase();
  assert.deepEqual([...storage.items.keys()], ["/.__palette", "coursewright:tea:/cx"]);
  assert.equal(one.get("answer", "a/b"), null);
  assert.deepEqual(one.damaged(), []);
});

test("a renamed question keeps what was answered under its old names", () => {
  const storage = new MemoryStorage();
  const one = store({ storage });
  one.add("answer", "a/oldest", wrong);
  one.add("answer", "a/old", wrong);
  const record = one.add("answer", "a/new", right, { was: ["a/old", "a/oldest", "no ref"] });
  assert.equal(record?.attempts.length, 3);
  assert.deepEqual([...storage.items.keys()], [`${PREFIX}answer:a/new`]);
  assert.equal(one.get("answer", "a/new", { was: ["a/old", "a/new"] })?.attempts.length, 3);
});

test("a renamed lesson is done when it was", () => {
  const one = store();
  one.add("lesson", "old/lesson", done);
  assert.equal(one.get("lesson", "new/lesson", { was: ["old/lesson"] })?.done, true);
  assert.deepEqual([...one.all("lesson").keys()], ["new/lesson"]);
});

test("a clock that was set back does not undo what is done now", () => {
  const storage = new MemoryStorage();
  store({ storage, now: () => START + 1e12 }).add("lesson", "a/b", done);
  store({ storage, now: () => START }).add("lesson", "a/b", { ...done, done: false });
  assert.equal(store({ storage, now: () => NaN }).get("lesson", "a/b")?.done, false);
  store({ storage, now: () => NaN }).add("lesson", "a/b", done);
  assert.equal(store({ storage }).get("lesson", "a/b")?.done, true);
});

test("a number for shuffling stays the same for a learner", () => {
  const storage = new MemoryStorage();
  assert.equal(store({ storage }).seed(), store({ storage }).seed());
  assert.ok(Number.isInteger(store().seed()));
});

test("a record of a later version is left as it is, and read as absent", () => {
  const storage = new MemoryStorage();
  const later = '{"v":2,"what":"nobody knows yet"}';
  storage.setItem(`${PREFIX}answer:a/b`, later);
  const one = store({ storage });
  assert.equal(one.get("answer", "a/b"), null);
  assert.equal(one.add("answer", "a/b", right)?.attempts.length, 1);
  assert.equal(one.get("answer", "a/b")?.attempts.length, 1);
  assert.equal(one.get("answer", "a/c", { was: ["a/b"] })?.attempts.length, 1);
  assert.equal(storage.getItem(`${PREFIX}answer:a/b`), later);
});

test("what cannot be kept for a later version is said", () => {
  const storage = new MemoryStorage();
  storage.setItem(`${PREFIX}answer:a/b`, '{"v":2}');
  const one = store({ storage });
  assert.equal(one.status(), "kept");
  one.add("answer", "a/b", right);
  assert.equal(one.status(), "memory");
});

test("a damaged record is set aside once, and its question can be answered again", () => {
  const storage = new MemoryStorage();
  storage.setItem(`${PREFIX}answer:a/b`, "{half");
  const one = store({ storage });
  assert.equal(one.get("answer", "a/b"), null);
  assert.deepEqual(one.damaged(), [{ name: "answer:a/b", text: "{half" }]);
  one.add("answer", "a/b", right);
  storage.setItem(`${PREFIX}answer:a/b`, "worse");
  assert.equal(store({ storage }).get("answer", "a/b"), null);
  assert.deepEqual(one.damaged(), [{ name: "answer:a/b", text: "{half" }]);
});

test("not more than twenty damaged records are set aside, and none in full length", () => {
  const storage = new MemoryStorage();
  for (let i = 0; i < 40; i += 1) storage.setItem(`${PREFIX}answer:a/q${i}`, "x".repeat(50_000));
  const one = store({ storage });
  assert.equal(one.all("answer").size, 0);
  assert.equal(one.damaged().length, 20);
  assert.ok(storage.used < 20 * 21_000);
});

test("whoever listens hears of every change until it stops, and cannot stop others", (context) => {
  /** @type {unknown[]} */
  const complaints = [];
  const { error } = console;
  console.error = (complaint) => complaints.push(complaint);
  context.after(() => (console.error = error));
  const one = store();
  /** @type {object[]} */
  const heard = [];
  one.subscribe(() => {
    throw new Error("a broken listener");
  });
  const stop = one.subscribe((change) => heard.push(change));
  one.add("answer", "a/b", right);
  stop();
  one.add("answer", "a/b", right);
  assert.deepEqual(heard, [{ kind: "answer", ref: "a/b" }]);
  assert.equal(complaints.length, 2);
});

import assert from "node:assert/strict";
import { test } from "node:test";

import { best, last } from "../../macros/coursewright/theme/assets/store-merge.js";
import { storageOf } from "../../macros/coursewright/theme/assets/store-shelf.js";
import { MemoryStorage, PREFIX, store } from "./store-browser.mjs";

const right = /** @type {const} */ ({ response: "a", result: "right" });
const wrong = /** @type {const} */ ({ response: "b", result: "wrong" });
const done = { done: true, by: "learner" };

/** @param {string} text */
const typed = (text) => /** @type {const} */ ({ response: text, result: "kept" });

test("without storage all works until the page closes, and the status says so", () => {
  const one = store({ storage: null });
  assert.equal(one.status(), "memory");
  one.add("answer", "a/b", wrong);
  one.add("answer", "a/b", right);
  one.add("lesson", "a/b", done);
  assert.equal(one.get("answer", "a/b")?.attempts.length, 2);
  assert.deepEqual([...one.all("lesson").keys()], ["a/b"]);
  assert.deepEqual(Object.keys(one.records()).sort(), ["answer:a/b", "lesson:a/b"]);
  one.erase();
  assert.equal(one.get("answer", "a/b"), null);
});

test("in a copy that opens from a folder, it is said when pages hide from each other", () => {
  const opened = (/** @type {string} */ protocol, /** @type {string} */ origin) => {
    const host = Object.assign(new EventTarget(), { location: { protocol, origin } });
    return (/** @type {MemoryStorage | null} */ storage) => store({ host, storage }).status();
  };
  assert.equal(opened("file:", "null")(new MemoryStorage()), "apart");
  assert.equal(opened("file:", "null")(null), "memory");
  assert.equal(opened("file:", "file://")(new MemoryStorage()), "kept");
  assert.equal(opened("https:", "https://example.org")(new MemoryStorage()), "kept");
});

test("storage that breaks while the page is open is survived, and said", () => {
  const storage = new MemoryStorage();
  const one = store({ storage });
  one.add("answer", "a/b", right);
  storage.blocked = true;
  assert.equal(one.add("answer", "a/b", wrong)?.attempts.length, 2);
  assert.equal(one.status(), "memory");
  storage.blocked = false;
  one.add("answer", "a/c", right);
  assert.equal(one.status(), "kept");
  assert.equal(store({ storage }).get("answer", "a/b")?.attempts.length, 2);
});

test("nothing is written over a record that cannot be read just now", () => {
  const storage = new MemoryStorage();
  store({ storage }).add("answer", "a/b", right);
  const one = store({ storage });
  storage.getItem = () => refuse();
  one.add("answer", "a/b", wrong);
  assert.equal(one.status(), "memory");
  storage.getItem = MemoryStorage.prototype.getItem;
  assert.equal(one.get("answer", "a/b")?.attempts.length, 2);
  assert.equal(store({ storage }).get("answer", "a/b")?.attempts[0]?.response, "a");
});

test("storage that swallows every write is found out", () => {
  const storage = new MemoryStorage();
  storage.setItem = () => undefined;
  const one = store({ storage });
  assert.equal(one.status(), "memory");
  assert.ok(one.add("answer", "a/b", right));
  assert.ok(one.get("answer", "a/b"));
});

/** @returns {never} */
function refuse() {
  throw new DOMException("Access is denied for this document.", "SecurityError");
}

for (const [what, host] of /** @type {[string, object][]} */ ([
  ["throws", { Storage: MemoryStorage, get localStorage() { return refuse(); } }],
  ["is null", { Storage: MemoryStorage, localStorage: null }],
  ["is played by another object", { Storage: MemoryStorage, localStorage: { length: 0 } }],
  ["is not there", {}],
])) {
  test(`a browser whose storage ${what} has none`, () => {
    assert.equal(storageOf(host), null);
  });
}

test("with no room left, old attempts go first, the last and the best one of each stay", () => {
  const storage = new MemoryStorage(9_000);
  const one = store({ storage });
  one.add("answer", "a/b", right);
  for (let i = 0; i < 19; i += 1) one.add("answer", "a/b", typed("x".repeat(300)));
  const [used, added] = [storage.used, typed("y".repeat(4_000))];
  one.add("answer", "a/c", added);
  assert.ok(used + 4_000 > 9_000);
  assert.equal(one.status(), "kept");
  const again = store({ storage });
  const record = again.get("answer", "a/b");
  assert.ok(record);
  assert.equal(record.tries, 20);
  assert.ok(record.attempts.length < 20);
  assert.equal(best(record).result, "right");
  assert.equal(last(record).response, "x".repeat(300));
  assert.equal(again.get("answer", "a/c")?.attempts[0]?.response, added.response);
});

test("with no room at all, answers stay in memory, which is said, until there is room", () => {
  const storage = new MemoryStorage(2_000);
  storage.setItem("somebody else's", "x".repeat(1_900));
  const one = store({ storage });
  one.add("answer", "a/b", typed("y".repeat(500)));
  one.add("answer", "a/c", typed("z".repeat(500)));
  assert.equal(one.status(), "full");
  assert.equal(one.all("answer").size, 2);
  assert.equal(storage.length, 1);
  storage.removeItem("somebody else's");
  one.add("answer", "a/d", right);
  assert.equal(one.status(), "kept");
  assert.equal(store({ storage }).all("answer").size, 3);
});

test("what has no room stays in the page while it waits in the browser's history", () => {
  const host = new EventTarget();
  const one = store({ host, storage: new MemoryStorage(300) });
  one.add("answer", "a/b", typed("x".repeat(400)));
  host.dispatchEvent(Object.assign(new Event("pageshow"), { persisted: true }));
  assert.equal(one.get("answer", "a/b")?.tries, 1);
  assert.equal(one.status(), "full");
});

test("erasing makes room, and says so", () => {
  const storage = new MemoryStorage(500);
  storage.setItem(`${PREFIX}answer:a/b`, "x".repeat(450));
  const one = store({ storage });
  assert.equal(one.status(), "full");
  one.erase();
  assert.equal(one.status(), "kept");
});

test("a change of the status is a message to whoever listens", () => {
  const host = new EventTarget();
  const storage = new MemoryStorage(300);
  const one = store({ host, storage });
  /** @type {string[]} */
  const heard = [];
  one.subscribe(({ kind }) => heard.push(kind === "status" ? one.status() : kind));
  one.add("answer", "a/b", typed("x".repeat(400)));
  one.add("answer", "a/b", typed("x".repeat(400)));
  assert.deepEqual(heard, ["answer", "full", "answer"]);
});

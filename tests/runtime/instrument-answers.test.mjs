import assert from "node:assert/strict";
import { test } from "node:test";

import { ME } from "../../macros/coursewright/theme/assets/instrument-me.js";
import { median, results } from "../../macros/coursewright/theme/assets/instrument-report.js";
import { SPEC, answersTo } from "./instruments.mjs";
import { MemoryStorage, Origin, PREFIX, store as opened } from "./store-browser.mjs";

test("an answer is kept under instrument, field and rater, and read again", () => {
  const storage = new MemoryStorage();
  assert.equal(answersTo(SPEC, opened({ storage })).set(ME, "purpose", "Peace"), true);
  assert.deepEqual([...storage.items.keys()], [`${PREFIX}entry:kitchen/purpose/self`]);
  assert.equal(answersTo(SPEC, opened({ storage })).get(ME, "purpose"), "Peace");
});

test("what is no answer is not kept", () => {
  const answers = answersTo();
  assert.equal(answers.set(ME, "washed", { level: 9, note: "" }), false);
  assert.equal(answers.set(ME, "no-such-field", "x"), false);
  assert.equal(answers.get(ME, "washed"), null);
});

test("the same answer again is not written again", () => {
  const answers = answersTo();
  answers.set(ME, "purpose", "Peace");
  const before = answers.record(ME, "purpose");
  answers.set(ME, "purpose", "Peace");
  assert.deepEqual(answers.record(ME, "purpose"), before);
});

test("an answer taken back is gone, in a tab that had the old one too", () => {
  const answers = answersTo();
  answers.set(ME, "purpose", "Peace");
  answers.set(ME, "purpose", null);
  assert.equal(answers.get(ME, "purpose"), null);
});

test("two tabs that fill in different fields lose nothing", () => {
  const origin = new Origin();
  const tabs = [origin.open(), origin.open()].map((host) =>
    answersTo(SPEC, opened({ host, storage: host.localStorage })),
  );
  const [one, two] = /** @type {[any, any]} */ (tabs);
  for (let i = 0; i < 100; i += 1) {
    one.set(ME, "purpose", `a${i}`);
    two.set(ME, "washed", { level: (i % 3) + 1, note: `b${i}` });
    if (i % 7 === 0) origin.deliver();
  }
  origin.settle();
  for (const tab of [one, two]) {
    assert.equal(tab.get(ME, "purpose"), "a99");
    assert.deepEqual(tab.get(ME, "washed"), { level: 1, note: "b99" });
  }
});

test("a suggested day goes with the day it follows, until somebody writes another or none", () => {
  const answers = answersTo();
  assert.equal(answers.get(ME, "review"), null);
  answers.set(ME, "start", "2026-01-01");
  assert.equal(answers.get(ME, "review"), "2026-01-31");
  answers.set(ME, "start", "2026-01-02");
  assert.equal(answers.get(ME, "review"), "2026-02-01");
  answers.set(ME, "review", "");
  assert.equal(answers.get(ME, "review"), "");
  answers.set(ME, "review", "2026-05-05");
  answers.set(ME, "start", "2026-03-01");
  assert.equal(answers.get(ME, "review"), "2026-05-05");
});

test("raters come and go with all that is theirs, and with nothing of others'", () => {
  const answers = answersTo();
  answers.set(ME, "purpose", "Mine");
  const ana = answers.join("Ana");
  answers.set(ana, "purpose", "Hers");
  assert.deepEqual(answers.people(), [{ id: ME, name: "" }, { id: ana, name: "Ana" }]);
  answers.rename(ana, "  Anna ");
  assert.equal(answers.people()[1]?.name, "Anna");
  answers.remove(ana);
  assert.deepEqual(answers.people(), [{ id: ME, name: "" }]);
  assert.equal(answers.get(ana, "purpose"), null);
  assert.equal(answers.get(ME, "purpose"), "Mine");
});

test("erasing one instrument leaves all else", () => {
  const store = opened();
  const [kitchen, garden] = [answersTo(SPEC, store), answersTo({ ...SPEC, id: "garden" }, store)];
  kitchen.set(ME, "purpose", "Peace");
  kitchen.join("Ana");
  garden.set(ME, "purpose", "Beans");
  store.add("lesson", "tea/water", { done: true, by: "learner" });
  kitchen.erase();
  assert.equal(kitchen.get(ME, "purpose"), null);
  assert.equal(kitchen.people().length, 1);
  assert.equal(garden.get(ME, "purpose"), "Beans");
  assert.equal(store.get("lesson", "tea/water")?.done, true);
});

test("what one tab erases, another does not write again", () => {
  const origin = new Origin();
  const [one, two] = /** @type {[any, any]} */ (
    [origin.open(), origin.open()].map((host) => answersTo(SPEC, opened({ host, storage: host.localStorage })))
  );
  one.set(ME, "purpose", "Peace");
  origin.settle();
  two.set(ME, "purpose", "Quiet");
  origin.settle();
  one.erase();
  origin.settle();
  assert.equal(two.get(ME, "purpose"), null);
});

test("answers follow a renamed instrument and a renamed field", () => {
  const store = opened();
  const value = { level: 2, note: "Seen" };
  store.add("entry", "old-kitchen/dishes/self", { value });
  store.add("entry", "old-kitchen/salt/r-1", { value });
  store.add("entry", "old-kitchen/rater/r-1", { value: "Ana" });
  store.add("entry", "other/dishes/self", { value });
  const answers = answersTo(SPEC, store);
  assert.deepEqual(answers.get(ME, "washed"), value);
  assert.deepEqual(answers.get("r-1", "salt"), value);
  assert.equal(answers.people()[1]?.name, "Ana");
  assert.notEqual(store.get("entry", "other/dishes/self"), null);
});

test("a field that was worded anew says so", () => {
  const store = opened();
  answersTo(SPEC, store).set(ME, "purpose", "Peace");
  const [fields = []] = [SPEC.sections[2]?.fields];
  const anew = { ...SPEC, sections: [{ id: "p", title: "P", fields: fields.map((it) => ({ ...it, asked: "b2" })) }] };
  assert.equal(answersTo(SPEC, store).hasChanged(ME, "purpose"), false);
  assert.equal(answersTo(anew, store).hasChanged(ME, "purpose"), true);
  assert.equal(answersTo(anew, store).hasChanged(ME, "wishes"), false);
});

const HOSTILE = [
  "", "null", "[]", "{", "7", '"x"', '{"v":1}', '{"v":1,"n":1,"at":1}', '{"v":1,"n":1,"at":1,"value":{"level":99}}',
  '{"v":1,"n":1,"at":1,"value":{"__proto__":{"level":1}}}', '{"v":1,"n":-1,"at":1,"value":"x"}',
  '{"v":2,"n":1,"at":1,"value":"x"}', '{"v":1,"n":1,"at":1,"value":[[[[["x"]]]]]}',
  '{"v":1,"n":1,"at":1,"value":"x","more":1}', `{"v":1,"n":1,"at":1,"value":"${"x".repeat(40_000)}"}`,
  '{"v":1,"n":1e99,"at":1,"value":"x"}', '{"v":1,"n":1,"at":1,"value":"x","asked":"<b>"}', "\u0000", "undefined",
];

for (const [at, stored] of HOSTILE.entries()) {
  test(`a stored state from elsewhere does no harm: ${at} ${stored.slice(0, 30)}`, () => {
    const storage = new MemoryStorage();
    for (const field of ["washed", "purpose", "shared", "duties", "wishes", "plans", "start"]) {
      storage.setItem(`${PREFIX}entry:kitchen/${field}/self`, stored);
    }
    storage.setItem(`${PREFIX}entry:kitchen/rater/r-1`, stored);
    const answers = answersTo(SPEC, opened({ storage }));
    for (const { id } of answers.fields.values()) assert.ok([null, "x"].includes(answers.get(ME, id)), id);
    assert.equal(results(answers, answers.people()).length, 2);
    assert.equal(/** @type {any} */ ({}).level, undefined);
  });
}

test("the median is the middle, or halfway between two", () => {
  assert.equal(median([]), null);
  assert.equal(median([2]), 2);
  assert.equal(median([1, 4]), 2.5);
  assert.equal(median([1, 2, 5]), 2);
  assert.equal(median([1, 2, 3, 5]), 2.5);
});

/**
 * @param {Record<string, [number, string?][]>} given  Levels with notes by field, one for each rater.
 */
function rated(given) {
  const answers = answersTo();
  const ids = [ME, ...["Ana", "Ben"].map((name) => answers.join(name))];
  for (const [field, levels] of Object.entries(given)) {
    for (const [at, [level, note = "Seen"]] of levels.entries()) {
      if (level) answers.set(ids[at] ?? "", field, { level, note });
    }
  }
  const order = new Map(ids.map((id, at) => [id, at]));
  const people = answers.people().sort((a, b) => (order.get(a.id) ?? 0) - (order.get(b.id) ?? 0));
  return results(answers, people);
}

test("each section has a median, a range and its widest gap, and there is no total", () => {
  const [order, supplies, ...rest] = rated({ washed: [[1], [3], [1]], labels: [[2], [3]], salt: [[3], [3]] });
  assert.deepEqual(rest, []);
  assert.deepEqual(order, {
    ...{ id: "order", title: "Order", count: 5, median: 2, low: 1, high: 3 },
    ...{ gap: 2, where: "Dishes are washed", bare: [] },
  });
  assert.equal(supplies?.gap, 0);
  assert.equal(supplies?.where, "There is salt");
});

test("one rater makes no gap, and none makes no numbers", () => {
  const [order, supplies] = rated({ washed: [[1]], labels: [[0], [3]] });
  assert.equal(order?.gap, null);
  assert.equal(order?.median, 2);
  assert.deepEqual([supplies?.count, supplies?.median, supplies?.low, supplies?.gap], [0, null, null, null]);
});

test("ratings without evidence are named", () => {
  const [order] = rated({ washed: [[1, " "], [3, "Seen"]], labels: [[2], [2, ""]] });
  assert.deepEqual(order?.bare, [
    { label: "Dishes are washed", name: "" },
    { label: "Food has labels", name: "Ana" },
  ]);
});

/** What is done and what is next, counted along a course. */

import assert from "node:assert/strict";
import test from "node:test";

import {
  phrase,
  survey,
  tally,
  whereTo,
} from "../../macros/coursewright/theme/assets/progress-model.js";

/** @import { Course, Kept } from "../../macros/coursewright/theme/assets/progress-model.js" */

/** @type {Course} */
const course = {
  modules: [
    {
      id: "tea",
      title: "Tea",
      url: "modules/tea/",
      lessons: [
        { ref: "tea/water", title: "Water", url: "modules/tea/water/", questions: ["tea/a"] },
        { ref: "tea/time", title: "Time", url: "modules/tea/time/", questions: ["tea/b", "tea/c"] },
      ],
      check: { url: "modules/tea/check/", questions: ["tea/d"] },
    },
    {
      id: "cups",
      title: "Cups",
      url: "modules/cups/",
      lessons: [{ ref: "cups/clay", title: "Clay", url: "modules/cups/clay/", questions: [] }],
      check: null,
    },
  ],
  paths: [],
  was: { module: {}, lesson: {}, answer: {} },
};

/**
 * @param {string[]} done
 * @param {Record<string, string>} [results]
 * @returns {Kept}
 */
function kept(done, results = {}) {
  const mark = { v: 1, n: 1, at: 1, by: "learner" };
  const answer = (/** @type {any} */ result) => ({
    v: 1,
    tries: 1,
    attempts: [{ n: 1, at: 1, response: "a", result }],
  });
  return {
    lessons: new Map(done.map((ref) => [ref, { ...mark, done: true }])),
    answers: new Map(Object.entries(results).map(([ref, result]) => [ref, answer(result)])),
  };
}

test("before anything is done, the first lesson is next", () => {
  const found = survey(course, kept([]));
  assert.equal("next", found.lessons.get("tea/water"));
  assert.equal("", found.lessons.get("tea/time"));
  assert.equal(false, found.begun);
});

test("the first lesson that is not done is next, whatever is done after it", () => {
  const found = survey(course, kept(["tea/time"]));
  assert.deepEqual(["next", "done", ""], [...found.lessons.values()]);
  assert.deepEqual({ state: "next", done: 1, total: 2 }, found.modules.get("tea"));
});

test("a lesson taken back is not done", () => {
  const one = kept(["tea/water"]);
  const record = { v: 1, n: 2, at: 2, by: "learner", done: false };
  const found = survey(course, { ...one, lessons: new Map([["tea/water", record]]) });
  assert.equal("next", found.lessons.get("tea/water"));
});

test("a module is done with its last lesson, and its page says so", () => {
  const found = survey(course, kept(["tea/water", "tea/time"]));
  assert.equal("done", found.modules.get("tea")?.state);
  assert.equal("done", found.pages.get("modules/tea/"));
  assert.equal("next", found.modules.get("cups")?.state);
});

test("a lesson with an answer is begun", () => {
  assert.equal("begun", survey(course, kept([], { "tea/b": "wrong" })).lessons.get("tea/time"));
});

test("what the course does not have any more is passed over", () => {
  const found = survey(course, kept(["tea/gone"], { "gone/gone": "right" }));
  assert.deepEqual(["next", "", ""], [...found.lessons.values()]);
});

test("a module without lessons is never done", () => {
  const empty = { id: "e", title: "E", url: "e/", lessons: [], check: null };
  const found = survey({ ...course, modules: [empty] }, kept([]));
  assert.deepEqual({ state: "", done: 0, total: 0 }, found.modules.get("e"));
  assert.equal(null, found.next);
});

test("answers are counted by what the newest attempt got", () => {
  const { answers } = kept([], { "tea/a": "right", "tea/b": "partly", "tea/c": "kept" });
  const expected = { right: 1, partly: 1, tried: 3, total: 4 };
  assert.deepEqual(expected, tally(["tea/a", "tea/b", "tea/c", "tea/d"], answers));
});

const WHERE = [
  { name: "nothing before anything", done: [], path: undefined, expected: null },
  { name: "the page left", done: [], path: "modules/tea/time/", expected: [true, "Time"] },
  { name: "the page left, with a fragment", done: [], path: "modules/tea/time/#q", expected: [true, "Time"] },
  { name: "the check left", done: [], path: "modules/tea/check/", expected: [true, "Tea"] },
  { name: "what is next after what is done", done: ["tea/water"], path: "modules/tea/water/", expected: [false, "Time"] },
  { name: "what is next after a page that is gone", done: ["tea/water"], path: "gone/", expected: [false, "Time"] },
  { name: "no address but the course's own", done: [], path: "javascript:alert(1)", expected: null },
  { name: "nothing after everything", done: ["tea/water", "tea/time", "cups/clay"], path: "modules/cups/clay/", expected: null },
];

for (const { name, done, path, expected } of WHERE) {
  test(`resume leads to ${name}`, () => {
    const found = whereTo(course, survey(course, kept(done)), path);
    assert.deepEqual(expected, found && [found.again, found.title]);
  });
}

test("words are chosen by their count and filled", () => {
  const words = { "taken.one": "{count} record", "taken.other": "{count} records" };
  assert.equal("1 record", phrase(words, "taken", { count: 1 }));
  assert.equal("0 records", phrase(words, "taken", { count: 0 }));
  assert.equal("", phrase(words, "missing"));
});

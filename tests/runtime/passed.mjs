/** An assignment and a result for tests, to change what a test is about. */

/** @import { Assignment, Result } from "../../macros/coursewright/theme/assets/passing-types.js" */

/**
 * @param {Partial<Assignment>} [more]
 * @returns {Assignment}
 */
export function assignment(more = {}) {
  return {
    v: 1,
    id: "k3x9a0zq",
    course: "tea",
    title: "Before the workshop",
    message: "Please read these first.\nWe talk about them on Monday.",
    due: "2026-12-04",
    items: [
      { kind: "path", ref: "quick-cup" },
      { kind: "module", ref: "brewing" },
      { kind: "lesson", ref: "serving/pouring" },
      { kind: "check", ref: "serving" },
    ],
    need: { score: 80 },
    made: "2026-11-27",
    ...more,
  };
}

/**
 * @param {Partial<Result>} [more]
 * @returns {Result}
 */
export function handedIn(more = {}) {
  const first = { result: /** @type {const} */ ("wrong"), response: "b", at: 1_000 };
  return {
    format: "coursewright-result",
    v: 1,
    course: "tea",
    made: 1_795_000_000_000,
    name: "Kim",
    learner: "m-1x9f",
    assignment: { id: "k3x9a0zq", title: "Before the workshop", due: "2026-12-04" },
    lessons: { "brewing/hot-water": { at: 5 } },
    checks: { brewing: { score: 0.5, best: 1, tries: 3, at: 9 } },
    answers: {
      "brewing/first-move": { result: "right", response: "a", score: 1, tries: 2, at: 7, first },
    },
    ...more,
  };
}

/** @type {(ref: string, title: string) => import("../../macros/coursewright/theme/assets/progress-model.js").Lesson} */
const lesson = (ref, title) => ({ ref, title, url: `modules/${ref}/`, questions: [`${ref}-asks`] });

/** @type {import("../../macros/coursewright/theme/assets/progress-model.js").Course} */
export const COURSE = {
  modules: [
    {
      ...{ id: "brewing", title: "Brewing", url: "modules/brewing/" },
      lessons: [lesson("brewing/water", "Water"), lesson("brewing/time", "Time")],
      check: { url: "modules/brewing/check/", questions: ["brewing/first-move"] },
    },
    {
      ...{ id: "serving", title: "Serving", url: "modules/serving/" },
      lessons: [lesson("serving/pouring", "Pouring")],
      check: { url: "modules/serving/check/", questions: ["serving/order"] },
    },
    {
      ...{ id: "extras", title: "Extras", url: "modules/extras/" },
      lessons: [lesson("extras/biscuits", "Biscuits")],
      check: null,
    },
  ],
  paths: [
    {
      ...{ id: "quick-cup", title: "A quick cup", url: "paths/quick-cup/" },
      lessons: ["serving/pouring", "brewing/water"],
      checks: ["brewing", "serving"],
    },
  ],
  was: {
    module: { brewing: ["making-tea"] },
    lesson: { "brewing/water": ["making-tea/water", "making-tea/kettle"] },
    answer: { "brewing/first-move": ["brewing/old-move"] },
  },
};

/** A small course as a site for trainers knows it, and hand-ins to put into its gradebook. */

import { handedIn } from "./passed.mjs";

/** @import { Answer, Desk, First, HandIn, Kept, Part, Question } from "../../macros/coursewright/theme/assets/desk-types.js" */

/** @type {Part} */
export const LETTERS = {
  name: "choice",
  label: "",
  exact: false,
  picks: [
    { key: "a", text: "The right one", right: true },
    { key: "b", text: "The tempting one", right: false },
    { key: "c", text: "The odd one", right: false },
  ],
};

/**
 * @param {string} id
 * @param {Partial<Question>} [more]
 * @returns {Question}
 */
export const question = (id, more = {}) => ({
  ...{ ref: `brewing/${id}`, was: [], module: "brewing", objective: "brewing/brew", bloom: "apply" },
  ...{ kind: "single", graded: true, prompt: `What about ${id}?`, parts: [LETTERS] },
  ...more,
});

/** @type {Desk} */
export const DESK = {
  id: "tea",
  title: "Tea",
  modules: [
    {
      ...{ id: "brewing", title: "Brewing", was: ["old-brewing"], asks: true, goal: 80 },
      lessons: [
        { ref: "brewing/water", title: "Water", was: ["brewing/kettle"] },
        { ref: "brewing/time", title: "Time", was: [] },
      ],
      objectives: [{ id: "brewing/brew", text: "Brew", bloom: "apply" }],
    },
    {
      ...{ id: "serving", title: "Serving", was: [], asks: false, goal: null },
      lessons: [{ ref: "serving/pouring", title: "Pouring", was: [] }],
      objectives: [],
    },
  ],
  paths: [{ id: "quick-cup", title: "A quick cup", lessons: ["brewing/water"], checks: ["brewing"] }],
  questions: [
    question("first-move", { was: ["brewing/old-move"] }),
    question("second"),
    question("third"),
    question("why", { kind: "short-answer", graded: false, parts: [] }),
  ],
  instruments: [],
};

/**
 * @param {First["result"]} result
 * @param {Partial<First>} [more]
 * @returns {First}
 */
export const first = (result, more = {}) => ({
  ...{ result, response: result === "right" ? "a" : "b", at: 1_000 },
  ...more,
});

/**
 * An answer that was given once.
 *
 * @param {First["result"]} result
 * @param {Partial<First>} [more]
 * @returns {Answer}
 */
export const once = (result, more = {}) => {
  const only = first(result, more);
  return { ...only, tries: 1, first: only };
};

let came = 0;

/**
 * @param {Partial<HandIn>} [more]
 * @returns {Kept}
 */
export function keptOf(more = {}) {
  const handin = handedIn(more);
  came += 1;
  return { key: `${handin.learner}:${handin.made}:${came}`, from: "a.json", came, handin };
}

/** What the tests of instruments share: the example's fields, its kinds, a store that is ours. */

import { Answers } from "../../macros/coursewright/theme/assets/instrument-answers.js";
import { store as opened } from "./store-browser.mjs";

/** @import { Spec } from "../../macros/coursewright/theme/assets/instrument-types.js" */

const FOLDERS = { "if-then": "if_then" };

/** @type {Record<string, any>} */
export const kinds = {};
for (const kind of ["rating", "text", "choice", "date", "grid", "if-then", "list"]) {
  const folder = /** @type {Record<string, string>} */ (FOLDERS)[kind] ?? kind;
  kinds[kind] = await import(`../../macros/coursewright/instruments/${folder}/browser.js`);
}

const bare = { was: [], asked: "a1", options: [], rows: [], columns: [], scale: [] };
const rating = { ...bare, kind: "rating", evidence: true };

/** @type {Spec} */
export const SPEC = {
  id: "kitchen",
  title: "The *kitchen*",
  was: ["old-kitchen"],
  scale: ["Never", "Sometimes", "Always"],
  sections: [
    {
      id: "order",
      title: "Order",
      fields: [
        { ...rating, id: "washed", label: "Dishes are washed", was: ["dishes"] },
        { ...rating, id: "labels", label: "Food has labels" },
      ],
    },
    { id: "supplies", title: "Supplies", fields: [{ ...rating, id: "salt", label: "There is salt" }] },
    {
      id: "plan",
      title: "Plan",
      fields: [
        { ...bare, id: "purpose", kind: "text", label: "Why?", most: 40 },
        {
          ...bare,
          ...{ id: "shared", kind: "choice", label: "What is shared?", several: true },
          options: [["salt", "Salt"], ["tea", "Tea"]],
        },
        {
          ...bare,
          ...{ id: "duties", kind: "grid", label: "Who?", one: "decides" },
          ...{ rows: [["shop", "Shopping"]], columns: [["ada", "Ada"], ["ben", "Ben"]] },
          options: [["decides", "Decides"], ["helps", "Helps"]],
        },
        { ...bare, id: "wishes", kind: "list", label: "Wishes", most: 2 },
        { ...bare, id: "plans", kind: "if-then", label: "Plans", most: 2 },
        { ...bare, id: "start", kind: "date", label: "Start", event: "Begin" },
        { ...bare, id: "review", kind: "date", label: "Review", event: "Look; back, please", after: "start", days: 30 },
      ],
    },
  ],
};

/** The same without anything to rate. @type {Spec} */
export const PLAN = { ...SPEC, id: "plan", was: [], sections: SPEC.sections.slice(2) };

/** Words that say what they are and with what. @type {(name: string, values?: object) => string} */
export const said = (name, values = {}) => [name, ...Object.values(values)].join(" ");

/**
 * @param {Spec} [spec]
 * @param {any} [store]
 */
export const answersTo = (spec = SPEC, store = opened()) => new Answers(store, spec, kinds);

/** @param {string} id */
export const field = (id) => /** @type {any} */ (answersTo().fields.get(id));

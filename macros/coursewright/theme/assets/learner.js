/** What this learner has done in this course: one store for all that a page shows. */

import { openStore } from "./store.js";

/** @import { Store } from "./store.js" */

/** @type {Store | null | undefined} */
let store;

function opened() {
  const course = document.querySelector('meta[name="coursewright"]')?.getAttribute("content");
  if (!course) return null;
  // From where this file lies: the page's own address changes under instant navigation.
  return openStore({ course, base: new URL("../../", import.meta.url).pathname });
}

/** This file may be in a page twice, by itself and as a part of another: the first one opens. */
const KEY = Symbol.for("coursewright.learner.open");

/**
 * The store; null on a page of no course.
 *
 * @type {() => Store | null}
 */
export const learnerStore = (/** @type {any} */ (globalThis)[KEY] ??= () => (store ??= opened()));

export const learner = async () => learnerStore();

/** What this learner has done in this course: one store for all that a page shows. */

import { openStore } from "./store.js";

/** @import { Store } from "./store.js" */

/** @type {Store | null} */
let store = null;

/**
 * The store, opened by whoever needs it first; null on a page of no course.
 *
 * @returns {Store | null}
 */
export const learnerStore = () => (store ??= opened());

function opened() {
  const course = document.querySelector('meta[name="coursewright"]')?.getAttribute("content");
  if (!course) return null;
  // From where this file lies: the page's own address changes under instant navigation.
  return openStore({ course, base: new URL("../../", import.meta.url).pathname });
}

/** The one store of a page, opened by whoever needs it first. */

/** @import { Store } from "./store.js" */

const OPEN = Symbol.for("coursewright.learner.open");

/** @param {string} path */
const load = (path) => import(path);

/**
 * Questions bring the store with them; pages without one load it.
 *
 * @returns {Promise<Store | null>} null on a page of no course
 */
export async function openLearner() {
  const open = /** @type {any} */ (globalThis)[OPEN];
  return open ? open() : (await load("./learner.js")).learner();
}

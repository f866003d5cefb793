/** The one store of a page, for scripts that come on their own: every page brings it along. */

import { load } from "./loading.js";

/** @import { Store } from "./store.js" */

/** @returns {Promise<Store | null>} null on a page of no course */
export async function openLearner() {
  return (await load("./main.js")).learnerStore();
}

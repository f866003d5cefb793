/** Say in a place on the page how far the learner has come with what it stands beside. */

import { phrase } from "./progress-model.js";

/** @import { State } from "./progress-model.js" */

/**
 * Say a state in words beside its sign, then more if there is more. What is said is not touched.
 *
 * @param {HTMLElement} slot
 * @param {State} state
 * @param {string} more
 * @param {Readonly<Record<string, string>>} words
 */
export function tell(slot, state, more, words) {
  const said = state && phrase(words, `progress-${state}`);
  const text = [said, more].filter(Boolean).join(" · ");
  slot.dataset["state"] = state;
  if (slot.textContent !== text) slot.textContent = text;
}

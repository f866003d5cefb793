/**
 * Loads what shows the tips of glossary terms and citations, at the first sign of a reader on a page
 * that has any. A term that is tapped before it is here waits for it, rather than lead away.
 */

import { attempt } from "./loading.js";

const TERM = ".cw-term, .cw-cite";
const SIGNS = ["pointerover", "pointerdown", "focusin", "scroll"];

/** @typedef {typeof import("./tips.js")} Tips */

/** @type {Promise<Tips | undefined> | null} */
let tips = null;
/** The term that a finger is on. @type {Element | null} */
let tapped = null;
/** The same until its click, which must not lead away. @type {Element | null} */
let held = null;

/** @param {Event} event */
function signed(event) {
  if (event.type === "pointerdown") held = tapped = touched(/** @type {PointerEvent} */ (event));
  if (!tips && document.querySelector(TERM)) begin();
}

/** @param {PointerEvent} event */
function touched({ pointerType, target }) {
  return pointerType !== "mouse" && target instanceof Element ? target.closest(TERM) : null;
}

async function begin() {
  (await (tips = attempt("./tips.js")))?.begin(tapped);
  // From here on the tips listen themselves; without them, terms are links like others.
  for (const type of SIGNS) removeEventListener(type, signed, true);
}

/** @param {Event} event */
function waited(event) {
  if (!held?.contains(/** @type {Node} */ (event.target))) return;
  held = null;
  event.preventDefault();
  event.stopPropagation();
}

for (const type of SIGNS) addEventListener(type, signed, true);
addEventListener("click", waited, true);
// A finger that scrolls has not tapped.
addEventListener("pointercancel", () => (held = tapped = null));

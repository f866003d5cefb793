/**
 * Glossary terms and citations: what they stand for, on hover, focus or a first tap.
 *
 * Both are links, to the glossary and to the evidence, and stay links: without this script, or on a
 * second tap, they lead there. Listeners sit on the document, so pages that arrive later need
 * nothing. `terms.js` loads it.
 */

const PATIENCE = 200;
const GAP = 8;

/** @type {HTMLElement | null} */
let open = null;
let timer = 0;
let count = 0;

/**
 * @param {EventTarget | null} target
 * @returns {[HTMLElement, HTMLElement] | null} the term and its tip
 */
function pair(target) {
  const part = target instanceof Element ? target.closest(".cw-term, .cw-cite, .cw-tip") : null;
  const term = part?.matches(".cw-tip") ? part.previousElementSibling : part;
  const tip = term?.nextElementSibling;
  if (!(term instanceof HTMLElement) || !(tip instanceof HTMLElement)) return null;
  return tip.matches(".cw-tip") ? [term, tip] : null;
}

function shut() {
  clearTimeout(timer);
  delete open?.dataset["open"];
  open = null;
}

/**
 * @param {HTMLElement} term
 * @param {HTMLElement} tip
 */
function show(term, tip) {
  clearTimeout(timer);
  if (open === tip) return;
  shut();
  tip.id ||= `cw-tip-${(count += 1)}`;
  term.setAttribute("aria-describedby", tip.id);
  tip.dataset["open"] = "";
  open = tip;
  place(term, tip);
}

/**
 * Below the term, or above it where there is no room; never beyond the edges of the screen.
 * @param {HTMLElement} term
 * @param {HTMLElement} tip
 */
function place(term, tip) {
  const lines = [...term.getClientRects()];
  const line = lines.at(-1) ?? term.getBoundingClientRect();
  const { width, height } = tip.getBoundingClientRect();
  const right = document.documentElement.clientWidth - width - GAP;
  const below = line.bottom + GAP;
  const fits = below + height < innerHeight;
  tip.style.left = `${Math.max(GAP, Math.min(line.left, right))}px`;
  tip.style.top = `${fits ? below : Math.max(GAP, (lines[0] ?? line).top - height - GAP)}px`;
}

document.addEventListener("pointerover", (event) => {
  const found = event.pointerType === "mouse" ? pair(event.target) : null;
  if (found) show(...found);
});

document.addEventListener("pointerout", (event) => {
  // Time to cross the gap, so that the pointer can rest on the tip itself.
  if (event.pointerType !== "mouse" || !pair(event.target)) return;
  timer = window.setTimeout(shut, PATIENCE);
});

document.addEventListener("focusin", (event) => {
  const found = pair(event.target);
  if (found) show(...found);
  else shut();
});

document.addEventListener("focusout", (event) => {
  if (pair(event.target)) shut();
});

document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") shut();
});

/** @type {HTMLElement | null} the tip a finger has just asked for */
let tapped = null;

document.addEventListener(
  "pointerdown",
  (event) => {
    const found = pair(event.target);
    const first = event.pointerType !== "mouse" && found && found[1] !== open;
    tapped = first ? found[1] : null;
    if (!found) shut();
  },
  true,
);

// The first tap shows, the second follows the link. Captured, to come before instant navigation.
document.addEventListener(
  "click",
  (event) => {
    const found = pair(event.target);
    if (!found || tapped !== found[1]) return;
    event.preventDefault();
    event.stopPropagation();
    tapped = null;
    show(...found);
  },
  true,
);

// A tip is fixed to the screen: it follows its term, also when the focus scrolls the page.
function follow() {
  const found = pair(open);
  if (!found) return;
  const { bottom, top } = found[0].getBoundingClientRect();
  if (bottom < 0 || top > innerHeight) shut();
  else place(...found);
}

addEventListener("scroll", follow, { passive: true });
addEventListener("resize", follow);

/**
 * What the reader did to a term before this was here: it was tapped, or has the pointer or the
 * focus.
 *
 * @param {Element | null} tapped
 */
export function begin(tapped) {
  const term = tapped ?? document.querySelector(":is(.cw-term, .cw-cite):is(:hover, :focus)");
  const found = pair(term);
  if (found) show(...found);
}

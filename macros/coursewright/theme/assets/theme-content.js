/**
 * Mends what Material for MkDocs 9.8.1 leaves inaccessible in what a page says: what scrolls, task
 * lists and lines of code. Loaded where there is any. Every mend may run again.
 */

/** @param {Element} element */
const words = (element) => (element.textContent ?? "").replace(/¶/g, "").trim();

/**
 * Its caption, or the nearest heading before it, names what scrolls: no language needed.
 * @param {Element} element
 */
function nameFor(element) {
  const headings = [...document.querySelectorAll("article :is(h1, h2, h3, h4, h5, h6)")];
  const before = headings.filter(
    (other) => other.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING,
  );
  const named = element.querySelector("caption") ?? before.at(-1);
  return named ? words(named) : document.title;
}

/**
 * Two regions of one name could not be told apart.
 * @param {string} name
 * @param {Element} element
 */
function unique(name, element) {
  const regions = [...document.querySelectorAll("[role='region'][aria-label]")];
  const taken = regions.filter((other) => other !== element).map((other) => other.ariaLabel);
  let count = 1;
  const numbered = () => (count === 1 ? name : `${name} (${count})`);
  while (taken.includes(numbered())) count += 1;
  return numbered();
}

/**
 * What scrolls must take the focus and say what it is; what does not must do neither.
 * Material wraps tables in a box that scrolls and cannot be focused, and lets code take the focus
 * only where there is a mouse, without a name.
 * @param {Element} box
 */
function mendScrolling(box) {
  // Our own box round a table serves readers without this script; two would be one too many.
  const ours = box.closest(".cw-table");
  for (const name of ["tabindex", "role", "aria-labelledby"]) ours?.removeAttribute(name);
  if (box.scrollWidth <= box.clientWidth + 1) {
    for (const name of ["tabindex", "role", "aria-label"]) box.removeAttribute(name);
    return;
  }
  box.setAttribute("tabindex", "0");
  box.setAttribute("role", "region");
  box.setAttribute("aria-label", unique(nameFor(box), box));
}

const sizes = new ResizeObserver((entries) => {
  for (const { target } of entries) {
    const box = target.closest(".md-typeset__scrollwrap") ?? target;
    // After Material's own observer, which takes the tabindex away again.
    requestAnimationFrame(() => {
      mendScrolling(box);
      // Its copy button sits in a landmark without a name, one for each block of code.
      box.parentElement?.querySelector("nav.md-code__nav")?.setAttribute("role", "none");
    });
  }
});

function mendScrollers() {
  for (const code of document.querySelectorAll(".md-typeset pre > code")) sizes.observe(code);
  for (const box of document.querySelectorAll(".md-typeset__scrollwrap")) {
    sizes.observe(box);
    if (box.firstElementChild) sizes.observe(box.firstElementChild);
  }
}

/** Boxes of a task list have no label: the words of their item become one. */
function mendTaskLists() {
  for (const box of document.querySelectorAll(".task-list-item input:not([aria-label])")) {
    const item = box.closest("li");
    if (item) box.setAttribute("aria-label", words(item).split("\n")[0] ?? "");
  }
}

/** Anchors of code lines are links without words: targets to jump to, not stops to tab to. */
function mendLineAnchors() {
  for (const anchor of document.querySelectorAll("a[href^='#__codelineno']")) {
    if (!words(anchor)) anchor.removeAttribute("href");
  }
}

export function mend() {
  mendTaskLists();
  mendLineAnchors();
  mendScrollers();
}

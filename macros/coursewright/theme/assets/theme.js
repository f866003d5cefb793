/**
 * Mends what Material for MkDocs 9.8.1 leaves inaccessible and no template can reach.
 *
 * Every mend may run again: with instant navigation a page's content is replaced, its header not.
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

/**
 * A label cannot be reached by keyboard, so the menu and the search of a small screen could not be
 * opened: a button takes its place. The label stays, hidden, because Material's script wants it.
 * @param {HTMLLabelElement} label
 * @param {HTMLInputElement} toggle
 * @param {string} name
 */
function buttonFor(label, toggle, name) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = `${label.className} cw-toggle cw-toggle--${toggle.dataset["mdToggle"]}`;
  button.setAttribute("aria-label", name);
  button.append(...[...label.children].map((child) => child.cloneNode(true)));
  button.addEventListener("click", () => toggle.click());
  label.hidden = true;
  label.after(button);
  return button;
}

/**
 * @param {HTMLInputElement} toggle
 * @param {string} name what the toggle opens, in the language of the site
 * @param {() => HTMLElement | null | undefined} inside where the focus goes once it is open
 */
function mendToggle(toggle, name, inside) {
  const opener = document.querySelector(`.md-header label.md-header__button[for="${toggle.id}"]`);
  if (!(opener instanceof HTMLLabelElement)) return;
  // Else Firefox would bring back what was open before the page was reloaded.
  toggle.autocomplete = "off";
  const button = buttonFor(opener, toggle, name);
  const show = () => button.setAttribute("aria-expanded", String(toggle.checked));
  toggle.addEventListener("change", () => {
    show();
    if (toggle.checked) inside()?.focus();
    else if (button.offsetParent && lost(document.activeElement)) button.focus();
  });
  show();
}

/**
 * Whether the focus is nowhere, or in something that has just been shut.
 * @param {Element | null} active
 */
function lost(active) {
  if (!active || active === document.body) return true;
  return active.closest(".md-search, .md-sidebar--primary") !== null;
}

function mendDrawer() {
  const toggle = document.querySelector("#__drawer");
  const nav = document.querySelector(".md-nav--primary");
  if (!(toggle instanceof HTMLInputElement) || !nav) return;
  mendToggle(toggle, nav.getAttribute("aria-label") ?? "", mendCloser);
  // Escape shuts the drawer, and so does the focus when it moves on to what lies under it.
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && toggle.checked) toggle.click();
  });
  document.addEventListener("focusin", (event) => {
    const inside = event.target instanceof Element && event.target.closest(".md-sidebar--primary");
    if (toggle.checked && !inside) toggle.click();
  });
}

/**
 * What shuts the drawer, as a button. Looked up each time: the drawer is replaced with the page.
 * @returns {HTMLButtonElement | null}
 */
function mendCloser() {
  const toggle = document.querySelector("#__drawer");
  const label = document.querySelector(".md-nav--primary .md-nav__title label[for='__drawer']");
  if (!(label instanceof HTMLLabelElement) || !(toggle instanceof HTMLInputElement)) return null;
  const next = label.nextElementSibling;
  return next instanceof HTMLButtonElement ? next : buttonFor(label, toggle, label.title);
}

/** Where it covers the screen, and only while it does, the search is a dialog with a name. */
function mendSearch() {
  const toggle = document.querySelector("#__search");
  const search = document.querySelector(".md-search");
  const field = search?.querySelector("input");
  if (!(toggle instanceof HTMLInputElement) || !search || !field) return;
  const name = field.getAttribute("aria-label") ?? "";
  mendToggle(toggle, name, () => field);
  toggle.addEventListener("change", () => {
    const covers = toggle.checked && matchMedia("(max-width: 59.984375em)").matches;
    const state = { role: "dialog", "aria-modal": "true", "aria-label": name };
    for (const [key, value] of Object.entries(state)) {
      if (covers) search.setAttribute(key, value);
      else search.removeAttribute(key);
    }
  });
  mendResults(search);
}

/**
 * Every result brings an h1 into the page, and a nav without a name for its tags.
 * @param {Element} search
 */
function mendResults(search) {
  const list = search.querySelector(".md-search-result__list");
  if (!list) return;
  new MutationObserver(() => {
    for (const heading of list.querySelectorAll("h1:not([aria-level])")) {
      heading.setAttribute("role", "heading");
      heading.setAttribute("aria-level", "2");
    }
    for (const tags of list.querySelectorAll("nav:not([role])")) tags.setAttribute("role", "none");
  }).observe(list, { childList: true });
}

function mendContent() {
  mendCloser();
  mendTaskLists();
  mendLineAnchors();
  requestAnimationFrame(mendScrollers);
}

mendDrawer();
mendSearch();

/** @type {{subscribe(next: () => void): void} | undefined} */
const pages = /** @type {any} */ (window).document$;
if (pages) pages.subscribe(mendContent);
else mendContent();

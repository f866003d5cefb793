/**
 * Mends what Material for MkDocs 9.8.1 leaves inaccessible and no template can reach. What only some
 * pages need comes on its own.
 *
 * Every mend may run again: with instant navigation a page's content is replaced, its header not.
 */

import { attempt } from "./loading.js";
import { onPage } from "./pages.js";

/** What `theme-content.js` is for. */
const CONTENT =
  ".md-typeset__scrollwrap, .md-typeset pre > code, .task-list-item, a[href^='#__codelineno']";

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
  const results = async () => (await attempt("./theme-results.js"))?.mendResults(search);
  toggle.addEventListener("change", results, { once: true });
}

function mendContent() {
  mendCloser();
  // After Material's own script, which makes some of it.
  requestAnimationFrame(async () => {
    if (document.querySelector(CONTENT)) (await attempt("./theme-content.js"))?.mend();
  });
}

let begun = false;

onPage(() => {
  if (!begun) {
    begun = true;
    mendDrawer();
    mendSearch();
  }
  mendContent();
});

/**
 * Shows what is done and what is next: in the navigation, in lists of lessons, on module cards and
 * on the home page. Loaded once there is something to show. Finds its places by their `data-`
 * attributes, so that pages brought in by instant navigation need nothing more.
 */

import { load } from "./loading.js";
import { phrase, survey, whereTo } from "./progress-model.js";
import { tell } from "./progress-tell.js";

/** @import { Course, Kept, State, Survey } from "./progress-model.js" */
/** @import { Store } from "./store.js" */

/** @typedef {Readonly<Record<string, string>>} Words */
/** @typedef {{ store: Store, course: Course, words: Words, found: Survey, kept: Kept }} Known */

const BASE = new URL("../../", import.meta.url);
/** What is loaded where a page has a place for it. */
const PARTS = /** @type {const} */ ([
  ["[data-way]", "./progress-path.js"],
  ["[data-progress]", "./progress-page.js"],
  ["[data-assigned]", "./assigned.js"],
  // Before the cards: a button of theirs opens it.
  ["[data-hand-in]", "./hand-in.js"],
  ["[data-assignments]", "./assignments-page.js"],
  ["[data-assign]", "./assign-page.js"],
]);

/** Loaded once. @type {Promise<[Course, Words]> | undefined} */
let loaded;

/** @returns {Promise<[Course, Words]>} */
function all() {
  return Promise.all([
    load("./course.js").then((course) => course.default),
    load("./words-progress.js").then((words) => words.default),
  ]);
}

/** @param {Store} store */
export async function show(store) {
  try {
    const [course, words] = await (loaded ??= all());
    await showIn(store, course, words);
  } catch (error) {
    loaded = undefined;
    throw error;
  }
}

/**
 * @param {Store} store
 * @param {Course} course
 * @param {Words} words
 */
async function showIn(store, course, words) {
  const kept = keptIn(store, course);
  const known = { store, course, words, found: survey(course, kept), kept };
  const { lessons, modules, begun } = known.found;
  const told = begun || Boolean(store.get("place", "last"));
  for (const slot of slots("[data-lesson*='/']")) {
    tell(slot, (told && lessons.get(slot.dataset["lesson"] ?? "")) || "", "", words);
  }
  for (const slot of slots("[data-module]")) {
    const counted = modules.get(slot.dataset["module"] ?? "");
    const more = told && counted ? phrase(words, "progress-count", counted) : "";
    tell(slot, (told && counted?.state) || "", more, words);
  }
  markLinks(known, told);
  for (const place of slots("[data-resume]")) showResume(place, known);
  for (const [selector, file] of PARTS) {
    const places = slots(selector).filter((place) => isNeeded(place, store));
    if (places.length) await (await load(file)).show(places, known);
  }
}

/**
 * Most learners have no assignment: nothing is loaded to show none.
 *
 * @param {HTMLElement} place
 * @param {Store} store
 */
function isNeeded(place, store) {
  if (place.dataset["assigned"] === undefined || place.firstChild) return true;
  return store.all("assignment").size > 0;
}

/**
 * @param {Store} store
 * @param {Course} course
 * @returns {Kept}
 */
function keptIn(store, { was }) {
  for (const [ref, old] of Object.entries(was.lesson)) store.get("lesson", ref, { was: old });
  for (const [ref, old] of Object.entries(was.answer)) store.get("answer", ref, { was: old });
  return { lessons: store.all("lesson"), answers: store.all("answer") };
}

/**
 * @param {string} selector
 * @returns {HTMLElement[]}
 */
function slots(selector) {
  return [...document.querySelectorAll(selector)].filter((one) => one instanceof HTMLElement);
}

/**
 * @param {Known} known
 * @param {boolean} told
 */
function markLinks({ found, words }, told) {
  for (const link of slots(".md-nav--primary a.md-nav__link")) {
    const { origin, pathname } = new URL(/** @type {HTMLAnchorElement} */ (link).href);
    const ours = origin === BASE.origin && pathname.startsWith(BASE.pathname);
    const state = ours && told ? found.pages.get(pathname.slice(BASE.pathname.length)) : "";
    markLink(link, state ?? "", words);
  }
}

/**
 * @param {HTMLElement} link
 * @param {State} state
 * @param {Words} words
 */
function markLink(link, state, words) {
  const before = link.querySelector(":scope > .cw-nav-mark");
  if (!state) return before?.remove();
  const sign = before instanceof HTMLElement ? before : element("span", "cw-nav-mark");
  tell(sign, state, "", words);
  if (!before) link.append(" ", sign);
}

/**
 * @param {HTMLElement} place
 * @param {Known} known
 */
function showResume(place, { store, course, found, words }) {
  const to = whereTo(course, found, store.get("place", "last")?.path);
  const text = to && phrase(words, to.again ? "progress-resume" : "progress-go");
  const all = found.begun && !to;
  const link = /** @type {HTMLAnchorElement} */ (element("a", ""));
  link.href = to ? new URL(to.url, BASE).href : (place.dataset["resume"] ?? "");
  link.textContent = to ? to.title : phrase(words, "progress-page");
  const parts = to || all ? [text ?? phrase(words, "progress-all"), " ", link] : [];
  if (place.textContent !== parts.map((part) => textOf(part)).join("")) {
    place.replaceChildren(...parts);
  }
}

/** @param {string | Element} part */
const textOf = (part) => (typeof part === "string" ? part : part.textContent);

/**
 * @param {string} tag
 * @param {string} className
 */
function element(tag, className) {
  const made = document.createElement(tag);
  if (className) made.className = className;
  return made;
}

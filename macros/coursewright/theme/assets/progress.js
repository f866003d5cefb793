/**
 * Shows what is done and what is next: in the navigation, in lists of lessons, on module cards, at
 * a lesson's end and on the home page. Finds its places by their `data-` attributes, so that
 * pages brought in by instant navigation need nothing more.
 */

import { openLearner } from "./learner-open.js";
import { isPlace, phrase, survey, tally, whereTo } from "./progress-model.js";
import { tell } from "./progress-tell.js";

/** @import { Course, Kept, State, Survey } from "./progress-model.js" */
/** @import { Store } from "./store.js" */

/** @typedef {Readonly<Record<string, string>>} Words */
/** @typedef {{ store: Store, course: Course, words: Words, found: Survey, kept: Kept }} Known */

const BASE = new URL("../../", import.meta.url);
/** Where there is something to show even before anything has been done. */
const AT_ONCE = "[data-foot], [data-progress], [data-assignments], [data-assign]";
/** What is loaded where a page has a place for it. */
const PARTS = /** @type {const} */ ([
  ["[data-way]", "./progress-path.js"],
  ["[data-progress]", "./progress-page.js"],
  ["[data-assigned]", "./assigned.js"],
  ["[data-assignments]", "./assignments-page.js"],
  ["[data-hand-in]", "./hand-in.js"],
  ["[data-assign]", "./assign-page.js"],
]);
/** Feet that have been read down to. @type {WeakSet<Element>} */
const seen = new WeakSet();

/** Loaded when they are needed. @type {Promise<[Store | null, Course, Words]> | undefined} */
let loaded;
/** @type {Known | undefined} */
let known;
let waiting = false;
/** Whether the page has just been opened: two tabs would else take the place from each other. */
let arrived = true;
let listening = false;

/** @param {string} path */
const load = (path) => import(path);

/** @returns {Promise<[Store | null, Course, Words]>} */
function all() {
  return Promise.all([
    openLearner(),
    load("./course.js").then((course) => course.default),
    load("./words-progress.js").then((words) => words.default),
  ]);
}

async function refresh() {
  waiting = false;
  if (!loaded && !document.querySelector(AT_ONCE) && !hasKept()) return;
  try {
    loaded ??= all();
    const [store, course, words] = await loaded;
    if (store) await show(store, course, words);
  } catch (error) {
    loaded = undefined;
    console.warn("Progress is not shown:", error);
  }
}

/** A first visit loads nothing for what it has not done yet. */
function hasKept() {
  try {
    return Object.keys(localStorage).some((key) => key.startsWith("coursewright:"));
  } catch {
    return false;
  }
}

/**
 * @param {Store} store
 * @param {Course} course
 * @param {Words} words
 */
async function show(store, course, words) {
  if (!listening) store.subscribe(later);
  listening = true;
  const kept = keptIn(store, course);
  known = { store, course, words, found: survey(course, kept), kept };
  keepPlace(known);
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
  for (const foot of slots("[data-foot]")) showFoot(foot, known);
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

/** Several changes at once are shown at once. */
function later() {
  if (waiting) return;
  waiting = true;
  queueMicrotask(refresh);
}

function arrive() {
  arrived = true;
  later();
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

/** The page's path from the site's root on. */
function pathHere() {
  const here = new URL(location.href).pathname;
  return here.startsWith(BASE.pathname) ? here.slice(BASE.pathname.length) : "";
}

/** @param {Known} known */
function keepPlace({ store, course }) {
  const path = pathHere();
  const came = arrived;
  arrived = false;
  if (!came || !isPlace(course, path) || store.get("place", "last")?.path === path) return;
  const title = document.querySelector("h1")?.textContent?.trim() || document.title;
  store.add("place", "last", { path, title: title.slice(0, 200) });
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
 * The button at a lesson's end. It stays the same one, so that it keeps the focus.
 *
 * @param {HTMLElement} foot
 * @param {Known} known
 */
function showFoot(foot, { words, found, kept, store }) {
  const ref = foot.dataset["foot"] ?? "";
  const questions = (foot.dataset["questions"] ?? "").split(" ").filter(Boolean);
  const done = found.lessons.get(ref) === "done";
  const { tried, total } = tally(questions, kept.answers);
  const [said, notice, button] = foot.children.length ? [...foot.children] : made(foot);
  const name = footSays(done, seen.has(foot), tried, total);
  foot.dataset["state"] = done ? "done" : "";
  put(said, name ? phrase(words, name, { tried, total }) : "");
  put(button, phrase(words, done ? "progress-undo" : "progress-mark"));
  showNotice(notice, store.status());
}

/**
 * @param {boolean} done
 * @param {boolean} read
 * @param {number} tried
 * @param {number} total
 */
function footSays(done, read, tried, total) {
  if (done) return "progress-finished";
  if (tried < total) return "progress-tried";
  if (!read) return "";
  return total ? "progress-suggest" : "progress-suggest-read";
}

/** @param {HTMLElement} foot */
function made(foot) {
  const said = element("p", "cw-foot__said");
  said.setAttribute("role", "status");
  const button = element("button", "cw-button");
  button.setAttribute("type", "button");
  button.addEventListener("click", () => toggle(foot));
  foot.append(said, element("p", "cw-notice"), button);
  watch.observe(foot);
  return [...foot.children];
}

/** @param {HTMLElement} foot */
function toggle(foot) {
  const done = foot.dataset["state"] !== "done";
  known?.store.add("lesson", foot.dataset["foot"] ?? "", { done, by: "learner" });
}

const watch = new IntersectionObserver((entries) => {
  for (const { isIntersecting, target } of entries) {
    if (!isIntersecting) continue;
    seen.add(target);
    watch.unobserve(target);
    later();
  }
});

/**
 * @param {Element | undefined} place
 * @param {string} status
 */
async function showNotice(place, status) {
  // A page that is being left may not load any more.
  const file = status === "kept" ? {} : await load("./words-store.js").catch(() => ({}));
  put(place, file.default?.[`store.${status}`] ?? "");
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
 * @param {Element | undefined} place
 * @param {string} text
 */
function put(place, text) {
  if (place && place.textContent !== text) place.textContent = text;
}

/**
 * @param {string} tag
 * @param {string} className
 */
function element(tag, className) {
  const made = document.createElement(tag);
  if (className) made.className = className;
  return made;
}

/** @type {{ subscribe(next: () => void): void } | undefined} */
const pages = /** @type {any} */ (window).document$;
if (pages) pages.subscribe(arrive);
else later();
// Until the store is open, it cannot tell what begins here or in another tab.
for (const type of ["storage", "cw-answer"]) addEventListener(type, later);

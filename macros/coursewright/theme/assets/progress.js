/**
 * Keeps the place where a learner is, offers to mark a lesson as done at its end, and has shown
 * what is done and what is next once there is something to show. Finds its places by their
 * `data-` attributes, so that pages brought in by instant navigation need nothing more.
 */

import { say } from "./grading.js";
import { learnerStore } from "./learner.js";
import { load } from "./loading.js";
import { onPage } from "./pages.js";

/** @import { Store } from "./store.js" */

const BASE = new URL("../../", import.meta.url);
/** Where there is something to show even before anything has been done. */
const AT_ONCE = "[data-progress], [data-assignments], [data-assign]";
/** What is kept on a first visit, before anything has been done. */
const NOTHING_YET = ["meta", "place", "status"];
/** Feet that have been read down to. @type {WeakSet<Element>} */
const seen = new WeakSet();

/** @type {Store | null} */
let store = null;
/** Whether anything was done, here or on an earlier page: a first visit loads nothing to show it. */
let begun = false;
let waiting = false;
/** Whether the page has just been opened: two tabs would else take the place from each other. */
let arrived = true;

async function refresh() {
  waiting = false;
  const places = document.querySelector(AT_ONCE);
  /** @type {NodeListOf<HTMLElement>} */
  const feet = document.querySelectorAll("[data-foot]");
  if (!store && !places && !feet.length && !hasKept()) return;
  store ??= opened();
  if (!store) return;
  if (arrived) begun ||= store.names().some((name) => !name.startsWith("meta:"));
  keepPlace(store);
  try {
    if (places || begun) await (await load("./progress-shown.js")).show(store);
    if (!feet.length) return;
    const { default: words } = await load("./words.js");
    for (const foot of feet) showFoot(foot, store, words);
  } catch (error) {
    console.warn("Progress is not shown:", error);
  }
}

function opened() {
  const found = learnerStore();
  found?.subscribe(({ kind }) => {
    begun ||= !NOTHING_YET.includes(kind);
    later();
  });
  return found;
}

/** Looked up without opening the store, which looks whether it can write. */
function hasKept() {
  return Object.keys(localStorage).some((key) => key.startsWith("coursewright:"));
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
 * A lesson or a check is worth coming back to.
 *
 * @param {Store} store
 */
function keepPlace(store) {
  const came = arrived;
  arrived = false;
  if (!came || !document.querySelector("[data-place]")) return;
  const path = new URL(location.href).pathname.slice(BASE.pathname.length);
  if (store.get("place", "last")?.path === path) return;
  const title = document.querySelector("h1")?.textContent?.trim() || document.title;
  store.add("place", "last", { path, title: title.slice(0, 200) });
}

/**
 * What is said at a lesson's end, and the button there.
 *
 * @param {HTMLElement} foot
 * @param {Store} store
 * @param {Readonly<Record<string, string>>} words
 */
function showFoot(foot, store, words) {
  const { dataset } = foot;
  const [said, notice, button] = foot.children;
  const questions = dataset["questions"]?.split(" ").filter(Boolean) ?? [];
  const total = questions.length;
  const tried = questions.filter((ref) => store.get("answer", ref)).length;
  const done = isDone(foot);
  if (dataset["state"] === undefined) {
    button?.addEventListener("click", () => {
      store.add("lesson", dataset["foot"] ?? "", { done: !isDone(foot), by: "learner" });
    });
    watch.observe(foot);
  }
  const name = footSays(done, seen.has(foot), tried, total);
  dataset["state"] = done ? "done" : "";
  put(said, name && say(words, [name, { tried, total }]));
  put(button, say(words, [done ? "foot-undo" : "foot-mark"]));
  showNotice(notice, store.status());
}

/** @param {HTMLElement} foot */
function isDone({ dataset }) {
  return store?.get("lesson", dataset["foot"] ?? "")?.done === true;
}

/**
 * @param {boolean} done
 * @param {boolean} read
 * @param {number} tried
 * @param {number} total
 */
function footSays(done, read, tried, total) {
  if (done) return "foot-finished";
  if (tried < total) return "foot-tried";
  if (!read) return "";
  return total ? "foot-suggest" : "foot-suggest-read";
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
 * @param {Element | undefined} place
 * @param {string} text
 */
function put(place, text) {
  if (place && place.textContent !== text) place.textContent = text;
}

onPage(arrive);
// Until the store is open, it cannot tell what begins here or in another tab.
for (const type of ["storage", "cw-answer"]) addEventListener(type, later);

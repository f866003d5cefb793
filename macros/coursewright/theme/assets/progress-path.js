/** How far a learner has come on each path, and where to go on: loaded where a page tells of one. */

import { phrase } from "./progress-model.js";
import { tell } from "./progress-tell.js";

/** @import { State } from "./progress-model.js" */

const BASE = new URL("../../", import.meta.url);
/** What a link said before anything was done. @type {WeakMap<Element, [string, string]>} */
const before = new WeakMap();

/**
 * What of these lessons is done, and which comes next; those that are gone do not count.
 *
 * @param {readonly string[]} refs
 * @param {ReadonlyMap<string, State>} lessons
 */
export function way(refs, lessons) {
  const known = refs.filter((ref) => lessons.has(ref));
  const left = known.filter((ref) => lessons.get(ref) !== "done");
  const done = known.length - left.length;
  const begun = done > 0 || left.some((ref) => lessons.get(ref) === "begun");
  return { begun, done, total: known.length, next: left[0] ?? known[0] };
}

/**
 * A state as it is on a path: next is what comes next there, and not in the course.
 *
 * @param {State} state
 * @param {boolean} next
 * @param {boolean} begun  Whether some of it is done, when it is not next.
 * @returns {State}
 */
export function onPath(state, next, begun) {
  if (state === "done") return state;
  if (next) return "next";
  return state === "next" ? (begun ? "begun" : "") : state;
}

/** @typedef {import("./progress-shown.js").Known} Known */

/**
 * @param {readonly HTMLElement[]} places
 * @param {Known} known
 */
export function show(places, known) {
  const { course, found, words } = known;
  const all = course.modules.flatMap(({ lessons }) => lessons);
  for (const place of places) {
    const refs = (place.dataset["way"] ?? "").split(" ");
    const { begun, next, ...counted } = way(refs, found.lessons);
    const text = begun ? phrase(words, "progress-count", counted) : "";
    const said = place.querySelector("[data-count]") ?? place;
    if (said.textContent !== text) said.textContent = text;
    if (begun) showSteps(place.dataset["path"] ?? "", next ?? "", known);
    const link = place.querySelector("a");
    const lesson = all.find(({ ref }) => ref === next);
    if (!(link instanceof HTMLAnchorElement) || !lesson) continue;
    const left = counted.done < counted.total;
    const name = phrase(words, left ? "progress-go-to" : "progress-again", { title: lesson.title });
    aim(link, begun ? [name, new URL(lesson.url, BASE).href] : null);
  }
}

/**
 * @param {string} path
 * @param {string} next
 * @param {Known} known
 */
function showSteps(path, next, { found, words }) {
  const list = path && document.querySelector(`[data-steps="${path}"]`);
  if (!list) return;
  for (const slot of list.querySelectorAll(".cw-state")) {
    if (!(slot instanceof HTMLElement)) continue;
    const { lesson = "", module = "" } = slot.dataset;
    const counted = found.modules.get(module);
    const state = (counted ? counted.state : found.lessons.get(lesson)) ?? "";
    const isNext = next === lesson || (module !== "" && next.startsWith(`${module}/`));
    const more = counted ? phrase(words, "progress-count", counted) : "";
    tell(slot, onPath(state, isNext, (counted?.done ?? 0) > 0), more, words);
  }
}

/**
 * @param {HTMLAnchorElement} link
 * @param {[string, string] | null} wanted  Null for what the page says by itself.
 */
function aim(link, wanted) {
  const first = before.get(link) ?? [link.textContent ?? "", link.href];
  before.set(link, /** @type {[string, string]} */ (first));
  const [text = "", address = ""] = wanted ?? first;
  if (link.textContent !== text) link.textContent = text;
  if (link.href !== address) link.href = address;
}

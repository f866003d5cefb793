/** Assignments that are still open, on the home page and wherever else a page has room for them. */

import { dueSays } from "./assigned-model.js";
import { followedAll } from "./assigned-store.js";
import { load } from "./loading.js";
import { made } from "./making.js";
import { phrase } from "./progress-model.js";

/** @import { Followed } from "./assigned-store.js" */
/** @import { Known } from "./progress-shown.js" */
/** @import { Words } from "./assigned-model.js" */

const BASE = new URL("../../", import.meta.url);

/**
 * @param {readonly HTMLElement[]} places
 * @param {Known} known
 */
export async function show(places, known) {
  const { store, course } = known;
  const open = followedAll(store, course).filter(
    ({ hidden, found }) => !hidden && found.state !== "done",
  );
  const words = open.length ? (await load("./words-assignment.js")).default : {};
  for (const place of places) {
    const list = made("ul", "cw-assigned__list");
    const page = place.dataset["assigned"] ?? "";
    list.append(...open.map((one) => row(one, page, { ...known.words, ...words }, store.now())));
    const title = made("h2", "", phrase(words, "assignment-assigned"));
    const parts = open.length ? [title, list] : [];
    // What is there stays, so that it keeps the focus.
    if (place.innerHTML !== parts.map((part) => part.outerHTML).join("")) {
      place.replaceChildren(...parts);
    }
  }
}

/**
 * @param {Followed} followed
 * @param {string} page
 * @param {Words} words
 * @param {number} now
 */
function row({ assignment, found }, page, words, now) {
  const one = made("li");
  const link = made("a", "cw-assigned__title", assignment.title);
  link.setAttribute("href", `${page}#assignment-${assignment.id}`);
  const due = dueSays(assignment.due, now, words, document.documentElement.lang || "en");
  const count = phrase(words, "assignment-count", { done: found.done, total: found.total });
  const gone = found.state === "gone" ? phrase(words, "assignment-all-gone") : "";
  one.append(link, made("p", "cw-meta", [due, gone || count].filter(Boolean).join(" ")));
  if (found.next) one.append(next(found.next, words));
  return one;
}

/**
 * @param {import("./assigned-model.js").Target} target
 * @param {Words} words
 */
function next({ kind, title, url }, words) {
  const name = kind === "check" ? phrase(words, "assignment-check", { title }) : title;
  const link = made("a", "", name);
  link.href = new URL(url, BASE).href;
  const line = made("p", "cw-assigned__next", `${phrase(words, "assignment-next")} `);
  line.append(link);
  return line;
}

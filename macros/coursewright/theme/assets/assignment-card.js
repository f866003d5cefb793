/** One assignment on the page of all: what is due when, what is done of it, and what remains. */

import { daysLeft, dueSays } from "./assigned-model.js";
import { made, put } from "./making.js";
import { phrase } from "./progress-model.js";
import { tell } from "./progress-tell.js";

/** @import { Followed } from "./assigned-store.js" */
/** @import { Part, Target, Words } from "./assigned-model.js" */
/** @import { Known } from "./progress-shown.js" */

const BASE = new URL("../../", import.meta.url);

/**
 * @param {HTMLElement} card
 * @param {Followed} followed
 * @param {{ known: Known, words: Words }} desk
 */
export function showCard(card, { assignment, found }, { known, words }) {
  const { title, message = "", due, need } = assignment;
  const language = document.documentElement.lang || "en";
  const say = (/** @type {string} */ where, /** @type {string} */ text) =>
    put(card.querySelector(`[data-${where}]`), text);
  const now = known.store.now();
  const done = found.state === "done";
  card.dataset["state"] = found.state;
  card.toggleAttribute("data-late", !done && due !== undefined && daysLeft(due, now) < 0);
  put(card.querySelector("h2"), title);
  say("due", done ? phrase(words, "assignment-done") : dueSays(due, now, words, language));
  say("message", message);
  say("count", countSays(found, words));
  say("need", needSays(need?.score, words));
  showParts(card, found.parts, found.next, words);
  showNext(card, found.next, words);
  return card;
}

/**
 * @param {Followed["found"]} found
 * @param {Words} words
 */
function countSays({ state, done, total }, words) {
  if (state === "gone") return phrase(words, "assignment-all-gone");
  return phrase(words, "assignment-count", { done, total });
}

/**
 * @param {number | undefined} score
 * @param {Words} words
 */
function needSays(score, words) {
  return phrase(words, score ? "assignment-need-score" : "assignment-need", { score: score ?? "" });
}

/**
 * @param {HTMLElement} card
 * @param {Target | null} next
 * @param {Words} words
 */
function showNext(card, next, words) {
  const link = /** @type {HTMLAnchorElement} */ (card.querySelector("[data-next]"));
  link.hidden = !next;
  card.querySelector("[data-act=hand-in]")?.classList.toggle("cw-button--primary", !next);
  if (!next) return;
  put(link, phrase(words, "assignment-go", { title: nameOf(next, words) }));
  link.href = new URL(next.url, BASE).href;
}

/**
 * @param {HTMLElement} card
 * @param {readonly Part[]} parts
 * @param {Target | null} next
 * @param {Words} words
 */
function showParts(card, parts, next, words) {
  const list = /** @type {HTMLElement} */ (card.querySelector("[data-list]"));
  const rows = parts.map((part) => partRow(part, next, words));
  // What is there stays, so that it keeps the focus.
  if (list.innerHTML !== rows.map((row) => row.outerHTML).join("")) list.replaceChildren(...rows);
}

/**
 * @param {Part} part
 * @param {Target | null} next
 * @param {Words} words
 */
function partRow(part, next, words) {
  const row = made("li");
  const { kind, ref } = part.item;
  if (part.gone) {
    row.append(made("p", "cw-meta", phrase(words, `assignment-gone-${kind}`, { ref })));
    return row;
  }
  const [only] = part.targets;
  const single = kind === "lesson" || kind === "check";
  if (single && only) fill(row, only, next, words);
  else row.append(link(part.title, part.url), ...inside(part, next, words));
  if (part.renamed) row.append(made("p", "cw-meta", phrase(words, "assignment-renamed", { ref })));
  return row;
}

/**
 * @param {Part} part
 * @param {Target | null} next
 * @param {Words} words
 */
function inside({ targets, item }, next, words) {
  const done = targets.filter((one) => one.done).length;
  const count = phrase(words, "assignment-count", { done, total: targets.length });
  const list = made("ul", "cw-tally");
  list.append(
    ...targets.map((target) => {
      const row = made("li");
      fill(row, target, next, words);
      return row;
    }),
  );
  const note = targets.length ? count : phrase(words, `assignment-empty-${item.kind}`);
  return [made("span", "cw-meta", note), ...(targets.length ? [list] : [])];
}

/**
 * @param {HTMLElement} row
 * @param {Target} target
 * @param {Target | null} next
 * @param {Words} words
 */
function fill(row, target, next, words) {
  const state = made("span", "cw-state");
  const isNext = next?.kind === target.kind && next.ref === target.ref;
  tell(state, target.done ? "done" : isNext ? "next" : "", "", words);
  row.append(link(nameOf(target, words), target.url), state);
  if (target.kind === "check") row.append(made("span", "cw-meta", scoreSays(target.score, words)));
}

/**
 * @param {number | null | undefined} score
 * @param {Words} words
 */
function scoreSays(score, words) {
  if (score === null || score === undefined) return phrase(words, "assignment-not-taken");
  const percent = new Intl.NumberFormat(document.documentElement.lang || "en", { style: "percent" });
  return phrase(words, "assignment-best", { score: percent.format(score) });
}

/**
 * @param {Target} target
 * @param {Words} words
 */
function nameOf({ kind, title }, words) {
  return kind === "check" ? phrase(words, "assignment-check", { title }) : title;
}

/**
 * @param {string} text
 * @param {string} url
 */
function link(text, url) {
  const one = made("a", "", text);
  one.href = new URL(url, BASE).href;
  return one;
}

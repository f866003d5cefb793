/** The page of the learner's assignments: where their links lead, and what is done of each. */

import { keep, followedAll, write } from "./assigned-store.js";
import { showCard } from "./assignment-card.js";
import { lengthened } from "./assignment.js";
import { load } from "./loading.js";
import { button, made, put } from "./making.js";
import { unpacked } from "./passing.js";
import { phrase } from "./progress-model.js";

/** @import { Followed } from "./assigned-store.js" */
/** @import { Known } from "./progress-shown.js" */
/** @import { Assignment } from "./passing-types.js" */
/** @import { Words } from "./assigned-model.js" */

/** @typedef {{ place: HTMLElement, known: Known, words: Words }} Desk */

/** @type {Desk | undefined} */
let desk;
let listening = false;

/**
 * @param {readonly HTMLElement[]} places
 * @param {Known} known
 */
export async function show([place], known) {
  if (!place) return;
  const words = { ...known.words, ...(await load("./words-assignment.js")).default };
  const first = !place.querySelector("[data-open]");
  desk = { place, known, words };
  if (first) build(desk);
  if (!listening) addEventListener("hashchange", arrive);
  listening = true;
  list(desk);
  if (first) await arrive();
}

/** @param {Desk} desk */
function build({ place }) {
  const form = place.querySelector("template[data-form]");
  if (form instanceof HTMLTemplateElement) place.append(form.content.cloneNode(true));
  place.querySelector("form")?.addEventListener("submit", (event) => {
    event.preventDefault();
    paste();
  });
}

/** An address with an assignment has been opened, or one that names one of them. */
async function arrive() {
  const { hash } = location;
  if (hash.startsWith("#assignment-")) document.getElementById(hash.slice(1))?.scrollIntoView();
  else if (/cw\d/i.test(hash)) await take(hash.slice(1), true);
}

async function paste() {
  const field = desk?.place.querySelector("textarea");
  if (!desk || !field) return;
  if (!field.value.trim()) return refuse(phrase(desk.words, "assignment-fault-empty"));
  if (await take(field.value, false)) field.value = "";
}

/**
 * Keep the assignment in a text, and say so; or say what is wrong with it.
 *
 * @param {string} text
 * @param {boolean} opened  Whether it came with the page's address.
 */
async function take(text, opened) {
  if (!desk) return false;
  const { known, words } = desk;
  const { assignment, fault } = await read(text, known.store.course);
  const kept = assignment ? keep(known.store, assignment) : "full";
  if (!assignment || kept === "full") {
    refuse(phrase(words, `assignment-fault-${fault ?? kept}`));
    return false;
  }
  // Where nothing can be kept, the address is all there is.
  if (opened && known.store.status() === "kept") clean(assignment.id);
  list(desk);
  say(made("p", "cw-notice", phrase(words, `assignment-${kept}`, { title: assignment.title })));
  document.getElementById(`assignment-${assignment.id}`)?.scrollIntoView({ block: "center" });
  return true;
}

/**
 * @param {string} text
 * @param {string} course
 * @returns {Promise<{ assignment?: Assignment, fault?: string }>}
 */
async function read(text, course) {
  const found = await unpacked("assignment", text);
  if ("fault" in found) return found;
  const made = lengthened(found.data);
  if ("fault" in made) return made;
  return made.assignment.course === course ? made : { fault: "other-course" };
}

/**
 * The address names the assignment in place of holding it, so that a bookmark stays short.
 *
 * @param {string} id
 */
function clean(id) {
  history.replaceState(history.state, "", `${location.pathname}${location.search}#assignment-${id}`);
}

/** @param {string} text */
function refuse(text) {
  say(made("p", "cw-error", text));
  const paste = desk?.place.querySelector("[data-paste]");
  if (paste instanceof HTMLDetailsElement) paste.open = true;
}

/** @param {Node[]} parts */
function say(...parts) {
  desk?.place.querySelector("[data-said]")?.replaceChildren(...parts);
}

/** @param {Desk} desk */
function list(desk) {
  const { place, known } = desk;
  const all = followedAll(known.store, known.course);
  const open = all.filter(({ hidden }) => !hidden);
  const cards = /** @type {HTMLElement} */ (place.querySelector("[data-open]"));
  const wanted = open.map((one) => showCard(cardOf(one, desk), one, desk));
  if ([...cards.children].some((card, at) => card !== wanted[at]) || wanted.length !== cards.children.length) {
    cards.replaceChildren(...wanted);
  }
  place.querySelector("[data-none]")?.toggleAttribute("hidden", open.length > 0);
  listHidden(all.filter(({ hidden }) => hidden), desk);
}

/**
 * @param {Followed} followed
 * @param {Desk} desk
 */
function cardOf({ assignment }, { place }) {
  const id = `assignment-${assignment.id}`;
  const before = document.getElementById(id)?.closest(".cw-assignment");
  if (before instanceof HTMLElement) return before;
  const template = /** @type {HTMLTemplateElement} */ (place.querySelector("[data-card]"));
  const card = /** @type {HTMLElement} */ (template.content.firstElementChild?.cloneNode(true));
  const title = /** @type {HTMLElement} */ (card.querySelector("h2"));
  title.id = id;
  card.setAttribute("aria-labelledby", id);
  card.querySelector("[data-act=hide]")?.addEventListener("click", () => hide(assignment.id));
  card.querySelector("[data-act=hand-in]")?.addEventListener("click", () => {
    document.dispatchEvent(new CustomEvent("cw-hand-in", { detail: assignment.id }));
  });
  return card;
}

/** @param {string} id */
function hide(id) {
  if (!desk) return;
  const one = turn(id, true);
  const { words } = desk;
  const text = phrase(words, "assignment-hidden", { title: one?.assignment.title ?? "" });
  const undo = button(phrase(words, "assignment-undo"), () => bringBack(id));
  say(made("p", "", text), undo);
  undo.focus();
}

/** @param {string} id */
function bringBack(id) {
  if (!desk) return;
  const one = turn(id, false);
  const text = phrase(desk.words, "assignment-back", { title: one?.assignment.title ?? "" });
  say(made("p", "", text));
  const title = document.getElementById(`assignment-${id}`);
  title?.setAttribute("tabindex", "-1");
  title?.focus();
}

/**
 * @param {string} id
 * @param {boolean} hidden
 */
function turn(id, hidden) {
  if (!desk) return undefined;
  const { store, course } = desk.known;
  const one = followedAll(store, course).find(({ assignment }) => assignment.id === id);
  if (one) write(store, one.assignment, hidden);
  list(desk);
  return one;
}

/**
 * @param {Followed[]} hidden
 * @param {Desk} desk
 */
function listHidden(hidden, { place, words }) {
  const part = place.querySelector("[data-hidden]");
  part?.toggleAttribute("hidden", hidden.length === 0);
  put(part?.querySelector("summary"), phrase(words, "assignment-all-hidden", { count: hidden.length }));
  const rows = hidden.map(({ assignment }) => {
    const row = made("li");
    const name = phrase(words, "assignment-show", { title: assignment.title });
    row.append(made("span", "", assignment.title), button(name, () => bringBack(assignment.id)));
    return row;
  });
  const list = part?.querySelector("[data-list]");
  if (list?.innerHTML !== rows.map((row) => row.outerHTML).join("")) list?.replaceChildren(...rows);
}

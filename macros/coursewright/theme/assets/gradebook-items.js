/** What first answers tell of each question, with how little that may be. */

import { choices, items } from "./desk-items.js";
import { button, choice, made } from "./desk-made.js";
import { itemsSheet, spoken } from "./desk-sheets.js";
import { Table } from "./desk-table.js";

/** @import { Choice, Item } from "./desk-items.js" */
/** @import { Column } from "./desk-table.js" */
/** @import { Person, Room } from "./desk-types.js" */

const SVG = "http://www.w3.org/2000/svg";
/**
 * Below it, chance hides what a question does: with 30 people, the 95 percent interval of a
 * correlation of 0.30 runs from -0.07 to 0.60 (Fisher's z; a test computes it).
 */
export const FEW = 30;
const MOST_PROMPT = 110;

export const sheet = itemsSheet;

/**
 * @param {Room} room
 * @param {HTMLElement} panel
 */
export function show(room, panel) {
  const { desk, people, say } = room;
  const all = [["", say("gradebook-all-modules")], ...desk.modules.map(({ id, title }) => [id, title])];
  const wanted = room.held.get("items") ?? "";
  const pick = choice(say("gradebook-module"), /** @type {[string, string][]} */ (all), wanted, (id) => {
    room.held.set("items", id);
    show(room, panel);
    panel.querySelector("select")?.focus();
  });
  const questions = desk.questions.filter(({ module }) => !wanted || module === wanted);
  const more = made("section", "cw-desk__more");
  more.hidden = true;
  more.tabIndex = -1;
  const table = new Table({
    ...{ caption: say("gradebook-items-caption"), rows: items(questions, people), say },
    columns: columns(room, (item) => open(room, item, more)),
    ...{ order: room.order("items", "first-n", true), none: say("gradebook-no-questions") },
  });
  panel.replaceChildren(warning(room), pick, table.element, more);
}

/** @param {Room} room */
function warning({ say, people }) {
  const lines = ["gradebook-items-first", "gradebook-items-few", "gradebook-items-chosen"];
  const box = made("div", "cw-notice cw-desk__warning", lines.map((name) => made("p", "", say(name, { few: FEW }))));
  if (people.length < FEW) box.prepend(made("p", "", [made("b", "", say("gradebook-items-now", { count: people.length }))]));
  return box;
}

/**
 * @param {Room} room
 * @param {(item: Item) => void} opens
 * @returns {Column<Item>[]}
 */
function columns(room, opens) {
  const { say } = room;
  const titles = new Map(room.desk.modules.map(({ id, title }) => [id, title]));
  return [
    {
      ...{ key: "question", head: say("gradebook-question"), kind: "cw-desk__prompt" },
      cell: (item) => button(cut(item.question.prompt), () => opens(item), "cw-desk__open"),
      by: ({ question }) => room.desk.questions.indexOf(question),
    },
    {
      ...{ key: "module", head: say("gradebook-module") },
      cell: ({ question }) => titles.get(question.module) ?? "",
      by: ({ question }) => titles.get(question.module) ?? "",
    },
    {
      ...{ key: "first-n", head: say("gradebook-first-n"), down: true },
      ...{ cell: ({ n }) => String(n), by: ({ n }) => n },
    },
    {
      ...{ key: "difficulty", head: say("gradebook-difficulty") },
      ...{ cell: (item) => share(room, item), by: ({ difficulty }) => difficulty },
    },
    {
      ...{ key: "r", head: say("gradebook-r") },
      ...{ cell: (item) => strength(room, item), by: ({ r }) => r },
    },
    {
      ...{ key: "confident", head: say("gradebook-confident"), down: true },
      cell: ({ confident, sure }) =>
        sure ? say("gradebook-of-total", { done: confident.length, total: sure }) : "–",
      by: ({ confident, sure }) => (sure ? confident.length : null),
    },
  ];
}

/** @param {string} text */
const cut = (text) => (text.length > MOST_PROMPT ? `${text.slice(0, MOST_PROMPT).trimEnd()}…` : text);

/**
 * @param {Room} room
 * @param {Item} item
 */
function share(room, { difficulty, question }) {
  if (difficulty === null) return question.graded ? "–" : room.say("gradebook-ungraded");
  return [made("span", "", room.percent(difficulty)), bar(difficulty)];
}

/**
 * @param {Room} room
 * @param {Item} item
 */
function strength({ say, number }, { r, rn, question }) {
  if (!question.graded || !rn) return "–";
  const few = rn < FEW ? say("gradebook-few", { count: rn }) : say("gradebook-n", { count: rn });
  const value = r === null ? say("gradebook-undefined") : number(r, 2);
  return [made("span", "", value), made("span", "cw-desk__score", few)];
}

/**
 * A bar as long as a share; the number beside it says the same.
 *
 * @param {number} share
 */
function bar(share) {
  const [svg, back, front] = ["svg", "rect", "rect"].map((name) => document.createElementNS(SVG, name));
  if (!svg || !back || !front) return "";
  const attributes = { viewBox: "0 0 100 8", preserveAspectRatio: "none", class: "cw-bar", "aria-hidden": "true" };
  for (const [name, value] of Object.entries(attributes)) svg.setAttribute(name, value);
  for (const [rect, width, kind] of /** @type {const} */ ([[back, 100, "back"], [front, share * 100, "front"]])) {
    rect.setAttribute("width", width.toFixed(1));
    rect.setAttribute("height", "8");
    rect.setAttribute("class", `cw-bar__${kind}`);
  }
  svg.append(back, front);
  return svg;
}

/**
 * @param {Room} room
 * @param {Item} item
 * @param {HTMLElement} place
 */
function open(room, item, place) {
  const title = made("h3", "", item.question.prompt);
  title.id = "cw-desk-item";
  place.setAttribute("aria-labelledby", title.id);
  const lines = sayings(room, item).map((line) => made("li", "", line));
  place.replaceChildren(title, made("ul", "cw-desk__says", lines), ...picked(room, item), ...confident(room, item));
  place.hidden = false;
  place.focus();
}

/**
 * What the figures of a question say, and how sure they are.
 *
 * @param {Room} room
 * @param {Item} item
 */
function sayings({ say, percent, number }, { question, n, right, difficulty, difficultyIn, r, rn, rIn }) {
  if (!question.graded) return [say("gradebook-says-kept", { count: n })];
  if (!difficultyIn) return [say("gradebook-says-nothing")];
  const [low, high] = difficultyIn.map(percent);
  const shares = { right, n, share: percent(difficulty), low: low ?? "", high: high ?? "" };
  const found = [say("gradebook-says-right", shares)];
  if (r === null) found.push(say(rn < 3 ? "gradebook-says-r-few" : "gradebook-says-r-same", { count: rn }));
  else {
    const [least, most] = (rIn ?? [-1, 1]).map((one) => number(one, 2));
    found.push(say("gradebook-says-r", { r: number(r, 2), n: rn, low: least ?? "", high: most ?? "" }));
  }
  if (rIn && rIn[1] < 0) found.push(say("gradebook-says-r-turned"));
  return found;
}

/**
 * @param {Room} room
 * @param {Item} item
 */
function picked(room, { question, n }) {
  const all = choices(question, room.people, room.reads);
  if (!all.length) return [];
  const list = made("ul", "cw-picks", all.slice(0, 40).map((one) => pickOf(room, one, n)));
  return [made("h4", "", room.say("gradebook-picks")), list];
}

/**
 * @param {Room} room
 * @param {Choice} one
 * @param {number} n
 */
function pickOf(room, one, n) {
  const { say, percent } = room;
  const { right, count, who } = one;
  const sign = right === null ? "" : say(right ? "gradebook-pick-right" : "gradebook-pick-wrong");
  const mark = made("span", "cw-mark", sign);
  if (right) mark.dataset["correct"] = "";
  const text = made("span", "cw-picks__text", spoken(one));
  const counted = made("span", "cw-picks__count", say("gradebook-pick-count", { count, share: percent(n ? count / n : null) }));
  return made("li", "", [text, ...(sign ? [mark] : []), counted, bar(n ? Math.min(1, count / n) : 0), ...revealer(room, who)]);
}

/**
 * Names are shown to whoever asks, so that a table can be shown to a class.
 *
 * @param {Room} room
 * @param {readonly Person[]} who
 */
function revealer(room, who) {
  const names = made("span", "cw-picks__names");
  names.setAttribute("aria-live", "polite");
  const press = button(room.say("gradebook-names", { count: who.length }), () => {
    const shown = press.getAttribute("aria-expanded") === "true";
    press.setAttribute("aria-expanded", String(!shown));
    names.textContent = shown ? "" : who.map(room.named).join(", ");
  });
  press.setAttribute("aria-expanded", "false");
  return [press, names];
}

/**
 * @param {Room} room
 * @param {Item} item
 */
function confident(room, { sure, confident: who }) {
  if (!sure) return [];
  const title = made("h4", "", room.say("gradebook-confident-title"));
  const line = made("p", "", room.say("gradebook-says-confident", { count: who.length, total: sure }));
  return [title, line, ...(who.length ? [made("p", "", revealer(room, who))] : [])];
}

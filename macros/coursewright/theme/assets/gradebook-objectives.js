/** Objectives as a heat map. Each cell says its share and what that means: color only adds to it. */

import { scored } from "./desk-book.js";
import { choice, made } from "./desk-made.js";
import { objectivesSheet, refsByObjective } from "./desk-sheets.js";
import { mean } from "./desk-stats.js";
import { Table } from "./desk-table.js";

/** @import { Column } from "./desk-table.js" */
/** @import { Module, Objective, Person, Room } from "./desk-types.js" */

export const sheet = objectivesSheet;

/** From which share on a level holds, in percent. */
const LEVELS = /** @type {const} */ ([["strong", 80], ["mixed", 50], ["weak", 0]]);

/**
 * @param {number | null} share
 * @returns {"strong" | "mixed" | "weak" | "none"}
 */
export function levelOf(share) {
  if (share === null) return "none";
  return LEVELS.find(([, least]) => Math.round(share * 100) >= least)?.[0] ?? "weak";
}

/**
 * @param {Room} room
 * @param {HTMLElement} panel
 */
export function show(room, panel) {
  const { desk, people, say } = room;
  const modules = desk.modules.filter(({ objectives }) => objectives.length);
  const module = modules.find(({ id }) => id === room.held.get("module")) ?? modules[0];
  if (!module) return panel.replaceChildren(made("p", "", say("gradebook-no-objectives")));
  const pick = choice(say("gradebook-module"), modules.map(({ id, title }) => [id, title]), module.id, (id) => {
    room.held.set("module", id);
    show(room, panel);
    panel.querySelector("select")?.focus();
  });
  const refs = refsByObjective(desk);
  const columns = module.objectives.map((one, at) => column(room, one, at + 1, refs.get(one.id) ?? []));
  const table = new Table({
    ...{ caption: say("gradebook-objectives-caption", { title: module.title }), rows: people, say },
    columns: [nameColumn(room), ...columns],
    ...{ order: room.order(`objectives ${module.id}`, "learner"), none: say("gradebook-nobody") },
    top: people.length ? everybody(room, module, refs) : null,
  });
  panel.replaceChildren(pick, legend(room), list(module), table.element);
}

/**
 * @param {Room} room
 * @returns {Column<Person>}
 */
const nameColumn = (room) => ({
  ...{ key: "learner", head: room.say("gradebook-learner"), cell: room.named },
  by: ({ name }) => name || null,
});

/**
 * @param {Room} room
 * @param {Objective} objective
 * @param {number} number
 * @param {readonly string[]} refs
 * @returns {Column<Person>}
 */
function column(room, { id, text }, number, refs) {
  const found = (/** @type {Person} */ person) => scored(person[room.how], refs);
  const { say } = room;
  return {
    ...{ key: id, head: String(number), down: true, kind: "cw-heat-cell" },
    title: `${number}. ${text}`,
    cell: (person) => {
      const { score, answered } = found(person);
      const of = say("gradebook-answered", { done: answered, total: refs.length });
      return heat(room, score, score === null ? "" : of);
    },
    by: (person) => found(person).score,
  };
}

/**
 * @param {Room} room
 * @param {number | null} share
 * @param {string} more
 */
function heat({ percent, say }, share, more) {
  const level = levelOf(share);
  const parts = [made("b", "", percent(share)), made("span", "", say(`gradebook-level-${level}`))];
  if (more) parts.push(made("span", "cw-heat__of", more));
  const cell = made("div", "cw-heat", parts);
  cell.dataset["level"] = level;
  return cell;
}

/**
 * The mean of all learners who answered, which stays above the rest.
 *
 * @param {Room} room
 * @param {Module} module
 * @param {ReadonlyMap<string, string[]>} refs
 */
function everybody(room, { objectives }, refs) {
  const head = made("th", "", room.say("gradebook-everybody"));
  head.setAttribute("scope", "row");
  const cells = objectives.map(({ id }) => {
    const each = room.people.map((person) => scored(person[room.how], refs.get(id) ?? []).score);
    const given = each.filter((score) => score !== null);
    const n = room.say("gradebook-learners", { count: given.length });
    return made("td", "cw-heat-cell", [heat(room, mean(given), given.length ? n : "")]);
  });
  return made("tr", "cw-desk__top", [head, ...cells]);
}

/** @param {Room} room */
function legend({ say }) {
  const keys = LEVELS.map(([level, least], at) => {
    const most = at ? (LEVELS[at - 1]?.[1] ?? 101) - 1 : 100;
    const key = made("li", "cw-heat", say("gradebook-legend", { word: say(`gradebook-level-${level}`), least, most }));
    key.dataset["level"] = level;
    return key;
  });
  const none = made("li", "cw-heat", say("gradebook-level-none"));
  none.dataset["level"] = "none";
  return made("div", "cw-legend", [made("p", "", say("gradebook-legend-is")), made("ul", "", [...keys, none])]);
}

/** @param {Module} module */
function list({ objectives }) {
  return made("ol", "cw-desk__objectives", objectives.map(({ text }) => made("li", "", text)));
}

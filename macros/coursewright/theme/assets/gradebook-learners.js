/** Learners and modules: which lessons somebody has done, and what their checks came to. */

import { made } from "./desk-made.js";
import { Table } from "./desk-table.js";
import { learnersSheet } from "./desk-sheets.js";

/** @import { Column } from "./desk-table.js" */
/** @import { Module, Person, Room } from "./desk-types.js" */

export const sheet = learnersSheet;

/**
 * @param {Room} room
 * @param {HTMLElement} panel
 */
export function show(room, panel) {
  const { desk, people, say } = room;
  const table = new Table({
    ...{ caption: say("gradebook-learners-caption"), rows: people, say },
    columns: [...heads(room), ...desk.modules.map((module) => moduleColumn(room, module))],
    ...{ order: room.order("learners", "learner"), none: say("gradebook-nobody") },
  });
  panel.replaceChildren(made("p", "cw-hint", say(`gradebook-learners-hint-${room.how}`)), table.element);
}

/**
 * @param {Room} room
 * @returns {Column<Person>[]}
 */
function heads(room) {
  const { desk, say } = room;
  const all = desk.modules.flatMap(({ lessons }) => lessons.map(({ ref }) => ref));
  const done = (/** @type {Person} */ person) => person[room.how].lessons.size;
  return [
    { key: "learner", head: say("gradebook-learner"), cell: room.named, by: ({ name }) => name || null },
    {
      ...{ key: "last", head: say("gradebook-last"), down: true },
      cell: ({ versions }) => room.day(versions.at(-1)?.handin.made ?? 0),
      by: ({ versions }) => versions.at(-1)?.handin.made ?? 0,
    },
    {
      ...{ key: "times", head: say("gradebook-times"), down: true },
      cell: ({ versions }) => String(versions.length),
      by: ({ versions }) => versions.length,
    },
    {
      ...{ key: "lessons", head: say("gradebook-lessons"), down: true },
      cell: (person) => say("gradebook-of-total", { done: done(person), total: all.length }),
      by: done,
    },
  ];
}

/**
 * @param {Room} room
 * @param {Module} module
 * @returns {Column<Person>}
 */
function moduleColumn(room, { id, title, lessons, asks }) {
  const done = (/** @type {Person} */ person) =>
    lessons.filter(({ ref }) => person[room.how].lessons.has(ref)).length;
  const score = (/** @type {Person} */ person) => scoreOf(person, id, room.how);
  const values = (/** @type {Person} */ person) => ({ done: done(person), total: lessons.length });
  return {
    ...{ key: id, head: title, down: true, kind: "cw-desk__cell" },
    cell: (person) => [
      made("span", "", room.say("gradebook-of-total", values(person))),
      ...(asks ? [made("span", "cw-desk__score", room.percent(score(person)))] : []),
    ],
    by: (person) => done(person) + (score(person) ?? -0.01) / 2,
  };
}

/**
 * The score of a check: of the newest round, or the best one ever.
 *
 * @param {Person} person
 * @param {string} id
 * @param {"latest" | "best"} how
 */
export function scoreOf(person, id, how) {
  const check = person[how].checks.get(id);
  return check ? (how === "best" ? check.best : check.score) : null;
}

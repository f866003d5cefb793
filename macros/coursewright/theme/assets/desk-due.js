/** Who has handed an assignment in, who was late, and who is missing. Pure. */

import { folded } from "./desk-book.js";

/** @import { Counted, Desk, Kept, Person, Task } from "./desk-types.js" */

const DAY = 86_400_000;

/**
 * @typedef {"on-time" | "late" | "handed-in" | "missing"} State
 * @typedef {object} Row
 * @property {string} name
 * @property {Person | null} person
 * @property {Kept | null} kept  What was handed in first.
 * @property {State} state
 * @property {number} days  How late.
 * @property {number} done  Of what was assigned.
 * @property {number} total
 * @property {boolean} listed  Whether the name is on the trainer's list.
 */

/**
 * The assignments that hand-ins name, the newest one first.
 *
 * @param {readonly Kept[]} kept
 * @returns {Task[]}
 */
export function tasksOf(kept) {
  /** @type {Map<string, Task>} */
  const found = new Map();
  for (const { handin } of [...kept].sort((a, b) => b.handin.made - a.handin.made)) {
    const { assignment } = handin;
    if (assignment && !found.has(assignment.id)) found.set(assignment.id, { ...assignment, items: [] });
  }
  return [...found.values()];
}

/**
 * The names of a list, one a line; numbers, bullets and addresses around them are left out.
 *
 * @param {string} text
 */
export function rosterOf(text) {
  const names = text.split(/[\r\n;]+/).map((line) =>
    line.replace(/<[^<>]*>/g, "").replace(/^[\s\d.)*•–-]+/, "").replace(/["\t,]+/g, " ").trim().slice(0, 80),
  );
  return [...new Map(names.filter(Boolean).map((name) => [folded(name), name])).values()];
}

/**
 * A row for everybody who handed in or is on the list.
 *
 * @param {Task} task
 * @param {readonly Person[]} people
 * @param {readonly string[]} roster
 * @param {Desk} desk
 * @returns {Row[]}
 */
export function dueRows(task, people, roster, desk) {
  const wanted = wantedBy(task, desk);
  const listed = new Set(roster.map(folded));
  const rows = people.map((person) => rowOf(task, person, wanted, listed));
  const met = new Set(people.map(({ name }) => folded(name)));
  const missing = roster.filter((name) => !met.has(folded(name)));
  return [...rows, ...missing.map((name) => absent(name, wanted.length))];
}

/**
 * @param {Task} task
 * @param {Person} person
 * @param {readonly Wanted[]} wanted
 * @param {ReadonlySet<string>} listed
 * @returns {Row}
 */
function rowOf(task, person, wanted, listed) {
  const kept = person.versions.find(({ handin }) => handin.assignment?.id === task.id) ?? null;
  const days = kept && task.due ? daysLate(kept.handin.made, task.due) : 0;
  const inTime = task.due ? "on-time" : "handed-in";
  return {
    ...{ name: person.name, person, kept, days, total: wanted.length },
    state: !kept ? "missing" : days > 0 ? "late" : inTime,
    done: wanted.filter((isDone) => isDone(person.latest)).length,
    listed: listed.has(folded(person.name)),
  };
}

/**
 * @param {string} name
 * @param {number} total
 * @returns {Row}
 */
function absent(name, total) {
  return { name, person: null, kept: null, state: "missing", days: 0, done: 0, total, listed: true };
}

/**
 * Days after the day it was due, by this browser's calendar.
 *
 * @param {number} made
 * @param {string} due
 */
export function daysLate(made, due) {
  const [year = 0, month = 1, day = 1] = due.split("-").map(Number);
  const date = new Date(made);
  const handed = Date.UTC(date.getFullYear(), date.getMonth(), date.getDate());
  return Math.max(0, Math.round((handed - Date.UTC(year, month - 1, day)) / DAY));
}

/** @typedef {(counted: Counted) => boolean} Wanted */

/**
 * What an assignment asks for, each as a test of what somebody has done.
 *
 * @param {Task} task
 * @param {Desk} desk
 * @returns {Wanted[]}
 */
function wantedBy({ items, score = 0 }, desk) {
  const refs = items.flatMap((item) => partsOf(item, desk));
  const unique = new Map(refs.map((one) => [`${one.kind} ${one.ref}`, one]));
  return [...unique.values()].map(({ kind, ref }) =>
    kind === "lesson"
      ? ({ lessons }) => lessons.has(ref)
      : ({ checks }) => (checks.get(ref)?.best ?? -1) * 100 >= score,
  );
}

/**
 * @param {{ kind: string, ref: string }} item
 * @param {Desk} desk
 * @returns {{ kind: "lesson" | "check", ref: string }[]}
 */
function partsOf({ kind, ref }, { modules, paths }) {
  if (kind === "lesson" || kind === "check") return [{ kind, ref }];
  const module = modules.find(({ id, was }) => kind === "module" && (id === ref || was.includes(ref)));
  const path = paths.find(({ id }) => kind === "path" && id === ref);
  const lessons = module?.lessons.map((lesson) => lesson.ref) ?? path?.lessons ?? [];
  const checks = module ? (module.asks ? [module.id] : []) : (path?.checks ?? []);
  return [
    ...lessons.map((one) => ({ kind: /** @type {const} */ ("lesson"), ref: one })),
    ...checks.map((one) => ({ kind: /** @type {const} */ ("check"), ref: one })),
  ];
}

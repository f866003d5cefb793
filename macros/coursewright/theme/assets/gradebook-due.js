/** One assignment: who has handed it in, who was late, and who of a list is missing. */

import { lengthened } from "./assignment.js";
import { dueRows, rosterOf, tasksOf } from "./desk-due.js";
import { button, choice, made } from "./desk-made.js";
import { dueSheet } from "./desk-sheets.js";
import { Table } from "./desk-table.js";
import { unpacked } from "./passing.js";

/** @import { Row } from "./desk-due.js" */
/** @import { Column } from "./desk-table.js" */
/** @import { Room, Task } from "./desk-types.js" */

const STATES = ["missing", "late", "on-time", "handed-in"];
const MOST_ROSTER = 60_000;

/**
 * The assignments that are known: those that hand-ins name, and those whose links were pasted.
 *
 * @param {Room} room
 * @returns {Task[]}
 */
function tasks({ shelf }) {
  /** @type {Task[]} */
  const pasted = shelf.note("tasks") ?? [];
  const known = new Set(pasted.map(({ id }) => id));
  return [...pasted, ...tasksOf([...shelf.items.values()]).filter(({ id }) => !known.has(id))];
}

/** @param {Room} room */
function now(room) {
  const all = tasks(room);
  const task = all.find(({ id }) => id === room.held.get("task")) ?? all[0] ?? null;
  const roster = rosterOf(String(room.shelf.note("roster") ?? ""));
  return { all, task, roster, rows: task ? dueRows(task, room.people, roster, room.desk) : [] };
}

/** @param {Room} room */
export const sheet = (room) => dueSheet(room, now(room).rows);

/**
 * @param {Room} room
 * @param {HTMLElement} panel
 */
export function show(room, panel) {
  const { all, task, roster, rows } = now(room);
  const parts = [link(room, panel), names(room, panel)];
  if (!task) return panel.replaceChildren(made("p", "", room.say("gradebook-no-task")), ...parts);
  const pick = choice(room.say("gradebook-task"), all.map(({ id, title }) => [id, title]), task.id, (id) => {
    room.held.set("task", id);
    show(room, panel);
    panel.querySelector("select")?.focus();
  });
  panel.replaceChildren(pick, about(room, task, rows, roster), table(room, task, rows), ...parts);
}

/**
 * @param {Room} room
 * @param {Task} task
 * @param {readonly Row[]} rows
 * @param {readonly string[]} roster
 */
function about({ say, day }, { due, items }, rows, roster) {
  const count = (/** @type {string} */ state) => rows.filter((row) => row.state === state).length;
  const counts = STATES.filter(count).map((state) => say(`gradebook-count-${state}`, { count: count(state) }));
  const date = due ? day(new Date(`${due}T12:00:00`).getTime()) : "";
  const lines = [
    due ? say("gradebook-due", { date }) : say("gradebook-no-due"),
    counts.join(" "),
    roster.length ? "" : say("gradebook-no-roster"),
    items.length ? "" : say("gradebook-no-items"),
  ];
  return made("div", "cw-desk__about", lines.filter(Boolean).map((line) => made("p", "", line)));
}

/**
 * @param {Room} room
 * @param {Task} task
 * @param {readonly Row[]} rows
 */
function table(room, task, rows) {
  const { say } = room;
  const caption = say("gradebook-due-caption", { title: task.title });
  const order = room.order(`due ${task.id}`, "state");
  const shown = columns(room, task, rows.some(({ listed }) => listed));
  return new Table({ caption, rows, say, columns: shown, order, none: say("gradebook-nobody") }).element;
}

/**
 * @param {Room} room
 * @param {Task} task
 * @param {boolean} asked
 * @returns {Column<Row>[]}
 */
function columns(room, { items }, asked) {
  const { say } = room;
  /** @type {Column<Row>[]} */
  const shown = [
    { key: "learner", head: say("gradebook-learner"), cell: room.named, by: ({ name }) => name || null },
    {
      ...{ key: "state", head: say("gradebook-state"), cell: (row) => state(room, row, asked) },
      by: ({ state: is }) => STATES.indexOf(is),
    },
    {
      ...{ key: "handed", head: say("gradebook-handed") },
      cell: ({ kept }) => (kept ? room.day(kept.handin.made) : "–"),
      by: ({ kept }) => kept?.handin.made ?? null,
    },
  ];
  if (!items.length) return shown;
  shown.push({
    ...{ key: "done", head: say("gradebook-done"), down: true },
    cell: ({ person, done, total }) => (person ? say("gradebook-of-total", { done, total }) : "–"),
    by: ({ person, done }) => (person ? done : null),
  });
  return shown;
}

/**
 * @param {Room} room
 * @param {Row} row
 * @param {boolean} asked  Whether there is a list of names.
 */
function state({ say }, { state: is, days, listed, person }, asked) {
  const mark = made("span", "cw-due", is === "late" ? say("gradebook-late-by", { count: days }) : say(`gradebook-is-${is}`));
  mark.dataset["state"] = is;
  const unknown = asked && person && !listed;
  return unknown ? [mark, made("span", "cw-desk__score", say("gradebook-unlisted"))] : mark;
}

/**
 * @param {Room} room
 * @param {HTMLElement} panel
 */
function link(room, panel) {
  const { say, shelf } = room;
  const field = /** @type {HTMLInputElement} */ (made("input", "cw-field"));
  field.type = "text";
  const said = made("p");
  said.setAttribute("role", "status");
  const add = button(say("gradebook-task-add"), async () => {
    const found = await taskIn(room, field.value);
    if (typeof found === "string") return void (said.textContent = say(`gradebook-task-${found}`));
    const others = (shelf.note("tasks") ?? []).filter((/** @type {Task} */ { id }) => id !== found.id);
    await shelf.keepNote("tasks", [found, ...others].slice(0, 100));
    room.held.set("task", found.id);
    show(room, panel);
    panel.querySelector("select")?.focus();
    room.tell(say("gradebook-task-added", { title: found.title }));
  });
  return made("div", "cw-desk__ask", [made("label", "", [say("gradebook-task-link"), field]), add, said]);
}

/**
 * @param {Room} room
 * @param {string} text
 * @returns {Promise<Task | string>} Or what is wrong with it.
 */
async function taskIn({ desk }, text) {
  if (!text.trim()) return "empty";
  const found = await unpacked("assignment", text);
  if ("fault" in found) return found.fault;
  const read = lengthened(found.data);
  if ("fault" in read) return read.fault;
  const { id, title, due, items, need, course } = read.assignment;
  if (course !== desk.id) return "other-course";
  return { id, title, items, ...(due ? { due } : {}), ...(need?.score ? { score: need.score } : {}) };
}

/**
 * @param {Room} room
 * @param {HTMLElement} panel
 */
function names(room, panel) {
  const { say, shelf } = room;
  const area = /** @type {HTMLTextAreaElement} */ (made("textarea", "cw-field"));
  area.rows = 4;
  area.value = String(shelf.note("roster") ?? "");
  const keep = button(say("gradebook-roster-keep"), async () => {
    await shelf.keepNote("roster", area.value.slice(0, MOST_ROSTER));
    show(room, panel);
    room.tell(say("gradebook-roster-kept", { count: rosterOf(area.value).length }));
  });
  const label = made("label", "", [say("gradebook-roster"), area]);
  return made("div", "cw-desk__ask", [label, keep, made("p", "cw-hint", say("gradebook-roster-hint"))]);
}

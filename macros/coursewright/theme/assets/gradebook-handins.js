/** Every hand-in that is kept, who was joined with whom, and how to get rid of it all. */

import { whoIs } from "./desk-book.js";
import { button, made } from "./desk-made.js";
import { day } from "./desk-sheets.js";
import { Table } from "./desk-table.js";

/** @import { Column } from "./desk-table.js" */
/** @import { Cell, Kept, Person, Room, Sheet } from "./desk-types.js" */

/**
 * @param {Room} room
 * @returns {Sheet}
 */
export function sheet({ shelf, say }) {
  const top = ["learner", "learner-id", "handed", "file", "task", "answers"].map((name) => say(`gradebook-${name}`));
  const rows = [...shelf.items.values()].map(({ handin, from }) => /** @type {Cell[]} */ ([
    ...[handin.name, handin.learner, day(handin.made), from, handin.assignment?.title ?? ""],
    Object.keys(handin.answers).length,
  ]));
  return { name: say("gradebook-tab-handins"), rows: [top, ...rows] };
}

/**
 * @param {Room} room
 * @param {HTMLElement} panel
 */
export function show(room, panel) {
  const { say, shelf } = room;
  const table = new Table({
    ...{ caption: say("gradebook-handins-caption"), rows: [...shelf.items.values()], say },
    columns: columns(room),
    ...{ order: room.order("handins", "handed", true), none: say("gradebook-nobody") },
  });
  const erase = button(say("gradebook-erase"), () => erased(room), "cw-button");
  panel.replaceChildren(table.element, ...joins(room), made("p", "cw-actions", [erase]));
}

/**
 * @param {Room} room
 * @returns {Column<Kept>[]}
 */
function columns(room) {
  const { say } = room;
  const count = (/** @type {Kept} */ { handin }) => Object.keys(handin.answers).length;
  const title = (/** @type {Kept} */ { handin }) => handin.assignment?.title ?? "";
  return [
    { key: "learner", head: say("gradebook-learner"), cell: ({ handin }) => room.named(handin), by: ({ handin }) => handin.name || null },
    { key: "handed", head: say("gradebook-handed"), down: true, cell: ({ handin }) => room.day(handin.made), by: ({ handin }) => handin.made },
    { key: "task", head: say("gradebook-task"), cell: (one) => title(one) || "–", by: (one) => title(one) || null },
    { key: "answers", head: say("gradebook-answers"), down: true, cell: (one) => String(count(one)), by: count },
    { key: "file", head: say("gradebook-file"), kind: "cw-desk__file", cell: ({ from }) => from || say("gradebook-pasted"), by: ({ from }) => from || null },
    { key: "remove", head: say("gradebook-remove-head"), cell: (one) => remover(room, one), by: ({ came }) => came },
  ];
}

/**
 * @param {Room} room
 * @param {Kept} one
 */
function remover(room, one) {
  const name = room.named(one.handin);
  const press = button(room.say("gradebook-remove"), async () => {
    if (!(await room.asks("remove", { name, date: room.day(one.handin.made) }))) return;
    await room.shelf.remove([one.key]);
    room.tell(room.say("gradebook-removed", { name }));
    room.changed();
  });
  press.setAttribute("aria-label", room.say("gradebook-remove-of", { name, date: room.day(one.handin.made) }));
  return press;
}

/** @param {Room} room */
async function erased(room) {
  if (!(await room.asks("erase"))) return;
  await room.shelf.erase();
  room.tell(room.say("gradebook-erased"));
  room.changed();
}

/**
 * People that the trainer joined, each with a way back.
 *
 * @param {Room} room
 */
function joins(room) {
  const several = room.people.filter(({ learners }) => learners.length > 1);
  if (!several.length) return [];
  const items = several.map((person) => {
    const text = room.say("gradebook-joined", { name: room.named(person), count: person.learners.length });
    return made("li", "", [text, " ", button(room.say("gradebook-part"), () => part(room, person))]);
  });
  return [made("h3", "", room.say("gradebook-joins")), made("ul", "", items)];
}

/**
 * @param {Room} room
 * @param {Person} person
 */
async function part(room, person) {
  /** @type {Map<string, string>} */
  const joined = new Map(room.shelf.note("joined") ?? []);
  const left = [...joined].filter(([learner]) => whoIs(learner, joined) !== person.id);
  await room.shelf.keepNote("joined", left);
  room.tell(room.say("gradebook-parted", { name: room.named(person) }));
  room.changed();
}

/** The learner's assignments in the store. Whatever is read there may have been edited. */

import { readAssignment } from "./assignment.js";
import { followed } from "./assigned-model.js";

/** @import { Course } from "./progress-model.js" */
/** @import { Store } from "./store.js" */
/** @import { Assignment } from "./passing-types.js" */
/** @import { Found } from "./assigned-model.js" */

/** How many are held at once; hidden ones make room, the oldest first. */
export const MOST = 50;

/** @typedef {{ assignment: Assignment, hidden: boolean, at: number }} Held */
/** @typedef {Held & { found: Found }} Followed */

/**
 * Every assignment: what is due first comes first, then the newest.
 *
 * @param {Store} store
 * @returns {Held[]}
 */
export function held(store) {
  const all = [...store.all("assignment").values()].flatMap(({ value, at }) => {
    const { hidden = false, ...rest } = /** @type {any} */ (isObject(value) ? value : {});
    const assignment = readAssignment(rest);
    const own = assignment?.course === store.course && typeof hidden === "boolean";
    return own && assignment ? [{ assignment, hidden, at }] : [];
  });
  return all.sort((a, b) => dueOf(a).localeCompare(dueOf(b)) || b.at - a.at);
}

/** @param {Held} one */
const dueOf = ({ assignment }) => assignment.due ?? "9999";

/** @param {unknown} value */
const isObject = (value) => typeof value === "object" && value !== null;

/**
 * The same with what is done of each.
 *
 * @param {Store} store
 * @param {Course} course
 * @returns {Followed[]}
 */
export function followedAll(store, course) {
  const was = course.was.module;
  const quiz = (/** @type {string} */ id) => store.get("quiz", id, { was: was[id] ?? [] });
  const kept = { lessons: store.all("lesson"), quiz };
  return held(store).map((one) => ({ ...one, found: followed(one.assignment, course, kept) }));
}

/**
 * Keep an assignment that arrived. One that was here before is shown again.
 *
 * @param {Store} store
 * @param {Assignment} assignment
 * @returns {"new" | "same" | "changed" | "full"}
 */
export function keep(store, assignment) {
  const all = held(store);
  const before = all.find((one) => one.assignment.id === assignment.id);
  if (!before && all.length >= MOST && !makeRoom(store, all)) return "full";
  const same = before && JSON.stringify(before.assignment) === JSON.stringify(assignment);
  if (!same || before.hidden) write(store, assignment, false);
  return same ? "same" : before ? "changed" : "new";
}

/**
 * @param {Store} store
 * @param {Assignment} assignment
 * @param {boolean} hidden
 */
export function write(store, assignment, hidden) {
  store.add("assignment", assignment.id, { value: /** @type {any} */ ({ ...assignment, hidden }) });
}

/**
 * @param {Store} store
 * @param {Held[]} all
 */
function makeRoom(store, all) {
  const [oldest] = all.filter(({ hidden }) => hidden).sort((a, b) => a.at - b.at);
  if (!oldest) return false;
  store.erase((name) => name === `assignment:${oldest.assignment.id}`);
  return true;
}

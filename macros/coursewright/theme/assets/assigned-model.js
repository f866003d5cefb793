/** What is done of an assignment, and what remains. Pure: nothing here knows of a page. */

import { phrase } from "./progress-model.js";
import { best } from "./store-merge.js";

/** @import { Course, Module } from "./progress-model.js" */
/** @import { Records } from "./store-types.js" */
/** @import { Assignment, Item } from "./passing-types.js" */

/**
 * @typedef {Readonly<Record<string, string>>} Words
 * @typedef {object} Target  One thing to do. A check has the score reached; null: not taken.
 * @property {"lesson" | "check"} kind
 * @property {string} ref
 * @property {string} title
 * @property {string} url
 * @property {readonly string[]} questions
 * @property {boolean} done
 * @property {number | null} [score]
 *
 * @typedef {object} Part  A part of the course as it was assigned; gone: no longer in the course.
 * @property {Item} item
 * @property {boolean} gone
 * @property {boolean} renamed
 * @property {string} title
 * @property {string} url
 * @property {Target[]} targets
 *
 * @typedef {{ parts: Part[], done: number, total: number, next: Target | null,
 *   state: "open" | "done" | "gone" }} Found
 *
 * @typedef {object} Kept  What is in the store.
 * @property {ReadonlyMap<string, Records["lesson"]>} lessons
 * @property {(module: string) => Records["quiz"] | null} quiz
 */

const DAY = 86_400_000;

/**
 * @param {Pick<Assignment, "items" | "need">} assignment
 * @param {Course} course
 * @param {Kept} kept
 * @returns {Found}
 */
export function followed({ items, need }, course, kept) {
  const least = (need?.score ?? 0) / 100;
  const parts = items.map((item) => partOf(item, course, kept, least));
  const all = parts.flatMap(({ targets }) => targets);
  const once = [...new Map(all.map((one) => [`${one.kind} ${one.ref}`, one])).values()];
  const done = once.filter((one) => one.done).length;
  const next = once.find((one) => !one.done) ?? null;
  const state = once.length === 0 ? "gone" : next ? "open" : "done";
  return { parts, done, total: once.length, next, state };
}

/**
 * @param {Item} item
 * @param {Course} course
 * @param {Kept} kept
 * @param {number} least
 * @returns {Part}
 */
function partOf(item, course, kept, least) {
  const found = FINDERS[item.kind](item.ref, course);
  const { title = "", url = "", lessons = [], checks = [], now = "" } = found ?? {};
  const all = course.modules.flatMap((module) => module.lessons);
  const read = lessons
    .flatMap((ref) => all.filter((lesson) => lesson.ref === ref))
    .map(({ ref, title, url, questions }) => ({
      ...{ kind: /** @type {const} */ ("lesson"), ref, title, url, questions },
      done: kept.lessons.get(ref)?.done === true,
    }));
  const asked = course.modules
    .filter(({ id, check }) => check && checks.includes(id))
    .map((module) => checkOf(module, kept, least));
  return {
    ...{ item, title, url, gone: !found, renamed: now !== "" && now !== item.ref },
    targets: inOrder(read, asked),
  };
}

/**
 * A check comes after the last lesson of its module, or at the end.
 *
 * @param {readonly Target[]} read
 * @param {readonly Target[]} asked
 */
function inOrder(read, asked) {
  const modules = read.map(({ ref }) => ref.split("/")[0]);
  const after = ({ ref = "" }) => (modules.includes(ref) ? modules.lastIndexOf(ref) : read.length);
  return [...read.entries(), ...asked.map((one) => /** @type {const} */ ([after(one) + 0.5, one]))]
    .sort(([a], [b]) => a - b)
    .map(([, target]) => target);
}

/**
 * @param {Module} module
 * @param {Kept} kept
 * @param {number} least
 * @returns {Target}
 */
function checkOf({ id, title, check }, kept, least) {
  const record = kept.quiz(id);
  const score = record ? best(record).score : null;
  const { url = "", questions = [] } = check ?? {};
  // Two thirds are 67 percent.
  const done = score !== null && Math.round(score * 100) >= least * 100;
  return { kind: "check", ref: id, title, url, questions, done, score };
}

/**
 * @typedef {{ title: string, url: string, lessons: string[], checks: string[], now: string }} Place
 * @type {Record<Item["kind"], (ref: string, course: Course) => Place | null>}
 */
const FINDERS = {
  path(ref, { paths }) {
    const path = paths.find(({ id }) => id === ref);
    return path ? { ...path, now: ref } : null;
  },
  module(ref, course) {
    const module = moduleOf(ref, course);
    if (!module) return null;
    const { id, title, url, lessons, check } = module;
    const checks = check ? [id] : [];
    return { title, url, lessons: lessons.map((lesson) => lesson.ref), checks, now: id };
  },
  lesson(ref, { modules, was }) {
    const all = modules.flatMap(({ lessons }) => lessons);
    const lesson = all.find((one) => one.ref === nowCalled(ref, all.map((it) => it.ref), was.lesson));
    const lessons = lesson ? [lesson.ref] : [];
    return lesson ? { ...lesson, lessons, checks: [], now: lesson.ref } : null;
  },
  check(ref, course) {
    const { id = "", title = "", check = null } = moduleOf(ref, course) ?? {};
    return check ? { title, url: check.url, lessons: [], checks: [id], now: id } : null;
  },
};

/**
 * @param {string} ref
 * @param {Course} course
 */
function moduleOf(ref, { modules, was }) {
  const now = nowCalled(ref, modules.map(({ id }) => id), was.module);
  return modules.find(({ id }) => id === now);
}

/**
 * @param {string} ref
 * @param {readonly string[]} known
 * @param {Readonly<Record<string, string[]>>} was
 */
function nowCalled(ref, known, was) {
  if (known.includes(ref)) return ref;
  return Object.keys(was).find((now) => was[now]?.includes(ref));
}

/**
 * Days from today to the last one; negative when that is over.
 *
 * @param {string} due
 * @param {number} now
 */
export function daysLeft(due, now) {
  return Math.round((Date.parse(`${due}T00:00:00Z`) - Date.parse(`${today(now)}T00:00:00Z`)) / DAY);
}

/**
 * The day as it is where the learner is.
 *
 * @param {number} now
 */
export function today(now) {
  const date = new Date(now);
  const two = (/** @type {number} */ number) => String(number).padStart(2, "0");
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/**
 * A day in words, such as "Friday, December 4, 2026".
 *
 * @param {string} day
 * @param {string} language
 */
export function dayName(day, language) {
  const form = new Intl.DateTimeFormat(language, { dateStyle: "full", timeZone: "UTC" });
  return form.format(new Date(`${day}T00:00:00Z`));
}

/**
 * When it is due, in words; nothing without a date.
 *
 * @param {string | undefined} due
 * @param {number} now
 * @param {Words} words
 * @param {string} language
 */
export function dueSays(due, now, words, language) {
  if (!due) return "";
  const left = daysLeft(due, now);
  const day = dayName(due, language);
  if (left < 0) return phrase(words, "assignment-late", { day, count: -left });
  if (left < 2) return phrase(words, left ? "assignment-tomorrow" : "assignment-today", { day });
  return phrase(words, "assignment-due", { day, count: left });
}

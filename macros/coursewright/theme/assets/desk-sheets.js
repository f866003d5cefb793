/** The gradebook's tables for files: text, and numbers that stay numbers. Pure. */

import { folded, scored } from "./desk-book.js";
import { choices, items } from "./desk-items.js";

/** @import { Row } from "./desk-due.js" */
/** @import { Reads } from "./desk-items.js" */
/** @import { Cell, Desk, How, Person, Say, Sheet } from "./desk-types.js" */

/**
 * @typedef {object} Given
 * @property {Desk} desk
 * @property {readonly Person[]} people
 * @property {How} how
 * @property {Say} say
 * @property {Reads} reads
 */

/** @param {number} time */
export const day = (time) => {
  const date = new Date(time);
  const parts = [date.getFullYear(), date.getMonth() + 1, date.getDate()];
  return parts.map((part) => String(part).padStart(2, "0")).join("-");
};

/** @param {number | null | undefined} share */
export const percent = (share) =>
  share === null || share === undefined ? null : Math.round(share * 1000) / 10;

/** @param {number | null | undefined} value */
const short = (value) =>
  value === null || value === undefined ? null : Math.round(value * 1000) / 1000;

/**
 * @param {Given} given
 * @returns {Sheet}
 */
export function learnersSheet({ desk, people, how, say }) {
  const top = ["learner", "learner-id", "times", "last", "tasks"].map((name) => say(`gradebook-${name}`));
  const heads = desk.modules.flatMap(({ title, asks }) => [
    say("gradebook-sheet-lessons", { title }),
    ...(asks ? [say("gradebook-sheet-check", { title }), say("gradebook-sheet-best", { title })] : []),
  ]);
  const rows = people.map((person) => [...headOf(person), ...modulesOf(desk, person, how)]);
  return { name: say("gradebook-tab-learners"), rows: [[...top, ...heads], ...rows] };
}

/**
 * @param {Person} person
 * @returns {Cell[]}
 */
function headOf({ name, id, versions }) {
  const tasks = versions.map(({ handin }) => handin.assignment?.title ?? "").filter(Boolean);
  const last = versions.at(-1)?.handin.made ?? 0;
  return [name, id, versions.length, day(last), [...new Set(tasks)].join("; ")];
}

/**
 * @param {Desk} desk
 * @param {Person} person
 * @param {How} how
 * @returns {Cell[]}
 */
function modulesOf({ modules }, person, how) {
  const { lessons, checks } = person[how];
  return modules.flatMap(({ id, asks, lessons: all }) => [
    all.filter(({ ref }) => lessons.has(ref)).length,
    ...(asks ? [percent(checks.get(id)?.score), percent(checks.get(id)?.best)] : []),
  ]);
}

/**
 * @param {Given} given
 * @returns {Sheet}
 */
export function objectivesSheet({ desk, people, how, say }) {
  const all = desk.modules.flatMap(({ title, objectives }) => objectives.map((one) => ({ title, ...one })));
  const refs = refsByObjective(desk);
  const top = [say("gradebook-learner"), ...all.map(({ title, text }) => `${title}: ${text}`)];
  const rows = people.map((person) => [
    person.name,
    ...all.map(({ id }) => percent(scored(person[how], refs.get(id) ?? []).score)),
  ]);
  return { name: say("gradebook-tab-objectives"), rows: [top, ...rows] };
}

/**
 * The questions that can be scored, by the objective that they assess.
 *
 * @param {Desk} desk
 */
export function refsByObjective({ questions }) {
  /** @type {Map<string, string[]>} */
  const found = new Map();
  for (const { graded, objective, ref } of questions) {
    if (graded) found.set(objective, [...(found.get(objective) ?? []), ref]);
  }
  return found;
}

/**
 * @param {Given} given
 * @param {readonly Row[]} rows
 * @returns {Sheet}
 */
export function dueSheet({ say }, rows) {
  const top = ["learner", "state", "handed", "days-late", "done", "of"].map((name) => say(`gradebook-${name}`));
  const each = rows.map(({ name, state, kept, days, done, total }) => [
    ...[name, say(`gradebook-is-${state}`), kept ? day(kept.handin.made) : null, days || null],
    ...(total ? [done, total] : [null, null]),
  ]);
  return { name: say("gradebook-tab-due"), rows: [top, ...each] };
}

/**
 * @param {Given} given
 * @returns {Sheet}
 */
export function itemsSheet({ desk, people, say, reads }) {
  const top = ["ref", "module", "question", "kind", "bloom", "first-n", "right", "difficulty", "low", "high", "r", "r-n", "sure-n", "confident", "wrong-most", "wrong-count"];
  const titles = new Map(desk.modules.map(({ id, title }) => [id, title]));
  const rows = items(desk.questions, people).map((item) => {
    const { question } = item;
    const wrong = choices(question, people, reads).find(({ right }) => right === false);
    return [
      ...[question.ref, titles.get(question.module) ?? "", question.prompt, question.kind],
      ...[question.bloom, item.n, question.graded ? item.right : null, percent(item.difficulty)],
      ...[percent(item.difficultyIn?.[0]), percent(item.difficultyIn?.[1]), short(item.r), item.rn],
      ...[item.sure, item.confident.length, wrong ? spoken(wrong) : null, wrong?.count ?? null],
    ];
  });
  return { name: say("gradebook-tab-items"), rows: [top.map((name) => say(`gradebook-${name}`)), ...rows] };
}

/**
 * @param {Given} given
 * @returns {Sheet}
 */
export function answersSheet({ desk, people, how, say, reads }) {
  const top = ["learner", "learner-id", "ref", "first-answer", "first-result", "sure", "answer", "result", "tries"];
  const rows = people.flatMap((person) =>
    desk.questions.flatMap((question) => {
      const answer = person[how].answers.get(question.ref);
      if (!answer) return [];
      const first = person.firsts.get(question.ref) ?? answer.first;
      const says = (/** @type {{ response?: unknown, result: string }} */ { response, result }) =>
        reads(question, response, result).map(spoken).join("; ");
      return [[
        ...[person.name, person.id, question.ref, says(first), say(`gradebook-got-${first.result}`)],
        ...[first.confidence ?? null, says(answer), say(`gradebook-got-${answer.result}`), answer.tries],
      ]];
    }),
  );
  return { name: say("gradebook-answers"), rows: [top.map((name) => say(`gradebook-${name}`)), ...rows] };
}

/** @param {{ part: string, text: string }} pick */
export const spoken = ({ part, text }) => (part ? `${part}: ${text}` : text);

/**
 * A name for files out of a title.
 *
 * @param {string} text
 */
export const slug = (text) => folded(text).replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-|-$/g, "") || "gradebook";

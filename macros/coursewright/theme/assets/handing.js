/** What a learner hands in, made from the store: no more than the learner wants to share. */

import { FORMAT, MOST_NAME, MOST_TEXT, VERSION } from "./result.js";
import { all, best, compare, last } from "./store-merge.js";

/** @import { Assignment, Attempted, Result } from "./passing-types.js" */
/** @import { Course } from "./progress-model.js" */
/** @import { Store } from "./store.js" */
/** @import { Attempt, History } from "./store-types.js" */
/** @import { Target } from "./assigned-model.js" */

/**
 * @typedef {object} Wanted
 * @property {string} name
 * @property {boolean} texts  Whether what was written in short answers goes along.
 * @property {Assignment | null} assignment
 * @property {readonly Target[]} targets
 */

/**
 * Everything in the course, as if it were assigned.
 *
 * @param {Course} course
 * @returns {Omit<Target, "done">[]}
 */
export function everything({ modules }) {
  return modules.flatMap(({ id, title, check, lessons }) => [
    ...lessons.map((lesson) => ({ ...lesson, kind: /** @type {const} */ ("lesson") })),
    ...(check ? [{ ...check, kind: /** @type {const} */ ("check"), ref: id, title }] : []),
  ]);
}

/**
 * @param {Store} store
 * @param {Course} course
 * @param {Omit<Wanted, "targets"> & { targets: readonly Omit<Target, "done">[] }} wanted
 * @returns {Result}
 */
export function resultOf(store, course, { name, texts, assignment, targets }) {
  const { id = "", title = "", due } = assignment ?? {};
  /** @type {Result} */
  const result = {
    format: FORMAT,
    v: VERSION,
    course: store.course,
    made: store.now(),
    name: name.replace(/[\s\p{Cc}]+/gu, " ").trim().slice(0, MOST_NAME),
    learner: `m-${store.seed().toString(36)}`,
    ...(assignment ? { assignment: { id, title, ...(due ? { due } : {}) } } : {}),
    lessons: lessonsIn(store, targets),
    checks: checksIn(store, course, targets),
    answers: answersIn(store, course, targets, texts),
  };
  return fitting(result);
}

/** @typedef {readonly Omit<Target, "done">[]} Targets */

/**
 * @param {Store} store
 * @param {Targets} targets
 */
function lessonsIn(store, targets) {
  const marks = targets
    .filter(({ kind }) => kind === "lesson")
    .map(({ ref }) => ({ ref, mark: store.get("lesson", ref) }));
  return Object.fromEntries(
    marks.flatMap(({ ref, mark }) => (mark?.done ? [[ref, { at: mark.at }]] : [])),
  );
}

/**
 * @param {Store} store
 * @param {Course} course
 * @param {Targets} targets
 */
function checksIn(store, { was }, targets) {
  const rounds = targets
    .filter(({ kind }) => kind === "check")
    .map(({ ref }) => ({ ref, record: store.get("quiz", ref, { was: was.module[ref] ?? [] }) }));
  return Object.fromEntries(
    rounds.flatMap(({ ref, record }) => {
      if (!record) return [];
      const { score, at } = last(record);
      return [[ref, { score, best: best(record).score, tries: record.tries, at }]];
    }),
  );
}

/**
 * @param {Store} store
 * @param {Course} course
 * @param {Targets} targets
 * @param {boolean} texts
 */
function answersIn(store, { was }, targets, texts) {
  const refs = new Set(targets.flatMap(({ questions }) => questions));
  return Object.fromEntries(
    [...refs].flatMap((ref) => {
      const record = store.get("answer", ref, { was: was.answer[ref] ?? [] });
      return record ? [[ref, answerOf(record, texts)]] : [];
    }),
  );
}

/**
 * @param {History<Attempt>} record
 * @param {boolean} texts
 */
function answerOf(record, texts) {
  const [first = last(record)] = [...all(record)].sort(compare);
  const { at, ...newest } = shared(last(record), texts);
  return { ...newest, tries: record.tries, at, first: shared(first, texts) };
}

/**
 * @param {Attempt} attempt
 * @param {boolean} texts
 * @returns {Attempted}
 */
function shared({ result, score, confidence, response, at }, texts) {
  return {
    result,
    ...(score === undefined ? {} : { score }),
    ...(confidence === undefined ? {} : { confidence }),
    ...(result === "kept" && !texts ? {} : { response }),
    at,
  };
}

/**
 * A result that can be read again: what was answered goes first, then what was answered last.
 *
 * @param {Result} result
 */
function fitting(result) {
  const without = (/** @type {boolean} */ both) =>
    mapped(result, ({ first: { response: _, ...first }, ...newest }) => {
      const { response: __, ...bare } = newest;
      return { ...(both ? bare : newest), first };
    });
  if (fits(result)) return result;
  const less = without(false);
  return fits(less) ? less : without(true);
}

/**
 * @param {Result} result
 * @param {(answer: Result["answers"][string]) => Result["answers"][string]} change
 * @returns {Result}
 */
function mapped(result, change) {
  const answers = Object.entries(result.answers).map(([ref, one]) => [ref, change(one)]);
  return { ...result, answers: Object.fromEntries(answers) };
}

/** @param {Result} result */
function fits(result) {
  return new TextEncoder().encode(textOf(result)).length <= MOST_TEXT;
}

/**
 * A result as its file has it.
 *
 * @param {Result} result
 */
export function textOf(result) {
  return `${JSON.stringify(result, null, 1)}\n`;
}

/**
 * @param {Result} result
 * @param {string} day
 */
export function fileName({ course, name, learner }, day) {
  const plain = name.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const slug = plain.replace(/[^a-z0-9]+/g, "-").replace(/^-+|-+$/g, "").slice(0, 40);
  return `${course}-result-${slug || learner}-${day}.json`;
}

/** Hand-ins sorted by person: which versions there are, and what counts of them. Pure. */

import { scoreOf } from "./store-merge.js";

/** @import { Answer, Check, Counted, Desk, First, HandIn, Kept, Person } from "./desk-types.js" */

/** @typedef {{ lesson: Map<string, string>, check: Map<string, string>, answer: Map<string, string> }} Names */

/**
 * What everything is called now, by what it is or was called.
 *
 * @param {Desk} desk
 * @returns {Names}
 */
export function namesOf({ modules, questions }) {
  const lessons = modules.flatMap((module) => module.lessons);
  return {
    lesson: named(lessons.map(({ ref, was }) => [ref, was])),
    check: named(modules.map(({ id, was }) => [id, was])),
    answer: named(questions.map(({ ref, was }) => [ref, was])),
  };
}

/** @param {[now: string, was: readonly string[]][]} all */
function named(all) {
  const found = new Map(all.flatMap(([now, was]) => was.map((old) => [old, now])));
  for (const [now] of all) found.set(now, now);
  return found;
}

/**
 * A name as it is compared: people do not write it the same way twice.
 *
 * @param {string} name
 */
export function folded(name) {
  return name.normalize("NFKC").replace(/\s+/g, " ").trim().toLowerCase();
}

/**
 * @param {readonly Kept[]} kept
 * @param {ReadonlyMap<string, string>} joined  Of learners that are one person, with whom.
 * @param {Names} names
 * @returns {Person[]}
 */
export function people(kept, joined, names) {
  /** @type {Map<string, Kept[]>} */
  const groups = new Map();
  for (const one of kept) {
    const id = whoIs(one.handin.learner, joined);
    groups.set(id, [...(groups.get(id) ?? []), one]);
  }
  const all = [...groups].map(([id, versions]) => person(id, versions, names));
  return all.sort((a, b) => a.name.localeCompare(b.name) || (a.id < b.id ? -1 : 1));
}

/**
 * The one that somebody was joined with, however many steps away.
 *
 * @param {string} learner
 * @param {ReadonlyMap<string, string>} joined
 */
export function whoIs(learner, joined) {
  const met = new Set();
  let id = learner;
  while (joined.has(id) && !met.has(id)) {
    met.add(id);
    id = joined.get(id) ?? id;
  }
  return id;
}

/**
 * @param {string} id
 * @param {Kept[]} versions
 * @param {Names} names
 * @returns {Person}
 */
function person(id, versions, names) {
  versions.sort((a, b) => a.handin.made - b.handin.made || a.came - b.came);
  const settled = versions.map(({ handin }) => counted(handin, names));
  const named = versions.map(({ handin }) => handin.name.trim()).filter(Boolean);
  const latest = /** @type {Counted} */ (settled.at(-1));
  return {
    ...{ id, name: named.at(-1) ?? "", versions, latest },
    learners: [...new Set(versions.map(({ handin }) => handin.learner))],
    best: settled.length > 1 ? bestOf(settled) : latest,
    firsts: firstsOf(settled),
  };
}

/**
 * A hand-in under the names that the course has now; what it has no longer is left out.
 *
 * @param {HandIn} handin
 * @param {Names} names
 * @returns {Counted}
 */
function counted({ lessons, checks, answers }, names) {
  return {
    lessons: new Map([...renamed(lessons, names.lesson)].map(([ref, { at }]) => [ref, at])),
    checks: renamed(checks, names.check),
    answers: renamed(answers, names.answer),
  };
}

/**
 * @template T
 * @param {Record<string, T>} all
 * @param {ReadonlyMap<string, string>} names
 * @returns {Map<string, T>}
 */
function renamed(all, names) {
  /** @type {Map<string, T>} */
  const found = new Map();
  for (const [ref, one] of Object.entries(all)) {
    const now = names.get(ref);
    if (now !== undefined && (now === ref || !found.has(now))) found.set(now, one);
  }
  return found;
}

/**
 * Every lesson that was ever done, and of each check and answer the best one.
 *
 * @param {readonly Counted[]} all
 * @returns {Counted}
 */
function bestOf(all) {
  const score = (/** @type {Check} */ one) => one.best;
  return {
    lessons: new Map(all.flatMap(({ lessons }) => [...lessons])),
    checks: topOf(all.map(({ checks }) => checks), score),
    answers: topOf(all.map(({ answers }) => answers), scoreOf),
  };
}

/**
 * @template T
 * @param {readonly ReadonlyMap<string, T>[]} all
 * @param {(one: T) => number} worth
 */
function topOf(all, worth) {
  /** @type {Map<string, T>} */
  const found = new Map();
  for (const [ref, one] of all.flatMap((each) => [...each])) {
    const before = found.get(ref);
    if (before === undefined || worth(one) >= worth(before)) found.set(ref, one);
  }
  return found;
}

/**
 * The first answer to each question, in whichever hand-in or browser it was given.
 *
 * @param {readonly Counted[]} all
 */
function firstsOf(all) {
  /** @type {Map<string, First>} */
  const found = new Map();
  for (const [ref, { first }] of all.flatMap(({ answers }) => [...answers])) {
    const before = found.get(ref);
    if (!before || first.at < before.at) found.set(ref, first);
  }
  return found;
}

/**
 * People of one name whose hand-ins came from different browsers, unless the trainer said that
 * they are different people.
 *
 * @param {readonly Person[]} all
 * @param {ReadonlySet<string>} apart
 */
export function namesakes(all, apart) {
  /** @type {Map<string, Person[]>} */
  const groups = new Map();
  for (const one of all) {
    const name = folded(one.name);
    if (name && !apart.has(name)) groups.set(name, [...(groups.get(name) ?? []), one]);
  }
  return [...groups.values()].filter((group) => group.length > 1);
}

/**
 * @param {Counted} counted
 * @param {readonly string[]} refs  Questions.
 * @returns {{ score: number | null, answered: number }} The mean score of those answered.
 */
export function scored({ answers }, refs) {
  const found = refs.map((ref) => answers.get(ref)).filter((one) => one !== undefined);
  const sum = found.reduce((total, one) => total + scoreOf(/** @type {Answer} */ (one)), 0);
  return { score: found.length ? sum / found.length : null, answered: found.length };
}

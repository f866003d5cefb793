/** What first answers tell of each question. Pure. */

import { isMiss } from "./grading.js";
import { discrimination, fisher, wilson } from "./desk-stats.js";

/** @import { First, Person, Picked, Question } from "./desk-types.js" */
/** @import { Interval } from "./desk-stats.js" */

/** The highest confidence that a learner can state. */
const SURE = 3;

/**
 * @typedef {object} Item
 * @property {Question} question
 * @property {number} n  How many first answers there are.
 * @property {number} right
 * @property {number | null} difficulty  The share who were right at the first try.
 * @property {Interval | null} difficultyIn
 * @property {number | null} r  Discrimination.
 * @property {number} rn  On how many people it rests.
 * @property {Interval | null} rIn
 * @property {number} sure  How many said how sure they were.
 * @property {Person[]} confident  Sure, and not right.
 *
 * @typedef {Picked & { count: number, who: Person[] }} Choice
 * What several people answered.
 *
 * @typedef {(question: Question, response: unknown, result: string) => Picked[]} Reads
 */

/**
 * @param {readonly Question[]} questions
 * @param {readonly Person[]} people
 * @returns {Item[]}
 */
export function items(questions, people) {
  const graded = questions.filter((question) => question.graded);
  const modules = new Map(graded.map(({ module }) => [module, /** @type {string[]} */ ([])]));
  for (const { module, ref } of graded) modules.get(module)?.push(ref);
  const sheets = new Map([...modules].map(([id, refs]) => [id, sheetsOf(refs, people)]));
  return questions.map((question) => item(question, people, sheets.get(question.module) ?? []));
}

/**
 * Which of these questions each person got right at the first try.
 *
 * @param {readonly string[]} refs
 * @param {readonly Person[]} people
 */
function sheetsOf(refs, people) {
  return people.map(({ firsts }) => {
    /** @type {Map<string, boolean>} */
    const sheet = new Map();
    for (const ref of refs) {
      const first = firsts.get(ref);
      if (first) sheet.set(ref, first.result === "right");
    }
    return sheet;
  });
}

/**
 * @param {Question} question
 * @param {readonly Person[]} people
 * @param {readonly ReadonlyMap<string, boolean>[]} sheets
 * @returns {Item}
 */
function item(question, people, sheets) {
  const given = firsts(question, people);
  const n = given.length;
  const right = given.filter(({ first }) => first.result === "right").length;
  const { r, n: rn } = question.graded ? discrimination(question.ref, sheets) : { r: null, n: 0 };
  const sure = given.filter(({ first }) => first.confidence !== undefined);
  const missed = sure.filter(({ first }) => first.confidence === SURE && isMiss(first.result));
  return {
    ...{ question, n, right, r, rn, rIn: fisher(r, rn), sure: sure.length },
    difficulty: question.graded && n ? right / n : null,
    difficultyIn: question.graded ? wilson(right, n) : null,
    confident: missed.map(({ person }) => person),
  };
}

/**
 * @param {Question} question
 * @param {readonly Person[]} people
 */
function firsts({ ref }, people) {
  return people.flatMap((person) => {
    const first = person.firsts.get(ref);
    return first ? [{ person, first: /** @type {First} */ (first) }] : [];
  });
}

/**
 * What people answered at first, the most frequent one first; what nobody chose stands last.
 *
 * @param {Question} question
 * @param {readonly Person[]} people
 * @param {Reads} reads
 * @returns {Choice[]}
 */
export function choices(question, people, reads) {
  /** @type {Map<string, Choice>} */
  const found = new Map();
  for (const { person, first } of firsts(question, people)) {
    for (const pick of reads(question, first.response, first.result)) {
      const name = `${pick.part}\n${pick.key}`;
      const choice = found.get(name) ?? { ...pick, count: 0, who: [] };
      choice.count += 1;
      choice.who.push(person);
      found.set(name, choice);
    }
  }
  return [...found.values()].sort((a, b) => b.count - a.count);
}

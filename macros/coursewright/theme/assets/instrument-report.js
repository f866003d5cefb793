/** The numbers of a result. Pure: nothing here knows of a page. */

/** @import { Answers } from "./instrument-answers.js" */
/** @import { Field, Person, Result, Section } from "./instrument-types.js" */

/** @typedef {{ person: Person, field: Field, level: number, bare: boolean }} Rating */

/**
 * One result for each section with something to rate; never one for all of them.
 *
 * Median and range take every rating that anybody gave in the section; statements left open do not
 * count. Of an even number of ratings, the median is halfway between the two in the middle. The gap
 * of a statement is its highest rating less its lowest, where two or more people rated it; the
 * section's gap is the widest of these, and the first statement that has it is named.
 *
 * @param {Answers} answers
 * @param {readonly Person[]} people
 * @returns {Result[]}
 */
export function results(answers, people) {
  const rated = answers.spec.sections.filter(({ fields }) => fields.some(isRating));
  return rated.map((section) => result(section, ratings(answers, section, people)));
}

const NO_GAP = { where: "", gap: null };

/** @param {{ kind: string }} field */
const isRating = ({ kind }) => kind === "rating";

/**
 * @param {Answers} answers
 * @param {Section} section
 * @param {readonly Person[]} people
 * @returns {Rating[]}
 */
function ratings(answers, section, people) {
  const each = section.fields.filter(isRating).flatMap((field) =>
    people.map((person) => ({ person, field, value: answers.get(person.id, field.id) })),
  );
  return each
    .filter(({ value }) => value?.level)
    .map(({ person, field, value: { level, note } }) => {
      return { person, field, level, bare: Boolean(field.evidence) && !note.trim() };
    });
}

/**
 * @param {Section} section
 * @param {readonly Rating[]} given
 * @returns {Result}
 */
function result({ id, title, fields }, given) {
  const levels = given.map(({ level }) => level).sort((a, b) => a - b);
  const of = (/** @type {string} */ id) => given.filter(({ field }) => field.id === id);
  const widest = fields
    .map(({ id: field, label }) => ({ where: label, gap: gapOf(of(field)) }))
    .reduce((top, one) => ((one.gap ?? -1) > (top.gap ?? -1) ? one : top), NO_GAP);
  const bare = given.filter((one) => one.bare);
  return {
    ...{ id, title, count: levels.length, median: median(levels), ...widest },
    ...{ low: levels[0] ?? null, high: levels.at(-1) ?? null },
    bare: bare.map(({ field, person }) => ({ label: field.label, name: person.name })),
  };
}

/**
 * @param {readonly Rating[]} given
 * @returns {any}
 */
function gapOf(given) {
  const levels = given.map(({ level }) => level);
  return levels.length > 1 ? Math.max(...levels) - Math.min(...levels) : null;
}

/**
 * The middle of numbers in order.
 *
 * @param {readonly number[]} sorted
 */
export function median(sorted) {
  const half = sorted.length / 2;
  const [low, high] = [sorted[Math.ceil(half) - 1], sorted[Math.floor(half)]];
  return low === undefined || high === undefined ? null : (low + high) / 2;
}

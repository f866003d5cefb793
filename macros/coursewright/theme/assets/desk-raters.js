/**
 * Several people's ratings side by side: who rated what, where they differ, and what there is to
 * talk about. Nothing adds sections up. Pure.
 */

import { results } from "./instrument-report.js";

/** @import { Answers } from "./instrument-answers.js" */
/** @import { Person } from "./instrument-types.js" */

/**
 * @typedef {object} Statement
 * @property {string} section
 * @property {string} label
 * @property {(number | null)[]} levels  In the order of the people.
 * @property {number | null} gap  Null where fewer than two people rated it.
 *
 * @typedef {{ name: string, values: Record<string, string | number> }} Point  Words to be said.
 */

/** From which gap on a statement is worth talking about. */
const WIDE = 2;
const MOST_POINTS = 5;

/**
 * People with at least one rating.
 *
 * @param {Answers} answers
 * @param {readonly Person[]} people
 */
export function raters(answers, people) {
  const ids = [...answers.fields.keys()];
  return people.filter(({ id }) => ids.some((field) => answers.get(id, field)?.level));
}

/**
 * @param {Answers} answers
 * @param {readonly Person[]} people
 * @returns {Statement[]}
 */
export function statements(answers, people) {
  return answers.spec.sections.flatMap(({ title, fields }) =>
    fields
      .filter(({ kind }) => kind === "rating")
      .map(({ id, label }) => {
        const levels = people.map((person) => answers.get(person.id, id)?.level ?? null);
        const given = levels.filter((level) => level !== null);
        const gap = given.length > 1 ? Math.max(...given) - Math.min(...given) : null;
        return { section: title, label, levels, gap };
      }),
  );
}

/**
 * Where to begin to talk: the widest gaps, what all agree on, the lowest medians, and what nobody
 * or only one has rated.
 *
 * @param {Answers} answers
 * @param {readonly Person[]} people
 * @returns {Point[]}
 */
export function points(answers, people) {
  if (people.length < 2) return [{ name: "more", values: {} }];
  const all = statements(answers, people);
  return [
    ...gaps(all, answers.spec.scale, people),
    ...agreed(all, answers.spec.scale),
    ...medians(answers, people),
    ...bare(answers, people),
    ...alone(all),
  ];
}

/**
 * @param {readonly Statement[]} all
 * @param {readonly string[]} scale
 * @param {readonly Person[]} people
 * @returns {Point[]}
 */
function gaps(all, scale, people) {
  const wide = all.filter(({ gap }) => gap !== null && gap >= WIDE);
  const first = wide.sort((a, b) => (b.gap ?? 0) - (a.gap ?? 0)).slice(0, MOST_POINTS);
  return first.map(({ label, levels, section }) => {
    const given = levels.filter((level) => level !== null);
    const [low, high] = [Math.min(...given), Math.max(...given)];
    const who = (/** @type {number} */ level) =>
      people.filter((_, at) => levels[at] === level).map(({ name }) => name).join(", ");
    const values = { label, section, low: levelName(low, scale), high: levelName(high, scale) };
    return { name: "gap", values: { ...values, lowest: who(low), highest: who(high) } };
  });
}

/**
 * @param {number} level
 * @param {readonly string[]} scale
 */
const levelName = (level, scale) => `${level} ${scale[level - 1] ?? ""}`.trim();

/**
 * Statements that everybody rated, and rated alike.
 *
 * @param {readonly Statement[]} all
 * @param {readonly string[]} scale
 * @returns {Point[]}
 */
function agreed(all, scale) {
  const same = all.filter(({ gap, levels }) => gap === 0 && !levels.includes(null));
  return same.slice(0, MOST_POINTS).map(({ label, levels, section }) => {
    return { name: "agreed", values: { label, section, level: levelName(levels[0] ?? 0, scale) } };
  });
}

/**
 * The sections with the lowest median, where sections differ.
 *
 * @param {Answers} answers
 * @param {readonly Person[]} people
 * @returns {Point[]}
 */
function medians(answers, people) {
  const found = results(answers, people).filter(({ median }) => median !== null);
  const values = found.map(({ median }) => median ?? 0);
  const low = Math.min(...values);
  if (found.length < 2 || low === Math.max(...values)) return [];
  const titles = found.filter(({ median }) => median === low).map(({ title }) => title);
  return [{ name: "lowest", values: { sections: titles.join(", "), median: low } }];
}

/**
 * Ratings that rest on nothing that was written down.
 *
 * @param {Answers} answers
 * @param {readonly Person[]} people
 * @returns {Point[]}
 */
function bare(answers, people) {
  const count = results(answers, people).reduce((sum, one) => sum + one.bare.length, 0);
  return count ? [{ name: "bare", values: { count } }] : [];
}

/**
 * @param {readonly Statement[]} all
 * @returns {Point[]}
 */
function alone(all) {
  const count = all.filter(({ gap }) => gap === null).length;
  return count ? [{ name: "alone", values: { count } }] : [];
}

/**
 * Letters in place of names, in an order that does not follow the files.
 *
 * @param {readonly Person[]} people
 * @param {(number: number) => string} said
 * @returns {Person[]}
 */
export function anonymous(people, said) {
  const mixed = [...people].sort((a, b) => hash(a.id) - hash(b.id) || (a.id < b.id ? -1 : 1));
  return mixed.map(({ id }, at) => ({ id, name: said(at + 1) }));
}

/** @param {string} text */
function hash(text) {
  let h = 7;
  for (let i = 0; i < text.length; i += 1) h = Math.imul(h ^ text.charCodeAt(i), 0x5bd1e995);
  return (h ^ (h >>> 15)) >>> 0;
}

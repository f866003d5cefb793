/**
 * What a kind of question tells the element, and the rules all kinds share. Nothing here
 * touches the page.
 */

/**
 * @typedef {"right" | "partly" | "wrong" | "kept"} Result
 * Kept: an answer that is not graded.
 *
 * @typedef {"open" | "checked" | "stale"} Phase
 * Open: not answered yet. Stale: the answer was changed after it was checked.
 *
 * @typedef {[name: string, values?: Record<string, string | number>]} Phrase
 * Words by name, with what goes into their placeholders.
 *
 * @typedef {object} Entry
 * One thing the answer says something about, as the page holds it.
 * @property {string} name  The group of controls it belongs to.
 * @property {string} key  The value of its control.
 * @property {boolean} correct
 * @property {Readonly<Record<string, string | undefined>>} data  All data the template gave it.
 *
 * @typedef {{ name: string, say: Phrase }} Gap
 * A group of controls that still needs an answer, and the words that ask for it.
 *
 * @typedef {{ name: string, key: string }} Note
 * An entry by its `data-name` and `data-key`: what it says becomes part of the feedback.
 *
 * @typedef {Note & { correct?: boolean, word?: Phrase }} Mark
 * What a control is marked with: the one of this name and, where it can have several, this value.
 * Its entry says whether it is right, and why. With `correct`, the mark itself says whether, the
 * entry may be any of this name, and what it says follows the mark's own word.
 *
 * @typedef {object} Grade
 * @property {Result} result
 * @property {number} [score]  From 0 to 1; without it, 1 when right and 0 otherwise.
 * @property {Phrase} headline
 * @property {Mark[]} marks
 * @property {Note[]} [notes]  More that is said, without a mark.
 *
 * @typedef {object} Kind
 * What a kind's module exports.
 * @property {(data: FormData, form: HTMLFormElement) => any} read  The response, as JSON holds it.
 * @property {(response: any, entries: readonly Entry[]) => Gap | null} gap  What is missing before
 *   it can be checked.
 * @property {(response: any, entries: readonly Entry[]) => Grade} grade
 * @property {(root: HTMLElement, sheet: import("./sheet.js").Sheet) => void} [start]  Dress the
 *   question, once. What is made gets `data-cw-made`, and goes when the script fails later.
 * @property {(form: HTMLFormElement, response: any) => boolean} [restore]  Put an earlier response
 *   into the form; false, with nothing changed, when it does not fit. It comes from storage, and
 *   may be anything that JSON can hold.
 * @property {Readonly<Record<string, string>>} [words]  Names of phrases to say in place of others.
 * @property {Readonly<Record<string, string>>} [phrases]  Its own words; the build adds them.
 */

const KIND = /^[a-z]+(-[a-z]+)*$/;

/**
 * Where the module of a kind lies, beside this one.
 *
 * @param {string | null} kind
 */
export function pathOf(kind) {
  if (!kind || !KIND.test(kind)) throw new TypeError(`no kind of question is called "${kind}"`);
  return `./kinds/${kind}.js`;
}

/**
 * The phase after the learner has done something.
 *
 * @param {Phase} phase
 * @param {"check" | "change" | "retry"} step
 * @returns {Phase}
 */
export function after(phase, step) {
  if (step === "check") return "checked";
  return step === "change" && phase !== "open" ? "stale" : "open";
}

/**
 * Words with their placeholders filled. `count` chooses between `one` and `other`.
 *
 * @param {Readonly<Record<string, string>>} words
 * @param {Phrase} phrase
 */
export function say(words, [name, values = {}]) {
  const text = words[name] ?? words[`${name}.${values["count"] === 1 ? "one" : "other"}`];
  if (text === undefined) throw new RangeError(`no words are called "${name}"`);
  return text.replace(/\{([a-z]+)\}/g, (hole, key) => String(values[key] ?? hole));
}

/**
 * What to do next, in words; where the answer is taught, a link follows.
 *
 * @param {Result} result
 * @param {boolean} taught  Whether a lesson can be named.
 * @returns {Phrase}
 */
export function nextStep(result, taught) {
  if (result === "right" || result === "kept") return [`next-${result}`];
  return [taught ? "next-lesson" : "next-think"];
}

/** @param {Result} result */
export const isMiss = (result) => result === "wrong" || result === "partly";

/** @typedef {1 | 2 | 3} Sure */

/**
 * How sure the learner is, as the form or a record says it.
 *
 * @param {unknown} value
 * @returns {Sure | null}
 */
export function sureOf(value) {
  const sure = Number(value);
  return sure === 1 || sure === 2 || sure === 3 ? sure : null;
}

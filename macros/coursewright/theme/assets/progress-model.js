/** What the learner has done, counted along the course. Pure: nothing here knows of a page. */

/** @import { History, Attempt, Records } from "./store-types.js" */

/**
 * @typedef {{ ref: string, title: string, url: string, questions: string[] }} Lesson
 * @typedef {{ id: string, title: string, url: string, lessons: Lesson[],
 *   check: { url: string, questions: string[] } | null }} Module
 * @typedef {{ id: string, title: string, url: string, lessons: string[], checks: string[] }} Path
 * @typedef {{ modules: Module[], paths: Path[],
 *   was: { module: Renamed, lesson: Renamed, answer: Renamed } }} Course
 * The outline that the build writes. Addresses lead on from the root of the site.
 * @typedef {Record<string, string[]>} Renamed
 * @typedef {"done" | "next" | "begun" | ""} State
 * @typedef {{ right: number, partly: number, tried: number, total: number }} Tally
 * @typedef {{ state: State, done: number, total: number }} Count
 *
 * @typedef {object} Survey
 * @property {Map<string, State>} lessons  By ref.
 * @property {Map<string, Count>} modules  By id.
 * @property {Map<string, State>} pages  By address.
 * @property {Lesson | null} next  The first lesson that is not done.
 * @property {boolean} begun
 *
 * @typedef {object} Kept  What is in the store.
 * @property {ReadonlyMap<string, Records["lesson"]>} lessons
 * @property {ReadonlyMap<string, History<Attempt>>} answers
 */

/**
 * @param {Course} course
 * @param {Kept} kept
 * @returns {Survey}
 */
export function survey({ modules }, kept) {
  const all = modules.flatMap(({ lessons }) => lessons);
  const isDone = (/** @type {Lesson} */ { ref }) => kept.lessons.get(ref)?.done === true;
  const next = all.find((lesson) => !isDone(lesson)) ?? null;
  const stateOf = (/** @type {Lesson} */ lesson) =>
    isDone(lesson) ? "done" : lesson === next ? "next" : begunState(lesson, kept);
  const lessons = new Map(all.map((lesson) => [lesson.ref, stateOf(lesson)]));
  const counts = modules.map((module) => count(module, lessons));
  const pages = [
    ...all.map(({ url, ref }) => [url, lessons.get(ref)]),
    ...modules.map(({ url }, index) => [url, counts[index]?.state]),
  ];
  return {
    lessons,
    modules: new Map(modules.map(({ id }, index) => [id, /** @type {Count} */ (counts[index])])),
    pages: new Map(/** @type {any} */ (pages)),
    next,
    begun: kept.answers.size > 0 || all.some(isDone),
  };
}

/**
 * @param {Lesson} lesson
 * @param {Kept} kept
 * @returns {State}
 */
function begunState({ questions }, kept) {
  return questions.some((ref) => kept.answers.has(ref)) ? "begun" : "";
}

/**
 * @param {Module} module
 * @param {Map<string, State>} states
 * @returns {Count}
 */
function count({ lessons }, states) {
  const found = lessons.map(({ ref }) => states.get(ref));
  const total = found.length;
  const done = found.filter((state) => state === "done").length;
  if (total > 0 && done === total) return { state: "done", done, total };
  const state = found.includes("next") ? "next" : done || found.includes("begun") ? "begun" : "";
  return { state, done, total };
}

/**
 * What the newest answer to each question got.
 *
 * @param {readonly string[]} questions
 * @param {Kept["answers"]} answers
 * @returns {Tally}
 */
export function tally(questions, answers) {
  const results = questions.map((ref) => answers.get(ref)?.attempts.at(-1)?.result);
  const of = (/** @type {string} */ wanted) => results.filter((one) => one === wanted).length;
  const tried = results.filter(Boolean).length;
  return { right: of("right"), partly: of("partly"), tried, total: questions.length };
}

/**
 * Where to go on: where the learner left, unless that is done or gone; then what is next.
 *
 * @param {Course} course
 * @param {Survey} found
 * @param {string | undefined} path  The page that was open last.
 * @returns {{ again: boolean, title: string, url: string } | null}
 */
export function whereTo({ modules }, { lessons, next, begun }, path) {
  const url = path?.split("#")[0];
  const lesson = modules.flatMap((module) => module.lessons).find((one) => one.url === url);
  if (lesson && lessons.get(lesson.ref) !== "done") return { again: true, ...picked(lesson) };
  const checked = modules.find(({ check }) => check && check.url === url);
  if (checked?.check) return { again: true, title: checked.title, url: checked.check.url };
  return next && (begun || lesson) ? { again: false, ...picked(next) } : null;
}

/** @param {Lesson} lesson */
function picked({ title, url }) {
  return { title, url };
}

/**
 * Words with their placeholders filled; a `count` chooses between one and many.
 *
 * @param {Readonly<Record<string, string>>} words
 * @param {string} name
 * @param {Record<string, string | number>} [values]
 */
export function phrase(words, name, values = {}) {
  const form = values["count"] === 1 ? "one" : "other";
  const text = words[name] ?? words[`${name}.${form}`] ?? "";
  return text.replace(/\{(\w+)\}/g, (_, key) => String(values[key] ?? ""));
}

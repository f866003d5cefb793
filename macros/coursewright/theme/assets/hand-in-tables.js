/** What is handed in, as tables that people read. */

import { everything } from "./handing.js";
import { made } from "./making.js";
import { phrase } from "./progress-model.js";

/** @import { Attempted, Result } from "./passing-types.js" */
/** @import { Known } from "./progress-shown.js" */
/** @import { Words } from "./assigned-model.js" */

/** @typedef {(name: string, values?: Record<string, string | number>) => string} Say */

/**
 * @param {Result} result
 * @param {Known} known
 * @param {Words} words
 */
export function handedTables(result, { course }, words) {
  /** @type {Say} */
  const say = (name, values) => phrase(words, name, values);
  const language = document.documentElement.lang || "en";
  const forms = {
    day: new Intl.DateTimeFormat(language, { dateStyle: "medium", timeStyle: "short" }),
    percent: new Intl.NumberFormat(language, { style: "percent" }),
  };
  const titles = titlesOf(course);
  return [
    table(say, "who", [], about(result, say, forms)),
    table(say, "lessons", ["lesson", "when"], lessons(result, titles, forms)),
    table(say, "checks", ["check", "score", "best", "tries", "when"], checks(result, titles, forms)),
    table(say, "answers", COLUMNS, answers(result, titles, say, forms)),
  ];
}

const COLUMNS = ["question", "newest", "answer", "tries", "first", "first-answer"];

/** @typedef {{ day: Intl.DateTimeFormat, percent: Intl.NumberFormat }} Forms */

/** @param {Known["course"]} course */
function titlesOf(course) {
  const all = everything(course);
  return {
    lessons: new Map(all.map(({ kind, ref, title }) => [`${kind} ${ref}`, title])),
    questions: new Map(
      all.flatMap(({ title, questions }) =>
        questions.map((ref, at) => [ref, /** @type {const} */ ([title, at + 1])]),
      ),
    ),
  };
}

/** @typedef {ReturnType<typeof titlesOf>} Titles */

/**
 * @param {Result} result
 * @param {Say} say
 * @param {Forms} forms
 */
function about({ name, course, learner, made: at, assignment }, say, { day }) {
  const rows = [
    [say("handin-name"), name || say("handin-none")],
    [say("handin-course"), course],
    [say("handin-assignment"), assignment?.title ?? say("handin-none")],
    [say("handin-learner"), learner],
    [say("handin-made"), day.format(at)],
  ];
  return rows;
}

/**
 * @param {Result} result
 * @param {Titles} titles
 * @param {Forms} forms
 */
function lessons({ lessons: done }, titles, { day }) {
  return Object.entries(done).map(([ref, { at }]) => [
    titles.lessons.get(`lesson ${ref}`) ?? ref,
    day.format(at),
  ]);
}

/**
 * @param {Result} result
 * @param {Titles} titles
 * @param {Forms} forms
 */
function checks({ checks: taken }, titles, { day, percent }) {
  return Object.entries(taken).map(([ref, { score, best, tries, at }]) => [
    titles.lessons.get(`check ${ref}`) ?? ref,
    percent.format(score),
    percent.format(best),
    String(tries),
    day.format(at),
  ]);
}

/**
 * @param {Result} result
 * @param {Titles} titles
 * @param {Say} say
 * @param {Forms} forms
 */
function answers({ answers: given }, titles, say, { percent }) {
  const got = (/** @type {Attempted} */ { result, score, confidence }) => {
    const sure = confidence ? say("handin-sure", { confidence }) : "";
    const part = score === undefined || result !== "partly" ? "" : percent.format(score);
    return [say(`handin-${result}`), part, sure].filter(Boolean).join(", ");
  };
  return Object.entries(given).map(([ref, { tries, first, ...newest }]) => {
    const [title, number] = titles.questions.get(ref) ?? [ref, ""];
    const said = [got(newest), written(newest, say), String(tries), got(first), written(first, say)];
    return [say("handin-numbered", { title, number }), ...said];
  });
}

/**
 * @param {Attempted} attempt
 * @param {Say} say
 */
function written({ response }, say) {
  if (response === undefined) return say("handin-kept-back");
  return typeof response === "string" ? response : JSON.stringify(response);
}

/**
 * @param {Say} say
 * @param {string} name
 * @param {readonly string[]} columns
 * @param {readonly string[][]} rows
 */
function table(say, name, columns, rows) {
  if (!rows.length) return empty(say(`handin-${name}`), say("handin-nothing"));
  const box = made("div", "cw-table cw-handin__table");
  const title = made("caption", "", say(`handin-${name}`));
  const body = made("tbody");
  title.id = `handin-${name}`;
  box.tabIndex = 0;
  box.setAttribute("role", "region");
  box.setAttribute("aria-labelledby", title.id);
  body.append(...rows.map(row));
  const whole = made("table");
  whole.append(title, ...(columns.length ? [head(columns, say)] : []), body);
  box.append(whole);
  return box;
}

/**
 * @param {string} title
 * @param {string} text
 */
function empty(title, text) {
  const line = made("p");
  line.append(made("strong", "", title), `: ${text}`);
  return line;
}

/**
 * @param {readonly string[]} columns
 * @param {Say} say
 */
function head(columns, say) {
  const row = made("tr");
  for (const name of columns) {
    const cell = made("th", "", say(`handin-column-${name}`));
    cell.scope = "col";
    row.append(cell);
  }
  const top = made("thead");
  top.append(row);
  return top;
}

/** @param {readonly string[]} texts */
function row([first = "", ...rest]) {
  const one = made("tr");
  const name = made("th", "", first);
  name.scope = "row";
  one.append(name, ...rest.map((text) => made("td", "", text)));
  return one;
}

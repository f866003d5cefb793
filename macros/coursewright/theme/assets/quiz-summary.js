/** What a round of a quiz came to: loaded when the learner gets there. */

import { button, make } from "./quiz-parts.js";
import { drawn, shuffled } from "./quiz-round.js";
import { sum } from "./quiz-sum.js";

/** @import { Phrase } from "./grading.js" */
/** @import { Asked, Got, Sum } from "./quiz-sum.js" */

/**
 * @typedef {Asked & { element: HTMLElement, form: HTMLFormElement, anchor: string }} Item
 *
 * @typedef {object} Quiz
 * @property {(phrase: Phrase) => string} say
 * @property {number} goal  The percentage to reach; 0 if there is none.
 * @property {number} draw  How many questions a round asks.
 * @property {readonly Asked[]} pool  All that there are.
 * @property {(refs: string[]) => void} start  Begin another round.
 */

/**
 * @param {readonly Item[]} asked
 * @param {ReadonlyMap<string, Got>} results
 * @param {Quiz} quiz
 */
export function summary(asked, results, quiz) {
  const all = sum(asked, results);
  const missed = asked.filter(({ ref }) => all.missed.includes(ref));
  const heading = make("h2", "", quiz.say(["summary"]));
  heading.id = "cw-quiz-summary";
  heading.tabIndex = -1;
  const nodes = [
    heading,
    ...told(all, quiz),
    ...(all.total ? [table(all, quiz)] : []),
    ...again(missed, results, quiz),
    offers(all, quiz),
  ];
  return { all, nodes };
}

/**
 * @param {Sum} all
 * @param {Quiz} quiz
 */
function told({ right, total, percent, kept, missing }, { say, goal }) {
  const reached = percent >= goal ? "reached" : "missed";
  /** @type {(Phrase | false | 0)[]} */
  const lines = [
    total > 0 && ["score", { right: rounded(right), total, percent }],
    total && goal && [`goal-${reached}`, { goal }],
    missing && ["missing", { count: missing }],
    kept && ["kept", { count: kept }],
    total > 0 && ["last"],
  ];
  return lines.flatMap((line) => (line ? make("p", `cw-quiz__${line[0]}`, say(line)) : []));
}

/**
 * @param {Sum} all
 * @param {Quiz} quiz
 */
function table({ objectives }, { say }) {
  const head = make("tr", "");
  head.append(...["objective", "result"].map((name) => cell("col", say([name]))));
  const rows = objectives.map(({ objective, right, total }) => {
    const row = make("tr", "");
    const result = say(["of", { right: rounded(right), total }]);
    row.append(cell("row", objective), make("td", "", result));
    return row;
  });
  const [top, body] = [make("thead", ""), make("tbody", "")];
  top.append(head);
  body.append(...rows);
  const made = make("table", "cw-quiz__table");
  made.append(make("caption", "", say(["objectives"])), top, body);
  return made;
}

/**
 * What to read again, and the questions that show why.
 *
 * @param {readonly Item[]} missed
 * @param {ReadonlyMap<string, Got>} results
 * @param {Quiz} quiz
 */
function again(missed, results, { say }) {
  if (!missed.length) return [make("p", "", say(["nothing"]))];
  /** @type {Map<string, HTMLElement>} */
  const groups = new Map();
  for (const item of missed) {
    const { href: address = "", taught: lesson } = item.element.dataset;
    const group = groups.get(address) ?? make("li", "");
    if (!groups.has(address)) group.append(...(lesson ? [linked(address, lesson)] : []), make("ul", ""));
    const { result = "unanswered" } = results.get(item.ref) ?? {};
    group.querySelector("ul")?.append(question(item, say([result])));
    groups.set(address, group);
  }
  const list = make("ul", "cw-quiz__again");
  list.append(...groups.values());
  return [make("h3", "", say(["read"])), list];
}

/**
 * @param {string} address
 * @param {string} title
 */
function linked(address, title) {
  const link = document.createElement("a");
  link.href = address;
  link.textContent = title;
  return link;
}

/**
 * @param {Item} item
 * @param {string} result
 */
function question({ form, anchor }, result) {
  const asks = form.querySelector("legend > :is(h2, h3)");
  const link = make("a", "", asks?.textContent?.trim());
  link.setAttribute("href", `#${anchor}`);
  const entry = make("li", "");
  entry.append(make("b", "", `${result}:`), " ", link);
  return entry;
}

/**
 * @param {Sum} all
 * @param {Quiz} quiz
 */
function offers({ missed }, { say, draw, pool, start }) {
  const name = draw < pool.length ? "drawn" : "start";
  const anew = button(() => start(drawn(pool, draw, Date.now())), say([name]));
  const retry = button(() => start(shuffled(missed, Date.now())), say(["again"]));
  const some = missed.length ? [retry, anew] : [anew];
  some[0]?.classList.add("cw-button--primary");
  const made = make("div", "cw-quiz__nav");
  made.append(...some);
  return made;
}

/** @param {number} points */
function rounded(points) {
  const language = document.documentElement.lang || "en";
  return new Intl.NumberFormat(language, { maximumFractionDigits: 1 }).format(points);
}

/**
 * @param {string} scope
 * @param {string} text
 */
function cell(scope, text) {
  const made = make("th", "", text);
  made.setAttribute("scope", scope);
  return made;
}

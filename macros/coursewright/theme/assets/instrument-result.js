/** The result of all raters: a table and, drawn from the same numbers, a chart. */

import { results } from "./instrument-report.js";

/** @import { Answers } from "./instrument-answers.js" */
/** @import { Instrument } from "./instrument.js" */
/** @import { Result } from "./instrument-types.js" */

/** @typedef {Pick<Instrument, "answers" | "everybody" | "said">} Rated  Whose ratings are shown. */

const SVG = "http://www.w3.org/2000/svg";
const WIDTH = 320;
const ROW = 46;
const EDGE = 14;
const FOOT = 34;

/**
 * Show it when asked, and fold it as soon as somebody rates again.
 *
 * @param {Instrument} instrument
 * @param {HTMLElement} part
 */
export function offer(instrument, part) {
  const box = /** @type {HTMLElement | null} */ (part.querySelector("[data-result]"));
  const button = part.querySelector("[data-act=show]");
  const status = part.querySelector("[data-said]");
  if (!box || !button || !status) return;
  const fold = (/** @type {boolean} */ open) => {
    if (box.hidden === !open) return;
    box.hidden = !open;
    button.setAttribute("aria-expanded", String(open));
    button.textContent = open ? instrument.said("instrument-hide") : shows;
    status.textContent = open ? showResult(instrument, box) : "";
  };
  const shows = button.textContent ?? "";
  button.addEventListener("click", () => {
    instrument.flush();
    fold(box.hidden === true);
  });
  for (const type of ["cw-typed", "cw-turn"]) instrument.addEventListener(type, () => fold(false));
}

/**
 * Fill in the table, draw the chart, and say whose ratings these are.
 *
 * @param {Rated} instrument
 * @param {HTMLElement} box
 */
export function showResult(instrument, box) {
  const answers = /** @type {Answers} */ (instrument.answers);
  const rating = instrument.everybody().filter(({ id }) =>
    [...answers.fields.keys()].some((field) => answers.get(id, field)?.level),
  );
  const found = results(answers, rating);
  for (const one of found) fill(instrument, box, one);
  const drawing = rating.length ? [chart(instrument, found)] : [];
  box.querySelector("[data-chart]")?.replaceChildren(...drawing);
  box.querySelector("[data-bare]")?.replaceChildren(...bareRatings(instrument, found));
  const names = rating.map(({ name }) => name).join(", ");
  return instrument.said(rating.length ? "instrument-shown" : "instrument-none", { names });
}

/**
 * @param {Rated} instrument
 * @param {HTMLElement} box
 * @param {Result} result
 */
function fill({ said }, box, { id, count, median, low, high, gap, where }) {
  const cells = box.querySelectorAll(`tr[data-section="${id}"] > td`);
  const range = low === high ? `${low}` : `${low}–${high}`;
  const wide = gap ? said("instrument-gap", { gap, label: where }) : said("instrument-gap-none");
  const texts = [
    median === null ? "–" : decimal(median),
    count ? range : "–",
    gap !== null ? wide : count ? said("instrument-second") : "–",
  ];
  for (const [at, cell] of cells.entries()) cell.textContent = texts[at] ?? "";
}

/** @param {number} value */
const decimal = (value) =>
  new Intl.NumberFormat(document.documentElement.lang || "en").format(value);

/**
 * @param {Rated} instrument
 * @param {readonly Result[]} found
 */
function bareRatings({ said }, found) {
  /** @type {Map<string, string[]>} */
  const names = new Map();
  for (const { label, name } of found.flatMap(({ bare }) => bare)) {
    names.set(label, [...(names.get(label) ?? []), name]);
  }
  const items = [...names].map(([label, whose]) => {
    const item = document.createElement("li");
    item.textContent = said("instrument-bare-one", { label, rater: whose.join(", ") });
    return item;
  });
  if (!items.length) return [];
  const [title, list] = [document.createElement("p"), document.createElement("ul")];
  title.textContent = said("instrument-bare");
  list.append(...items);
  return [title, list];
}

/**
 * From the lowest to the highest rating a bar, with a mark at the median.
 *
 * @param {Rated} instrument
 * @param {readonly Result[]} found
 */
function chart({ said, answers }, found) {
  const scale = answers?.spec.scale ?? [];
  const height = found.length * ROW + FOOT;
  const step = (WIDTH - 2 * EDGE) / Math.max(1, scale.length - 1);
  const x = (/** @type {number} */ level) => EDGE + (level - 1) * step;
  const svg = drawn("svg", { viewBox: `0 0 ${WIDTH} ${height}`, role: "img", class: "cw-chart" });
  svg.setAttribute("aria-label", said("instrument-chart"));
  for (const [at, name] of scale.entries()) {
    const anchor = at === 0 ? "start" : at === scale.length - 1 ? "end" : "middle";
    svg.append(...mark(at + 1, name, x(at + 1), height - FOOT, anchor));
  }
  for (const [at, one] of found.entries()) svg.append(...row(one, at * ROW, x));
  return svg;
}

/**
 * A level of the scale: a line up the chart, its number and its name.
 *
 * @param {number} level
 * @param {string} name
 * @param {number} x
 * @param {number} foot
 * @param {"start" | "middle" | "end"} anchor  Names at the edges begin or end there.
 */
function mark(level, name, x, foot, anchor) {
  const edge = { start: 2, middle: x, end: WIDTH - 2 }[anchor];
  const named = { x: edge, y: foot + 30, "text-anchor": anchor, class: "cw-chart__level" };
  return [
    drawn("line", { x1: x, x2: x, y1: 4, y2: foot + 4, class: "cw-chart__grid" }),
    drawn("text", { x, y: foot + 17, "text-anchor": "middle" }, `${level}`),
    drawn("text", named, name),
  ];
}

/**
 * @param {Result} result
 * @param {number} top
 * @param {(level: number) => number} x
 */
function row({ title, median, low, high }, top, x) {
  const label = drawn("text", { x: 2, y: top + 15, class: "cw-chart__title" }, title);
  if (median === null || low === null || high === null) return [label];
  const y = top + 30;
  return [
    label,
    drawn("line", { x1: x(low), x2: x(high), y1: y, y2: y, class: "cw-chart__range" }),
    drawn("circle", { cx: x(median), cy: y, r: 6, class: "cw-chart__median" }),
  ];
}

/**
 * @param {string} name
 * @param {Record<string, string | number>} attributes
 * @param {string} [text]
 */
function drawn(name, attributes, text) {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  if (text) made.textContent = text;
  return made;
}

/** Files of what was filled in: made here, saved here, and read in again. */

import { MOST_TEXT, added, packed } from "./instrument-data.js";
import { ME } from "./instrument-me.js";
import { events, sheet, table } from "./instrument-writing.js";
import { calendar, csv } from "./instrument-formats.js";
import { made, save } from "./making.js";

/** @import { Answers } from "./instrument-answers.js" */
/** @import { Instrument } from "./instrument.js" */

/**
 * @param {Instrument} instrument
 * @param {HTMLElement} part
 */
export function offer(instrument, part) {
  const status = /** @type {HTMLElement} */ (part.querySelector("[data-said]"));
  const say = (/** @type {string[]} */ ...lines) =>
    status.replaceChildren(...lines.map((line) => made("p", "", line)));
  const on = (/** @type {string} */ act, /** @type {() => void} */ does) =>
    part.querySelector(`[data-act=${act}]`)?.addEventListener("click", () => {
      instrument.flush();
      does();
    });
  on("print", () => window.print());
  for (const [act, make] of Object.entries(MAKERS)) {
    on(act, () => {
      const file = make(instrument);
      say(file ? saved(instrument, file) : instrument.said("instrument-no-dates"));
    });
  }
  on("erase", () => erase(instrument, say));
  choose(instrument, part, say);
}

/** @typedef {{ text: string, type: string, end: string }} Made */

/** @type {Record<string, (instrument: Instrument) => Made | null>} */
const MAKERS = {
  markdown: (it) => ({ text: sheet(given(it)), type: "text/markdown", end: "md" }),
  csv: (it) => ({ text: csv(table(given(it))), type: "text/csv", end: "csv" }),
  data: (it) => ({ text: packed(given(it).answers), type: "application/json", end: "json" }),
  calendar: (it) => {
    const found = events(given(it));
    return found.length ? { text: calendar(found), type: "text/calendar", end: "ics" } : null;
  },
};

/** @param {Instrument} instrument */
function given(instrument) {
  const answers = /** @type {Answers} */ (instrument.answers);
  return { answers, said: instrument.said, people: instrument.everybody(), address: addressOf() };
}

/**
 * The page's own, without what the reader has been looking for. Where a folder is on somebody's
 * machine is nobody's business.
 */
function addressOf() {
  return location.protocol === "file:" ? "" : `${location.origin}${location.pathname}`;
}

/**
 * @param {Instrument} instrument
 * @param {Made} made
 */
function saved({ answers, said }, { text, type, end }) {
  const day = new Date(answers?.store.now() ?? 0).toISOString().slice(0, 10);
  const name = `${answers?.spec.id}-${day}.${end}`;
  save(name, text, type);
  return said("instrument-saved", { name });
}

/**
 * @param {Instrument} instrument
 * @param {(...lines: string[]) => void} say
 */
async function erase(instrument, say) {
  if (!(await instrument.asks("erase"))) return;
  instrument.answers?.erase();
  instrument.turnTo(ME);
  say(instrument.said("instrument-erased"));
}

/**
 * @param {Instrument} instrument
 * @param {HTMLElement} part
 * @param {(...lines: string[]) => void} say
 */
function choose(instrument, part, say) {
  const input = /** @type {HTMLInputElement} */ (part.querySelector("input[type=file]"));
  input.addEventListener("change", async () => {
    const [file] = input.files ?? [];
    if (file) say(...(await taken(instrument, file)));
    input.value = "";
  });
}

/**
 * What was taken from a file and what was not, in sentences.
 *
 * @param {Instrument} instrument
 * @param {File} file
 */
async function taken(instrument, file) {
  const { said } = instrument;
  const answers = /** @type {Answers} */ (instrument.answers);
  instrument.flush();
  if (file.size > 4 * MOST_TEXT) return [said("instrument-import-too-big")];
  const text = await file.text().catch(() => null);
  if (text === null) return [said("instrument-import-failed")];
  const { fault, taken: count, left, names } = added(answers, text);
  if (fault) return [said(`instrument-import-${fault}`)];
  instrument.turnTo(instrument.who);
  const lines = [
    names.length && said("instrument-import-raters", { names: names.join(", ") }),
    count && said("instrument-import-taken", { count }),
    !count && !left && said("instrument-import-same"),
    left && said("instrument-import-left", { count: left }),
  ];
  return lines.filter((line) => typeof line === "string");
}

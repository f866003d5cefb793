/** The page that lists what the learner has done, and keeps it, moves it or erases it. */

import { load } from "./loading.js";
import { button, made, put, save } from "./making.js";
import { phrase, tally } from "./progress-model.js";
import { MOST_TEXT, exportProgress, importProgress } from "./store-file.js";

/** @import { Known, Words } from "./progress-shown.js" */
/** @import { Store } from "./store.js" */

const MOST_NAMES = 10;

/**
 * @param {readonly HTMLElement[]} places
 * @param {Known} known
 */
export async function show([page], known) {
  if (!page) return;
  const stored = (await load("./words-store.js")).default;
  const words = { ...stored, ...known.words };
  showNotes(page, known, words);
  showAnswers(page, known, words);
  showQuizzes(page, known, words);
  const file = page.querySelector("[data-file]");
  if (file instanceof HTMLElement && !file.firstChild) offer(file, known.store, words);
}

/**
 * @param {Element} page
 * @param {Known} known
 * @param {Words} words
 */
function showNotes(page, { store, found }, words) {
  const damaged = store.damaged().length;
  const status = store.status();
  const lines = [
    made("p", "cw-notice", status === "kept" ? "" : phrase(words, `store.${status}`)),
    made("p", "cw-notice", damaged ? phrase(words, "store.damaged", { count: damaged }) : ""),
    made("p", "", found.begun ? "" : phrase(words, "progress-none")),
    made("p", "", found.begun && !found.next ? phrase(words, "progress-all") : ""),
  ].filter(({ textContent }) => textContent);
  const notes = page.querySelector("[data-notes]");
  if (notes?.textContent === lines.map(({ textContent }) => textContent).join("")) return;
  notes?.replaceChildren(...lines);
}

/**
 * @param {Element} page
 * @param {Known} known
 * @param {Words} words
 */
function showAnswers(page, { course, kept }, words) {
  const asked = new Map(
    course.modules.flatMap(({ id, check, lessons }) => [
      /** @type {[string, string[]]} */ ([id, check?.questions ?? []]),
      ...lessons.map(({ ref, questions }) => /** @type {[string, string[]]} */ ([ref, questions])),
    ]),
  );
  for (const place of page.querySelectorAll("[data-answers]")) {
    const counted = tally(asked.get(place.getAttribute("data-answers") ?? "") ?? [], kept.answers);
    put(place, counted.tried ? phrase(words, "progress-answers", counted) : "");
  }
}

/**
 * @param {Element} page
 * @param {Known} known
 * @param {Words} words
 */
function showQuizzes(page, { store }, words) {
  for (const place of page.querySelectorAll("[data-quiz]")) {
    const record = store.get("quiz", place.getAttribute("data-quiz") ?? "");
    put(place, record ? quizSays(record, store.now(), words) : "");
  }
}

/**
 * @param {import("./store-types.js").Records["quiz"]} record
 * @param {number} now
 * @param {Words} words
 */
function quizSays({ attempts, best: apart }, now, words) {
  const language = document.documentElement.lang || "en";
  const percent = new Intl.NumberFormat(language, { style: "percent" });
  const date = new Intl.DateTimeFormat(language, { dateStyle: "long" });
  const last = attempts.at(-1);
  if (!last) return "";
  const top = Math.max(...attempts.map(({ score }) => score), apart?.score ?? 0);
  const when = date.format(Math.min(last.at, now));
  const said = phrase(words, "progress-quiz", { score: percent.format(last.score), when });
  const best = phrase(words, "progress-quiz-best", { score: percent.format(top) });
  return attempts.length > 1 ? `${said} ${best}` : said;
}

/**
 * @param {HTMLElement} place
 * @param {Store} store
 * @param {Words} words
 */
function offer(place, store, words) {
  const status = made("div", "cw-progress__said");
  status.setAttribute("role", "status");
  const say = (/** @type {string[]} */ ...lines) =>
    status.replaceChildren(...lines.map((line) => made("p", "", line)));
  const actions = made("div", "cw-actions");
  const dialog = eraser(store, words, say);
  actions.append(
    button(phrase(words, "progress-export"), () => say(saved(store, words))),
    button(phrase(words, "progress-erase"), () => dialog.showModal()),
  );
  place.append(made("h2", "", place.dataset["file"] ?? ""), actions, chooser(store, words, say));
  place.append(status, dialog);
}

/**
 * @param {Store} store
 * @param {Words} words
 */
function saved(store, words) {
  const day = new Date(store.now()).toISOString().slice(0, 10);
  const name = `${store.course}-${day}.json`;
  save(name, exportProgress(store), "application/json");
  return phrase(words, "progress-exported", { name });
}

/**
 * @param {Store} store
 * @param {Words} words
 * @param {(...lines: string[]) => void} say
 */
function chooser(store, words, say) {
  const label = made("label", "cw-progress__import", phrase(words, "progress-file"));
  const input = document.createElement("input");
  input.type = "file";
  input.accept = ".json,application/json";
  input.className = "cw-field";
  input.addEventListener("change", async () => {
    const [file] = input.files ?? [];
    if (file) say(...(await imported(store, file, words)));
    input.value = "";
  });
  label.append(input);
  return label;
}

/**
 * What was taken from a file and what was not, in sentences.
 *
 * @param {Store} store
 * @param {File} file
 * @param {Words} words
 */
async function imported(store, file, words) {
  if (file.size > 4 * MOST_TEXT) return [phrase(words, "store.import-too-big")];
  const text = await file.text().catch(() => null);
  if (text === null) return [phrase(words, "progress-other")];
  const { fault, taken, refused } = importProgress(store, text);
  if (fault) return [phrase(words, `store.import-${fault}`)];
  const names = refused.slice(0, MOST_NAMES).map(({ name }) => name);
  if (refused.length > MOST_NAMES) names.push("…");
  const lines = [
    taken && phrase(words, "store.import-taken", { count: taken }),
    !taken && !refused.length && phrase(words, "store.import-same"),
    refused.length && phrase(words, "store.import-refused", { count: refused.length }),
    refused.length && phrase(words, "progress-refused", { names: names.join(", ") }),
  ];
  return lines.filter((line) => typeof line === "string");
}

/**
 * Asks before it erases. The browser gives the focus back to what opened it.
 *
 * @param {Store} store
 * @param {Words} words
 * @param {(...lines: string[]) => void} say
 */
function eraser(store, words, say) {
  const dialog = document.createElement("dialog");
  const title = made("h2", "", phrase(words, "progress-erase-title"));
  const actions = made("div", "cw-actions");
  const erase = () => {
    dialog.close();
    store.erase();
    say(phrase(words, "store.erased"));
  };
  title.id = "cw-erase";
  dialog.className = "cw-dialog";
  dialog.setAttribute("aria-labelledby", title.id);
  actions.append(
    button(phrase(words, "progress-erase-no"), () => dialog.close()),
    button(phrase(words, "progress-erase-yes"), erase),
  );
  dialog.append(title, made("p", "", phrase(words, "store.erase")), actions);
  return dialog;
}

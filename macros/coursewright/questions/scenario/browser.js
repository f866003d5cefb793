/** @import { Entry, Gap, Grade, Phrase } from "../../theme/assets/grading.js" */
/** @import { Sheet } from "../../theme/assets/sheet.js" */

/** @typedef {Entry & { element?: HTMLElement }} Decision  What the answer says of a choice. */

const AT = "at-";
const ENDS = "ends";
const WORTH = /** @type {Record<string, number>} */ ({ good: 1, fair: 0.5 });

/** What the frame says otherwise here. */
export const words = {
  check: "scenario-decide",
  "try-again": "scenario-again",
  "next-think": "scenario-next",
  "next-lesson": "scenario-next-lesson",
};

/**
 * The keys of all decisions up to an end; on the way there, where the learner is.
 *
 * @param {FormData} data
 * @returns {string[] | { at: string }}
 */
export function read(data) {
  const at = data.get("at");
  return at === null ? /** @type {string[]} */ (data.getAll("way")) : { at: String(at) };
}

/**
 * @param {string[] | { at: string }} response
 * @returns {Gap | null}
 */
export function gap(response) {
  if (Array.isArray(response)) return null;
  return { name: AT + response.at, say: ["scenario-choose"] };
}

/**
 * @param {string[]} keys
 * @param {readonly Entry[]} entries
 * @returns {Grade}
 */
export function grade(keys, entries) {
  const taken = follow(keys, entries) ?? [];
  const total = taken.length;
  const right = taken.filter((decision) => decision.correct).length;
  if (right === total) return { result: "right", score: 1, headline: ["scenario-right"], marks: [] };
  const worth = taken.reduce((sum, { data }) => sum + (WORTH[data["quality"] ?? ""] ?? 0), 0);
  const headline = /** @type {Phrase} */ (["scenario-counted", { right, total }]);
  return { result: worth ? "partly" : "wrong", score: worth / total, headline, marks: [] };
}

/**
 * The decisions that keys stand for, from the start to an end; null when they lead elsewhere.
 *
 * @template {Entry} T
 * @param {readonly unknown[]} keys
 * @param {readonly T[]} entries
 * @returns {T[] | null}
 */
export function follow(keys, entries) {
  const taken = [];
  let name = entries.find((entry) => entry.data["start"] !== undefined)?.name;
  for (const key of keys) {
    const found = entries.find((entry) => entry.name === name && entry.key === key);
    if (!found) return null;
    taken.push(found);
    name = AT + found.data["to"];
  }
  const last = taken.at(-1)?.data["to"];
  return entries.some((entry) => entry.name === ENDS && entry.key === last) ? taken : null;
}

/** @type {WeakMap<HTMLFormElement, Play>} */
const plays = new WeakMap();

/**
 * @param {HTMLElement} _root
 * @param {Sheet} sheet
 */
export function start(_root, sheet) {
  plays.set(sheet.form, new Play(sheet));
}

/**
 * @param {HTMLFormElement} form
 * @param {unknown} response
 */
export function restore(form, response) {
  return Array.isArray(response) && (plays.get(form)?.replay(response) ?? false);
}

/** One learner's way through the case: one situation at a time, never on by itself. */
class Play {
  /** @type {Decision[]} */
  #taken = [];
  /** @type {HTMLElement | undefined} The situation to decide in; none at an end. */
  #now;
  #told = false;
  #sheet;
  #situations;
  #way;
  #end;
  #said;

  /** @param {Sheet} sheet */
  constructor(sheet) {
    const { form } = sheet;
    this.#sheet = sheet;
    const found = form.querySelectorAll("[data-situation]");
    this.#situations = /** @type {HTMLElement[]} */ ([...found]);
    this.#way = sheet.make("div", "cw-way");
    this.#end = sheet.make("section", "cw-situation");
    this.#said = sheet.make("div", "cw-feedback");
    this.#said.setAttribute("aria-live", "polite");
    this.#situations[0]?.before(this.#way);
    this.#way.parentElement?.append(this.#end, this.#said);
    this.#begin();
    form.addEventListener("submit", (event) => this.#submitted(event));
    form.addEventListener("change", () => this.#untell());
    form.addEventListener("reset", () => this.#begin());
    form.addEventListener("formdata", ({ formData }) => this.#fill(formData));
  }

  /**
   * Go a whole way at once, without moving the focus.
   *
   * @param {readonly unknown[]} keys
   */
  replay(keys) {
    const taken = follow(keys, this.#sheet.said);
    if (taken) this.#begin();
    for (const decision of taken ?? []) this.#take(decision);
    return taken !== null;
  }

  #begin() {
    this.#taken = [];
    this.#way.replaceChildren();
    this.#end.replaceChildren();
    this.#untell();
    this.#enter(this.#situations[0]);
  }

  /**
   * Only what ends the case, and what is missing, is for the frame.
   *
   * @param {SubmitEvent} event
   */
  #submitted(event) {
    const control = /** @type {HTMLInputElement | null} */ (this.#now?.querySelector(":checked"));
    const decision = this.#find(control?.name, control?.value);
    if (!decision) return;
    if (this.#told) this.#goOn(decision);
    else this.#tell(decision);
    if (!this.#now) return;
    event.preventDefault();
    event.stopPropagation();
  }

  /**
   * @param {string | undefined} name
   * @param {string | undefined} key
   */
  #find(name, key) {
    return this.#sheet.said.find((entry) => entry.name === name && entry.key === key);
  }

  /** @param {Decision} decision */
  #tell(decision) {
    this.#told = true;
    this.#said.replaceChildren(...copies(decision, ":scope > div"));
    this.#offer("scenario-continue");
  }

  /** A decision that is changed before going on has no consequence yet. */
  #untell() {
    if (this.#told) this.#offer("check");
    this.#told = false;
    this.#said.replaceChildren();
  }

  /** @param {string} name */
  #offer(name) {
    this.#sheet.button.textContent = this.#sheet.say([name]);
  }

  /** @param {Decision} decision */
  #goOn(decision) {
    this.#untell();
    this.#take(decision);
    titleOf(this.#now ?? this.#end)?.focus();
  }

  /** @param {Decision} decision */
  #take(decision) {
    const { to } = decision.data;
    this.#taken.push(decision);
    this.#enter(this.#situations.find((found) => found.dataset["situation"] === to));
    if (!this.#now) this.#finish(this.#find(ENDS, to));
    const list = document.createElement("ol");
    list.append(...this.#taken.map((taken) => this.#line(taken)));
    this.#way.replaceChildren(this.#sheet.say(["scenario-way"]), list);
  }

  /** @param {HTMLElement | undefined} situation */
  #enter(situation) {
    for (const found of this.#situations) found.toggleAttribute("data-now", found === situation);
    this.#now = situation;
  }

  /** @param {Decision | undefined} end */
  #finish(end) {
    const title = titleOf(this.#situations[0])?.cloneNode();
    if (!title) return;
    /** @type {HTMLElement} */ (title).append(...copies(end, "[data-subject]"));
    this.#end.replaceChildren(title, ...copies(end, ":scope > div"));
  }

  /**
   * What was decided; how good it was, only at an end.
   *
   * @param {Decision} decision
   */
  #line(decision) {
    const line = document.createElement("li");
    line.append(...copies(decision, "[data-subject]"));
    if (this.#now) return line;
    const { quality } = decision.data;
    const sign = document.createElement("span");
    sign.className = "cw-mark";
    sign.dataset["quality"] = quality;
    sign.textContent = this.#sheet.say([`scenario-${quality}`]);
    line.append(" ", sign);
    return line;
  }

  /** @param {FormData} data */
  #fill(data) {
    for (const { key } of this.#taken) data.append("way", key);
    if (this.#now) data.append("at", this.#now.dataset["situation"] ?? "");
  }
}

/** @param {HTMLElement | undefined} situation */
function titleOf(situation) {
  return /** @type {HTMLElement | null | undefined} */ (situation?.querySelector("[tabindex]"));
}

/**
 * @param {Decision | undefined} entry
 * @param {string} selector
 */
function copies(entry, selector) {
  const found = entry?.element?.querySelector(selector);
  return found ? [found.cloneNode(true)] : [];
}

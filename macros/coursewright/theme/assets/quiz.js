/**
 * `<cw-quiz quiz draw goal>`: shows its questions one at a time, then what they came to. Nothing
 * is locked or timed; each question keeps its answer by itself. Without this script, or when it
 * fails, all questions stand one below the other.
 */

import { openLearner } from "./learner-open.js";
import { load } from "./loading.js";
import { button, make } from "./quiz-parts.js";

/** @import { Phrase } from "./grading.js" */
/** @import { Asked, Got, Sum } from "./quiz-sum.js" */
/** @import { Store } from "./store.js" */

/**
 * @typedef {object} Parts
 * @property {string} anchor
 * @property {HTMLElement} element
 * @property {HTMLElement} question
 * @property {HTMLFormElement} form
 *
 * @typedef {Asked & Parts} Item
 *
 * @typedef {{ refs: string[], at: number, since: number, begun: number }} Round
 * Its questions, the place reached, and since when an answer belongs to it; to a question of an
 * earlier module, only since it began.
 */

export class Quiz extends HTMLElement {
  #begun = false;
  /** Words for a phrase. @type {(phrase: Phrase) => string} */
  #say = ([name]) => name;
  /** @type {Store | null} */
  #store = null;
  /** @type {Map<string, Item>} */
  #items = new Map();
  /** @type {Round} */
  #round = { refs: [], at: 0, since: 0, begun: 0 };
  /** A question that was opened by its link and is not in the round. @type {Item | null} */
  #alone = null;
  /** @type {Map<string, Got>} */
  #results = new Map();
  #head = make("div", "cw-quiz__head");
  #place = make("p", "cw-quiz__place");
  #answered = make("label", "cw-quiz__answered");
  #progress = document.createElement("progress");
  #nav = make("div", "cw-quiz__nav");
  #previous = button(() => this.#go(this.#round.at - 1));
  #next = button(() => this.#go(this.#alone ? this.#round.at : this.#round.at + 1));
  #summary = make("section", "cw-quiz__summary");

  connectedCallback() {
    addEventListener("hashchange", this.#aimed);
    if (this.#begun) return;
    this.#begun = true;
    this.#begin().catch((error) => console.warn("The quiz is left as one list:", error));
  }

  disconnectedCallback() {
    removeEventListener("hashchange", this.#aimed);
  }

  async #begin() {
    const [words, { say }, store] = await Promise.all([
      load("./words-quiz.js"),
      load("./grading.js"),
      openLearner().catch(() => null),
    ]);
    this.#say = ([name, values]) => say(words.default, [`quiz-${name}`, values]);
    this.#store = store;
    const elements = [...this.querySelectorAll(":scope > .cw-quiz__item")];
    this.#items = new Map(elements.map(itemOf).map((item) => [item.ref, item]));
    this.#round = this.#saved() ?? (await this.#first());
    this.#recall();
    if (!this.#current()) await this.#conclude();
    this.#build();
    this.#show();
    this.dataset["on"] = "";
    const aim = this.#aim();
    if (aim) this.#open(aim, false);
  }

  #build() {
    this.#place.tabIndex = -1;
    this.#summary.setAttribute("aria-labelledby", "cw-quiz-summary");
    this.#head.append(this.#place, this.#answered);
    this.#nav.append(this.#previous, this.#next);
    this.prepend(this.#head);
    this.append(this.#summary, this.#nav);
    this.addEventListener("click", this.#clicked);
    this.addEventListener("cw-answer", (event) => {
      const { ref, ...got } = /** @type {CustomEvent} */ (event).detail;
      this.#results.set(ref, got);
      this.#count();
    });
    this.#refresh();
  }

  // Rounds

  get #draw() {
    return Number(this.getAttribute("draw")) || this.#items.size;
  }

  /** @param {Item} item */
  #since({ review }) {
    return review ? this.#round.begun : this.#round.since;
  }

  /** Authors' order for the first time; of a pool, what this learner meets whenever they come. */
  async #first() {
    const pool = [...this.#items.values()];
    const seed = this.#store?.seed() ?? Date.now();
    const all = this.#draw >= pool.length;
    const refs = all
      ? [...this.#items.keys()]
      : (await load("./quiz-round.js")).drawn(pool, this.#draw, seed);
    return { refs, at: 0, since: 0, begun: Date.now() };
  }

  /** @param {string[]} refs */
  #start(refs) {
    this.#round = { refs, at: 0, since: Date.now(), begun: Date.now() };
    this.#results.clear();
    for (const item of this.#items.values()) reset(item);
    this.#go(0);
  }

  /** Answers of this round, from before the page was left. */
  #recall() {
    for (const item of this.#items.values()) {
      const { ref, question } = item;
      const { asked = "", was = "" } = question.dataset;
      const record = this.#store?.get("answer", ref, { was: was.split(" ") });
      const last = record?.attempts.at(-1);
      if (!last || last.at < this.#since(item) || (last.asked ?? asked) !== asked) continue;
      this.#results.set(ref, last);
    }
  }

  /** A question shows its earlier answer; in a later round, or a later module, it is asked anew. */
  #refresh() {
    new MutationObserver(() => {
      for (const item of this.#items.values()) {
        const earlier = item.element.querySelector(".cw-feedback__when");
        if (earlier && this.#since(item) && !this.#results.has(item.ref)) reset(item);
      }
    }).observe(this, { childList: true, subtree: true });
  }

  get #key() {
    return `coursewright-quiz:${location.pathname}:${this.getAttribute("quiz")}`;
  }

  /** The round this tab was in; null if there is none that fits. */
  #saved() {
    try {
      const { refs, at, since, begun } = JSON.parse(sessionStorage.getItem(this.#key) ?? "");
      const known = refs.length > 0 && refs.every((/** @type {any} */ ref) => this.#items.has(ref));
      if (!known || new Set(refs).size < refs.length) return null;
      if (!Number.isFinite(since) || !Number.isFinite(begun)) return null;
      const there = Number.isInteger(at) && at >= 0 && at <= refs.length;
      return there ? { refs, at, since, begun } : null;
    } catch {
      return null;
    }
  }

  #save() {
    try {
      sessionStorage.setItem(this.#key, JSON.stringify(this.#round));
    } catch {
      // Then the place is forgotten with the page.
    }
  }

  // Moving

  /** @param {number} at */
  async #go(at) {
    if (at === this.#round.refs.length) await this.#conclude();
    this.#alone = null;
    this.#round.at = at;
    if (this.#aim()) history.replaceState(history.state, "", location.pathname + location.search);
    this.#show();
    this.#focus();
  }

  /**
   * @param {Item} item
   * @param {boolean} [focus]
   */
  #open(item, focus = true) {
    const at = this.#round.refs.indexOf(item.ref);
    this.#alone = at < 0 ? item : null;
    if (at >= 0) this.#round.at = at;
    this.#show();
    if (focus) this.#focus();
    else this.#head.scrollIntoView();
  }

  #focus() {
    const heading = this.#summary.querySelector("h2");
    (this.#current() ? this.#place : heading)?.focus();
  }

  /** The question that the page's address names. */
  #aim() {
    return [...this.#items.values()].find((item) => location.hash === `#${item.anchor}`);
  }

  #aimed = () => {
    const item = this.#aim();
    if (item) this.#open(item);
  };

  /** Material takes over links, and then the hash changes unheard; here it changes as usual. */
  #clicked = (/** @type {MouseEvent} */ event) => {
    const { target, ctrlKey, metaKey, shiftKey } = event;
    const link = target instanceof Element && target.closest("a[href^='#q-']");
    if (!(link instanceof HTMLAnchorElement) || ctrlKey || metaKey || shiftKey) return;
    event.preventDefault();
    event.stopPropagation();
    if (location.hash === link.hash) this.#aimed();
    else location.hash = link.hash;
  };

  // Showing

  #current() {
    return this.#alone ?? this.#items.get(this.#round.refs[this.#round.at] ?? "");
  }

  #show() {
    const { refs, at } = this.#round;
    const current = this.#current();
    for (const item of this.#items.values()) item.element.hidden = item !== current;
    this.#place.textContent = this.#alone
      ? this.#say(["alone"])
      : this.#say(["part", { number: at + 1, total: refs.length }]);
    const name = this.#alone ? "back" : at + 1 < refs.length ? "next" : "to-summary";
    this.#next.textContent = this.#say([name]);
    this.#previous.textContent = this.#say(["previous"]);
    this.#previous.hidden = at === 0 || this.#alone !== null;
    this.#head.hidden = this.#next.hidden = !current;
    this.#summary.hidden = current !== undefined;
    if (current) this.#count();
    this.#save();
  }

  #count() {
    const total = this.#round.refs.length;
    const answered = this.#round.refs.filter((ref) => this.#results.has(ref)).length;
    this.#progress.max = total;
    this.#progress.value = answered;
    this.#answered.replaceChildren(this.#say(["answered", { answered, total }]), this.#progress);
  }

  async #conclude() {
    const asked = this.#round.refs.flatMap((ref) => this.#items.get(ref) ?? []);
    const { summary } = await load("./quiz-summary.js");
    const { all, nodes } = summary(asked, this.#results, {
      say: this.#say,
      goal: asked.length < this.#draw ? 0 : Number(this.getAttribute("goal")),
      draw: this.#draw,
      pool: [...this.#items.values()],
      start: (/** @type {string[]} */ refs) => this.#start(refs),
    });
    this.#summary.replaceChildren(...nodes);
    this.#record(all);
  }

  /** @param {Sum} all */
  #record({ right, total, missing }) {
    const { refs } = this.#round;
    if (missing || !total || refs.length < this.#draw) return;
    const pairs = refs.map((ref) => [ref, this.#results.get(ref)?.result]);
    const made = /** @type {any} */ ({ score: right / total, results: Object.fromEntries(pairs) });
    const quiz = this.getAttribute("quiz") ?? "";
    const last = this.#store?.get("quiz", quiz)?.attempts.at(-1);
    const same = last && last.at >= this.#round.since && last.score === made.score;
    if (!same) this.#store?.add("quiz", quiz, made);
  }
}

/**
 * @param {Element} element
 * @returns {Item}
 */
function itemOf(element) {
  const question = element.querySelector("cw-question");
  const form = element.querySelector("form");
  if (!(element instanceof HTMLElement) || !(question instanceof HTMLElement) || !form) {
    throw new Error("it holds something that is no question");
  }
  const { objective = "", kept, review: again } = element.dataset;
  const ref = question.getAttribute("ref") ?? "";
  const anchor = question.parentElement?.id ?? "";
  const [graded, review] = [kept === undefined, again !== undefined];
  return { ref, objective, graded, review, anchor, element, question, form };
}

/**
 * Out of sight, so that the focus stays where it is.
 *
 * @param {Item} item
 */
function reset({ element, form }) {
  const { hidden } = element;
  element.hidden = true;
  form.reset();
  element.hidden = hidden;
}

if (!customElements.get("cw-quiz")) customElements.define("cw-quiz", Quiz);

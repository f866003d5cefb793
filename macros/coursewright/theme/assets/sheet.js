/**
 * A question in the page: what the script adds to its form, and where it says things.
 * All that is said about an answer is cloned from the answer's own element; nothing is
 * made from text that could be markup.
 */

import { isMiss, nextStep, say } from "./grading.js";

/** @import { Entry, Gap, Grade, Kind, Mark, Note, Phrase } from "./grading.js" */

/**
 * @typedef {object} Shown
 * How a grade is shown.
 * @property {Phrase | null} marks  What it earned.
 * @property {number} left  How many more tries it takes until the answer may be seen.
 * @property {string} [when]  When it was given, for an earlier answer: that is not announced.
 */

const MADE = "data-cw-made";
/** What the sheet made of one answer, and takes away with it. */
const NOTE = `[${MADE}="note"]`;
const CONTROLS = "input:not([type=hidden]), select, textarea, button[name]:enabled";
const CHOSEN = ["radio", "checkbox", "button", "submit"];

/** Ids are counted, so that a question can stand on a page twice. */
let made = 0;

export class Sheet {
  #words;
  #root;
  #own;
  #status;
  #answer;

  /**
   * @param {HTMLElement} root
   * @param {Readonly<Record<string, string>>} words
   * @param {Kind["words"]} [own]  Names of phrases to say in place of others.
   */
  constructor(root, words, own = {}) {
    this.#words = words;
    this.#root = root;
    this.#own = own;
    this.form = part(root, HTMLFormElement, "form");
    this.#status = part(root, HTMLElement, "[role=status]");
    this.#answer = part(root, HTMLElement, "cw-answer");
    this.hints = /** @type {HTMLElement | null} */ (root.querySelector("cw-hints"));
    this.said = entries(this.#answer);
    this.button = /** @type {HTMLButtonElement} */ (this.make("button", "cw-button"));
  }

  /** @param {Phrase} phrase */
  say([name, values = {}]) {
    return say(this.#words, [this.#own[name] ?? name, values]);
  }

  /** Take over from the form that works without a script. */
  open() {
    this.restore();
    this.#status.before(this.button);
    this.clear();
  }

  /** Leave the form as it works without a script. */
  restore() {
    this.#remove(NOTE);
    for (const node of this.#root.querySelectorAll(`[${MADE}]`)) node.remove();
    this.#fill(this.#status, []);
    this.#answer.hidden = false;
    if (this.hints) this.hints.hidden = false;
  }

  /** Say nothing, and offer to check. */
  clear() {
    this.#forget();
    this.#offer("submit", "check");
    this.#answerHidden(true);
  }

  /**
   * Ask for what is missing, at its place.
   *
   * @param {Gap} gap
   */
  ask(gap) {
    this.satisfy();
    const control = this.#controls().find((found) => found.name === gap.name);
    const group = control?.closest("fieldset");
    if (!control || !group) throw new Error(`no control is called "${gap.name}"`);
    const error = this.#note("p", "cw-error", this.say(gap.say));
    error.setAttribute("role", "alert");
    group.querySelector("legend")?.after(error);
    group.setAttribute("aria-describedby", error.id);
    if (!CHOSEN.includes(control.type)) control.setAttribute("aria-invalid", "true");
    control.focus();
  }

  /**
   * Say what an answer got, why, and what to do next.
   *
   * @param {Grade} grade
   * @param {Shown} how
   */
  show(grade, { marks, left, when }) {
    this.#forget();
    for (const mark of grade.marks) this.#mark(mark);
    const box = when ? this.#note("div", "cw-feedback") : this.#status;
    if (when) this.#status.after(box);
    this.#fill(box, [
      ...(when ? [text("p", "cw-feedback__when", this.say(["earlier-last", { when }]))] : []),
      text("p", "cw-feedback__result", this.say(grade.headline)),
      ...(marks ? [text("p", "cw-feedback__marks", this.say(marks))] : []),
      ...this.#reasons(grade),
      ...(left || grade.result === "kept" ? [] : clones(this.#answer.querySelector("[data-explanation]"))),
      this.#next(grade, left),
    ]);
    box.dataset["result"] = grade.result;
    this.#offer("reset", grade.result === "kept" ? "start-over" : "try-again");
    this.#answerHidden(left > 0);
    if (grade.result === "kept" && !when) this.#answer.querySelector("details")?.setAttribute("open", "");
  }

  /** Take back what was claimed of an answer that has been changed; keep the advice in sight. */
  outdate() {
    const box = this.form.querySelector(".cw-feedback[data-result]");
    const advice = [...(box?.children ?? [])].filter((it) => !/^cw-feedback__/.test(it.className));
    const earlier = this.#note("div", "cw-earlier");
    earlier.append(text("p", "cw-earlier__title", this.say(["earlier"])), ...advice);
    this.#forget();
    this.#fill(this.#status, [text("p", "", this.say(["stale"]))]);
    if (advice.length) this.#status.after(earlier);
    this.#offer("submit", "check");
  }

  /**
   * Say something above the button, without announcing it.
   *
   * @param {Phrase} phrase
   */
  remark(phrase) {
    this.button.before(this.#note("p", "cw-remark", this.say(phrase)));
  }

  /** Ask no longer for what was missing. */
  satisfy() {
    this.#remove(".cw-error");
  }

  /** Forget what was asked for, marked or said before. */
  #forget() {
    this.#remove(NOTE);
    this.#fill(this.#status, []);
  }

  /** @param {string} selector */
  #remove(selector) {
    for (const node of this.form.querySelectorAll(selector)) {
      this.form.querySelector(`[aria-describedby="${node.id}"]`)?.removeAttribute("aria-describedby");
      node.remove();
    }
    for (const node of this.form.querySelectorAll("[aria-invalid]")) node.removeAttribute("aria-invalid");
  }

  focusFirst() {
    this.#controls().find((control) => control.getClientRects().length)?.focus();
  }

  #controls() {
    return /** @type {HTMLInputElement[]} */ ([...this.form.querySelectorAll(CONTROLS)]);
  }

  /**
   * @param {"submit" | "reset"} type
   * @param {string} name
   */
  #offer(type, name) {
    this.button.type = type;
    this.button.classList.toggle("cw-button--primary", type === "submit");
    this.button.textContent = this.say([name]);
  }

  /** @param {boolean} hidden */
  #answerHidden(hidden) {
    this.#answer.hidden = hidden;
    if (hidden) this.#answer.querySelector("details")?.removeAttribute("open");
  }

  /** @param {Mark} mark */
  #mark(mark) {
    const named = this.#controls().filter((found) => found.name === mark.name);
    const control =
      named.find((found) => found.value === mark.key) ??
      named.find((found) => !CHOSEN.includes(found.type));
    const { word, correct } = this.#judged(mark);
    const row = control?.closest(".cw-option, .cw-row");
    if (!control || !row) return;
    const sign = this.#note("span", "cw-mark", word.replace(/:$/, ""));
    if (correct) sign.dataset["correct"] = "";
    row.append(sign);
    control.setAttribute("aria-describedby", sign.id);
  }

  /**
   * What a mark says: by its entry, unless it judges by itself.
   *
   * @param {Mark} mark
   */
  #judged({ name, key, correct, word }) {
    const ours = this.said.filter((entry) => entry.name === name);
    const own = ours.find((entry) => entry.key === key);
    if (correct !== undefined) {
      const { element } = own ?? ours[0] ?? {};
      return { element, correct, word: this.say(word ?? [`mark-${correct ? "right" : "wrong"}`]) };
    }
    if (!own) throw new Error(`nothing is said about "${key}"`);
    return { ...own, word: own.element.querySelector("b")?.textContent ?? "" };
  }

  /**
   * One reason speaks for itself; several need to be told apart.
   *
   * @param {Grade} grade
   */
  #reasons({ marks, notes = [] }) {
    const all = [...marks, ...notes];
    if (all.length === 1 && marks[0]?.correct === undefined) {
      return all.flatMap((one) => clones(this.#judged(one).element?.querySelector(":scope > div")));
    }
    const list = document.createElement("ul");
    list.append(...all.flatMap((one) => this.#told(one)));
    return list.childElementCount ? [list] : [];
  }

  /** @param {Mark | Note} mark */
  #told(mark) {
    const { element, correct, word } = this.#judged(mark);
    if (!("correct" in mark) || mark.correct === undefined) return clones(element);
    const why = clones(element?.querySelector(":scope > div"));
    if (!why.length) return [];
    const item = document.createElement("li");
    const line = document.createElement("p");
    line.append(text("b", "", `${word.replace(/:$/, "")}:`), " ");
    line.append(...clones(element?.querySelector("[data-subject]")));
    item.dataset["key"] = mark.key;
    item.toggleAttribute("data-correct", correct);
    item.append(line, ...why);
    return [item];
  }

  /**
   * @param {Grade} grade
   * @param {number} left
   */
  #next({ result }, left) {
    const link = this.#answer.querySelector("[data-lesson] a");
    const paragraph = text("p", "cw-feedback__next", this.say(nextStep(result, link !== null)));
    if (link && isMiss(result)) paragraph.append(" ", ...clones(link));
    if (left) paragraph.append(" ", this.say(["tries", { count: left }]));
    return paragraph;
  }

  /**
   * @param {HTMLElement} box
   * @param {Node[]} nodes
   */
  #fill(box, nodes) {
    delete box.dataset["result"];
    box.replaceChildren(...nodes);
  }

  /**
   * @param {string} tag
   * @param {string} className
   * @param {string} [content]
   */
  #note(tag, className, content) {
    const element = this.make(tag, className, content);
    element.setAttribute(MADE, "note");
    return element;
  }

  /**
   * An element that goes when the form is left as it works without a script.
   *
   * @param {string} tag
   * @param {string} className
   * @param {string} [content]
   */
  make(tag, className, content = "") {
    const element = text(tag, className, content);
    element.id = `cw-${++made}`;
    element.setAttribute(MADE, "");
    return element;
  }
}

/**
 * What the answer says about each thing that can be chosen.
 *
 * @param {HTMLElement} answer
 * @returns {(Entry & { element: HTMLElement })[]}
 */
function entries(answer) {
  const found = /** @type {HTMLElement[]} */ ([...answer.querySelectorAll("[data-key]")]);
  return found.map((element) => ({
    name: element.closest("[data-name]")?.getAttribute("data-name") ?? "",
    key: element.dataset["key"] ?? "",
    correct: "correct" in element.dataset,
    data: { ...element.dataset },
    element,
  }));
}

/**
 * @template {HTMLElement} T
 * @param {HTMLElement} root
 * @param {new () => T} type
 * @param {string} selector
 */
function part(root, type, selector) {
  const found = root.querySelector(selector);
  if (!(found instanceof type)) throw new Error(`it has no ${selector}`);
  return found;
}

/**
 * @param {string} tag
 * @param {string} className
 * @param {string} content
 */
function text(tag, className, content) {
  const element = document.createElement(tag);
  if (className) element.className = className;
  element.textContent = content;
  return element;
}

/**
 * A copy without ids, which name one element of a page.
 *
 * @param {Element | null | undefined} element
 */
function clones(element) {
  if (!element) return [];
  const copy = /** @type {Element} */ (element.cloneNode(true));
  for (const node of copy.querySelectorAll("[id]")) node.removeAttribute("id");
  return [copy];
}

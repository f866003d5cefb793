/**
 * `<cw-instrument ref>`: puts controls in the place of the paper on its page, and keeps what is
 * filled in. Without this script, or when it fails, the page stays a worksheet to print.
 */

import { Answers } from "./instrument-answers.js";
import { asked } from "./instrument-asking.js";
import { Entry } from "./instrument-entry.js";
import { ME } from "./instrument-me.js";
import { RaterBar, called } from "./instrument-raters.js";
import { openLearner } from "./learner-open.js";
import { load } from "./loading.js";

/** @import { Kinds, Said, Spec } from "./instrument-types.js" */
/** @import { Store } from "./store.js" */

/** How long the hands rest before what was typed is kept. */
const REST = 400;

/**
 * @param {Spec} spec
 * @returns {Promise<Kinds>}
 */
async function kindsOf({ sections }) {
  const names = new Set(sections.flatMap(({ fields }) => fields.map(({ kind }) => kind)));
  const each = [...names].map(async (name) => [name, await load(`./fields/${name}.js`)]);
  return Object.fromEntries(await Promise.all(each));
}

/**
 * @param {Readonly<Record<string, string>>} words
 * @returns {Said}
 */
const saidIn = (words) => (name, values = {}) => {
  const form = values["count"] === 1 ? "one" : "other";
  const text = words[name] ?? words[`${name}.${form}`] ?? "";
  return text.replace(/\{(\w+)\}/g, (_, key) => String(values[key] ?? ""));
};

/**
 * Put what stands in a template beside it.
 *
 * @param {ParentNode} root
 */
export function unpack(root) {
  const template = root.querySelector("template");
  if (template) template.replaceWith(document.importNode(template.content, true));
}

export class Instrument extends HTMLElement {
  /** Who fills it in just now. */
  who = ME;
  /** @type {Entry[]} */
  #entries = [];
  /** @type {Answers | null} */
  answers = null;
  /** @type {Said} */
  said = () => "";
  /** @type {RaterBar | null} */
  #bar = null;
  #begun = false;
  #waiting = 0;
  #stop = () => {};

  /** Runs again whenever the element is moved, and then has nothing left to do. */
  connectedCallback() {
    if (this.#begun) return;
    this.#begun = true;
    this.#begin().catch((error) => console.warn("The instrument stays a worksheet:", error));
  }

  disconnectedCallback() {
    this.flush();
    this.#stop();
  }

  async #begin() {
    /** @type {Spec} */
    const spec = JSON.parse(this.dataset["spec"] ?? "");
    const [store, words, kinds] = await Promise.all([
      openLearner(),
      load("./words-instrument.js"),
      kindsOf(spec),
    ]);
    if (!store || !this.isConnected) return;
    this.said = saidIn(words.default);
    this.answers = new Answers(store, spec, kinds);
    this.#entries = this.#made(kinds);
    unpack(this);
    this.#bar = this.answers.rated ? new RaterBar(this) : null;
    this.#listen(store);
    this.show();
    for (const part of this.parts(".cw-result, .cw-sheet__file")) this.#offer(part);
  }

  /**
   * Parts of the page that belong to it.
   *
   * @param {string} selector
   * @returns {HTMLElement[]}
   */
  parts(selector) {
    const own = `[data-instrument="${this.getAttribute("ref")}"]`;
    return [...document.querySelectorAll(`:is(${selector})${own}`)].filter(
      (one) => one instanceof HTMLElement,
    );
  }

  /**
   * Controls for every field; one that fails stays on paper.
   *
   * @param {Kinds} kinds
   */
  #made(kinds) {
    const sheets = this.parts(".cw-sheet");
    const blocks = sheets.flatMap((part) => [...part.querySelectorAll("[data-field]")]);
    return blocks.flatMap((block) => {
      const field = this.answers?.fields.get(block.getAttribute("data-field") ?? "");
      const kind = field && kinds[field.kind];
      if (!field || !kind || !(block instanceof HTMLElement)) return [];
      try {
        return [new Entry(field, kind, block, this.said, () => this.#changed())];
      } catch (error) {
        console.warn(`${field.id} stays on paper:`, error);
        return [];
      }
    });
  }

  /** @param {Store} store */
  #listen(store) {
    const flush = () => this.flush();
    /** @type {(() => unknown)[]} */
    const stops = [store.subscribe(({ kind, ref }) => this.#heard(kind, ref))];
    for (const [target, type] of /** @type {const} */ ([
      [window, "pagehide"],
      [window, "beforeprint"],
      [document, "visibilitychange"],
      [document, "focusout"],
    ])) {
      target.addEventListener(type, flush);
      stops.push(() => target.removeEventListener(type, flush));
    }
    this.#stop = () => stops.forEach((stop) => stop());
  }

  /** Something was typed: it is kept as soon as the hands rest. */
  #changed() {
    clearTimeout(this.#waiting);
    this.#waiting = window.setTimeout(() => this.flush(), REST);
    this.dispatchEvent(new Event("cw-typed"));
  }

  /** Keep what has been typed. */
  flush() {
    clearTimeout(this.#waiting);
    this.#bar?.keep();
    for (const entry of this.#entries) {
      if (entry.dirty) this.answers?.set(this.who, entry.field.id, entry.value());
      entry.dirty = false;
    }
  }

  /**
   * Something has changed in the store, here or in another tab.
   *
   * @param {string} kind
   * @param {string} ref
   */
  #heard(kind, ref) {
    const ours = kind === "entry" && ref.startsWith(`${this.answers?.spec.id}/`);
    if (ours || kind === "all" || kind === "status") this.show();
  }

  /** Show what is kept of whoever fills it in. */
  show() {
    const { answers } = this;
    if (!answers) return;
    if (!answers.people().some(({ id }) => id === this.who)) this.who = ME;
    for (const entry of this.#entries) {
      const { id } = entry.field;
      entry.block.dataset["suggested"] = answers.suggested(this.who, id) ?? "";
      entry.show(answers.get(this.who, id), answers.hasChanged(this.who, id));
    }
    this.#bar?.show();
    this.#notice(answers.store.status());
  }

  /** Everybody who fills it in, by what they are called on the page. */
  everybody() {
    const people = this.answers?.people() ?? [];
    return people.map((one, at) => ({ id: one.id, name: called(one, at + 1, this.said) }));
  }

  /**
   * Whether the learner says yes to losing something.
   *
   * @param {"erase" | "remove"} what
   * @param {Record<string, string>} [values]
   */
  asks(what, values) {
    return asked(this, what, values);
  }

  /** @param {string} status */
  async #notice(status) {
    const place = this.querySelector("[data-notice]");
    const words = status === "kept" ? {} : (await load("./words-store.js")).default;
    if (place) place.textContent = words[`store.${status}`] ?? "";
  }

  /**
   * Let somebody else fill it in.
   *
   * @param {string} who
   */
  turnTo(who) {
    this.flush();
    this.who = who;
    for (const entry of this.#entries) entry.dirty = false;
    this.show();
    this.dispatchEvent(new Event("cw-turn"));
  }

  /**
   * What only some need is loaded when they first ask for it, and then does what they asked.
   *
   * @param {HTMLElement} part
   */
  #offer(part) {
    unpack(part);
    part.querySelector("[data-result]")?.toggleAttribute("hidden", true);
    const name = part.matches(".cw-result") ? "result" : "files";
    const begin = async (/** @type {Event} */ { target, type }) => {
      const control = target instanceof Element && target.closest("button, input");
      if (!control || control.closest("dialog")) return;
      listen("removeEventListener");
      try {
        (await load(`./instrument-${name}.js`)).offer(this, part);
      } catch (error) {
        listen("addEventListener");
        throw error;
      }
      if (type === "change" || control.matches("button")) control.dispatchEvent(new Event(type));
    };
    const listen = (/** @type {"addEventListener" | "removeEventListener"} */ how) => {
      for (const type of ["click", "change"]) part[how](type, begin);
    };
    listen("addEventListener");
  }
}

if (!customElements.get("cw-instrument")) customElements.define("cw-instrument", Instrument);

/** Where a learner looks through what is to be handed in, and takes it along as a file or a code. */

import { today } from "./assigned-model.js";
import { followedAll } from "./assigned-store.js";
import { handedTables } from "./hand-in-tables.js";
import { everything, fileName, resultOf, textOf } from "./handing.js";
import { load } from "./loading.js";
import { copy, made, put, save } from "./making.js";
import { packed } from "./passing.js";
import { phrase } from "./progress-model.js";

/** @import { Known } from "./progress-shown.js" */
/** @import { Words } from "./assigned-model.js" */

const LONG_CODE = 8_000;
/** @type {WeakMap<HTMLElement, HandIn>} */
const forms = new WeakMap();

/**
 * @param {readonly HTMLElement[]} places
 * @param {Known} known
 */
export async function show(places, known) {
  const words = (await load("./words-handin.js")).default;
  for (const place of places) {
    const form = forms.get(place) ?? new HandIn(place, { ...known.words, ...words }, known);
    forms.set(place, form);
    form.show(known);
  }
}

class HandIn {
  /**
   * @param {HTMLElement} place
   * @param {Words} words
   * @param {Known} known
   */
  constructor(place, words, known) {
    const template = /** @type {HTMLTemplateElement} */ (place.querySelector("template"));
    place.append(template.content.cloneNode(true));
    this.place = place;
    this.words = words;
    this.known = known;
    this.details = /** @type {HTMLDetailsElement} */ (this.#one("[data-review]"));
    this.form = /** @type {HTMLFormElement} */ (this.#one("form"));
    this.name = /** @type {HTMLInputElement} */ (this.#one("input[type=text]"));
    this.which = /** @type {HTMLSelectElement} */ (this.#one("select"));
    this.texts = /** @type {HTMLInputElement} */ (this.#one("[data-texts]"));
    this.code = /** @type {HTMLTextAreaElement} */ (this.#one("[data-code] textarea"));
    this.#listen();
  }

  #listen() {
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#save();
    });
    this.form.addEventListener("input", () => this.#review());
    this.details.addEventListener("toggle", () => this.#review());
    this.#one("[data-act=copy]").addEventListener("click", () => this.#copy());
    document.addEventListener("cw-hand-in", (event) => {
      if (event instanceof CustomEvent) this.#open(event.detail);
    });
  }

  /** @param {Known} known */
  show(known) {
    this.known = known;
    const open = this.#assignments().map(
      ({ assignment }) => new Option(assignment.title, assignment.id),
    );
    const options = [...open, new Option(this.#say("handin-all"), "")];
    const said = (/** @type {Iterable<HTMLOptionElement>} */ some) =>
      [...some].map(({ value, text }) => `${value} ${text}`).join("\n");
    if (said(this.which.options) !== said(options)) {
      const { value } = this.which;
      const before = this.which.options.length > 0;
      this.which.replaceChildren(...options);
      if (before && options.some((one) => one.value === value)) this.which.value = value;
    }
    this.#one("[data-which]").toggleAttribute("hidden", open.length === 0);
    this.#review();
  }

  /** @param {string} id */
  #open(id) {
    if (!this.place.isConnected) return;
    this.details.open = true;
    this.which.value = id;
    this.#review();
    this.details.scrollIntoView();
    this.name.focus({ preventScroll: true });
  }

  #review() {
    put(this.#one("[role=alert]"), "");
    this.name.removeAttribute("aria-invalid");
    this.#one("[data-code]").toggleAttribute("hidden", true);
    this.#tell("");
    if (!this.details.open) return;
    const result = this.#result();
    put(this.#one("[data-raw]"), textOf(result));
    this.#one("[data-shared]").replaceChildren(...handedTables(result, this.known, this.words));
  }

  #assignments() {
    const all = followedAll(this.known.store, this.known.course);
    return all.filter(({ hidden, found }) => !hidden && found.state !== "gone");
  }

  #result() {
    const { store, course } = this.known;
    const chosen = this.#assignments().find(({ assignment }) => assignment.id === this.which.value);
    const targets = chosen?.found.parts.flatMap((part) => part.targets) ?? everything(course);
    const assignment = chosen?.assignment ?? null;
    const { value: name } = this.name;
    return resultOf(store, course, { name, texts: this.texts.checked, assignment, targets });
  }

  /** A trainer cannot tell whose results these are without a name. */
  #named() {
    if (this.name.value.trim()) return true;
    put(this.#one("[role=alert]"), this.#say("handin-nameless"));
    this.name.setAttribute("aria-invalid", "true");
    this.name.focus();
    return false;
  }

  #save() {
    if (!this.#named()) return;
    const result = this.#result();
    const name = fileName(result, today(result.made));
    save(name, textOf(result), "application/json");
    this.#tell(this.#say("handin-saved", { name }));
  }

  async #copy() {
    if (!this.#named()) return;
    this.code.value = await packed("result", this.#result());
    this.#one("[data-code]").toggleAttribute("hidden", false);
    const done = await copy(this.code);
    const count = this.code.value.length;
    const long = count > LONG_CODE ? [this.#say("handin-long", { count })] : [];
    this.#tell(this.#say(done ? "handin-copied" : "handin-not-copied"), ...long);
  }

  /** @param {string[]} lines */
  #tell(...lines) {
    const said = lines.filter(Boolean).map((line) => made("p", "", line));
    this.#one(".cw-progress__said").replaceChildren(...said);
  }

  /**
   * @param {string} name
   * @param {Record<string, string | number>} [values]
   */
  #say(name, values) {
    return phrase(this.words, name, values);
  }

  /** @param {string} selector */
  #one(selector) {
    return /** @type {HTMLElement} */ (this.place.querySelector(selector));
  }
}

/** Who rates: chosen, named, added and removed. */

import { ME } from "./instrument-me.js";

/** @import { Answers } from "./instrument-answers.js" */
/** @import { Said } from "./instrument-types.js" */
/** @import { Instrument } from "./instrument.js" */

/**
 * What somebody is called on the page.
 *
 * @param {{ id: string, name: string }} person
 * @param {number} number
 * @param {Said} said
 */
export function called({ id, name }, number, said) {
  if (name.trim()) return name;
  return id === ME ? said("instrument-me") : said("instrument-rater", { number });
}

export class RaterBar {
  /** @param {Instrument} instrument */
  constructor(instrument) {
    this.instrument = instrument;
    this.answers = /** @type {Answers} */ (instrument.answers);
    this.select = /** @type {HTMLSelectElement} */ (instrument.querySelector("[data-rater]"));
    this.field = /** @type {HTMLInputElement} */ (instrument.querySelector("[data-name]"));
    this.select.addEventListener("change", () => this.#turn(this.select.value));
    this.field.addEventListener("change", () => this.keep());
    this.#on("add", () => this.#add());
    this.#on("remove", () => this.#remove());
  }

  show() {
    const people = this.instrument.everybody();
    const options = people.map(({ id, name }) => new Option(name, id));
    const same = [...this.select.options].map((one) => `${one.value} ${one.text}`);
    if (same.join("\n") !== people.map(({ id, name }) => `${id} ${name}`).join("\n")) {
      this.select.replaceChildren(...options);
    }
    this.select.value = this.instrument.who;
    const own = this.answers.nameOf(this.instrument.who) ?? "";
    if (document.activeElement !== this.field) this.field.value = own;
    const remove = this.instrument.querySelector("[data-act=remove]");
    remove?.toggleAttribute("hidden", this.instrument.who === ME);
    this.#count();
  }

  /** Keep the name as it stands. */
  keep() {
    const { who } = this.instrument;
    const before = this.answers.nameOf(who) ?? "";
    if (this.field.value.trim() !== before) this.answers.rename(who, this.field.value);
  }

  #count() {
    const fields = [...this.answers.fields.values()].filter(({ kind }) => kind === "rating");
    const done = fields.filter(({ id }) => this.answers.get(this.instrument.who, id)?.level).length;
    const place = this.instrument.querySelector("[data-count]");
    const text = this.instrument.said("instrument-count", { done, total: fields.length });
    if (place && place.textContent !== text) place.textContent = text;
  }

  /**
   * @param {string} act
   * @param {() => void} does
   */
  #on(act, does) {
    this.instrument.querySelector(`[data-act=${act}]`)?.addEventListener("click", does);
  }

  /** @param {string} who */
  #turn(who) {
    this.instrument.turnTo(who);
    const name = this.instrument.everybody().find(({ id }) => id === who)?.name ?? "";
    this.#say("instrument-now", name);
  }

  #add() {
    const { said } = this.instrument;
    const number = this.answers.people().length + 1;
    const name = said("instrument-rater", { number });
    this.instrument.turnTo(this.answers.join(name));
    this.field.value = name;
    this.field.focus();
    this.field.select();
    this.#say("instrument-added", name);
  }

  async #remove() {
    const { who } = this.instrument;
    const name = this.instrument.everybody().find(({ id }) => id === who)?.name ?? "";
    if (who === ME || !(await this.instrument.asks("remove", { name }))) return;
    this.instrument.turnTo(ME);
    this.answers.remove(who);
    this.select.focus();
    this.#say("instrument-removed", name);
  }

  /**
   * @param {string} phrase
   * @param {string} name
   */
  #say(phrase, name) {
    const place = this.instrument.querySelector("[data-said]");
    if (place) place.textContent = this.instrument.said(phrase, { name });
  }
}

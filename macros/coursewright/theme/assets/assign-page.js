/** Where a trainer makes an assignment: a form, and what comes of it while it is filled in. */

import { AssignForm } from "./assign-form.js";
import { AssignOutput } from "./assign-output.js";
import { daysLeft, today } from "./assigned-model.js";
import { lengthened, shortened } from "./assignment.js";
import { load } from "./loading.js";
import { put } from "./making.js";
import { packed, unpacked } from "./passing.js";
import { phrase } from "./progress-model.js";

/** @import { Words } from "./assigned-model.js" */
/** @import { Known } from "./progress-shown.js" */

const LETTERS = "0123456789abcdefghijklmnopqrstuvwxyz";
const PAUSE = 400;
/** Addresses under which nobody else finds the site. */
const HERE = /^(localhost|127\..*|\[::1\]|)$/;

/**
 * @param {readonly HTMLElement[]} places
 * @param {Known} known
 */
export async function show([place], known) {
  if (!place || place.dataset["ready"]) return;
  place.dataset["ready"] = "";
  const words = { ...known.words, ...(await load("./words-assign.js")).default };
  const template = /** @type {HTMLTemplateElement} */ (place.querySelector("template"));
  place.append(template.content.cloneNode(true));
  await new Desk(place, words, known).begin();
}

class Desk {
  #timer = 0;
  #turn = 0;

  /**
   * @param {HTMLElement} place
   * @param {Words} words
   * @param {Known} known
   */
  constructor(place, words, { store }) {
    this.place = place;
    this.words = words;
    this.store = store;
    this.address = new URL(place.dataset["assign"] ?? "", location.href).href;
    this.form = new AssignForm(/** @type {HTMLFormElement} */ (place.querySelector("form")));
    this.output = new AssignOutput(place, words, store.now);
    this.#renew();
  }

  #renew() {
    const id = [...crypto.getRandomValues(new Uint8Array(8))].map((one) => LETTERS[one % 36]);
    this.own = { id: id.join(""), course: this.store.course, made: today(this.store.now()) };
  }

  async begin() {
    const { form } = this.form;
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("input", () => this.#changed());
    form.addEventListener("change", () => this.#changed());
    form.addEventListener("reset", () => queueMicrotask(() => this.#reset()));
    this.#one("[data-act=earlier]").addEventListener("click", () => void this.#earlier());
    addEventListener("hashchange", () => void (this.place.isConnected && this.#restore()));
    const here = HERE.test(location.hostname);
    const notice = this.#one("[data-here]");
    put(notice, here ? this.#say("assign-here") : "");
    notice.hidden = !here;
    await this.#restore();
  }

  #reset() {
    this.#renew();
    this.form.settle();
    this.form.name.focus();
    history.replaceState(history.state, "", location.pathname + location.search);
    this.#changed();
  }

  /** The page's address holds the draft: it survives a reload, and can be sent to a colleague. */
  async #restore() {
    if (location.hash) await this.#open(location.hash);
    await this.#update();
  }

  async #earlier() {
    const field = /** @type {HTMLTextAreaElement} */ (this.#one("#assign-earlier"));
    const done = await this.#open(field.value);
    put(this.#one("[data-earlier-said]"), done ? "" : this.#say("assign-earlier-fault"));
    if (!done) return;
    field.value = "";
    this.form.name.focus();
    await this.#update();
  }

  /**
   * Fill the form in from a link.
   *
   * @param {string} text
   */
  async #open(text) {
    const found = await unpacked("assignment", text);
    const made = "data" in found ? lengthened(found.data) : found;
    if (!("assignment" in made) || made.assignment.course !== this.store.course) return false;
    const { id, course, made: day } = made.assignment;
    this.own = { id, course, made: day };
    const gone = this.form.fill(made.assignment);
    this.output.tell(gone ? this.#say("assign-gone", { count: gone }) : "");
    return true;
  }

  /** Typing goes on while codes are made. */
  #changed() {
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => void this.#update(), PAUSE);
    this.#notes();
  }

  async #update() {
    const turn = (this.#turn += 1);
    const faults = this.form.faults();
    const own = /** @type {NonNullable<typeof this.own>} */ (this.own);
    const assignment = faults.length ? null : this.form.assignment(own);
    this.#notes();
    if (!assignment) return this.output.missing(faults.map((name) => this.#say(`assign-no-${name}`)));
    const code = await packed("assignment", shortened(assignment));
    // An older form may be packed after a newer one.
    if (turn !== this.#turn || !this.place.isConnected) return;
    if (location.hash !== `#${code}`) history.replaceState(history.state, "", `#${code}`);
    await this.output.show(assignment, `${this.address}#${code}`, this.titles());
  }

  #notes() {
    const { form } = this;
    const { value: due } = form.due;
    const faults = form.faults();
    const past = due && !faults.includes("due") && daysLeft(due, this.store.now()) < 0;
    put(this.#one("[data-due-said]"), past ? this.#say("assign-past") : "");
    put(this.#one("[data-score-said]"), faults.includes("score") ? this.#say("assign-no-score") : "");
    form.score.toggleAttribute("aria-invalid", faults.includes("score"));
    this.#one("[data-score]").hidden = !form.scored.checked;
    form.count((some, total) => this.#say("assign-chosen", { some, total }));
    const count = form.items().length;
    put(this.#one("[data-parts-said]"), this.#say("assign-count", { count }));
  }

  /** What is ticked, as people call it. */
  titles() {
    const chosen = new Set(this.form.items().map(({ kind, ref }) => `${kind}:${ref}`));
    return this.form.boxes
      .filter(({ value }) => chosen.has(value))
      .map((box) => {
        const text = box.closest("label")?.textContent?.trim() ?? "";
        const top = box.closest("[data-branch]")?.querySelector("label")?.textContent?.trim();
        return box.value.startsWith("check:") ? `${text}: ${top}` : text;
      });
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

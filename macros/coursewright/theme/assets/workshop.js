/**
 * `<cw-workshop ref>` round an agenda: a clock for its parts, and a view to present its steps.
 * Without this script the agenda stays what it is: a list with times.
 */

import { load } from "./loading.js";
import { phrase } from "./progress-model.js";
import {
  begun,
  clockText,
  moved,
  paused,
  reading,
  restored,
  resumed,
  schedule,
} from "./workshop-clock.js";

/** @import { Run } from "./workshop-clock.js" */

/** @typedef {Readonly<Record<string, string>>} Words */

const TICK = 250;
const MINUTE = 60_000;

/**
 * @param {string} text
 * @param {() => void} act
 */
export function button(text, act) {
  const one = document.createElement("button");
  one.type = "button";
  one.className = "cw-button";
  one.textContent = text;
  one.addEventListener("click", act);
  return one;
}

/**
 * @param {Element | null} place
 * @param {string} text
 */
export function put(place, text) {
  if (place && place.textContent !== text) place.textContent = text;
}

export class Workshop extends HTMLElement {
  /** @type {Run | null} */
  run = null;
  /** @type {Words} */
  words = {};
  /** @type {HTMLElement[]} */
  parts = [];
  #ticking = 0;
  #begun = false;
  /** @type {Record<string, HTMLButtonElement>} */
  #buttons = {};

  connectedCallback() {
    if (this.#begun) return this.#tick();
    this.#begun = true;
    this.#begin().catch((error) => console.warn("The agenda stays a list:", error));
  }

  disconnectedCallback() {
    clearInterval(this.#ticking);
  }

  get minutes() {
    return this.parts.map((part) => Number(part.dataset["minutes"]));
  }

  async #begin() {
    this.words = (await load("./words-workshop.js")).default;
    this.parts = /** @type {HTMLElement[]} */ ([...this.querySelectorAll("[data-minutes]")]);
    this.run = restored(this.#kept(), this.parts.length);
    this.prepend(this.#controls());
    if (this.isConnected) this.#tick();
  }

  /** The clock with its buttons. */
  #controls() {
    const box = document.createElement("section");
    box.className = "cw-clock";
    box.setAttribute("aria-label", this.say("clock"));
    const face = document.createElement("div");
    face.className = "cw-clock__face";
    face.setAttribute("role", "timer");
    for (const name of ["part", "time", "plan"]) {
      const line = document.createElement("p");
      line.className = `cw-clock__${name}`;
      face.append(line);
    }
    const actions = document.createElement("div");
    actions.className = "cw-actions";
    this.#buttons = {
      run: button("", () => this.toggle()),
      back: button(this.say("previous-part"), () => this.go(this.current - 1)),
      next: button(this.say("next-part"), () => this.go(this.current + 1)),
      reset: button(this.say("reset"), () => this.set(null)),
      present: button(this.say("present"), () => void this.#present()),
    };
    this.#buttons["run"]?.classList.add("cw-button--primary");
    actions.append(...Object.values(this.#buttons));
    box.append(face, actions);
    return box;
  }

  /**
   * @param {string} name
   * @param {Record<string, string | number>} [values]
   */
  say(name, values) {
    return phrase(this.words, `workshop-${name}`, values);
  }

  /** The part that is going on. */
  get current() {
    return this.run?.part ?? 0;
  }

  /** Start, pause or go on. */
  toggle() {
    const now = Date.now();
    if (!this.run) this.set(begun(now));
    else this.set(this.run.paused === null ? paused(this.run, now) : resumed(this.run, now));
  }

  /** @param {number} part */
  go(part) {
    if (this.run && part >= 0 && part < this.parts.length)
      this.set(moved(this.run, part, Date.now()));
  }

  /** @param {Run | null} run */
  set(run) {
    this.run = run;
    try {
      if (run) sessionStorage.setItem(this.#key, JSON.stringify(run));
      else sessionStorage.removeItem(this.#key);
    } catch {
      // Without storage the clock runs until the page closes.
    }
    this.#tick();
  }

  get #key() {
    return `coursewright:workshop:${this.getAttribute("ref")}`;
  }

  #kept() {
    try {
      return sessionStorage.getItem(this.#key);
    } catch {
      return null;
    }
  }

  #tick() {
    clearInterval(this.#ticking);
    this.#show();
    const goes = this.run && this.run.paused === null;
    if (goes) this.#ticking = window.setInterval(() => this.#show(), TICK);
  }

  #show() {
    const { run, reset, back, next } = this.#buttons;
    if (!run || !reset || !back || !next) return;
    const going = this.run ? (this.run.paused === null ? "pause" : "resume") : "start";
    put(run, this.say(going));
    reset.hidden = back.hidden = next.hidden = !this.run;
    back.disabled = this.current === 0;
    next.disabled = this.current === this.parts.length - 1;
    this.parts.forEach((part, index) => {
      if (this.run && index === this.current) part.setAttribute("aria-current", "step");
      else part.removeAttribute("aria-current");
    });
    this.#showTimes();
    const told = this.told();
    put(this.querySelector(".cw-clock__part"), told.part);
    put(this.querySelector(".cw-clock__time"), told.time);
    put(this.querySelector(".cw-clock__plan"), told.plan);
    this.toggleAttribute("data-over", told.over);
    this.dispatchEvent(new CustomEvent("cw-tick", { detail: told }));
  }

  /** What the clock says just now. */
  told() {
    if (!this.run) return { part: "", time: "", plan: "", over: false };
    const { left, ahead } = reading(this.run, this.minutes, Date.now());
    const title = this.parts[this.current]?.querySelector("strong")?.textContent ?? "";
    const count = Math.floor(Math.abs(ahead) / MINUTE);
    const plan = count === 0 ? "on" : ahead > 0 ? "ahead" : "behind";
    const place = this.say("part", { number: this.current + 1, total: this.parts.length });
    const stopped = this.run.paused === null ? "" : `${this.say("paused")}: `;
    return {
      part: `${place}: ${title}`,
      time: stopped + this.say(left < 0 ? "over" : "left", { time: clockText(left) }),
      plan: this.say(plan, { count }),
      over: left < 0,
    };
  }

  /** Once it runs, the agenda tells times of day. */
  #showTimes() {
    const places = [...this.querySelectorAll(".cw-agenda__time")];
    const language = document.documentElement.lang || "en";
    const form = new Intl.DateTimeFormat(language, { hour: "numeric", minute: "2-digit" });
    const times = this.run ? schedule(this.run, this.minutes, Date.now()) : [];
    for (const [index, place] of places.entries()) {
      if (!(place instanceof HTMLElement)) continue;
      const plan = (place.dataset["plan"] ??= place.textContent ?? "");
      const time = times[index];
      put(place, time === undefined ? plan : form.format(time));
    }
  }

  async #present() {
    const { present } = await load("./workshop-view.js");
    present(this);
  }
}

if (!customElements.get("cw-workshop")) customElements.define("cw-workshop", Workshop);

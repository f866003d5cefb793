/** What comes of the trainer's form: a link, a QR code, an e-mail and a date for calendars. */

import { dayName } from "./assigned-model.js";
import { calendar } from "./instrument-formats.js";
import { copy, made, put, save } from "./making.js";
import { phrase } from "./progress-model.js";
import { coded, drawn } from "./qr.js";

/** @import { Assignment } from "./passing-types.js" */
/** @import { Words } from "./assigned-model.js" */

/** Longer ones, some mail programs cut off or do not open at all. */
const MOST_MAILTO = 1_900;

export class AssignOutput {
  /** @type {{ assignment: Assignment, link: string } | undefined} */
  #shown;

  /**
   * @param {HTMLElement} place
   * @param {Words} words
   * @param {() => number} now
   */
  constructor(place, words, now) {
    this.place = place;
    this.words = words;
    this.now = now;
    this.language = document.documentElement.lang || "en";
    for (const button of place.querySelectorAll("[data-copy]")) {
      button.addEventListener("click", () => this.#copy(button));
    }
    this.#one("[data-act=print]").addEventListener("click", () => window.print());
    this.#one("[data-act=calendar]").addEventListener("click", () => this.#calendar());
  }

  /** @param {string[]} faults */
  missing(faults) {
    const list = made("ul");
    list.append(...faults.map((text) => made("li", "", text)));
    const place = this.#one("[data-missing]");
    place.replaceChildren(made("p", "", this.#say("assign-missing")), list);
    place.hidden = false;
    this.#one("[data-made]").hidden = true;
    this.#shown = undefined;
  }

  /**
   * @param {Assignment} assignment
   * @param {string} link
   * @param {readonly string[]} titles
   */
  async show(assignment, link, titles) {
    this.#shown = { assignment, link };
    const text = this.#mail(assignment, link, titles);
    this.#one("[data-missing]").hidden = true;
    this.#one("[data-made]").hidden = false;
    this.#fill("assign-url", link);
    this.#fill("assign-text", text);
    this.#link("[data-try]", link);
    this.#mailto(assignment.title, text, link);
    this.#one("[data-no-due]").hidden = Boolean(assignment.due);
    this.#one("[data-calendar]").hidden = !assignment.due;
    await this.#draw(assignment, link);
  }

  /** @param {string} text */
  tell(text) {
    put(this.#one(".cw-assign__out > [data-said]"), text);
  }

  /**
   * @param {Assignment} assignment
   * @param {string} link
   */
  async #draw({ title, due }, link) {
    const code = await coded(link);
    if (this.#shown?.link !== link) return;
    const name = this.#say("assign-qr-name", { title });
    put(this.#one("[data-title]"), title);
    put(this.#one("[data-due]"), due ? this.#due(due) : "");
    put(this.#one("[data-address]"), link);
    put(this.#one("[data-qr-said]"), this.#say(code ? "assign-qr-said" : "assign-qr-long"));
    this.#one(".cw-qr").hidden = !code;
    this.#one("[data-act=print]").hidden = !code;
    this.#one("[data-qr]").replaceChildren(...(code ? [drawn(code, name)] : []));
  }

  /** @param {string} due */
  #due(due) {
    return this.#say("assign-mail-due", { day: dayName(due, this.language) });
  }

  /**
   * @param {Assignment} assignment
   * @param {string} link
   * @param {readonly string[]} titles
   */
  #mail({ message, due, need, title }, link, titles) {
    const score = need?.score;
    const parts = [this.#say("assign-mail-parts"), ...titles.map((text) => `- ${text}`)];
    const last = this.#say(score ? "assign-mail-score" : "assign-mail-done", { score: score ?? "" });
    return [
      this.#say("assign-mail-hello"),
      message ?? this.#say("assign-mail-please", { title }),
      link,
      parts.join("\n"),
      [due ? this.#due(due) : "", last].filter(Boolean).join(" "),
      this.#say("assign-mail-keeps"),
    ].join("\n\n");
  }

  /**
   * @param {string} title
   * @param {string} text
   * @param {string} link
   */
  #mailto(title, text, link) {
    const full = mailto(title, text);
    const short = full.length > MOST_MAILTO;
    this.#link("[data-mail]", short ? mailto(title, link) : full);
    put(this.#one("[data-mail-said]"), short ? this.#say("assign-mail-long") : "");
  }

  #calendar() {
    const { assignment, link } = this.#shown ?? {};
    if (!assignment?.due || !link) return;
    const { id, course, title, due: day } = assignment;
    const about = `${assignment.message ? `${assignment.message}\n` : ""}${link}`;
    const uid = `assignment-${id}@${course}`;
    const due = this.#say("assign-event", { title });
    const name = `${course}-${day}.ics`;
    save(name, calendar([{ uid, day, title: due, about, at: this.now() }]), "text/calendar");
    this.tell(this.#say("assign-saved", { name }));
  }

  /** @param {Element} button */
  async #copy(button) {
    const field = this.#one(`#${button.getAttribute("data-copy")}`);
    if (!(field instanceof HTMLTextAreaElement)) return;
    this.tell(this.#say((await copy(field)) ? "assign-copied" : "assign-not-copied"));
  }

  /**
   * @param {string} id
   * @param {string} text
   */
  #fill(id, text) {
    const field = /** @type {HTMLTextAreaElement} */ (this.#one(`#${id}`));
    if (field.value !== text) field.value = text;
  }

  /**
   * @param {string} selector
   * @param {string} address
   */
  #link(selector, address) {
    /** @type {HTMLAnchorElement} */ (this.#one(selector)).href = address;
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

/**
 * @param {string} subject
 * @param {string} body
 */
function mailto(subject, body) {
  const lines = body.replaceAll("\n", "\r\n");
  return `mailto:?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(lines)}`;
}

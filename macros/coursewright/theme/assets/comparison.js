/**
 * `<cw-comparison>`: several raters' data files of one instrument side by side. The files are read
 * into a store of this page alone; what the trainer filled in by themselves is left as it is.
 */

import { made } from "./desk-made.js";
import { openDesk, sayIn, shelfName, unpack } from "./desk-parts.js";
import { anonymous, points, raters, statements } from "./desk-raters.js";
import { DeskShelf } from "./desk-shelf.js";
import { letters } from "./desk-xlsx.js";
import { Answers } from "./instrument-answers.js";
import { MOST_TEXT, added } from "./instrument-data.js";
import { called } from "./instrument-raters.js";
import { showResult } from "./instrument-result.js";
import { load } from "./loading.js";
import { openStore } from "./store.js";

/** @import { Desk, Say } from "./desk-types.js" */
/** @import { Kinds, Person, Said, Spec } from "./instrument-types.js" */

/** @typedef {{ key: string, name: string, text: string }} Held  A file. */
/** @typedef {{ name: string, fault: string, names: string, left: number }} Outcome */

const MOST_FILES = 200;

class Comparison extends HTMLElement {
  #begun = false;
  /** @type {Desk} */
  #desk = /** @type {any} */ (null);
  /** @type {Say} */
  #say = () => "";
  /** @type {Said} */
  #said = () => "";
  /** @type {Kinds} */
  #kinds = {};
  /** @type {Map<string, Held>} */
  #files = new Map();
  /** What has been read of the files, by instrument. @type {Map<string, Answers>} */
  #read = new Map();
  /** @type {DeskShelf<Held>} */
  #shelf = /** @type {any} */ (null);

  connectedCallback() {
    if (this.#begun) return;
    this.#begun = true;
    this.#begin().catch((error) => {
      console.warn("Nothing is compared:", error);
      this.toggleAttribute("data-failed", true);
    });
  }

  disconnectedCallback() {
    this.#shelf?.close();
  }

  async #begin() {
    const [desk, own, shared] = await Promise.all([
      openDesk(),
      load("./words-comparison.js"),
      load("./words-instrument.js"),
    ]);
    this.#desk = desk;
    this.#say = sayIn(own.default);
    this.#said = sayIn(shared.default);
    this.#shelf = new DeskShelf(shelfName("compare", desk.id), "files");
    const [kinds] = await Promise.all([kindsOf(desk.instruments), this.#shelf.open(() => {})]);
    if (!this.isConnected) return this.#shelf.close();
    this.#kinds = kinds;
    unpack(this);
    this.#listen();
    this.#files = new Map(this.#shelf.items);
    this.#keep.checked = this.#files.size > 0;
    for (const file of this.#files.values()) this.#take(file);
    this.#choose();
  }

  /** @param {string} selector */
  #part(selector) {
    return /** @type {HTMLElement} */ (this.querySelector(selector));
  }

  get #keep() {
    return /** @type {HTMLInputElement} */ (this.#part("[data-keep]"));
  }

  get #which() {
    return /** @type {HTMLSelectElement} */ (this.#part("[data-which]"));
  }

  #listen() {
    const zone = this.#part("[data-drop]");
    const input = /** @type {HTMLInputElement} */ (zone.querySelector("input[type=file]"));
    input.addEventListener("change", async () => {
      await this.#add([...(input.files ?? [])]);
      input.value = "";
    });
    for (const type of ["dragenter", "dragover", "dragleave", "drop"]) {
      zone.addEventListener(type, (event) => {
        if (type !== "dragleave") event.preventDefault();
        zone.toggleAttribute("data-over", type.startsWith("drag") && type !== "dragleave");
        const { dataTransfer } = /** @type {DragEvent} */ (event);
        if (type === "drop") this.#add([...(dataTransfer?.files ?? [])]);
      });
    }
    this.#which.addEventListener("change", () => this.#show());
    this.#part("[data-anonymous]").addEventListener("change", () => this.#show());
    this.#keep.addEventListener("change", () => this.#keepOrNot());
    this.#part("[data-act=print]").addEventListener("click", () => print());
    this.#part("[data-act=clear]").addEventListener("click", () => this.#clear());
  }

  async #keepOrNot() {
    if (this.#keep.checked) await this.#shelf.add([...this.#files.values()]);
    else await this.#shelf.erase();
    const lost = this.#keep.checked && this.#shelf.status !== "kept";
    const now = this.#keep.checked ? "kept" : "unkept";
    this.#part("[data-notice]").textContent = lost ? this.#say("comparison-memory") : "";
    this.#tell(lost ? "" : this.#say(`comparison-${now}`));
  }

  async #clear() {
    this.#files.clear();
    this.#read.clear();
    await this.#shelf.erase();
    this.#part("[data-outcomes]").hidden = true;
    this.#choose();
    this.#tell(this.#say("comparison-cleared"));
    this.#part("[data-drop] input").focus();
  }

  /** @param {string} text */
  #tell(text) {
    this.#part("[data-said]").textContent = text;
  }

  /** @param {readonly File[]} files */
  async #add(files) {
    if (!files.length) return;
    /** @type {Outcome[]} */
    const outcomes = [];
    for (const file of files) outcomes.push(await this.#addOne(file));
    if (this.#keep.checked) await this.#keepOrNot();
    this.#choose();
    this.#report(outcomes);
  }

  /**
   * @param {File} file
   * @returns {Promise<Outcome>}
   */
  async #addOne(file) {
    const outcome = { name: file.name, fault: "", names: "", left: 0 };
    if (file.size > 4 * MOST_TEXT) return { ...outcome, fault: "too-big" };
    if (this.#files.size >= MOST_FILES) return { ...outcome, fault: "too-many" };
    const text = await file.text().catch(() => null);
    if (text === null) return { ...outcome, fault: "unread" };
    if ([...this.#files.values()].some((one) => one.text === text)) return { ...outcome, fault: "same" };
    const held = { key: [Date.now(), this.#files.size].join("-"), name: file.name, text };
    const { fault, names, left, taken } = this.#take(held);
    if (fault || !taken) return { ...outcome, fault: fault || (left ? "other" : "empty") };
    this.#files.set(held.key, held);
    return { ...outcome, names: names.join(", "), left };
  }

  /**
   * Read a file into what was read of its instrument.
   *
   * @param {Held} held
   */
  #take({ text }) {
    const spec = specOf(text, this.#desk.instruments);
    const answers = this.#read.get(spec?.id ?? "") ?? this.#answersTo(spec);
    const found = answers ? added(answers, text) : { fault: "other", taken: 0, left: 0, names: [] };
    if (answers && found.taken) {
      this.#read.set(answers.spec.id, answers);
      this.#which.value = answers.spec.id;
    }
    return found;
  }

  /** @param {Spec | undefined} spec */
  #answersTo(spec = this.#desk.instruments[0]) {
    const { id } = this.#desk;
    // Without a storage and a window, the store is this page's own, and gone with it.
    const store = openStore({ course: id, base: "/", host: {}, storage: null });
    return spec && new Answers(store, spec, this.#kinds);
  }

  /** @param {readonly Outcome[]} outcomes */
  #report(outcomes) {
    const fine = outcomes.filter(({ fault }) => !fault).length;
    const refused = outcomes.length - fine;
    const lines = [
      this.#say("comparison-taken", { count: fine }),
      refused ? this.#say("comparison-refused", { count: refused }) : "",
    ];
    this.#tell(lines.filter(Boolean).join(" "));
    const list = this.#part("[data-outcomes]");
    list.hidden = false;
    list.toggleAttribute("open", refused > 0);
    list.querySelector("ul")?.replaceChildren(...outcomes.map((one) => this.#line(one)));
  }

  /** @param {Outcome} outcome */
  #line({ name, fault, names, left }) {
    const what = this.#say(`comparison-in-${fault || "taken"}`, { names });
    const rest = left ? [" ", this.#say("comparison-in-left", { count: left })] : [];
    const item = made("li", "", [made("b", "", name), " ", what, ...rest]);
    item.toggleAttribute("data-refused", Boolean(fault));
    return item;
  }

  #choose() {
    this.#part("[data-shown]").hidden = !this.#read.size;
    for (const option of this.#which.options) option.disabled = !this.#read.has(option.value);
    this.#which.closest("label")?.toggleAttribute("hidden", this.#which.options.length < 2);
    if (this.#read.size) this.#show();
  }

  /** @param {Answers} answers */
  #people(answers) {
    const found = raters(answers, answers.people());
    const hidden = /** @type {HTMLInputElement} */ (this.#part("[data-anonymous]")).checked;
    if (hidden) return anonymous(found, (number) => this.#say("comparison-letter", { letter: letters(number - 1) }));
    const named = found.map((one, at) => ({ id: one.id, name: called(one, at + 1, this.#said) }));
    return named.map(({ id, name }, at) => {
      const before = named.slice(0, at).filter((one) => one.name === name).length;
      return { id, name: before ? `${name} (${before + 1})` : name };
    });
  }

  #show() {
    const answers = this.#read.get(this.#which.value);
    if (!answers) return;
    const people = this.#people(answers);
    const names = people.map(({ name }) => name).join(", ");
    this.#part("[data-raters]").textContent = this.#say("comparison-raters", { count: people.length, names });
    for (const box of this.querySelectorAll("[data-result]")) {
      const is = box.getAttribute("data-result") === answers.spec.id;
      box.toggleAttribute("hidden", !is);
      if (!is || !(box instanceof HTMLElement)) continue;
      showResult({ answers, said: this.#said, everybody: () => people }, box);
    }
    const talk = points(answers, people).map(({ name, values }) => this.#say(`comparison-talk-${name}`, values));
    this.#part("[data-talk]").replaceChildren(...talk.map((line) => made("li", "", line)));
    this.#part("[data-statements]").replaceChildren(this.#table(answers, people));
  }

  /**
   * @param {Answers} answers
   * @param {readonly Person[]} people
   */
  #table(answers, people) {
    const caption = made("caption", "", this.#say("comparison-caption", { title: answers.spec.title }));
    caption.id = "cw-compare-statements";
    const top = [this.#say("comparison-statement"), ...people.map(({ name }) => name), this.#say("comparison-gap")];
    const all = statements(answers, people);
    const sections = [...new Set(all.map(({ section }) => section))];
    const bodies = sections.map((title) => {
      const head = headCell("rowgroup", title);
      head.setAttribute("colspan", String(top.length));
      const rows = all.filter(({ section }) => section === title).map((one) => statementRow(one));
      return made("tbody", "", [made("tr", "", [head]), ...rows]);
    });
    const heads = made("thead", "", [made("tr", "", top.map((text) => headCell("col", text)))]);
    const frame = made("div", "cw-table cw-desk__table cw-ratings", [made("table", "", [caption, heads, ...bodies])]);
    frame.tabIndex = 0;
    frame.setAttribute("role", "region");
    frame.setAttribute("aria-labelledby", caption.id);
    return frame;
  }
}

/**
 * @param {"col" | "row" | "rowgroup"} scope
 * @param {string} text
 */
function headCell(scope, text) {
  const cell = made("th", "", text);
  cell.setAttribute("scope", scope);
  return cell;
}

/** @param {import("./desk-raters.js").Statement} statement */
function statementRow({ label, levels, gap }) {
  const cells = [...levels, gap].map((one) => made("td", "", one === null ? "–" : String(one)));
  return made("tr", "", [headCell("row", label), ...cells]);
}

/**
 * The instrument that a file says it is of.
 *
 * @param {string} text
 * @param {readonly Spec[]} specs
 */
function specOf(text, specs) {
  try {
    const { instrument } = Object(JSON.parse(text.replace(/^\uFEFF/, "")));
    return specs.find(({ id, was }) => id === instrument || was.includes(instrument));
  } catch {
    return undefined;
  }
}

/**
 * @param {readonly Spec[]} specs
 * @returns {Promise<Kinds>}
 */
async function kindsOf(specs) {
  const fields = specs.flatMap(({ sections }) => sections.flatMap((section) => section.fields));
  const names = [...new Set(fields.map(({ kind }) => kind))];
  const each = names.map(async (name) => [name, await load(`./fields/${name}.js`)]);
  return Object.fromEntries(await Promise.all(each));
}

if (!customElements.get("cw-comparison")) customElements.define("cw-comparison", Comparison);

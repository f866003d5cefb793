/**
 * `<cw-gradebook>`: what learners handed in, read and kept in this browser alone, and shown by
 * learner, by objective, by assignment and by question.
 */

import { folded, namesOf, namesakes, people } from "./desk-book.js";
import { asked, button, made, save } from "./desk-made.js";
import { openDesk, readerOf, sayIn, shelfName, unpack } from "./desk-parts.js";
import { answersSheet, day, slug } from "./desk-sheets.js";
import { DeskShelf } from "./desk-shelf.js";
import { workbook } from "./desk-xlsx.js";
import { sheet as dueSheet, show as showDue } from "./gradebook-due.js";
import { sheet as handinsSheet, show as showHandins } from "./gradebook-handins.js";
import { offerIntake } from "./gradebook-intake.js";
import { sheet as itemsSheet, show as showItems } from "./gradebook-items.js";
import { sheet as learnersSheet, show as showLearners } from "./gradebook-learners.js";
import { sheet as objectivesSheet, show as showObjectives } from "./gradebook-objectives.js";
import { csv } from "./instrument-formats.js";
import { load } from "./loading.js";

/** @import { Desk, Kept, Order, Person, Room, View } from "./desk-types.js" */

/** @type {Record<string, View>} */
const VIEWS = {
  learners: { show: showLearners, sheet: learnersSheet },
  objectives: { show: showObjectives, sheet: objectivesSheet },
  due: { show: showDue, sheet: dueSheet },
  items: { show: showItems, sheet: itemsSheet },
  handins: { show: showHandins, sheet: handinsSheet },
};

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
/** The view that is open at first. */
const FIRST = "learners";

class Gradebook extends HTMLElement {
  #begun = false;
  #view = FIRST;
  /** @type {Map<string, Order>} */
  #orders = new Map();
  /** @type {Room} */
  #room = /** @type {any} */ (null);

  connectedCallback() {
    if (this.#begun) return;
    this.#begun = true;
    this.#begin().catch((error) => {
      console.warn("The gradebook is not shown:", error);
      this.toggleAttribute("data-failed", true);
    });
  }

  disconnectedCallback() {
    this.#room?.shelf.close();
  }

  async #begin() {
    const [desk, words] = await Promise.all([openDesk(), load("./words-gradebook.js")]);
    const shelf = /** @type {DeskShelf<Kept>} */ (new DeskShelf(shelfName("desk", desk.id), "handins"));
    const [reads] = await Promise.all([readerOf(desk), shelf.open(() => this.#changed())]);
    if (!this.isConnected) return shelf.close();
    this.#room = this.#roomOf(desk, sayIn(words.default), shelf, reads);
    unpack(this);
    offerIntake(this.#room, this);
    this.#offerViews();
    this.#offerFiles();
    this.#changed();
  }

  /**
   * @param {Desk} desk
   * @param {Room["say"]} say
   * @param {Room["shelf"]} shelf
   * @param {Room["reads"]} reads
   * @returns {Room}
   */
  #roomOf(desk, say, shelf, reads) {
    const language = document.documentElement.lang || "en";
    const shares = new Intl.NumberFormat(language, { style: "percent" });
    const dates = new Intl.DateTimeFormat(language, { dateStyle: "medium" });
    return {
      ...{ desk, say, shelf, reads, people: [], how: "latest", held: new Map() },
      order: (view, key, down = false) => this.#order(view, key, down),
      percent: (share) => (share === null ? "–" : shares.format(share)),
      number: (value, digits = 0) =>
        new Intl.NumberFormat(language, { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(value),
      day: (time) => dates.format(time),
      named: ({ name }) => name.trim() || say("gradebook-nameless"),
      changed: () => this.#changed(),
      tell: (text) => this.#tell(text),
      asks: (what, values) => this.#asks(what, values),
    };
  }

  /**
   * @param {string} view
   * @param {string} key
   * @param {boolean} down
   */
  #order(view, key, down) {
    const order = this.#orders.get(view) ?? { key, down, page: 0 };
    this.#orders.set(view, order);
    return order;
  }

  /** @param {string} selector */
  #part(selector) {
    return /** @type {HTMLElement} */ (this.querySelector(selector));
  }

  /** @param {string} text */
  #tell(text) {
    this.#part("[data-said]").textContent = text;
  }

  /**
   * @param {string} what
   * @param {Record<string, string | number>} [values]
   */
  #asks(what, values) {
    const { say } = this.#room;
    return asked(/** @type {HTMLDialogElement} */ (this.#part("dialog")), {
      title: say(`gradebook-${what}-title`, values),
      text: say(`gradebook-${what}-ask`, values),
      yes: say(`gradebook-${what}-yes`, values),
    });
  }

  #tabs() {
    return /** @type {HTMLElement[]} */ ([...this.querySelectorAll("[role=tab]")]);
  }

  #offerViews() {
    for (const tab of this.#tabs()) {
      tab.addEventListener("click", () => this.#turn(tab.dataset["view"] ?? FIRST));
      tab.addEventListener("keydown", (event) => this.#step(event));
    }
    const how = /** @type {HTMLSelectElement} */ (this.#part("[data-how]"));
    how.addEventListener("change", () => {
      this.#room.how = how.value === "best" ? "best" : "latest";
      this.#show();
    });
  }

  /**
   * Arrow keys move between tabs, as they do in programs.
   *
   * @param {KeyboardEvent} event
   */
  #step(event) {
    const tabs = this.#tabs();
    const at = tabs.findIndex(({ dataset }) => dataset["view"] === this.#view);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: tabs.length - 1 }[event.key];
    const tab = to === undefined ? null : tabs.at(to % tabs.length);
    if (!tab) return;
    event.preventDefault();
    this.#turn(tab.dataset["view"] ?? FIRST);
    tab.focus();
  }

  /** @param {string} view */
  #turn(view) {
    this.#view = view;
    this.#show();
  }

  /** What is kept has changed, here or in another tab. */
  #changed() {
    const room = this.#room;
    if (!room) return;
    const kept = [...room.shelf.items.values()];
    const joined = new Map(room.shelf.note("joined") ?? []);
    room.people = people(kept, joined, namesOf(room.desk));
    this.#part("[data-views]").hidden = !kept.length;
    this.#part("[data-none]").hidden = kept.length > 0;
    const { status } = room.shelf;
    this.#part("[data-notice]").textContent = status === "kept" ? "" : room.say(`gradebook-${status}`);
    this.#showNamesakes();
    this.#show();
  }

  #show() {
    const panel = this.#part("[role=tabpanel]");
    for (const tab of this.#tabs()) {
      const is = tab.dataset["view"] === this.#view;
      tab.setAttribute("aria-selected", String(is));
      tab.tabIndex = is ? 0 : -1;
      if (is) panel.setAttribute("aria-labelledby", tab.id);
    }
    const counts = ["learners", "objectives"].includes(this.#view);
    this.#part("[data-how]").closest("label")?.toggleAttribute("hidden", !counts);
    if (this.#room.people.length) VIEWS[this.#view]?.show(this.#room, panel);
    else panel.replaceChildren();
  }

  #showNamesakes() {
    const { people: all, shelf, say } = this.#room;
    const groups = namesakes(all, new Set(shelf.note("apart") ?? []));
    this.#part("[data-namesakes]").replaceChildren(
      ...groups.slice(0, 20).map((group) => {
        const name = group[0]?.name ?? "";
        const text = made("p", "", say("gradebook-namesakes", { name, count: group.length }));
        const join = button(say("gradebook-join"), () => this.#join(group));
        const apart = button(say("gradebook-apart"), () => this.#apart(name));
        return made("div", "cw-notice", [text, made("p", "cw-actions", [join, apart])]);
      }),
    );
  }

  /** @param {readonly Person[]} group */
  async #join([first, ...others]) {
    if (!first) return;
    const { shelf, say } = this.#room;
    const joined = others.map(({ id }) => [id, first.id]);
    await shelf.keepNote("joined", [...(shelf.note("joined") ?? []), ...joined]);
    this.#changed();
    this.#tell(say("gradebook-joined", { name: first.name, count: others.length + 1 }));
  }

  /** @param {string} name */
  async #apart(name) {
    const { shelf, say } = this.#room;
    await shelf.keepNote("apart", [...(shelf.note("apart") ?? []), folded(name)]);
    this.#changed();
    this.#tell(say("gradebook-kept-apart", { name }));
  }

  #offerFiles() {
    const { desk, say } = this.#room;
    const name = () => `${slug(desk.id)}-${day(Date.now())}`;
    this.#part("[data-act=csv]").addEventListener("click", () => {
      const sheet = VIEWS[this.#view]?.sheet(this.#room);
      if (!sheet) return;
      const file = `${name()}-${slug(sheet.name)}.csv`;
      save(file, csv(sheet.rows.map((row) => row.map((cell) => cell ?? ""))), "text/csv;charset=utf-8");
      this.#tell(say("gradebook-saved", { name: file }));
    });
    this.#part("[data-act=xlsx]").addEventListener("click", async () => {
      this.#tell(say("gradebook-making"));
      const { zipSync } = await load("./vendor/fflate.js");
      // Said before the browser is busy for seconds, as it is with a large class.
      await new Promise((next) => setTimeout(next, 50));
      const sheets = [...Object.values(VIEWS).map((view) => view.sheet(this.#room)), answersSheet(this.#room)];
      save(`${name()}.xlsx`, zipSync(workbook(sheets), { level: 4 }), XLSX);
      this.#tell(say("gradebook-saved", { name: `${name()}.xlsx` }));
    });
  }
}

if (!customElements.get("cw-gradebook")) customElements.define("cw-gradebook", Gradebook);

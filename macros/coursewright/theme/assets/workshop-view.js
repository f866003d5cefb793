/** The presenter's view of a workshop: one step at a time, in type that a room can read. */

import { phrase } from "./progress-model.js";

/** @import { Workshop } from "./workshop.js" */

/**
 * A step: the part it belongs to (-1 for what has no time of its own), its heading and its words.
 *
 * @typedef {{ part: number, title: string, step: Node | null }} Slide
 */

/** Keys of keyboards, and of the clickers that people hold. */
const KEYS = new Map([
  ["ArrowRight", 1],
  ["ArrowDown", 1],
  ["PageDown", 1],
  ["ArrowLeft", -1],
  ["ArrowUp", -1],
  ["PageUp", -1],
  ["Home", -Infinity],
  ["End", Infinity],
]);

/**
 * @param {ParentNode} from
 * @param {number} part
 * @param {string} title
 * @returns {Slide[]}
 */
function steps(from, part, title) {
  const items = [...from.querySelectorAll(":scope li")];
  const slides = items.map((item) => ({ part, title, step: content(item) }));
  return slides.length ? slides : [{ part, title, step: null }];
}

/** @param {Element} item */
function content(item) {
  const copy = document.createDocumentFragment();
  copy.append(...[...item.childNodes].map((node) => node.cloneNode(true)));
  // What a citation leads to is on the page below the view.
  for (const cited of copy.querySelectorAll("cw-cite, .cw-cite")) cited.remove();
  return copy;
}

/**
 * @param {Workshop} workshop
 * @returns {Slide[]}
 */
function slidesOf(workshop) {
  const agenda = workshop.parts.flatMap((part, index) =>
    steps(part, index, part.querySelector("strong")?.textContent ?? ""),
  );
  const lists = [...document.querySelectorAll("[data-slides]")];
  const more = lists.map((list) => steps(list, -1, list.getAttribute("data-slides") ?? ""));
  // The closing questions come last on the page, and first after the agenda.
  return [...agenda, ...more.reverse().flat()];
}

/** @param {Workshop} workshop */
export function present(workshop) {
  new View(workshop).open();
}

class View {
  #at = 0;
  #dialog = document.createElement("dialog");
  #title = document.createElement("h2");
  #text = document.createElement("div");
  #place = document.createElement("p");
  #time = document.createElement("p");
  #choice = document.createElement("select");
  #run = document.createElement("button");
  #ways = [document.createElement("button"), document.createElement("button")];

  /** @param {Workshop} workshop */
  constructor(workshop) {
    this.workshop = workshop;
    this.slides = slidesOf(workshop);
    const first = this.slides.findIndex(({ part }) => part === workshop.current);
    this.#at = Math.max(0, first);
    this.#build();
  }

  open() {
    document.body.append(this.#dialog);
    this.workshop.addEventListener("cw-tick", this.#tick);
    this.#dialog.showModal();
    this.#show();
    this.#ways[1]?.focus();
  }

  /**
   * @param {string} name
   * @param {Record<string, string | number>} [values]
   */
  #say(name, values) {
    return phrase(this.workshop.words, `workshop-${name}`, values);
  }

  #build() {
    const dialog = this.#dialog;
    dialog.className = "cw-present md-typeset";
    dialog.setAttribute("aria-label", this.#say("view"));
    this.#text.className = "cw-present__text";
    const stage = document.createElement("div");
    stage.className = "cw-present__stage";
    stage.setAttribute("aria-live", "polite");
    stage.setAttribute("aria-atomic", "true");
    stage.append(this.#title, this.#text);
    this.#place.className = "cw-present__place";
    this.#time.className = "cw-present__time";
    dialog.append(this.#top(), stage, this.#foot());
    dialog.addEventListener("keydown", (event) => this.#press(event));
    dialog.addEventListener("close", () => this.#gone());
  }

  #top() {
    const top = document.createElement("div");
    top.className = "cw-present__bar";
    const label = document.createElement("label");
    this.slides.forEach(({ title }, index) => {
      if (title !== this.slides[index - 1]?.title) this.#choice.add(new Option(title, `${index}`));
    });
    this.#choice.className = "cw-field";
    this.#choice.addEventListener("change", () => this.#go(Number(this.#choice.value)));
    label.append(this.#say("go"), " ", this.#choice);
    const close = this.#button(document.createElement("button"), "close", () =>
      this.#dialog.close(),
    );
    top.append(label, this.#time, close);
    return top;
  }

  #foot() {
    const foot = document.createElement("div");
    foot.className = "cw-present__bar";
    const [back, next] = /** @type {[HTMLButtonElement, HTMLButtonElement]} */ (this.#ways);
    this.#button(this.#run, "start", () => this.workshop.toggle());
    this.#button(back, "previous", () => this.#go(this.#at - 1));
    this.#button(next, "next", () => this.#go(this.#at + 1));
    next.classList.add("cw-button--primary");
    const ways = document.createElement("div");
    ways.className = "cw-actions";
    ways.append(back, next);
    foot.append(this.#run, this.#place, ways);
    return foot;
  }

  /**
   * @param {HTMLButtonElement} one
   * @param {string} name
   * @param {() => void} act
   */
  #button(one, name, act) {
    one.type = "button";
    one.className = "cw-button";
    one.textContent = this.#say(name);
    one.addEventListener("click", act);
    return one;
  }

  /** @param {KeyboardEvent} event */
  #press(event) {
    const by = KEYS.get(event.key);
    const busy = event.target === this.#choice || event.altKey || event.ctrlKey || event.metaKey;
    if (by === undefined || busy) return;
    event.preventDefault();
    this.#go(this.#at + by);
  }

  /** @param {number} to */
  #go(to) {
    this.#at = Math.min(Math.max(0, to), this.slides.length - 1);
    const part = this.slides[this.#at]?.part ?? -1;
    if (part >= 0 && part !== this.workshop.current) this.workshop.go(part);
    this.#show();
  }

  #show() {
    const slide = this.slides[this.#at];
    if (!slide) return;
    this.#title.textContent = slide.title;
    this.#text.replaceChildren(...(slide.step ? [slide.step.cloneNode(true)] : []));
    const [number, total] = [this.#at + 1, this.slides.length];
    this.#place.textContent = this.#say("place", { number, total });
    const chapters = [...this.#choice.options].filter(({ value }) => Number(value) <= this.#at);
    this.#choice.value = chapters.at(-1)?.value ?? "0";
    const [back, next] = this.#ways;
    // Not disabled, which would lose the focus of whoever has just pressed it.
    back?.setAttribute("aria-disabled", String(number === 1));
    next?.setAttribute("aria-disabled", String(number === total));
    this.#tick();
  }

  #tick = () => {
    const { run } = this.workshop;
    const { time, over } = this.workshop.told();
    if (this.#time.textContent !== time) this.#time.textContent = time;
    this.#time.toggleAttribute("data-over", over);
    const going = run ? (run.paused === null ? "pause" : "resume") : "start";
    const text = this.#say(going);
    if (this.#run.textContent !== text) this.#run.textContent = text;
  };

  #gone() {
    this.workshop.removeEventListener("cw-tick", this.#tick);
    this.#dialog.remove();
  }
}

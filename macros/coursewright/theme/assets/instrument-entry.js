/** One field of an instrument on its page. */

/** @import { Field, Kind, Rows, Said } from "./instrument-types.js" */

export class Entry {
  /** Whether something was typed that is not kept yet. */
  dirty = false;
  /** @type {HTMLElement} */
  #remark = document.createElement("p");

  /**
   * @param {Field} field
   * @param {Kind} kind
   * @param {HTMLElement} block
   * @param {Said} said
   * @param {() => void} changed
   */
  constructor(field, kind, block, said, changed) {
    this.field = field;
    this.kind = kind;
    this.block = block;
    this.said = said;
    this.#put();
    const typed = () => {
      this.dirty = true;
      kind.show?.(field, block, said);
      this.#grow();
      changed();
    };
    kind.begin?.(field, block, { changed: typed, rows: () => rowsOf(this, typed) });
    kind.write(field, block, null, said);
    for (const type of ["input", "change"]) block.addEventListener(type, typed);
  }

  value() {
    return this.kind.read(this.field, this.block);
  }

  /**
   * Show an answer, unless it is there already or somebody is just changing it.
   *
   * @param {any} value
   * @param {boolean} hasChanged
   */
  show(value, hasChanged) {
    this.#remark.hidden = !hasChanged;
    if (this.dirty || JSON.stringify(this.value()) === JSON.stringify(value)) return;
    this.kind.write(this.field, this.block, value, this.said);
    this.#grow();
  }

  /** Controls in the place of the paper. */
  #put() {
    const template = this.block.querySelector("template");
    if (!template) throw new Error("it has no controls");
    const live = document.importNode(template.content, true);
    this.block.querySelector(".cw-paper")?.remove();
    this.#remark.className = "cw-hint";
    this.#remark.hidden = true;
    this.#remark.textContent = this.said("instrument-changed");
    template.replaceWith(this.#remark, live);
  }

  /** Fields as high as what is in them, on paper as well. */
  #grow() {
    for (const area of this.block.querySelectorAll("textarea")) {
      area.style.height = "";
      if (area.scrollHeight > area.clientHeight) area.style.height = `${area.scrollHeight + 2}px`;
    }
  }
}

/**
 * Rows that can be added and taken away.
 *
 * @param {Entry} entry
 * @param {() => void} changed
 * @returns {Rows}
 */
function rowsOf({ field, block, said }, changed) {
  const list = /** @type {HTMLElement} */ (block.querySelector(".cw-rows"));
  const model = /** @type {HTMLElement} */ (list.firstElementChild?.cloneNode(true));
  const more = block.querySelector("[data-more]");
  const rows = () => [...list.querySelectorAll(":scope > li")];
  const number = () => {
    for (const [at, row] of rows().entries()) name(row, at + 1, said);
    more?.toggleAttribute("hidden", rows().length >= (field.most ?? 1));
  };
  const make = (/** @type {number} */ count) => {
    while (rows().length > Math.max(1, count)) rows().at(-1)?.remove();
    while (rows().length < count) list.append(model.cloneNode(true));
    number();
  };
  more?.addEventListener("click", () => {
    make(rows().length + 1);
    rows().at(-1)?.querySelector("textarea")?.focus();
  });
  list.addEventListener("click", (event) => {
    const button = event.target instanceof Element && event.target.closest("[data-less]");
    if (!button) return;
    const at = rows().indexOf(/** @type {Element} */ (button.closest("li")));
    rows()[at]?.remove();
    make(Math.max(1, rows().length));
    rows()[Math.min(at, rows().length - 1)]?.querySelector("textarea")?.focus();
    changed();
  });
  return { make };
}

/**
 * @param {Element} row
 * @param {number} number
 * @param {Said} said
 */
function name(row, number, said) {
  row.setAttribute("aria-label", String(number));
  const button = row.querySelector("[data-less]");
  if (!button) return;
  const words = document.createElement("span");
  words.className = "cw-sr";
  words.textContent = ` ${number}`;
  button.replaceChildren(said("instrument-less"), words);
}

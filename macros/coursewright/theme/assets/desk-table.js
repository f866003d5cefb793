/**
 * A table that can be sorted by each of its columns, a page of rows at a time: with hundreds of
 * rows a browser takes its time, and nobody reads them all.
 */

import { button, made } from "./desk-made.js";

/** @import { Order, Say } from "./desk-types.js" */

/**
 * @template R
 * @typedef {object} Column
 * @property {string} key
 * @property {string} head
 * @property {string} [title]  The whole of a head that is short.
 * @property {(row: R) => string | Node | (Node | string)[]} cell
 * @property {(row: R) => string | number | null} by  What it is sorted by; null comes last.
 * @property {boolean} [down]  Whether the first press shows the largest first.
 * @property {string} [kind]  How its cells look.
 */

const ROWS = 50;
let tables = 0;

/** @template R */
export class Table {
  /** @type {Order} */
  #order;
  /** @type {R[]} */
  #sorted = [];
  #body = made("tbody");
  #pages = made("div", "cw-desk__pages");
  #place = made("p");
  /** @type {Map<string, HTMLElement>} */
  #heads = new Map();

  /**
   * @param {{ caption: string, columns: Column<R>[], rows: readonly R[], say: Say, order: Order,
   *   top?: HTMLElement | null, none: string }} given  The order is kept in it; `top` stays above.
   */
  constructor({ caption, columns, rows, say, order, top = null, none }) {
    this.columns = columns;
    this.rows = rows;
    this.say = say;
    this.none = none;
    this.#order = order;
    const title = made("caption", "", caption);
    title.id = `cw-desk-table-${(tables += 1)}`;
    const above = top ? [made("tbody", "", [top])] : [];
    const all = [title, made("thead", "", [this.#headRow()]), ...above, this.#body];
    const frame = made("div", "cw-table cw-desk__table", [made("table", "", all)]);
    frame.tabIndex = 0;
    frame.setAttribute("role", "region");
    frame.setAttribute("aria-labelledby", title.id);
    this.#place.setAttribute("role", "status");
    this.element = made("div", "", [frame, this.#pages]);
    this.#sort();
    this.#show();
  }

  /** The rows in the order shown. */
  get sorted() {
    return this.#sorted;
  }

  #headRow() {
    const cells = this.columns.map((column) => {
      const cell = made("th");
      cell.setAttribute("scope", "col");
      const press = button(column.head, () => this.#turn(column), "cw-desk__sort");
      if (column.title) press.setAttribute("aria-label", column.title);
      if (column.title) press.title = column.title;
      cell.append(press);
      this.#heads.set(column.key, cell);
      return cell;
    });
    return made("tr", "", cells);
  }

  /** @param {Column<R>} column */
  #turn({ key, down = false }) {
    const order = this.#order;
    order.down = order.key === key ? !order.down : down;
    Object.assign(order, { key, page: 0 });
    this.#sort();
    this.#show();
  }

  #sort() {
    const { key, down } = this.#order;
    const column = this.columns.find((one) => one.key === key) ?? this.columns[0];
    const keyed = this.rows.map((row) => ({ row, by: column?.by(row) ?? null }));
    this.#sorted = keyed.sort((a, b) => compare(a.by, b.by, down)).map(({ row }) => row);
    for (const [name, cell] of this.#heads) {
      if (name === column?.key) cell.setAttribute("aria-sort", down ? "descending" : "ascending");
      else cell.removeAttribute("aria-sort");
    }
  }

  #show() {
    const last = Math.max(0, Math.ceil(this.#sorted.length / ROWS) - 1);
    const page = (this.#order.page = Math.min(this.#order.page, last));
    const rows = this.#sorted.slice(page * ROWS, (page + 1) * ROWS);
    this.#body.replaceChildren(...(rows.length ? rows.map((row) => this.#row(row)) : [this.#empty()]));
    if (last) this.#showPages(page, last, rows.length);
    else this.#pages.replaceChildren();
  }

  /** @param {R} row */
  #row(row) {
    const cells = this.columns.map((column, at) => {
      const content = column.cell(row);
      const cell = made(at ? "td" : "th", column.kind ?? "");
      if (!at) cell.setAttribute("scope", "row");
      cell.append(...(Array.isArray(content) ? content : [content]));
      return cell;
    });
    return made("tr", "", cells);
  }

  #empty() {
    const cell = made("td", "", this.none);
    cell.setAttribute("colspan", String(this.columns.length));
    return made("tr", "", [cell]);
  }

  /**
   * @param {number} page
   * @param {number} last
   * @param {number} count
   */
  #showPages(page, last, count) {
    const turn = (/** @type {number} */ to) => {
      this.#order.page = to;
      this.#show();
      const [back, on] = this.#pages.querySelectorAll("button");
      (to < page ? (back?.disabled ? on : back) : on?.disabled ? back : on)?.focus();
    };
    const from = page * ROWS + 1;
    const [back, on] = [
      button(this.say("gradebook-back"), () => turn(page - 1)),
      button(this.say("gradebook-on"), () => turn(page + 1)),
    ];
    back.disabled = page === 0;
    on.disabled = page === last;
    const values = { from, to: from + count - 1, total: this.#sorted.length };
    this.#place.textContent = this.say("gradebook-rows", values);
    this.#pages.replaceChildren(back, this.#place, on);
  }
}

/**
 * @param {string | number | null} a
 * @param {string | number | null} b
 * @param {boolean} down
 */
function compare(a, b, down) {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  const found = typeof a === "number" && typeof b === "number" ? a - b : collator.compare(String(a), String(b));
  return down ? -found : found;
}

const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: "base" });

/**
 * Keeps records under their names, whatever the storage and other tabs do: reads, merges, writes,
 * and holds on to what this page wrote until it knows better.
 */

import { HISTORY, join, trimmed } from "./store-merge.js";
import { parse, split } from "./store-records.js";

/** @import { Shelf } from "./store-shelf.js" */
/** @import { Kind, Read, Status } from "./store-types.js" */

const DAMAGED = "damaged:";
const MOST_DAMAGED = 20;
const MOST_DAMAGED_TEXT = 20_000;
/** How many attempts are held, at first, and then for want of room. */
const LESS_AND_LESS = [HISTORY, 5, 1];

export class Keeper {
  #shelf;
  /** What this page has written. @type {Map<string, any>} */
  #mine = new Map();
  /** What of it is not in the storage, and why. @type {Map<string, Status>} */
  #unkept = new Map();
  #tightest = HISTORY;
  /** @type {Status} */
  #able = "kept";

  /** @param {Shelf} shelf */
  constructor(shelf) {
    this.#shelf = shelf;
    this.#probe();
  }

  /** @returns {Status} */
  get status() {
    const all = [this.#able, ...this.#unkept.values()];
    return all.includes("memory") ? "memory" : all.includes("full") ? "full" : "kept";
  }

  names() {
    const all = new Set([...this.#shelf.names(), ...this.#mine.keys()]);
    return [...all].filter((name) => split(name));
  }

  /** @param {string} name */
  get(name) {
    const { record } = this.#stored(name);
    const mine = this.#mine.get(name);
    return record && mine ? join(record, mine) : (record ?? mine ?? null);
  }

  /**
   * The same for a file, where a record of a later version goes as it is.
   *
   * @param {string} name
   */
  raw(name) {
    return this.get(name) ?? this.#stored(name).data;
  }

  /**
   * Merge a record with what is there. Whether that changed anything.
   *
   * @param {string} name
   * @param {any} record
   */
  put(name, record) {
    const before = this.get(name);
    const whole = before ? join(before, record) : record;
    if (same(before, whole)) return false;
    if (this.#keep(name, whole) === "kept") this.#retry();
    return true;
  }

  /**
   * @param {string} old
   * @param {string} name
   */
  rename(old, name) {
    const record = this.get(old);
    if (!record) return;
    const there = this.get(name);
    const outcome = this.#keep(name, there ? join(there, record) : record);
    this.#forget(old);
    if (outcome === "kept" && this.#stored(old).why === "") this.#shelf.remove(old);
  }

  /**
   * Remove what is called that, and look again whether anything can be kept.
   *
   * @param {(name: string) => boolean} isMeant
   */
  erase(isMeant) {
    for (const name of this.#shelf.names()) if (isMeant(name)) this.#shelf.remove(name);
    for (const name of this.#mine.keys()) if (isMeant(name)) this.#forget(name);
    this.#probe();
  }

  /** What could not be read, as it was found. */
  damaged() {
    const names = this.#shelf.names().filter((name) => name.startsWith(DAMAGED));
    const texts = names.map((name) => this.#shelf.read(name) ?? "");
    return names.map((name, i) => ({ name: name.slice(DAMAGED.length), text: texts[i] }));
  }

  /**
   * Another tab wrote. What this one wrote at the same time is written again where it is missing,
   * unless there is no room: two tabs that trim each other's history would never end.
   *
   * @param {string} name
   */
  heard(name) {
    if (!this.#mine.has(name) || this.#unkept.has(name)) return;
    if (this.#shelf.read(name) === null) this.#forget(name);
    else this.#save(name, this.#mine.get(name), [HISTORY]);
  }

  /** This page heard nothing for a while. */
  wake() {
    for (const name of this.#mine.keys()) this.heard(name);
  }

  #probe() {
    this.#able = this.#shelf.write("probe", "");
    this.#shelf.remove("probe");
  }

  /** @param {string} name */
  #forget(name) {
    this.#mine.delete(name);
    this.#unkept.delete(name);
  }

  /**
   * @param {string} name
   * @returns {Omit<Read<any>, "why"> & { why: Read<any>["why"] | "unknown" }}
   */
  #stored(name) {
    const text = this.#shelf.read(name);
    if (text === undefined) return { record: null, why: "unknown" };
    if (text === null) return { record: null, why: "" };
    const found = parse(/** @type {[Kind, string]} */ (split(name))[0], text);
    if (found.why === "damaged") this.#setAside(name, text);
    return found;
  }

  /**
   * Removed first: the copy may need its room.
   *
   * @param {string} name
   * @param {string} text
   */
  #setAside(name, text) {
    const copy = DAMAGED + name;
    this.#shelf.remove(name);
    if (this.#shelf.read(copy) !== null || this.damaged().length >= MOST_DAMAGED) return;
    this.#shelf.write(copy, text.slice(0, MOST_DAMAGED_TEXT));
  }

  /**
   * @param {string} name
   * @param {any} record
   */
  #keep(name, record) {
    this.#mine.set(name, record);
    const outcome = this.#save(name, record, LESS_AND_LESS);
    if (outcome === "kept") {
      this.#unkept.delete(name);
      this.#able = outcome;
    } else this.#unkept.set(name, outcome);
    return outcome;
  }

  /**
   * Never over a later version, nor over what cannot be read just now.
   *
   * @param {string} name
   * @param {any} record
   * @param {readonly number[]} limits
   * @returns {Status}
   */
  #save(name, record, limits) {
    const { record: there, why } = this.#stored(name);
    if (why === "unknown" || why === "later") return "memory";
    const whole = there ? join(there, record) : record;
    for (const limit of limits) {
      this.#trim(limit);
      const less = trimmed(whole, limit);
      const outcome = same(there, less) ? "kept" : this.#shelf.write(name, JSON.stringify(less));
      if (outcome !== "full") return outcome;
    }
    return "full";
  }

  /**
   * Make room; once for each limit in a page's life, because it means reading everything.
   *
   * @param {number} limit
   */
  #trim(limit) {
    if (limit >= this.#tightest) return;
    this.#tightest = limit;
    for (const name of this.names()) {
      const { record } = this.#stored(name);
      const less = record && trimmed(record, limit);
      if (!same(record, less)) this.#shelf.write(name, JSON.stringify(less));
    }
  }

  /** There is room again, perhaps for what had none. */
  #retry() {
    for (const name of [...this.#unkept.keys()]) {
      if (this.#keep(name, this.#mine.get(name)) === "full") return;
    }
  }
}

/**
 * @param {unknown} a
 * @param {unknown} b
 */
function same(a, b) {
  return JSON.stringify(a) === JSON.stringify(b);
}

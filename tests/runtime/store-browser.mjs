/** What the store's tests use in place of a browser: a storage with a quota, and tabs. */

import { openStore } from "../../macros/coursewright/theme/assets/store.js";

/** @import { Options } from "../../macros/coursewright/theme/assets/store-types.js" */

/** Web storage as a browser has it; `room` counts characters of keys and values. */
export class MemoryStorage {
  /** @type {Map<string, string>} */
  items = new Map();
  used = 0;
  /** Whether every use is refused, as when the user blocks storage while the page is open. */
  blocked = false;

  constructor(room = 5_000_000) {
    this.room = room;
  }

  get length() {
    this.#check();
    return this.items.size;
  }

  /** @param {number} index */
  key(index) {
    this.#check();
    return [...this.items.keys()][index] ?? null;
  }

  /** @param {string} key */
  getItem(key) {
    this.#check();
    return this.items.get(key) ?? null;
  }

  /**
   * @param {string} key
   * @param {string} value
   */
  setItem(key, value) {
    this.#check();
    const used = this.used - this.#sizeOf(key) + key.length + value.length;
    if (used > this.room) throw new DOMException("It is full.", "QuotaExceededError");
    this.items.set(key, value);
    this.used = used;
  }

  /** @param {string} key */
  removeItem(key) {
    this.#check();
    this.used -= this.#sizeOf(key);
    this.items.delete(key);
  }

  /** @param {string} key */
  #sizeOf(key) {
    const value = this.items.get(key);
    return value === undefined ? 0 : key.length + value.length;
  }

  #check() {
    if (this.blocked) throw new DOMException("The operation is insecure.", "SecurityError");
  }
}

/**
 * Tabs of one browser, each in a process of its own: a tab sees its own writes at once, and those
 * of the others when they are delivered, in the order in which all of them reached the disk.
 */
export class Origin {
  /** @type {Tab[]} */
  tabs = [];
  /** @type {{ from: Tab, key: string, value: string | null }[]} */
  sent = [];

  open() {
    const tab = new Tab(this);
    tab.localStorage.items = new Map(this.tabs[0]?.localStorage.items);
    this.tabs.push(tab);
    return tab;
  }

  /** Deliver one write, if there is any. */
  deliver() {
    const next = this.sent.shift();
    if (!next) return false;
    for (const tab of this.tabs) tab.receive(next);
    return true;
  }

  settle(most = 10_000) {
    for (let i = 0; this.deliver(); i += 1) if (i > most) throw new Error("never comes to rest");
  }
}

export class Tab extends EventTarget {
  Storage = MemoryStorage;

  /** @param {Origin} origin */
  constructor(origin) {
    super();
    this.localStorage = new TabStorage(this, origin);
  }

  /** @param {{ from: Tab, key: string, value: string | null }} write */
  receive({ from, key, value }) {
    const { items, waiting } = this.localStorage;
    if (from === this) {
      waiting.splice(waiting.indexOf(key), 1);
      return;
    }
    if (!waiting.includes(key)) value === null ? items.delete(key) : items.set(key, value);
    this.dispatchEvent(Object.assign(new Event("storage"), { key, newValue: value }));
  }
}

class TabStorage extends MemoryStorage {
  /** Keys this tab wrote, of which the others have not heard. @type {string[]} */
  waiting = [];

  /**
   * @param {Tab} tab
   * @param {Origin} origin
   */
  constructor(tab, origin) {
    super();
    this.tab = tab;
    this.origin = origin;
  }

  /**
   * @param {string} key
   * @param {string} value
   * @override
   */
  setItem(key, value) {
    super.setItem(key, value);
    this.#send(key, value);
  }

  /**
   * @param {string} key
   * @override
   */
  removeItem(key) {
    const there = this.items.has(key);
    super.removeItem(key);
    if (there) this.#send(key, null);
  }

  /**
   * @param {string} key
   * @param {string | null} value
   */
  #send(key, value) {
    this.waiting.push(key);
    this.origin.sent.push({ from: this.tab, key, value });
  }
}

export const START = Date.UTC(2026, 0, 5);
export const PREFIX = "coursewright:tea:/cx/:";

/**
 * A store whose clock goes on by a second whenever it is asked.
 *
 * @param {Partial<Options>} [options]
 */
export function store(options) {
  let time = START;
  const host = new EventTarget();
  const now = () => (time += 1000);
  return openStore({ course: "tea", base: "/cx/", host, storage: null, now, ...options });
}

/**
 * Numbers from 0 to 1 that are the same in every run.
 *
 * @param {number} seed
 */
export function random(seed) {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

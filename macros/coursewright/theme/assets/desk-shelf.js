/**
 * What a trainer keeps, in a database of this browser alone. Where the browser allows none, or has
 * no room left, it is held until the page closes. Nothing here throws, and nothing is sent.
 */

/** @typedef {"kept" | "full" | "memory"} Status */

const VERSION = 1;
const NOTES = "notes";

/** @typedef {{ key: string }} Keyed */

/** @template {Keyed} T */
export class DeskShelf {
  /** @type {Map<string, T>} */
  items = new Map();
  /** @type {Map<string, any>} */
  #notes = new Map();
  /** @type {IDBDatabase | null} */
  #base = null;
  /** @type {Status} */
  status = "memory";
  /** @type {BroadcastChannel | null} */
  #others = null;

  /**
   * @param {string} name  Of the database.
   * @param {string} store  Of its table.
   */
  constructor(name, store) {
    this.name = name;
    this.store = store;
  }

  /**
   * Read everything, and again whenever another tab changes something.
   *
   * @param {() => void} changed
   */
  async open(changed) {
    this.#base = await opened(this.name, this.store);
    this.status = this.#base ? "kept" : "memory";
    await this.#read();
    if (!this.#base || !("BroadcastChannel" in globalThis)) return;
    this.#others = new BroadcastChannel(this.name);
    this.#others.addEventListener("message", () => void this.#read().then(changed));
  }

  close() {
    this.#others?.close();
    this.#base?.close();
  }

  /** @param {readonly T[]} items */
  async add(items) {
    for (const item of items) this.items.set(item.key, item);
    await this.#write(this.store, (table) => items.forEach((item) => table.put(item)));
  }

  /** @param {readonly string[]} keys */
  async remove(keys) {
    for (const key of keys) this.items.delete(key);
    await this.#write(this.store, (table) => keys.forEach((key) => table.delete(key)));
  }

  /** Forget all of it. */
  async erase() {
    this.items.clear();
    this.#notes.clear();
    await this.#write(this.store, (table) => table.clear());
    await this.#write(NOTES, (table) => table.clear());
    if (this.#base) this.status = "kept";
  }

  /** @param {string} name */
  note(name) {
    return this.#notes.get(name);
  }

  /**
   * @param {string} name
   * @param {unknown} value
   */
  async keepNote(name, value) {
    this.#notes.set(name, value);
    await this.#write(NOTES, (table) => table.put(value, name));
  }

  async #read() {
    const base = this.#base;
    if (!base) return;
    try {
      const deal = base.transaction([this.store, NOTES]);
      const [items, notes] = [deal.objectStore(this.store), deal.objectStore(NOTES)];
      const [all, names, values] = await Promise.all(
        [items.getAll(), notes.getAllKeys(), notes.getAll()].map(answer),
      );
      this.items = new Map(all.map((/** @type {T} */ item) => [item.key, item]));
      this.#notes = new Map(names.map((/** @type {string} */ name, /** @type {number} */ at) => [name, values[at]]));
    } catch (error) {
      this.#lost(error);
    }
  }

  /**
   * @param {string} store
   * @param {(table: IDBObjectStore) => void} does
   */
  async #write(store, does) {
    if (!this.#base) return;
    try {
      const deal = this.#base.transaction(store, "readwrite");
      const done = new Promise((resolve, reject) => {
        deal.oncomplete = resolve;
        deal.onabort = () => reject(deal.error);
      });
      does(deal.objectStore(store));
      await done;
      this.#others?.postMessage("changed");
    } catch (error) {
      this.#lost(error);
    }
  }

  /** @param {unknown} error */
  #lost(error) {
    const full = error instanceof DOMException && /quota/i.test(error.name);
    this.status = full ? "full" : "memory";
  }
}

/**
 * @param {string} name
 * @param {string} store
 * @returns {Promise<IDBDatabase | null>} null where the browser allows none
 */
function opened(name, store) {
  return new Promise((resolve) => {
    try {
      const asked = indexedDB.open(name, VERSION);
      asked.onupgradeneeded = () => {
        asked.result.createObjectStore(store, { keyPath: "key" });
        asked.result.createObjectStore(NOTES);
      };
      asked.onsuccess = () => {
        asked.result.onversionchange = () => asked.result.close();
        resolve(asked.result);
      };
      asked.onerror = asked.onblocked = () => resolve(null);
    } catch {
      resolve(null);
    }
  });
}

/**
 * @param {IDBRequest} asked
 * @returns {Promise<any>}
 */
function answer(asked) {
  return new Promise((resolve, reject) => {
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => reject(asked.error);
  });
}

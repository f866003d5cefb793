/** The browser's storage, which may be blocked, full or broken: nothing here throws. */

/** @import { Shelves, Status } from "./store-types.js" */

/**
 * The storage of a window; null where it is blocked, or only played by something else.
 *
 * @param {any} host
 * @returns {Shelves | null}
 */
export function storageOf(host) {
  try {
    const found = host.localStorage;
    return found instanceof host.Storage ? found : null;
  } catch {
    return null;
  }
}

/**
 * Whether what one page keeps is hidden from the others: so it is in Firefox, where each file of a
 * copy that opens from a folder counts as a site of its own.
 *
 * @param {any} host
 */
export function isApart({ location }) {
  return location?.protocol === "file:" && location.origin === "null";
}

export class Shelf {
  #storage;
  #prefix;

  /**
   * @param {Shelves | null} storage
   * @param {string} prefix  Begins every key; no other key is read or written.
   */
  constructor(storage, prefix) {
    this.#storage = storage;
    this.#prefix = prefix;
  }

  /**
   * The name under a key of the storage, if it is one of these.
   *
   * @param {unknown} key
   */
  nameOf(key) {
    const own = typeof key === "string" && key.startsWith(this.#prefix);
    return own ? key.slice(this.#prefix.length) : null;
  }

  /**
   * The text under a name; null where there is none, undefined where that cannot be known.
   *
   * @param {string} name
   */
  read(name) {
    try {
      const found = this.#storage?.getItem(this.#prefix + name);
      return found === null || typeof found === "string" ? found : undefined;
    } catch {
      return undefined;
    }
  }

  /**
   * @param {string} name
   * @param {string} text
   * @returns {Status}
   */
  write(name, text) {
    try {
      this.#storage?.setItem(this.#prefix + name, text);
    } catch (error) {
      return error instanceof Error && /quota/i.test(error.name) ? "full" : "memory";
    }
    // Some blockers let every write pass and keep nothing.
    return this.read(name) === text ? "kept" : "memory";
  }

  /** @param {string} name */
  remove(name) {
    try {
      this.#storage?.removeItem(this.#prefix + name);
    } catch {
      // What cannot be removed cannot be read either.
    }
  }

  /** All names, taken at once: whoever counts keys while removing some skips others. */
  names() {
    const found = [];
    try {
      const many = this.#storage?.length ?? 0;
      for (let i = 0; i < many; i += 1) found.push(this.nameOf(this.#storage?.key(i)));
    } catch {
      // Then there is nothing to be found.
    }
    return found.filter((name) => name !== null);
  }
}

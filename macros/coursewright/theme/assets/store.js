/**
 * What the learner has done, kept in the browser: one key for each answer, so that tabs do not
 * write over each other. Nothing is sent anywhere, and nothing here throws.
 *
 *   const store = openStore({ course: "kitchen", base: "/kitchen/" });
 *   store.add("answer", "tea/first-move", { response: "b", result: "right", asked: "1x9f" });
 *   store.add("quiz", "tea", { score: 0.5, results: { "tea/first-move": "right" } });
 *   store.add("lesson", "tea/water", { done: true, by: "learner" });
 *   store.add("place", "last", { path: "modules/tea/", title: "Making tea" });
 *   store.get("answer", "tea/first-move", { was: ["tea/old-id"] })
 *   store.all("lesson")     a Map of records by ref
 *   store.seed()            a number for shuffling, the same whenever this learner comes back
 *   store.status()          "kept"; "full" or "memory": some of it is gone when the page closes;
 *                           "apart": kept, and known on this page alone
 *   store.subscribe(({ kind, ref }) => …)   changes here and in other tabs; returns how to stop
 *   store.names(), store.damaged(), store.erase(), store.close()
 *   store.erase((name) => name.startsWith("entry:plan/"))   forgets some of it
 *
 * `add` returns the record, or null if it refuses the entry; `get` the record, or null. A change of
 * the status is told to listeners, as the kind "status". Read records with `last`, `best`, `scoreOf`
 * of `store-merge.js`; `store-file.js` exports and imports.
 */

import { Keeper } from "./store-keeper.js";
import { stamp } from "./store-merge.js";
import { VERSION, isRef, read, split } from "./store-records.js";
import { Shelf, isApart, storageOf } from "./store-shelf.js";

/** @import { Change, Entries, Kind, Options, Records, Status } from "./store-types.js" */

/** @param {Options} options */
export function openStore(options) {
  return new Store(options);
}

export class Store {
  #host;
  #shelf;
  #keeper;
  #said;
  /** @type {Set<(change: Change) => void>} */
  #listeners = new Set();

  /** @param {Options} options */
  constructor({ course, base, host = globalThis, storage = storageOf(host), now = Date.now }) {
    const path = encodeURIComponent(base).replaceAll("%2F", "/");
    this.course = course;
    this.now = now;
    this.#host = host;
    this.#shelf = new Shelf(storage, `coursewright:${encodeURIComponent(course)}:${path}:`);
    this.#keeper = new Keeper(this.#shelf);
    this.#said = this.status();
    host.addEventListener?.("storage", this.#heard);
    host.addEventListener?.("pageshow", this.#shown);
  }

  close() {
    this.#host.removeEventListener?.("storage", this.#heard);
    this.#host.removeEventListener?.("pageshow", this.#shown);
    this.#listeners.clear();
  }

  /** @returns {Status} */
  status() {
    const { status } = this.#keeper;
    return status === "kept" && isApart(this.#host) ? "apart" : status;
  }

  /**
   * @template {Kind} K
   * @param {K} kind
   * @param {string} ref
   * @param {{ was?: readonly string[] }} [renamed]  What it was called before.
   * @returns {Records[K] | null}
   */
  get(kind, ref, { was = [] } = {}) {
    if (!isRef(kind, ref)) return null;
    const old = was.filter((one) => isRef(kind, one) && one !== ref);
    for (const one of old) this.#keeper.rename(`${kind}:${one}`, `${kind}:${ref}`);
    this.#settle();
    return this.#keeper.get(`${kind}:${ref}`);
  }

  /**
   * @template {Kind} K
   * @param {K} kind
   * @returns {Map<string, Records[K]>}
   */
  all(kind) {
    const names = this.names().filter((name) => name.startsWith(`${kind}:`));
    const pairs = names.map((name) => [name.slice(kind.length + 1), this.#keeper.get(name)]);
    return new Map(/** @type {any} */ (pairs.filter(([, record]) => record)));
  }

  /**
   * @template {Kind} K
   * @param {K} kind
   * @param {string} ref
   * @param {Entries[K]} entry
   * @param {{ was?: readonly string[] }} [renamed]
   * @returns {Records[K] | null}
   */
  add(kind, ref, entry, renamed) {
    const before = /** @type {any} */ (this.get(kind, ref, renamed));
    const made = { ...entry, ...stamp(this.now(), before) };
    const many = kind === "answer" || kind === "quiz";
    const tries = Math.min((before?.tries ?? 0) + 1, Number.MAX_SAFE_INTEGER);
    const own = many ? { tries, attempts: [made] } : made;
    const { record } = read(kind, { ...own, v: VERSION });
    return record && this.merge(kind, ref, record) ? this.get(kind, ref) : null;
  }

  /**
   * Take in a record that was read with `store-records.js`. Whether it brought anything new.
   *
   * @template {Kind} K
   * @param {K} kind
   * @param {string} ref
   * @param {Records[K]} record
   */
  merge(kind, ref, record) {
    const news = isRef(kind, ref) && this.#keeper.put(`${kind}:${ref}`, record);
    if (news) this.#tell({ kind, ref });
    return news;
  }

  /** The names of all records, such as `answer:tea/first-move`. */
  names() {
    return this.#keeper.names();
  }

  /** Everything by name, for a file. */
  records() {
    const pairs = this.names().map((name) => [name, this.#keeper.raw(name)]);
    return Object.fromEntries(pairs.filter(([, record]) => record));
  }

  seed() {
    const seed = Math.floor(Math.random() * 2 ** 32);
    return (this.get("meta", "seed") ?? this.add("meta", "seed", { seed }))?.seed ?? 0;
  }

  damaged() {
    return this.#keeper.damaged();
  }

  /**
   * Forget what was done in this course on this site: all of it, or what is called that.
   *
   * @param {(name: string) => boolean} [isMeant]  By kind and ref, as `entry:plan/owner/self`.
   */
  erase(isMeant = () => true) {
    this.#keeper.erase(isMeant);
    this.#tell({ kind: "all", ref: "" });
  }

  /** @param {(change: Change) => void} listener */
  subscribe(listener) {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  #heard = (/** @type {{ key: string | null }} */ { key }) => {
    if (key === null) return this.#shown({ persisted: true });
    const name = this.#shelf.nameOf(key) ?? "";
    const [kind, ref] = split(name) ?? [];
    if (!kind || !ref) return;
    this.#keeper.heard(name);
    this.#tell({ kind, ref });
  };

  /** Nothing is heard of other tabs while the page waits in the browser's history. */
  #shown = (/** @type {{ persisted: boolean }} */ { persisted }) => {
    if (!persisted) return;
    this.#keeper.wake();
    this.#tell({ kind: "all", ref: "" });
  };

  /** @param {Change} change */
  #tell(change) {
    for (const listener of this.#listeners) {
      try {
        listener(change);
      } catch (error) {
        console.error(error);
      }
    }
    this.#settle();
  }

  #settle() {
    if (this.#said === this.status()) return;
    this.#said = this.status();
    this.#tell({ kind: "status", ref: "" });
  }
}

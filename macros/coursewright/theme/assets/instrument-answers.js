/** What people have filled into one instrument, in the store of this learner. */

import { ME } from "./instrument-me.js";

/** @import { Field, Kinds, Person, Spec } from "./instrument-types.js" */
/** @import { Store } from "./store.js" */

const MOST_NAME = 80;
/** Under this name stands what somebody is called; no field can be called so. */
const NAME = "rater";

export class Answers {
  /** @type {Map<string, Field>} */
  fields = new Map();

  /**
   * @param {Store} store
   * @param {Spec} spec
   * @param {Kinds} kinds
   */
  constructor(store, spec, kinds) {
    this.store = store;
    this.spec = spec;
    this.kinds = kinds;
    const bare = { options: [], rows: [], columns: [] };
    for (const field of spec.sections.flatMap(({ fields }) => fields)) {
      this.fields.set(field.id, { ...bare, ...field, scale: spec.scale });
    }
    this.#rename();
  }

  /** Whether there is anything to rate. */
  get rated() {
    return [...this.fields.values()].some(({ kind }) => kind === "rating");
  }

  /**
   * Whoever has a part in it, oneself first.
   *
   * @returns {Person[]}
   */
  people() {
    const ids = new Set([ME]);
    for (const ref of this.store.all("entry").keys()) {
      if (ref.startsWith(`${this.spec.id}/`)) ids.add(ref.slice(ref.lastIndexOf("/") + 1));
    }
    return [...ids].map((id) => ({ id, name: this.nameOf(id) ?? "" }));
  }

  /**
   * What somebody is called, if that was ever said.
   *
   * @param {string} who
   */
  nameOf(who) {
    const name = this.store.get("entry", this.ref(who, NAME))?.value;
    return typeof name === "string" ? name.slice(0, MOST_NAME) : null;
  }

  /**
   * @param {string} who
   * @param {string} name
   */
  rename(who, name) {
    const value = name.trim().slice(0, MOST_NAME);
    if (this.nameOf(who) !== value) this.store.add("entry", this.ref(who, NAME), { value });
  }

  /** Somebody new. */
  join(name = "") {
    const who = `r-${Math.floor(Math.random() * 36 ** 8).toString(36)}`;
    this.rename(who, name);
    return who;
  }

  /** @param {string} who */
  remove(who) {
    this.store.erase((name) => this.#isOurs(name) && name.endsWith(`/${who}`));
  }

  erase() {
    this.store.erase((name) => this.#isOurs(name));
  }

  /**
   * What is kept, with its stamp; null where nothing is that this field can hold.
   *
   * @param {string} who
   * @param {string} id
   */
  record(who, id) {
    const found = this.store.get("entry", this.ref(who, id));
    return found && this.clean(id, found.value) !== undefined ? found : null;
  }

  /**
   * An answer: what is kept, or else what is suggested.
   *
   * @param {string} who
   * @param {string} id
   * @returns {any}
   */
  get(who, id) {
    const own = this.clean(id, this.record(who, id)?.value ?? null) ?? null;
    return own === null ? this.suggested(who, id) : own;
  }

  /**
   * @param {string} who
   * @param {string} id
   * @returns {any}
   */
  suggested(who, id) {
    const field = this.fields.get(id);
    const suggest = field && this.kinds[field.kind]?.suggested;
    return suggest ? suggest(field, (other) => this.get(who, other)) : null;
  }

  /**
   * Keep an answer. Whether it is one.
   *
   * @param {string} who
   * @param {string} id
   * @param {unknown} value
   */
  set(who, id, value) {
    const kept = this.clean(id, value);
    if (kept === undefined) return false;
    const before = this.store.get("entry", this.ref(who, id))?.value ?? null;
    if (JSON.stringify(before) === JSON.stringify(kept)) return true;
    const asked = this.fields.get(id)?.asked ?? "";
    return Boolean(this.store.add("entry", this.ref(who, id), { value: kept, asked }));
  }

  /**
   * Whether the field was worded otherwise when it was filled in.
   *
   * @param {string} who
   * @param {string} id
   */
  hasChanged(who, id) {
    const record = this.record(who, id);
    const asked = this.fields.get(id)?.asked;
    return record !== null && record.value !== null && (record.asked ?? asked) !== asked;
  }

  /**
   * @param {string} id
   * @param {unknown} value
   */
  clean(id, value) {
    const field = this.fields.get(id);
    return field && this.kinds[field.kind]?.clean(field, value);
  }

  /**
   * @param {string} who
   * @param {string} id
   */
  ref(who, id) {
    return `${this.spec.id}/${id}/${who}`;
  }

  /** @param {string} name  Of a record, perhaps of one that was set aside as damaged. */
  #isOurs(name) {
    return name.replace("damaged:", "").startsWith(`entry:${this.spec.id}/`);
  }

  /** Bring what was kept under earlier ids to where it belongs now. */
  #rename() {
    const { id, was } = this.spec;
    const all = [...this.fields.values()];
    const fields = new Map(all.flatMap((field) => field.was.map((old) => [old, field.id])));
    if (!was.length && !fields.size) return;
    for (const ref of this.store.all("entry").keys()) {
      const [instrument = "", field = "", who = ""] = ref.split("/");
      const now = `${id}/${fields.get(field) ?? field}/${who}`;
      const ours = instrument === id || was.includes(instrument);
      if (ours && now !== ref) this.store.get("entry", now, { was: [ref] });
    }
  }
}

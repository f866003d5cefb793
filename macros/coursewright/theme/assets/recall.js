/** A question's answers in the learner's store: what is kept, and what is made of it later. */

import { isMiss, sureOf } from "./grading.js";

/** @import { Grade, Sure } from "./grading.js" */
/** @import { Answer } from "./store-types.js" */
/** @import { Store } from "./store.js" */

/**
 * @typedef {{ response: unknown, sure: Sure | null, at: number, misses: number }} Earlier
 * The last answer, and how many before it, with it, were not right.
 */

export class Recall {
  #store;
  #ref;
  #asked;
  #renamed;

  /**
   * @param {Store | null} store
   * @param {HTMLElement} root
   */
  constructor(store, root) {
    const { asked = "", was = "" } = root.dataset;
    this.#store = store;
    this.#ref = root.getAttribute("ref") ?? "";
    this.#asked = asked;
    this.#renamed = { was: was.split(" ") };
  }

  /**
   * @param {any} response
   * @param {Grade} grade
   * @param {Sure | null} sure
   */
  keep(response, { result, score }, sure) {
    /** @type {Answer} */
    const answer = { response, result, asked: this.#asked };
    if (score !== undefined) answer.score = score;
    if (sure) answer.confidence = sure;
    this.#store?.add("answer", this.#ref, answer, this.#renamed);
  }

  /**
   * The earlier answer; "changed" when the question was another one then.
   *
   * @returns {Earlier | "changed" | null}
   */
  get() {
    const { attempts = [] } = this.#store?.get("answer", this.#ref, this.#renamed) ?? {};
    const same = attempts.filter(({ asked = this.#asked }) => asked === this.#asked);
    const last = attempts.at(-1);
    if (!last) return null;
    if (last !== same.at(-1)) return "changed";
    const misses = same.filter(({ result }) => isMiss(result)).length;
    return { response: last.response, sure: sureOf(last.confidence), at: last.at, misses };
  }
}

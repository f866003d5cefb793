/**
 * `<cw-question ref kind>`: the form in it is graded when it is submitted, and never before.
 * Without this script, or when it fails, the form stays and its answer can be unfolded.
 */

import { after, isMiss, pathOf, sureOf } from "./grading.js";
import { learnerStore } from "./learner.js";
import { load } from "./loading.js";
import { Recall } from "./recall.js";
import { arrange, learnerSeed } from "./seed.js";
import { Sheet } from "./sheet.js";

/** @import { Gap, Grade, Kind, Phase, Sure } from "./grading.js" */

export class Question extends HTMLElement {
  /** @type {Sheet | null} */
  #sheet = null;
  /** @type {Kind | null} */
  #kind = null;
  /** @type {Recall | null} */
  #recall = null;
  /** @type {Phase} */
  #phase = "open";
  #begun = false;
  /** How many answers were not right. */
  #misses = 0;
  #hints = () => 0;
  /** @type {typeof import("./asides.js") | null} */
  #asides = null;

  /** Runs again whenever the element is moved, and then has nothing left to do. */
  connectedCallback() {
    if (this.#begun) return;
    this.#begun = true;
    arrange(this, `${learnerSeed()}/${this.getAttribute("ref")}`);
    this.#begin().catch((error) => this.#fail(error));
  }

  async #begin() {
    this.#recall = new Recall(learnerStore(), this);
    const earlier = this.#recall.get();
    const [kind, words, asides, back] = await Promise.all([
      load(pathOf(this.getAttribute("kind"))),
      load("./words.js"),
      this.querySelector("cw-hints, [name=confidence]") && load("./asides.js"),
      earlier && load("./earlier.js"),
    ]);
    const sheet = new Sheet(this, { ...words.default, ...asides?.phrases, ...back?.phrases, ...kind.phrases }, kind.words);
    sheet.open();
    this.#kind = kind;
    this.#sheet = sheet;
    if (asides) this.#hints = asides.offerHints(sheet);
    this.#asides = asides;
    this.#kind?.start?.(this, sheet);
    this.#return(earlier, back);
    this.#listen("submit", (event) => this.#submitted(event));
    for (const type of ["input", "change"]) this.#listen(type, () => this.#changed());
    this.#listen("cw-keep", () => this.#keepAgain());
    this.#listen("reset", () => this.#retried());
    // The second half of a double click would take back what the first has just checked.
    sheet.button.addEventListener("click", (event) => {
      if (event.detail > 1) event.preventDefault();
    });
  }

  /** @param {Event} event */
  #submitted(event) {
    event.preventDefault();
    if (this.#phase !== "checked") this.#check();
  }

  /** The one place where answers are graded. */
  #check() {
    if (!this.#sheet) return;
    const { response, sure, gap, grade } = this.#read();
    if (gap) return this.#sheet.ask(gap);
    if (!grade) return;
    if (isMiss(grade.result)) this.#misses += 1;
    this.#phase = after(this.#phase, "check");
    this.#sheet.show(grade, this.#shown(grade, sure));
    this.#recall?.keep(response, grade, sure);
    this.#tell(response, grade, sure);
  }

  /** What the form holds, and what it gets; a gap in place of a grade when something is missing. */
  #read() {
    const { form, said } = /** @type {Sheet} */ (this.#sheet);
    const kind = /** @type {Kind} */ (this.#kind);
    const data = new FormData(form);
    const response = kind.read(data, form);
    const sure = sureOf(data.get("confidence"));
    const gap = kind.gap(response, said) ?? this.#unsure(sure);
    return { response, sure, gap, grade: gap ? null : kind.grade(response, said) };
  }

  /**
   * @param {Sure | null} sure
   * @returns {Gap | null}
   */
  #unsure(sure) {
    if (sure || !this.querySelector("[name=confidence]")) return null;
    return { name: "confidence", say: ["asides-choose-sure"] };
  }

  /**
   * @param {Grade} grade
   * @param {Sure | null} sure
   */
  #shown(grade, sure) {
    const left = Number(this.dataset["tries"] ?? 1) - this.#misses;
    return {
      marks: sure && (this.#asides?.marksSaid(sure, grade) ?? null),
      left: isMiss(grade.result) ? Math.max(0, left) : 0,
    };
  }

  /**
   * Show the answer of an earlier visit as it was, and say nothing aloud.
   *
   * @param {import("./recall.js").Earlier | "changed" | null} earlier
   * @param {typeof import("./earlier.js")} back
   */
  #return(earlier, back) {
    if (!earlier || !this.#sheet || this.querySelector("form :checked:not(option)")) return;
    if (earlier === "changed") return this.#sheet.remark(["earlier-changed"]);
    try {
      back.refill(this.#sheet.form, /** @type {Kind} */ (this.#kind), earlier.response, earlier.sure);
      const { sure, grade } = this.#read();
      if (!grade) throw new Error("something is missing");
      this.#misses = earlier.misses;
      const when = back.ago(earlier.at, Date.now(), document.documentElement.lang);
      this.#sheet.show(grade, { ...this.#shown(grade, sure), when });
      this.#phase = "checked";
    } catch {
      // An answer that the question no longer has, or that was tampered with.
      this.#misses = 0;
      this.#sheet.form.reset();
      this.#sheet.clear();
    }
  }

  /** More belongs to an answer that is not graded, such as what was ticked beside it. */
  #keepAgain() {
    if (this.#phase !== "checked") return;
    const { response, sure, grade } = this.#read();
    if (grade) this.#recall?.keep(response, grade, sure);
  }

  #changed() {
    const was = this.#phase;
    this.#phase = after(was, "change");
    if (was === "checked") this.#sheet?.outdate();
    else this.#sheet?.satisfy();
  }

  #retried() {
    this.#phase = after(this.#phase, "retry");
    this.#sheet?.clear();
    this.#sheet?.focusFirst();
  }

  /**
   * @param {unknown} response
   * @param {Grade} grade
   * @param {Sure | null} sure
   */
  #tell(response, grade, sure) {
    const detail = {
      ref: this.getAttribute("ref"),
      kind: this.getAttribute("kind"),
      response,
      result: grade.result,
      score: grade.score,
      ...(sure && { confidence: sure, marks: this.#asides?.earned(sure, grade) }),
      hints: this.#hints(),
      at: new Date().toISOString(),
    };
    this.dispatchEvent(new CustomEvent("cw-answer", { bubbles: true, detail }));
  }

  /**
   * @param {string} type
   * @param {(event: Event) => void} act
   */
  #listen(type, act) {
    this.addEventListener(type, (event) => {
      const { target } = event;
      if (!this.#sheet || !(target instanceof Node) || !this.#sheet.form.contains(target)) return;
      try {
        act(event);
      } catch (error) {
        this.#fail(error);
      }
    });
  }

  /** @param {unknown} error */
  #fail(error) {
    this.#sheet?.restore();
    this.#sheet = null;
    console.warn(`Question ${this.getAttribute("ref")} has no script:`, error);
  }
}

if (!customElements.get("cw-question")) customElements.define("cw-question", Question);

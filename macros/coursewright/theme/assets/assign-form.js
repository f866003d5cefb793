/** The trainer's form: what is ticked and typed in it, as an assignment and back. */

import { MOST_ITEMS, day, readAssignment } from "./assignment.js";

/** @import { Assignment, Item } from "./passing-types.js" */

export class AssignForm {
  /** @param {HTMLFormElement} form */
  constructor(form) {
    this.form = form;
    this.boxes = /** @type {HTMLInputElement[]} */ ([...form.querySelectorAll("[type=checkbox]")]);
    this.branches = [...form.querySelectorAll("[data-branch]")].map((one) => branch(one));
    this.name = this.#field("assign-name");
    this.due = this.#field("assign-due");
    this.score = this.#field("assign-score");
    this.message = this.#field("assign-message");
    this.scored = /** @type {HTMLInputElement} */ (form.querySelector("[name=need][value=score]"));
    form.addEventListener("change", ({ target }) => this.#ticked(target));
  }

  /** @param {string} id */
  #field(id) {
    return /** @type {HTMLInputElement} */ (this.form.querySelector(`#${id}`));
  }

  /**
   * A whole module is the same as all that is in it.
   *
   * @param {EventTarget | null} box
   */
  #ticked(box) {
    for (const { top, inside } of this.branches) {
      if (box === top) for (const one of inside) one.checked = top.checked;
    }
    this.settle();
  }

  /** Modules follow what is in them. */
  settle() {
    for (const { top, inside } of this.branches) {
      const count = inside.filter(({ checked }) => checked).length;
      top.checked = count > 0 && count === inside.length;
      top.indeterminate = count > 0 && count < inside.length;
    }
  }

  /** @returns {Item[]} */
  items() {
    const whole = this.branches.filter(({ top }) => top.checked).flatMap(({ inside }) => inside);
    const chosen = this.boxes.filter((box) => box.checked && !whole.includes(box));
    return chosen.map(({ value }) => {
      const [kind, ref = ""] = value.split(":");
      return { kind: /** @type {Item["kind"]} */ (kind), ref };
    });
  }

  /** What is missing, or wrong, before there can be a link. */
  faults() {
    const count = this.items().length;
    const score = this.#need();
    return [
      ...(count ? [] : ["parts"]),
      ...(count > MOST_ITEMS ? ["too-many"] : []),
      ...(this.name.value.trim() ? [] : ["name"]),
      ...(score && !validScore(score.score) ? ["score"] : []),
      ...(this.due.validity.badInput || (this.due.value && !day(this.due.value)) ? ["due"] : []),
    ];
  }

  #need() {
    return this.scored.checked ? { score: Number(this.score.value) } : undefined;
  }

  /**
   * @param {Pick<Assignment, "id" | "course" | "made">} given
   * @returns {Assignment | null}
   */
  assignment(given) {
    const message = this.message.value.replace(/\r\n?/g, "\n").trim();
    const need = this.#need();
    return readAssignment({
      ...given,
      v: 1,
      title: this.name.value.replace(/\s+/g, " ").trim(),
      items: this.items(),
      message: message.replace(/[^\P{Cc}\n]/gu, " ") || undefined,
      due: this.due.value || undefined,
      need,
    });
  }

  /**
   * Fill the form in. How many parts are no longer in the course.
   *
   * @param {Assignment} assignment
   */
  fill({ title, message = "", due = "", items, need }) {
    this.name.value = title;
    this.message.value = message;
    this.due.value = due;
    this.scored.checked = need?.score !== undefined;
    if (need?.score) this.score.value = String(need.score);
    const wanted = new Set(items.map(({ kind, ref }) => `${kind}:${ref}`));
    for (const box of this.boxes) box.checked = wanted.has(box.value);
    for (const { top, inside } of this.branches) {
      if (top.checked) for (const one of inside) one.checked = true;
    }
    this.settle();
    return [...wanted].filter((value) => !this.boxes.some((box) => box.value === value)).length;
  }

  /** Say in each module how much of it is chosen. @param {(some: number, all: number) => string} say */
  count(say) {
    for (const { inside, said } of this.branches) {
      const some = inside.filter(({ checked }) => checked).length;
      const text = some ? say(some, inside.length) : "";
      if (said.textContent !== text) said.textContent = text;
    }
  }
}

/** @param {Element} root */
function branch(root) {
  const [top, ...inside] = root.querySelectorAll("input");
  const said = /** @type {HTMLElement} */ (root.querySelector("[data-chosen]"));
  return { top: /** @type {HTMLInputElement} */ (top), inside, said };
}

/** @param {number} score */
const validScore = (score) => Number.isInteger(score) && score >= 1 && score <= 100;

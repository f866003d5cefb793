/** What an author may add to a question of any kind: hints, and marks by how sure one is. */

/** @import { Grade, Phrase, Sure } from "./grading.js" */
/** @import { Sheet } from "./sheet.js" */

/**
 * Put a button in place of the hints that unfold. Returns how many have been shown.
 *
 * @param {Sheet} sheet
 */
export function offerHints(sheet) {
  const whole = sheet.hints;
  if (!whole) return () => 0;
  const hints = [...whole.querySelectorAll(".cw-unfold > div")];
  const [region, button] = [sheet.make("div", "cw-hints"), sheet.make("button", "cw-button")];
  button.setAttribute("type", "button");
  region.setAttribute("aria-live", "polite");
  let shown = 0;
  const offer = () => {
    const left = shown < hints.length;
    button.textContent = sheet.say(left ? ["asides-hint", at(shown)] : ["asides-hints-all"]);
    button.setAttribute("aria-disabled", String(!left));
  };
  const at = (/** @type {number} */ index) => ({ number: index + 1, total: hints.length });
  button.addEventListener("click", () => {
    const hint = hints[shown];
    if (!hint) return;
    region.append(titled(sheet.say(["asides-hint-said", at(shown)]), hint));
    shown += 1;
    offer();
  });
  offer();
  whole.before(region, button);
  whole.hidden = true;
  return () => shown;
}

/**
 * @param {string} title
 * @param {Element} hint
 */
function titled(title, hint) {
  const box = document.createElement("div");
  const name = document.createElement("b");
  name.textContent = title;
  box.className = "cw-hints__hint";
  box.append(name, hint.cloneNode(true));
  return box;
}

/** Marks for a right and for a wrong answer, by how sure the learner was (Gardner-Medwin). */
const MARKS = /** @type {const} */ ({ 1: [1, 0], 2: [2, -2], 3: [3, -6] });

/** @param {Pick<Grade, "result" | "score">} grade */
export const scoreOf = ({ result, score }) => score ?? Number(result === "right");

/**
 * The marks earned; what is partly right lies between right and wrong.
 *
 * @param {Sure} sure
 * @param {Pick<Grade, "result" | "score">} grade
 */
export function earned(sure, grade) {
  const [right, wrong] = MARKS[sure];
  return Math.round(wrong + (right - wrong) * scoreOf(grade)) || 0;
}

/**
 * The marks earned, in words.
 *
 * @param {Sure} sure
 * @param {Pick<Grade, "result" | "score">} grade
 * @returns {Phrase}
 */
export function marksSaid(sure, grade) {
  const marks = earned(sure, grade);
  const count = Math.abs(marks);
  const signed = marks ? `${marks > 0 ? "+" : "−"}${count}` : "0";
  return [sure > 1 && grade.result === "wrong" ? "asides-marks-sure" : "asides-marks", { count, signed }];
}

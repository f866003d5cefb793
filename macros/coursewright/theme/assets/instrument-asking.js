/** Asks before anything is lost. */

/** @import { Instrument } from "./instrument.js" */

/**
 * Whether the learner says yes. The browser gives the focus back to what opened the dialog.
 *
 * @param {Instrument} instrument
 * @param {"erase" | "remove"} what
 * @param {Record<string, string>} [values]
 * @returns {Promise<boolean>}
 */
export function asked(instrument, what, values = {}) {
  const dialog = instrument.parts(".cw-sheet__file")[0]?.querySelector("dialog");
  if (!dialog) return Promise.resolve(false);
  const yes = /** @type {HTMLElement} */ (dialog.querySelector("[data-act=yes]"));
  const no = /** @type {HTMLElement} */ (dialog.querySelector("[data-act=no]"));
  for (const [place, name] of [
    ["h2", `${what}-title`],
    ["p:not(.cw-actions)", what],
    ["[data-act=yes]", `${what}-yes`],
  ]) {
    const part = dialog.querySelector(place ?? "");
    if (part) part.textContent = instrument.said(`instrument-${name}`, values);
  }
  return new Promise((answer) => {
    yes.onclick = () => dialog.close("yes");
    no.onclick = () => dialog.close("");
    dialog.onclose = () => answer(dialog.returnValue === "yes");
    dialog.returnValue = "";
    dialog.showModal();
  });
}

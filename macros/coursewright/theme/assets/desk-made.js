/** Elements of the trainer's pages. Text is always set as text. */

/**
 * @param {string} tag
 * @param {string} [className]
 * @param {string | readonly (Node | string)[]} [content]
 */
export function made(tag, className = "", content = "") {
  const one = document.createElement(tag);
  if (className) one.className = className;
  if (typeof content === "string") one.textContent = content;
  else one.append(...content);
  return one;
}

/**
 * @param {string} text
 * @param {(event: MouseEvent) => void} act
 * @param {string} [className]
 */
export function button(text, act, className = "cw-button cw-button--small") {
  const one = /** @type {HTMLButtonElement} */ (made("button", className, text));
  one.type = "button";
  one.addEventListener("click", act);
  return one;
}

/**
 * A list to choose one thing from.
 *
 * @param {string} label
 * @param {readonly (readonly [value: string, text: string])[]} options
 * @param {string} value
 * @param {(value: string) => void} chosen
 */
export function choice(label, options, value, chosen) {
  const list = /** @type {HTMLSelectElement} */ (made("select", "cw-field"));
  list.append(...options.map(([key, text]) => new Option(text, key, false, key === value)));
  list.addEventListener("change", () => chosen(list.value));
  return made("label", "cw-desk__choice", [made("span", "", label), list]);
}

/**
 * Save a file from the page.
 *
 * @param {string} name
 * @param {BlobPart} content
 * @param {string} type
 */
export function save(name, content, type) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([content], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/**
 * Whether the trainer says yes. The browser gives the focus back to what opened the dialog.
 *
 * @param {HTMLDialogElement} dialog
 * @param {{ title: string, text: string, yes: string }} said
 * @returns {Promise<boolean>}
 */
export function asked(dialog, { title, text, yes }) {
  for (const [place, words] of /** @type {const} */ ([
    ["h2", title],
    ["p:not(.cw-actions)", text],
    ["[data-act=yes]", yes],
  ])) {
    const part = dialog.querySelector(place);
    if (part) part.textContent = words;
  }
  return new Promise((answer) => {
    for (const act of ["yes", "no"]) {
      const control = /** @type {HTMLElement} */ (dialog.querySelector(`[data-act=${act}]`));
      control.onclick = () => dialog.close(act);
    }
    dialog.onclose = () => answer(dialog.returnValue === "yes");
    dialog.returnValue = "";
    dialog.showModal();
  });
}

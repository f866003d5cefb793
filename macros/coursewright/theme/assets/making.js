/** Elements made in the browser. Every text is shown as it is: none is ever read as markup. */

/**
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} tag
 * @param {string} className
 * @param {string} text
 */
export function made(tag, className = "", text = "") {
  const one = document.createElement(tag);
  if (className) one.className = className;
  one.textContent = text;
  return one;
}

/**
 * @param {string} text
 * @param {() => void} act
 */
export function button(text, act) {
  const one = made("button", "cw-button", text);
  one.type = "button";
  one.addEventListener("click", act);
  return one;
}

/**
 * Say something in a place that does not say it yet.
 *
 * @param {Element | null | undefined} place
 * @param {string} text
 */
export function put(place, text) {
  if (place && place.textContent !== text) place.textContent = text;
}

/**
 * Offer a text as a file.
 *
 * @param {string} name
 * @param {string} text
 * @param {string} type
 */
export function save(name, text, type) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/**
 * Copy what stands in a field. Where that is not allowed, it is marked, so that keys copy it.
 *
 * @param {HTMLTextAreaElement} field
 */
export async function copy(field) {
  try {
    await navigator.clipboard.writeText(field.value);
    return true;
  } catch {
    field.focus();
    field.select();
    // On plain http, the older way is the only one.
    return document.execCommand?.("copy") === true;
  }
}

/** Elements that the scripts of a quiz make. */

/**
 * @param {() => void} act
 * @param {string} [text]
 */
export function button(act, text) {
  const made = make("button", "cw-button", text);
  made.setAttribute("type", "button");
  made.addEventListener("click", act);
  return made;
}

/**
 * @param {string} tag
 * @param {string} className
 * @param {string} [text]
 */
export function make(tag, className, text = "") {
  const element = document.createElement(tag);
  if (className) element.className = className;
  element.textContent = text;
  return element;
}

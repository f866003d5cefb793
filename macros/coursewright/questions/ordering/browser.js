/** @import { Entry, Gap, Grade, Mark } from "../../theme/assets/grading.js" */
/** @import { Sheet } from "../../theme/assets/sheet.js" */

const name = "order";

/**
 * The keys of the items from first to last; none while they stand as they stood at first.
 *
 * @param {FormData} data
 */
export const read = (data) => /** @type {string[]} */ (data.getAll(name));

/**
 * @param {string[]} response
 * @returns {Gap | null}
 */
export const gap = (response) => (response.length ? null : { name, say: ["ordering-move"] });

/**
 * An item is right when it comes right after the one it should follow.
 *
 * @param {string[]} order
 * @param {readonly Entry[]} entries
 * @returns {Grade}
 */
export function grade(order, entries) {
  const rightly = entries.filter((entry) => entry.name === name).map((entry) => entry.key);
  const marks = order.map((key, at) => mark(key, rightly[rightly.indexOf(key) - 1] === order[at - 1]));
  const total = marks.length;
  const right = marks.filter(({ correct }) => correct).length;
  const partly = right ? "partly" : "wrong";
  if (right === total) return { result: "right", score: 1, headline: ["right"], marks };
  return { result: partly, score: right / total, headline: ["ordering-counted", { right, total }], marks };
}

/**
 * @param {string} key
 * @param {boolean} correct
 * @returns {Mark}
 */
const mark = (key, correct) => ({ name, key, correct, word: [correct ? "ordering-in" : "ordering-out"] });

/**
 * Give each item its buttons, and the form the order to send.
 *
 * @param {HTMLElement} _root
 * @param {Sheet} sheet
 */
export function start(_root, sheet) {
  const list = listOf(sheet.form);
  const told = sheet.make("p", "cw-sr");
  told.setAttribute("aria-live", "polite");
  list.after(told);
  for (const item of itemsOf(list)) dress(item, sheet, told);
  const begin = () => arrange(list, mixed(list));
  begin();
  sheet.form.addEventListener("reset", begin);
  sheet.form.addEventListener("formdata", ({ formData }) => {
    const order = keysOf(list);
    if (order.join(" ") !== mixed(list).join(" ")) for (const key of order) formData.append(name, key);
  });
}

/**
 * @param {HTMLFormElement} form
 * @param {unknown} response
 */
export function restore(form, response) {
  const list = listOf(form);
  const known = keysOf(list);
  if (!Array.isArray(response) || response.length !== known.length) return false;
  const fits = known.every((key) => response.includes(key));
  if (fits) arrange(list, response);
  return fits;
}

/**
 * @param {HTMLElement} item
 * @param {Sheet} sheet
 * @param {HTMLElement} told
 */
function dress(item, sheet, told) {
  const text = (item.textContent ?? "").trim();
  const moved = () => {
    const [position, total] = settle(item);
    told.textContent = sheet.say(["ordering-moved", { item: text, position, total }]);
    item.dispatchEvent(new Event("change", { bubbles: true }));
  };
  const grip = sheet.make("span", "cw-order__grip");
  grip.setAttribute("aria-hidden", "true");
  item.prepend(grip);
  drag(item, grip, moved);
  for (const way of /** @type {const} */ (["up", "down"])) {
    const button = /** @type {HTMLButtonElement} */ (sheet.make("button", `cw-order__${way}`));
    Object.assign(button, { type: "button", name, value: item.dataset["item"] });
    button.setAttribute("aria-label", sheet.say([`ordering-${way}`, { item: text }]));
    button.addEventListener("click", () => {
      step(item, way);
      moved();
    });
    item.append(button);
  }
}

/**
 * Move the neighbor rather than the item: what is taken out of the page loses focus and pointer.
 *
 * @param {Element} item
 * @param {"up" | "down"} way
 */
function step(item, way) {
  if (way === "up") item.after(item.previousElementSibling ?? "");
  else item.before(item.nextElementSibling ?? "");
}

/**
 * @param {HTMLElement} item
 * @param {HTMLElement} grip
 * @param {() => void} moved
 */
function drag(item, grip, moved) {
  /** @type {Element | null | undefined} What the item followed when it was taken. */
  let after;
  grip.addEventListener("pointerdown", (event) => {
    if (event.button) return;
    event.preventDefault();
    grip.setPointerCapture(event.pointerId);
    item.dataset["dragged"] = "";
    after = item.previousElementSibling;
  });
  grip.addEventListener("pointermove", ({ clientY }) => {
    if (after === undefined) return;
    if (clientY < middle(item.previousElementSibling)) step(item, "up");
    else if (clientY > middle(item.nextElementSibling)) step(item, "down");
  });
  grip.addEventListener("lostpointercapture", () => {
    delete item.dataset["dragged"];
    if (after !== item.previousElementSibling) moved();
    after = undefined;
  });
}

/**
 * Where an item has to be passed; nothing is above or below what is not a number.
 *
 * @param {Element | null} item
 */
function middle(item) {
  const { top = NaN, height = 0 } = item?.getBoundingClientRect() ?? {};
  return top + height / 2;
}

/**
 * @param {HTMLElement} list
 * @param {readonly string[]} order
 */
function arrange(list, order) {
  const items = itemsOf(list);
  list.append(...order.flatMap((key) => items.filter((item) => item.dataset["item"] === key)));
  for (const item of items) settle(item);
}

/**
 * The first item cannot go up, nor the last one down; a button that ends hands on its focus.
 *
 * @param {HTMLElement} moved
 * @returns {[position: number, total: number]} Where the item stands.
 */
function settle(moved) {
  const items = itemsOf(moved.parentElement);
  for (const item of items) {
    const [up, down] = /** @type {NodeListOf<HTMLButtonElement>} */ (item.querySelectorAll("button"));
    if (!up || !down) continue;
    up.disabled = down.disabled = false;
    if (item === items[0]) finish(up, down);
    if (item === items.at(-1)) finish(down, up);
  }
  return [items.indexOf(moved) + 1, items.length];
}

/**
 * @param {HTMLButtonElement} button
 * @param {HTMLButtonElement} other
 */
function finish(button, other) {
  if (button === document.activeElement) other.focus();
  button.disabled = true;
}

/** @param {HTMLFormElement} form */
const listOf = (form) => /** @type {HTMLElement} */ (form.querySelector("[data-mixed]"));

/** @param {HTMLElement} list */
const mixed = (list) => (list.dataset["mixed"] ?? "").split(" ");

/** @param {HTMLElement | null} list */
const itemsOf = (list) => /** @type {HTMLElement[]} */ ([...(list?.children ?? [])]);

/** @param {HTMLElement} list */
const keysOf = (list) => itemsOf(list).map((item) => item.dataset["item"] ?? "");

/** Files dropped or chosen, and codes pasted: each is taken or refused, and says why, by name. */

import { kept, readBytes, readText } from "./desk-intake.js";
import { made } from "./desk-made.js";

/** @import { Taken } from "./desk-intake.js" */
/** @import { Kept, Room } from "./desk-types.js" */

/** @typedef {{ from: string, name: string, fault: string }} Outcome */

/** How many files are read before the page may draw again. */
const AT_ONCE = 25;
/** How many outcomes are listed; all are counted. */
const MOST_LISTED = 200;
/** A file larger than this is not even opened. */
const MOST_FILE = 600_000;

/**
 * @param {Room} room
 * @param {HTMLElement} root
 */
export function offerIntake(room, root) {
  const part = (/** @type {string} */ name) => /** @type {HTMLElement} */ (root.querySelector(name));
  const [zone, area] = [part("[data-drop]"), /** @type {HTMLTextAreaElement} */ (part("textarea"))];
  const input = /** @type {HTMLInputElement} */ (part("[data-drop] input"));
  const take = (/** @type {() => AsyncGenerator<Taken[]>} */ source) => taken(room, root, source);
  input.addEventListener("change", async () => {
    const files = [...(input.files ?? [])];
    if (files.length) await take(() => readFiles(files, room.desk.id));
    input.value = "";
  });
  part("[data-act=paste]").addEventListener("click", async () => {
    const text = area.value;
    const fine = await take(() => once(readText("", text, room.desk.id)));
    if (fine) area.value = "";
    else area.focus();
  });
  drops(zone, (files) => take(() => readFiles(files, room.desk.id)));
}

/**
 * @param {HTMLElement} zone
 * @param {(files: File[]) => void} dropped
 */
function drops(zone, dropped) {
  const over = (/** @type {boolean} */ is) => zone.toggleAttribute("data-over", is);
  for (const type of ["dragenter", "dragover"]) {
    zone.addEventListener(type, (event) => {
      event.preventDefault();
      over(true);
    });
  }
  zone.addEventListener("dragleave", ({ relatedTarget }) => {
    if (!(relatedTarget instanceof Node) || !zone.contains(relatedTarget)) over(false);
  });
  zone.addEventListener("drop", (event) => {
    event.preventDefault();
    over(false);
    const files = [...(event.dataTransfer?.files ?? [])];
    if (files.length) dropped(files);
  });
}

/** @param {Promise<Taken[]>} found */
async function* once(found) {
  yield await found;
}

/**
 * @param {readonly File[]} files
 * @param {string} course
 */
async function* readFiles(files, course) {
  for (let at = 0; at < files.length; at += AT_ONCE) {
    const some = files.slice(at, at + AT_ONCE).map((file) => readOne(file, course));
    yield (await Promise.all(some)).flat();
  }
}

/**
 * @param {File} file
 * @param {string} course
 * @returns {Promise<Taken[]>}
 */
async function readOne(file, course) {
  if (file.size > MOST_FILE) return [{ from: file.name, fault: "too-big" }];
  try {
    return await readBytes(file.name, new Uint8Array(await file.arrayBuffer()), course);
  } catch {
    return [{ from: file.name, fault: "unread" }];
  }
}

/**
 * Keep what can be kept, and say what became of everything. Whether nothing was refused.
 *
 * @param {Room} room
 * @param {HTMLElement} root
 * @param {() => AsyncGenerator<Taken[]>} source
 */
async function taken(room, root, source) {
  /** @type {Outcome[]} */
  const outcomes = [];
  for await (const some of source()) {
    const [found, fresh] = sorted(room, some);
    outcomes.push(...found);
    await room.shelf.add(fresh);
    room.tell(room.say("gradebook-reading", { count: outcomes.length }));
  }
  room.changed();
  tell(room, root, outcomes);
  return outcomes.every(({ fault }) => !fault || fault === "same");
}

/**
 * @param {Room} room
 * @param {readonly Taken[]} some
 * @returns {[Outcome[], Kept[]]}
 */
function sorted({ shelf }, some) {
  /** @type {Map<string, Kept>} */
  const fresh = new Map();
  const outcomes = some.map(({ from, handin, fault }) => {
    if (!handin) return { from, name: "", fault };
    const one = kept(handin, from, Date.now());
    const same = shelf.items.has(one.key) || fresh.has(one.key);
    if (!same) fresh.set(one.key, one);
    return { from, name: handin.name, fault: same ? "same" : "" };
  });
  return [outcomes, [...fresh.values()]];
}

/**
 * @param {Room} room
 * @param {HTMLElement} root
 * @param {readonly Outcome[]} outcomes
 */
function tell({ say, tell: says }, root, outcomes) {
  const refused = outcomes.filter(({ fault }) => fault && fault !== "same");
  const same = outcomes.filter(({ fault }) => fault === "same").length;
  const count = outcomes.length - refused.length - same;
  const lines = [
    say("gradebook-taken", { count }),
    same ? say("gradebook-taken-same", { count: same }) : "",
    refused.length ? say("gradebook-taken-refused", { count: refused.length }) : "",
  ];
  says(lines.filter(Boolean).join(" "));
  const list = /** @type {HTMLElement} */ (root.querySelector("[data-outcomes]"));
  const listed = [...refused, ...outcomes.filter((one) => !refused.includes(one))].slice(0, MOST_LISTED);
  list.hidden = false;
  list.toggleAttribute("open", refused.length > 0);
  list.querySelector("ul")?.replaceChildren(...listed.map((one, at) => line(say, one, at + 1)));
}

/**
 * @param {Room["say"]} say
 * @param {Outcome} outcome
 * @param {number} number
 */
function line(say, { from, name, fault }, number) {
  const what = from || say("gradebook-code", { number });
  const item = made("li", "", [made("b", "", what), " ", say(`gradebook-in-${fault || "taken"}`, { name })]);
  item.toggleAttribute("data-refused", Boolean(fault) && fault !== "same");
  return item;
}

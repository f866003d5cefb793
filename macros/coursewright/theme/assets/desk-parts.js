/** What the trainer's pages are made of before they show anything. */

import { load } from "./loading.js";

/** @import { Desk, Picked, Question, Say } from "./desk-types.js" */

/**
 * Put what stands in a template beside it.
 *
 * @param {ParentNode} root
 */
export function unpack(root) {
  const template = root.querySelector("template");
  if (template) template.replaceWith(document.importNode(template.content, true));
}

/**
 * @param {Readonly<Record<string, string>>} words
 * @returns {Say}
 */
export const sayIn = (words) => (name, values = {}) => {
  const form = values["count"] === 1 ? "one" : "other";
  const text = words[name] ?? words[`${name}.${form}`] ?? "";
  return text.replace(/\{([\w-]+)\}/g, (_, key) => String(values[key] ?? ""));
};

/**
 * The course, with what its answers say; it is in sites for trainers alone.
 *
 * @returns {Promise<Desk>}
 */
export const openDesk = async () => (await load("./trainers.js")).default;

/**
 * What answers to questions of any kind say.
 *
 * @param {Desk} desk
 */
export async function readerOf({ questions }) {
  const kinds = [...new Set(questions.map(({ kind }) => kind))];
  const parts = await Promise.all(kinds.map((kind) => load(`./desk/${kind}.js`)));
  const known = new Map(kinds.map((kind, at) => [kind, parts[at]]));
  return (
    /** @type {Question} */ { kind, parts: its },
    /** @type {unknown} */ response,
    /** @type {string} */ result,
  ) => /** @type {Picked[]} */ (known.get(kind)?.picks(response, its, result) ?? []);
}

/**
 * A name of this browser's own for what a page keeps: of this course on this site.
 *
 * @param {string} what
 * @param {string} course
 */
export const shelfName = (what, course) =>
  `coursewright-${what}:${course}:${new URL("../../", import.meta.url).pathname}`;

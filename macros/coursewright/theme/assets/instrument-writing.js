/** What was filled in, put into the words of files. Pure. */

import { markdownLine, markdownQuote } from "./instrument-formats.js";
import { results } from "./instrument-report.js";

/** @import { Answers } from "./instrument-answers.js" */
/** @import { Field, Person, Said } from "./instrument-types.js" */

/** @typedef {{ answers: Answers, people: readonly Person[], said: Said, address: string }} Given */

/**
 * @param {Given} given
 * @param {Field} field
 * @param {string} who
 * @returns {string[][]}
 */
function linesOf({ answers, said }, { id }, who) {
  const field = /** @type {Field} */ (answers.fields.get(id));
  return answers.kinds[field.kind]?.lines(field, answers.get(who, id), said) ?? [];
}

/**
 * A row for each answer, below a row of headings.
 *
 * @param {Given} given
 */
export function table(given) {
  const { answers, people, said } = given;
  const top = ["section", "question", "part", "who", "answer", "number"];
  const rows = answers.spec.sections.flatMap(({ title, fields }) =>
    fields.flatMap((field) =>
      people.flatMap(({ id, name }) =>
        linesOf(given, field, id).map(([part = "", text = ""]) => {
          const level = part ? "" : (answers.get(id, field.id)?.level ?? "");
          return [title, field.label, part, name, text, level];
        }),
      ),
    ),
  );
  return [top.map((name) => said(`instrument-column-${name}`)), ...rows];
}

/**
 * Everything as Markdown, with the result last.
 *
 * @param {Given} given
 */
export function sheet(given) {
  const { answers, said, address } = given;
  const { title, sections } = answers.spec;
  const day = new Date(answers.store.now()).toISOString().slice(0, 10);
  const parts = sections.flatMap((section) => [
    `## ${markdownLine(section.title)}`,
    ...section.fields.map((field) => written(given, field)),
  ]);
  const result = answers.rated ? [`## ${said("instrument-result")}`, numbers(given)] : [];
  const head = [`# ${markdownLine(title)}`, address ? `${day} · <${address}>` : day];
  return [...head, ...parts, ...result, ""].join("\n\n");
}

/**
 * @param {Given} given
 * @param {Field} field
 */
function written(given, field) {
  const { answers, people, said } = given;
  const each = people.flatMap(({ id, name }) =>
    linesOf(given, field, id).map(([part = "", text = ""]) => {
      const who = answers.rated ? name : "";
      const head = [who, part].filter(Boolean).map(markdownLine).join(", ");
      return head ? `${head}:\n\n${markdownQuote(text)}` : markdownQuote(text);
    }),
  );
  const bare = [markdownQuote(said("instrument-empty"))];
  return [`**${markdownLine(field.label)}**`, ...(each.length ? each : bare)].join("\n\n");
}

/** @param {Given} given */
function numbers({ answers, people, said }) {
  const names = ["section", "median", "range", "gap"];
  const top = names.map((name) => said(`instrument-column-${name}`));
  const rows = results(answers, people).map(({ title, median, low, high, gap, where }) => [
    markdownLine(title),
    median ?? "–",
    low === null ? "–" : `${low}–${high}`,
    gap === null ? said("instrument-second") : gapSays(gap, where),
  ]);
  return [top, top.map(() => "---"), ...rows].map((row) => `| ${row.join(" | ")} |`).join("\n");
}

/**
 * @param {number} gap
 * @param {string} where
 */
const gapSays = (gap, where) => (gap ? `${gap} (${markdownLine(where)})` : "0");

/**
 * The dates that have a name for calendars.
 *
 * @param {Given} given
 */
export function events({ answers, people, address }) {
  const { spec, store } = answers;
  const dated = [...answers.fields.values()].filter(({ event }) => event);
  return people.flatMap(({ id: who }) =>
    dated
      .map((field) => ({ field, day: answers.get(who, field.id) }))
      .filter(({ day }) => day)
      .map(({ field, day }) => ({
        uid: `${spec.id}-${field.id}-${who}-${store.seed().toString(36)}@${store.course}`,
        day,
        title: field.event ?? "",
        about: `${spec.title}: ${field.label}\n${address}`.trim(),
        at: answers.record(who, field.id)?.at ?? store.now(),
      })),
  );
}

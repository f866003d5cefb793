/**
 * What a learner hands in, as a trainer's browser reads it. Only what is described here passes,
 * and what passes is a copy. Pure.
 */

import { MOST_TITLE, day, line } from "./assignment.js";
import { LAST_TIME } from "./store-merge.js";
import { isRef } from "./store-records.js";
import { among, copied, isObject, json, shaped, small, text, whole } from "./store-shapes.js";

/** @import { Check, Kind } from "./store-types.js" */
/** @import { Result } from "./passing-types.js" */

export const FORMAT = "coursewright-result";
export const VERSION = 1;
export const MOST_TEXT = 256 * 2 ** 10;
export const MOST_NAME = 80;
const MOST_ENTRIES = 5_000;

const at = whole(0, LAST_TIME);
const tries = whole(1, Number.MAX_SAFE_INTEGER);
const id = text(64, /^[a-z0-9]+(-[a-z0-9]+)*$/);
const result = among("right", "partly", "wrong", "kept");
const confidence = among(1, 2, 3);
/** @type {Check} */
const score = (value) =>
  typeof value === "number" && value >= 0 && value <= 1 ? value : undefined;
const response = small(8_000, (value) => json(value, 6));

const attempt = { result, "score?": score, "confidence?": confidence, "response?": response, at };
const checked = shaped({ score, best: score, tries, at });
const answer = shaped({ ...attempt, tries, first: shaped(attempt) });

/**
 * An object by refs of a kind.
 *
 * @param {Kind} kind
 * @param {Check} check
 * @returns {Check}
 */
const byRef = (kind, check) => (value) =>
  isObject(value) && Object.keys(value).length <= MOST_ENTRIES
    ? copied(value, (item, ref) => (isRef(kind, ref) ? check(item) : undefined))
    : undefined;

const handed = shaped({
  format: among(FORMAT),
  v: among(VERSION),
  course: id,
  "site?": text(500, /^/),
  made: at,
  name: line(MOST_NAME),
  learner: text(20, /^m-[a-z0-9]{1,16}$/),
  "assignment?": shaped({ id: text(8, /^[a-z0-9]{8}$/), title: line(MOST_TITLE), "due?": day }),
  lessons: byRef("lesson", shaped({ at })),
  checks: byRef("quiz", checked),
  answers: byRef("answer", answer),
});

/**
 * A copy of a result; null for anything else, also for one of a later version.
 *
 * @param {unknown} value
 * @returns {Result | null}
 */
export function readResult(value) {
  return handed(value) ?? null;
}

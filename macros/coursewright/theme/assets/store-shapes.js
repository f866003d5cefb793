/**
 * Checks of what was read: each gives a copy of what passes, or undefined. Whatever is read may
 * have been edited, cut off, or made to do harm. Pure.
 */

/** @import { Check, Shape } from "./store-types.js" */

/** @type {(least: number, most: number) => Check} */
export const whole = (least, most) => (value) =>
  Number.isInteger(value) && value >= least && value <= most ? value : undefined;

/** @type {(...allowed: unknown[]) => Check} */
export const among = (...allowed) => (value) => (allowed.includes(value) ? value : undefined);

/** @type {(most: number, form: RegExp) => Check} */
export const text = (most, form) => (value) =>
  typeof value === "string" && value.length <= most && form.test(value) ? value : undefined;

/** @type {(most: number, check: Check) => Check} */
export const small = (most, check) => (value) => {
  const copy = check(value);
  return copy !== undefined && JSON.stringify(copy).length <= most ? copy : undefined;
};

/** @type {(most: number, check: Check) => Check} */
export const list = (most, check) => (value) =>
  Array.isArray(value) && value.length > 0 && value.length <= most
    ? copied(value, check)
    : undefined;

/** An object with these keys and no others, in this order. @type {(shape: Shape) => Check} */
export const shaped = (shape) => {
  const checks = new Map(Object.entries(shape).map(([key, it]) => [key.replace("?", ""), it]));
  return (value) => {
    if (!isObject(value)) return undefined;
    const given = Object.keys(value).filter((key) => value[key] !== undefined);
    // What is needed and missing passes no check.
    const names = [...checks.keys()].filter((key) => given.includes(key) || shape[key]);
    if (names.length < given.length) return undefined;
    const ordered = Object.fromEntries(names.map((key) => [key, value[key]]));
    return copied(ordered, (item, key = "") => checks.get(key)?.(item));
  };
};

/** @type {(value: any, depth: number) => any} */
export function json(value, depth) {
  if (value === null || typeof value === "string" || typeof value === "boolean") return value;
  if (typeof value === "number") return Number.isFinite(value) ? value : undefined;
  if (typeof value !== "object" || depth === 0) return undefined;
  return copied(value, (item) => json(item, depth - 1));
}

/**
 * A copy, if all that is in it passes. It has no prototype: no key means more than it says.
 *
 * @param {object} value
 * @param {Check} check
 */
export function copied(value, check) {
  const copy = Array.isArray(value) ? [] : Object.create(null);
  for (const [key, item] of Object.entries(value)) {
    const passed = key === "__proto__" ? undefined : check(item, key);
    if (passed === undefined) return undefined;
    copy[key] = passed;
  }
  return copy;
}

/** @param {any} value */
export function isObject(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/**
 * The clock of a workshop. Nothing here looks at the time by itself, so that any moment can be
 * asked about. Moments are milliseconds; a clock that jumps back never yields less than nothing.
 */

/**
 * `began` and `since` are when the workshop and its part began, as if nothing had been paused.
 *
 * @typedef {{ part: number, began: number, since: number, paused: number | null }} Run
 */

/** @typedef {{ left: number, ahead: number, paused: boolean }} Reading */

const MINUTE = 60_000;

/** @type {(now: number) => Run} */
export const begun = (now) => ({ part: 0, began: now, since: now, paused: null });

/** @type {(run: Run, part: number, now: number) => Run} */
export const moved = (run, part, now) => ({ ...run, part, since: run.paused ?? now });

/** @type {(run: Run, now: number) => Run} */
export const paused = (run, now) => ({ ...run, paused: run.paused ?? now });

/** @type {(run: Run, now: number) => Run} */
export function resumed(run, now) {
  const shift = run.paused === null ? 0 : Math.max(0, now - run.paused);
  return { ...run, began: run.began + shift, since: run.since + shift, paused: null };
}

/**
 * What is left of the part, and how far the workshop is ahead of its plan; both may be negative.
 * A part that is going on is on plan until its own minutes are over.
 *
 * @param {Run} run
 * @param {readonly number[]} minutes  Of each part.
 * @param {number} now
 * @returns {Reading}
 */
export function reading(run, minutes, now) {
  const at = run.paused ?? now;
  const spent = Math.max(0, at - run.since);
  const length = (minutes[run.part] ?? 0) * MINUTE;
  const before = minutes.slice(0, run.part).reduce((sum, one) => sum + one * MINUTE, 0);
  const planned = before + Math.min(spent, length);
  const ahead = planned - Math.max(0, at - run.began);
  return { left: length - spent, ahead, paused: run.paused !== null };
}

/**
 * When each part begins by the plan, moved by how late the workshop is; the end comes last.
 *
 * @param {Run} run
 * @param {readonly number[]} minutes
 * @param {number} now
 */
export function schedule(run, minutes, now) {
  const shift = (run.paused === null ? 0 : now - run.paused) - reading(run, minutes, now).ahead;
  let at = run.began;
  const planned = [at, ...minutes.map((one) => (at += one * MINUTE))];
  return planned.map((time, part) => (part > run.part ? time + shift : time));
}

/**
 * A run that was kept as text; null if it is none of a workshop with so many parts.
 *
 * @param {string | null} text
 * @param {number} parts
 * @returns {Run | null}
 */
export function restored(text, parts) {
  try {
    const { part, began, since, paused: stopped } = JSON.parse(text ?? "null") ?? {};
    const whole = Number.isInteger(part) && part >= 0 && part < parts;
    const times = [began, since, stopped ?? 0].every((time) => Number.isSafeInteger(time));
    return whole && times ? { part, began, since, paused: stopped ?? null } : null;
  } catch {
    return null;
  }
}

/**
 * Minutes and seconds, without a sign.
 *
 * @param {number} time
 */
export function clockText(time) {
  const seconds = Math.floor(Math.abs(time) / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

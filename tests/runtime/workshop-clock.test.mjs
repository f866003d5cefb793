import assert from "node:assert/strict";
import { test } from "node:test";

import {
  begun,
  clockText,
  moved,
  paused,
  reading,
  restored,
  resumed,
  schedule,
} from "../../macros/coursewright/theme/assets/workshop-clock.js";

const MINUTE = 60_000;
const PARTS = [10, 20, 5];

test("a part counts down, then tells how far it is over", () => {
  const run = begun(0);
  assert.deepEqual(reading(run, PARTS, 4 * MINUTE), { left: 6 * MINUTE, ahead: 0, paused: false });
  assert.deepEqual(reading(run, PARTS, 12 * MINUTE), {
    left: -2 * MINUTE,
    ahead: -2 * MINUTE,
    paused: false,
  });
});

test("moving on early is ahead of the plan, and back again is behind", () => {
  const early = moved(begun(0), 1, 7 * MINUTE);
  assert.equal(reading(early, PARTS, 7 * MINUTE).ahead, 3 * MINUTE);
  assert.equal(reading(early, PARTS, 27 * MINUTE).ahead, 3 * MINUTE);
  const back = moved(early, 0, 10 * MINUTE);
  assert.equal(reading(back, PARTS, 10 * MINUTE).ahead, -10 * MINUTE);
});

test("a pause stops both clocks, however often it is asked for", () => {
  const stopped = paused(paused(begun(0), 4 * MINUTE), 5 * MINUTE);
  const still = { left: 6 * MINUTE, ahead: 0, paused: true };
  assert.deepEqual(reading(stopped, PARTS, 90 * MINUTE), still);
  const on = resumed(stopped, 34 * MINUTE);
  assert.deepEqual(reading(on, PARTS, 35 * MINUTE), { left: 5 * MINUTE, ahead: 0, paused: false });
});

test("moving on during a pause begins the next part where the pause began", () => {
  const run = resumed(moved(paused(begun(0), 4 * MINUTE), 1, 8 * MINUTE), 9 * MINUTE);
  assert.equal(reading(run, PARTS, 10 * MINUTE).left, 19 * MINUTE);
});

test("the rest of the day moves with what is late, and what has begun stays", () => {
  const expected = [0, 10, 32, 37].map((minutes) => minutes * MINUTE);
  const late = moved(begun(0), 1, 12 * MINUTE);
  assert.deepEqual(schedule(late, PARTS, 13 * MINUTE), expected);
  const waiting = paused(begun(0), 4 * MINUTE);
  assert.equal(schedule(waiting, PARTS, 9 * MINUTE)[1], 15 * MINUTE);
});

test("a clock that jumps back yields the start", () => {
  assert.equal(reading(begun(5 * MINUTE), PARTS, 0).left, 10 * MINUTE);
  const run = resumed(paused(begun(0), 5 * MINUTE), 1 * MINUTE);
  assert.equal(reading(run, PARTS, 6 * MINUTE).left, 4 * MINUTE);
});

test("what was kept comes back", () => {
  const run = paused(moved(begun(7), 2, 9), 11);
  assert.deepEqual(restored(JSON.stringify(run), 3), run);
});

for (const kept of [
  null,
  "",
  "{",
  "[]",
  "null",
  "7",
  '{"part":3,"began":0,"since":0,"paused":null}',
  '{"part":-1,"began":0,"since":0,"paused":null}',
  '{"part":0.5,"began":0,"since":0,"paused":null}',
  '{"part":0,"began":"0","since":0,"paused":null}',
  '{"part":0,"began":1e99,"since":0,"paused":null}',
  '{"part":0,"began":0,"paused":null}',
]) {
  test(`what is no run is passed over: ${kept}`, () => assert.equal(restored(kept, 3), null));
}

test("times are minutes and seconds without a sign", () => {
  const said = [0, 59_999, 60_000, 3_605_000, -61_000].map(clockText);
  assert.deepEqual(said, ["0:00", "0:59", "1:00", "60:05", "1:01"]);
});

import assert from "node:assert/strict";
import { test } from "node:test";

import { ME } from "../../macros/coursewright/theme/assets/instrument-me.js";
import { added, packed } from "../../macros/coursewright/theme/assets/instrument-data.js";
import {
  calendar,
  csv,
  markdownLine,
  markdownQuote,
} from "../../macros/coursewright/theme/assets/instrument-formats.js";
import { events, sheet, table } from "../../macros/coursewright/theme/assets/instrument-writing.js";
import { exportProgress, importProgress } from "../../macros/coursewright/theme/assets/store-file.js";
import { PLAN, SPEC, answersTo, said } from "./instruments.mjs";
import { store as opened } from "./store-browser.mjs";

/** A text that is trouble in one format or another. */
const NASTY = '=HYPERLINK("http://x")|<img src=x onerror=alert(1)>\r\n# [a](b); c, d \\ *e*';

/** @param {ReturnType<typeof answersTo>} answers */
const given = (answers) => {
  const people = answers.people().map(({ id, name }) => ({ id, name: name || "You" }));
  return { answers, people, said, address: "https://example.org/kitchen/" };
};

for (const text of ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", " =1", "\n=1", "＝1", "＋1", "－1", "＠1", "\0=1"]) {
  test(`no cell is a formula: ${JSON.stringify(text)}`, () => {
    const [row = ""] = csv([[text]]).slice(1).split("\r\n");
    assert.match(row, /^"'/);
  });
}

test("a table is quoted, ends its lines as spreadsheets want, and says that it is UTF-8", () => {
  assert.equal(csv([["a", 'b "c"', 3], ["ä\nb", "", 0]]), '\uFEFF"a","b ""c""",3\r\n"ä\nb","",0\r\n');
});

test("a line shows what it says and nothing else", () => {
  assert.equal(markdownLine("a *b* <i> [c](d) `e` | f_g"), String.raw`a \*b\* \<i\> \[c\](d) \`e\` \| f\_g`);
  assert.equal(markdownLine("1. one"), String.raw`\1. one`);
  assert.equal(markdownLine("- one\n- two"), String.raw`\- one - two`);
  assert.equal(markdownLine("# one"), String.raw`\# one`);
});

test("a text of several lines stays one quotation", () => {
  assert.equal(markdownQuote("a\n\nb\r\n- c"), "> a  \n>  \n> b  \n> \\- c");
});

const EVENT = { uid: "a@b", day: "2026-12-31", title: "Look", about: "x", at: Date.UTC(2026, 0, 5, 10) };

test("a calendar file as RFC 5545 has it", () => {
  const expected = [
    ...["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Coursewright//Instruments//EN"],
    ...["CALSCALE:GREGORIAN", "METHOD:PUBLISH", "BEGIN:VEVENT", "UID:a@b"],
    ...["DTSTAMP:20260105T100000Z", "LAST-MODIFIED:20260105T100000Z"],
    ...["DTSTART;VALUE=DATE:20261231", "DTEND;VALUE=DATE:20270101", "SUMMARY:Look", "DESCRIPTION:x"],
    ...["TRANSP:TRANSPARENT", "END:VEVENT", "END:VCALENDAR", ""],
  ];
  assert.equal(calendar([EVENT]), expected.join("\r\n"));
});

test("texts in a calendar cannot end their line or begin another property", () => {
  const file = calendar([{ ...EVENT, title: "a;b,c\\d\r\nBEGIN:VALARM\u0000\u0085x" }]);
  assert.match(file, /SUMMARY:a\\;b\\,c\\\\d\\nBEGIN:VALARM x?/);
  assert.equal(file.match(/\r\nBEGIN:/g)?.length, 1);
});

test("lines of a calendar hold 75 bytes, and no letter is cut", () => {
  const title = "Überprüfung 🫖 ".repeat(20);
  const lines = calendar([{ ...EVENT, title }]).split("\r\n");
  const bytes = lines.map((line) => new TextEncoder().encode(line).length);
  assert.ok(Math.max(...bytes) <= 75);
  assert.ok(lines.join("\r\n").replaceAll("\r\n ", "").includes(`SUMMARY:${title}`));
});

test("dates with a name become events that keep their uid when the day changes", () => {
  const answers = answersTo();
  assert.deepEqual(events(given(answers)), []);
  answers.set(ME, "start", "2026-01-01");
  const before = events(given(answers));
  assert.deepEqual(before.map(({ day, title }) => [day, title]), [
    ["2026-01-01", "Begin"],
    ["2026-01-31", "Look; back, please"],
  ]);
  answers.set(ME, "start", "2026-02-01");
  const after = events(given(answers));
  assert.deepEqual(after.map(({ uid }) => uid), before.map(({ uid }) => uid));
  assert.equal(new Set(after.map(({ uid }) => uid)).size, 2);
  assert.ok(after.every(({ about }) => about.includes("https://example.org/kitchen/")));
});

function filled() {
  const answers = answersTo();
  answers.set(ME, "washed", { level: 2, note: NASTY });
  answers.set(ME, "purpose", "Peace");
  const ana = answers.join("Ana");
  answers.set(ana, "washed", { level: 3, note: "" });
  return { answers, ana };
}

test("the table has a row for each answer of each rater, with the level as a number", () => {
  const rows = table(given(filled().answers));
  assert.deepEqual(rows[1], ["Order", "Dishes are washed", "", "You", "instrument-level 2 Sometimes", 2]);
  assert.deepEqual(rows.filter(([, , , who]) => who === "Ana").map((row) => row[5]), [3, ""]);
  assert.ok(!csv(rows).includes('"=HYPERLINK'));
});

test("the sheet says everything, with the numbers of each section and no markup of others", () => {
  const text = sheet(given(filled().answers));
  assert.ok(text.startsWith("# The \\*kitchen\\*\n"));
  for (const part of ["## Order", "**Why?**\n\nYou:\n\n> Peace", "You:\n\n", "Ana", "> instrument-empty"]) {
    assert.ok(text.includes(part), part);
  }
  assert.ok(text.includes("| Order | 2.5 | 2–3 | 1 (Dishes are washed) |"));
  assert.ok(!/(^|[^\\])<img/.test(text));
  assert.ok(!/^# \[a\]/m.test(text));
});

test("no file says where a copy of the course lies on somebody's machine", () => {
  const nowhere = { ...given(filled().answers), address: "" };
  const day = sheet(nowhere).split("\n")[2] ?? "";
  assert.match(day, /^\d{4}-\d\d-\d\d$/);
  const answers = answersTo();
  answers.set(ME, "start", "2026-01-01");
  const [event] = events({ ...given(answers), address: "" });
  assert.equal(event?.about.includes("\n"), false);
});

test("a data file adds a colleague as a rater, and the same again brings nothing", () => {
  const { answers } = filled();
  const here = answersTo(SPEC, opened());
  here.set(ME, "washed", { level: 1, note: "Mine" });
  const first = added(here, packed(answers));
  assert.deepEqual([first.fault, first.taken, first.left, first.names.length], ["", 3, 0, 2]);
  assert.deepEqual(here.get(ME, "washed"), { level: 1, note: "Mine" });
  assert.equal(here.people().length, 3);
  const again = added(here, packed(answers));
  assert.deepEqual([again.taken, again.left], [0, 0]);
  assert.equal(here.people().length, 3);
});

test("what a colleague has changed since is brought up to date", () => {
  const { answers, ana } = filled();
  const here = answersTo(SPEC, opened());
  added(here, packed(answers));
  answers.set(ana, "washed", { level: 1, note: "Thought again" });
  assert.equal(added(here, packed(answers)).taken, 1);
  assert.equal(here.get(ana, "washed").level, 1);
});

test("one's own file comes back to oneself", () => {
  const { answers } = filled();
  const file = packed(answers);
  answers.erase();
  assert.equal(added(answers, file).taken, 3);
  assert.equal(answers.get(ME, "purpose"), "Peace");
  assert.equal(answers.people().length, 2);
});

test("somebody else's plan fills the gaps in mine and writes nothing over", () => {
  const [mine, theirs] = [answersTo(PLAN, opened()), answersTo(PLAN, opened())];
  mine.set(ME, "purpose", "Peace");
  theirs.set(ME, "purpose", "War");
  theirs.set(ME, "wishes", ["A pan"]);
  const { taken, left } = added(mine, packed(theirs));
  assert.deepEqual([taken, left], [1, 1]);
  assert.equal(mine.get(ME, "purpose"), "Peace");
  assert.deepEqual(mine.get(ME, "wishes"), ["A pan"]);
  assert.equal(mine.people().length, 1);
});

test("a file of an earlier name of the instrument and of a field is taken", () => {
  const file = JSON.parse(packed(filled().answers));
  const text = JSON.stringify({ ...file, instrument: "old-kitchen" }).replaceAll('"washed"', '"dishes"');
  const here = answersTo(SPEC, opened());
  assert.equal(added(here, text).taken, 3);
});

const FILE = JSON.parse(packed(filled().answers));
const entry = { v: 1, n: 5, at: 5, value: "x" };
/** @param {unknown} raters */
const of = (raters) => JSON.stringify({ ...FILE, raters });
/** @param {unknown} entries @param {unknown} [id] @param {unknown} [name] */
const rater = (entries, id = "r-1", name = "Eve") => of([{ id, name, entries }]);

for (const [text, fault] of /** @type {const} */ ([
  ["", "not-json"],
  ["{", "not-json"],
  ["null", "not-data"],
  ["[]", "not-data"],
  ["7", "not-data"],
  [JSON.stringify({ ...FILE, format: "coursewright-progress" }), "not-data"],
  [JSON.stringify({ ...FILE, v: "1" }), "not-data"],
  [JSON.stringify({ ...FILE, v: 2 }), "later"],
  [JSON.stringify({ ...FILE, course: "other" }), "other"],
  [JSON.stringify({ ...FILE, instrument: "other" }), "other"],
  [JSON.stringify({ ...FILE, instrument: { toString: 1 } }), "other"],
  [of(null), "not-data"],
  [of({ length: 1 }), "not-data"],
  [of(Array.from({ length: 51 }, () => ({}))), "not-data"],
  ["x".repeat(2 * 2 ** 20 + 1), "too-big"],
])) {
  test(`a file is refused: ${fault} ${text.slice(0, 40)}`, () => {
    assert.equal(added(answersTo(), text).fault, fault);
  });
}

for (const text of [
  of([null]), of([7]), of([[]]), rater(null), rater([]), rater("x"), rater({ purpose: entry }, "self"),
  rater({ purpose: entry }, "__proto__"), rater({ purpose: entry }, "r-<b>"), rater({ purpose: entry }, "r-1/x"),
  rater({ purpose: entry }, 5), rater({ unknown: entry }), rater({ constructor: entry }), rater({ purpose: null }),
  rater({ purpose: "x" }), rater({ purpose: { ...entry, value: 5 } }), rater({ purpose: { ...entry, value: undefined } }),
  rater({ purpose: { ...entry, n: -1 } }), rater({ purpose: { ...entry, n: "5" } }), rater({ purpose: { ...entry, at: null } }),
  rater({ purpose: { ...entry, v: 9 } }), rater({ purpose: { ...entry, v: "1" } }), rater({ purpose: { ...entry, more: 1 } }),
  rater({ purpose: { ...entry, asked: "<b>" } }), rater({ washed: { ...entry, value: { level: 99, note: "" } } }),
  rater({ purpose: entry }).replace('"value":"x"', '"value":"x","__proto__":{"level":1}'),
  rater({}).replace('"entries":{}', '"entries":{"__proto__":{"v":1}}'),
]) {
  test(`what does not fit is left out, and counted: ${text.slice(-60)}`, () => {
    const answers = answersTo();
    const { fault, taken, left } = added(answers, text);
    assert.deepEqual([fault, taken, left], ["", 0, 1]);
    assert.equal(answers.get(ME, "purpose"), null);
    assert.equal(/** @type {any} */ ({}).level, undefined);
  });
}

test("a stamp of the far future can be written over", () => {
  const answers = answersTo();
  added(answers, rater({ purpose: { ...entry, n: 8.64e15, at: 8.64e15 } }));
  assert.equal(answers.get("r-1", "purpose"), "x");
  answers.set("r-1", "purpose", "y");
  assert.equal(answers.get("r-1", "purpose"), "y");
});

test("a name of a file is cut to what a name may be", () => {
  const answers = answersTo();
  added(answers, rater({ purpose: entry }, "r-1", `<img src=x>${"x".repeat(200)}`));
  assert.equal(answers.people()[1]?.name.length, 80);
});

test("progress carries everything to another browser, and erasing takes it all", () => {
  const { answers, ana } = filled();
  const there = opened();
  const { taken, refused } = importProgress(there, exportProgress(answers.store));
  assert.deepEqual(refused, []);
  assert.ok(taken >= 4);
  const second = answersTo(SPEC, there);
  assert.deepEqual(second.get(ME, "washed"), { level: 2, note: NASTY });
  assert.equal(second.get(ana, "washed").level, 3);
  assert.equal(second.people()[1]?.name, "Ana");
  there.erase();
  assert.equal(answersTo(SPEC, there).people().length, 1);
});

/** What people filled in, as text for files. Pure; every text may hold anything. */

/** @typedef {{ uid: string, day: string, title: string, about: string, at: number }} Event */

const FORMULA = /^[\s]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|^[\t\r\n]/;
const LIMIT = 75;

/**
 * A table as spreadsheets read it. A cell that they could take for a formula begins with an
 * apostrophe.
 *
 * @param {readonly (readonly (string | number)[])[]} rows
 */
export function csv(rows) {
  // Without the mark in front, Excel takes the file for one of its own old encodings.
  return `\uFEFF${rows.map((row) => `${row.map(cell).join(",")}\r\n`).join("")}`;
}

/** @param {string | number} value */
function cell(value) {
  if (typeof value === "number") return String(value);
  const text = value.replaceAll("\0", "");
  return `"${(FORMULA.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;
}

/**
 * A text that Markdown shows as it is, on one line.
 *
 * @param {string} text
 */
export function markdownLine(text) {
  const words = text.replace(/\s+/g, " ").trim();
  return words.replace(/[\\`*_{}[\]<>#|~!$&]/g, "\\$&").replace(/^([-+=]|\d+[.)])/, "\\$1");
}

/**
 * A text of several lines as a quotation.
 *
 * @param {string} text
 */
export function markdownQuote(text) {
  return text
    .split(/\r\n|\r|\n/)
    .map((line) => `> ${markdownLine(line)}`.trimEnd())
    .join("  \n");
}

/**
 * Events of whole days, as RFC 5545 has them. The same event has the same uid in every file, so
 * that a calendar changes it in place of adding another.
 *
 * @param {readonly Event[]} events
 */
export function calendar(events) {
  const lines = [
    ...["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Coursewright//Instruments//EN"],
    ...["CALSCALE:GREGORIAN", "METHOD:PUBLISH", ...events.flatMap(event), "END:VCALENDAR"],
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join("");
}

/** @param {Event} event */
function event({ uid, day, title, about, at }) {
  const changed = `${new Date(at).toISOString().slice(0, 19).replace(/[-:]/g, "")}Z`;
  return [
    ...["BEGIN:VEVENT", `UID:${escaped(uid)}`, `DTSTAMP:${changed}`, `LAST-MODIFIED:${changed}`],
    ...[`DTSTART;VALUE=DATE:${day.replaceAll("-", "")}`, `DTEND;VALUE=DATE:${next(day)}`],
    ...[`SUMMARY:${escaped(title)}`, `DESCRIPTION:${escaped(about)}`, "TRANSP:TRANSPARENT"],
    "END:VEVENT",
  ];
}

/** @param {string} day */
function next(day) {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + 1);
  return date.toISOString().slice(0, 10).replaceAll("-", "");
}

/** @param {string} text */
function escaped(text) {
  const bare = text.replace(/\r\n?/g, "\n").replace(/[\x00-\x09\x0B-\x1F\x7F]/g, " ");
  return bare.replace(/[\\;,]/g, "\\$&").replaceAll("\n", "\\n");
}

/**
 * A line in pieces of at most 75 bytes, without cutting through a letter.
 *
 * @param {string} line
 */
function folded(line) {
  const bytes = new TextEncoder();
  let out = "";
  let room = LIMIT;
  for (const letter of line) {
    const size = bytes.encode(letter).length;
    if (size > room) {
      out += "\r\n ";
      room = LIMIT - 1;
    }
    out += letter;
    room -= size;
  }
  return out;
}

/**
 * A workbook as Office Open XML has it: text stands in its cells as text, whatever it begins with,
 * and numbers as numbers. Nothing in it is a formula, a link or a macro. Pure.
 */

/** @import { Cell, Sheet } from "./desk-types.js" */

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml";
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
/** More than this, no spreadsheet holds in one cell. */
const MOST_TEXT = 32_767;
/** Of its formats: a heading, and text that stays text when somebody edits it. */
const [HEADING, TEXT] = [1, 2];

/**
 * The files of a workbook, by their names in it.
 *
 * @param {readonly Sheet[]} sheets
 * @returns {Record<string, Uint8Array>}
 */
export function workbook(sheets) {
  const names = namesOf(sheets);
  const ids = sheets.map((_, at) => at + 1);
  /** @type {Record<string, string>} */
  const files = {
    "[Content_Types].xml": contentTypes(ids),
    "_rels/.rels": relations([["rId1", "officeDocument", "xl/workbook.xml"]]),
    "xl/workbook.xml": book(names),
    "xl/_rels/workbook.xml.rels": relations([
      ...ids.map((id) => [`rId${id}`, "worksheet", `worksheets/sheet${id}.xml`]),
      [`rId${ids.length + 1}`, "styles", "styles.xml"],
    ]),
    "xl/styles.xml": styles(),
  };
  for (const [at, { rows }] of sheets.entries()) files[`xl/worksheets/sheet${at + 1}.xml`] = page(rows);
  const bytes = new TextEncoder();
  return Object.fromEntries(Object.entries(files).map(([name, text]) => [name, bytes.encode(HEAD + text)]));
}

/**
 * Names as spreadsheets allow them, each once.
 *
 * @param {readonly Sheet[]} sheets
 */
function namesOf(sheets) {
  /** @type {string[]} */
  const names = [];
  for (const [at, { name }] of sheets.entries()) {
    const bare = name.replace(/[\\/*?:[\]']/g, " ").trim().slice(0, 28) || String(at + 1);
    const taken = names.some((one) => one.toLowerCase() === bare.toLowerCase());
    names.push(taken ? `${bare.slice(0, 25)} ${at + 1}` : bare);
  }
  return names;
}

/**
 * An element. What is in it is XML already.
 *
 * @param {string} name
 * @param {Record<string, string | number>} attributes
 * @param {readonly string[]} [inner]
 */
function tag(name, attributes, inner = []) {
  const said = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(String(value))}"`);
  const content = inner.join("");
  return content ? `<${name}${said.join("")}>${content}</${name}>` : `<${name}${said.join("")}/>`;
}

/** @param {readonly number[]} ids */
function contentTypes(ids) {
  const parts = [
    ["/xl/workbook.xml", "sheet.main"],
    ["/xl/styles.xml", "styles"],
    ...ids.map((id) => [`/xl/worksheets/sheet${id}.xml`, "worksheet"]),
  ];
  const each = parts.map(([PartName = "", type]) => tag("Override", { PartName, ContentType: `${TYPE}.${type}+xml` }));
  const rels = "application/vnd.openxmlformats-package.relationships+xml";
  return tag("Types", { xmlns: `${PACKAGE}/content-types` }, [
    tag("Default", { Extension: "rels", ContentType: rels }),
    tag("Default", { Extension: "xml", ContentType: "application/xml" }),
    ...each,
  ]);
}

/** @param {readonly string[][]} all */
function relations(all) {
  const each = all.map(([Id = "", type = "", Target = ""]) =>
    tag("Relationship", { Id, Type: `${RELATED}/${type}`, Target }),
  );
  return tag("Relationships", { xmlns: `${PACKAGE}/relationships` }, each);
}

/** @param {readonly string[]} names */
function book(names) {
  const each = names.map((name, at) => tag("sheet", { name, sheetId: at + 1, "r:id": `rId${at + 1}` }));
  return tag("workbook", { xmlns: MAIN, "xmlns:r": RELATED }, [tag("sheets", {}, each)]);
}

/** Plain cells, headings and texts, in this order; the rest is what a workbook must have. */
function styles() {
  const font = (/** @type {string[]} */ ...more) =>
    tag("font", {}, [...more, tag("sz", { val: 11 }), tag("name", { val: "Calibri" })]);
  const fill = (/** @type {string} */ patternType) => tag("fill", {}, [tag("patternFill", { patternType })]);
  const plain = { numFmtId: 0, fontId: 0, fillId: 0, borderId: 0 };
  const text = { ...plain, numFmtId: 49, xfId: 0, quotePrefix: 1, applyNumberFormat: 1 };
  const heading = { ...text, fontId: 1, applyFont: 1, applyAlignment: 1 };
  const wrap = tag("alignment", { vertical: "top", wrapText: 1 });
  return tag("styleSheet", { xmlns: MAIN }, [
    tag("fonts", { count: 2 }, [font(), font(tag("b", {}))]),
    tag("fills", { count: 2 }, [fill("none"), fill("gray125")]),
    tag("borders", { count: 1 }, [tag("border", {})]),
    tag("cellStyleXfs", { count: 1 }, [tag("xf", plain)]),
    tag("cellXfs", { count: 3 }, [tag("xf", { ...plain, xfId: 0 }), tag("xf", heading, [wrap]), tag("xf", text)]),
    tag("cellStyles", { count: 1 }, [tag("cellStyle", { name: "Normal", xfId: 0, builtinId: 0 })]),
  ]);
}

/** @param {readonly (readonly Cell[])[]} rows */
function page(rows) {
  const pane = tag("pane", { ySplit: 1, topLeftCell: "A2", activePane: "bottomLeft", state: "frozen" });
  const columns = (rows[0] ?? []).map((_, at) =>
    tag("col", { min: at + 1, max: at + 1, width: width(rows, at), customWidth: 1 }),
  );
  return tag("worksheet", { xmlns: MAIN }, [
    tag("sheetViews", {}, [tag("sheetView", { workbookViewId: 0 }, [pane])]),
    ...(columns.length ? [tag("cols", {}, columns)] : []),
    tag("sheetData", {}, rows.map((row, at) => line(row, at + 1))),
  ]);
}

/**
 * @param {readonly (readonly Cell[])[]} rows
 * @param {number} at
 */
function width(rows, at) {
  const longest = rows.slice(1, 200).reduce((most, row) => Math.max(most, String(row[at] ?? "").length), 8);
  return Math.min(60, longest + 2);
}

/**
 * @param {readonly Cell[]} row
 * @param {number} number
 */
function line(row, number) {
  const cells = row.map((value, at) => cell(value, `${letters(at)}${number}`, number === 1 ? HEADING : TEXT));
  return tag("row", { r: number }, cells);
}

/**
 * @param {Cell} value
 * @param {string} place
 * @param {number} style
 */
function cell(value, place, style) {
  if (value === null || value === "") return "";
  if (typeof value === "number") return Number.isFinite(value) ? tag("c", { r: place }, [tag("v", {}, [String(value)])]) : "";
  const text = tag("t", { "xml:space": "preserve" }, [escaped(value.slice(0, MOST_TEXT))]);
  return tag("c", { r: place, s: style, t: "inlineStr" }, [tag("is", {}, [text])]);
}

/**
 * The letters of a column.
 *
 * @param {number} at
 * @returns {string}
 */
export function letters(at) {
  const last = String.fromCharCode(65 + (at % 26));
  return at < 26 ? last : letters(Math.floor(at / 26) - 1) + last;
}

/** What XML cannot hold, not even escaped. */
const FORBIDDEN = /[\x00-\x08\x0B\x0C\x0E-\x1F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;
const SIGNS = /** @type {Record<string, string>} */ ({
  ...{ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\r": "&#13;" },
});

/** @param {string} text */
function escaped(text) {
  // Spreadsheets read _x000D_ as a letter by its number: a mark in front keeps what was written.
  const plain = text.replace(FORBIDDEN, "").replace(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_");
  return plain.replace(/[&<>"\r]/g, (sign) => SIGNS[sign] ?? "");
}

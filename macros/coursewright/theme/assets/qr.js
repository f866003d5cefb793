/** A text as a QR code, drawn from modules of one size. */

import { load } from "./loading.js";

/** @typedef {{ size: number, get(x: number, y: number): boolean }} Code */

/** The empty space around a code, without which cameras do not find it. */
export const QUIET = 4;
/** Beyond this many characters, modules get too small for a phone and a projector. */
export const MOST_TEXT = 900;
const SVG = "http://www.w3.org/2000/svg";

/**
 * The code; null for a text too long to be read from across a room.
 *
 * @param {string} text
 * @returns {Promise<Code | null>}
 */
export async function coded(text) {
  if (text.length > MOST_TEXT) return null;
  const { correction, generate } = await load("./vendor/lean-qr.js");
  // A screen is not torn or stained: more correction would only make modules smaller.
  return generate(text, { minCorrectionLevel: correction.L });
}

/**
 * Dark modules as the outline of an SVG path: one rectangle for each row of them.
 *
 * @param {Code} code
 */
export function outlineOf({ size, get }) {
  const parts = [];
  for (let y = 0; y < size; y += 1) {
    for (let x = 0; x < size; x += 1) {
      const from = x;
      while (x < size && get(x, y)) x += 1;
      if (x > from) parts.push(`M${from},${y}h${x - from}v1H${from}z`);
    }
  }
  return parts.join("");
}

/**
 * Dark on white, in dark schemes, too: many cameras cannot read the reverse.
 *
 * @param {Code} code
 * @param {string} name  What it is, for those who do not see it.
 */
export function drawn(code, name) {
  const whole = code.size + 2 * QUIET;
  const box = { viewBox: `${-QUIET} ${-QUIET} ${whole} ${whole}` };
  const svg = made("svg", { ...box, role: "img", "shape-rendering": "crispEdges" });
  svg.setAttribute("aria-label", name);
  const size = { width: `${whole}`, height: `${whole}` };
  const ground = made("rect", { x: `${-QUIET}`, y: `${-QUIET}`, ...size, fill: "#fff" });
  svg.append(ground, made("path", { d: outlineOf(code), fill: "#000" }));
  return svg;
}

/**
 * @param {string} tag
 * @param {Record<string, string>} attributes
 */
function made(tag, attributes) {
  const one = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) one.setAttribute(name, value);
  return one;
}

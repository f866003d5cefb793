/**
 * Asks Lighthouse about pages, in one browser, and prints what it found as JSON:
 *
 *   node lighthouse.mjs '{"browser": "/usr/bin/chromium", "flags": [], "categories": ["seo"],
 *                         "urls": ["http://127.0.0.1:8000/"]}'
 *
 * The answer holds, for each page, the score of each category and what cost points.
 */

import { launch } from "chrome-launcher";
import lighthouse from "lighthouse";

/** @type {{ browser: string, flags: string[], categories: string[], urls: string[] }} */
const asked = JSON.parse(process.argv[2] ?? "");

/** @param {import("lighthouse").Result} result */
function found({ audits, categories }) {
  const scores = Object.values(categories).map(({ id, score }) => [id, score]);
  const lost = Object.values(categories).flatMap(({ auditRefs }) =>
    auditRefs
      .filter(({ id, weight }) => weight > 0 && (audits[id]?.score ?? 1) < 1)
      .map(({ id }) => `${id}: ${audits[id]?.displayValue ?? audits[id]?.title}`),
  );
  return { scores: Object.fromEntries(scores), lost };
}

const chrome = await launch({ chromePath: asked.browser, chromeFlags: asked.flags });
try {
  /** @type {Record<string, ReturnType<typeof found>>} */
  const pages = {};
  for (const url of asked.urls) {
    const options = { port: chrome.port, onlyCategories: asked.categories };
    const run = await lighthouse(url, options);
    if (!run) throw new Error(`Lighthouse said nothing about ${url}`);
    pages[url] = found(run.lhr);
  }
  console.log(JSON.stringify(pages));
} finally {
  chrome.kill();
}

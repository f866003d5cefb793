/**
 * Stands in for modules in a copy that opens from a folder: there, browsers load classic scripts
 * only. Every module comes as a function, and is run when it is first asked for.
 */

/**
 * @typedef {Record<string, unknown>} Exports
 * @typedef {(bring: (path: string) => Promise<Exports>, here: string) => Exports} Maker
 */

export const cwModules = (() => {
  const base = /** @type {HTMLScriptElement} */ (document.currentScript).src;
  /** By the address that each would have as a file. @type {Map<string, Maker>} */
  const makers = new Map();
  /** @type {Map<string, Exports>} */
  const made = new Map();

  /** @param {string} here */
  function need(here) {
    const before = made.get(here);
    if (before) return before;
    const make = makers.get(here);
    if (!make) throw new TypeError(`There is no module ${here}`);
    const found = make(async (path) => need(new URL(path, here).href), here);
    made.set(here, found);
    return found;
  }

  /** What fails, fails alone. @param {string} path */
  const start = (path) => queueMicrotask(() => need(address(path)));
  const address = (/** @type {string} */ path) => new URL(path, base).href;
  return {
    /** @param {string} path @param {Maker} make */
    add: (path, make) => void makers.set(address(path), make),
    start,
    /** Start what this page asks for by itself. */
    startPage() {
      for (const script of document.querySelectorAll("script[data-module]")) {
        start(script.getAttribute("data-module") ?? "");
      }
    },
  };
})();

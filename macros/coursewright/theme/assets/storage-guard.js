/**
 * Material reads and writes localStorage without a guard (9.8.1): where a browser blocks it, the
 * theme and everything after it stops. There, a store that lives as long as the page stands in.
 * Stands in the head of every page, before the first of the theme's own scripts.
 */
(() => {
  for (const name of ["localStorage", "sessionStorage"]) {
    try {
      const probe = window[/** @type {"localStorage"} */ (name)];
      probe.getItem(name);
    } catch {
      Reflect.defineProperty(window, name, { configurable: true, value: standIn() });
    }
  }

  function standIn() {
    /** @type {Map<string, string>} */
    const kept = new Map();
    return {
      get length() {
        return kept.size;
      },
      clear: () => kept.clear(),
      /** @param {number} index */
      key: (index) => [...kept.keys()][index] ?? null,
      /** @param {string} name */
      getItem: (name) => kept.get(String(name)) ?? null,
      /** @param {string} name @param {string} value */
      setItem: (name, value) => void kept.set(String(name), String(value)),
      /** @param {string} name */
      removeItem: (name) => void kept.delete(String(name)),
    };
  }
})();

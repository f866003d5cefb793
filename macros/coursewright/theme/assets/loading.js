/** Modules that are loaded when they are needed. What cannot be loaded fails for one part alone. */

/**
 * @param {string} path  From the folder of the page's main script on.
 * @returns {Promise<any>}
 */
export const load = (path) => import(path);

/** Modules that are loaded when they are needed. What cannot be loaded fails for one part alone. */

/**
 * @param {string} path  From the folder of the page's main script on.
 * @returns {Promise<any>}
 */
export const load = (path) => import(path);

/**
 * For what nobody waits for: a page that is being left, or a connection that is lost, is no error.
 *
 * @param {string} path
 * @returns {Promise<any>} nothing, where it cannot be loaded
 */
export const attempt = (path) => load(path).catch((error) => console.warn(error));

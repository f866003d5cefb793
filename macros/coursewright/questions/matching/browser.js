import { grade, open, read, restore } from "../rows.js";

/** @import { Response } from "../rows.js" */

export { grade, read, restore };

/** @param {Response} response */
export const gap = (response) => open(response, "matching-choose");

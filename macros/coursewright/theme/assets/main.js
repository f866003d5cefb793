/**
 * What every page loads, as one file, before the theme's own script. What only some pages need is
 * loaded by these when it is needed.
 */

import "./jumps.js";
import "./places.js";
import "./question.js";
import "./terms.js";
import "./theme.js";
import "./progress.js";

export { learnerStore } from "./learner.js";

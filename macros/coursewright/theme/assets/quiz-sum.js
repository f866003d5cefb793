/** What the answers of a round come to. Pure. */

/**
 * @typedef {{ ref: string, objective: string, graded: boolean, review?: boolean }} Asked
 * `review`: asked again from an earlier module.
 * @typedef {{ result: string, score?: number }} Got
 *
 * @typedef {object} Sum
 * @property {number} right  Points; what is partly right counts in part.
 * @property {number} total  How many questions can be right or wrong.
 * @property {number} percent
 * @property {number} kept  How many answers are the learner's to judge.
 * @property {number} missing  How many have no answer.
 * @property {{ objective: string, right: number, total: number }[]} objectives
 * @property {string[]} missed  Refs of those to try again.
 */

/**
 * @param {readonly Asked[]} asked
 * @param {ReadonlyMap<string, Got>} results
 * @returns {Sum}
 */
export function sum(asked, results) {
  const graded = asked.filter((one) => one.graded);
  const names = [...new Set(graded.map((one) => one.objective))];
  const points = (/** @type {Asked[]} */ some) =>
    some.reduce((all, { ref }) => all + pointsOf(results.get(ref)), 0);
  const right = points(graded);
  return {
    right,
    total: graded.length,
    percent: graded.length ? Math.floor((100 * right) / graded.length + 1e-9) : 0,
    kept: asked.filter(({ ref }) => results.get(ref)?.result === "kept").length,
    missing: asked.filter(({ ref }) => !results.has(ref)).length,
    objectives: names.map((objective) => {
      const own = graded.filter((one) => one.objective === objective);
      return { objective, right: points(own), total: own.length };
    }),
    missed: asked.map(({ ref }) => ref).filter((ref) => isMissed(results.get(ref))),
  };
}

/** @param {Got | undefined} got */
const pointsOf = (got) => got?.score ?? Number(got?.result === "right");

/** @param {Got | undefined} got */
const isMissed = (got) => got?.result !== "right" && got?.result !== "kept";

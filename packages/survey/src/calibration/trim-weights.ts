import { type Columns, throwIfErrors } from "@vitalcore/core";
import { find } from "../catalog.js";
import { SurveyDesign } from "../design/survey-design.js";
import { adjustReplicates, checkWhole } from "./post-stratify.js";

/** Clips once; `clipped` remembers the rows that were, which take no part in what is spread. */
function trimOnce(
  weights: Float64Array,
  clipped: Uint8Array,
  lower: number,
  upper: number,
): Float64Array {
  let lost = 0;
  let untouched = 0;
  const next = weights.map((weight, row) => {
    const kept = Math.min(upper, Math.max(lower, weight));
    if (kept !== weight) clipped[row] = 1;
    if (clipped[row] === 0) untouched += 1;
    lost += weight - kept;
    return kept;
  });
  if (lost === 0 || untouched === 0) return next;
  const share = lost / untouched;
  return next.map((weight, row) => (clipped[row] === 0 ? weight + share : weight));
}

/**
 * Clips extreme weights and spreads what is lost evenly over the rows that were not clipped, so that the
 * sum stays as long as there are any. Errors are those of the new weights, as if they had been given.
 *
 * @param limits.lower - default: none.
 * @param limits.upper - default: none.
 * @param options.strict - repeat until no weight is outside. Default false: once.
 * @throws VitalError `survey/calibration-domain`, `survey/option` for limits that leave no room.
 *
 * Source: Potter (1990); R's `trimWeights`.
 *
 * @example
 * ```ts
 * import { surveyDesign, trimWeights } from "@vitalcore/survey";
 * const design = surveyDesign({ w: [1, 2, 3, 14] }, { weights: "w" });
 * [...trimWeights(design, { upper: 8 }).weights]; // => [3, 4, 5, 8]
 * ```
 */
export function trimWeights<Row extends Columns>(
  design: SurveyDesign<Row>,
  limits: { readonly lower?: number; readonly upper?: number },
  options: { readonly strict?: boolean } = {},
): SurveyDesign<Row> {
  const { parts } = design;
  checkWhole(parts);
  const { lower = Number.NEGATIVE_INFINITY, upper = Number.POSITIVE_INFINITY } = limits;
  if (!(lower <= upper)) {
    const facts = { option: "`lower`", wanted: `a number not above \`upper\`, ${upper}` };
    throwIfErrors([find("survey/option", { found: lower, facts })]);
  }
  const trim = (given: Float64Array): Float64Array => {
    const clipped = new Uint8Array(given.length);
    let weights = trimOnce(given, clipped, lower, upper);
    // Each pass clips at least one more row, so that there are no more passes than rows.
    for (let pass = 0; options.strict === true && pass < given.length; pass++) {
      if (weights.every((weight) => weight >= lower && weight <= upper)) break;
      weights = trimOnce(weights, clipped, lower, upper);
    }
    return weights;
  };
  const weights = trim(parts.weights);
  return new SurveyDesign<Row>({
    ...parts,
    weights,
    zeroWeights: weights.includes(0),
    replicates: adjustReplicates(parts, trim),
  });
}

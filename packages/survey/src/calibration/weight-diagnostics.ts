import { type Columns, VitalError } from "@vitalcore/core";
import { find } from "../catalog.js";
import type { SurveyDesign } from "../design/survey-design.js";

/** What the weights of a design look like. */
export interface WeightDiagnostics {
  /** Rows with a positive weight in the domain. */
  readonly n: number;
  readonly sum: number;
  readonly smallest: number;
  readonly largest: number;
  readonly mean: number;
  /** Standard deviation over mean. */
  readonly coefficientOfVariation: number;
  /** 1 + cv^2: what unequal weights alone do to the variance of a mean. */
  readonly kishDesignEffect: number;
  readonly kishEffectiveSize: number;
}

/**
 * Describes the weights of a design's domain, with Kish's design effect from unequal weighting.
 *
 * @throws VitalError `survey/option` for a domain without weights.
 *
 * Source: Kish (1965), section 11.7; Kish (1992), Journal of Official Statistics 8:183-200.
 *
 * @example
 * ```ts
 * import { surveyDesign, weightDiagnostics } from "@vitalcore/survey";
 * const design = surveyDesign({ w: [1, 1, 2, 4] }, { weights: "w" });
 * weightDiagnostics(design).kishDesignEffect; // => 1.375
 * ```
 */
export function weightDiagnostics<Row extends Columns>(
  design: SurveyDesign<Row>,
): WeightDiagnostics {
  const weights = design.weights.filter((weight) => weight > 0);
  const n = weights.length;
  if (n === 0) {
    throw new VitalError([
      find("survey/option", {
        found: 0,
        facts: { option: "the number of rows with a weight in the domain", wanted: "1 or more" },
      }),
    ]);
  }
  const sum = weights.reduce((total, weight) => total + weight, 0);
  const squares = weights.reduce((total, weight) => total + weight * weight, 0);
  const effect = (n * squares) / sum ** 2;
  return {
    n,
    sum,
    smallest: weights.reduce((least, weight) => Math.min(least, weight), Number.POSITIVE_INFINITY),
    largest: weights.reduce((most, weight) => Math.max(most, weight), 0),
    mean: sum / n,
    coefficientOfVariation: Math.sqrt(Math.max(0, effect - 1)),
    kishDesignEffect: effect,
    kishEffectiveSize: n / effect,
  };
}

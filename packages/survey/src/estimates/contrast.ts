import { type Expression, throwIfErrors } from "@vitalcore/core";
import { find } from "../catalog.js";
import { sandwich } from "../kernels/dense.js";
import { criticalValue, matrixRows } from "./build-estimates.js";
import { evaluateDual, unknownEstimate } from "./dual.js";
import {
  type Estimate,
  type Estimates,
  type EstimatesResult,
  estimatesResult,
} from "./estimates.js";
import { checkOptions } from "./options.js";

/**
 * The name by which an estimate is called in contrasts: its variable, `=category` where it has one, and
 * `[column=value, ...]` where it is of a group.
 *
 * @example
 * ```ts
 * import { estimateKey, mean, surveyDesign } from "@vitalcore/survey";
 * const design = surveyDesign({ age: [20, 30], place: ["u", "r"] }, {});
 * mean(design, "age", { by: "place", df: "infinite" }).estimates.map(estimateKey); // => ["age[place=r]", "age[place=u]"]
 * ```
 */
export function estimateKey({ variable, category, group }: Estimate): string {
  const name = category === null ? variable : `${variable}=${String(category)}`;
  const cells = Object.entries(group).map(([column, cell]) => `${column}=${String(cell)}`);
  return cells.length > 0 ? `${name}[${cells.join(", ")}]` : name;
}

/** A function of estimates: weights by {@link estimateKey}, or an expression over these names as columns. */
export type ContrastOf = Readonly<Record<string, number>> | { readonly expression: Expression };

/** Options of contrasts. */
export interface ContrastOptions {
  readonly level?: number;
  /** Degrees of freedom; default: the smallest of the estimates that take part. */
  readonly df?: "infinite" | number;
}

/**
 * Linear combinations and smooth functions of estimates, with errors by the delta method and all
 * covariances kept: differences, shares of a whole, log odds ratios.
 *
 * @param estimates - made with `covariance: true`.
 * @param contrasts - by name: weights of estimates, or `{ expression }` with estimates as columns.
 * @returns one estimate per contrast.
 * @throws VitalError `survey/option` for an unknown estimate or without covariances.
 *
 * Source: Lumley (2010), section 2.2; R's `svycontrast`.
 *
 * @example
 * ```ts
 * import { contrast, mean, surveyDesign } from "@vitalcore/survey";
 * const design = surveyDesign({ before: [1, 2, 4], after: [2, 2, 6] }, {});
 * const means = mean(design, ["before", "after"], { covariance: true });
 * const [gain] = contrast(means, { gain: { after: 1, before: -1 } }).estimates;
 * gain?.value; // => 1
 * gain?.standardError; // => 0.57735
 * ```
 */
export function contrast(
  estimates: Estimates,
  contrasts: Readonly<Record<string, ContrastOf>>,
  options: ContrastOptions = {},
): EstimatesResult {
  checkOptions(options);
  const { covariance } = estimates;
  if (covariance === null) {
    throwIfErrors([
      find("survey/option", {
        facts: { option: "`covariance` of the estimates", wanted: "`covariance: true`" },
        found: null,
      }),
    ]);
  }
  const keys = estimates.estimates.map(estimateKey);
  const values = Float64Array.from(estimates.estimates, ({ value }) => value ?? Number.NaN);
  const names = Object.keys(contrasts);
  const size = keys.length;
  const gradient = new Float64Array(names.length * size);
  const results = names.map((name, i) => {
    const { value, slopes } = contrastValue(contrasts[name]!, keys, values);
    gradient.set(slopes, i * size);
    return value;
  });
  // Estimates without an error have no covariances; the contrasts that they are part of have none either.
  const flat = Float64Array.from(covariance!.flat(), (entry) =>
    Number.isFinite(entry) ? entry : 0,
  );
  const matrix = sandwich(gradient, flat, names.length, size);
  const partsOf = names.map((_, i) =>
    estimates.estimates.filter((_estimate, j) => gradient[i * size + j] !== 0),
  );
  const known = partsOf.map((parts) => parts.every((part) => part.standardError !== null));
  names.forEach((_, i) => {
    names.forEach((_name, j) => {
      if (!known[i] || !known[j]) matrix[i * names.length + j] = Number.NaN;
    });
  });
  const { level = 0.95 } = options;
  return estimatesResult.create({
    statistic: "contrast",
    estimates: names.map((variable, i): Estimate => {
      const parts = partsOf[i]!;
      const value = results[i]!;
      const variance = Math.max(0, matrix[i * names.length + i]!);
      const se = Math.sqrt(variance);
      const degrees = degreesOf(options, parts);
      const t = criticalValue(level, degrees);
      const defined = Number.isFinite(value) && Number.isFinite(se);
      return {
        variable,
        category: null,
        group: {},
        value: Number.isFinite(value) ? value : null,
        standardError: defined ? se : null,
        interval:
          defined && t !== undefined
            ? {
                level,
                lower: value - t * se,
                upper: value + t * se,
                method: Number.isFinite(degrees) ? "t" : "normal",
              }
            : null,
        n: Math.max(0, ...parts.map(({ n }) => n)),
        nMissing: Math.max(0, ...parts.map(({ nMissing }) => nMissing)),
        degreesOfFreedom: Number.isFinite(degrees) ? degrees : null,
        designEffect: null,
        effectiveSampleSize: null,
        scale: "number",
      };
    }),
    covariance: matrixRows(matrix, names.length),
    findings: estimates.findings,
  });
}

function degreesOf({ df }: ContrastOptions, parts: readonly Estimate[]): number {
  if (typeof df === "number") return df;
  if (df === "infinite") return Number.POSITIVE_INFINITY;
  return Math.min(...parts.map((part) => part.degreesOfFreedom ?? Number.POSITIVE_INFINITY));
}

function contrastValue(
  given: ContrastOf,
  keys: readonly string[],
  values: Float64Array,
): { value: number; slopes: Float64Array } {
  if ("expression" in given && typeof given.expression !== "number") {
    return evaluateDual(given.expression as Expression, keys, values);
  }
  const slopes = new Float64Array(keys.length);
  let value = 0;
  for (const [key, weight] of Object.entries(given as Readonly<Record<string, number>>)) {
    const at = keys.indexOf(key);
    if (at < 0) unknownEstimate(key, keys);
    slopes[at] = weight;
    value += weight * values[at]!;
  }
  return { value, slopes };
}

import { type Cell, type Columns, type Finding, throwIfErrors } from "@vitalcore/core";
import { find } from "../catalog.js";
import { type ColumnName, type DesignParts, SurveyDesign } from "../design/survey-design.js";
import { readEvent, readNumbers } from "../estimates/read-variable.js";
import { orthonormalize } from "../kernels/dense.js";
import type { RegressionAdjustment } from "./adjustment.js";
import { adjustReplicates, checkWhole } from "./post-stratify.js";
import { solveCalibration } from "./solve-calibration.js";

/** A population total that the weights are brought to: of people, of a column, or of a category. */
export type AuxiliaryTotal<Name extends string = string> =
  /** How many people there are. */
  | { readonly total: number }
  /** The sum of a numeric column. */
  | { readonly column: Name; readonly total: number }
  /** How many people are in a category. */
  | { readonly column: Name; readonly category: Cell; readonly total: number };

/** How calibrated weights are kept near the given ones. */
export interface CalibrationOptions<Name extends string = string> {
  /** "linear": GREG; "raking": exponential, always positive; "logit": between two bounds. Default "linear". */
  readonly distance?: "linear" | "raking" | "logit";
  /** Least and largest factor by which a weight may change. Needed for "logit". */
  readonly bounds?: readonly [lower: number, upper: number];
  /** After calibration, clip the factors once and spread what is lost over the others. */
  readonly trim?: readonly [lower: number, upper: number];
  /** Column that the variance of the outcome is proportional to (linear distance without bounds). */
  readonly variance?: Name;
  /** Keep weights equal within the units of this stage (1: first-stage units). */
  readonly aggregateStage?: number;
  /** Largest misfit over 1 + total; default 1e-10. R's default is 1e-7. */
  readonly tolerance?: number;
  /** Default 200. */
  readonly maxIterations?: number;
}

interface Auxiliaries {
  readonly columns: Float64Array[];
  readonly totals: Float64Array;
  readonly names: string[];
}

function readAuxiliaries(
  parts: DesignParts,
  totals: readonly AuxiliaryTotal[],
  findings: Finding[],
): Auxiliaries {
  const { table, weights } = parts;
  const names: string[] = [];
  const columns = totals.map((auxiliary): Float64Array => {
    if (!("column" in auxiliary)) {
      names.push("people");
      return new Float64Array(table.length).fill(1);
    }
    const isCategory = "category" in auxiliary;
    const withhold = table.identifying.has(auxiliary.column);
    names.push(
      isCategory && !withhold
        ? `${auxiliary.column} = ${String(auxiliary.category)}`
        : auxiliary.column,
    );
    const { values } = isCategory
      ? readEvent(table, auxiliary.column, auxiliary.category).variable
      : readNumbers(table, auxiliary.column);
    const row = values.findIndex((value, i) => Number.isNaN(value) && weights[i]! > 0);
    if (row >= 0) {
      const place = { column: auxiliary.column, row: row + 1 };
      const count = values.filter(Number.isNaN).length;
      const facts = { count, role: "auxiliary of the calibration" };
      findings.push(find("survey/missing-design-value", { place, facts }));
    }
    return values.map((value) => (Number.isNaN(value) ? 0 : value));
  });
  return { columns, totals: Float64Array.from(totals, ({ total }) => total), names };
}

/** Means of rows within units, in place of the values. */
function meanWithin(values: Float64Array, unit: Int32Array): Float64Array {
  const sums = new Map<number, { sum: number; rows: number }>();
  for (let row = 0; row < values.length; row++) {
    const known = sums.get(unit[row]!);
    if (known === undefined) sums.set(unit[row]!, { sum: values[row]!, rows: 1 });
    else {
      known.sum += values[row]!;
      known.rows += 1;
    }
  }
  return values.map((_, row) => {
    const { sum, rows } = sums.get(unit[row]!)!;
    return sum / rows;
  });
}

function unitsOfStage(parts: DesignParts, stage: number | undefined): Int32Array | undefined {
  if (stage === undefined) return undefined;
  const units = stage === 1 ? parts.psuOfRow : parts.unitOfRow;
  const known = parts.frame?.stages.length ?? 0;
  if (units === undefined || !(stage >= 1 && stage <= known) || (stage > 1 && stage < known)) {
    const facts = {
      option: "`aggregateStage`",
      wanted: "the first or the last stage of the design",
    };
    throwIfErrors([find("survey/option", { found: stage, facts })]);
  }
  return units;
}

function trimmed(
  g: Float64Array,
  d: Float64Array,
  [lower, upper]: readonly [number, number],
): Float64Array {
  let lost = 0;
  let kept = 0;
  const clipped = g.map((factor, row) => {
    const next = Math.min(upper, Math.max(lower, factor));
    if (next === factor) kept += d[row]!;
    else lost += (factor - next) * d[row]!;
    return next;
  });
  if (lost === 0) return clipped;
  return clipped.map((factor, row) => (g[row] === factor ? factor + lost / kept : factor));
}

/**
 * Brings the weights to known totals of auxiliary variables, changing them as little as possible.
 * Errors afterwards are those of the residuals of a regression on the auxiliaries.
 *
 * @param totals - what the weighted sample must add up to. Give the total of people, or a category for every
 *   group, if the number of people is to be right.
 * @returns the design with new weights.
 * @throws VitalError `survey/calibration-failed` if the totals cannot be reached (within the bounds),
 *   `survey/calibration-domain`, `survey/missing-design-value`, `survey/option`.
 *
 * Source: Deville and Särndal (1992), JASA 87:376-382; R's `calibrate`.
 *
 * @example
 * ```ts
 * import { calibrate, surveyDesign } from "@vitalcore/survey";
 * const design = surveyDesign({ x: [1, 2, 3, 4], w: [10, 10, 10, 10] }, { weights: "w" });
 * const calibrated = calibrate(design, [{ total: 40 }, { column: "x", total: 110 }]);
 * [...calibrated.weights]; // => [7, 9, 11, 13]
 * ```
 */
export function calibrate<Row extends Columns>(
  design: SurveyDesign<Row>,
  totals: readonly AuxiliaryTotal<ColumnName<Row>>[],
  options: CalibrationOptions<ColumnName<Row>> = {},
): SurveyDesign<Row> {
  const { parts } = design;
  checkWhole(parts);
  const findings: Finding[] = [];
  const { distance = "linear", bounds } = options;
  if (distance === "logit" && bounds === undefined) {
    const facts = {
      option: "`bounds`",
      wanted: "a lower bound below 1 and an upper bound above 1",
    };
    findings.push(find("survey/option", { found: null, facts }));
  } else if (bounds !== undefined && !(bounds[0] < 1 && bounds[1] > 1)) {
    const facts = {
      option: "`bounds`",
      wanted: "a lower bound below 1 and an upper bound above 1",
    };
    findings.push(find("survey/option", { found: bounds.join(" to "), facts }));
  }
  const auxiliaries = readAuxiliaries(parts, totals, findings);
  throwIfErrors(findings);
  const unit = unitsOfStage(parts, options.aggregateStage);
  const within = (values: Float64Array) => (unit === undefined ? values : meanWithin(values, unit));
  const columns = auxiliaries.columns.map(within);
  const sigma2 =
    options.variance === undefined
      ? new Float64Array(parts.weights.length).fill(1)
      : within(readNumbers(parts.table, options.variance).values);
  const factorsFor = (weights: Float64Array): Float64Array => {
    const d = within(weights);
    const g = solveCalibration(
      { ...auxiliaries, columns, weights: d, sigma2 },
      {
        distance,
        bounds: bounds ?? [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY],
        tolerance: options.tolerance ?? 1e-10,
        maxIterations: options.maxIterations ?? 200,
      },
    );
    return options.trim === undefined ? g : trimmed(g, d, options.trim);
  };
  const g = factorsFor(parts.weights);
  const weights = parts.weights.map((weight, row) => weight * g[row]!);
  const negative = weights.filter((weight) => weight < 0).length;
  if (negative > 0)
    findings.push(find("survey/negative-calibrated", { facts: { count: negative } }));
  const d = within(parts.weights);
  const root = d.map((weight, row) => Math.sqrt(weight / sigma2[row]!));
  const basis = orthonormalize(columns.map((x) => x.map((value, row) => value * root[row]!)));
  auxiliaries.names.forEach((auxiliary, j) => {
    if (basis.pivots.includes(j)) return;
    findings.push(find("survey/calibration-singular", { facts: { auxiliary } }));
  });
  const adjustment: RegressionAdjustment = {
    kind: "regression",
    auxiliaries: basis,
    scale: g.map((factor, row) => factor * Math.sqrt(d[row]! * sigma2[row]!)),
  };
  return new SurveyDesign<Row>({
    ...parts,
    weights,
    zeroWeights: weights.includes(0),
    replicates: adjustReplicates(parts, (replicate) => {
      const factors = factorsFor(replicate);
      return replicate.map((weight, row) => weight * factors[row]!);
    }),
    adjustments: [...parts.adjustments, adjustment],
    findings: [...parts.findings, ...findings],
  });
}

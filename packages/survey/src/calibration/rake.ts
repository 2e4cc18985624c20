import { type Columns, type Finding, throwIfErrors } from "@vitalcore/core";
import { find } from "../catalog.js";
import { type ColumnName, SurveyDesign } from "../design/survey-design.js";
import { oneCode, pairCodes } from "../kernels/codes.js";
import type { RakingAdjustment } from "./adjustment.js";
import {
  adjustReplicates,
  checkWhole,
  type Margin,
  type MarginCells,
  marginCells,
  toCells,
} from "./post-stratify.js";

interface Raked {
  readonly weights: Float64Array;
  /** The weights right after each margin's last adjustment. */
  readonly afterMargin: readonly Float64Array[];
  readonly rounds: number;
  readonly change: number;
  readonly converged: boolean;
}

/** Sums of weights in the cells of the full cross-table of all margins. */
function crossSums(weights: Float64Array, codes: Int32Array, count: number): Float64Array {
  const sums = new Float64Array(count);
  for (let row = 0; row < weights.length; row++) {
    if (codes[row]! >= 0) sums[codes[row]!]! += weights[row]!;
  }
  return sums;
}

function rakeWeights(
  start: Float64Array,
  margins: readonly MarginCells[],
  cross: { readonly codes: Int32Array; readonly count: number },
  limits: { readonly tolerance: number; readonly maxIterations: number },
): Raked {
  let weights = start;
  let afterMargin: Float64Array[] = [];
  let before = crossSums(weights, cross.codes, cross.count);
  let change = Number.POSITIVE_INFINITY;
  for (let round = 1; round <= limits.maxIterations; round++) {
    afterMargin = [];
    for (const margin of margins) {
      weights = toCells(weights, margin);
      afterMargin.push(weights);
    }
    const now = crossSums(weights, cross.codes, cross.count);
    change = 0;
    for (let cell = 0; cell < now.length; cell++) {
      change = Math.max(change, Math.abs(now[cell]! - before[cell]!));
    }
    if (change < limits.tolerance) {
      return { weights, afterMargin, rounds: round, change, converged: true };
    }
    before = now;
  }
  return { weights, afterMargin, rounds: limits.maxIterations, change, converged: false };
}

/**
 * Brings the weights to the counts of several margins in turn, round after round (iterative
 * proportional fitting).
 *
 * @param margins - two or more margins; their counts should have the same sum.
 * @param options.tolerance - stop when no cell of the full cross-table changes by more than this share of
 *   all weights in a round; default 1e-10. (R's default is 1 in absolute weight: pass `absoluteTolerance: 1`
 *   and `maxIterations: 10` for parity.)
 * @param options.maxIterations - rounds at the most; default 500.
 * @returns the design; a warning is among its `findings` when the rounds ran out.
 * @throws VitalError `survey/calibration-cells`, `survey/calibration-domain`.
 *
 * Source: Deming and Stephan (1940); Deville, Särndal and Sautory (1993), JASA 88:1013-1020; R's `rake`.
 *
 * @example
 * ```ts
 * import { rake, surveyDesign } from "@vitalcore/survey";
 * const design = surveyDesign({ sex: ["F", "F", "M", "M"], place: ["u", "r", "u", "r"] }, {});
 * const raked = rake(design, [
 *   { columns: "sex", counts: [{ cell: "F", count: 60 }, { cell: "M", count: 40 }] },
 *   { columns: "place", counts: [{ cell: "u", count: 30 }, { cell: "r", count: 70 }] },
 * ]);
 * [...raked.weights].map(Math.round); // => [18, 42, 12, 28]
 * ```
 */
export function rake<Row extends Columns>(
  design: SurveyDesign<Row>,
  margins: readonly Margin<ColumnName<Row>>[],
  options: {
    readonly tolerance?: number;
    readonly absoluteTolerance?: number;
    readonly maxIterations?: number;
    readonly partial?: boolean;
  } = {},
): SurveyDesign<Row> {
  const { parts } = design;
  checkWhole(parts);
  const findings: Finding[] = [];
  const partial = options.partial === true;
  const read = margins.map((margin) => marginCells(parts, margin, { partial }, findings));
  throwIfErrors(findings);
  const people = parts.weights.reduce((sum, weight) => sum + weight, 0);
  const limits = {
    tolerance: options.absoluteTolerance ?? (options.tolerance ?? 1e-10) * people,
    maxIterations: options.maxIterations ?? 500,
  };
  const cross = read.reduce(
    (codes, { cells, counts }) =>
      pairCodes(codes, { codes: cells, count: counts.length, firstRow: cells, missing: 0 }),
    oneCode(parts.table.length),
  );
  const raked = rakeWeights(parts.weights, read, cross, limits);
  if (!raked.converged) {
    const facts = { steps: raked.rounds, change: raked.change };
    findings.push(find("survey/raking-steps", { facts }));
  }
  const adjustment: RakingAdjustment = {
    kind: "raking",
    margins: read.map(({ cells, counts }, i) => ({
      cells,
      count: counts.length,
      weights: raked.afterMargin[i]!,
    })),
  };
  return new SurveyDesign<Row>({
    ...parts,
    weights: raked.weights,
    zeroWeights: raked.weights.includes(0),
    replicates: adjustReplicates(
      parts,
      // As many rounds as the full sample, as R has it.
      (weights) =>
        rakeWeights(weights, read, cross, { tolerance: 0, maxIterations: raked.rounds }).weights,
    ),
    adjustments: [...parts.adjustments, adjustment],
    findings: [...parts.findings, ...findings],
  });
}

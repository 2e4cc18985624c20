import { adjustInfluence } from "../calibration/adjustment.js";
import { ppsVariance } from "../design/pps.js";
import type { DesignParts } from "../design/survey-design.js";
import { stageVariance } from "../kernels/stage-variance.js";
import { addRows, emptyUnitTotals, settle } from "../kernels/unit-totals.js";
import type { Functional } from "./functional.js";
import { groupTotals } from "./group-totals.js";
import { labelOf, type RowGroups, type Solution, type Solved } from "./solution.js";

/** Influence values of the rows of one group: rows x width, zero outside, after the adjustments. */
function rowInfluence(
  parts: DesignParts,
  rows: RowGroups,
  g: number,
  functional: Functional,
  gradient: Float64Array,
): Float64Array[] {
  const { weights, adjustments } = parts;
  const columns = functional.terms.length + 1;
  return Array.from({ length: functional.width }, (_, j) => {
    const z = new Float64Array(weights.length);
    for (let row = 0; row < z.length; row++) {
      if (rows.group !== undefined && rows.group[row] !== g) continue;
      let sum = gradient[j * columns]!;
      for (let t = 1; t < columns; t++) {
        const slope = gradient[j * columns + t]!;
        if (slope !== 0) sum += slope * functional.terms[t - 1]![row]!;
      }
      z[row] = weights[row]! * sum;
    }
    adjustInfluence(z, adjustments);
    return z;
  });
}

/** Covariance of estimates from influence values in rows, one array per estimate. */
export function influenceCovariance(
  parts: DesignParts,
  influence: readonly Float64Array[],
  present: Uint8Array | undefined,
): { readonly covariance: Float64Array; readonly lonely: readonly string[] } {
  const { frame, unitOfRow, pps, weights, lonely } = parts;
  const width = influence.length;
  if (pps !== undefined) {
    const z = new Float64Array(weights.length * width);
    for (let row = 0; row < weights.length; row++) {
      for (let j = 0; j < width; j++) z[row * width + j] = influence[j]![row]!;
    }
    return { covariance: ppsVariance(pps, z, width), lonely: [] };
  }
  const units = frame!.stages[frame!.stages.length - 1]!.units;
  const one = new Float64Array(weights.length).fill(1);
  const totals = emptyUnitTotals(units, 1, width);
  addRows(totals, {
    length: weights.length,
    unit: unitOfRow!,
    weight: one,
    terms: influence,
  });
  settle(totals);
  const z = new Float64Array(units * width);
  for (let u = 0; u < units; u++) {
    for (let j = 0; j < width; j++) z[u * width + j] = totals.sums[j + 1]![u]!;
  }
  // After calibration every row keeps a residual, so that no unit is ever absent.
  let hasRows = (_unit: number) => true;
  if (present !== undefined && parts.adjustments.length === 0) {
    const seen = new Uint8Array(units);
    for (let row = 0; row < weights.length; row++) {
      if (present[row] === 1) seen[unitOfRow![row]!] = 1;
    }
    hasRows = (unit) => seen[unit] === 1;
  }
  const result = stageVariance(frame!, z, hasRows, width, lonely);
  const label = labelOf(parts);
  return {
    covariance: result.covariance,
    lonely: result.lonely.map(({ stage, stratum }) => label(stage, stratum)),
  };
}

/** Solves a functional from rows: what calibration and joint probabilities need. */
export function solveFromRows(
  parts: DesignParts,
  rows: RowGroups,
  functional: Functional,
  joint: boolean,
): Solution {
  const totals = groupTotals(parts.weights, rows, functional.terms);
  const lonely = new Set<string>();
  const variance = (influence: readonly Float64Array[], g: number | undefined) => {
    const { group } = rows;
    const present =
      group === undefined || g === undefined
        ? undefined
        : Uint8Array.from(group, (code) => (code === g ? 1 : 0));
    const result = influenceCovariance(parts, influence, present);
    for (const stratum of result.lonely) lonely.add(stratum);
    return result.covariance;
  };
  const stacked: Float64Array[] = [];
  const groups = totals.map((sums, g): Solved => {
    const gradient = functional.gradient(sums);
    const influence = rowInfluence(parts, rows, g, functional, gradient);
    if (joint) stacked.push(...influence);
    return {
      totals: sums,
      values: functional.evaluate(sums),
      covariance: variance(influence, g),
      dropped: 0,
    };
  });
  if (!joint) return { groups, joint: undefined, lonely };
  return { groups, joint: variance(stacked, undefined), lonely };
}

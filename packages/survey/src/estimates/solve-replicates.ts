import type { DesignParts } from "../design/survey-design.js";
import type { ReplicateSet } from "../replicates/replicate-set.js";
import type { Functional } from "./functional.js";
import { groupTotals } from "./group-totals.js";
import type { RowGroups, Solution, Solved } from "./solution.js";

/** Solves a functional by evaluating it again at the totals of every replicate. */
export function solveFromReplicates(
  parts: DesignParts,
  rows: RowGroups,
  functional: Functional,
  joint: boolean,
): Solution {
  const set = parts.replicates!;
  const buffer = new Float64Array(parts.weights.length);
  const totals = groupTotals(parts.weights, rows, functional.terms);
  const ofReplicate = (r: number) => groupTotals(set.fill(r, buffer), rows, functional.terms);
  return solveReplicateTotals(set, totals, ofReplicate, functional, joint);
}

/** Solves a functional from the totals of every group, in the full sample and in each replicate. */
export function solveReplicateTotals(
  set: ReplicateScales & { readonly count: number },
  totals: readonly Float64Array[],
  ofReplicate: (r: number) => readonly Float64Array[],
  functional: Pick<Functional, "evaluate" | "width">,
  joint: boolean,
): Solution {
  const { width } = functional;
  const valuesAt = (groups: readonly Float64Array[]) =>
    Float64Array.from(groups.flatMap((sums) => [...functional.evaluate(sums)]));
  const full = valuesAt(totals);
  const values = Array.from({ length: set.count }, (_, r) => valuesAt(ofReplicate(r)));
  const all = joint ? replicateCovariance({ replicates: set }, values, full) : undefined;
  const groups = totals.map((sums, g): Solved => {
    const ofGroup = (own: Float64Array) => own.slice(g * width, (g + 1) * width);
    const center = ofGroup(full);
    const own = replicateCovariance({ replicates: set }, values.map(ofGroup), center);
    return {
      totals: sums,
      values: center,
      covariance: own.covariance,
      dropped: all?.dropped ?? own.dropped,
    };
  });
  return { groups, joint: all?.covariance, lonely: new Set() };
}

/** How a variance comes out of replicates. */
export type ReplicateScales = Pick<ReplicateSet, "scale" | "rscales" | "mse">;

/**
 * `scale * sum rscales_r (theta_r - c)(theta_r - c)'`, with c the mean of the replicates whose rscale is
 * above zero, or the full-sample estimate (`mse`). Replicates without a value are left out; what has no value in
 * the full sample has no covariance.
 */
export function replicateCovariance(
  { replicates }: { readonly replicates: ReplicateScales | undefined },
  values: readonly Float64Array[],
  full: Float64Array,
): { readonly covariance: Float64Array; readonly dropped: number } {
  const { scale, rscales, mse } = replicates!;
  const width = full.length;
  // What has no value in the full sample (a group without rows) says nothing against a replicate.
  const usable = values.map((value) =>
    value.every((own, j) => Number.isFinite(own) || !Number.isFinite(full[j])),
  );
  const center = full.slice();
  if (!mse) {
    center.fill(0);
    let counted = 0;
    values.forEach((value, r) => {
      if (!usable[r] || !(rscales[r]! > 0)) return;
      counted += 1;
      for (let j = 0; j < width; j++) center[j]! += value[j]!;
    });
    for (let j = 0; j < width; j++) center[j]! /= counted;
  }
  const covariance = new Float64Array(width * width);
  values.forEach((value, r) => {
    if (!usable[r]) return;
    const factor = scale * rscales[r]!;
    for (let j = 0; j < width; j++) {
      for (let k = 0; k < width; k++) {
        covariance[j * width + k]! += factor * (value[j]! - center[j]!) * (value[k]! - center[k]!);
      }
    }
  });
  return { covariance, dropped: usable.filter((known) => !known).length };
}

import type { DesignParts } from "../design/survey-design.js";

/** Which rows an estimate is made of: a group code per row, -1 outside; undefined: all rows in group 0. */
export interface RowGroups {
  readonly group: Int32Array | undefined;
  readonly groups: number;
}

/** Values and covariance of a functional in one group. */
export interface Solved {
  readonly totals: Float64Array;
  readonly values: Float64Array;
  readonly covariance: Float64Array;
  /** Replicates without a value, left out of the variance. */
  readonly dropped: number;
}

/**
 * Solutions of all groups. Those of a group are the same whether covariances between groups are asked for or not;
 * these see all groups together, where a lonely unit is compared with others and a replicate without a value in any
 * group is left out.
 */
export interface Solution {
  readonly groups: readonly Solved[];
  /** Covariance of all values of all groups, group by group, where it was asked for. */
  readonly joint: Float64Array | undefined;
  /** Strata whose variance is unknown under the policy "fail". */
  readonly lonely: ReadonlySet<string>;
}

/** How a stratum of a stage is called in messages. */
export function labelOf(parts: DesignParts): (stage: number, stratum: number) => string {
  return (stage, stratum) =>
    stage === 0 ? parts.stratumLabel(stratum) : `number ${stratum + 1} of stage ${stage + 1}`;
}

import { adjustInfluence } from "../calibration/adjustment.js";
import type { DesignParts } from "../design/survey-design.js";
import type { SelectedRows } from "../estimates/select-rows.js";
import {
  influenceCovariance,
  replicateCovariance,
  type Solution,
  type Solved,
} from "../estimates/solve-functional.js";

/** A statistic that is no function of a few totals: it ranks people, or sets a line by a quantile. */
export interface Statistic {
  readonly width: number;
  /** Its values for one group under some weights. */
  evaluate(weights: Float64Array, g: number): Float64Array;
  /** Influence values at the analysis weights: one array of all rows per value, not multiplied by weights. */
  influence(weights: Float64Array, g: number): readonly Float64Array[];
  /** Rows outside the group have an influence too (the line is that of all people). */
  readonly reachesBeyond: boolean;
}

/** Rows of one group. */
export function insideGroup({ group }: SelectedRows, g: number): (row: number) => boolean {
  return group === undefined ? () => true : (row) => group[row] === g;
}

/** Values and variances of a statistic in every group: linearized, or from replicates. */
export function solveStatistic(
  parts: DesignParts,
  rows: SelectedRows,
  statistic: Statistic,
): Solution {
  const { weights, replicates } = parts;
  const lonely = new Set<string>();
  const groups = Array.from({ length: rows.groups }, (_, g): Solved => {
    const values = statistic.evaluate(weights, g);
    const totals = new Float64Array(0);
    if (replicates !== undefined) {
      const buffer = new Float64Array(weights.length);
      const all = Array.from({ length: replicates.count }, (_r, r) =>
        statistic.evaluate(replicates.fill(r, buffer), g),
      );
      return { totals, values, ...replicateCovariance(parts, all, values) };
    }
    const influence = statistic.influence(weights, g).map((u) => {
      const z = u.map((value, row) => value * weights[row]!);
      adjustInfluence(z, parts.adjustments);
      return z;
    });
    const { group } = rows;
    const present =
      statistic.reachesBeyond || group === undefined
        ? undefined
        : Uint8Array.from(group, (code) => +(code === g));
    const result = influenceCovariance(parts, influence, present);
    for (const stratum of result.lonely) lonely.add(stratum);
    return { totals, values, covariance: result.covariance, dropped: 0 };
  });
  return { groups, joint: undefined, lonely };
}

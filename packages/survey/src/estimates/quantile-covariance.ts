import type { DesignParts } from "../design/survey-design.js";
import type { Interval } from "./estimates.js";
import type { SelectedRows } from "./select-rows.js";
import { replicateCovariance } from "./solve-replicates.js";
import { insideGroup, solveStatistic } from "./solve-statistic.js";

/** Quantiles of one group, with the errors that their intervals stand for. */
export interface GroupQuantiles {
  readonly values: Float64Array;
  readonly intervals: (Interval | null)[];
  readonly errors: Float64Array;
  readonly replicates?: readonly Float64Array[];
}

/**
 * Covariance of the quantiles of all groups. From replicates where the errors are; else a quantile moves
 * against the share of people at or below it (Bahadur), so that two quantiles are correlated as these
 * shares are, and each has the error of its interval. Source: Francisco and Fuller (1991), Annals of Statistics
 * 19:454-469; Woodruff (1952).
 */
export function quantileCovariance(
  parts: DesignParts,
  rows: SelectedRows,
  x: Float64Array,
  found: readonly GroupQuantiles[],
  width: number,
): Float64Array {
  const full = Float64Array.from(found.flatMap(({ values }) => [...values]));
  const [first] = found;
  if (first?.replicates !== undefined) {
    const stacked = first.replicates.map((_, r) =>
      Float64Array.from(found.flatMap(({ replicates }) => [...replicates![r]!])),
    );
    return replicateCovariance(parts, stacked, full).covariance;
  }
  const shares = (weights: Float64Array, g: number) => {
    const inside = insideGroup(rows, g);
    const below = new Float64Array(width);
    let people = 0;
    for (let row = 0; row < x.length; row++) {
      if (!inside(row)) continue;
      people += weights[row]!;
      for (let j = 0; j < width; j++) {
        if (x[row]! <= found[g]!.values[j]!) below[j]! += weights[row]!;
      }
    }
    return { people, below: below.map((sum) => sum / people) };
  };
  const { joint } = solveStatistic(
    parts,
    rows,
    {
      width,
      reachesBeyond: false,
      evaluate: (weights, g) => shares(weights, g).below,
      influence: (weights, g) => {
        const { people, below } = shares(weights, g);
        const inside = insideGroup(rows, g);
        return Array.from(below, (share, j) =>
          x.map((value, row) =>
            inside(row) ? ((value <= found[g]!.values[j]! ? 1 : 0) - share) / people : 0,
          ),
        );
      },
    },
    { joint: true },
  );
  const errors = Float64Array.from(found.flatMap((group) => [...group.errors]));
  const size = errors.length;
  const scale = errors.map((error, i) =>
    error === 0 ? 0 : error / Math.sqrt(joint![i * size + i]!),
  );
  return joint!.map((value, i) => value * scale[Math.floor(i / size)]! * scale[i % size]!);
}

import { VitalError } from "@vitalcore/core";
import { findIn as find } from "../function-catalog.js";

/** Who outranks whom. */
export interface OutrankingMatrix {
  /** Row i, column j: the share of the weight in which i is better than j, half of it where they are equal; 0 on the diagonal. */
  readonly shares: readonly Float64Array[];
  /** Pairs in which one is better or equal in everything that both have, and their share among all pairs. */
  readonly dominant: number;
  readonly dominantShare: number;
}

/** Shares that differ from one half, or from one, by less than this do so by the rounding of sums. */
const TIE = 1e-9;

/**
 * Compares units pair by pair. Indicators that one of the two lacks are left out and the weights rescaled; a pair
 * that shares none is a tie. Source: OECD/JRC Handbook (2008), step 6; Munda and Nardo (2009).
 *
 * @param columns - one for each indicator, more being better; NaN is missing.
 * @param weights - relative; equal if left out.
 * @throws VitalError `composite/invalid-input` for columns or weights that are not of one length, or weights below zero.
 *
 * @example
 * ```ts
 * import { outrankingMatrix } from "@vitalcore/composite/outranking";
 * const { shares } = outrankingMatrix([[3, 1], [5, 5]], [3, 1]);
 * [shares[0]?.[1], shares[1]?.[0]]; // => [0.875, 0.125]
 * ```
 */
export function outrankingMatrix(
  columns: readonly ArrayLike<number>[],
  weights: ArrayLike<number> = columns.map(() => 1),
): OutrankingMatrix {
  requireComparable(columns, weights);
  const units = columns[0]?.length ?? 0;
  const shares = Array.from({ length: units }, () => new Float64Array(units));
  let dominant = 0;
  for (let i = 0; i < units; i++) {
    for (let j = i + 1; j < units; j++) {
      const share = shareOf(columns, weights, i, j);
      (shares[i] as Float64Array)[j] = share;
      (shares[j] as Float64Array)[i] = 1 - share;
      if (share > 1 - TIE || share < TIE) dominant += 1;
    }
  }
  const pairs = (units * (units - 1)) / 2;
  return { shares, dominant, dominantShare: dominant / Math.max(1, pairs) };
}

function requireComparable(
  columns: readonly ArrayLike<number>[],
  weights: ArrayLike<number>,
): void {
  const units = columns[0]?.length ?? 0;
  const reasons = [
    ...columns.flatMap((column, k) =>
      column.length === units
        ? []
        : [`indicator ${k + 1} has ${column.length} values, and the first ${units}`],
    ),
    ...(weights.length === columns.length
      ? []
      : [`there are ${columns.length} indicators and ${weights.length} weights`]),
    ...Array.from(weights).flatMap((weight, k) =>
      weight >= 0 && weight < Infinity ? [] : [`weight ${k + 1} is ${weight}`],
    ),
  ];
  if (reasons.length === 0) return;
  const facts = { what: "A comparison in pairs", why: reasons.join("; ") };
  throw new VitalError([find("composite/invalid-input", { facts })]);
}

function shareOf(
  columns: readonly ArrayLike<number>[],
  weights: ArrayLike<number>,
  i: number,
  j: number,
): number {
  let ahead = 0;
  let shared = 0;
  for (let k = 0; k < columns.length; k++) {
    const column = columns[k] as ArrayLike<number>;
    const difference = (column[i] as number) - (column[j] as number);
    if (Number.isNaN(difference)) continue;
    const weight = weights[k] as number;
    shared += weight;
    if (difference > 0) ahead += weight;
    else if (difference === 0) ahead += weight / 2;
  }
  return shared === 0 ? 0.5 : ahead / shared;
}

/**
 * Copeland scores: how many units each outranks less how many outrank it. Source: Copeland (1951).
 *
 * @example
 * ```ts
 * import { copelandScores, outrankingMatrix } from "@vitalcore/composite/outranking";
 * [...copelandScores(outrankingMatrix([[3, 1, 2]]))]; // => [2, -2, 0]
 * ```
 */
export function copelandScores({ shares }: Pick<OutrankingMatrix, "shares">): Float64Array {
  return Float64Array.from(shares, (row, i) => {
    let score = 0;
    row.forEach((share, j) => {
      if (j === i || Math.abs(share - 0.5) <= TIE) return;
      score += share > 0.5 ? 1 : -1;
    });
    return score;
  });
}

/**
 * Borda scores: the sum of the shares of each row, that is, over the indicators the weighted mean number of units
 * that are worse, equal ones counting half. Source: Borda (1784).
 *
 * @example
 * ```ts
 * import { bordaScores, outrankingMatrix } from "@vitalcore/composite/outranking";
 * [...bordaScores(outrankingMatrix([[3, 1, 2], [1, 1, 1]]))]; // => [1.5, 0.5, 1]
 * ```
 */
export function bordaScores({ shares }: Pick<OutrankingMatrix, "shares">): Float64Array {
  return Float64Array.from(shares, (row) => row.reduce((sum, share) => sum + share, 0));
}

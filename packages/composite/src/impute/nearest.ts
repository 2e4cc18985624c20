/** How gaps are filled from units that are alike. */
export interface NearestOptions {
  /** How many donors are averaged; 5 if left out. */
  readonly neighbors?: number;
}

/** The default number of donors. */
export const NEIGHBORS = 5;

/**
 * Fills the gaps of an indicator by the mean of the nearest units that have a value. The distance of two units is
 * the root mean squared difference of the indicators that both have, each divided by its standard
 * deviation. Donors equally far as the last one taken enter too, so the order of the units does not matter.
 * Source: Troyanskaya and others (2001), Bioinformatics 17, KNNimpute, unweighted.
 *
 * @param target - of one indicator for all units; NaN is missing.
 * @param others - the indicators by which units are compared.
 * @returns a new column; a unit that shares no indicator with any donor keeps its gap.
 *
 * @example
 * ```ts
 * import { imputeByNearest } from "@vitalcore/composite/impute";
 * const target = [10, 20, Number.NaN, 90];
 * imputeByNearest(target, [[1, 2, 1.6, 9]], { neighbors: 2 })[2]; // => 15
 * ```
 */
export function imputeByNearest(
  target: ArrayLike<number>,
  others: readonly ArrayLike<number>[],
  { neighbors = NEIGHBORS }: NearestOptions = {},
): Float64Array {
  const values = Float64Array.from(target);
  const variances = others.map(varianceOf);
  const donors = Array.from(values.keys()).filter((i) => !Number.isNaN(values[i] as number));
  return values.map((value, unit) => {
    if (!Number.isNaN(value)) return value;
    const near = donors
      .map((donor) => ({ donor, distance: distanceOf(unit, donor, others, variances) }))
      .filter(({ distance }) => !Number.isNaN(distance))
      .sort((a, b) => a.distance - b.distance);
    const reach = near[Math.min(neighbors, near.length) - 1]?.distance ?? Number.NaN;
    const taken = near.filter(({ distance }) => distance <= reach);
    if (taken.length === 0) return Number.NaN;
    return taken.reduce((sum, { donor }) => sum + (target[donor] as number), 0) / taken.length;
  });
}

function varianceOf(column: ArrayLike<number>): number {
  const values = Float64Array.from(column).filter((value) => !Number.isNaN(value));
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1);
}

/** Mean squared standardized difference over the indicators that both units have; NaN without one. */
function distanceOf(
  a: number,
  b: number,
  columns: readonly ArrayLike<number>[],
  variances: readonly number[],
): number {
  let sum = 0;
  let shared = 0;
  columns.forEach((column, k) => {
    const difference = (column[a] as number) - (column[b] as number);
    const variance = variances[k] as number;
    if (Number.isNaN(difference) || !(variance > 0)) return;
    sum += (difference * difference) / variance;
    shared += 1;
  });
  return sum / shared;
}

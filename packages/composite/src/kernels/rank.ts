/** How tied values share ranks. */
export type Ties = "min" | "max" | "average" | "dense";

/**
 * Ranks a stretch of a column; missing values (NaN) have no rank (NaN).
 *
 * @param ascending - whether the smallest value has rank 1.
 * @param into - where the ranks go, from index 0.
 * @returns how many values are present.
 */
export function rankColumn(
  column: Float64Array,
  at: number,
  units: number,
  ties: Ties,
  ascending: boolean,
  into: Float64Array,
): number {
  const order: number[] = [];
  for (let i = 0; i < units; i++) if (!Number.isNaN(column[at + i])) order.push(i);
  const sign = ascending ? 1 : -1;
  order.sort((a, b) => sign * ((column[at + a] as number) - (column[at + b] as number)));
  into.fill(Number.NaN, 0, units);
  let distinct = 0;
  for (let first = 0; first < order.length; ) {
    let last = first;
    const value = column[at + (order[first] as number)];
    while (last + 1 < order.length && column[at + (order[last + 1] as number)] === value) last += 1;
    distinct += 1;
    const rank = {
      min: first + 1,
      max: last + 1,
      average: (first + last) / 2 + 1,
      dense: distinct,
    }[ties];
    for (let i = first; i <= last; i++) into[order[i] as number] = rank;
    first = last + 1;
  }
  return order.length;
}

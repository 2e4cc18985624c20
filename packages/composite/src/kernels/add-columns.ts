/**
 * Adds `slope * (x - origin)` of some columns to the sums of a stretch of units, each unit's terms in the order of the
 * columns. Four columns at a time, so that a sum is read and written once for four terms.
 *
 * @param columns - places of columns in `source`, of which those from `from` to before `to` are taken.
 * @param origins - and `slopes`: parallel to `columns`.
 * @param start - the first unit; its sum is the first of `sums`.
 */
export function addColumns(
  source: Float64Array,
  columns: Int32Array,
  origins: Float64Array,
  slopes: Float64Array,
  from: number,
  to: number,
  units: number,
  start: number,
  size: number,
  sums: Float64Array,
): void {
  let c = from;
  for (; c + 3 < to; c += 4) {
    const [at0, at1, at2, at3] = [
      (columns[c] as number) * units + start,
      (columns[c + 1] as number) * units + start,
      (columns[c + 2] as number) * units + start,
      (columns[c + 3] as number) * units + start,
    ];
    const [origin0, origin1] = [origins[c] as number, origins[c + 1] as number];
    const [origin2, origin3] = [origins[c + 2] as number, origins[c + 3] as number];
    const [slope0, slope1] = [slopes[c] as number, slopes[c + 1] as number];
    const [slope2, slope3] = [slopes[c + 2] as number, slopes[c + 3] as number];
    for (let i = 0; i < size; i++) {
      sums[i] =
        (sums[i] as number) +
        slope0 * ((source[at0 + i] as number) - origin0) +
        slope1 * ((source[at1 + i] as number) - origin1) +
        slope2 * ((source[at2 + i] as number) - origin2) +
        slope3 * ((source[at3 + i] as number) - origin3);
    }
  }
  for (; c < to; c++) {
    const at = (columns[c] as number) * units + start;
    const origin = origins[c] as number;
    const slope = slopes[c] as number;
    for (let i = 0; i < size; i++) {
      sums[i] = (sums[i] as number) + slope * ((source[at + i] as number) - origin);
    }
  }
}

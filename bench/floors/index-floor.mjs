/**
 * The least arithmetic that gives the scores and ranks of a two-level index with goalposts: plain loops over
 * typed arrays, weighted means over the values present, no names, no checks, nothing kept that is not needed.
 * What a library costs above this is what its generality costs.
 *
 * @param {Float64Array} values column by column, transformed; NaN is missing
 * @param {number} units
 * @param {{ origin: Float64Array, width: Float64Array, groupOf: Int32Array, groups: number }} design
 * @param {{ sums: Float64Array, counts: Float64Array, scores: Float64Array, ranks: Float64Array }} room
 */
export function floorIndex(
  values,
  units,
  { origin, width, groupOf, groups },
  { sums, counts, scores, ranks },
) {
  sums.fill(0);
  counts.fill(0);
  for (let column = 0; column < origin.length; column++) {
    const from = column * units;
    const group = groupOf[column] * units;
    const start = origin[column];
    const span = 99 / width[column];
    for (let unit = 0; unit < units; unit++) {
      const value = values[from + unit];
      if (Number.isNaN(value)) continue;
      let score = 1 + (value - start) * span;
      if (score < 1) score = 1;
      else if (score > 100) score = 100;
      sums[group + unit] += score;
      counts[group + unit] += 1;
    }
  }
  for (let unit = 0; unit < units; unit++) {
    let logs = 0;
    for (let group = 0; group < groups; group++) {
      logs += Math.log(sums[group * units + unit] / counts[group * units + unit]);
    }
    scores[unit] = Math.exp(logs / groups);
  }
  const sorted = Float64Array.from(scores).sort();
  for (let unit = 0; unit < units; unit++) {
    // Rank 1 is the highest: one more than the number of scores above.
    let low = 0;
    let high = units;
    const score = scores[unit];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (sorted[middle] <= score) low = middle + 1;
      else high = middle;
    }
    ranks[unit] = 1 + units - low;
  }
}

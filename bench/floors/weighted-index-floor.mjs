/**
 * The least arithmetic that gives the ranks of a two-level index with min-max normalization and weighted arithmetic
 * means: a pass for the ends of each column, a pass that scores and adds, a pass over the groups, a sort. Plain
 * loops over typed arrays; no missing values, no names, no checks.
 *
 * @param {Float64Array} values column by column
 * @param {number} units
 * @param {{ weights: Float64Array, groupOf: Int32Array, groupWeights: Float64Array }} design weights sum to 1 within a group, and over the groups
 * @param {{ groups: Float64Array, scores: Float64Array, ranks: Float64Array, order: Float64Array }} room
 */
export function weightedFloor(values, units, { weights, groupOf, groupWeights }, room) {
  const { groups, scores, ranks, order } = room;
  groups.fill(0);
  for (let k = 0; k < weights.length; k++) {
    const at = k * units;
    let least = Number.POSITIVE_INFINITY;
    let most = Number.NEGATIVE_INFINITY;
    for (let i = 0; i < units; i++) {
      const x = values[at + i];
      if (x < least) least = x;
      if (x > most) most = x;
    }
    const into = groupOf[k] * units;
    const width = most - least;
    const weight = weights[k];
    for (let i = 0; i < units; i++) {
      groups[into + i] += weight * (100 * ((values[at + i] - least) / width));
    }
  }
  scores.fill(0);
  for (let g = 0; g < groupWeights.length; g++) {
    const weight = groupWeights[g];
    for (let i = 0; i < units; i++) scores[i] += weight * groups[g * units + i];
  }
  // The place of a score among the sorted ones is its rank; ties share the best place.
  order.set(scores);
  order.sort();
  for (let i = 0; i < units; i++) {
    let low = 0;
    let high = units;
    const score = scores[i];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (order[middle] <= score) low = middle + 1;
      else high = middle;
    }
    ranks[i] = units - low + 1;
  }
}

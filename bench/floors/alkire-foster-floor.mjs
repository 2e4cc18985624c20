/**
 * Ten columns of deprivations (0 or 1) and weights: headcount, adjusted headcount and censored headcounts at every
 * cutoff, with one histogram over masks and nothing else: no checks, no missing values, no compensated sums.
 */
export function floorAlkireFoster(columns, weights, points) {
  const [a, b, c, d, e, f, g, h, i, j] = columns;
  const histogram = new Float64Array(1024);
  for (let row = 0; row < weights.length; row++) {
    const mask =
      a[row] |
      (b[row] << 1) |
      (c[row] << 2) |
      (d[row] << 3) |
      (e[row] << 4) |
      (f[row] << 5) |
      (g[row] << 6) |
      (h[row] << 7) |
      (i[row] << 8) |
      (j[row] << 9);
    histogram[mask] += weights[row];
  }
  const total = points.reduce((sum, point) => sum + point, 0);
  const byScore = new Float64Array(total + 1);
  const deprived = new Float64Array((total + 1) * 10);
  let population = 0;
  for (let mask = 0; mask < 1024; mask++) {
    let score = 0;
    for (let bit = 0; bit < 10; bit++) score += ((mask >> bit) & 1) * points[bit];
    byScore[score] += histogram[mask];
    population += histogram[mask];
    for (let bit = 0; bit < 10; bit++) {
      if ((mask >> bit) & 1) deprived[score * 10 + bit] += histogram[mask];
    }
  }
  const cutoffs = [];
  let [poor, scores] = [0, 0];
  const censored = new Float64Array(10);
  for (let k = total; k >= 1; k--) {
    poor += byScore[k];
    scores += k * byScore[k];
    for (let bit = 0; bit < 10; bit++) censored[bit] += deprived[k * 10 + bit];
    cutoffs[k] = {
      headcount: poor / population,
      adjustedHeadcount: scores / (total * population),
      censored: Array.from(censored, (weight) => weight / population),
    };
  }
  return cutoffs;
}

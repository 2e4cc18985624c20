const BLOCK = 4;

/**
 * The least arithmetic of a Monte Carlo analysis with one mean throughout: a product of the weights of four replications
 * with the scores of two units at a time, and ranks by sorting positions. Nothing is drawn, nothing is summed up.
 *
 * @param {Float64Array} matrix units x leaves
 * @param {number} units
 * @param {number} leaves
 * @param {number} replications
 */
export function floorMonteCarlo(matrix, units, leaves, replications) {
  const weights = Float64Array.from({ length: leaves * BLOCK }, (_, i) => (1 + (i % 7)) / leaves);
  const scores = new Float64Array(units * BLOCK);
  const ranks = new Float64Array(units);
  const order = new Int32Array(units);
  const spare = new Int32Array(units);
  return () => {
    for (let r = 0; r < replications; r += BLOCK) {
      weights[r % weights.length] += 1e-9;
      multiply(matrix, weights, units, leaves, scores);
      for (let k = 0; k < BLOCK; k++) rank(scores, k * units, units, order, spare, ranks);
    }
    return ranks;
  };
}

function multiply(matrix, weights, units, leaves, scores) {
  for (let unit = 0; unit + 1 < units + 1; unit += 2) {
    const row = unit * leaves;
    const next = unit + 1 < units ? row + leaves : row;
    let a0 = 0,
      a1 = 0,
      a2 = 0,
      a3 = 0,
      b0 = 0,
      b1 = 0,
      b2 = 0,
      b3 = 0;
    for (let l = 0; l < leaves; l++) {
      const x = matrix[row + l];
      const y = matrix[next + l];
      const at = l * BLOCK;
      a0 += weights[at] * x;
      a1 += weights[at + 1] * x;
      a2 += weights[at + 2] * x;
      a3 += weights[at + 3] * x;
      b0 += weights[at] * y;
      b1 += weights[at + 1] * y;
      b2 += weights[at + 2] * y;
      b3 += weights[at + 3] * y;
    }
    scores[unit] = a0;
    scores[units + unit] = a1;
    scores[2 * units + unit] = a2;
    scores[3 * units + unit] = a3;
    if (unit + 1 < units) {
      scores[unit + 1] = b0;
      scores[units + unit + 1] = b1;
      scores[2 * units + unit + 1] = b2;
      scores[3 * units + unit + 1] = b3;
    }
  }
}

/** Bottom-up merge sort of positions, highest first. */
function rank(scores, from, units, order, spare, ranks) {
  for (let i = 0; i < units; i++) order[i] = i;
  let source = order;
  let target = spare;
  for (let width = 1; width < units; width *= 2) {
    for (let start = 0; start < units; start += 2 * width) {
      const middle = Math.min(start + width, units);
      const end = Math.min(start + 2 * width, units);
      let left = start;
      let right = middle;
      for (let k = start; k < end; k++) {
        const takeLeft =
          right >= end ||
          (left < middle && scores[from + source[left]] >= scores[from + source[right]]);
        target[k] = source[takeLeft ? left++ : right++];
      }
    }
    [source, target] = [target, source];
  }
  for (let k = 0; k < units; k++) ranks[source[k]] = k + 1;
}

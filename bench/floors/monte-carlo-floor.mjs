const BLOCK = 4;

/**
 * The least arithmetic of a Monte Carlo analysis: weights drawn around 1 at two levels, scores of all units, their ranks.
 * Plain loops over typed arrays with the cheapest of random numbers; no missing values, no ties, no summaries.
 *
 * `blocked`: one mean throughout. The weights of both levels collapse to one vector, the scores of two units and four
 * replications at a time are a product, and geometric means one of logarithms.
 * `staged`: arithmetic means within the pillars, their geometric mean across, so that logarithms and exponentials are
 * taken in every replication.
 *
 * @param {Float64Array} columns scores of the leaves, leaf by leaf
 * @param {number} units
 * @param {number} leaves leaf k belongs to pillar k % pillars
 * @param {number} pillars
 * @param {number} replications
 */
export function floorMonteCarlo(columns, units, leaves, pillars, replications) {
  const byUnit = Float64Array.from(
    { length: units * leaves },
    (_, i) => columns[(i % leaves) * units + Math.floor(i / leaves)],
  );
  const room = {
    matrices: [byUnit, byUnit.map(Math.log)],
    weights: new Float64Array(leaves * BLOCK),
    pillarWeights: new Float64Array(pillars * BLOCK),
    drawn: new Float64Array(leaves + pillars),
    scores: new Float64Array(units * BLOCK),
    ranks: new Float64Array(units),
    order: new Int32Array(units),
    spare: new Int32Array(units),
  };
  const draw = cheapNumbers();
  return {
    blocked: () => {
      for (let r = 0; r < replications; r += BLOCK) {
        const isGeometric = r >= replications / 2;
        for (let k = 0; k < BLOCK; k++) collapse(draw, room, leaves, pillars, k);
        multiply(room.matrices[isGeometric ? 1 : 0], room.weights, units, leaves, room.scores);
        if (isGeometric)
          for (let i = 0; i < room.scores.length; i++) room.scores[i] = Math.exp(room.scores[i]);
        for (let k = 0; k < BLOCK; k++) rank(room, k * units, units);
      }
      return room.ranks;
    },
    staged: () => {
      for (let r = 0; r < replications; r++) {
        collapse(draw, room, leaves, pillars, 0);
        stage(byUnit, room, units, leaves, pillars);
        rank(room, 0, units);
      }
      return room.ranks;
    },
  };
}

/** Numbers between 0 and 1 by a linear congruence: not to be used for anything. */
function cheapNumbers() {
  let state = 1;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) | 0;
    return (state >>> 0) / 4294967296;
  };
}

/** Draws the weights of a replication; those of a leaf times that of its pillar sum to 1. */
function collapse(draw, { drawn, weights, pillarWeights }, leaves, pillars, place) {
  let top = 0;
  for (let p = 0; p < pillars; p++) {
    drawn[leaves + p] = 0.75 + 0.5 * draw();
    top += drawn[leaves + p];
  }
  for (let l = 0; l < leaves; l++) drawn[l] = 0.75 + 0.5 * draw();
  for (let p = 0; p < pillars; p++) {
    let mass = 0;
    for (let l = p; l < leaves; l += pillars) mass += drawn[l];
    const share = drawn[leaves + p] / top;
    pillarWeights[p] = share;
    for (let l = p; l < leaves; l += pillars)
      weights[l * BLOCK + place] = (share * drawn[l]) / mass;
  }
}

function multiply(matrix, weights, units, leaves, scores) {
  for (let unit = 0; unit < units; unit += 2) {
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

/** Arithmetic means within the pillars, the geometric mean of these. */
function stage(matrix, { weights, pillarWeights, scores }, units, leaves, pillars) {
  for (let unit = 0; unit < units; unit++) {
    let logs = 0;
    for (let p = 0; p < pillars; p++) {
      let sum = 0;
      for (let l = p; l < leaves; l += pillars)
        sum += weights[l * BLOCK] * matrix[unit * leaves + l];
      logs += pillarWeights[p] * Math.log(sum / pillarWeights[p]);
    }
    scores[unit] = Math.exp(logs);
  }
}

/** Bottom-up merge sort of positions, highest first. */
function rank({ scores, order, spare, ranks }, from, units) {
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

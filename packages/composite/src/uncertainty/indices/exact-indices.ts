import { require, requireFinite } from "./check-numbers.js";
import { shapleyOf } from "./shapley.js";

/** The output for each combination of the levels of discrete factors. */
export interface FactorialTable {
  /** How many levels each factor has. */
  readonly levels: readonly number[];
  /** Outputs, the levels of the last factor changing fastest. */
  readonly output: ArrayLike<number>;
  /** The joint probabilities of the combinations, relative; equal if left out. They need not be independent. */
  readonly probability?: ArrayLike<number>;
}

/** Exact indices of a finite space: see {@link exactIndices}. */
export interface ExactIndices {
  readonly mean: number;
  readonly variance: number;
  /** Var(E[Y|X_i]) / V. */
  readonly first: readonly number[];
  /** E[Var(Y|X_-i)] / V. */
  readonly total: readonly number[];
  /** Var(E[Y|X_i, X_j]) / V less the first-order ones: interaction, where the factors are independent. */
  readonly second: readonly (readonly number[])[];
  /** Shapley effects: never negative, sum to 1, also for dependent factors (Owen, 2014). */
  readonly shapley: readonly number[];
  /** The share of the variance that a group of factors explains: Var(E[Y|X_u]) / V. */
  closed(group: readonly number[]): number;
}

const MOST_FACTORS = 16;

/**
 * First-order, second-order and total indices and Shapley effects of discrete factors, by summing over all
 * combinations. Indices are 0 if nothing varies. Source: Sobol' (1993); Homma and Saltelli (1996); Owen (2014).
 *
 * @throws VitalError `composite/analysis-invalid`.
 *
 * @example
 * ```ts
 * import { exactIndices } from "@vitalcore/composite/sensitivity";
 * const { first, total, shapley } = exactIndices({ levels: [2, 2], output: [1, -1, -1, 1] });
 * first; // => [0, 0]
 * total; // => [1, 1]
 * shapley; // => [0.5, 0.5]
 * ```
 */
export function exactIndices(table: FactorialTable): ExactIndices {
  const { levels, output } = table;
  const cells = levels.reduce((product, level) => product * level, 1);
  const factors = levels.length;
  require(factors >= 1 &&
    factors <= MOST_FACTORS, "The number of factors", factors, `1 to ${MOST_FACTORS}`);
  require(output.length === cells, "The number of outputs", output.length, `${cells}`);
  requireFinite("The output", output);
  const weights = weightsOf(table, cells);
  let mean = 0;
  for (let i = 0; i < cells; i++) mean += (weights[i] as number) * (output[i] as number);
  let variance = 0;
  for (let i = 0; i < cells; i++) {
    variance += (weights[i] as number) * ((output[i] as number) - mean) ** 2;
  }
  const explained = explainer(levels, output, weights, mean);
  const share = (set: number) => (variance === 0 ? 0 : explained(set) / variance);
  const all = 2 ** factors - 1;
  const places = levels.map((_, i) => i);
  const first = places.map((i) => share(1 << i));
  return {
    mean,
    variance,
    first,
    total: places.map((i) => (variance === 0 ? 0 : 1 - share(all - (1 << i)))),
    second: places.map((i) =>
      places.map((j) =>
        i === j ? 0 : share((1 << i) | (1 << j)) - (first[i] as number) - (first[j] as number),
      ),
    ),
    shapley: shapleyOf(factors, share),
    closed: (group) => share(group.reduce((set, i) => set | (1 << i), 0)),
  };
}

function weightsOf({ probability }: FactorialTable, cells: number): Float64Array {
  if (probability === undefined) return new Float64Array(cells).fill(1 / cells);
  require(probability.length ===
    cells, "The number of probabilities", probability.length, `${cells}`);
  const weights = Float64Array.from(probability);
  let total = 0;
  weights.forEach((weight, i) => {
    require(weight >= 0 && Number.isFinite(weight), `Probability ${i + 1}`, weight, "0 or more");
    total += weight;
  });
  require(total > 0, "The sum of the probabilities", total, "more than 0");
  return weights.map((weight) => weight / total);
}

/** Var(E[Y|X_u]) for sets of factors given as bits, each computed once. */
function explainer(
  levels: readonly number[],
  output: ArrayLike<number>,
  weights: Float64Array,
  mean: number,
): (set: number) => number {
  const known = new Map<number, number>([[0, 0]]);
  return (set) => {
    const found = known.get(set);
    if (found !== undefined) return found;
    const steps = levels.map(() => 0);
    let size = 1;
    for (let f = levels.length - 1; f >= 0; f--) {
      if ((set & (1 << f)) === 0) continue;
      steps[f] = size;
      size *= levels[f] as number;
    }
    const sums = new Float64Array(size);
    const masses = new Float64Array(size);
    for (let cell = 0; cell < output.length; cell++) {
      let rest = cell;
      let at = 0;
      for (let f = levels.length - 1; f >= 0; f--) {
        const level = levels[f] as number;
        at += (steps[f] as number) * (rest % level);
        rest = Math.floor(rest / level);
      }
      const weight = weights[cell] as number;
      sums[at] = (sums[at] as number) + weight * ((output[cell] as number) - mean);
      masses[at] = (masses[at] as number) + weight;
    }
    let value = 0;
    for (let i = 0; i < size; i++) {
      const mass = masses[i] as number;
      if (mass > 0) value += (sums[i] as number) ** 2 / mass;
    }
    known.set(set, value);
    return value;
  };
}

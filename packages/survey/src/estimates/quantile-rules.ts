import type { Choices } from "../design/choices.js";

/** Rules by which a quantile is read off the weighted distribution; hf1-hf9 follow Hyndman and Fan. */
export type QuantileRule =
  | "hf1"
  | "hf2"
  | "hf3"
  | "hf4"
  | "hf5"
  | "hf6"
  | "hf7"
  | "hf8"
  | "hf9"
  /** The same as hf1: the inverse of the distribution function. */
  | "math"
  /** The same as hf2: the school rule, the mean of two values at a jump. */
  | "school";

/** All rules, to be checked against. */
export const QUANTILE_RULES: Choices<QuantileRule> = {
  hf1: true,
  hf2: true,
  hf3: true,
  hf4: true,
  hf5: true,
  hf6: true,
  hf7: true,
  hf8: true,
  hf9: true,
  math: true,
  school: true,
};

/** Values in order with their weights: what quantiles are read off. */
export interface WeightedDistribution {
  readonly values: Float64Array;
  readonly weights: Float64Array;
  /** Cumulative weights, compensated. */
  readonly cumulative: Float64Array;
  readonly total: number;
  /** No weight is negative. */
  readonly ascending: boolean;
}

/** Sorts the values with a weight other than zero (linear calibration can make a weight negative). */
export function weightedDistribution(
  values: Float64Array,
  weights: Float64Array,
  inside: (row: number) => boolean,
): WeightedDistribution {
  const rows: number[] = [];
  for (let row = 0; row < values.length; row++)
    if (weights[row] !== 0 && inside(row)) rows.push(row);
  const order = Int32Array.from(rows).sort((a, b) => values[a]! - values[b]! || a - b);
  const cumulative = new Float64Array(order.length);
  let sum = 0;
  let lost = 0;
  order.forEach((row, k) => {
    const x = weights[row]!;
    const next = sum + x;
    lost += Math.abs(sum) >= Math.abs(x) ? sum - next + x : x - next + sum;
    sum = next;
    cumulative[k] = sum + lost;
  });
  return {
    values: Float64Array.from(order, (row) => values[row]!),
    weights: Float64Array.from(order, (row) => weights[row]!),
    cumulative,
    total: cumulative.length > 0 ? cumulative[cumulative.length - 1]! : 0,
    ascending: order.every((row) => weights[row]! > 0),
  };
}

/** One past the last position at which the cumulative weight is at most a target. */
function firstAbove(cumulative: Float64Array, target: number, ascending: boolean): number {
  if (!ascending) {
    let last = cumulative.length;
    while (last > 0 && cumulative[last - 1]! > target) last -= 1;
    return last;
  }
  let low = 0;
  let high = cumulative.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (cumulative[middle]! <= target) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Value and place of a step rule: the last point with C <= pW, the next one, and what lies between. */
function place({ cumulative, total, values, ascending }: WeightedDistribution, p: number) {
  const at = Math.max(0, firstAbove(cumulative, p * total, ascending) - 1);
  const next = Math.min(at + 1, values.length - 1);
  return {
    at,
    next,
    below: p - cumulative[at]! / total,
    above: cumulative[next]! / total - p,
  };
}

function mergeTies({ values, weights, ...rest }: WeightedDistribution): WeightedDistribution {
  const distinct: number[] = [];
  const merged: number[] = [];
  const cumulative: number[] = [];
  values.forEach((value, k) => {
    if (k > 0 && value === values[k - 1]) {
      merged[merged.length - 1]! += weights[k]!;
      cumulative[cumulative.length - 1] = rest.cumulative[k]!;
    } else {
      distinct.push(value);
      merged.push(weights[k]!);
      cumulative.push(rest.cumulative[k]!);
    }
  });
  return {
    values: Float64Array.from(distinct),
    weights: Float64Array.from(merged),
    cumulative: Float64Array.from(cumulative),
    total: rest.total,
    ascending: rest.ascending,
  };
}

/** Share at which each point stands, for the rules that interpolate between points. */
function knot(rule: QuantileRule, distribution: WeightedDistribution, k: number): number {
  const { cumulative, weights, total } = distribution;
  const n = cumulative.length;
  const largest = weights[n - 1]!;
  const before = k > 0 ? cumulative[k - 1]! : 0;
  const through = cumulative[k]!;
  switch (rule) {
    case "hf5":
      return (through - weights[k]! / 2) / total;
    case "hf6":
      return through / (total + largest);
    case "hf7":
      return before / cumulative[n - 2]!;
    case "hf8":
      return (before / 3 + (2 * through) / 3) / (total + largest / 3);
    default:
      return ((3 * before) / 8 + (5 * through) / 8) / (total + largest / 4);
  }
}

function interpolated(rule: QuantileRule, distribution: WeightedDistribution, p: number): number {
  const { values } = distribution;
  const last = values.length - 1;
  if (last === 0 || p <= knot(rule, distribution, 0)) return values[0]!;
  if (p >= knot(rule, distribution, last)) return values[last]!;
  let low = 0;
  let high = last;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (knot(rule, distribution, middle) <= p) low = middle;
    else high = middle;
  }
  const from = knot(rule, distribution, low);
  const to = knot(rule, distribution, high);
  const share = to > from ? (p - from) / (to - from) : 0;
  return values[low]! + share * (values[high]! - values[low]!);
}

/**
 * The quantile of a weighted distribution by a rule; NaN for p outside 0 to 1 or without values.
 * Source: Hyndman and Fan (1996), The American Statistician 50; their weighted forms as in R's survey
 * 4.5 (vignette "Quantile rules").
 */
export function quantileOfDistribution(
  distribution: WeightedDistribution,
  p: number,
  rule: QuantileRule,
): number {
  if (!(p >= 0 && p <= 1) || distribution.values.length === 0) return Number.NaN;
  switch (rule) {
    case "hf1":
    case "math": {
      const { at, next, below } = place(distribution, p);
      return distribution.values[below <= 0 ? at : next]!;
    }
    case "hf2":
    case "school": {
      const { at, next, below } = place(distribution, p);
      const { values } = distribution;
      return below <= 0 ? (values[at]! + values[next]!) / 2 : values[next]!;
    }
    case "hf3": {
      const merged = mergeTies(distribution);
      const { at, next, below } = place(merged, p);
      return merged.values[below <= 0 && (at + 1) % 2 === 0 ? at : next]!;
    }
    case "hf4": {
      const { at, next, below, above } = place(distribution, p);
      const { values } = distribution;
      if (at === next) return values[at]!;
      const share = below / (below + above);
      return (1 - share) * values[at]! + share * values[next]!;
    }
    default:
      return interpolated(rule, distribution, p);
  }
}

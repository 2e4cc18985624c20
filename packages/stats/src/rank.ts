import { VitalError } from "@vitalcore/core";
import { find } from "./catalog.js";
import { requireOption, toFloats } from "./check-input.js";
import { type SortWorkspace, sortOrder, sortWorkspace } from "./sort-order.js";

/**
 * The rank that equal values get: the mean, smallest or largest of the ranks they occupy; in order of
 * appearance (`first`) or reversed (`last`); or without gaps after ties (`dense`: 1, 2, 2, 3).
 */
export type TieRule = "average" | "min" | "max" | "first" | "last" | "dense";

const TIE_RULES = ["average", "min", "max", "first", "last", "dense"] as const;

/** How to rank. */
export interface RankOptions {
  /** What equal values get; `average` if left out. */
  readonly ties?: TieRule;
  /** Whether rank 1 is the smallest (`ascending`, if left out) or the largest value. */
  readonly order?: "ascending" | "descending";
}

/** Ranks the tied values at `start..end` of the sort order. */
function rankTies(
  order: Int32Array,
  out: Float64Array,
  start: number,
  end: number,
  ties: TieRule,
  group: number,
): void {
  for (let k = start; k < end; k++) {
    let rank = start + 1;
    if (ties === "average") rank = (start + 1 + end) / 2;
    else if (ties === "max") rank = end;
    else if (ties === "dense") rank = group;
    else if (ties === "first") rank = k + 1;
    else if (ties === "last") rank = end - (k - start);
    out[order[k] as number] = rank;
  }
}

/** In a descending ranking, read from the top: smallest and largest, first and last change places. */
const MIRRORED: Readonly<Record<TieRule, TieRule>> = {
  average: "average",
  min: "max",
  max: "min",
  first: "last",
  last: "first",
  dense: "dense",
};

/**
 * Ranks into a given array. The kernel behind {@link ranks}: checks nothing and, given a workspace,
 * allocates no memory.
 *
 * @param values - numbers, NaN where missing.
 * @param out - receives the ranks, NaN where missing.
 * @param ties - what equal values get.
 * @param descending - whether rank 1 is the largest.
 * @param workspace - from `sortWorkspace`, for at least as many values.
 *
 * @example
 * ```ts
 * import { rankInto } from "@vitalcore/stats";
 * [...rankInto(Float64Array.of(2, 7, 2), new Float64Array(3), "min", true)]; // => [2, 1, 2]
 * ```
 */
export function rankInto(
  values: Float64Array,
  out: Float64Array,
  ties: TieRule = "average",
  descending = false,
  workspace: SortWorkspace = sortWorkspace(values.length),
): Float64Array {
  const { order } = workspace;
  const count = sortOrder(values, workspace);
  if (count < values.length) out.fill(Number.NaN);
  const rule = descending ? MIRRORED[ties] : ties;
  let groups = 0;
  for (let start = 0; start < count; ) {
    const value = values[order[start] as number] as number;
    let end = start + 1;
    while (end < count && values[order[end] as number] === value) end++;
    groups++;
    if (end === start + 1) out[order[start] as number] = rule === "dense" ? groups : end;
    else rankTies(order, out, start, end, rule, groups);
    start = end;
  }
  if (descending) {
    const mirror = (ties === "dense" ? groups : count) + 1;
    for (let i = 0; i < values.length; i++) out[i] = mirror - (out[i] as number);
  }
  return out;
}

/**
 * The ranks, from 1. A missing value (NaN) has a missing rank and is not counted.
 * O(n log n) for short lists (merge sort), O(n) for long ones (radix sort).
 *
 * @param values - numbers, NaN where missing.
 * @param options - see {@link RankOptions}.
 * @returns as many ranks; with ties by average, halves occur.
 * @throws VitalError `stats/unknown-option`, `stats/infinite-value`.
 *
 * @example
 * ```ts
 * import { ranks } from "@vitalcore/stats";
 * [...ranks([10, 30, 10, 20])]; // => [1.5, 4, 1.5, 3]
 * [...ranks([10, 30, 10, 20], { ties: "min", order: "descending" })]; // => [3, 1, 3, 2]
 * ```
 */
export function ranks(values: ArrayLike<number>, options: RankOptions = {}): Float64Array {
  const { ties = "average", order = "ascending" } = options;
  requireOption("rule for ties", TIE_RULES, ties);
  requireOption("order of ranks", ["ascending", "descending"], order);
  const floats = toFloats(values);
  refuseInfinity(floats);
  return rankInto(floats, new Float64Array(floats.length), ties, order === "descending");
}

function refuseInfinity(floats: Float64Array): void {
  const isInfinite = (x: number) => x === Infinity || x === -Infinity;
  const first = floats.findIndex(isInfinite);
  if (first < 0) return;
  const count = floats.reduce((n, x) => n + Number(isInfinite(x)), 0);
  const facts = { argument: "values", count, position: first + 1, length: floats.length };
  throw new VitalError([find("stats/infinite-value", { found: floats[first], facts })]);
}

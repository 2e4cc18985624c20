import { type SortWorkspace, sortWorkspace } from "@vitalcore/stats";

import type { AggregateMethod, NormalizeMethod } from "../methodology.js";

/** How a group is aggregated, by its name in the methodology. */
export type MeanName = AggregateMethod;

/**
 * An aggregation of your own: one score of the scores of a group's children.
 *
 * @param scores - of the children present, in the order of their ids. The array is used again: copy what you keep.
 * @param weights - parallel to them, as given.
 * @returns the score; NaN is missing.
 */
export type CustomMean = (scores: Float64Array, weights: Float64Array) => number;

/**
 * A normalization of your own.
 *
 * @param values - of all units, transformed, or their distances from the target; NaN is missing. The array is used
 *   again: copy what you keep.
 * @param isMoreBetter - whether larger values are better.
 * @returns scores, more being better; what is missing stays missing.
 */
export type CustomScores = (values: Float64Array, isMoreBetter: boolean) => ArrayLike<number>;

/**
 * How the column of an indicator is normalized, in numbers. With t the transformed value (its distance
 * from the target where there is one), the score is `low + span * (t - origin) / width`; a percentile rank
 * takes the place of the quotient where `method` says so.
 */
export interface LeafPlan {
  readonly method: NormalizeMethod;
  readonly transform: "none" | "ln" | "ln1p";
  /** The best value, transformed, for indicators that are worse on both sides of it; else NaN. */
  readonly target: number;
  /** Whether a larger t is better. */
  readonly ascending: boolean;
  /** The t of the worst goalpost; NaN where it is fitted to the units. */
  readonly origin: number;
  /** The t of the best goalpost less that of the worst; NaN where it is fitted to the units. */
  readonly width: number;
  readonly low: number;
  readonly span: number;
  readonly clamp: boolean;
  readonly ties: "min" | "average" | "max";
  /** The t of the target, for `distance-to-target`. */
  readonly best?: number;
  /** Position of the reference unit, for `distance-to-reference`. */
  readonly reference?: number;
  /** For `above-mean`. */
  readonly band?: number;
  /** Percentiles or values, rising. */
  readonly edges?: Float64Array;
  /** Scores of the classes. */
  readonly classes?: Float64Array;
  readonly custom?: CustomScores;
}

/** Passes scores on as they are. */
export const PASS: LeafPlan = {
  method: "none",
  transform: "none",
  target: Number.NaN,
  ascending: true,
  origin: 0,
  width: 1,
  low: 0,
  span: 1,
  clamp: false,
  ties: "min",
};

/** How a group is made of its children: a stretch of the plan's `children` and `weights`. */
export interface GroupPlan {
  readonly method: MeanName;
  /** How many children must have a score, at least 1. */
  readonly needed: number;
  readonly from: number;
  /** One past the last child. */
  readonly to: number;
  /** What the method needs to know: see the options of the same names. */
  readonly exponent?: number;
  readonly alpha?: number;
  readonly beta?: number;
  /** -1 for a penalty, 1 for a premium on imbalance. */
  readonly penalty?: number;
  /** Whether variances are divided by n - 1. */
  readonly isSample?: boolean;
  readonly order?: Float64Array;
  /** Least and largest share of a child, of `benefit-of-the-doubt`. */
  readonly shares?: readonly [least: number, largest: number];
  readonly custom?: CustomMean;
}

/**
 * A methodology made ready to run many times: numbers only, independent of the data. Columns of scores
 * are the leaves in their order, then the groups in theirs, in which children come before their parent, so
 * that the last column is the index.
 */
export interface Plan {
  readonly leaves: readonly LeafPlan[];
  readonly groups: readonly GroupPlan[];
  /** Columns of the children, group after group. */
  readonly children: Int32Array;
  /** Weights, parallel to `children`; relative within a group. */
  readonly weights: Float64Array;
  readonly ties: "min" | "max" | "average" | "dense";
  /** Decimals to which scores are rounded before they are ranked; -1 for none. */
  readonly digits: number;
}

/** What a run of a plan writes: made once, used for every run over the same number of units. */
export interface Workspace {
  readonly units: number;
  /** Scores, column by column as in the plan; NaN is missing. */
  readonly scores: Float64Array;
  /** `origin` and `width` of each leaf, as fitted to the units where they are not fixed. */
  readonly fitted: Float64Array;
  /** For each group, units with a child score of zero or less that enters a geometric or harmonic mean. */
  readonly nonpositive: Int32Array;
  /** Rank of each unit on the index; NaN without a score. */
  readonly ranks: Float64Array;
  /** The scores column by column: views, made once. */
  readonly columns: readonly Float64Array[];
  /** Room for one column. */
  readonly spare: Float64Array;
  readonly sort: SortWorkspace;
  /** Room for the children of one unit: scores, weights, and a sorted copy. */
  readonly family: Family;
  /** Room for the sums of a block of units. */
  readonly block: Block;
  /** Room for the columns of an index that is a sum of lines. */
  readonly lines: Lines;
}

/** What each column adds to an index that is linear in its scores. */
export interface Lines {
  /** Share in the index by column, as its weights and those above it make it. */
  readonly shares: Float64Array;
  /** By leaf: what it adds is `slope * (x - origin)`, x being its raw value where `areRaw`, and else its score. */
  readonly origins: Float64Array;
  readonly slopes: Float64Array;
  readonly areRaw: Uint8Array;
  /** The columns of the leaves, in order. */
  readonly columns: Int32Array;
  /** Sums by unit, and the units that have gaps. */
  readonly sums: Float64Array;
  readonly gaps: Int32Array;
}

/** Sums, masses and counts of a block of units. */
export interface Block {
  readonly sums: Float64Array;
  readonly masses: Float64Array;
  readonly counts: Int32Array;
  /** A zero for each child of the plan. */
  readonly zeros: Float64Array;
}

/** Units in a block. */
export const BLOCK = 512;

/** The children of a group that one unit has a score for. */
export interface Family {
  readonly scores: Float64Array;
  readonly weights: Float64Array;
  readonly sorted: Float64Array;
}

/**
 * Makes the workspace of a plan for a number of units.
 *
 * @example
 * ```ts
 * import { createWorkspace, type Plan, runPlan } from "@vitalcore/composite/kernels";
 * const leaf = {
 *   method: "goalposts", transform: "none", target: Number.NaN, ascending: true, origin: 0, width: 10,
 *   low: 0, span: 100, clamp: true, ties: "min",
 * } as const;
 * const plan: Plan = {
 *   leaves: [leaf, leaf],
 *   groups: [{ method: "arithmetic", needed: 1, from: 0, to: 2 }],
 *   children: Int32Array.of(0, 1),
 *   weights: Float64Array.of(1, 3),
 *   ties: "min",
 *   digits: -1,
 * };
 * const workspace = createWorkspace(plan, 2);
 * runPlan(plan, Float64Array.of(5, 8, 9, Number.NaN), workspace);
 * [...(workspace.columns[2] ?? [])]; // => [80, 80]
 * [...workspace.ranks]; // => [1, 1]
 * ```
 */
export function createWorkspace(plan: Plan, units: number): Workspace {
  const width = plan.leaves.length + plan.groups.length;
  const scores = new Float64Array(width * units);
  return {
    units,
    scores,
    fitted: new Float64Array(2 * plan.leaves.length),
    nonpositive: new Int32Array(plan.groups.length),
    ranks: new Float64Array(units),
    columns: Array.from({ length: width }, (_, i) => scores.subarray(i * units, (i + 1) * units)),
    spare: new Float64Array(units),
    sort: sortWorkspace(units),
    family: familyOf(plan),
    block: {
      sums: new Float64Array(BLOCK),
      masses: new Float64Array(BLOCK),
      counts: new Int32Array(BLOCK),
      zeros: new Float64Array(plan.children.length),
    },
    lines: linesOf(plan.leaves.length, width, units),
  };
}

function linesOf(leaves: number, width: number, units: number): Lines {
  return {
    shares: new Float64Array(width),
    origins: new Float64Array(leaves),
    slopes: new Float64Array(leaves),
    areRaw: new Uint8Array(leaves),
    columns: Int32Array.from({ length: leaves }, (_, i) => i),
    sums: new Float64Array(units),
    gaps: new Int32Array(units),
  };
}

function familyOf({ groups }: Plan): Family {
  const most = groups.reduce((size, { from, to }) => Math.max(size, to - from), 0);
  return {
    scores: new Float64Array(most),
    weights: new Float64Array(most),
    sorted: new Float64Array(most),
  };
}

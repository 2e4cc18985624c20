import { type RunOptions, randomStream } from "@vitalcore/core";
import { quantileOfSorted } from "@vitalcore/stats";
import { type FactorGroup, namesOf } from "./factor-groups.js";
import { require } from "./indices/check-numbers.js";
import { shapleyOf } from "./indices/shapley.js";
import {
  estimate,
  estimatePairs,
  type SobolEstimator,
  type SobolIndices,
  type SobolOutputs,
} from "./indices/sobol-estimators.js";
import type { Output } from "./outputs.js";
import { runMixtures } from "./pick-freeze.js";
import type { IndexEstimate, SensitivityResult } from "./sensitivity-result.js";
import type { Model } from "./simulate.js";

/** What is found out about an output. */
export type FoundIndices = Pick<
  SensitivityResult,
  "runs" | "mean" | "variance" | "sensitivities" | "second"
>;

/** A design of drawn scenarios. */
export interface SampledDesign {
  readonly method: "monte-carlo" | "sobol";
  /** Rows of each sample. */
  readonly runs: number;
}

/** What is estimated beside first-order and total indices. */
export interface SampledOptions {
  readonly estimator?: SobolEstimator;
  readonly second?: boolean;
  readonly shapley?: boolean;
  readonly bootstrap?: number;
}

/** Indices of a set of rows. */
interface Estimates extends SobolIndices {
  readonly shapley: readonly number[] | undefined;
  readonly second: readonly (readonly number[])[] | undefined;
}

/** Estimates indices from two samples and their mixtures. */
export async function sampledIndices(
  model: Model,
  groups: readonly FactorGroup[],
  design: SampledDesign,
  seed: number,
  output: Output,
  options: SampledOptions,
  run: RunOptions,
): Promise<FoundIndices> {
  const { estimator = "jansen", second = false, shapley = false, bootstrap = 200 } = options;
  const rows = design.runs;
  const masks = masksOf(groups.length, second, shapley);
  const values = masks.map(() => new Float64Array(rows));
  await runMixtures(
    model,
    groups,
    { method: design.method, rows, seed },
    masks,
    (place, row, scores, ranks) => {
      (values[place] as Float64Array)[row] = output(scores, ranks);
    },
    run,
  );
  const of = (mask: number) => values[masks.indexOf(mask)] as Float64Array;
  const all = 2 ** groups.length - 1;
  const outputs: SobolOutputs = {
    a: of(0),
    b: of(all),
    ab: groups.map((_, i) => of(1 << i)),
    ...(second && { ba: groups.map((_, i) => of(all - (1 << i))) }),
  };
  const estimates = (at: Int32Array): Estimates => ({
    ...estimate(outputs, estimator, at),
    shapley: shapley ? shapleyEffects(groups.length, of, at) : undefined,
    second: second ? estimatePairs(outputs, at) : undefined,
  });
  // A row in which the unit asked for has no score somewhere says nothing.
  const whole = Int32Array.from({ length: rows }, (_, i) => i).filter((i) =>
    values.every((column) => !Number.isNaN(column[i] as number)),
  );
  require(whole.length >=
    2, "The number of rows in which the output is known", whole.length, "2 or more");
  const found = estimates(whole);
  const copies = bootstrapped(estimates, whole, bootstrap, seed);
  const part = (pick: (from: Estimates) => number): IndexEstimate => ({
    value: pick(found),
    interval: intervalOf(copies.map(pick)),
  });
  const [mean, variance] = momentsOf(outputs, whole);
  return {
    runs: rows * masks.length,
    mean,
    variance,
    sensitivities: groups.map(({ id, members }, i) => ({
      factor: id,
      members: namesOf(model, members),
      first: part(({ first }) => first[i] as number),
      total: part(({ total }) => total[i] as number),
      shapley: shapley ? part((from) => from.shapley?.[i] as number) : null,
    })),
    second: second
      ? groups.map((_, i) => groups.map((__, j) => part((from) => from.second?.[i]?.[j] as number)))
      : null,
  };
}

/** Groups of which all subsets are run. */
const MOST_FOR_SHAPLEY = 8;

/** A, B, A with each group from B; and B with each from A, or all subsets, where they are wanted. */
function masksOf(groups: number, second: boolean, shapley: boolean): readonly number[] {
  require(groups <= 30, "The number of factors or groups", groups, "30 or less: name groups");
  const all = 2 ** groups - 1;
  if (shapley) {
    const wanted = `${MOST_FOR_SHAPLEY} or less for Shapley effects of drawn scenarios: name groups`;
    require(groups <= MOST_FOR_SHAPLEY, "The number of factors or groups", groups, wanted);
    return Array.from({ length: all + 1 }, (_, mask) => mask);
  }
  const each = Array.from({ length: groups }, (_, i) => 1 << i);
  const masks = [0, all, ...each, ...(second ? each.map((bit) => all - bit) : [])];
  return [...new Set(masks)];
}

/**
 * Shapley effects from the variance that a set of groups has a part in, estimated as half the mean square of what
 * drawing them anew changes: they are the same as from the variance that it explains (Song, Nelson and Staum, 2016).
 */
function shapleyEffects(
  groups: number,
  of: (mask: number) => Float64Array,
  rows: Int32Array,
): readonly number[] {
  const a = of(0);
  const cost = (mask: number): number => {
    const other = of(mask);
    let sum = 0;
    for (const i of rows) sum += ((a[i] as number) - (other[i] as number)) ** 2;
    return sum;
  };
  const total = cost(2 ** groups - 1);
  return shapleyOf(groups, (mask) => (total === 0 ? 0 : cost(mask) / total));
}

function momentsOf({ a, b }: SobolOutputs, rows: Int32Array): readonly [number, number] {
  let sum = 0;
  for (const i of rows) sum += (a[i] as number) + (b[i] as number);
  const mean = sum / (2 * rows.length);
  let squares = 0;
  for (const i of rows) squares += ((a[i] as number) - mean) ** 2 + ((b[i] as number) - mean) ** 2;
  return [mean, squares / (2 * rows.length - 1)];
}

/** Rows are drawn with all their outputs: numerator and variance of an index move together. */
function bootstrapped<T>(
  estimates: (rows: Int32Array) => T,
  rows: Int32Array,
  copies: number,
  seed: number,
): readonly T[] {
  const stream = randomStream({ seed, label: "sensitivity bootstrap" });
  const uniforms = new Float64Array(rows.length);
  return Array.from({ length: copies }, (_, copy) => {
    stream.fillUniform(copy, uniforms);
    return estimates(Int32Array.from(uniforms, (u) => rows[Math.floor(u * rows.length)] as number));
  });
}

function intervalOf(copies: readonly number[]): readonly [number, number] | null {
  if (copies.length === 0) return null;
  const sorted = Float64Array.from(copies).sort();
  return [quantileOfSorted(sorted, 0.025), quantileOfSorted(sorted, 0.975)];
}

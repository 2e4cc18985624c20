import { type Result, type RunOptions, randomStream, VitalError } from "@vitalcore/core";
import { quantileOfSorted } from "@vitalcore/stats";
import type { IndexDataOptions, IndexInput } from "../inspect-index.js";
import type { IndexMethodology } from "../methodology.js";
import { find } from "./catalog.js";
import { pointsOf, readyDesign } from "./design.js";
import { exactIndices } from "./indices/exact-indices.js";
import {
  estimate,
  estimatePairs,
  type SobolEstimator,
  type SobolIndices,
  type SobolOutputs,
} from "./indices/sobol-estimators.js";
import { outputOf } from "./outputs.js";
import {
  type FactorSensitivity,
  type OutputSpec,
  type SensitivityResult,
  sensitivityResult,
} from "./sensitivity-result.js";
import { type Model, type Sample, simulate } from "./simulate.js";
import {
  combinationsOf,
  type Design,
  ENUMERATE_UP_TO,
  type UncertaintySpec,
} from "./specification.js";
import { modelFor, nominalOf } from "./uncertainty.js";

/** Options of a sensitivity analysis. */
export interface SensitivityOptions extends IndexDataOptions {
  /** `mean-rank-shift` if left out. */
  readonly output?: OutputSpec;
  /** Of first-order and total indices; `jansen` if left out. */
  readonly estimator?: SobolEstimator;
  /** Whether to estimate the interactions of two factors, too: k more runs for each row; false if left out. */
  readonly second?: boolean;
  /** Bootstrap samples for the intervals; 200 if left out. */
  readonly bootstrap?: number;
}

/** Rows of each sample where nothing is said: a power of two suits the Sobol' sequence. */
const DEFAULT_ROWS = 1024;

/**
 * Which sources of doubt move an index, and how much they do together: first-order, total and second-order
 * Sobol' indices of an output. All combinations are computed where the factors are finite and few, which gives exact
 * indices and Shapley effects; else they are estimated, with bootstrap intervals, from samples A, B and, for each
 * factor, A with that factor from B: `runs` of the design is the number of rows of each. A factor moves with all that
 * belongs to it: all weights of a noise factor, all errors of the data.
 * Source: Saltelli et al. (2010), Computer Physics Communications 181.
 *
 * @throws VitalError as `uncertainty`, and `composite/analysis-invalid`.
 *
 * @example
 * ```ts
 * import type { IndexMethodology } from "@vitalcore/composite";
 * import { sensitivity } from "@vitalcore/composite/sensitivity";
 * import { gniPerPerson, lifeExpectancy } from "@vitalcore/domain/indicators";
 * const methodology: IndexMethodology = {
 *   kind: "IndexMethodology", version: 1, id: "example", title: "Income and health",
 *   nodes: [
 *     { id: "index" },
 *     { id: "income", parent: "index", indicator: "gni-per-person" },
 *     { id: "life", parent: "index", indicator: "life-expectancy" },
 *   ],
 *   normalize: { method: "min-max", scale: [1, 100] },
 * };
 * const data = {
 *   area: ["NAM", "NOR", "CRI"],
 *   "gni-per-person": [9716, 66494, 20248],
 *   "life-expectancy": [62.3, 82.9, 80.3],
 * };
 * const result = await sensitivity(data, methodology, {
 *   kind: "UncertaintySpec", version: 1,
 *   factors: [
 *     { id: "ties", kind: "choice", alternatives: [{}, { change: { ranks: { ties: "max" } } }] },
 *     { id: "weights", kind: "weight-sets", sets: [{ weights: {} }, { weights: { income: 3 } }] },
 *   ],
 * }, { unitColumn: "area", definitions: [gniPerPerson, lifeExpectancy], output: { kind: "score", unit: "CRI" } });
 * result.sensitivities.map(({ factor, total }) => [factor, total.value]); // => [["ties", 0], ["weights", 1]]
 * ```
 */
export async function sensitivity(
  input: IndexInput,
  methodology: IndexMethodology,
  spec: UncertaintySpec,
  options: SensitivityOptions = {},
  run: RunOptions = {},
): Promise<Result<SensitivityResult>> {
  const model = modelFor(input, methodology, spec, options);
  const { units } = model.scenarios;
  const { seed = 1 } = spec;
  const { output: outputSpec = { kind: "mean-rank-shift" } } = options;
  const output = outputOf(outputSpec, units, nominalOf(model.scenarios));
  const design = designOf(spec);
  const head = { methodology: methodology.id, factors: spec.factors, output: outputSpec, seed };
  if (design.method === "enumerate") {
    const found = await enumerated(model, design, seed, output, run);
    return sensitivityResult.create({ ...head, design, isExact: true, ...found });
  }
  const found = await sampled(model, design, seed, output, options, run);
  return sensitivityResult.create({ ...head, design, isExact: false, ...found });
}

interface SampledDesign {
  readonly method: "monte-carlo" | "sobol";
  readonly runs: number;
}

function designOf({ factors, design }: UncertaintySpec): SampledDesign | { method: "enumerate" } {
  const combinations = combinationsOf(factors);
  if (design === undefined) {
    return combinations !== undefined && combinations <= ENUMERATE_UP_TO
      ? { method: "enumerate" }
      : { method: "sobol", runs: DEFAULT_ROWS };
  }
  switch (design.method) {
    case "enumerate":
      return { method: "enumerate" };
    case "monte-carlo":
    case "sobol":
      return { method: design.method, runs: design.runs };
    default: {
      const facts = { what: "the method", wanted: "enumerate, monte-carlo or sobol" };
      throw new VitalError([find("composite/design-invalid", { found: design.method, facts })]);
    }
  }
}

type Found = Pick<SensitivityResult, "runs" | "mean" | "variance" | "sensitivities" | "second">;
type RunOutput = (scores: Float64Array, ranks: Float64Array) => number;

async function enumerated(
  model: Model,
  design: Design,
  seed: number,
  output: RunOutput,
  run: RunOptions,
): Promise<Found> {
  const { points, sample } = readyDesign(model, design, seed);
  const values = await outputsOf(model, points, sample, output, run);
  const levels = model.sizes.map((_, i) => combinationsOf([model.factors[i] as never]) as number);
  // The enumeration moves the first factor fastest, the table the last.
  const indices = exactIndices({
    levels: [...levels].reverse(),
    output: values,
    ...(sample.weight !== undefined && {
      probability: Float64Array.from(values, (_, i) => sample.weight?.(i) ?? 1),
    }),
  });
  const turned = <T>(list: readonly T[]) => [...list].reverse();
  const first = turned(indices.first);
  const total = turned(indices.total);
  const shapley = turned(indices.shapley);
  return {
    runs: values.length,
    mean: indices.mean,
    variance: indices.variance,
    sensitivities: model.factors.map(({ id }, i) => ({
      factor: id,
      first: { value: first[i] as number, interval: null },
      total: { value: total[i] as number, interval: null },
      shapley: shapley[i] as number,
    })),
    second: turned(indices.second.map(turned)),
  };
}

async function outputsOf(
  model: Model,
  points: Parameters<typeof simulate>[1],
  sample: Sample,
  output: RunOutput,
  run: RunOptions,
): Promise<Float64Array> {
  const values = new Float64Array(sample.runs);
  await simulate(
    model,
    points,
    sample,
    (index, scores, ranks) => {
      values[index] = output(scores, ranks);
    },
    run,
  );
  return values;
}

async function sampled(
  model: Model,
  design: SampledDesign,
  seed: number,
  output: RunOutput,
  options: SensitivityOptions,
  run: RunOptions,
): Promise<Found> {
  const { estimator = "jansen", second = false, bootstrap = 200 } = options;
  const rows = design.runs;
  const count = model.factors.length;
  const blocks = 2 + count * (second ? 2 : 1);
  const points = pointsOf(model, design.method, rows, seed, 2);
  const sample: Sample = {
    runs: rows * blocks,
    row: (index, factor) => {
      const block = Math.floor(index / rows);
      const row = index % rows;
      return isFromB(block, factor, count) ? rows + row : row;
    },
  };
  const values = await outputsOf(model, points, sample, output, run);
  const block = (b: number) => values.subarray(b * rows, (b + 1) * rows);
  const each = (from: number) => model.factors.map((_, i) => block(from + i));
  const outputs: SobolOutputs = {
    a: block(0),
    b: block(1),
    ab: each(2),
    ...(second && { ba: each(2 + count) }),
  };
  const all = Int32Array.from({ length: rows }, (_, i) => i);
  const isWhole = all.filter((i) => !hasGap(outputs, i));
  const found = estimate(outputs, estimator, isWhole);
  const copies = bootstrapped(outputs, estimator, isWhole, bootstrap, seed);
  const [mean, variance] = momentsOf(outputs, isWhole);
  return {
    runs: values.length,
    mean,
    variance,
    sensitivities: model.factors.map(({ id }, i): FactorSensitivity => {
      const part = (name: keyof SobolIndices) => ({
        value: found[name][i] as number,
        interval: intervalOf(copies.map((copy) => copy[name][i] as number)),
      });
      return { factor: id, first: part("first"), total: part("total"), shapley: null };
    }),
    second: second ? estimatePairs(outputs, isWhole) : null,
  };
}

/** Blocks are A, B, then A with one factor from B for each, then B with one factor from A. */
function isFromB(block: number, factor: number, count: number): boolean {
  if (block === 0) return false;
  if (block === 1) return true;
  return block < 2 + count ? block - 2 === factor : block - 2 - count !== factor;
}

/** A row in which the unit asked for has no score somewhere says nothing. */
function hasGap({ a, b, ab, ba = [] }: SobolOutputs, row: number): boolean {
  return [a, b, ...ab, ...ba].some((values) => Number.isNaN(values[row] as number));
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
function bootstrapped(
  outputs: SobolOutputs,
  estimator: SobolEstimator,
  rows: Int32Array,
  copies: number,
  seed: number,
): readonly SobolIndices[] {
  const stream = randomStream({ seed, label: "sensitivity bootstrap" });
  const uniforms = new Float64Array(rows.length);
  return Array.from({ length: copies }, (_, copy) => {
    stream.fillUniform(copy, uniforms);
    const drawn = Int32Array.from(uniforms, (u) => rows[Math.floor(u * rows.length)] as number);
    return estimate(outputs, estimator, drawn);
  });
}

function intervalOf(copies: readonly number[]): readonly [number, number] | null {
  if (copies.length === 0) return null;
  const sorted = Float64Array.from(copies).sort();
  return [quantileOfSorted(sorted, 0.025), quantileOfSorted(sorted, 0.975)];
}

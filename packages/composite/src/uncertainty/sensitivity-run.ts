import { type Result, type RunOptions, VitalError } from "@vitalcore/core";
import type { IndexDataOptions, IndexInput } from "../inspect-index.js";
import type { IndexMethodology } from "../methodology.js";
import { find } from "./catalog.js";
import { readyDesign } from "./design.js";
import {
  type FactorGroup,
  type FactorGroups,
  groupsOf,
  groupTable,
  namesOf,
} from "./factor-groups.js";
import { exactIndices } from "./indices/exact-indices.js";
import type { SobolEstimator } from "./indices/sobol-estimators.js";
import { modelFor, nominalOf } from "./model.js";
import { type Output, outputOf } from "./outputs.js";
import { type FoundIndices, type SampledDesign, sampledIndices } from "./sampled-indices.js";
import {
  type IndexEstimate,
  type OutputSpec,
  type SensitivityResult,
  sensitivityResult,
} from "./sensitivity-result.js";
import { type Model, type Sink, simulate } from "./simulate.js";
import {
  alternativesOf,
  combinationsOf,
  type Design,
  ENUMERATE_UP_TO,
  type UncertaintySpec,
} from "./specification.js";

/** Options of a sensitivity analysis. */
export interface SensitivityOptions extends IndexDataOptions {
  /** `mean-rank-shift` if left out. */
  readonly output?: OutputSpec;
  /** Of first-order and total indices; `jansen` if left out. */
  readonly estimator?: SobolEstimator;
  /** Whether to estimate the interactions of two factors, too: k more runs for each row; false if left out. */
  readonly second?: boolean;
  /**
   * Whether to estimate Shapley effects, too, where scenarios are drawn: 2^k runs for each row, for at most 8 factors
   * or groups; false if left out. Of all combinations they are always given.
   */
  readonly shapley?: boolean;
  /** Factors that move together, by the name of their group; or `sources`: methods, weights, data and imputation. */
  readonly together?: FactorGroups;
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
 * @param run - progress and cancellation; all runs are computed on this thread, whatever `workers` says.
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
  const groups = groupsOf(spec.factors, options.together);
  const design = designOf(spec);
  const head = { methodology: methodology.id, factors: spec.factors, output: outputSpec, seed };
  if (design.method === "enumerate") {
    const found = await enumerated(model, groups, design, seed, output, run);
    return sensitivityResult.create({ ...head, design, isExact: true, ...found });
  }
  const found = await sampledIndices(model, groups, design, seed, output, options, run);
  return sensitivityResult.create({ ...head, design, isExact: false, ...found });
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

const exactly = (value: number): IndexEstimate => ({ value, interval: null });

async function enumerated(
  model: Model,
  groups: readonly FactorGroup[],
  design: Design,
  seed: number,
  output: Output,
  run: RunOptions,
): Promise<FoundIndices> {
  const { points, sample } = readyDesign(model, design, seed);
  const values = new Float64Array(sample.runs);
  const sink: Sink = (index, scores, ranks) => {
    values[index] = output(scores, ranks);
  };
  await simulate(model, points, sample, sink, run);
  const counts = model.factors.map((factor) => alternativesOf(factor) as number);
  const { levels, runs } = groupTable(counts, groups);
  const indices = exactIndices({
    levels,
    output: Float64Array.from(runs, (at) => values[at] as number),
    ...(sample.weight !== undefined && {
      probability: Float64Array.from(runs, (at) => sample.weight?.(at) ?? 1),
    }),
  });
  return {
    runs: values.length,
    mean: indices.mean,
    variance: indices.variance,
    sensitivities: groups.map(({ id, members }, i) => ({
      factor: id,
      members: namesOf(model, members),
      first: exactly(indices.first[i] as number),
      total: exactly(indices.total[i] as number),
      shapley: exactly(indices.shapley[i] as number),
    })),
    second: indices.second.map((row) => row.map(exactly)),
  };
}

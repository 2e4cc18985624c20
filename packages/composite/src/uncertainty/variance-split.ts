import { defineResult, type Result, type ResultKind, type RunOptions } from "@vitalcore/core";
import type { IndexDataOptions, IndexInput } from "../inspect-index.js";
import type { IndexMethodology } from "../methodology.js";
import { readyDesign } from "./design.js";
import {
  type FactorGroup,
  type FactorGroups,
  groupsOf,
  groupTable,
  namesOf,
} from "./factor-groups.js";
import { require } from "./indices/check-numbers.js";
import { exactIndices } from "./indices/exact-indices.js";
import { shapleyOf } from "./indices/shapley.js";
import { modelFor } from "./model.js";
import { runMixtures } from "./pick-freeze.js";
import { type Model, simulate } from "./simulate.js";
import {
  alternativesOf,
  combinationsOf,
  ENUMERATE_UP_TO,
  type Factor,
  type UncertaintySpec,
} from "./specification.js";

/** Options of {@link varianceSplit}. */
export interface VarianceSplitOptions extends IndexDataOptions {
  /** What varies: `rank` if left out. */
  readonly of?: "rank" | "score";
  /** Factors that move together, by the name of their group; by `sources` if left out. */
  readonly together?: FactorGroups;
  /** Rows of each sample where not all combinations are computed; 512 if left out. */
  readonly rows?: number;
}

/** The variance of one unit's rank or score, and the share of each group of factors in it. */
export interface UnitVariance {
  readonly unit: string;
  readonly variance: number;
  /** By group: 0 or more, summing to 1; `null` where nothing varies or the unit is never scored. */
  readonly shares: Readonly<Record<string, number>> | null;
}

/** The variance of ranks or scores, split by where it comes from. */
export interface VarianceSplit {
  readonly kind: "VarianceSplit";
  readonly version: 1;
  readonly methodology: string;
  readonly factors: readonly Factor[];
  readonly of: "rank" | "score";
  /** Ids of the factors of each group. */
  readonly groups: Readonly<Record<string, readonly string[]>>;
  readonly runs: number;
  readonly isExact: boolean;
  readonly seed: number;
  /** The mean over the units of their variances, and the shares of the groups in it. */
  readonly overall: Omit<UnitVariance, "unit">;
  readonly units: readonly UnitVariance[];
}

/** The kind of {@link VarianceSplit}, for `revive`. */
export const varianceSplitResult: ResultKind<VarianceSplit> = /* @__PURE__ */ defineResult({
  kind: "VarianceSplit",
  version: 1,
  summarize: ({ methodology, of, groups, overall, units, runs, isExact }) => {
    const names = Object.keys(groups);
    const row = ({ variance, shares }: Omit<UnitVariance, "unit">) => [
      Number(Math.sqrt(variance).toPrecision(3)),
      ...names.map((name) => shares?.[name] ?? null),
    ];
    return {
      title: `Where the variance of ${of}s of ${methodology} comes from`,
      facts: [["Scenarios", isExact ? `all ${runs} combinations` : runs]],
      tables: [
        {
          columns: [
            { name: "Unit" },
            { name: "Standard deviation", kind: "number" },
            ...names.map((name) => ({ name, kind: "number", digits: 2 }) as const),
          ],
          rows: [
            ["all", ...row(overall)],
            ...[...units]
              .sort((a, b) => b.variance - a.variance)
              .map((unit) => [unit.unit, ...row(unit)]),
          ],
        },
      ],
    };
  },
});

/** Groups of which all subsets are run. */
const MOST_GROUPS = 8;
const DEFAULT_ROWS = 512;
/** Runs of drawn scenarios that are held at a time. */
const HELD = 2 ** 14;

/**
 * How much of the variance of every unit's rank comes from methods, weights, data and imputation: Shapley effects, which
 * are shares that sum to 1 whatever the factors do together. Exact where there are at most 10,000 combinations; else
 * estimated from mixtures of two samples.
 * Source: Owen (2014), SIAM/ASA J. Uncertainty Quantification 2; Song, Nelson and Staum (2016), ibid. 4.
 *
 * @param run - progress and cancellation; all runs are computed on this thread, whatever `workers` says.
 * @throws VitalError as `uncertainty`, and `composite/analysis-invalid`.
 *
 * @example
 * ```ts
 * import type { IndexMethodology } from "@vitalcore/composite";
 * import { varianceSplit } from "@vitalcore/composite/sensitivity";
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
 *   area: ["NAM", "NOR", "QAT"],
 *   "gni-per-person": [9716, 66494, 95944],
 *   "life-expectancy": [62.3, 82.9, 82.4],
 * };
 * const { overall } = await varianceSplit(data, methodology, {
 *   kind: "UncertaintySpec", version: 1,
 *   factors: [
 *     { id: "ties", kind: "choice", alternatives: [{}, { change: { ranks: { ties: "max" } } }] },
 *     { id: "weights", kind: "weight-sets", sets: [{ weights: {} }, { weights: { income: 1, life: 99 } }] },
 *   ],
 * }, { unitColumn: "area", definitions: [gniPerPerson, lifeExpectancy] });
 * overall.shares; // => { methods: 0, weights: 1 }
 * ```
 */
export async function varianceSplit(
  input: IndexInput,
  methodology: IndexMethodology,
  spec: UncertaintySpec,
  options: VarianceSplitOptions = {},
  run: RunOptions = {},
): Promise<Result<VarianceSplit>> {
  const { of = "rank", together = "sources", rows = DEFAULT_ROWS, ...dataOptions } = options;
  const { seed = 1 } = spec;
  const model = modelFor(input, methodology, spec, dataOptions);
  const groups = groupsOf(spec.factors, together);
  const wanted = `${MOST_GROUPS} or less: name groups`;
  require(groups.length <= MOST_GROUPS, "The number of groups", groups.length, wanted);
  require(Number.isInteger(rows) && rows >= 2, "rows", rows, "2 or more");
  const combinations = combinationsOf(spec.factors);
  const isExact = combinations !== undefined && combinations <= ENUMERATE_UP_TO;
  const split = isExact
    ? await enumerateSplit(model, groups, of, run)
    : await sampleSplit(model, groups, { of, rows, seed }, run);
  const { units } = model.scenarios;
  const named = (shares: readonly number[]) =>
    Object.fromEntries(groups.map(({ id }, g) => [id, shares[g] as number]));
  const overall = groups.map((_, g) =>
    split.effects.reduce((sum, effects) => sum + (effects?.[g] ?? 0), 0),
  );
  const total = overall.reduce((sum, effect) => sum + effect, 0);
  const known = split.effects.filter((effects) => effects !== undefined).length;
  return varianceSplitResult.create({
    methodology: methodology.id,
    factors: spec.factors,
    of,
    groups: Object.fromEntries(groups.map(({ id, members }) => [id, namesOf(spec, members)])),
    runs: split.runs,
    isExact,
    seed,
    overall: {
      variance: known === 0 ? 0 : total / known,
      shares: total > 0 ? named(overall.map((effect) => effect / total)) : null,
    },
    units: units.map((unit, u) => {
      const effects = split.effects[u] ?? [];
      const variance = effects.reduce((sum, effect) => sum + effect, 0);
      const shares = variance > 0 ? named(effects.map((effect) => effect / variance)) : null;
      return { unit, variance, shares };
    }),
  });
}

/** Parts of each unit's variance, by group; `undefined` for a unit that is never scored. */
interface Split {
  readonly runs: number;
  readonly effects: readonly (readonly number[] | undefined)[];
}

async function enumerateSplit(
  model: Model,
  groups: readonly FactorGroup[],
  of: "rank" | "score",
  run: RunOptions,
): Promise<Split> {
  const { points, sample } = readyDesign(model, { method: "enumerate" }, 1);
  const units = model.scenarios.units.length;
  const values = new Float64Array(units * sample.runs);
  await simulate(
    model,
    points,
    sample,
    (index, scores, ranks) => {
      const from = of === "rank" ? ranks : scores;
      for (let u = 0; u < units; u++) values[u * sample.runs + index] = from[u] as number;
    },
    run,
  );
  const counts = model.factors.map((factor) => alternativesOf(factor) as number);
  const { levels, runs } = groupTable(counts, groups);
  const shares = Float64Array.from(runs, (at) => sample.weight?.(at) ?? 1);
  const effects = model.scenarios.units.map((_, u) => {
    const output = Float64Array.from(runs, (at) => values[u * sample.runs + at] as number);
    // Combinations in which the unit has no score say nothing of it.
    const probability = shares.map((share, i) => (Number.isNaN(output[i] as number) ? 0 : share));
    if (probability.every((share) => share === 0)) return undefined;
    const known = output.map((value) => (Number.isNaN(value) ? 0 : value));
    const { shapley, variance } = exactIndices({ levels, output: known, probability });
    return shapley.map((share) => share * variance);
  });
  return { runs: sample.runs, effects };
}

async function sampleSplit(
  model: Model,
  groups: readonly FactorGroup[],
  {
    of,
    rows,
    seed,
  }: { readonly of: "rank" | "score"; readonly rows: number; readonly seed: number },
  run: RunOptions,
): Promise<Split> {
  const masks = Array.from({ length: 2 ** groups.length }, (_, mask) => mask);
  const units = model.scenarios.units.length;
  // For each unit and set of groups, the sum of squares of what drawing them anew changes; and the rows it rests on.
  const squares = new Float64Array(units * masks.length);
  const counts = new Float64Array(units);
  const held = Math.max(1, Math.floor(HELD / masks.length));
  const values = new Float64Array(held * masks.length * units);
  for (let from = 0; from < rows; from += held) {
    const to = Math.min(rows, from + held);
    await runMixtures(
      model,
      groups,
      { method: "sobol", rows, seed },
      masks,
      (place, row, scores, ranks) => {
        values.set(of === "rank" ? ranks : scores, ((row - from) * masks.length + place) * units);
      },
      run,
      [from, to],
    );
    for (let row = 0; row < to - from; row++) addRow(values, row * masks.length, squares, counts);
  }
  const effects = Array.from(counts, (count, u) => {
    if (count === 0) return undefined;
    const cost = (mask: number) => (squares[u * masks.length + mask] as number) / (2 * count);
    return shapleyOf(groups.length, cost).map((effect) => Math.max(0, effect));
  });
  return { runs: rows * masks.length, effects };
}

/** Adds a row, for the units that have a score in all its mixtures. */
function addRow(
  values: Float64Array,
  first: number,
  squares: Float64Array,
  counts: Float64Array,
): void {
  const units = counts.length;
  const masks = squares.length / units;
  for (let u = 0; u < units; u++) {
    let isKnown = true;
    for (let m = 0; m < masks; m++) {
      if (Number.isNaN(values[(first + m) * units + u] as number)) isKnown = false;
    }
    if (!isKnown) continue;
    counts[u] = (counts[u] as number) + 1;
    const start = values[first * units + u] as number;
    for (let m = 1; m < masks; m++) {
      const away = (values[(first + m) * units + u] as number) - start;
      const cell = u * masks + m;
      squares[cell] = (squares[cell] as number) + away * away;
    }
  }
}

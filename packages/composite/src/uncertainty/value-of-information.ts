import { defineResult, type Result, type ResultKind, type RunOptions } from "@vitalcore/core";
import type { IndexDataOptions, IndexInput } from "../inspect-index.js";
import type { IndexMethodology } from "../methodology.js";
import { errorModel, errorSource } from "./error-draws.js";
import { require } from "./indices/check-numbers.js";
import type { IndexErrors } from "./ranks/index-rank-sets.js";
import { scenariosOf } from "./scenarios.js";
import type { SamplingErrorFactor } from "./specification.js";
import { uncertainty } from "./uncertainty.js";
import { type UncertaintyResult, undecidedPairs } from "./uncertainty-result.js";

/** Options of {@link valueOfInformation}. */
export interface ValueOfInformationOptions extends IndexDataOptions {
  /** What the errors of an indicator are multiplied by; 0.5, four times the sample, if left out. */
  readonly multiply?: number;
  /** The share of draws that decides an order; 0.95 if left out. */
  readonly level?: number;
  /** Draws for each indicator; 2,000 if left out. */
  readonly runs?: number;
  readonly seed?: number;
}

/** What better data on one indicator would settle. */
export interface InformationValue {
  /** Id of the leaf, and of its indicator. */
  readonly node: string;
  readonly indicator: string;
  /** Pairs of units whose order is open as it is, and is not then. */
  readonly settled: number;
  /** Pairs whose order stays open. */
  readonly undecided: number;
  /** Standard deviation of ranks then, in the mean of the units. */
  readonly rankSd: number;
}

/** What better data would settle: see {@link valueOfInformation}. */
export interface InformationValues {
  readonly kind: "InformationValues";
  readonly version: 1;
  /** Id of the methodology. */
  readonly methodology: string;
  /** What the errors of an indicator are multiplied by. */
  readonly multiply: number;
  /** The share of draws that decides an order. */
  readonly level: number;
  /** Draws for each indicator. */
  readonly runs: number;
  readonly seed: number;
  /** As it is. */
  readonly now: { readonly undecided: number; readonly pairs: number; readonly rankSd: number };
  /** The indicator that settles most first. */
  readonly indicators: readonly InformationValue[];
}

/** The kind of {@link InformationValues}, for `revive`. */
export const informationValuesResult: ResultKind<InformationValues> = /* @__PURE__ */ defineResult({
  kind: "InformationValues",
  version: 1,
  summarize: ({ methodology, multiply, runs, now, indicators }) => ({
    title: `What better data would settle in ${methodology}`,
    facts: [
      ["Draws for each indicator", runs],
      ["Errors are multiplied by", multiply],
      ["Pairs that are open now", `${now.undecided} of ${now.pairs}`],
    ],
    tables: [
      {
        columns: [
          { name: "Indicator" },
          { name: "Pairs settled", kind: "number" },
          { name: "Still open", kind: "number" },
          { name: "Standard deviation of ranks", kind: "number", digits: 2 },
        ],
        rows: indicators.map(({ node, settled, undecided, rankSd }) => [
          node,
          settled,
          undecided,
          rankSd,
        ]),
      },
    ],
    notes: [
      "Of values redrawn around the estimates: for inference about ranks use rank confidence sets.",
    ],
  }),
});

/**
 * Which indicator's sampling error is worth reducing: for each, how many pairs of units would no longer be undecided if its
 * errors were halved and all else stayed as it is. All are computed with the same random numbers, so that they can be
 * compared. It speaks of the order of redrawn values: for inference about ranks see `indexRankSets`.
 *
 * @param errors - those of the observations where none are given.
 * @throws VitalError as `uncertainty`.
 *
 * @example
 * ```ts
 * import type { IndexMethodology } from "@vitalcore/composite";
 * import { valueOfInformation } from "@vitalcore/composite/uncertainty";
 * import { lifeExpectancy, gniPerPerson } from "@vitalcore/domain/indicators";
 * const methodology: IndexMethodology = {
 *   kind: "IndexMethodology", version: 1, id: "example", title: "Income and health",
 *   nodes: [
 *     { id: "index" },
 *     { id: "income", parent: "index", indicator: "gni-per-person", normalize: { worst: 100, best: 75000, transform: "ln" } },
 *     { id: "life", parent: "index", indicator: "life-expectancy", normalize: { worst: 20, best: 85 } },
 *   ],
 *   normalize: { method: "goalposts" },
 * };
 * const data = { area: ["A", "B"], "gni-per-person": [9000, 9100], "life-expectancy": [70, 70.6] };
 * const { indicators } = await valueOfInformation(data, methodology, {
 *   standardErrors: { "gni-per-person": { A: 50, B: 50 }, "life-expectancy": { A: 0.35, B: 0.35 } },
 * }, { unitColumn: "area", definitions: [gniPerPerson, lifeExpectancy] });
 * indicators.map(({ node, settled }) => [node, settled]); // => [["life", 1], ["income", 0]]
 * ```
 */
export async function valueOfInformation(
  input: IndexInput,
  methodology: IndexMethodology,
  errors: IndexErrors,
  options: ValueOfInformationOptions = {},
  run: RunOptions = {},
): Promise<Result<InformationValues>> {
  const { multiply = 0.5, level = 0.95, runs = 2000, seed = 1, ...dataOptions } = options;
  require(multiply >= 0 && multiply < 1, "multiply", multiply, "from 0 to less than 1");
  const factor: SamplingErrorFactor = { ...errors, id: "errors", kind: "sampling-error" };
  const resultOf = (given: SamplingErrorFactor) =>
    uncertainty(
      input,
      methodology,
      {
        kind: "UncertaintySpec",
        version: 1,
        factors: [given],
        design: { method: "monte-carlo", runs },
        seed,
      },
      dataOptions,
      run,
    );
  const base = await resultOf(factor);
  const before = openPairs(base, level);
  const indicators: InformationValue[] = [];
  for (const { node, indicator } of uncertainLeaves(input, methodology, factor, dataOptions)) {
    const times = multiply * (factor.multiply?.[node] ?? factor.multiply?.[indicator] ?? 1);
    const better = await resultOf({ ...factor, multiply: { ...factor.multiply, [node]: times } });
    const open = openPairs(better, level);
    indicators.push({
      node,
      indicator,
      settled: [...before].filter((pair) => !open.has(pair)).length,
      undecided: open.size,
      rankSd: meanSd(better),
    });
  }
  const ranked = base.units.filter(({ rank }) => rank !== null).length;
  return informationValuesResult.create({
    methodology: methodology.id,
    multiply,
    level,
    runs,
    seed,
    now: { undecided: before.size, pairs: (ranked * (ranked - 1)) / 2, rankSd: meanSd(base) },
    indicators: indicators.sort((a, b) => b.settled - a.settled || a.rankSd - b.rankSd),
  });
}

/** The leaves that have an error of at least one value. */
function uncertainLeaves(
  input: IndexInput,
  methodology: IndexMethodology,
  factor: SamplingErrorFactor,
  options: IndexDataOptions,
): readonly { readonly node: string; readonly indicator: string }[] {
  const { nominal } = scenariosOf(input, methodology, [], options);
  const { errors, deviations } = errorModel(errorSource(factor, nominal), nominal);
  const units = nominal.data.units.length;
  const replicated = new Set(
    deviations.flatMap(({ cells }) => [...cells].map((cell) => Math.floor(cell / units))),
  );
  return nominal.leaves.flatMap(({ node, indicator }, leaf) => {
    const own = errors.subarray(leaf * units, (leaf + 1) * units);
    const isUncertain = replicated.has(leaf) || own.some((error) => error > 0);
    return isUncertain ? [{ node: node.id, indicator }] : [];
  });
}

function openPairs(result: UncertaintyResult, level: number): ReadonlySet<string> {
  const pairs = undecidedPairs(result, { level });
  return new Set(pairs.map(({ units }) => JSON.stringify([...units].sort())));
}

function meanSd({ units }: UncertaintyResult): number {
  const sds = units.flatMap(({ rank }) => (rank === null ? [] : [rank.sd]));
  return sds.reduce((sum, sd) => sum + sd, 0) / Math.max(1, sds.length);
}

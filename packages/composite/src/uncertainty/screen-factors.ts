import { defineResult, type Result, type ResultKind, type RunOptions } from "@vitalcore/core";
import type { IndexDataOptions, IndexInput } from "../inspect-index.js";
import type { IndexMethodology } from "../methodology.js";
import { groupsOf } from "./factor-groups.js";
import { require } from "./indices/check-numbers.js";
import { modelFor, nominalOf } from "./model.js";
import { outputOf } from "./outputs.js";
import { runMixtures } from "./pick-freeze.js";
import { nameOfOutput, type OutputSpec } from "./sensitivity-result.js";
import type { Factor, UncertaintySpec } from "./specification.js";

/** Options of {@link screenFactors}. */
export interface ScreenFactorsOptions extends IndexDataOptions {
  /** `mean-rank-shift` if left out. */
  readonly output?: OutputSpec;
  /** Base points; 32 if left out. */
  readonly rows?: number;
}

/** What drawing one factor anew does to the output. */
export interface FactorEffect {
  readonly factor: string;
  /** Mean absolute effect: near zero for a factor that can be fixed. */
  readonly muStar: number;
  readonly mu: number;
  /** Standard deviation of the effects: large where the effect depends on the others. */
  readonly sigma: number;
}

/** The effects of all factors: see {@link screenFactors}. */
export interface FactorScreening {
  readonly kind: "FactorScreening";
  readonly version: 1;
  /** Id of the methodology. */
  readonly methodology: string;
  readonly factors: readonly Factor[];
  readonly output: OutputSpec;
  readonly seed: number;
  /** Scenarios computed. */
  readonly runs: number;
  /** In the order of the factors; base points at which the output is not known are left out. */
  readonly effects: readonly FactorEffect[];
}

/** The kind of {@link FactorScreening}, for `revive`. */
export const factorScreeningResult: ResultKind<FactorScreening> = /* @__PURE__ */ defineResult({
  kind: "FactorScreening",
  version: 1,
  summarize: ({ methodology, output, runs, effects }) => ({
    title: `What drawing a factor anew does to the ${nameOfOutput(output)} of ${methodology}`,
    facts: [["Scenarios", runs]],
    tables: [
      {
        columns: [
          { name: "Factor" },
          { name: "Mean absolute effect", kind: "number", digits: 3 },
          { name: "Mean effect", kind: "number", digits: 3 },
          { name: "Standard deviation", kind: "number", digits: 3 },
        ],
        rows: [...effects]
          .sort((a, b) => b.muStar - a.muStar)
          .map(({ factor, muStar, mu, sigma }) => [factor, muStar, mu, sigma]),
      },
    ],
    notes: ["A factor whose mean absolute effect is near zero can be fixed without loss."],
  }),
});

/**
 * Screens many factors with few runs: around each of some base points every factor is drawn anew by itself. The design
 * is radial; effects are differences of the output, not divided by steps, as choices have none.
 * Source: Campolongo, Saltelli and Cariboni (2011), Computer Physics Communications 182; after Morris (1991).
 *
 * @throws VitalError as `uncertainty`, and `composite/analysis-invalid`.
 *
 * @example
 * ```ts
 * import type { IndexMethodology } from "@vitalcore/composite";
 * import { screenFactors } from "@vitalcore/composite/sensitivity";
 * import { gniPerPerson, lifeExpectancy } from "@vitalcore/domain/indicators";
 * const methodology: IndexMethodology = {
 *   kind: "IndexMethodology", version: 1, id: "example", title: "Income and health",
 *   nodes: [
 *     { id: "index" },
 *     { id: "income", parent: "index", weight: 1, indicator: "gni-per-person" },
 *     { id: "life", parent: "index", weight: 1, indicator: "life-expectancy" },
 *   ],
 *   normalize: { method: "min-max", scale: [1, 100] },
 * };
 * const data = {
 *   area: ["NAM", "NOR", "QAT"],
 *   "gni-per-person": [9716, 66494, 95944],
 *   "life-expectancy": [62.3, 82.9, 82.4],
 * };
 * const { effects } = await screenFactors(data, methodology, {
 *   kind: "UncertaintySpec", version: 1,
 *   factors: [
 *     { id: "ties", kind: "choice", alternatives: [{}, { change: { ranks: { ties: "max" } } }] },
 *     { id: "weights", kind: "weight-noise", noise: { distribution: "uniform", spread: 0.9 } },
 *   ],
 * }, { unitColumn: "area", definitions: [gniPerPerson, lifeExpectancy], output: { kind: "score", unit: "NOR" } });
 * effects[0]; // => { factor: "ties", muStar: 0, mu: 0, sigma: 0 }
 * effects[1] !== undefined && effects[1].muStar > 1; // => true
 * ```
 */
export async function screenFactors(
  input: IndexInput,
  methodology: IndexMethodology,
  spec: UncertaintySpec,
  options: ScreenFactorsOptions = {},
  run: RunOptions = {},
): Promise<Result<FactorScreening>> {
  const { output = { kind: "mean-rank-shift" }, rows = 32, ...dataOptions } = options;
  require(Number.isInteger(rows) && rows >= 2, "rows", rows, "2 or more");
  const { seed = 1 } = spec;
  const model = modelFor(input, methodology, spec, dataOptions);
  const value = outputOf(output, model.scenarios.units, nominalOf(model.scenarios));
  const groups = groupsOf(spec.factors, undefined);
  require(groups.length <= 30, "The number of factors", groups.length, "30 or less");
  const masks = [0, ...groups.map((_, i) => 1 << i)];
  const values = masks.map(() => new Float64Array(rows));
  await runMixtures(
    model,
    groups,
    { method: "sobol", rows, seed },
    masks,
    (place, row, scores, ranks) => {
      (values[place] as Float64Array)[row] = value(scores, ranks);
    },
    run,
  );
  const [base = new Float64Array(0), ...moved] = values;
  const found = moved.map((column, i): FactorEffect => {
    const effects = [...column]
      .map((each, row) => each - (base[row] as number))
      .filter((effect) => !Number.isNaN(effect));
    const mean = (list: readonly number[]) => list.reduce((sum, x) => sum + x, 0) / list.length;
    require(effects.length >=
      2, "The number of effects that are known", effects.length, "2 or more");
    const mu = mean(effects);
    const squares = effects.reduce((sum, effect) => sum + (effect - mu) ** 2, 0);
    return {
      factor: groups[i]?.id ?? "",
      muStar: mean(effects.map(Math.abs)),
      mu,
      sigma: Math.sqrt(squares / (effects.length - 1)),
    };
  });
  return factorScreeningResult.create({
    methodology: methodology.id,
    factors: spec.factors,
    output,
    seed,
    runs: rows * masks.length,
    effects: found,
  });
}

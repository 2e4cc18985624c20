import { defineResult, type Result, type ResultKind, type RunOptions } from "@vitalcore/core";
import type { IndexDataOptions, IndexInput } from "../inspect-index.js";
import type { IndexMethodology } from "../methodology.js";
import { pointsOf } from "./design.js";
import { require } from "./indices/check-numbers.js";
import { type GivenDataMeasures, givenDataMeasures } from "./indices/given-data.js";
import { modelFor, nominalOf } from "./model.js";
import { outputOf } from "./outputs.js";
import { nameOfOutput, type OutputSpec } from "./sensitivity-result.js";
import { type Sample, simulate } from "./simulate.js";
import { type Factor, sharesOf, type UncertaintySpec } from "./specification.js";

/** Options of {@link momentIndependent}. */
export interface MomentIndependentOptions extends IndexDataOptions {
  /** `mean-rank-shift` if left out. */
  readonly output?: OutputSpec;
  /** Scenarios; 4,096 if left out. */
  readonly runs?: number;
  /** Blocks of a factor that varies continuously, and bins of the output; 10 if left out. */
  readonly blocks?: number;
  readonly bins?: number;
}

/** Moment-independent measures of a factor. */
export interface FactorMeasures extends GivenDataMeasures {
  readonly factor: string;
}

/** How factors move the distribution of an output: see {@link momentIndependent}. */
export interface MomentIndependentMeasures {
  readonly kind: "MomentIndependentMeasures";
  readonly version: 1;
  /** Id of the methodology. */
  readonly methodology: string;
  readonly factors: readonly Factor[];
  readonly output: OutputSpec;
  readonly seed: number;
  /** Scenarios computed. */
  readonly runs: number;
  readonly measures: readonly FactorMeasures[];
  /** The measures of a factor that does nothing, of two equal alternatives: what chance alone gives. */
  readonly inert: GivenDataMeasures;
  /** Factors of many numbers (noise on weights, errors of the data), which have no single value to sort by. */
  readonly notEvaluable: readonly string[];
}

/** The kind of {@link MomentIndependentMeasures}, for `revive`. */
export const momentIndependentResult: ResultKind<MomentIndependentMeasures> =
  /* @__PURE__ */ defineResult({
    kind: "MomentIndependentMeasures",
    version: 1,
    summarize: ({ methodology, output, runs, measures, inert, notEvaluable }) => ({
      title: `What moves the distribution of the ${nameOfOutput(output)} of ${methodology}`,
      facts: [["Scenarios", runs]],
      tables: [
        {
          columns: [
            { name: "Factor" },
            { name: "PAWN (median)", kind: "number", digits: 3 },
            { name: "PAWN (most)", kind: "number", digits: 3 },
            { name: "Borgonovo's delta", kind: "number", digits: 3 },
          ],
          rows: [
            ...[...measures]
              .sort((a, b) => b.delta - a.delta)
              .map(({ factor, pawn, delta }) => [factor, pawn.median, pawn.most, delta]),
            ["(one that does nothing)", inert.pawn.median, inert.pawn.most, inert.delta],
          ],
        },
      ],
      ...(notEvaluable.length > 0 && {
        notes: [`Not measured, being of many numbers: ${notEvaluable.join(", ")}.`],
      }),
    }),
  });

/**
 * How factors move the whole distribution of an output, not only its variance: PAWN and Borgonovo's delta, from
 * drawn scenarios. A choice is compared alternative by alternative, a parameter in blocks of its value.
 * Source: see `givenDataMeasures`.
 *
 * @throws VitalError as `uncertainty`, and `composite/analysis-invalid`.
 *
 * @example
 * ```ts
 * import type { IndexMethodology } from "@vitalcore/composite";
 * import { momentIndependent } from "@vitalcore/composite/sensitivity";
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
 * const { measures } = await momentIndependent(data, methodology, {
 *   kind: "UncertaintySpec", version: 1,
 *   factors: [{ id: "weights", kind: "weight-sets", sets: [{ weights: {} }, { weights: { income: 1, life: 99 } }] }],
 * }, { unitColumn: "area", definitions: [gniPerPerson, lifeExpectancy], output: { kind: "rank", unit: "QAT" } });
 * measures[0]?.pawn.most.toFixed(1); // => "0.5"
 * ```
 */
export async function momentIndependent(
  input: IndexInput,
  methodology: IndexMethodology,
  spec: UncertaintySpec,
  options: MomentIndependentOptions = {},
  run: RunOptions = {},
): Promise<Result<MomentIndependentMeasures>> {
  const {
    output = { kind: "mean-rank-shift" },
    runs = 4096,
    blocks = 10,
    bins = 10,
    ...dataOptions
  } = options;
  require(Number.isInteger(runs) && runs >= 2, "runs", runs, "2 or more");
  const { seed = 1 } = spec;
  const model = modelFor(input, methodology, spec, dataOptions);
  const value = outputOf(output, model.scenarios.units, nominalOf(model.scenarios));
  const points = pointsOf(model, "monte-carlo", runs, seed);
  const sample: Sample = { runs, row: (index) => index };
  const outputs = new Float64Array(runs);
  await simulate(
    model,
    points,
    sample,
    (index, scores, ranks) => {
      outputs[index] = value(scores, ranks);
    },
    run,
  );
  const known = [...outputs.keys()].filter((index) => !Number.isNaN(outputs[index] as number));
  const y = known.map((index) => outputs[index] as number);
  const measured = new Set<Factor["kind"]>(["choice", "value-sets", "weight-sets", "parameter"]);
  const coordinate = new Float64Array(1);
  const xOf = (factor: number) =>
    known.map((index) => {
      points.fill(factor, index, coordinate);
      return coordinate[0] as number;
    });
  return momentIndependentResult.create({
    methodology: methodology.id,
    factors: spec.factors,
    output,
    seed,
    runs,
    measures: model.factors.flatMap((factor, i): FactorMeasures[] => {
      if (!measured.has(factor.kind)) return [];
      const shares = sharesOf(factor);
      const x = xOf(i);
      const found =
        shares.length === 0
          ? givenDataMeasures(x, y, { blocks, bins })
          : givenDataMeasures(
              x.map((u) => placeOf(u, shares)),
              y,
              { blocks: "values", bins },
            );
      return [{ factor: factor.id, ...found }];
    }),
    // Runs are independent: taking turns is as good as chance.
    inert: givenDataMeasures(
      y.map((_, i) => i % 2),
      y,
      { blocks: "values", bins },
    ),
    notEvaluable: model.factors.flatMap(({ id, kind }) => (measured.has(kind) ? [] : [id])),
  });
}

function placeOf(u: number, shares: readonly number[]): number {
  let sum = 0;
  const place = shares.findIndex((share) => {
    sum += share;
    return u < sum;
  });
  return place < 0 ? shares.length - 1 : place;
}

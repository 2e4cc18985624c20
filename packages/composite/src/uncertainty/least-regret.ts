import { defineResult, type Result, type ResultKind, type RunOptions } from "@vitalcore/core";
import type { IndexDataOptions, IndexInput } from "../inspect-index.js";
import type { IndexMethodology } from "../methodology.js";
import { readyDesign } from "./design.js";
import { sourceOf } from "./factor-groups.js";
import { require } from "./indices/check-numbers.js";
import { modelFor } from "./model.js";
import { simulate } from "./simulate.js";
import {
  alternativesOf,
  type Design,
  type Factor,
  labelOf,
  type UncertaintySpec,
} from "./specification.js";
import { meanShift } from "./tally.js";

/** Options of {@link leastRegret}. */
export interface LeastRegretOptions extends IndexDataOptions {
  /** Whether the `most` regret in any scenario counts (the default), or the `mean` over them. */
  readonly by?: "most" | "mean";
}

/** A methodology among the candidates. */
export interface MethodologyRegret {
  /** The alternative of each choice and set of weights: its label, or its number where it has none. */
  readonly alternatives: Readonly<Record<string, string>>;
  /** Mean distance of its ranks from those of the scenarios. */
  readonly meanLoss: number;
  /** How much further it is from a scenario than the candidate that is nearest: in the mean, and at the most. */
  readonly meanRegret: number;
  readonly mostRegret: number;
}

/** The candidates by their regret: see {@link leastRegret}. */
export interface LeastRegret {
  readonly kind: "LeastRegret";
  readonly version: 1;
  /** Id of the methodology. */
  readonly methodology: string;
  readonly factors: readonly Factor[];
  readonly design: Design;
  readonly seed: number;
  /** Scenarios computed. */
  readonly runs: number;
  readonly by: "most" | "mean";
  /** That of least regret first. */
  readonly candidates: readonly MethodologyRegret[];
}

/** Candidates that a summary shows. */
const SHOWN = 10;

/** The kind of {@link LeastRegret}, for `revive`. */
export const leastRegretResult: ResultKind<LeastRegret> = /* @__PURE__ */ defineResult({
  kind: "LeastRegret",
  version: 1,
  summarize: ({ methodology, runs, by, candidates }) => {
    const names = Object.keys(candidates[0]?.alternatives ?? {});
    return {
      title: `Methodologies of least regret for ${methodology}`,
      facts: [
        ["Scenarios", runs],
        ["Candidates", candidates.length],
        ["Ordered by", by === "most" ? "the most regret" : "the mean regret"],
      ],
      tables: [
        {
          columns: [
            ...names.map((name) => ({ name })),
            { name: "Most regret", kind: "number", digits: 2 } as const,
            { name: "Mean regret", kind: "number", digits: 2 } as const,
            { name: "Mean loss", kind: "number", digits: 2 } as const,
          ],
          rows: candidates
            .slice(0, SHOWN)
            .map(({ alternatives, mostRegret, meanRegret, meanLoss }) => [
              ...names.map((name) => alternatives[name] ?? null),
              mostRegret,
              meanRegret,
              meanLoss,
            ]),
        },
      ],
      notes: ["Losses and regrets are mean differences in rank."],
    };
  },
});

/** Candidates whose ranks are kept. */
const MOST_CANDIDATES = 2000;

/**
 * The methodology of least regret: every combination of the choices and sets of weights is a candidate; its loss in a
 * scenario is the mean absolute difference of its ranks (with the data as measured) from those of the scenario, its
 * regret what that is more than the loss of the best candidate there. The one with the least worst regret is the
 * compromise that nobody's view puts far off. Source: Savage (1951), Journal of the American Statistical Association 46.
 *
 * @param run - progress and cancellation; all runs are computed on this thread, whatever `workers` says.
 * @throws VitalError as `uncertainty`, and `composite/analysis-invalid`.
 *
 * @example
 * ```ts
 * import type { IndexMethodology } from "@vitalcore/composite";
 * import { leastRegret } from "@vitalcore/composite/uncertainty";
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
 *   area: ["NAM", "CRI", "NOR", "QAT"],
 *   "gni-per-person": [9716, 20248, 66494, 95944],
 *   "life-expectancy": [62.3, 80.3, 82.9, 82.4],
 * };
 * const { candidates } = await leastRegret(data, methodology, {
 *   kind: "UncertaintySpec", version: 1,
 *   factors: [{
 *     id: "weights", kind: "weight-sets",
 *     sets: [
 *       { label: "equal", weights: {} },
 *       { label: "health", weights: { income: 1, life: 99 } },
 *       { label: "mostly health", weights: { income: 1, life: 98 } },
 *     ],
 *   }],
 * }, { unitColumn: "area", definitions: [gniPerPerson, lifeExpectancy], by: "mean" });
 * candidates[0]?.alternatives; // => { weights: "health" }
 * ```
 */
export async function leastRegret(
  input: IndexInput,
  methodology: IndexMethodology,
  spec: UncertaintySpec,
  { by = "most", ...options }: LeastRegretOptions = {},
  run: RunOptions = {},
): Promise<Result<LeastRegret>> {
  const model = modelFor(input, methodology, spec, options);
  const choices = spec.factors.filter(isMethod);
  require(choices.length > 0, "The number of choices and sets of weights", 0, "1 or more");
  const { rows, nameOf } = await candidates(
    input,
    methodology,
    { ...spec, factors: choices },
    options,
    run,
  );
  const { seed = 1 } = spec;
  const { design, points, sample } = readyDesign(model, spec.design, seed);
  const losses = new Float64Array(rows.length);
  const meanLoss = new Float64Array(rows.length);
  const meanRegret = new Float64Array(rows.length);
  const mostRegret = new Float64Array(rows.length);
  let total = 0;
  await simulate(
    model,
    points,
    sample,
    (index, _, ranks) => {
      const weight = sample.weight?.(index) ?? 1;
      let least = Number.POSITIVE_INFINITY;
      rows.forEach((row, c) => {
        losses[c] = meanShift(ranks, row);
        least = Math.min(least, losses[c] as number);
      });
      total += weight;
      for (let c = 0; c < losses.length; c++) {
        const loss = losses[c] as number;
        meanLoss[c] = (meanLoss[c] as number) + weight * loss;
        meanRegret[c] = (meanRegret[c] as number) + weight * (loss - least);
        mostRegret[c] = Math.max(mostRegret[c] as number, loss - least);
      }
    },
    run,
  );
  const found = rows.map(
    (_, c): MethodologyRegret => ({
      alternatives: nameOf(c),
      meanLoss: (meanLoss[c] as number) / total,
      meanRegret: (meanRegret[c] as number) / total,
      mostRegret: mostRegret[c] as number,
    }),
  );
  return leastRegretResult.create({
    methodology: methodology.id,
    factors: spec.factors,
    design,
    seed,
    runs: sample.runs,
    by,
    candidates: found.sort((a, b) =>
      by === "mean"
        ? a.meanRegret - b.meanRegret || a.mostRegret - b.mostRegret
        : a.mostRegret - b.mostRegret || a.meanRegret - b.meanRegret,
    ),
  });
}

/** What a methodology can settle: not what the data are. */
function isMethod(factor: Factor): boolean {
  if (alternativesOf(factor) === undefined) return false;
  const source = sourceOf(factor);
  return source === "methods" || source === "weights";
}

async function candidates(
  input: IndexInput,
  methodology: IndexMethodology,
  spec: UncertaintySpec,
  options: IndexDataOptions,
  run: RunOptions,
): Promise<{
  readonly rows: readonly Float64Array[];
  nameOf(candidate: number): Readonly<Record<string, string>>;
}> {
  const model = modelFor(
    input,
    methodology,
    { kind: spec.kind, version: 1, factors: spec.factors },
    options,
  );
  const { points, sample } = readyDesign(model, { method: "enumerate" }, 1);
  const wanted = `${MOST_CANDIDATES} or less`;
  require(sample.runs <= MOST_CANDIDATES, "The number of candidates", sample.runs, wanted);
  const rows: Float64Array[] = [];
  await simulate(
    model,
    points,
    sample,
    (index, _, ranks) => {
      rows[index] = ranks.slice();
    },
    run,
  );
  return {
    rows,
    nameOf: (candidate) =>
      Object.fromEntries(
        spec.factors.map((factor, i) => {
          const place = sample.alternative?.(candidate, i) ?? 0;
          return [factor.id, labelOf(factor, place)];
        }),
      ),
  };
}

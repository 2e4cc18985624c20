import type { RunOptions } from "@vitalcore/core";
import { quantileOfSorted } from "@vitalcore/stats";
import type { IndexDataOptions, IndexInput } from "../inspect-index.js";
import type { IndexMethodology } from "../methodology.js";
import { readyDesign } from "./design.js";
import { modelFor, nominalOf } from "./model.js";
import { outputOf } from "./outputs.js";
import { parameterValue } from "./parameter-draws.js";
import type { OutputSpec } from "./sensitivity-result.js";
import { simulate } from "./simulate.js";
import { alternativesOf, type Factor, labelOf, type UncertaintySpec } from "./specification.js";

/** Options of {@link oneAtATime}. */
export interface OneAtATimeOptions extends IndexDataOptions {
  /** `mean-rank-shift` if left out. */
  readonly output?: OutputSpec;
  /** Scenarios of a factor that varies continuously; 256 if left out. */
  readonly runs?: number;
}

/** One alternative of a factor, all else being as it stands. */
export interface AlternativeOutput {
  readonly label: string;
  /** `null` if the unit asked for has no score then. */
  readonly output: number | null;
}

/** What a factor does by itself, all else being as it stands. */
export interface OneAtATime {
  readonly factor: string;
  /** The least and the most output; of draws the 5% and the 95% quantile. `null` where no scenario has one. */
  readonly low: number | null;
  readonly high: number | null;
  /** What gives them, where there are alternatives, or one number is drawn. */
  readonly lowAt: string | null;
  readonly highAt: string | null;
  /** All alternatives; none where the factor varies continuously. */
  readonly alternatives: readonly AlternativeOutput[];
}

/**
 * A tornado: each factor moves by itself while all others stay as the methodology has them. Easy to read, and blind to
 * what factors do together: see `sensitivity`.
 *
 * @returns the factor that moves the output most first.
 * @param run - progress and cancellation; all runs are computed on this thread, whatever `workers` says.
 * @throws VitalError as `uncertainty`.
 *
 * @example
 * ```ts
 * import type { IndexMethodology } from "@vitalcore/composite";
 * import { oneAtATime } from "@vitalcore/composite/sensitivity";
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
 * const [most] = await oneAtATime(data, methodology, {
 *   kind: "UncertaintySpec", version: 1,
 *   factors: [
 *     { id: "ties", kind: "choice", alternatives: [{}, { change: { ranks: { ties: "max" } } }] },
 *     {
 *       id: "weights", kind: "weight-sets",
 *       sets: [{ label: "equal", weights: {} }, { label: "health", weights: { income: 1, life: 99 } }],
 *     },
 *   ],
 * }, { unitColumn: "area", definitions: [gniPerPerson, lifeExpectancy], output: { kind: "rank", unit: "QAT" } });
 * most; // => { factor: "weights", low: 1, high: 2, lowAt: "equal", highAt: "health", alternatives: [{ label: "equal", output: 1 }, { label: "health", output: 2 }] }
 * ```
 */
export async function oneAtATime(
  input: IndexInput,
  methodology: IndexMethodology,
  spec: UncertaintySpec,
  options: OneAtATimeOptions = {},
  run: RunOptions = {},
): Promise<readonly OneAtATime[]> {
  const { output = { kind: "mean-rank-shift" }, runs = 256, ...dataOptions } = options;
  // Checks all of them together before the first is run.
  modelFor(input, methodology, spec, dataOptions);
  const { seed = 1 } = spec;
  const found: OneAtATime[] = [];
  for (const factor of spec.factors) {
    const model = modelFor(input, methodology, { ...spec, factors: [factor] }, dataOptions);
    const design =
      alternativesOf(factor) === undefined
        ? ({ method: "monte-carlo", runs } as const)
        : ({ method: "enumerate" } as const);
    const { points, sample } = readyDesign(model, design, seed);
    const value = outputOf(output, model.scenarios.units, nominalOf(model.scenarios));
    const outputs = new Float64Array(sample.runs);
    await simulate(
      model,
      points,
      sample,
      (index, scores, ranks) => {
        outputs[index] = value(scores, ranks);
      },
      run,
    );
    const drawn = new Float64Array(1);
    const nameOf = (index: number): string | null => {
      if (alternativesOf(factor) !== undefined) return labelOf(factor, index);
      if (factor.kind !== "parameter") return null;
      points.fill(0, sample.row(index, 0), drawn);
      return String(Number(parameterValue(factor, drawn[0] as number).toPrecision(3)));
    };
    found.push(summarized(factor, outputs, nameOf));
  }
  const reach = ({ low, high }: OneAtATime) => (high ?? 0) - (low ?? 0);
  return found.sort((a, b) => reach(b) - reach(a));
}

function summarized(
  factor: Factor,
  outputs: Float64Array,
  nameOf: (index: number) => string | null,
): OneAtATime {
  const known = [...outputs.keys()]
    .filter((index) => !Number.isNaN(outputs[index] as number))
    .sort((a, b) => (outputs[a] as number) - (outputs[b] as number) || a - b);
  const isListed = alternativesOf(factor) !== undefined;
  const sorted = Float64Array.from(known, (index) => outputs[index] as number);
  const at = (p: number) => (sorted.length === 0 ? null : quantileOfSorted(sorted, p));
  const name = (p: number) => {
    const index = known[Math.round(p * (known.length - 1))];
    return index === undefined ? null : nameOf(index);
  };
  const [from, to] = isListed ? [0, 1] : [0.05, 0.95];
  return {
    factor: factor.id,
    low: at(from),
    high: at(to),
    lowAt: name(from),
    highAt: name(to),
    alternatives: isListed
      ? Array.from(outputs, (output, index) => ({
          label: nameOf(index) ?? String(index),
          output: Number.isNaN(output) ? null : output,
        }))
      : [],
  };
}

import { defineResult, type ResultKind, type Summary } from "@vitalcore/core";
import type { Design, Factor } from "./specification.js";

/** What is explained: a number made of the scores and ranks of a run. */
export type OutputSpec =
  /** The mean over units of the absolute difference from the nominal rank. */
  | { readonly kind: "mean-rank-shift" }
  | { readonly kind: "rank" | "score"; readonly unit: string }
  /** How many of the units that are nominally among the first `count` are not. */
  | { readonly kind: "top-changes"; readonly count: number }
  /** How many units fall in another class than nominally; a class ends where the next begins, at a score of `edges`. */
  | { readonly kind: "class-changes"; readonly edges: readonly number[] }
  /** The share of the pairs of units that stand in the other order than nominally. */
  | { readonly kind: "kendall-distance" };

/** An index of a factor, with its interval; exact ones have none. */
export interface IndexEstimate {
  readonly value: number;
  /** Limits of the 95% bootstrap interval. */
  readonly interval: readonly [low: number, high: number] | null;
}

/** What a factor, or a group of them, does to the output. */
export interface FactorSensitivity {
  /** Id of the factor, or name of the group. */
  readonly factor: string;
  /** Ids of the factors that move together. */
  readonly members: readonly string[];
  /** The share of the variance that it explains by itself. */
  readonly first: IndexEstimate;
  /** The share that it has a part in: what would be left if all others were known. */
  readonly total: IndexEstimate;
  /** Shares that sum to 1 (Shapley effects); `null` where they were drawn and not asked for. */
  readonly shapley: IndexEstimate | null;
}

/** Why an output of an index moves. */
export interface SensitivityResult {
  readonly kind: "SensitivityResult";
  readonly version: 1;
  readonly methodology: string;
  readonly factors: readonly Factor[];
  readonly design: Design;
  readonly output: OutputSpec;
  readonly seed: number;
  /** Scenarios computed. */
  readonly runs: number;
  readonly isExact: boolean;
  readonly mean: number;
  readonly variance: number;
  readonly sensitivities: readonly FactorSensitivity[];
  /** Interactions of two factors, a symmetric matrix; `null` if not wanted. */
  readonly second: readonly (readonly IndexEstimate[])[] | null;
}

/** What an output is called in a summary. */
export function nameOfOutput(output: OutputSpec): string {
  return `${output.kind.replaceAll("-", " ")}${"unit" in output ? ` of ${output.unit}` : ""}`;
}

/** The kind of {@link SensitivityResult}, for `revive`. */
export const sensitivityResult: ResultKind<SensitivityResult> = /* @__PURE__ */ defineResult({
  kind: "SensitivityResult",
  version: 1,
  summarize,
});

function summarize(result: SensitivityResult): Summary {
  const { methodology, output, isExact, runs, sensitivities, variance } = result;
  const ordered = [...sensitivities].sort((a, b) => b.total.value - a.total.value);
  const shown = ({ interval }: IndexEstimate) =>
    interval === null ? null : `${interval[0].toFixed(2)} to ${interval[1].toFixed(2)}`;
  return {
    title: `What moves the ${nameOfOutput(output)} of ${methodology}`,
    facts: [
      ["Scenarios", isExact ? `all ${runs} combinations` : runs],
      ["Variance", Number(variance.toPrecision(4))],
    ],
    tables: [
      {
        columns: [
          { name: "Factor" },
          { name: "First order", kind: "number", digits: 3 },
          { name: "95%" },
          { name: "Total", kind: "number", digits: 3 },
          { name: "95% " },
        ],
        rows: ordered.map(({ factor, first, total }) => [
          factor,
          first.value,
          shown(first),
          total.value,
          shown(total),
        ]),
      },
    ],
  };
}

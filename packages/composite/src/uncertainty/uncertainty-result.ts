import {
  defineResult,
  type Finding,
  type ResultKind,
  type Summary,
  type SummaryTable,
} from "@vitalcore/core";
import type { Design, Factor } from "./specification.js";

/** Where the scenarios put something: quantiles are those of all scenarios. */
export interface Spread {
  readonly mean: number;
  readonly sd: number;
  readonly median: number;
  /** The 5% and the 95% quantile. */
  readonly q05: number;
  readonly q95: number;
  readonly least: number;
  readonly most: number;
}

/** How the scores of a unit are distributed. */
export interface ScoreHistogramBins {
  /** The least and the most score, between which the bins are of equal width. */
  readonly from: number;
  readonly to: number;
  readonly shares: readonly number[];
}

/** The classes in which a unit's score falls; 0 is below the first edge. */
export interface UnitClasses {
  /** `null` without a nominal score. */
  readonly nominal: number | null;
  readonly shares: readonly number[];
}

/** A unit in all scenarios. */
export interface UncertainUnit {
  readonly unit: string;
  /** By the methodology as it stands, with the values as measured; `null` if it is not ranked. */
  readonly nominal: { readonly rank: number | null; readonly score: number | null };
  /** `null` if the unit has no score in any scenario. */
  readonly rank: Spread | null;
  /** Quantiles of scores are exact to about a thousandth of their range. */
  readonly score: Spread | null;
  /** Share of the scenarios in which it has a score. */
  readonly scored: number;
  /**
   * Share of these in which its rank is near the nominal one (see `stableWithin` of the result), and whether that is at
   * least 90%; `null` if it is not ranked.
   */
  readonly near: number | null;
  readonly isStable: boolean | null;
  /** `null` if not wanted. */
  readonly histogram: ScoreHistogramBins | null;
  /** `null` if not wanted. */
  readonly classes: UnitClasses | null;
}

/** Scores and ranks of every run: unit by unit, run by run; `null` without a score. */
export interface Draws {
  readonly scores: readonly (readonly (number | null)[])[];
  readonly ranks: readonly (readonly (number | null)[])[];
}

/** What a share of scenarios means: see {@link UncertaintyResult}. */
export type ShareMeaning = "share-of-scenarios" | "probability";

/** Scores and ranks over all scenarios. */
export interface UncertaintyResult {
  readonly kind: "UncertaintyResult";
  readonly version: 1;
  /** Id of the methodology. */
  readonly methodology: string;
  readonly factors: readonly Factor[];
  readonly design: Design;
  readonly seed: number;
  /** Scenarios computed. */
  readonly runs: number;
  /** Whether all combinations were computed, so that nothing depends on chance. */
  readonly isExact: boolean;
  /**
   * Methods are chosen, not drawn by nature: where they vary, shares are of scenarios and say how sturdy a rank is, not
   * how probable. Only where nothing but sampling error varies are they probabilities; of values drawn around the
   * estimates, not of the truth: see `rankSets`.
   */
  readonly sharesAre: ShareMeaning;
  /** In the order of their codes. */
  readonly units: readonly UncertainUnit[];
  /** For each unit, the share of the scenarios in which it has rank 1, 2, ...; half ranks count half to either side. */
  readonly acceptability: readonly (readonly number[])[];
  /** For each unit, the share of all scenarios in which it ranks above each other; `null` if not wanted. */
  readonly above: readonly (readonly number[])[] | null;
  /** The mean absolute difference from the nominal ranks, over units: its mean and standard deviation over scenarios. */
  readonly meanRankShift: { readonly mean: number; readonly sd: number };
  /**
   * The share of the pairs of units that stand in the other order than nominally, in the mean of the scenarios (Kendall's
   * distance); `null` if pairs are not wanted.
   */
  readonly kendallDistance: number | null;
  /** Ranks up to which a unit counts as near its nominal one. */
  readonly stableWithin: number;
  /** Scores at which a class ends and the next begins, rising, with how many units change class; `null` if not wanted. */
  readonly classes: { readonly edges: readonly number[]; readonly changing: number } | null;
  /** `null` if not wanted. */
  readonly draws: Draws | null;
  readonly findings: readonly Finding[];
}

/** The kind of {@link UncertaintyResult}, for `revive`. */
export const uncertaintyResult: ResultKind<UncertaintyResult> = /* @__PURE__ */ defineResult({
  kind: "UncertaintyResult",
  version: 1,
  summarize,
});

function summarize(result: UncertaintyResult): Summary {
  const { units, runs, isExact, meanRankShift, sharesAre, findings } = result;
  const how = isExact
    ? `all ${runs} combinations`
    : `${runs} ${result.design.method === "replay" ? "stored" : "drawn"} scenarios`;
  return {
    title: `Uncertainty of ${result.methodology}: ${how}`,
    facts: [
      ["Sources of doubt", result.factors.map(({ id }) => id).join(", ")],
      ["Mean shift in rank", Number(meanRankShift.mean.toFixed(2))],
      [
        `Within ${result.stableWithin} ranks in 90%`,
        `${units.filter(({ isStable }) => isStable).length} of ${units.filter(({ isStable }) => isStable !== null).length} units`,
      ],
    ],
    tables: [rankTable(units)],
    notes: [MEANING[sharesAre], ...findings.map(({ message }) => message)],
  };
}

const MEANING: Readonly<Record<ShareMeaning, string>> = {
  "share-of-scenarios":
    "Intervals hold 90% of the scenarios. Methods are choices: these are shares of scenarios, not probabilities.",
  probability:
    "Intervals hold 90% of draws around the estimates. They count sampling noise twice; for inference about ranks use rank confidence sets.",
};

function rankTable(units: readonly UncertainUnit[]): SummaryTable {
  const ordered = units
    .filter(({ rank }) => rank !== null)
    .sort((a, b) => (a.nominal.rank ?? Infinity) - (b.nominal.rank ?? Infinity));
  return {
    columns: [
      { name: "Rank", kind: "number" },
      { name: "Unit" },
      { name: "Median", kind: "number" },
      { name: "5%", kind: "number" },
      { name: "95%", kind: "number" },
    ],
    rows: ordered.map(({ unit, nominal, rank }) => [
      nominal.rank,
      unit,
      rank?.median ?? null,
      rank?.q05 ?? null,
      rank?.q95 ?? null,
    ]),
  };
}

/**
 * The share of the scenarios in which a unit is among the first `count`.
 *
 * @example
 * ```ts
 * import { shareInTop } from "@vitalcore/composite/uncertainty";
 * const result = { units: [{ unit: "A" }, { unit: "B" }], acceptability: [[0.75, 0.25], [0.25, 0.75]] };
 * shareInTop(result, "B", 1); // => 0.25
 * ```
 */
export function shareInTop(
  {
    units,
    acceptability,
  }: {
    readonly units: readonly { readonly unit: string }[];
    readonly acceptability: readonly (readonly number[])[];
  },
  unit: string,
  count: number,
): number {
  const row = acceptability[units.findIndex((each) => each.unit === unit)] ?? [];
  return row.slice(0, count).reduce((sum, share) => sum + share, 0);
}

/**
 * The share of the scenarios in which a unit is among the last `count` of all units.
 *
 * @example
 * ```ts
 * import { shareInBottom } from "@vitalcore/composite/uncertainty";
 * const result = { units: [{ unit: "A" }, { unit: "B" }], acceptability: [[0.75, 0.25], [0.25, 0.75]] };
 * shareInBottom(result, "B", 1); // => 0.75
 * ```
 */
export function shareInBottom(
  {
    units,
    acceptability,
  }: {
    readonly units: readonly { readonly unit: string }[];
    readonly acceptability: readonly (readonly number[])[];
  },
  unit: string,
  count: number,
): number {
  const row = acceptability[units.findIndex((each) => each.unit === unit)] ?? [];
  return row.slice(Math.max(0, row.length - count)).reduce((sum, share) => sum + share, 0);
}

/** Two units whose order depends on the scenario. */
export interface UndecidedPair {
  readonly units: readonly [string, string];
  /** The share of the scenarios (in which both have a score) in which the first ranks above the second. */
  readonly share: number;
}

/**
 * The pairs of units of which neither is above the other in nearly all scenarios; of a unit that has no score in some,
 * in those in which it has.
 *
 * @param options.level - the share of scenarios that decides an order; 0.95 if left out.
 * @returns the pairs that are least decided first.
 *
 * @example
 * ```ts
 * import { undecidedPairs } from "@vitalcore/composite/uncertainty";
 * const units = [{ unit: "A" }, { unit: "B" }, { unit: "C" }];
 * const above = [[0, 0.6, 1], [0.4, 0, 1], [0, 0, 0]];
 * undecidedPairs({ units, above }); // => [{ units: ["A", "B"], share: 0.6 }]
 * ```
 */
export function undecidedPairs(
  {
    units,
    above,
  }: {
    readonly units: readonly { readonly unit: string; readonly scored?: number }[];
    readonly above: readonly (readonly number[])[] | null;
  },
  options: { readonly level?: number } = {},
): readonly UndecidedPair[] {
  const { level = 0.95 } = options;
  const pairs: UndecidedPair[] = [];
  units.forEach(({ unit, scored = 1 }, i) => {
    for (let j = i + 1; j < units.length; j++) {
      const { unit: second, scored: othersScored = 1 } = units[j] as (typeof units)[number];
      const both = Math.min(scored, othersScored);
      const share = (above?.[i]?.[j] ?? 0) / both;
      const other = (above?.[j]?.[i] ?? 0) / both;
      // Never both scored, or level throughout.
      if (!(share + other > 0) || share >= level || other >= level) continue;
      pairs.push(
        share >= other ? { units: [unit, second], share } : { units: [second, unit], share: other },
      );
    }
  });
  return pairs.sort((a, b) => a.share - b.share);
}

import { defineResult, type Finding, type ResultKind } from "@vitalcore/core";
import type { ObsStatus } from "@vitalcore/domain";
import type { CoverageEntry, CoverageReason } from "./coverage.js";
import {
  type AggregateMethod,
  type DenominateOptions,
  formatVersion,
  type ImputeMethod,
  type IndexMethodology,
  type LeafDirection,
  type NormalizeMethod,
  type Transform,
  type TreatFunction,
} from "./methodology.js";
import { summarizeIndex } from "./ranked-table.js";
import type { ShapeCheck } from "./treat/shape-check.js";
import type { TreatedPoint, TreatStep } from "./treat/treat-column.js";
import type { WeightingMethod } from "./weighting-options.js";

/** A file that the data were read from, as the caller describes it. */
export interface InputRecord {
  readonly name: string;
  readonly sha256?: string;
  /** Where it is from: a citation, a URL, a licence. */
  readonly source?: string;
}

/** What enters a build beside the values of the indicators, so that a result can be built again from itself. */
export interface BesideValues {
  /** Denominators and outcomes, by id of the indicator (with the rules of selection, where it has its own), then by unit. */
  readonly series: Readonly<Record<string, Readonly<Record<string, number | null>>>>;
  /** Groups of the units, by grouping, then by unit. */
  readonly groups: Readonly<Record<string, Readonly<Record<string, string | null>>>>;
}

/** SHA-256 of what a result was computed from, as 64 hexadecimal digits. */
export interface Fingerprints {
  /** Of the methodology, whatever the order of its keys. */
  readonly methodology: string;
  /** Of all values and groups that enter the computation, whatever the order of the input. */
  readonly data: string;
}

/** How a leaf was normalized, with what was fitted to the units. */
export interface ResultNormalization {
  readonly method: NormalizeMethod;
  readonly transform: Transform;
  readonly direction: LeafDirection;
  /** Goalposts in raw values; `null` where they were not given. */
  readonly worst: number | null;
  readonly best: number | null;
  /** Best value, transformed, of an indicator that is worse on both sides of it. */
  readonly target: number | null;
  /**
   * The score is `low + span * (t - origin) / width` with t the transformed value, or its distance from the
   * target; `null` for percentile ranks.
   */
  readonly origin: number | null;
  readonly width: number | null;
  readonly low: number;
  readonly span: number;
  readonly clamp: boolean;
}

/** How a group was aggregated. */
export interface ResultAggregation {
  readonly method: AggregateMethod;
  readonly atLeast: number;
  /** How many of its children a unit needs, and how many there are. */
  readonly needed: number;
  readonly children: number;
}

/** How the weights of the children of a group were found, where they were not given. */
export interface ResultWeighting {
  readonly method: WeightingMethod;
  /** Units whose scores told the weights; 0 where the methodology did. */
  readonly units: number;
  /** Share of the variance that the component or the factors have. */
  readonly share?: number;
  /** Children that load against the others, or whose coefficient would be below zero. */
  readonly opposed?: readonly string[];
  /** Share of the variance of the outcome that the regression explains. */
  readonly r2?: number;
  /** Correlations of the children with the group, by id, as far as weights were sought for them. */
  readonly correlations?: Readonly<Record<string, number>>;
  /** Of comparisons in pairs: above 0.1 they should be looked at again (Saaty, 1980). */
  readonly consistencyRatio?: number;
  /** Of budgets: Kendall's coefficient of concordance. */
  readonly agreement?: number;
}

/** How an indicator was imputed. */
export interface ResultImputation {
  readonly method: ImputeMethod;
  /** Units whose gap was filled. */
  readonly count: number;
}

/** How the outliers of an indicator were treated: the check before, and each step with the check after it. */
export interface ResultTreatment {
  /** The function that gave the values, `both` if the second went on from the first; `none` if it stayed as it was. */
  readonly by: TreatFunction | "both";
  readonly check: ShapeCheck;
  readonly steps: readonly TreatStep[];
  /** Units whose value was changed. */
  readonly count: number;
}

/** A node of the framework with the options that held for it. */
export interface ResultNode {
  readonly id: string;
  readonly label: string;
  readonly parent: string | null;
  /** Steps from the index. */
  readonly depth: number;
  /** Share of the weights of its siblings, 0 to 1; 1 for the index. */
  readonly weight: number;
  /** Its weight in the index with all data present: the product of the weights on the way up. */
  readonly effectiveWeight: number;
  /** Of leaves; `null` for groups. */
  readonly indicator: string | null;
  /** Unit of measurement of the indicator. */
  readonly unit: string | null;
  readonly normalize: ResultNormalization | null;
  /** Of leaves with a denominator. */
  readonly denominate?: DenominateOptions;
  /** Of leaves whose gaps were to be filled. */
  readonly imputation?: ResultImputation;
  /** Of leaves whose outliers were to be treated. */
  readonly treatment?: ResultTreatment;
  /** Of groups; `null` for leaves. */
  readonly aggregate: ResultAggregation | null;
  /** Of groups whose weights are not simply those given. */
  readonly weighting?: ResultWeighting;
}

/** The raw value of a unit at a leaf, where it comes from, and what became of it before it was normalized. */
export interface LeafValue {
  /** `null` is missing. */
  readonly value: number | null;
  /** After division by the denominator, where the leaf has one; `null` if that or the value is missing. */
  readonly denominated?: number | null;
  /** What was put in the place of a missing value. */
  readonly imputed?: number;
  /** Standard deviation of what was drawn, where that was done several times: `imputed` is the mean. */
  readonly imputedSd?: number;
  /** What treatment of outliers made of the value. */
  readonly treated?: number;
  /** What treatment did to this point, if anything. */
  readonly treatment?: Exclude<TreatedPoint, null>;
  /** Why it is missing. */
  readonly missing?: CoverageReason;
  /** The goalpost beyond which it lies, and as which it scores. */
  readonly clamped?: "worst" | "best";
  readonly period?: string;
  readonly edition?: string;
  readonly source?: string;
  readonly status?: readonly ObsStatus[];
  readonly note?: string;
  readonly standardError?: number;
}

/** A rule that a unit fails, so that a node, or the whole index, has no score for it. */
export interface Failure {
  readonly rule: "screening" | "too-few-children" | "no-weight" | "no-result";
  /** The node without a score. */
  readonly node: string;
  /** How many of its children (screening: of all indicators) have a score, are needed, and there are. */
  readonly present: number;
  readonly needed: number;
  readonly of: number;
  /** In words. */
  readonly message: string;
}

/** The score of a unit over several sets of drawn values. */
export interface PooledScore {
  readonly sets: number;
  /** Mean of the scores. */
  readonly score: number;
  /** What the gaps make uncertain: the root of (1 + 1/m) times the variance between the m sets (Rubin, 1987). */
  readonly standardError: number;
  /** Best and worst rank in any of the sets. */
  readonly ranks: readonly [best: number, worst: number];
}

/** A unit: its rank, its scores, and what they rest on. */
export interface UnitResult {
  readonly unit: string;
  readonly label: string;
  /** 1 is the highest score; `null` if it is not ranked. */
  readonly rank: number | null;
  /** Score of the index. */
  readonly score: number | null;
  /** How many indicators have a value. */
  readonly indicators: number;
  /** Scores of all nodes by id, leaves included; `null` without enough data. */
  readonly scores: Readonly<Record<string, number | null>>;
  /** Raw values by id of the leaf. */
  readonly values: Readonly<Record<string, LeafValue>>;
  /** Over the sets of drawn values, where values are imputed several times. */
  readonly pooled?: PooledScore;
  /** Why nodes have no score, from the indicators upwards; empty where all groups have one. */
  readonly failures: readonly Failure[];
}

/** A unit without a rank, and every rule that it fails. */
export interface NotRanked {
  readonly unit: string;
  readonly label: string;
  readonly reasons: readonly Failure[];
}

/** How many values an indicator has, and of which periods. */
export interface IndicatorCoverage {
  readonly node: string;
  readonly indicator: string;
  readonly present: number;
  readonly missing: number;
  /** Values present among the units that are ranked. */
  readonly ranked: number;
  readonly flagged: number;
  readonly clamped: number;
  /** Earliest and latest period among the values, as written. */
  readonly periods: readonly [earliest: string, latest: string] | null;
}

/** The account of the data: what entered, what did not, and why. */
export interface Coverage {
  readonly units: number;
  readonly ranked: number;
  /** How many ranked units have so many indicators, most first: `[[17, 61], [16, 58]]`. */
  readonly byCount: readonly (readonly [indicators: number, units: number])[];
  readonly indicators: readonly IndicatorCoverage[];
  readonly entries: readonly CoverageEntry[];
}

/** An index: scores and ranks, with the methodology, the inputs and an account of everything that entered. */
export interface IndexResult {
  readonly kind: "IndexResult";
  readonly version: number;
  readonly methodology: IndexMethodology;
  /** Packages that made it, with their versions. */
  readonly versions: Readonly<Record<string, string>>;
  readonly inputs: readonly InputRecord[];
  readonly fingerprints: Fingerprints;
  readonly beside: BesideValues;
  /** In the order of the methodology. */
  readonly nodes: readonly ResultNode[];
  /** By rank, ties by code; those without a rank last, by code. */
  readonly units: readonly UnitResult[];
  readonly notRanked: readonly NotRanked[];
  readonly coverage: Coverage;
  /** Warnings first. */
  readonly findings: readonly Finding[];
}

/** How index results are made, shown and read back from JSON. */
export const indexResult: ResultKind<IndexResult> = /* @__PURE__ */ defineResult<IndexResult>({
  kind: "IndexResult",
  version: formatVersion,
  summarize: summarizeIndex,
});
